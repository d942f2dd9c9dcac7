"""Texts to a Library: every record of the project, linked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from .addresses import ledger_page, record_page
from .base.declaration import shapes, value_at, walk
from .base.decode import decode
from .base.decoding import decode_text
from .base.document import read_document
from .base.finding import Finding, Place, Route
from .base.locate import locate
from .base.node import Mapping as MappingNode
from .base.node import Node, Scalar, Sequence
from .base.record import Record
from .base.reference import Reference, identifier_problem
from .base.suggest import nearest
from .base.yaml_errors import misread_text
from .citation_sources import Found, cited, found_in, found_on_page, page_key
from .citations import CitationLink, Registry
from .settings import Settings

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a record stands in, and what was read there."""

    path: str
    node: MappingNode = field(compare=False)
    marked: bool = True
    """Whether a `<` can be in it; a check need not look for tags where none can be."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference from a field of one record to another record."""

    source: Reference
    route: Route
    target: Reference


@dataclass(frozen=True)
class Library:
    """All records of a project in plain tables, by kind and id."""

    kinds: Mapping[str, type[Record]]
    records: Mapping[Reference, Record]
    origins: Mapping[Reference, Origin]
    settings: Settings
    today: date
    site_name: str = ""
    broken: frozenset[Reference] = frozenset()
    """Records with mistakes, in `records` as far as they could be read; a reference to one is
    not dangling. An empty id stands for a ledger whose rows could not be read."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """Hand-written pages by path below docs/."""
    assets: frozenset[str] = frozenset()
    """Other files below docs/."""
    hidden: frozenset[str] = frozenset()
    """Files below docs/ that the site does not show; they are in no other table."""
    site_files: frozenset[str] = frozenset()
    """Those files below docs/ that the settings of the site load."""
    attached: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of other files below docs/, read when they are asked for."""
    links: tuple[Link, ...] = ()
    backlinks: Mapping[Reference, tuple[Link, ...]] = field(default_factory=dict)
    citations: Mapping[Reference, tuple[CitationLink, ...]] = field(default_factory=dict)
    registry: Registry = field(default_factory=Registry)
    found: Mapping[Reference, tuple[Record | str, tuple[Found, ...]]] = field(default_factory=dict)
    """What each record and page cites, before it is resolved, beside what was read: a view of
    the library reads again only what it has changed."""

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind in order of id."""
        return self._by_kind.get(kind, ())

    def not_withdrawn(self, model: type[RecordType]) -> tuple[RecordType, ...]:
        """The records of one model that were not taken down, in order of id."""
        return tuple(
            one
            for one in self.of_kind(model.kind)
            if isinstance(one, model) and one.status != "已撤下"
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for key, record in self.records.items():
            found.setdefault(key.kind, []).append(record)
        return {kind: tuple(records) for kind, records in found.items()}

    def with_fields(self, *names: str) -> Iterator[tuple[Reference, Record]]:
        """The records of the kinds that have one of some fields, with their references."""
        kinds = {
            kind for kind, model in self.kinds.items() if not shapes(model).keys().isdisjoint(names)
        }
        return ((key, record) for key, record in self.records.items() if key.kind in kinds)

    def get(self, reference: Reference) -> Record | None:
        """The record that a reference leads to, whatever its part."""
        return self.records.get(reference.bare())

    def text_at(self, source: Reference, route: Route) -> str:
        """The text in which a citation stands: a field of a record, or a hand-written page."""
        record = self.records.get(source)
        return self.documents[source.id] if record is None else str(value_at(record, route))

    def is_broken(self, reference: Reference) -> bool:
        """Whether a record is there with mistakes, or may be in a ledger that cannot be read."""
        return reference.bare() in self.broken or Reference(reference.kind, "") in self.broken

    def place(self, reference: Reference, route: Route) -> Place:
        """Where a route of a record stands in its file, or the nearest thing around it."""
        return locate(self.origins[reference].node, self.kinds[reference.kind], route)


def key_of(record: Record) -> Reference:
    """The reference that leads to a record."""
    return Reference(record.kind, record.id)


def page_of(record: Record, part: str = "") -> str:
    """Where a record is shown: its page, else its row on the page of its ledger."""
    if record.paged:
        return record_page(Reference(record.kind, record.id, part))
    return f"{ledger_page(record.kind, record.ledger)}#{record.id}"


def read_library(
    files: Mapping[str, bytes],
    kinds: Mapping[str, type[Record]],
    settings: Settings,
    today: date,
    site_name: str = "",
    assets: Iterable[str] = (),
    hidden: Iterable[str] = (),
    site_files: Iterable[str] = (),
    attached: Mapping[str, bytes] | None = None,
) -> tuple[Library, list[Finding]]:
    """Read all files and link them.

    `files` maps paths below the project's root, with `/`, to bytes; `assets` are other files
    below docs/ with their bytes in `attached`, `hidden` those that the site does not show,
    `site_files` those that its settings load. Returns the library and every finding about the
    shape of the files.
    """
    reader = _Reader(kinds)
    documents: dict[str, str] = {}
    for path in sorted(files):
        if path.startswith("docs/"):
            text, findings = decode_text(files[path], path)
            reader.findings.extend(findings)
            documents[path.removeprefix("docs/")] = text
        else:
            reader.read(path, files[path])
    library = Library(
        kinds=kinds,
        records=dict(sorted(reader.records.items())),
        origins=reader.origins,
        settings=settings,
        today=today,
        site_name=site_name,
        broken=frozenset(reader.broken),
        documents=documents,
        assets=frozenset(assets),
        hidden=frozenset(hidden),
        site_files=frozenset(site_files),
        attached=attached or {},
    )
    return linked(library), reader.findings


class _Reader:
    def __init__(self, kinds: Mapping[str, type[Record]]) -> None:
        self.kinds = kinds
        self.records: dict[Reference, Record] = {}
        self.origins: dict[Reference, Origin] = {}
        self.broken: set[Reference] = set()
        self.marked = True
        self.findings: list[Finding] = []

    def read(self, path: str, raw: bytes) -> None:
        kind = next((k for k in self.kinds.values() if path.startswith(k.folder + "/")), None)
        if kind is None:
            near = nearest(path.rpartition("/")[0], (k.folder for k in self.kinds.values()))
            known = "、".join(f"{k.folder}/（{k.label}）" for k in self.kinds.values())
            hint = f"是不是 {near}/？" if near else ""
            hint += f"可用的文件夹：{known}。"
            self.say(path, "R020", "这个文件夹不放记录，文件没有被读取", hint)
            return
        stem = path.rpartition("/")[2].rpartition(".")[0]
        text, findings = decode_text(raw, path)
        self.findings.extend(findings)
        self.marked = "<" in text or "\\" in text
        node: Node | None = None
        if not findings:
            node, findings = read_document(text, path)
            self.findings.extend(findings)
            if _says_nothing(node) and not findings:
                hint = f"从「标题: …」写起，或用 anjian new {kind.kind} 生成一份带说明的样例。"
                self.say(path, "R011", "文件是空的", hint)
                node = None
        if node is None:
            self.broken.add(Reference(kind.kind, "" if kind.rows else stem))
        elif isinstance(node, MappingNode):
            problem = identifier_problem(stem)
            if problem:
                self.say(path, "R022", f"文件名不能用：{problem}", "改文件名；文件名就是编号。")
                return
            self._record(kind, path, stem, node)
        elif kind.rows and isinstance(node, Sequence):
            self._rows(kind, path, node)
        else:
            what = "列表" if isinstance(node, Sequence) else "一段文字"
            hint = "一个文件只放一条记录，从「标题: …」这样的一行写起。"
            if kind.rows:
                hint = "一个文件放一条或几条记录，几条时每条以「- 编号: …」开头。"
            if not any(one.code in ("R010", "R015") for one in findings):
                message = f"这里应当是一条{kind.label}记录，却是{what}"
                finding = Finding(path, "R012", message, hint=hint, place=node.place)
                self.findings.append(finding)
            self.broken.add(Reference(kind.kind, "" if kind.rows else stem))

    def _rows(self, kind: type[Record], path: str, node: Sequence) -> None:
        for number, row in enumerate(node.items):
            if not isinstance(row, MappingNode):
                message = f"第 {number + 1} 条应当是一组「名称: 内容」，却没有名称"
                hint = "每条以「- 编号: …」开头，其余各项在下面对齐。"
                misread = isinstance(row, Scalar) and misread_text(path, row.text, row.place)
                finding = Finding(path, "R104", message, hint=hint, place=row.place)
                self.findings.append(misread or finding)
                continue
            named = next((v for k, v in row.entries if k.text in ("编号", "id")), None)
            if not isinstance(named, Scalar) or not named.text.strip():
                message = f"第 {number + 1} 条没有「编号」"
                hint = "补上「编号: …」，用字母、数字、汉字和连字符，写定后不再改。"
                place = named.place if named else row.place
                self.findings.append(Finding(path, "R101", message, hint=hint, place=place))
                continue
            identifier = named.text.strip()
            problem = identifier_problem(identifier)
            if problem:
                hint = "改编号；记录的网址由它而来。"
                self.findings.append(Finding(path, "R022", problem, hint=hint, place=named.place))
                continue
            self._record(kind, path, identifier, row)

    def _record(self, kind: type[Record], path: str, identifier: str, node: MappingNode) -> None:
        key = Reference(kind.kind, identifier)
        record, findings = decode(node, kind, path, {"id": identifier}, partial=True)
        self.findings.extend(findings)
        if record is not None and record.id != identifier:
            place = locate(node, kind, ("id",))
            message = f"编号「{record.id}」与文件名「{identifier}」不一致"
            hint = "删去「编号」一行即可，文件名就是编号。"
            self.findings.append(Finding(path, "R105", message, hint=hint, place=place))
            record = record.model_copy(update={"id": type(record.id)(identifier)})
        if key in self.origins:
            other = self.origins[key]
            line = other.node.place.line
            message = f"编号「{identifier}」已经用在 {other.path} 第 {line} 行"
            hint = "同一种记录的编号不能重复，即使在不同文件夹里；给其中一条改名。"
            self.findings.append(Finding(path, "R023", message, hint=hint, place=node.place))
            return
        self.origins[key] = Origin(path, node, self.marked)
        if findings:
            self.broken.add(key)
        if record is not None:
            self.records[key] = record

    def say(self, path: str, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(path, code, message, hint=hint, place=Place(1, 1)))


def _says_nothing(node: Node | None) -> bool:
    if isinstance(node, Scalar):
        return node.plain and node.text.strip() in ("", "~", "null")
    return node is None or (isinstance(node, Sequence) and not node.items)


def linked(library: Library) -> Library:
    """Fill the tables of links, backlinks and citations; any older ones are replaced."""
    links = tuple(
        Link(key, route, value)
        for key, record in library.records.items()
        for route, value in walk(record, Reference)
    )
    backlinks: dict[Reference, list[Link]] = {}
    for link in links:
        target = link.target.bare()
        backlinks.setdefault(target, []).append(link)
    registry = Registry.of(library.records)
    texts: dict[Reference, Record | str] = {**library.records}
    texts.update((page_key(path), text) for path, text in library.documents.items())
    found = {}
    for key, source in texts.items():
        known = library.found.get(key)
        if known is not None and known[0] is source:
            found[key] = known
        elif isinstance(source, str):
            found[key] = (source, found_on_page(source, key.id, registry.names))
        else:
            found[key] = (source, found_in(source, registry.names))
    return replace(
        library,
        links=links,
        backlinks={key: tuple(found) for key, found in backlinks.items()},
        registry=registry,
        found=found,
        citations=cited(
            library.records,
            {key: some for key, (_, some) in found.items()},
            registry,
            library.today,
        ),
    )
