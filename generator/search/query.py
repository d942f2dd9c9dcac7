"""What a reader typed, taken apart: parts that must all be found, each in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .document import TITLE
from .fold import parted, squeezed, words
from .pinyin import matching_names
from .reader import Index
from .synonyms import other_numbers
from .tokens import TITLE_MARK, pairs

MOST_SIGNS = 300
"""Signs of a query that are looked at."""
_MOST_WAYS = 8
_SHORT = 4
"""Up to so many signs the pairs alone tell enough."""
_TITLED = 8
"""Up to so many signs a query may be the name of a page."""
_ASKING = 8
"""From so many signs on a query may be a question."""
_OWN_WEIGHT, _OTHER_WEIGHT = 1.0, 0.9
_BLANK = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space as browsers know it."""
_QUOTES = '“”"「」『』'
_TOKEN = re.compile(
    rf"(?:([^{_BLANK}:：{_QUOTES}]+)[:：])?"
    rf"(?:[“\"「『]([^{_QUOTES}]*)(?:[”\"」』]|$)|([^{_BLANK}{_QUOTES}]+))"
)


@dataclass(frozen=True, slots=True)
class Way:
    """One writing of a part; `reason` says in words why it is looked for, "" as typed."""

    text: str
    spelt: str
    """The text with its commas and stops, as `parted` writes them."""
    reason: str
    required: tuple[str, ...]
    """Terms of which a page must hold every one to hold the text."""
    scored: tuple[tuple[str, int], ...]
    weight: float
    titled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the query between blanks, or a quoted phrase."""

    typed: str
    ways: tuple[Way, ...]
    pages: tuple[int, ...] = ()
    """First slots of pages whose title sounds like what was typed."""
    title_only: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All that was typed: texts to find, and values of facets to keep to."""

    parts: tuple[Part, ...]
    scopes: tuple[tuple[str, str], ...]
    synonyms: tuple[tuple[str, str], ...] = field(default=())


def parse(index: Index, text: str, within: Iterable[str] = ()) -> Query:
    """Take a query apart; `within` are texts that must be found besides."""
    parts: list[Part] = []
    scopes: list[tuple[str, str]] = []
    synonyms: dict[tuple[str, str], None] = {}
    pieces = list(_pieces(index, text[:MOST_SIGNS]))
    pieces += [("", one[:MOST_SIGNS], True) for one in within]
    total = sum(len(squeezed(piece)) for label, piece, _ in pieces if not label)
    for label, piece, quoted in pieces:
        if label and label != TITLE:
            if squeezed(piece):
                scopes.append((label, piece))
            continue
        if squeezed(piece):
            part = _part(index, piece, quoted=quoted, total=total, title=bool(label))
            parts.append(part)
            for word, other in _used(index, squeezed(piece)):
                synonyms[word, other] = None
    return Query(tuple(parts), tuple(scopes), tuple(synonyms))


def _pieces(index: Index, text: str) -> Iterable[tuple[str, str, bool]]:
    """Label, text and whether it was quoted."""
    labels = {squeezed(one): one for one in index.scopes()}
    for label, quoted, bare in _TOKEN.findall(text):
        piece = quoted or bare
        if not label and bare[-1:] in (":", "：") and squeezed(bare) in labels:
            continue  # what is to follow has not been typed yet
        known = labels.get(squeezed(label), "") if label else ""
        if label and not known:
            piece = f"{label}:{piece}"
        yield known, piece, bool(quoted)


def _part(index: Index, piece: str, *, quoted: bool, total: int, title: bool) -> Part:
    base = squeezed(piece)
    found: dict[str, str] = {base: ""}
    found.setdefault(other_numbers(base), "条号写法")
    for text, reason in list(found.items()):
        for word, other in _used(index, text):
            replaced = text.replace(squeezed(word), squeezed(other))
            found.setdefault(replaced, reason or f"同义词：{other}")
    pages: list[int] = []
    if _latin(base):
        names, pages = matching_names(index.names(), base)
        for name in names:
            found.setdefault(squeezed(name), f"拼音：{name}")
    form = _Form(quoted=quoted, titled=title or total <= _TITLED, title_only=title)
    ways = [_way(index, text, reason, form) for text, reason in list(found.items())[:_MOST_WAYS]]
    ways[0] = replace(
        ways[0],
        spelt=parted(piece).strip("|"),
        scored=(*ways[0].scored, *((word, 1) for word in dict.fromkeys(words(piece)))),
    )
    return Part(piece, tuple(ways), tuple(pages), title)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a part was typed."""

    quoted: bool
    titled: bool
    title_only: bool


def _latin(text: str) -> bool:
    return len(text) > 1 and text.isascii() and text.isalpha()


def _used(index: Index, text: str) -> Iterable[tuple[str, str]]:
    """Pairs of a word that stands in a text and another of its meaning."""
    for group in index.synonyms:
        for word in group:
            if squeezed(word) in text:
                for other in group:
                    # A longer name holds the shorter one, so nothing more would be found by it.
                    if squeezed(word) not in squeezed(other) and squeezed(other) not in text:
                        yield word, other


def _way(index: Index, text: str, reason: str, form: _Form) -> Way:
    segments = [text]
    if len(text) >= _ASKING and not form.quoted:
        segments = [one for one in _asking(tuple(index.questions)).split(text) if one] or [text]
    required = tuple(dict.fromkeys(pair for one in segments for pair in pairs(one)))
    scored: dict[str, int] = {}
    for one in segments:
        for pair in pairs(one):
            scored[pair] = scored.get(pair, 0) + 1
    if len(text) > _SHORT:
        for one in segments:
            for sign in one:
                if len(one) > 1 and sign not in index.frequent:
                    scored[sign] = scored.get(sign, 0) + 1
    marks = tuple(TITLE_MARK + pair for pair in dict.fromkeys(pairs(text)))
    return Way(
        text,
        text,
        reason,
        marks if form.title_only else required,
        tuple(scored.items()),
        _OTHER_WEIGHT if reason else _OWN_WEIGHT,
        marks if form.titled else (),
    )


@lru_cache(maxsize=4)
def _asking(question_words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, question_words)))
