"""What is held back stands under an address that nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..library import Library, key_of
from ..records.lesson import Lesson
from ._finding import about

RULES = (("C404", "写了「揭示」就有揭示密钥"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every lesson that holds something back while there is no key."""
    if library.settings.teaching.reveal_key:
        return
    for lesson in library.of_kind("lesson"):
        if isinstance(lesson, Lesson) and lesson.reveals:
            hint = "在 mkdocs.yml 的 extra.anjian 里写「教学: {揭示密钥: …}」，随便敲二十几个字母。"
            message = "写了「揭示」，但没有揭示密钥，网址会被人猜到"
            yield about(library, key_of(lesson), ("reveals",), "C404", message, hint=hint)
