"""What a new project starts with: the files below starter/, its settings, its editor's settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..base.record import Record
from ..base.yaml_writer import write_yaml
from ..settings import Settings
from ._editor import editor_files

FOLDER = Path(__file__).parent.parent / "starter"
TEMPLATE = "mkdocs.yml.template"
_INTRODUCTION = "从一个岗位、一个领域、一个漏洞走进案例，对照条款，带走自查清单。"
_UNIT = "本案例库编辑部"
_NOTE = "请把页面标题和错误之处一并告诉我们"


def starter_files(kinds: Mapping[str, type[Record]], site_name: str) -> dict[str, bytes]:
    """Return every file of a new project by its path.

    Names in starter/ that begin with `dot-` stand for hidden ones, which packaging tools and
    .gitignore treat in their own ways.
    """
    files: dict[str, bytes] = {}
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.name != TEMPLATE:
            name = path.relative_to(FOLDER).as_posix()
            files[name.replace("dot-", ".", 1) if path.name.startswith("dot-") else name] = (
                path.read_bytes()
            )
    template = (FOLDER / TEMPLATE).read_text(encoding="utf-8")
    files["mkdocs.yml"] = configuration(template, site_name).encode()
    for name, text in editor_files(kinds, Settings()).items():
        files[name] = text.encode()
    for kind in kinds.values():
        if not any(name.startswith(f"{kind.folder}/") for name in files):
            files[f"{kind.folder}/.gitkeep"] = b""
    return files


def configuration(
    template: str,
    site_name: str,
    introduction: str = _INTRODUCTION,
    contact_unit: str = _UNIT,
    contact_note: str = _NOTE,
    reveal_key: str = "",
) -> str:
    """Fill the template of mkdocs.yml; it is the one source of a site's settings.

    Without a `reveal_key` the project gets one that nobody else has.
    """
    given = {
        "site_name": site_name,
        "introduction": introduction,
        "contact_unit": contact_unit,
        "contact_note": contact_note,
        "reveal_key": reveal_key or f"jm-{os.urandom(12).hex()}",
    }
    for name, value in given.items():
        template = template.replace(f"{{{{ {name} }}}}", _scalar(value))
    return template


def _scalar(text: str) -> str:
    written = write_yaml({"introduction": text}, Settings)
    return written.partition(": ")[2].strip()
