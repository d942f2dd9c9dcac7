"""The regulations of a project without the rest, for commands that ask about them alone."""

from __future__ import annotations

from pathlib import Path

from ..build import project_settings
from ..disk import read_project
from ..library import Library, read_library
from ..records import all_kinds
from ..records.regulation import Regulation
from ..today import today as day


def regulations(root: Path, today: str | None = None) -> Library:
    """Read the regulations below `root`; mistakes in them are left to `anjian check`."""
    project = read_project(root)
    settings, _, _ = project_settings(project)
    folder = f"{Regulation.folder}/"
    files = {path: raw for path, raw in project.files.items() if path.startswith(folder)}
    library, _ = read_library(files, all_kinds(), settings, day(today))
    return library
