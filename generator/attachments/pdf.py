"""PDF files: rewritten from the objects of the newest version, without properties.

After ISO 32000-2. What is only in older versions saved before is not reached, so it is gone.
"""

from __future__ import annotations

import io
import logging
import zlib
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError
from pypdf.generic import NameObject, StreamObject

from . import examine_within
from ._examined import MAX_FILE, Budget, Examined, Notes, Refused
from ._pdf_drawing import MOST_DRAWN, MOST_ON_PAGE, drawn_size, too_much
from ._pdf_objects import look_at_document, note_outlines, plain, reached
from ._unknown import damaged

ENDINGS = ("pdf",)

_MOST_PAGES = 1500
_PRIVATE = {
    "/Metadata": "XMP",
    "/PieceInfo": "软件私有数据",
    "/LastModified": "修改时间",
    "/Thumb": "缩略图",
    "/SpiderInfo": "网页抓取信息",
}
_INFO = {
    "/Title": "标题",
    "/Author": "作者",
    "/Subject": "主题",
    "/Keywords": "关键词",
    "/Creator": "创建软件",
    "/Producer": "制作软件",
    "/CreationDate": "创建时间",
    "/ModDate": "修改时间",
    "/Company": "单位",
    "/SourceModified": "原文件修改时间",
}
# Its remarks are English and for programmers; what matters to authors becomes a problem.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a PDF file."""
    del name
    budget.take(len(raw))
    try:
        return _examine(raw, budget)
    except (Refused, MemoryError):
        raise
    except DependencyError as error:
        # Only for opening an encrypted file does pypdf ask for another library.
        raise _encrypted() from error
    except Exception as error:  # pypdf raises anything at all for a damaged file
        problem = damaged()
        raise Refused(problem.code, problem.message, problem.hint) from error


def _examine(raw: bytes, budget: Budget) -> Examined:
    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted:
        raise _encrypted()
    if len(reader.pages) > _MOST_PAGES:
        raise Refused("P307", f"超过 {_MOST_PAGES} 页，没有检查", "把它拆成几个小文件。")
    notes = Notes()
    _note_information(reader, notes)
    if _is_saved_on_top(raw):
        notes.property("以前保存的旧版本")
    drawn = 0
    forms: dict[int, int] = {}
    for number, page in enumerate(reader.pages, 1):
        size = drawn_size(page, forms)
        drawn += size
        if size > MOST_ON_PAGE or drawn > MOST_DRAWN:
            raise too_much(number)
        notes.text(f"第 {number} 页", page.extract_text())
    note_outlines(reader, notes)
    look_at_document(reader, notes)
    _strip(reader, notes, budget)
    return notes.finish(_rewritten(reader))


def _encrypted() -> Refused:
    hint = "去掉打开密码和限制（打印成新的 PDF 也可以），再放进来。"
    return Refused("P307", "PDF 加了密，不能检查", hint)


def _note_information(reader: PdfReader, notes: Notes) -> None:
    information = reader.trailer.get("/Info")
    information = information.get_object() if information is not None else None
    for key, value in (information or {}).items():
        notes.property(_INFO.get(key, "自定义属性"), f"{key[1:]} {plain(value)}")


def _is_saved_on_top(raw: bytes) -> bool:
    """Whether a version was saved behind another one; files for the Web and of Word have two
    tables from the start.
    """
    ends = raw.count(b"%%EOF")
    usual = 2 if b"/Linearized" in raw[:2048] or b"/XRefStm" in raw else 1
    return ends > usual


def _rewritten(reader: PdfReader) -> bytes:
    """Return what the newest version reaches, in a fresh file without an identifier."""
    writer = PdfWriter()
    writer.clone_reader_document_root(reader)
    writer.metadata = None
    writer._ID = None  # noqa: SLF001 - the identifier of the original would tie both together
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _strip(reader: PdfReader, notes: Notes, budget: Budget) -> None:
    """Take what is private out of the objects in memory, before they are copied."""
    for found in reached(reader.trailer["/Root"]):
        for key, name in _PRIVATE.items():
            if key in found:
                value: Any = found[key].get_object()
                is_stream = isinstance(value, StreamObject)
                raw = value.get_data() if is_stream else str(value).encode("utf-8", "replace")
                notes.property(name, raw.decode("utf-8", "replace"))
                del found[key]
        if isinstance(found, StreamObject) and _filters(found)[-1:] == ["/DCTDecode"]:
            _without_exif(found, notes, budget)


def _filters(stream: StreamObject) -> list[str]:
    filters = stream.get("/Filter")
    if isinstance(filters, list):
        return [str(one) for one in filters]
    return [str(filters)] if filters else []


def _without_exif(found: StreamObject, notes: Notes, budget: Budget) -> None:
    """A photograph in a page keeps what the camera wrote, as in a file of its own."""
    raw: bytes = found._data  # noqa: SLF001 - the picture as it is packed
    filters = _filters(found)
    if filters == ["/FlateDecode", "/DCTDecode"]:
        raw = zlib.decompressobj().decompress(raw, MAX_FILE)
    elif len(filters) > 1:
        notes.say("P307", "有图片的压缩方式不能检查", "「打印」成新的 PDF，再放进来。")
        return
    examined = examine_within("inner.jpg", raw, budget)
    if examined.published is not None and examined.published != raw:
        notes.inner("图片", examined)
        found._data = examined.published  # noqa: SLF001 - no packer for this filter
        found[NameObject("/Filter")] = NameObject("/DCTDecode")
        found.pop("/DecodeParms", None)
