"""What must not be found: windows of twelve signs, short texts and names, all in one pass.

A window is not looked for one by one. Of a text in question every seventh group of six signs is
looked up among the groups of all windows: a stretch of twelve signs that is hidden holds one of
them whole, wherever it begins. What is shorter goes through one automaton.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from ..hidden_texts import HiddenText

WINDOW = 12
_GROUP = 6
_STEP = WINDOW - _GROUP + 1
_SHORTEST = 4
_SHORTEST_NAME = 2
_LATIN = 6

_HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_DROPPED = (" ", "\t", "\r", "\xa0", "\u3000", "\u200b", "\ufeff", "*")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\n]{0,300}\)")
_CITATION = re.compile(
    r"《[^《》\n]{1,60}》(?:[（(][^（）()\n]{1,30}[）)])?"
    r"|第[〇零一二三四五六七八九十百千\d]{1,9}[编章节条款项](?:之[一二三四五六七八九十]{1,2})?"
)
_BARE = re.compile(
    r"[0-9０-９〇零一二三四五六七八九十百千万亿两年月日时分元角%％.．,，、:：/\-—～~至到第条款项件次个名人"
    r"约余多（）()]+"
)
"""Dates, sums and numbers: they stand in many places and give nobody away by themselves."""
_SENTENCE = re.compile("[。！？；;!?\n]+")


def plainly(text: str) -> str:
    """A text without what is set between its signs: blanks, marks of emphasis. Lines stay."""
    for sign in _DROPPED:
        if sign in text:
            text = text.replace(sign, "")
    return text


class Needles:
    """The hidden texts of an edition, without what it shows elsewhere anyway."""

    def __init__(self, hidden: Iterable[HiddenText], shown: Iterable[str]) -> None:
        self.sources: list[str] = []
        self._windows: dict[int, int] = {}
        """The hash of a window and the number of its source."""
        self._short: dict[str, int] = {}
        lines = self._gather(hidden)
        self._take_away(shown)
        self._groups = self._all_groups(lines)
        self._words = list(self._short)
        self._automaton = self._made(self._words)
        names = [one for one in self._words if len(one) >= _SHORTEST]
        self._longer = self._made(names)
        self._longer_words = names

    @staticmethod
    def _made(words: list[str]) -> AhoCorasick | None:
        return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest) if words else None

    def _gather(self, hidden: Iterable[HiddenText]) -> list[str]:
        lines: dict[str, None] = {}
        for one in hidden:
            number = len(self.sources)
            self.sources.append(one.source)
            text = _LINK.sub(r"\1", one.text)
            for line in text.split("\n"):
                self._gather_short(line, number, name=one.name)
                for piece in _CITATION.split(plainly(line)) if not one.name else [plainly(line)]:
                    if len(piece) >= WINDOW and piece not in lines:
                        lines[piece] = None
                        self._add_windows(piece, number)
        return list(lines)

    def _gather_short(self, line: str, number: int, *, name: bool) -> None:
        whole = plainly(line).strip("#>-|`")
        pieces = [whole, *(_SENTENCE.split(whole) if not name else ())]
        for piece in pieces:
            if _counts(piece, name=name and piece is whole):
                self._short.setdefault(piece, number)

    def _add_windows(self, line: str, number: int) -> None:
        bare = [found.span() for found in _BARE.finditer(line) if len(found[0]) >= WINDOW]
        for start in range(len(line) - WINDOW + 1):
            if bare and any(one <= start and start + WINDOW <= end for one, end in bare):
                continue
            self._windows.setdefault(hash(line[start : start + WINDOW]), number)

    def _take_away(self, shown: Iterable[str]) -> None:
        """Drop what stands in what is shown: each line of that is looked at once."""
        windows = self._windows
        seen: set[str] = set()
        automaton = AhoCorasick(list(self._short)) if self._short else None
        words = list(self._short)
        for text in shown:
            for line in plainly(_LINK.sub(r"\1", text)).split("\n"):
                if not line or line in seen:
                    continue
                seen.add(line)
                for start in range(len(line) - WINDOW + 1):
                    windows.pop(hash(line[start : start + WINDOW]), None)
                if automaton is not None:
                    for number, _, _ in automaton.find_matches_as_indexes(line, overlapping=True):
                        self._short.pop(words[number], None)

    def _all_groups(self, lines: list[str]) -> set[str]:
        groups: set[str] = set()
        windows = self._windows
        for line in lines:
            for start in range(len(line) - WINDOW + 1):
                if hash(line[start : start + WINDOW]) in windows:
                    groups.update(line[at : at + _GROUP] for at in range(start, start + _STEP))
        return groups

    def found_in(self, text: str, *, names: bool = True) -> Iterator[str]:
        """Yield the sources of what stands in a text that `plainly` has gone over.

        Without `names` nothing of two or three signs is looked for: in packed numbers or in
        words that only stand side by side they turn up by chance.
        """
        groups = self._groups
        if groups:
            for at in range(0, len(text) - _GROUP + 1, _STEP):
                if text[at : at + _GROUP] in groups:
                    yield from self._around(text, at)
        automaton = self._automaton if names else self._longer
        words = self._words if names else self._longer_words
        if automaton is not None:
            for number, start, end in automaton.find_matches_as_indexes(text):
                if _stands_alone(text, start, end):
                    yield self.sources[self._short[words[number]]]

    def _around(self, text: str, at: int) -> Iterator[str]:
        first = max(0, at - _STEP + 1)
        for start in range(first, min(at, len(text) - WINDOW) + 1):
            number = self._windows.get(hash(text[start : start + WINDOW]))
            if number is not None:
                yield self.sources[number]
                return


def _counts(piece: str, *, name: bool) -> bool:
    """Whether a short text is one to look for: long enough to be itself, no date, sum or number."""
    if len(piece) >= WINDOW and not name:
        return False
    if _BARE.fullmatch(piece) or _CITATION.fullmatch(piece):
        return False
    if re.search(f"[{_HAN}]", piece):
        return len(piece) >= (_SHORTEST_NAME if name else _SHORTEST)
    return len(piece) >= (_SHORTEST if name else _LATIN)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a match is no piece of a longer Latin word or number."""
    if start and text[start].isascii() and text[start].isalnum():
        before = text[start - 1]
        if before.isascii() and before.isalnum():
            return False
    if end < len(text) and text[end - 1].isascii() and text[end - 1].isalnum():
        after = text[end]
        return not (after.isascii() and after.isalnum())
    return True
