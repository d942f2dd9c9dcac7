"""The page of a decision scenario, which is played there, and its cards for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ..records.scenario import Scenario
from ._cards import numbered
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield two pages per scenario."""
    clauses = Clauses(edition)
    for record in edition.library.of_kind("scenario"):
        if not isinstance(record, Scenario):
            continue
        key = key_of(record)
        path, cards = record_page(key), lesson_part_page(key, "cards")
        cited = clauses.cite(record, path)
        users = (link.source for link in edition.library.backlinks.get(key, ()))
        way = [("决策情景", list_page("scenario"))]
        yield render(
            edition,
            "scenario.md.j2",
            path,
            record.heading,
            way,
            scenario=cited.record,
            cards=numbered(cited.record),
            printable=cards,
            users=list(dict.fromkeys(users)),
            notes=cited.notes,
        )
        page = render(
            edition,
            "scenario_cards.md.j2",
            cards,
            f"卡片：{record.heading}",
            [*way, (record.heading, path)],
            scenario=record,
            cards=numbered(record),
        )
        yield replace(page, searchable=False)
