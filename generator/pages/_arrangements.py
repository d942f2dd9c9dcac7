"""Every arrangement of the working ledgers: where it is, how much it holds, and what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..addresses import (
    assessment_page,
    board_page,
    calendar_index,
    dashboard_page,
    list_page,
    measures_page,
    overdue_page,
    post_index,
    training_page,
)
from ..base.record import Record
from ..coordination import items, resolutions, tasks
from ..editions import Edition
from ..month_grid import MISSING, grid
from ..notice_rhythm import series
from ..posts import posts
from ..rectifications import CLOSED, Standing, by_type, overdue, standings
from ..training import WAITING, orders

Group = tuple[str, tuple["Arrangement", ...]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One ledger or arrangement."""

    label: str
    path: str
    held: str
    """How much there is, in words."""
    late: str = ""
    """What somebody has to see to, in words."""


class Arrangements:
    """All arrangements of one edition, in groups."""

    def __init__(self, edition: Edition) -> None:
        self.library = edition.library

    @cached_property
    def found(self) -> tuple[Standing, ...]:
        """Every rectification as of the day of the library."""
        return standings(self.library)

    def groups(self) -> Iterator[Group]:
        """Yield the groups in the order in which work goes."""
        yield from self._named
        others = self.other_kinds()
        if others:
            yield (
                "其他",
                tuple(
                    Arrangement(one.label, list_page(one.kind), f"{self._count(one.kind)} 条")
                    for one in others
                ),
            )

    def other_kinds(self) -> list[type[Record]]:
        """The kinds of ledger that no group names: a kind may come as one new file."""
        named = {one.path for _, some in self._named for one in some}
        return [
            kind
            for name, kind in self.library.kinds.items()
            if kind.folder.startswith("ledgers/")
            and list_page(name) not in named
            and self._count(name)
        ]

    @cached_property
    def _named(self) -> tuple[Group, ...]:
        return (
            ("整改", tuple(self._rectifications())),
            ("报送与考核", tuple(self._reports())),
            ("协作", tuple(self._coordination())),
            ("监督清单", tuple(self._supervision())),
            ("人员与培训", tuple(self._people())),
        )

    def _count(self, kind: str) -> int:
        return len(self.library.of_kind(kind))

    def _rectifications(self) -> Iterator[Arrangement]:
        unvisited = sum(one.unvisited for one in self.found)
        relapsed = sum(one.relapsed for one in self.found)
        late = overdue(self.found)
        closed = sum(one.stage == CLOSED for one in self.found)
        yield Arrangement(
            "整改台账",
            list_page("rectification"),
            f"{len(self.found)} 项",
            _join((unvisited, "{} 项过了回访时间"), (relapsed, "{} 项反弹")),
        )
        longest = f"最长 {late[0].late} 天" if late else ""
        yield Arrangement("逾期", overdue_page(), f"{len(late)} 项", longest)
        yield Arrangement("看板", board_page(), f"已销号 {closed} 项")
        yield Arrangement("别处怎么办", measures_page(), f"{len(by_type(self.found))} 类漏洞")

    def _reports(self) -> Iterator[Arrangement]:
        found = grid(self.library)
        missing = sum(cell.state == MISSING for row in found.rows for cell in row.cells)
        least = self.library.settings.ledgers.zero_streak
        zeros = sum(any(row.streaks(least)) for row in found.rows)
        yield Arrangement(
            "零通报",
            list_page("month"),
            f"{len(found.rows)} 个单位，{len(found.months)} 个月",
            _join((missing, "{} 份未报"), (zeros, f"{{}} 个单位连续 {least} 个月以上全是零")),
        )
        yield Arrangement("考核", assessment_page(), f"{self._count('unit')} 个单位")
        yield Arrangement("仪表盘", dashboard_page(), "图和表")

    def _coordination(self) -> Iterator[Arrangement]:
        resolved = sum(bool(one.late) for one in resolutions(self.library))
        notices = sum(one.late for one in series(self.library))
        yield Arrangement("单位", list_page("unit"), f"{self._count('unit')} 个")
        yield Arrangement(
            "协作区",
            list_page("area"),
            f"{self._count('area')} 个",
            _join((resolved, "会议决议逾期 {} 项")),
        )
        yield Arrangement("联动监督", list_page("joint"), f"{self._count('joint')} 项")
        yield Arrangement(
            "两个责任",
            list_page("notice"),
            f"{self._count('notice')} 期",
            _join((notices, "{} 期没有按期通报")),
        )
        yield Arrangement("党支部", list_page("branch"), f"{self._count('branch')} 个")

    def _supervision(self) -> Iterator[Arrangement]:
        undone = sum(bool(one.late) for one in tasks(self.library))
        unsettled = sum(bool(one.late) for one in items(self.library))
        yield Arrangement(
            "巡察协作",
            list_page("inspection"),
            f"{self._count('inspection')} 轮",
            _join((undone, "任务逾期 {} 项")),
        )
        yield Arrangement(
            "政治监督清单",
            list_page("checklist"),
            f"{self._count('checklist')} 张",
            _join((unsettled, "事项逾期 {} 项")),
        )
        yield Arrangement("专项监督", list_page("special"), f"{self._count('special')} 项")
        yield Arrangement("廉政风险点", list_page("risk"), f"{self._count('risk')} 个")
        yield Arrangement("我的岗位", post_index(), f"{len(posts(self.library))} 个岗位")

    def _people(self) -> Iterator[Arrangement]:
        waiting = sum(one.progress == WAITING for one in orders(self.library))
        planned = sum(one.day is not None for one in orders(self.library))
        yield Arrangement("帮带", list_page("mentoring"), f"{self._count('mentoring')} 对")
        if self._count("talent"):
            yield Arrangement("人才库", list_page("talent"), f"{self._count('talent')} 人")
        yield Arrangement("讲师", list_page("lecturer"), f"{self._count('lecturer')} 位")
        yield Arrangement(
            "订单", training_page(), f"{self._count('order')} 份", _join((waiting, "待安排 {} 份"))
        )
        yield Arrangement("课表", calendar_index(), f"{planned} 次课")


def _join(*parts: tuple[int, str]) -> str:
    return "，".join(text.format(number) for number, text in parts if number)
