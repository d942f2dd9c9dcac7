"""Where a text that is held back stands: under a name that nobody guesses.

The name is a keyed hash; the key stays in the project's settings. That is a curtain, not a lock:
who has the address, or lists the files of a bundle, can read the page.
"""

from __future__ import annotations

import hashlib
import hmac

from .addresses import LIBRARY
from .base.reference import Reference
from .settings import Settings

REVEALS = f"{LIBRARY}/reveal"
_LENGTH = 20


def reveal_page(settings: Settings, lesson: Reference, position: int) -> str:
    """The page of one 揭示 of a lesson, counted from 0."""
    key = str(settings.teaching.reveal_key or "")
    text = f"{lesson}\n{position}"
    name = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:_LENGTH]
    return f"{REVEALS}/{name}.md"
