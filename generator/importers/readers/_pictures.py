"""Pictures of a Word document: stripped of what they say of people and places, or refused."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from hashlib import sha256

from ...attachments import examine
from ...base.finding import Finding, Level
from ..source import Paragraph, notice
from ._package import Package

FOLDER = "files/导入"
"""Where pictures are kept below docs/; names hold a digest, so that none replaces another."""

_STARTS = (
    (b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"),
)  # fmt: skip
_HINT = "在 Word 里选中它，另存为 PNG 或 JPG 图片，放进 docs/files/，再写进记录。"


class Pictures:
    """The pictures of one document in the order in which they are met."""

    def __init__(self, package: Package, path: str) -> None:
        """Begin with none; `path` is the document, for findings."""
        self._package = package
        self._path = path
        self._shown: dict[str, Paragraph] = {}
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self.count = 0

    def paragraph(self, story: str, relation: str, line: int) -> Paragraph | None:
        """Return the paragraph that shows a picture, None where it is not kept."""
        found = self._package.relation(story, relation)
        if found and found.target in self._shown:
            return replace(self._shown[found.target], line=line)
        self.count += 1
        label = f"图{self.count}"
        if found is None or found.external:
            message = f"{label}在文件外面，没有导入" if found else f"{label}在文件里找不到"
            self._say("I205" if found else "I204", message, _HINT, line)
            return None
        name = self._kept(label, found.target, line)
        if not name:
            return None
        text = f"![{label}]({name})"
        shown = Paragraph(text, line, picture=True, added=(("图片", text),))
        self._shown[found.target] = shown
        return shown

    def _kept(self, label: str, part: str, line: int) -> str:
        raw = self._package.bytes_of(part)
        given = posixpath.splitext(part)[1].lstrip(".").lower()
        ending = next((one for start, one in _STARTS if raw.startswith(start)), given)
        examined = examine(f"_.{ending}", raw)
        problem = next((one for one in examined.problems if not one.publishable), None)
        if problem is not None or examined.published is None:
            said = problem.message if problem else "不能检查"
            self._say("I204", f"{label}没有导入：{said}", _HINT, line)
            return ""
        stripped = [one.message for one in examined.problems]
        if stripped:
            message = f"{label}的{'；'.join(stripped)}"
            self.findings.append(notice(self._path, "I204", message, line=line))
        name = f"{FOLDER}/{label}-{sha256(examined.published).hexdigest()[:8]}.{ending}"
        self.files[name] = examined.published
        return name

    def _say(self, code: str, message: str, hint: str, line: int) -> None:
        level = Level.WARNING
        self.findings.append(notice(self._path, code, message, hint=hint, line=line, level=level))
