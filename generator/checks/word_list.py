"""Trades and posts come from the lists in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..base.suggest import nearest
from ..base.text import fold_word
from ..library import Library
from ._finding import about

RULES = (("C211", "领域和岗位在 mkdocs.yml 的清单里"),)
_FIELDS = {
    "industry": "industries",
    "industries": "industries",
    "posts": "posts",
}


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every trade and post that is on no list."""
    folded = {
        setting: {fold_word(word) for word in getattr(library.settings, setting)}
        for setting in set(_FIELDS.values())
    }
    for key, record in library.records.items():
        for name, setting in _FIELDS.items():
            value = getattr(record, name, None)
            if not value:
                continue
            words = tuple(getattr(library.settings, setting))
            values = value if isinstance(value, tuple) else (value,)
            for number, word in enumerate(values):
                if fold_word(word) in folded[setting]:
                    continue
                label = "领域" if setting == "industries" else "岗位"
                route = (name, number) if isinstance(value, tuple) else (name,)
                near = nearest(word, words)
                hint = f"是不是「{near}」？" if near else ""
                hint += f"要增加{label}，写进 mkdocs.yml 的 extra.anjian.{label}。"
                message = f"{label}「{word}」不在清单里：{'、'.join(words)}"
                yield about(library, key, route, "C211", message, hint=hint)
