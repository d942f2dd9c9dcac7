"""Every unit is in one area, and every area has a lead and a liaison."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..coordination import areas_of
from ..library import Library, key_of
from ..records.area import Area
from ..records.unit import Unit
from ._finding import about

RULES = (
    ("C541", "每个单位在一个协作区，也只在一个"),
    ("C542", "协作区有牵头单位，牵头单位是成员"),
    ("C543", "协作区有联络员、有成员单位"),
    ("C544", "单位写的协作区，就是把它列为成员的协作区"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about areas and the units that are in them; none where there are no areas."""
    areas = library.not_withdrawn(Area)
    if not areas:
        return
    for area in areas:
        yield from _area(library, area)
    membership = areas_of(library)
    for unit in library.not_withdrawn(Unit):
        yield from _unit(library, unit, membership.get(key_of(unit), []))


def _area(library: Library, area: Area) -> Iterator[Finding]:
    say = partial(about, library, key_of(area), level=Level.WARNING)
    if area.lead is None:
        yield say((), "C542", "没有写牵头单位", hint="在「牵头单位」里写单位编号。")
    elif area.lead not in area.members:
        message = f"牵头单位「{area.lead.id}」不在成员单位里"
        yield say(("lead",), "C542", message, hint="把它加进「成员单位」，或改牵头单位。")
    if area.liaison is None:
        yield say((), "C543", "没有写联络员", hint="在「联络员」里写单位和职务，不写姓名。")
    if not area.members:
        yield say((), "C543", "没有写成员单位", hint="在「成员单位」里列出单位编号，含牵头单位。")


def _unit(library: Library, unit: Unit, found: list[Area]) -> Iterator[Finding]:
    key = key_of(unit)
    say = partial(about, library, key, level=Level.WARNING)
    if not found:
        hint = "把它的编号加进所在协作区的「成员单位」。"
        yield say((), "C541", f"「{unit.id}」不在任何协作区", hint=hint)
    for other in found[1:]:
        place = other.members.index(key)
        message = f"「{unit.id}」已经是「{found[0].heading}」的成员"
        hint = "一个单位只归一个协作区；从其中一个的「成员单位」里删去。"
        way = ("members", place)
        yield about(library, key_of(other), way, "C541", message, level=Level.WARNING, hint=hint)
    names = [one.heading for one in found]
    if unit.area and names and str(unit.area) not in names:
        message = f"单位写的是「{unit.area}」，把它列为成员的是「{names[0]}」"
        yield say(("area",), "C544", message, hint="改成同一个协作区的全名，或删去这一项。")
