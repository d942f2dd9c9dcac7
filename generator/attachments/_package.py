"""The parts of an Office file and how they hang together; a copy that can be written again.

After ECMA-376 part 2, Open Packaging Conventions.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from ..base.archive import Archive, ArchiveError, ArchiveLimits, ArchiveProblem, packed_again
from ..base.xml_elements import local
from ._examined import Budget, Refused
from ._unknown import damaged
from ._xml import Element, attribute, children, parse, remove, serialized

LIMITS = ArchiveLimits(members=5000, member=64 * 1024**2, total=192 * 1024**2, ratio=250)
_TYPES = "[Content_Types].xml"
_DAMAGED = damaged()
_PROBLEMS = {
    ArchiveProblem.DAMAGED: (_DAMAGED.code, _DAMAGED.message, _DAMAGED.hint),
    ArchiveProblem.LOCKED: ("P307", "设了密码，不能检查", "去掉密码，另存一份再放进来。"),
    ArchiveProblem.CROWDED: ("P307", "里面的文件多得不正常，没有检查", "把它拆成几个小文件。"),
    ArchiveProblem.SWOLLEN: ("P307", "解开后大得不正常，没有检查", "把它拆成几个小文件。"),
}
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def refused(error: ArchiveError) -> Refused:
    """Return the refusal of an archive in words."""
    return Refused(*_PROBLEMS[error.problem])


@dataclass(frozen=True, slots=True)
class Relation:
    """That one part needs another, or an address outside of the file."""

    id: str
    type: str
    target: str
    """The name of a part; for an external one the address as it stands there."""
    external: bool

    @property
    def role(self) -> str:
        """The last word of the type, the same in the transitional and the strict format."""
        return self.type.rstrip("/").rpartition("/")[2]


class Package:
    """A working copy of an Office file: parts can be changed and dropped.

    Raises Refused where the file cannot be opened.
    """

    def __init__(self, raw: bytes, budget: Budget) -> None:
        """Unpack every part."""
        try:
            archive = Archive(raw, LIMITS, budget.take)
            if archive.repeated:
                raise Refused(*_PROBLEMS[ArchiveProblem.DAMAGED])
            self.parts = {n: archive.read(n) for n in archive.names if not n.endswith("/")}
        except ArchiveError as error:
            raise refused(error) from error
        self._raw = raw
        self._budget = budget
        self._read = dict(self.parts)
        self._plain = archive.plain
        self.comment = archive.comment
        if _TYPES not in self.parts:
            hint = "用 WPS 或 Office 打开，另存一份再放进来。"
            raise Refused("P307", "这是压缩包，不是 Office 文件，没有检查", hint)
        self._folded = {name.lower(): name for name in self.parts}
        self._types = parse(self.parts[_TYPES], budget)
        self._relations: dict[str, list[Relation]] = {}
        self._roots: dict[str, Element] = {}
        for source in self.reached():
            self.relations(source)

    def relations(self, source: str) -> list[Relation]:
        """Return what a part needs; "" stands for the file itself."""
        if source not in self._relations:
            raw = self.parts.get(_beside(source))
            found = (
                [] if raw is None else [self._relation(source, e) for e in parse(raw, self._budget)]
            )
            self._relations[source] = found
        return self._relations[source]

    def _relation(self, source: str, element: Element) -> Relation:
        target = attribute(element, "Target")
        external = attribute(element, "TargetMode").lower() == "external"
        if not external:
            target = target.partition("#")[0]
            joined = posixpath.join("/", posixpath.dirname(source), target)
            name = posixpath.normpath(joined).lstrip("/")
            if name.lower() not in self._folded:
                name = unquote(name)
            target = self._folded.get(name.lower(), name)
        return Relation(attribute(element, "Id"), attribute(element, "Type"), target, external)

    def reached(self) -> list[str]:
        """Return the file itself ("") and the parts that it leads to, nearest first."""
        order, seen = [""], {""}
        for source in order:
            for relation in self.relations(source):
                target = relation.target
                if not relation.external and target in self.parts and target not in seen:
                    seen.add(target)
                    order.append(target)
        return order

    def every_relation(self) -> Iterator[tuple[str, Relation]]:
        """Yield each relation of the file with the part that it starts from."""
        for source in self.reached():
            for relation in tuple(self.relations(source)):
                yield source, relation

    def target(self, source: str, role: str) -> str:
        """Return the first part that `source` needs in a role, "" where there is none."""
        found = (r.target for r in self.relations(source) if r.role == role and not r.external)
        return next((name for name in found if name in self.parts), "")

    def root(self, name: str) -> Element:
        """Return the root element of a part; changes to it are written with `changed`."""
        if name not in self._roots:
            self._roots[name] = parse(self.parts[name], self._budget)
        return self._roots[name]

    def changed(self, name: str) -> None:
        """Take over the changes made to the root of a part."""
        self.parts[name] = serialized(self.root(name))

    def content_type(self, name: str) -> str:
        """Return what kind of content the file says that a part has."""
        ending = name.rpartition(".")[2].lower()
        for element in children(self._types, "Override"):
            if attribute(element, "PartName").lower() == f"/{name}".lower():
                return attribute(element, "ContentType")
        for element in children(self._types, "Default"):
            if attribute(element, "Extension").lower() == ending:
                return attribute(element, "ContentType")
        return ""

    def drop(self, source: str, relation: Relation) -> None:
        """Take a relation out, and what in the part refers to it."""
        self._relations[source] = [one for one in self.relations(source) if one != relation]
        if not source or not source.lower().endswith(".xml"):
            return
        changed = False
        for element in list(self.root(source).iter()):
            for key in [k for k, v in element.attrib.items() if _refers(k, v, relation.id)]:
                del element.attrib[key]
                changed = True
                if local(element.tag) in ("tags", "custData"):
                    remove(element)
        if changed:
            self.changed(source)

    def drop_unreached(self) -> list[str]:
        """Take out the parts that nothing leads to, and return those that held something."""
        reached = set(self.reached())
        kept = {_TYPES, *reached, *(_beside(name) for name in reached)}
        gone = [name for name in self.parts if name not in kept]
        for name in gone:
            del self.parts[name]
        return [name for name in gone if not name.endswith(".rels")]

    def write(self) -> bytes:
        """Return the file; as it came where nothing was changed."""
        for source, relations in self._relations.items():
            name = _beside(source)
            if name in self.parts:
                before = [self._relation(source, e) for e in parse(self.parts[name], self._budget)]
                if before != relations:
                    self.parts[name] = self._relations_part(source, relations)
        names = {f"/{name}".lower() for name in self.parts}
        gone = [
            element
            for element in children(self._types, "Override")
            if attribute(element, "PartName").lower() not in names
        ]
        if gone:
            for element in gone:
                self._types.remove(element)
            self.parts[_TYPES] = serialized(self._types)
        if self._plain and self.parts == self._read and list(self.parts) == list(self._read):
            return self._raw
        return packed_again(self.parts)

    @staticmethod
    def _relations_part(source: str, relations: list[Relation]) -> bytes:
        folder = posixpath.dirname(source)
        lines = [f'{_XML}<Relationships xmlns="{_RELATIONS}">']
        for one in relations:
            target = one.target
            if not one.external:
                target = posixpath.relpath(f"/{target}", f"/{folder}")
            mode = ' TargetMode="External"' if one.external else ""
            lines.append(
                f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)}"
                f" Target={quoteattr(target)}{mode}/>"
            )
        return "".join([*lines, "</Relationships>"]).encode("utf-8")


def _beside(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _refers(key: object, value: str, identifier: str) -> bool:
    return value == identifier and str(key).startswith("{") and "relationships}" in str(key)
