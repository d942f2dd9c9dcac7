"""New and changed rows into the texts of ledger files, each read back before it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ..base.declaration import shapes
from ..base.decode import decode
from ..base.decoding import decode_text
from ..base.document import read_document
from ..base.finding import Level
from ..base.node import Mapping as MappingNode
from ..base.node import Node, Scalar, Sequence
from ..base.record import Record
from ..base.reference import Reference
from ..base.yaml_writer import write_yaml
from ..ledger_text import Change, appended, changed
from ..library import Library
from .changes import Draft, written
from .plain import plain
from .told import Told


def group_of(record: Record) -> str:
    """The name of the ledger file that a record belongs to, without its ending."""
    model = type(record)
    if not model.rows:
        return record.id
    parts = []
    value = getattr(record, model.ledger_field) if model.ledger_field else None
    if isinstance(value, Reference):
        parts.append(value.id)
    day = getattr(record, model.ledger_year) if model.ledger_year else None
    if day is not None:
        parts.append(str(day.year))
    return "-".join(parts) or f"{model.kind}s"


def ledger_files(
    drafts: Iterable[Draft], library: Library, files: Mapping[str, bytes], folder: str, told: Told
) -> dict[str, bytes]:
    """The new contents of the files that rows change, by path; a mistake is told.

    `files` are those of the project, `folder` is where new ones go.
    """
    return _Writer(library, files, folder, told).written(list(drafts))


class _Writer:
    def __init__(
        self, library: Library, files: Mapping[str, bytes], folder: str, told: Told
    ) -> None:
        self.library = library
        self.files = files
        self.folder = folder
        self.told = told
        self.roots: dict[str, Node | None] = {}

    def written(self, drafts: list[Draft]) -> dict[str, bytes]:
        homes: dict[str, Counter[str]] = {}
        for draft in drafts[:1]:
            for record in self.library.of_kind(draft.record.kind):
                homes.setdefault(group_of(record), Counter())[self._path_of(record)] += 1
        touched: dict[str, list[Draft]] = {}
        for draft in drafts:
            if draft.before is None:
                touched.setdefault(self._new_path(draft.record, homes), []).append(draft)
            elif draft.changed:
                touched.setdefault(self._path_of(draft.record), []).append(draft)
        made = {}
        for path, some in sorted(touched.items()):
            old = self.files.get(path, b"")
            text = self._text(path, some)
            if text is not None and self._reads_back(path, text, some):
                mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
                whole = text.replace("\n", "\r\n") if b"\r\n" in old else text
                made[path] = (mark + whole).encode()
        return made

    def _path_of(self, record: Record) -> str:
        return self.library.origins[Reference(record.kind, record.id)].path

    def _new_path(self, record: Record, homes: Mapping[str, Counter[str]]) -> str:
        """The file for a new record: where most of its group stand, else one of its own."""
        group = group_of(record)
        if type(record).rows:
            for path, _ in homes.get(group, Counter()).most_common():
                if isinstance(self._root(path), Sequence):
                    return path
        path = f"{self.folder}/{group}.yaml"
        number = 1
        while isinstance(self._root(path), (MappingNode, Scalar)):
            number += 1
            path = f"{self.folder}/{group}-{number}.yaml"
        return path

    def _root(self, path: str) -> Node | None:
        if path not in self.roots:
            text, _ = decode_text(self.files.get(path, b""), path)
            self.roots[path] = read_document(text, path)[0] if text.strip() else None
        return self.roots[path]

    def _text(self, path: str, drafts: list[Draft]) -> str | None:
        text, _ = decode_text(self.files.get(path, b""), path)
        root = self._root(path)
        model = type(drafts[0].record)
        changes = [self._change(one) for one in drafts if one.before is not None]
        if changes and isinstance(root, (MappingNode, Sequence)):
            text = changed(text, root, changes, model)
        new = [one for one in drafts if one.before is None]
        if not new:
            return text
        names = {
            one.record.id: tuple(dict.fromkeys(("id", *one.changed, "audience"))) for one in new
        }
        values = [written(one, names[one.record.id]) for one in new]
        if not model.rows:
            return write_yaml({k: v for k, v in values[0].items() if k != "id"}, model)
        listed = root if isinstance(root, Sequence) else None
        more = appended(text, listed, [write_yaml(one, model) for one in values])
        if more is None:
            hint = "把它改成每条以「- 编号: …」开头的写法，再导入。"
            self.told.say("I323", f"{path} 不是每行以「- 」开头的写法，加不进新的一行", hint)
        return more

    def _change(self, draft: Draft) -> Change:
        model = type(draft.record)
        before = draft.before
        node = self.library.origins[Reference(draft.record.kind, draft.record.id)].node
        after: dict[str, Any] = written(draft, draft.changed)
        for name in draft.changed:
            if name in draft.emptied or after[name] in (None, []):
                after[name] = None
        held = {key.text.strip() for key, _ in node.entries}
        names = [
            name
            for name, shape in shapes(model).items()
            if {shape.label, name, *shape.also} & held or name in draft.changed
        ]
        whole = {
            n: v for n, v in written(draft, tuple(names)).items() if after.get(n, v) is not None
        }
        old = {name: plain(getattr(before, name), model, name) for name in draft.changed}
        return Change(node, old, after, whole)

    def _reads_back(self, path: str, text: str, drafts: list[Draft]) -> bool:
        """Whether the new text says what it should, of these rows and of all others."""
        clean, findings = decode_text(text.encode("utf-8", "surrogatepass"), path)
        root, more = read_document(clean, path)
        bad = [one for one in (*findings, *more) if one.level is Level.ERROR]
        model = type(drafts[0].record)
        wanted = {
            record.id: record
            for record in self.library.of_kind(model.kind)
            if self._path_of(record) == path
        } | {one.record.id: one.record for one in drafts}
        nodes = root.items if isinstance(root, Sequence) else [root]
        stem = path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
        differs = False
        for node in nodes:
            if not isinstance(node, MappingNode) or bad:
                continue
            given = {} if isinstance(root, Sequence) else {"id": stem}
            record, found = decode(node, model, path, given)
            bad += found
            if record is not None and wanted.pop(record.id, None) != record:
                differs = True
        if not bad and not wanted and not differs:
            return True
        reason = f"：{bad[0].message}" if bad else ""
        hint = "台账太大就分成几个文件；写法特别的行请手工改。"
        self.told.say("I323", f"写进 {path} 以后读不回来{reason}，没有导入", hint)
        return False
