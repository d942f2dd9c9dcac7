"""Word documents: paragraphs, headings, lists, tables, notes and text boxes as one text."""

from __future__ import annotations

from ...base.finding import Finding
from ..source import Account, Reader, Source, file_name, refusal
from ._package import Package, PackageError, open_package
from ._pictures import Pictures
from ._told import external_findings, left_out, told_findings
from ._tracked import refuse_tracked
from ._walk import Walker


def _claims(raw: bytes, path: str) -> bool:
    return raw.startswith(b"PK\x03\x04") or path.lower().endswith(".docx")


def read(raw: bytes, path: str) -> Source | Finding:
    """Read a Word document; a finding says why it was refused."""
    try:
        package = open_package(raw)
        refuse_tracked(package)
        return _source(package, path)
    except PackageError as error:
        return refusal(path, error.code, error.message, error.hint, error.line)
    except (ValueError, RecursionError):
        hint = "用 WPS 或 Word 打开后另存为新的 .docx，再导入。"
        return refusal(path, "I102", "Word 文件里的内容已损坏", hint)


def _source(package: Package, path: str) -> Source | Finding:
    pictures = Pictures(package, path)
    walker = Walker(package, pictures)
    walker.walk()
    if all(one.picture for one in walker.paragraphs):
        hint = "可能是扫描件：先识别成文字（OCR），逐字核对，再导入。"
        return refusal(path, "I102", "Word 文件里没有文字", hint)
    outside, about_outside = left_out(path, package)
    told = told_findings(path, walker.told, walker.first, len(walker.unseen))
    dropped = [*walker.dropped, *outside]
    return Source(
        path,
        file_name(path),
        tuple(walker.paragraphs),
        "\n".join([*walker.raw, *(text for _, text in dropped)]),
        Account(dropped=tuple(dropped)),
        (*told, *about_outside, *external_findings(path, package), *pictures.findings),
        pictures.files,
    )


READER = Reader("Word 文档", (".docx",), _claims, read, order=20)
