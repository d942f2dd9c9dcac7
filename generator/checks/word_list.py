"""Trades and posts come from the lists in mkdocs.yml; several words are several items."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..base.suggest import nearest
from ..base.text import fold_word
from ..library import Library
from ..settings import WORD_LISTS
from ._finding import about

RULES = (
    ("C211", "领域和岗位在 mkdocs.yml 的清单里"),
    ("C212", "列表的各项用半角逗号和半角方括号分开"),
)
_FREE = ("keywords", "conduct")
_WIDE = frozenset("，；【】［］")
_SEPARATE = "各项用半角逗号分开，放进半角方括号，例如「[第一项, 第二项]」。"


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every trade and post that is on no list."""
    folded = {
        setting: {fold_word(word) for word in getattr(library.settings, setting)}
        for setting in set(WORD_LISTS.values())
    }
    for name, setting in WORD_LISTS.items():
        words = tuple(getattr(library.settings, setting))
        for key, record in library.with_fields(name):
            value = getattr(record, name)
            for number, word in enumerate(value if isinstance(value, tuple) else (value,)):
                if not word or fold_word(word) in folded[setting]:
                    continue
                label = "领域" if setting == "industries" else "岗位"
                route = (name, number) if isinstance(value, tuple) else (name,)
                near = nearest(word, words)
                hint = f"是不是「{near}」？" if near else f"可用的{label}：{'、'.join(words)}。"
                hint += f"要增加{label}，写进 mkdocs.yml 的 extra.anjian.{label}。"
                hint = _SEPARATE if _WIDE.intersection(word) or "、" in word else hint
                message = f"{label}「{word}」不在清单里"
                yield about(library, key, route, "C211", message, hint=hint)
    for name in _FREE:
        for key, record in library.with_fields(name):
            for number, word in enumerate(getattr(record, name)):
                if _WIDE.intersection(word):
                    message = f"「{word[:30]}」像是几项写成了一项"
                    route = (name, number)
                    yield about(
                        library, key, route, "C212", message, level=Level.WARNING, hint=_SEPARATE
                    )
