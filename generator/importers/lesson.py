"""Lesson plans of lecturers to records of the kind lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ..records.lesson import Lesson
from .draft import Draft, Importer, leaves
from .identity import fold_title
from .lesson_divide import divide
from .lesson_fill import Fill, one_line
from .lesson_form import Section
from .lesson_head import Head, read_lesson_head, split_labels
from .lesson_ledger import Ledger, plain_heads
from .lesson_minutes import chosen_minutes
from .lesson_steps import StepDraft, Steps, has_steps, read_steps
from .merging import keep_or_replace
from .source import Source
from .tables import Block, blocks

MICRO_MINUTES = 15
"""A lesson of at most so many minutes is a 微课."""

_TALK = re.compile("研讨|讨论")
_COMPUTED = frozenset(("type", "levels", "imported", "status", "audience"))
_STEP_TEXTS = ("text", "says", "asks", "if_silent", "lecturer")


def drafts(source: Source) -> list[Draft]:
    """Make the draft of the one lesson that a plan tells."""
    ledger = Ledger(source)
    paragraphs = split_labels(plain_heads(source.paragraphs, ledger))
    parts = divide(blocks(paragraphs, ledger.dropped), ledger)
    titled = (one_line(one) for one in parts.sections if one.field == "title")
    head = read_lesson_head(parts.top, ledger, next((text for text in titled if text), ""))
    fill = Fill(ledger)
    fill.notes += head.rest
    if head.title:
        fill.values["title"] = head.title
    inner: set[tuple[str | int, ...]] = set()
    fill.take(_with_steps(parts.sections))
    _steps(fill, inner)
    _title(fill, source, inner)
    if not (fill.values.get("steps") or fill.values.get("objectives")):
        hint = "请对照原文，把各部分移到相应的项。"
        ledger.say("I211", "没有认出教学目标和教学步骤，全文放在「教员备注」", hint)
    fill.values["type"] = _type(fill, head)
    notes = ledger.prose(fill.notes)
    if notes:
        fill.values["notes"] = notes
    title = str(fill.values["title"])
    return [
        Draft(
            fold_title(title, prefix="教案") or fold_title(source.stem, prefix="教案"),
            fill.values,
            source.paragraphs,
            ledger.account,
            tuple(one.heading for one in parts.sections if one.heading),
            tuple(fill.unknown),
            tuple(ledger.findings),
            inner=frozenset(inner),
        )
    ]


def _with_steps(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the parts; 教学内容 and what is unknown count as the steps where they tell them."""
    for section in sections:
        if section.field == "content":
            section.field = "process" if has_steps(section.body) else "notes"
        elif section.field is None and has_steps(section.body, timed=True):
            section.field = "process"
        yield section


def _title(fill: Fill, source: Source, inner: set[tuple[str | int, ...]]) -> None:
    if "title" not in fill.values:
        fill.values["title"] = source.stem
        inner.add(("title",))
        message = f"没有找到课题，用了文件名「{source.stem}」"
        fill.ledger.say("I211", message, "请核对「标题」。")


def _type(fill: Fill, head: Head) -> str:
    minutes = [step["minutes"] for step in fill.values.get("steps", [])]
    total = fill.total or (sum(minutes) if all(minutes) else 0)
    named = head.micro or "微课" in fill.values["title"]
    return "微课" if named or 0 < total <= MICRO_MINUTES else "教案"


def _steps(fill: Fill, inner: set[tuple[str | int, ...]]) -> None:
    ledger = fill.ledger
    found = read_steps(fill.teaching, ledger)
    for section in fill.teaching:
        if section.field != "step":
            fill.mapped(section)
    fill.total = fill.total or found.total
    if not found.steps:
        _one_step(fill, found)
    fill.notes += found.before
    _talks(fill, found)
    minutes = chosen_minutes([step.minutes for step in found.steps], fill.total)
    values: list[dict[str, Any]] = []
    for number, (step, length) in enumerate(zip(found.steps, minutes, strict=True)):
        if step.invented:
            inner.add(("steps", number, "name"))
        _about_minutes(step, length, ledger)
        value: dict[str, Any] = {"name": step.name, "minutes": length}
        for name in _STEP_TEXTS:
            text = ledger.prose(step.body.get(name, ()))
            if text:
                value[name] = text
        values.append(value)
    if values:
        fill.values["steps"] = values
    if fill.total and values and sum(minutes) != fill.total and all(minutes):
        message = f"各环节合计 {sum(minutes)} 分钟，写明的是 {fill.total} 分钟"
        ledger.warn("I242", message, "请核对各环节的「分钟」。")


def _about_minutes(step: StepDraft, length: int, ledger: Ledger) -> None:
    if step.minutes is None:
        hint = "请填写「分钟」。"
        ledger.warn("I241", f"环节「{step.name}」没有写分钟，记作 0", hint, step.line)
    elif step.minutes.low < step.minutes.high:
        message = f"环节「{step.name}」写的是「{step.minutes.words}」，取 {length} 分钟"
        ledger.say("I241", message, "请核对「分钟」。", step.line)


def _one_step(fill: Fill, found: Steps) -> None:
    """Make one step of a process that names none."""
    if not found.before:
        return
    line = fill.teaching[0].line
    step = StepDraft("教学过程", line, invented=True)
    step.body["lecturer"] = list(found.before)
    found.before.clear()
    found.steps.append(step)
    message = "教学过程里没有认出环节，全部放在一个环节的「教员」"
    fill.ledger.say("I211", message, "请按环节分开，并填写分钟。", line)


def _talks(fill: Fill, found: Steps) -> None:
    """Show the questions for discussion in the one step that discusses, else in 小结."""
    steps = [step for step in found.steps if _TALK.search(step.name)]
    for section in fill.talks:
        if len(steps) == 1:
            shown: list[Block] = fill.headed(section)
            for one in shown:
                steps[0].put("text", one)
        else:
            fill.prose("wrap_up", fill.headed(section))


def stamp(draft: Draft, line: str) -> dict[str, Any]:
    """Return the values of a draft that a person still has to look at."""
    return {**draft.values, "status": "草稿", "imported": [line]}


def held(record: Any, draft: Draft) -> Iterator[str]:
    """Yield every text of the source that the record holds."""
    for name in draft.values:
        if name in _COMPUTED:
            continue
        for route, text in leaves(getattr(record, name), (name,)):
            if route not in draft.inner and route[-1] != "minutes":
                yield text


_FIELDS = """keywords gist industries levels posts objectives before_class cases steps board
    key_points wrap_up quiz citations"""

IMPORTER = Importer(
    kind="lesson",
    model=Lesson,
    drafts=drafts,
    stamp=stamp,
    merge=partial(keep_or_replace, Lesson),
    held=held,
    key=lambda draft: draft.id,
    fields=tuple(_FIELDS.split()),
)
