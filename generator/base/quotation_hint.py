"""Where quoted words first differ from those of an article, shown in a few words of both."""

from __future__ import annotations

from bisect import bisect_left

from .quotation_text import LINE, SIGNS, compare, first_failing, in_one_script, pieces_of

_BEFORE, _AFTER = 14, 26
"""How many signs are shown on either side of the difference."""


def difference_hint(quoted: str, article_text: str) -> str:
    """Show both texts around their first difference; "" where the quotation is right."""
    if compare(quoted, article_text) == "wrong":
        folded, places = _placed(quoted)
        whole, originals = _placed(article_text, flat=True)
        pieces = tuple(pieces_of(folded))
        failing = first_failing((one.text for one in pieces), whole)
        if failing is not None:
            piece, after = pieces[failing.number], failing.after
            start = places[piece.start]
            shown = _around(quoted, start, start)
            if piece.text in whole:
                return f"引文「{shown}」在该版原文里次序不同"
            same, place = _shared_start(piece.text, whole, after)
            if same < 4:
                end_same, end_place = _shared_end(piece.text, whole, after)
                if end_same > same:
                    same, place = len(piece.text) - end_same, end_place
            if place < 0:
                return f"引文「{shown}」；该版原文「{_around(article_text, 0, 0)}」"
            here = places[min(piece.start + same, len(places) - 1)]
            there = originals[place] if place < len(originals) else len(article_text)
            left, right = _around(quoted, start, here), _around(article_text, 0, there)
            return f"引文「{left}」；该版原文「{right}」"
    return ""


def _placed(text: str, *, flat: bool = False) -> tuple[str, list[int]]:
    """Fold a text and say for every sign of the result where it comes from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(in_one_script(text)):
        for folded in SIGNS[ord(sign)]:
            signs.append(folded)
            places.append(place)
    joined = "".join(signs)
    if flat:
        dropped = {place for found in LINE.finditer(joined) for place in range(*found.span())}
        kept = [place for place in range(len(joined)) if place not in dropped]
        joined, places = "".join(joined[one] for one in kept), [places[one] for one in kept]
    return joined, places


def _shared_start(piece: str, whole: str, after: int) -> tuple[int, int]:
    """How much of the piece's beginning the text has, and where the text goes on; -1: nothing."""
    size = bisect_left(range(len(piece)), 1, key=lambda n: piece[: n + 1] not in whole)
    place = whole.find(piece[:size], after) if size else -1
    if place < 0 and size:
        place = whole.find(piece[:size])
    return size, place + size if place >= 0 else -1


def _shared_end(piece: str, whole: str, after: int) -> tuple[int, int]:
    """How much of the piece's end the text has, and where that begins there; -1: nothing."""
    size = bisect_left(range(len(piece)), 1, key=lambda n: piece[-n - 1 :] not in whole)
    place = whole.find(piece[len(piece) - size :], after) if size else -1
    if place < 0 and size:
        place = whole.find(piece[len(piece) - size :])
    return size, place


def _around(text: str, start: int, place: int) -> str:
    """Some words of a text around a place, on one line, from `start` on."""
    first = max(start, place - _BEFORE)
    last = min(len(text), place + _AFTER)
    words = "".join(text[first:last].split())
    return ("…" if first > 0 else "") + words + ("…" if last < len(text) else "")
