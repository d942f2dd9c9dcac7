"""Names that sound like what was typed: initials, whole syllables, or a mixture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from .names import MAX_LENGTH

_MOST_WORDS = 5
_MOST_TITLES = 10


def matching_names(names: Sequence[Any], typed: str) -> tuple[list[str], list[int]]:
    """Return words, and slots of pages by their titles, that sound like `typed`, best first.

    `typed` is at least one small Latin letter and nothing else.
    """
    table, words, pages = names
    sounds = {pair[0]: pair[1:] for pair in str(table).split(" ") if pair}
    # Every letter goes on in its syllable or begins the next one.
    pattern = re.compile("(?:^| )" + "(?:[a-z]* )?".join(typed))

    def matching(listed: Iterable[tuple[str, str]]) -> list[int]:
        """Positions in the list, by where the name sounds so and how short it is."""
        found = []
        for position, (name, said) in enumerate(listed):
            text = said or " ".join(sounds.get(sign, sign) for sign in name[:MAX_LENGTH])
            start = pattern.search(text)
            if start:
                found.append((start.start(), len(name), position))
        return [position for _, _, position in sorted(found)]

    in_words = matching((word, said) for word, said in words)
    in_pages = matching((title, said) for title, _, said in pages)
    return (
        [words[at][0] for at in in_words[:_MOST_WORDS]],
        [pages[at][1] for at in in_pages[:_MOST_TITLES]],
    )
