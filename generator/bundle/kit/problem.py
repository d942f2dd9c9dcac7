"""Why an installer folder cannot be made."""

from __future__ import annotations


class KitError(ValueError):
    """An installer folder cannot be made; the message is a Chinese sentence for the user."""
