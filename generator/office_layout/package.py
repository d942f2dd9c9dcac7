"""An empty Word file with the page, the styles and the folios of official documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment

from ..base.archive import packed_again
from ..base.template import environment
from . import fonts, measures
from .measures import Scale
from .parts import HEAD, RELATED, content_types, relations

GAP = 160
"""Twips of the empty line behind a table."""
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = (
    *("styles", "settings", "fontTable", "numbering"),
    *("footer1", "footer2"),
)


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent)


@cache
def blank(scale: Scale) -> bytes:
    """Return the empty file for one scale; what is written into it takes its styles by name."""
    styles = (
        _environment()
        .get_template("styles.xml.j2")
        .render(
            faces=fonts,
            scale=scale,
            cell_margin=measures.CELL_MARGIN,
            cell_side=measures.CELL_SIDE,
            folio=measures.FOLIO_SIZE,
            gap=GAP,
        )
    )
    members = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _document(scale),
        "word/_rels/document.xml.rels": relations(
            [(one.rstrip("12"), f"{one}.xml") for one in _PARTS]
        ),
        "word/styles.xml": styles,
        "word/settings.xml": _part(
            "settings",
            '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>',
        ),
        "word/fontTable.xml": _font_table(),
        "word/numbering.xml": _numbering(scale),
        "word/footer1.xml": _folio("right"),
        "word/footer2.xml": _folio("left"),
    }
    return packed_again({name: text.encode() for name, text in members.items()})


def _types() -> str:
    kinds = {"document": "document.main", "footer1": "footer", "footer2": "footer"}
    return content_types(
        {
            f"/word/{one}.xml": f"wordprocessingml.{kinds.get(one, one)}"
            for one in ("document", *_PARTS)
        }
    )


def _part(root: str, inner: str) -> str:
    return f'{HEAD}<w:{root} xmlns:w="{_MAIN}" xmlns:r="{RELATED}">{inner}</w:{root}>'


def _document(scale: Scale) -> str:
    odd, even = (f"rId{_PARTS.index(one) + 1}" for one in ("footer1", "footer2"))
    m = measures
    grid = f'<w:docGrid w:type="lines" w:linePitch="{scale.grid}"/>' if scale.grid else ""
    return _part(
        "document",
        "<w:body><w:sectPr>"
        f'<w:footerReference w:type="default" r:id="{odd}"/>'
        f'<w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:pgSz w:w="{m.PAGE_WIDTH}" w:h="{m.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{m.TOP}" w:right="{m.RIGHT}" w:bottom="{m.BOTTOM}" w:left="{m.LEFT}" '
        f'w:header="851" w:footer="{m.FOLIO_FROM_EDGE}" w:gutter="0"/>'
        f"{grid}</w:sectPr></w:body>",
    )


def _font_table() -> str:
    fonts_known = "".join(
        f'<w:font w:name="{one.name}"><w:altName w:val="{",".join(one.everywhere)}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{"roman" if one.serif else "modern"}"/></w:font>'
        for one in fonts.TYPEFACES
    )
    return _part("fonts", fonts_known)


def _numbering(scale: Scale) -> str:
    """Bullets in three depths, each two signs further in."""
    step, hanging = int(scale.body * 40), int(scale.body * 25)
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{step * (depth + 1) + hanging}" w:hanging="{hanging}"/></w:pPr>'
        "</w:lvl>"
        for depth, sign in enumerate("·—·")
    )
    return _part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
        f'{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def _folio(side: str) -> str:
    """The number of the page between dashes, one sign in from its side."""
    indent = measures.FOLIO_SIZE * 20
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="{indent}"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>{field}'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>',
    )
