"""Floor 3: one format per file, for the site itself or for `anjian export`.

A module whose `export(edition)` yields assets adds files to every site; one whose
`documents(edition, only)` yields documents is a format of the command, described by its `FORMAT`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from ..base.page import Asset
from ..editions import Edition


@dataclass(frozen=True, slots=True)
class Format:
    """What the command says of a format."""

    label: str
    """For the table and the help, e.g. Word 文档：教案、讲义、一页案例."""
    lecturer_only: bool = False
    """Whether its files hold answers, so that only an edition with them can have it."""
    needs: tuple[str, ...] = ()
    """Modules outside the core that it is made with, by the name they are imported under."""
    extra: str = ""
    """The extra that brings these modules."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be made: nothing is worked out until `make` is called."""

    path: str
    """Where it stands below the folder that was asked for, with `/`."""
    inputs: str
    """A digest of all that goes into it: unchanged, the file need not be made again."""
    make: Callable[[], bytes]


def _modules() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {
        name: importlib.import_module(f"{__name__}.{name}")
        for name in names
        if not name.startswith("_")
    }


def export_names() -> tuple[str, ...]:
    """The names of all formats, in order: what a setting may allow."""
    return tuple(
        name
        for name, module in _modules().items()
        if hasattr(module, "export") or hasattr(module, "documents")
    )


def site_exports(edition: Edition) -> Iterator[Asset]:
    """Yield every file that the edition may export and that each site holds.

    A new format is one new file and no list to edit; its name is the name of the format.
    """
    allowed = edition.rule.exports
    for name, module in _modules().items():
        if hasattr(module, "export") and (allowed is None or name in allowed):
            yield from module.export(edition)


def file_formats() -> dict[str, Format]:
    """The formats of the command by name."""
    return {
        name: module.FORMAT for name, module in _modules().items() if hasattr(module, "documents")
    }


def documents(name: str) -> Callable[..., Iterator[Document]]:
    """The function `documents(edition, only)` of one format."""
    made: Callable[..., Iterator[Document]] = _modules()[name].documents
    return made
