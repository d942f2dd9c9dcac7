"""Documents as PDF with the page of official documents, laid out by WeasyPrint."""

from __future__ import annotations

import hashlib
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from ..base.template import environment
from ..lesson_set import CaseSet, LessonSet
from ..office_layout import fonts, measures
from ..office_layout.measures import COMPACT, OFFICIAL, Scale
from ..office_layout.package import GAP
from ._blocks import Paper
from ._case_sheet import case_sheet
from ._handout import handout
from ._html import elements
from ._lesson_plan import lesson_plan
from ._measure import title_lines
from ._run_sheet import run_sheet

_ACCESSIBLE = "pdf/ua-1"
_FOLIO_FALLS = 30
"""Points from the text area to the line of the folio's signs: the dashes stand 7 mm below it."""


def plan_file(given: LessonSet) -> bytes:
    """Return the lesson plan as a PDF."""
    return pdf_file(lesson_plan(given))


def handout_file(given: LessonSet) -> bytes:
    """Return the hand-out as a PDF."""
    return pdf_file(handout(given))


def run_sheet_file(given: LessonSet) -> bytes:
    """Return the run-sheet as a PDF."""
    return pdf_file(run_sheet(given))


def case_file(given: CaseSet) -> bytes:
    """Return the case on one page as a PDF."""
    return pdf_file(case_sheet(given))


def pdf_file(paper: Paper) -> bytes:
    """Return any document as a PDF/UA-1 file: tagged, with a title and a language."""
    scale = COMPACT if paper.one_page else OFFICIAL
    page = _page(paper, scale)
    made = HTML(string=page, url_fetcher=_closed).write_pdf(
        stylesheets=[_style(scale)],
        font_config=_fonts(),
        pdf_variant=_ACCESSIBLE,
        pdf_identifier=hashlib.sha256(page.encode()).hexdigest()[:32].encode(),
    )
    return bytes(made)


def _page(paper: Paper, scale: Scale) -> str:
    issue = paper.issue
    room = measures.TEXT_WIDTH / scale.title
    title = "<br/>".join(map(escape, title_lines(paper.title, room)))
    about = "".join(f'<p class="about">{escape(one)}</p>' for one in paper.below_title)
    day = issue.day.isoformat()
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"/>'
        f"<title>{escape(paper.title)}</title>"
        f'<meta name="author" content="{escape(issue.unit or issue.site)}"/>'
        f'<meta name="description" content="{escape(paper.kind)}"/>'
        f'<meta name="dcterms.created" content="{day}"/>'
        f'<meta name="dcterms.modified" content="{day}"/></head>'
        f"<body><header><h1>{title}</h1>{about}</header><main>{elements(paper.blocks)}</main>"
        f'<p class="note">{escape(paper.closing)}</p></body></html>'
    )


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent)


@cache
def _fonts() -> FontConfiguration:
    """The fonts of the machine: looking for them takes long, and none is loaded from elsewhere."""
    return FontConfiguration()


@cache
def _style(scale: Scale) -> CSS:
    text = (
        _environment()
        .get_template("page.css.j2")
        .render(
            scale=scale,
            faces=fonts,
            top=measures.TOP / 20,
            right=measures.RIGHT / 20,
            bottom=measures.BOTTOM / 20,
            left=measures.LEFT / 20,
            letter_spacing=-scale.tightening / 20,
            about=scale.note if scale is COMPACT else scale.body - 2,
            head_space=0 if scale is COMPACT else scale.line / 20,
            gap=GAP / 20,
            cell_margin=measures.CELL_MARGIN / 20,
            cell_side=measures.CELL_SIDE / 20,
            folio=measures.FOLIO_SIZE,
            folio_place=(
                f"font: {measures.FOLIO_SIZE}pt/18pt {fonts.SONG.css}; letter-spacing: 0; "
                f"vertical-align: top; padding-top: {_FOLIO_FALLS - 18}pt;"
            ),
        )
    )
    return CSS(string=text, font_config=_fonts(), url_fetcher=_closed)


class _Closed:
    """In the place of what would fetch a picture or a style sheet: nothing is fetched."""

    _fail_on_errors = True
    """Asked for by WeasyPrint: that something was to be fetched is an error, not a warning."""

    def __call__(self, url: str, *_: object) -> object:
        """Refuse; raises ValueError."""
        raise ValueError(url)


_closed = _Closed()
