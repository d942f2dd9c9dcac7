"""Making the files of chosen formats: only what has changed, one file at a time, none half."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..base.finding import Finding, Level
from ..base.reference import Reference
from ..bundle.leaks import LeakTest
from ..disk import write_file
from ..edition_rules import EditionRule
from ..editions import Edition
from ..exports import Document, documents, file_formats
from ._progress import Steps
from ._stop import Stop

_RECORD = ".anjian-export.json"


@dataclass(frozen=True, slots=True)
class Written:
    """One file that stands in the folder now."""

    form: str
    path: str
    size: int
    made: bool
    """False where it stood there already, unchanged."""


def allowed_formats(names: Sequence[str], rule: EditionRule) -> list[str]:
    """The formats that are asked for, each once; raises Stop for one that cannot be had."""
    known = file_formats()
    for name in names:
        if name not in known:
            listed = "；".join(f"{one}（{form.label}）" for one, form in known.items())
            raise Stop(f"没有「{name}」这种格式，可用：{listed}。")
        form = known[name]
        if form.lecturer_only and not rule.lecturer_fields:
            raise Stop(f"{name} 带有答案，只能从教员版导出：加上 --edition lecturer。")
        if rule.exports is not None and name not in rule.exports:
            raise Stop(f"{rule.title}不导出 {name}；mkdocs.yml 的「版本」里写明了它可以导出什么。")
        missing = [one for one in form.needs if importlib.util.find_spec(one) is None]
        if missing:
            raise Stop(
                f'导出 {name} 还缺 {"、".join(missing)}：pip install "anjian[{form.extra}]"。'
            )
    return list(dict.fromkeys(names))


def chosen_records(edition: Edition, wanted: Sequence[str]) -> frozenset[Reference]:
    """The records named by id or by kind and id; raises Stop for one that is not there."""
    found: set[Reference] = set()
    for one in wanted:
        kind, slash, identifier = one.rpartition("/")
        keys = [
            key
            for key in edition.library.records
            if key.id == identifier and (not slash or key.kind == kind)
        ]
        if not keys:
            raise Stop(f"{edition.rule.title}里没有编号为「{one}」的记录。")
        found.update(keys)
    return frozenset(found)


class Exporter:
    """Writes documents into one folder and remembers what each was made from."""

    def __init__(self, folder: Path, leaks: LeakTest | None) -> None:
        self.folder = folder
        self.leaks = leaks
        self.leaked: list[Finding] = []
        self.before = _record_of(folder)
        self.now: dict[str, Mapping[str, str]] = {}

    def write(
        self, names: Sequence[str], edition: Edition, only: Collection[Reference], steps: Steps
    ) -> Iterator[Written]:
        """Write every document of the formats; yields each as it stands in the folder."""
        for name in names:
            steps(f"导出 {name}")
            for document in documents(name)(edition, only):
                one = self._one(name, document)
                if one is not None:
                    yield one
        self._remember()

    def _one(self, name: str, document: Document) -> Written | None:
        target = self.folder / document.path
        inputs = f"{document.inputs} {__version__}"
        known = self.before.get(document.path, {})
        if known.get("inputs") == inputs and _digest_of(target) == known.get("file"):
            self.now[document.path] = known
            return Written(name, document.path, target.stat().st_size, made=False)
        content = document.make()
        if self.leaks is not None:
            found = self.leaks.of_files({document.path: content})
            self.leaked += found
            if any(one.level is Level.ERROR for one in found):
                return None
        target.parent.mkdir(parents=True, exist_ok=True)
        write_file(target, content)
        digest = hashlib.sha256(content).hexdigest()
        self.now[document.path] = {"inputs": inputs, "file": digest}
        return Written(name, document.path, len(content), made=True)

    def _remember(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = {**self.before, **self.now}
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write_file(self.folder / _RECORD, text.encode())


def _record_of(folder: Path) -> dict[str, Mapping[str, str]]:
    try:
        known = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {str(path): one for path, one in known.items() if isinstance(one, dict)}


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
