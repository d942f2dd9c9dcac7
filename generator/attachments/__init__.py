"""Floor 1: what hides in attachments; one format per file, found by being there.

A module declares in `ENDINGS` the endings that it takes (lower case, without the dot) and offers
`examine(name, raw, budget)`; it raises `Refused` where a file cannot be looked at.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import OrderedDict
from functools import cache
from hashlib import sha256
from types import ModuleType

from ._examined import MAX_DEPTH, MAX_FILE, Budget, Examined, Passage, Problem, Refused
from ._unknown import damaged, real_format, unknown

__all__ = ["Budget", "Examined", "Passage", "Problem", "examine", "examine_within", "formats"]

_REMEMBERED_BYTES = 256 * 1024 * 1024


@cache
def formats() -> dict[str, ModuleType]:
    """Every ending that is understood and the module that takes it; a new one is one new file."""
    found: dict[str, ModuleType] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        for ending in getattr(module, "ENDINGS", ()):
            found[ending] = module
    return found


def examine(name: str, raw: bytes) -> Examined:
    """Look through one attachment; `name` may be a path, only its ending counts.

    Never raises for what is in the file. The same bytes are looked through once in a process.
    """
    return _memory.recall(_ending(name), raw)


def examine_within(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a file that was found inside of another, counted against the same bounds."""
    ending = _ending(name)
    module = formats().get(ending)
    if module is None:
        return Examined(problems=(unknown(ending),))
    if len(raw) > MAX_FILE:
        hint = "把它拆成几个小文件；图片先压缩。"
        message = f"文件太大，上限是 {MAX_FILE // 1024 // 1024} MB，没有检查"
        return Examined(problems=(Problem("P307", message, hint),))
    if budget.depth >= MAX_DEPTH:
        hint = "把里面的文件取出来，直接放进 docs/。"
        return Examined(problems=(Problem("P307", "压缩包套得太深，没有检查", hint),))
    real = real_format(raw)
    if real and real.disguised_as(ending):
        return Examined(problems=(real.problem(ending),))
    budget.depth += 1
    try:
        examined: Examined = module.examine(name, raw, budget)
    except Refused as error:
        return Examined(problems=(error.problem,))
    except (RecursionError, MemoryError):
        return Examined(problems=(damaged("文件套得太深或太大，没有检查"),))
    finally:
        budget.depth -= 1
    return examined


def _ending(name: str) -> str:
    stem, dot, ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and stem else ""


class _Memory:
    """Results by ending and content, the oldest forgotten first when they grow too large."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, bytes], Examined] = OrderedDict()
        self._size = 0

    def recall(self, ending: str, raw: bytes) -> Examined:
        key = (ending, sha256(raw).digest())
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        examined = examine_within(f"_.{ending}", raw, Budget())
        self._known[key] = examined
        self._size += _size(examined)
        while self._size > _REMEMBERED_BYTES:
            _, oldest = self._known.popitem(last=False)
            self._size -= _size(oldest)
        return examined


def _size(examined: Examined) -> int:
    texts = sum(len(passage.text) for passage in examined.texts)
    return 1000 + 2 * texts + len(examined.published or b"")


_memory = _Memory()
