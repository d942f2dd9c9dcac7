"""The ways through a decision scenario: what leads where, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .records.scenario import Card, Scenario


@dataclass(frozen=True)
class Ways:
    """What is wrong with the ways between cards, each by position: card, or card and choice."""

    missing: tuple[tuple[int, int], ...]
    """Choices that lead to a card that does not exist."""
    twice: tuple[int, ...]
    """Cards with the id of an earlier one."""
    unreachable: tuple[int, ...]
    no_ending: tuple[int, ...]
    """Cards from which no way leads to an ending: the reader walks in a circle."""
    unnamed: tuple[int, ...]
    """Cards without choices that do not say which ending they are: dead ends."""
    ended: tuple[int, ...]
    """Cards that are an ending and still offer choices."""


def ways(scenario: Scenario) -> Ways:
    """Look at every way through a scenario, starting from its first card."""
    cards = scenario.cards
    number: dict[str, int] = {}
    twice = []
    for at, card in enumerate(cards):
        if str(card.id) in number:
            twice.append(at)
        number.setdefault(str(card.id), at)
    missing = tuple(
        (at, choice)
        for at, card in enumerate(cards)
        for choice, one in enumerate(card.choices)
        if str(one.to) not in number
    )
    onward = {at: _targets(card, number) for at, card in enumerate(cards)}
    endings = {at for at, card in enumerate(cards) if not card.choices}
    back: dict[int, list[int]] = {}
    for at, targets in onward.items():
        for target in targets:
            back.setdefault(target, []).append(at)
    reached = _spread([0] if cards else [], onward)
    ending = _spread(endings, back)
    return Ways(
        missing,
        tuple(twice),
        tuple(at for at in range(len(cards)) if at not in reached and at not in twice),
        tuple(at for at in sorted(reached) if at not in ending),
        tuple(at for at, card in enumerate(cards) if not card.choices and not card.ending),
        tuple(at for at, card in enumerate(cards) if card.choices and card.ending),
    )


def _targets(card: Card, number: dict[str, int]) -> list[int]:
    return [number[str(one.to)] for one in card.choices if str(one.to) in number]


def _spread(starts: Iterable[int], onward: dict[int, list[int]]) -> set[int]:
    """All that can be reached."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in onward.get(waiting.pop(), []):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found
