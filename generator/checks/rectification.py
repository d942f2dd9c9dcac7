"""A rectification says what is done, by whom, until when, and about which loophole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..addresses import BOARD, OVERDUE
from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.rectification import Rectification
from ..rectifications import NOT_STARTED, loophole_types
from ._finding import about

RULES = (
    ("C501", "整改任务写明措施"),
    ("C502", "整改任务写明责任人"),
    ("C503", "整改任务有期限，或者长期坚持"),
    ("C504", "有期限的整改任务不写长期坚持"),
    ("C505", "整改任务写明对照案例里的哪一个漏洞"),
    ("C506", "整改任务说得出是哪一类漏洞"),
    ("C517", "有整改任务的单位不用看板和逾期清单的地址作编号"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about what a rectification does not say."""
    for record in library.not_withdrawn(Rectification):
        yield from _incomplete(library, record)
        yield from _loopholes(library, record)
        if record.unit.id in (BOARD, OVERDUE):
            yield about(
                library,
                key_of(record),
                ("unit",),
                "C517",
                f"单位编号「{record.unit.id}」与整改台账的另一页同名",
                hint="给这个单位换一个编号，这里一同改。",
            )


def _incomplete(library: Library, record: Rectification) -> Iterator[Finding]:
    say = partial(about, library, key_of(record))
    waiting = Level.NOTICE if record.stage == NOT_STARTED else Level.WARNING
    lasting = record.lasting == "是"
    if not record.measures:
        hint = "在「措施」里写做什么，一项一行。"
        yield say((), "C501", "还没有写措施", level=waiting, hint=hint)
    if not record.owner:
        hint = "在「责任人」里写职务，例如 分管副局长。"
        yield say((), "C502", "没有写责任人", level=Level.WARNING, hint=hint)
    if not record.due and not lasting:
        hint = "写「期限: 2026-06-30」；没有期限、一直要做的写「长期坚持: 是」。"
        yield say((), "C503", "没有写期限", level=Level.WARNING, hint=hint)
    if record.due and lasting:
        hint = "只留一项：到期要做完的留期限，一直要做的留长期坚持。"
        message = "既写了期限，又写了长期坚持"
        yield say(("lasting",), "C504", message, level=Level.NOTICE, hint=hint)


def _loopholes(library: Library, record: Rectification) -> Iterator[Finding]:
    say = partial(about, library, key_of(record))
    for number, key in enumerate(record.loopholes):
        case = library.get(key)
        parts = [str(one.id) for one in getattr(case, "loopholes", ())]
        if not key.part and parts:
            message = f"没有写明是「{key.id}」的哪一个漏洞"
            hint = f"在编号后面加 # 和漏洞编号：{'、'.join(f'{key.id}#{part}' for part in parts)}。"
            yield say(("loopholes", number), "C505", message, level=Level.NOTICE, hint=hint)
    if not loophole_types(library, record):
        hint = "在「漏洞」里写案例的漏洞，例如 gc-2024-001#L1；案例里没有的写「漏洞类型」。"
        yield say((), "C506", "没有写是哪一类漏洞", level=Level.NOTICE, hint=hint)
