"""What an edition takes: the shipped ones, and those that a project declares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .base.declaration import Part, Shape
from .settings import EditionSetting, Settings


@dataclass(frozen=True, slots=True)
class EditionRule:
    """Which records and which fields an edition takes."""

    name: str
    title: str
    audiences: frozenset[str]
    states: frozenset[str]
    lecturer_fields: bool
    banner: str = ""
    signed: bool = False
    """Whether a record needs a sign-off that holds."""
    folder: str = ""
    """What is added to the folder of the site; "" for the edition that stands there itself."""
    exports: frozenset[str] | None = None
    """The export formats by name, None for all."""

    def drops(self, part: Part, shape: Shape) -> bool:
        """Whether this edition holds nothing of one field of a record or part."""
        if shape.hidden or not shape.lecturer:
            return shape.hidden
        shown = self.lecturer_fields or (shape.unless and getattr(part, shape.unless) == "是")
        return not shown

    def waits(self, part: Part, today: date) -> bool:
        """Whether the day has not come from which this edition holds a part."""
        day = getattr(part, part.embargo) if part.embargo else None
        return bool(day and day.first() > today and not self.lecturer_fields)


_WORKING = frozenset(("草稿", "已发布", "待复核"))
PUBLIC = "public"
EDITIONS = {
    rule.name: rule
    for rule in (
        EditionRule(
            PUBLIC, "公开版", frozenset(("公开",)), frozenset(("已发布",)), False, signed=True
        ),
        EditionRule(
            "internal",
            "内部版",
            frozenset(("公开", "内部")),
            _WORKING,
            False,
            "内部版，请勿外传",
            folder="internal",
        ),
        EditionRule(
            "lecturer",
            "教员版",
            frozenset(("公开", "教员")),
            _WORKING,
            True,
            "教员版，含参考答案，请勿外传",
            folder="lecturer",
        ),
    )
}


def edition_rules(settings: Settings) -> dict[str, EditionRule]:
    """Every edition of a project by name, the shipped ones first."""
    rules = dict(EDITIONS)
    for declared in settings.editions:
        rules[str(declared.name)] = _rule(declared)
    return rules


def edition_rule(settings: Settings, name: str | None) -> EditionRule:
    """The edition of that name or Chinese title, the public one where none is named.

    Raises ValueError with a Chinese sentence for a name that no edition has.
    """
    rules = edition_rules(settings)
    for rule in rules.values():
        if name in (None, rule.name, rule.title):
            return rule
    known = "、".join(f"{rule.name}（{rule.title}）" for rule in rules.values())
    raise ValueError(f"没有「{name}」这个版本，可用：{known}。")


def _rule(declared: EditionSetting) -> EditionRule:
    """What is declared goes over what is shipped under the same name."""
    name = str(declared.name)
    shipped = EDITIONS.get(name)
    title = str(declared.title or (shipped.title if shipped else name))
    audiences = frozenset(declared.audiences or (shipped.audiences if shipped else ("公开",)))
    states = frozenset(declared.states or (shipped.states if shipped else ("已发布",)))
    lecturer = shipped.lecturer_fields if shipped else False
    signed = shipped.signed if shipped else audiences == {"公开"}
    closed = audiences != {"公开"} or lecturer or declared.lecturer == "是"
    banner = shipped.banner if shipped else f"{title}，请勿外传" if closed else ""
    return EditionRule(
        name,
        title,
        audiences,
        states,
        declared.lecturer == "是" if declared.lecturer else lecturer,
        str(declared.banner or banner),
        declared.signed == "是" if declared.signed else signed,
        str(declared.folder or (shipped.folder if shipped else name)),
        frozenset(map(str, declared.exports)) or (shipped.exports if shipped else None),
    )
