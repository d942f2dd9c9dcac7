"""Settings of VS Code for a project: complete and check records while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..base.record import Record
from ..schema import json_schema
from ..settings import Settings

SCHEMA_FOLDER = ".vscode/schemas"


def editor_files(kinds: Mapping[str, type[Record]], settings: Settings) -> dict[str, str]:
    """Return the editor's settings and schemas by path below the project.

    Everything is local: no schema is looked up on the network.
    """
    files = {
        f"{SCHEMA_FOLDER}/{name}": text for name, text in schema_files(kinds, settings).items()
    }
    extensions = {
        "recommendations": ["redhat.vscode-yaml", "ms-ceintl.vscode-language-pack-zh-hans"]
    }
    return files | {
        ".vscode/settings.json": as_json(_settings(kinds)),
        ".vscode/extensions.json": as_json(extensions),
    }


def schema_files(kinds: Mapping[str, type[Record]], settings: Settings) -> dict[str, str]:
    """Return the JSON Schema of every kind as text, by file name."""
    return {f"{name}.json": as_json(json_schema(kind, settings)) for name, kind in kinds.items()}


def as_json(value: Any) -> str:
    """Write a value as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _settings(kinds: Mapping[str, type[Record]]) -> dict[str, Any]:
    generated = {"site": True, "docs/library": True}
    return {
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {
            f"./{SCHEMA_FOLDER}/{name}.json": [
                f"/{kind.folder}/**/*.{end}" for end in ("yaml", "yml")
            ]
            for name, kind in kinds.items()
        },
        # The formatter of the extension would wrap paragraphs, and a line is a paragraph here.
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            "editor.unicodeHighlight.ambiguousCharacters": False,
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.exclude": generated,
        "search.exclude": generated,
    }
