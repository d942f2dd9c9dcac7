"""One person under two masks in one record: 局长张某 here, 局长张某某 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ._name_signs import COMPOUND_SURNAMES, DOUBTFUL_SURNAMES, PLAIN_SURNAMES
from .hit import TITLES, Hit
from .spelled import BREAK

_SURNAMES = "".join(sorted(PLAIN_SURNAMES | DOUBTFUL_SURNAMES))
_MASK = re.compile(
    f"(?P<surname>{'|'.join(COMPOUND_SURNAMES)}|[{_SURNAMES}])"
    r"(?P<rest>某某|某[甲乙丙丁戊己庚辛]?|[×＊]{1,2}|\*{1,2}(?!\*)|[xX]{1,2}(?![A-Za-z]))"
    r"(?![\u3400-\u9fff]{0,4}(?:公司|局|县|市|镇|村|院|店|厂|中心|集团|银行))"
)
_SEAT = (
    r"(?:副?[局处科厅部院校所站队组县市区镇乡州村会行厂]长|副?书记|副?主任|(?:副?总)?经理|副?主席|副?董事长"
    r"|会计|出纳|法定代表人|实际控制人|总监)"
)
_BEFORE = re.compile(rf"(?P<post>[\u3400-\u9fff]{{0,8}}?(?:原)?(?P<seat>{_SEAT}))$")
_AFTER = re.compile(
    r"[，,（(](?:男，|女，|汉族，|中共党员，|群众，|时任|系|原){0,4}"
    rf"[\u3400-\u9fff（）()]{{0,20}}?(?P<seat>{_SEAT})(?=[，,。；;）)\s])"
)
_SIGN = re.compile("[某×＊*xX]")
"""What no mask is without."""

_SENTENCE = re.compile("[。！？!?\n]")


def detect_record(
    texts: Sequence[str], _allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, Hit]]:
    """Yield a second mask whose surname and post are those of another one.

    Two masks that stand in one sentence are two persons, whatever their posts.
    """
    if not _SIGN.search(BREAK.join(texts)):
        return
    found = [(number, mask) for number, text in enumerate(texts) for mask in _masks(text)]
    apart = _together(texts)
    first: dict[tuple[str, str], str] = {}
    style: dict[str, str] = {}
    for number, mask in found:
        surname, written = mask["surname"], mask[0]
        for key in [(surname, seat) for seat in _seats(texts[number], mask)]:
            other = first.setdefault(key, written)
            if other != written and frozenset((other, written)) not in apart:
                apart.add(frozenset((other, written)))
                yield number, _hit(mask, other, f"同是{key[1]}")
        other = style.setdefault(surname, written)
        mixed = ("某" in other) != ("某" in written)
        if mixed and frozenset((other, written)) not in apart:
            apart.add(frozenset((other, written)))
            yield number, _hit(mask, other, "写法不一")


def _masks(text: str) -> Iterator[re.Match[str]]:
    if _SIGN.search(text):
        yield from _MASK.finditer(text)


def _seats(text: str, mask: re.Match[str]) -> Iterator[str]:
    before = _BEFORE.search(text[max(0, mask.start() - 12) : mask.start()])
    if before:
        yield before["seat"]
    after = _AFTER.match(text, mask.end())
    if after:
        yield after["seat"]


def _together(texts: Sequence[str]) -> set[frozenset[str]]:
    """The pairs of masks of one surname that stand in one sentence."""
    pairs: set[frozenset[str]] = set()
    for text in texts:
        if "某" not in text:
            continue
        for sentence in _SENTENCE.split(text):
            by_surname: dict[str, set[str]] = {}
            for mask in _masks(sentence):
                by_surname.setdefault(mask["surname"], set()).add(mask[0])
            for masks in by_surname.values():
                pairs |= {frozenset((one, other)) for one in masks for other in masks}
    return pairs


def _hit(mask: re.Match[str], other: str, why: str) -> Hit:
    what = f"{TITLES['P111']}：{other}、{mask[0]}（{why}）"
    return Hit(mask.start(), mask.end(), "P111", what, mask[0], other, certain=False)
