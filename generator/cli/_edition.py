"""Which edition a command is to make, by the settings of the project."""

from __future__ import annotations

from pathlib import Path

from ..base.project import Project
from ..build import project_settings
from ..disk import CONFIGURATION
from ..edition_rules import EditionRule, edition_rule


def configuration(root: Path) -> bytes:
    """The bytes of mkdocs.yml, none where it cannot be read; what is wrong the checks say."""
    try:
        return (root / CONFIGURATION).read_bytes()
    except OSError:
        return b""


def chosen_edition(root: Path, name: str | None) -> EditionRule:
    """The edition of that name; raises ValueError with a sentence where there is none."""
    settings, _, _ = project_settings(Project({}, configuration=configuration(root)))
    return edition_rule(settings, name)
