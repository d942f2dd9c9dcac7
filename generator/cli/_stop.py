"""The one exception with which a command says that it cannot run."""

from __future__ import annotations


class Stop(Exception):  # noqa: N818 - `raise Stop(…)` is what happens
    """The command could not run; the message is a Chinese sentence."""
