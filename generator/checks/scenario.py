"""A decision scenario can be played to an end on every way."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level, Route
from ..base.suggest import nearest
from ..library import Library, key_of
from ..records.scenario import Scenario
from ..scenarios import ways
from ._finding import about, level_of

RULES = (
    ("C421", "情景里的每个选择都转到一张有的卡片"),
    ("C422", "卡片编号在情景里不重复"),
    ("C423", "每张卡片都走得到"),
    ("C424", "从每张卡片都走得到一个结局"),
    ("C425", "没有选择的卡片写明是哪一种结局"),
    ("C426", "情景有卡片"),
)
_Problem = tuple[Route, str, str, str, Level]


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every scenario in which a reader can get stuck."""
    for scenario in library.of_kind("scenario"):
        if isinstance(scenario, Scenario):
            for route, code, message, hint, grave in _problems(scenario):
                level = min(grave, level_of(scenario, missing=code == "C426"))
                yield about(library, key_of(scenario), route, code, message, level=level, hint=hint)


def _problems(scenario: Scenario) -> Iterator[_Problem]:
    cards = scenario.cards
    if not cards:
        yield (), "C426", "情景没有卡片", "在「卡片」里写第一张：编号、情景、选择。", Level.ERROR
        return
    found = ways(scenario)
    for at, choice in found.missing:
        to = str(cards[at].choices[choice].to)
        near = nearest(to, (str(one.id) for one in cards))
        hint = (
            f"是不是「{near}」？"
            if near
            else f"已有的卡片：{'、'.join(str(c.id) for c in cards)}。"
        )
        route: Route = ("cards", at, "choices", choice, "to")
        yield route, "C421", f"没有编号为「{to}」的卡片", hint, Level.ERROR
    for at in found.twice:
        message = f"卡片编号「{cards[at].id}」用了两次"
        yield ("cards", at, "id"), "C422", message, "每张卡片一个编号。", Level.ERROR
    for at in found.unreachable:
        hint = "让一个选择转到它，或删去它。"
        yield ("cards", at), "C423", f"卡片「{cards[at].id}」走不到", hint, Level.WARNING
    for at in found.no_ending:
        message = f"从卡片「{cards[at].id}」走不到任何结局，读者会一直绕圈"
        yield ("cards", at), "C424", message, "让其中一个选择转到结局。", Level.ERROR
    for at in found.unnamed:
        hint = "写上「结局: 守住」「补救」或「失守」；还没完的补上「选择」。"
        yield (
            ("cards", at),
            "C425",
            f"卡片「{cards[at].id}」没有选择，也不是结局",
            hint,
            Level.ERROR,
        )
    for at in found.ended:
        hint = "结局卡片不再有选择；删去「结局」或「选择」。"
        yield (
            ("cards", at, "ending"),
            "C425",
            f"卡片「{cards[at].id}」是结局却还有选择",
            hint,
            Level.ERROR,
        )
