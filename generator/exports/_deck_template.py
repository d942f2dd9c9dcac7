"""An empty deck of 16 to 9 with a master and layouts of our own; places and sizes in points."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment

from ..base.archive import packed_again
from ..base.template import environment
from ..office_layout.parts import content_types, relations

LAYOUTS = ("封面", "正文", "标题", "讨论")
COVER, BODY, TITLE_ONLY, QUESTION = range(len(LAYOUTS))
PLACES = SimpleNamespace(
    title=(48, 22, 864, 66),
    body=(48, 106, 864, 386),
    cover_title=(72, 90, 816, 196),
    cover_about=(72, 318, 816, 172),
)
"""Left, top, width and height."""
SIZES = SimpleNamespace(
    title=26,
    title_line=32,
    body=22,
    body_line=32,
    before=8,
    cover=40,
    cover_line=54,
    question=32,
    question_line=46,
)
TABLE_STYLE = "{8A107856-5554-42FB-B03E-39F5DBC370BA}"


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent / "deck")


@cache
def blank_deck(footer: str) -> bytes:
    """Return the empty deck; `footer` stands at the foot of every slide."""
    names = [f"slideLayout{number}" for number in range(1, len(LAYOUTS) + 1)]
    master = [("slideLayout", f"../slideLayouts/{one}.xml") for one in names]
    members = {
        "[Content_Types].xml": _types(names),
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": _made("presentation"),
        "ppt/_rels/presentation.xml.rels": relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/theme/theme1.xml": _made("theme"),
        "ppt/tableStyles.xml": _made("tables", style=TABLE_STYLE),
        "ppt/slideMasters/slideMaster1.xml": _made("master"),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [*master, ("theme", "../theme/theme1.xml")]
        ),
    }
    for name, layout in zip(names, LAYOUTS, strict=True):
        members[f"ppt/slideLayouts/{name}.xml"] = _made("layout", layout=layout, footer=footer)
        members[f"ppt/slideLayouts/_rels/{name}.xml.rels"] = relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    return packed_again({name: text.encode() for name, text in members.items()})


def _made(name: str, **given: str) -> str:
    template = _environment().get_template(f"{name}.xml.j2")
    return template.render(places=PLACES, sizes=SIZES, layouts=LAYOUTS, **given).lstrip()


def _types(layouts: list[str]) -> str:
    roles = {
        "/ppt/presentation.xml": "presentationml.presentation.main",
        "/ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        "/ppt/theme/theme1.xml": "theme",
        "/ppt/tableStyles.xml": "presentationml.tableStyles",
    } | {f"/ppt/slideLayouts/{one}.xml": "presentationml.slideLayout" for one in layouts}
    return content_types(roles)
