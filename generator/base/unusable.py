"""The error for a value that an author wrote and that cannot be used."""

from __future__ import annotations


class UnusableError(ValueError):
    """Says in Chinese what is wrong; `hint` what to do, `field` which of several it is about."""

    def __init__(self, message: str, hint: str = "", field: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.field = field
