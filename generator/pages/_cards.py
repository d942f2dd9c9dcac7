"""The cards of a decision scenario under numbers that tell nothing of the order they come in."""

from __future__ import annotations

from dataclasses import dataclass

from ..answers import LETTERS
from ..lesson_set import digest
from ..records.scenario import Card, Choice, Scenario


@dataclass(frozen=True, slots=True)
class Way:
    """A choice with its letter, the card it is on and the card it leads to, 0 for none."""

    letter: str
    choice: Choice
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A card with its number, the ways on from it and the ways to it."""

    number: int
    card: Card
    ways: tuple[Way, ...]
    arrivals: tuple[Way, ...]


def numbered(scenario: Scenario) -> tuple[Numbered, ...]:
    """The cards in the order of their numbers: the first is 1, the others are shuffled.

    The same scenario is shuffled the same way each time.
    """
    first, *others = scenario.cards or (None,)
    if first is None:
        return ()
    others.sort(key=lambda card: digest(scenario.id, str(card.id)))
    cards = (first, *others)
    numbers: dict[str, int] = {}
    for number, card in enumerate(cards, 1):
        numbers.setdefault(str(card.id), number)
    ways = [
        tuple(
            Way(LETTERS[at % len(LETTERS)], one, number, numbers.get(str(one.to), 0))
            for at, one in enumerate(card.choices)
        )
        for number, card in enumerate(cards, 1)
    ]
    every = [one for some in ways for one in some]
    return tuple(
        Numbered(number, card, ways[number - 1], tuple(w for w in every if w.target == number))
        for number, card in enumerate(cards, 1)
    )
