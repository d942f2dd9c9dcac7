"""Cut a long row into pieces of bounded size, so that a small change moves few of the cuts."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def cut(names: Sequence[str], sizes: Sequence[int], least: int, most: int) -> list[range]:
    """Return ranges whose sizes add up to something between `least` and `most`.

    Where a piece may end, it ends before the name with the smallest checksum: what changes
    elsewhere in the row does not move it. One item that is larger than `most` stands alone, and
    the last piece may be small.
    """
    pieces = []
    start, total = 0, len(names)
    while start < total:
        size, end = sizes[start], start + 1
        best, lowest = 0, 1 << 32
        while end < total and size + sizes[end] <= most:
            if size >= least:
                sum_ = zlib.crc32(names[end].encode("utf-8", "surrogatepass"))
                if sum_ < lowest:
                    best, lowest = end, sum_
            size += sizes[end]
            end += 1
        if end < total:
            sum_ = zlib.crc32(names[end].encode("utf-8", "surrogatepass"))
            if not best or (size >= least and sum_ < lowest):
                best = end
            end = best
        pieces.append(range(start, end))
        start = end
    return pieces
