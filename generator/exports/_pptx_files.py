"""Decks as PowerPoint files: tables and charts stay tables and charts."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime, timezone
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ..base.archive import packed_again
from ..lesson_set import LessonSet
from ._deck import Deck, deck
from ._deck_template import (
    BODY,
    COVER,
    PLACES,
    QUESTION,
    SIZES,
    TABLE_STYLE,
    TITLE_ONLY,
    blank_deck,
)
from ._measure import title_lines
from ._slides import (
    CELL_SIDE,
    CELL_TOP,
    TABLE_SIZE,
    Grid,
    Points,
    Question,
    Slide,
    line_height,
    row_heights,
)

_MOMENT = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>", re.DOTALL)
_CHART_DATA: Any = CategoryChartData
"""Python-pptx gives its chart data no types."""


def deck_file(given: LessonSet) -> bytes:
    """Return the deck of a lesson as a PowerPoint file."""
    return written(deck(given))


def written(given: Deck) -> bytes:
    """Return any deck as a PowerPoint file; same deck, same bytes."""
    issue = given.issue
    day = f"{issue.day.year}年{issue.day.month}月{issue.day.day}日"
    footer = "　".join(one for one in (issue.site, issue.banner or issue.title, day) if one)
    presentation = Presentation(io.BytesIO(blank_deck(footer)))
    cover = presentation.slides.add_slide(presentation.slide_layouts[COVER])
    lines = title_lines(given.title, PLACES.cover_title[2] / SIZES.cover)
    cover.shapes.title.text = "\v".join(lines)
    cover.placeholders[1].text = "\n".join(given.about)
    for one in given.slides:
        _add(presentation, one)
    core = presentation.core_properties
    core.title, core.author = given.title[:255], (issue.unit or issue.site)[:255]
    core.subject = core.keywords = core.comments = core.last_modified_by = ""
    core.language, core.revision = "zh-CN", 1
    moment = datetime(issue.day.year, issue.day.month, issue.day.day, tzinfo=timezone.utc)
    core.created = core.modified = moment
    target = io.BytesIO()
    presentation.save(target)
    with zipfile.ZipFile(target) as archive:
        return packed_again({name: archive.read(name) for name in archive.namelist()})


def _add(presentation: Any, given: Slide) -> None:
    layouts = presentation.slide_layouts
    body = given.body
    if isinstance(body, Points):
        slide = presentation.slides.add_slide(layouts[BODY])
        _lines(slide.placeholders[1].text_frame, body)
    elif isinstance(body, Question):
        slide = presentation.slides.add_slide(layouts[QUESTION])
        _lines(slide.placeholders[1].text_frame, body)
    else:
        slide = presentation.slides.add_slide(layouts[TITLE_ONLY])
        (_table if isinstance(body, Grid) else _chart)(slide, given.title, body)
    slide.shapes.title.text = given.title
    for shape, name in zip(slide.placeholders, ("标题", "正文"), strict=False):
        shape.name = name
    if given.notes:
        slide.notes_slide.notes_text_frame.text = "\n".join(given.notes)


def _lines(frame: Any, body: Points | Question) -> None:
    """Lines of a fixed height: what was measured fits in every program and typeface."""
    frame.text = "\n".join(body.lines)
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = Pt(line_height(body.size))
        for run in paragraph.runs:
            run.font.size = Pt(body.size)


def _table(slide: Any, title: str, grid: Any) -> None:
    left, top, width, _ = (Pt(one) for one in PLACES.body)
    heights = row_heights(grid)
    rows = (grid.head, *grid.rows)
    shape = slide.shapes.add_table(
        len(rows), len(grid.head), left, top, width, Pt(round(sum(heights)))
    )
    shape.name = title
    table = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = TABLE_STYLE  # noqa: SLF001
    for column, part in zip(table.columns, grid.widths, strict=True):
        column.width = int(width * part / sum(grid.widths))
    for row, height, words in zip(table.rows, heights, rows, strict=True):
        row.height = Pt(round(height))
        for cell, one in zip(row.cells, words, strict=True):
            cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
            cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
            cell.text_frame.text = one
            for paragraph in cell.text_frame.paragraphs:
                paragraph.line_spacing = Pt(line_height(TABLE_SIZE))
                for run in paragraph.runs:
                    run.font.size = Pt(TABLE_SIZE)


def _chart(slide: Any, title: str, bars: Any) -> None:
    data: Any = _CHART_DATA(number_format="0")
    data.categories = bars.names
    data.add_series(bars.unit, bars.values)
    places = (Pt(one) for one in PLACES.body)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *places, data)
    shape.name = title
    chart = shape.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(TABLE_SIZE)
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5
    chart.category_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = f'0" {bars.unit}"', False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(TABLE_SIZE)
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    workbook = chart.part.chart_workbook
    workbook.update_from_xlsx_blob(_without_moment(workbook.xlsx_part.blob))


def _without_moment(raw: bytes) -> bytes:
    """The workbook behind a chart without the moment at which it was made."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    properties = "docProps/core.xml"
    members[properties] = _MOMENT.sub(b"", members[properties])
    return packed_again(members)
