"""The dictionary of the index: terms with their postings, in sorted shards of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .cutting import cut
from .files import script
from .postings import FIRST_SIGN

LEAST, MOST = 5_500, 10_500
"""Signs in one shard; a sign takes two bytes."""
_OVERHEAD = 4
"""Signs that a term takes besides its postings: itself, a blank, the length, about."""


class Shard(NamedTuple):
    """One file: the first term in it, its name, its bytes."""

    first: str
    name: str
    content: bytes


def order(term: str) -> bytes:
    """Terms stand in the order in which JavaScript compares strings."""
    return term.encode("utf-16-be", "surrogatepass")


def shards(packed: Mapping[str, str]) -> Iterator[Shard]:
    """Write packed postings by term into shards: terms, lengths of the postings, postings."""
    terms = sorted(packed, key=order)
    sizes = [len(packed[term]) + _OVERHEAD for term in terms]
    for piece in cut(terms, sizes, LEAST, MOST):
        held = terms[piece.start : piece.stop]
        lengths = "".join([chr(FIRST_SIGN + len(packed[term])) for term in held])
        postings = "".join([packed[term] for term in held])
        name, content = script("terms", " ".join(held), lengths, postings)
        yield Shard(held[0], name, content)


def read_shard(values: Sequence[Any]) -> dict[str, str]:
    """Packed postings by term from the values of a file; raises ValueError for unsound ones."""
    if len(values) != 3 or not all(isinstance(one, str) for one in values):
        raise ValueError("索引文件不完整")
    terms, lengths, postings = values
    found: dict[str, str] = {}
    start = 0
    for term, sign in zip(terms.split(" "), lengths, strict=True):
        end = start + ord(sign) - FIRST_SIGN
        found[term] = postings[start:end]
        start = end
    if start != len(postings):
        raise ValueError("索引文件不完整")
    return found
