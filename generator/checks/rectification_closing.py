"""What is closed was proved and looked at again; what is done is looked at in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.rectification import Rectification
from ..rectifications import CLOSED, NOT_STARTED, TO_REVISIT, UNDER_WAY, Standing, standings
from ._finding import about

RULES = (
    ("C507", "已销号的整改任务有证据"),
    ("C508", "已销号的整改任务有回访"),
    ("C509", "最后一次回访见效，才能销号"),
    ("C510", "待回访、已销号的整改任务写明完成时间"),
    ("C515", "完成以后按时回访"),
    ("C516", "证据里写的文件在 docs/ 下面"),
    ("C519", "写了完成时间、销号时间的整改任务，进展跟得上"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about closing, evidence and revisits."""
    for one in standings(library):
        yield from _closed(library, one)
        yield from _stage(library, one.record)
        yield from _files(library, one.record)


def _closed(library: Library, one: Standing) -> Iterator[Finding]:
    record = one.record
    say = partial(about, library, key_of(record))
    if one.stage == CLOSED and not record.evidence:
        hint = "在「证据」里写明凭什么认定改好了；拿不出证据的改回「待回访」。"
        yield say(("stage",), "C507", "已销号，却没有证据", hint=hint)
    if one.stage == CLOSED and not record.revisits:
        hint = "补上「回访」：时间、谁去的、看到了什么；没有回访过的改回「待回访」。"
        yield say(("stage",), "C508", "已销号，却没有回访", hint=hint)
    if one.stage == CLOSED and one.relapsed:
        hint = "问题又出现了，把「进展」改回「整改中」；以后回访见效的，再加一次回访。"
        way = ("revisits", len(record.revisits) - 1, "holds")
        yield say(way, "C509", "最后一次回访没有见效，却已销号", hint=hint)
    if one.unvisited:
        months = library.settings.ledgers.revisit_months
        message = f"{record.done} 完成，超过 {months} 个月还没有回访"
        hint = "去看一看，把结果写进「回访」。"
        yield say(("done",), "C515", message, level=Level.WARNING, hint=hint)


def _stage(library: Library, record: Rectification) -> Iterator[Finding]:
    say = partial(about, library, key_of(record))
    stage = record.stage
    if stage in (TO_REVISIT, CLOSED) and not record.done:
        hint = "补上「完成时间」；回访的期限从这一天算起。"
        message = f"{stage}，却没有写完成时间"
        yield say(("stage",), "C510", message, level=Level.WARNING, hint=hint)
    ahead = ""
    if stage != CLOSED and record.closed:
        ahead = "销号时间"
    elif stage in (NOT_STARTED, UNDER_WAY) and record.done:
        ahead = "完成时间"
    if ahead:
        hint = f"做到了就改「进展」，没有做到就删去「{ahead}」。"
        message = f"写了{ahead}，进展却是{stage}"
        yield say(("stage",), "C519", message, level=Level.WARNING, hint=hint)


def _files(library: Library, record: Rectification) -> Iterator[Finding]:
    for number, one in enumerate(record.evidence):
        if one.file and one.file not in library.assets:
            yield about(
                library,
                key_of(record),
                ("evidence", number, "file"),
                "C516",
                f"docs/ 下面没有证据文件「{one.file}」",
                level=Level.WARNING,
                hint="把文件放进 docs/，写它在那里的路径，例如 files/复核办法.docx。",
            )
