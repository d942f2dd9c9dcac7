"""What can be in a PDF file besides its pages: notes, attachments, scripts, layers, forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from ._examined import Notes, Refused

_HINT = "用原来的文件重新导出 PDF，或者「打印」成新的 PDF，再放进来。"
_MOST = 2_000_000
_HARMLESS = frozenset(("/Link", "/Widget"))
_HIDDEN_FLAGS = 0x02 | 0x20
"""Hidden, and no view; ISO 32000-2 table 167."""
_RUNNING = {
    "/JavaScript": "JavaScript 程序",
    "/Launch": "打开别的程序的动作",
    "/SubmitForm": "向外发送的动作",
    "/ImportData": "读入数据的动作",
    "/GoToR": "打开别的文件的动作",
    "/GoToE": "打开附件的动作",
    "/Rendition": "播放音视频的动作",
    "/Movie": "播放音视频的动作",
    "/Sound": "播放音视频的动作",
    "/RichMediaExecute": "播放音视频的动作",
}


def plain(value: Any) -> str:
    """Return a value as text."""
    found = value.get_object() if hasattr(value, "get_object") else value
    if isinstance(found, bytes):
        return found.decode("utf-8", "replace")
    return str(found)


def note_outlines(reader: PdfReader, notes: Notes) -> None:
    """Note the titles of the bookmarks."""
    titles: list[str] = []
    waiting: list[Any] = [reader.outline]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif getattr(one, "title", None):
            titles.append(str(one.title))
    notes.text("书签", "\n".join(titles))


def look_at_document(reader: PdfReader, notes: Notes) -> None:
    """Look at every object that the document reaches, and note what a person has to change."""
    found: Counter[str] = Counter()
    texts: dict[str, dict[str, None]] = {}
    for one in reached(reader.trailer["/Root"]):
        _look(one, found, texts)
    root: Any = reader.trailer["/Root"].get_object()
    if _has_hidden_layers(root):
        notes.say("P304", "有隐藏的图层", "显示所有图层，不公开的删去，重新导出 PDF。")
    for label, lines in texts.items():
        notes.text(label, "\n".join(lines))
    for message, count in found.items():
        code, _, words = message.partition(" ")
        notes.say(code, words.format(count), _HINT)


def _look(one: DictionaryObject, found: Counter[str], texts: dict[str, dict[str, None]]) -> None:
    def keep(label: str, value: Any) -> None:
        text = plain(value).strip()
        if text:
            texts.setdefault(label, {})[text] = None

    subtype, action = one.get("/Subtype"), one.get("/S")
    is_note = "/Rect" in one and isinstance(subtype, str) and one.get("/Type") != "/XObject"
    if is_note and subtype not in _HARMLESS:
        if subtype == "/FileAttachment":
            found["P309 有附件"] += 1
        else:
            found["P302 有批注 {} 条"] += 1
        for key in ("/Contents", "/T", "/RC", "/Subj"):
            if key in one:
                keep("批注", one[key])
    if is_note and subtype == "/Link" and "/Contents" in one:
        keep("链接说明", one["/Contents"])
    if subtype == "/Widget" and _flags(one) & _HIDDEN_FLAGS:
        found["P304 有隐藏的表单项"] += 1
    if action in _RUNNING:
        found[f"P309 有{_RUNNING[str(action)]}"] += 1
    elif "/JS" in one:
        found["P309 有JavaScript 程序"] += 1
    if "/URI" in one and action == "/URI":
        address = plain(one["/URI"])
        keep("链接地址", address)
        if address.lower().startswith(("file:", "\\\\", "javascript:")):
            found["P306 有链接指向本机或内网的文件"] += 1
    if one.get("/FT") == "/Sig" or one.get("/Type") == "/Sig":
        found["P306 有数字签名，里面有签名人的信息"] += 1
    if "/EmbeddedFiles" in one or ("/EF" in one and "/F" in one):
        found["P309 有附件"] += 1
        for key in ("/F", "/UF", "/Desc"):
            if key in one:
                keep("附件名称", one[key])
    if "/XFA" in one:
        found["P309 有动态表单（XFA）"] += 1
    if "/FT" in one:
        for key in ("/T", "/TU", "/V", "/DV"):
            if key in one:
                keep("表单", one[key])
    for key in ("/Alt", "/ActualText", "/E"):
        if isinstance(one.get(key), str):
            keep("替代文字", one[key])
    if one.get("/Type") == "/OCG" and "/Name" in one:
        keep("图层名称", one["/Name"])


def _flags(one: DictionaryObject) -> int:
    value = one.get("/F", 0)
    return int(value) if isinstance(value, int) else 0


def _has_hidden_layers(root: Any) -> bool:
    layers = root.get("/OCProperties")
    layers = layers.get_object() if layers is not None else None
    default = layers.get("/D") if layers else None
    default = default.get_object() if default is not None else None
    if not default:
        return False
    off = default.get("/OFF")
    return bool(off is not None and off.get_object()) or default.get("/BaseState") == "/OFF"


def reached(start: Any) -> Iterator[DictionaryObject]:
    """Yield every dictionary below, each once, without going deeper in Python."""
    waiting, seen, steps = [start], set(), 0
    while waiting:
        steps += 1
        if steps > _MOST:
            raise Refused("P307", "里面的对象多得不正常，没有检查", "把它拆成几个小文件。")
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            key = (one.idnum, one.generation)
            if key in seen:
                continue
            seen.add(key)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(reversed([one.raw_get(key) for key in one]))
        elif isinstance(one, ArrayObject):
            waiting.extend(reversed(list(one)))
