"""What hides in attachments: properties are stripped, the rest a person has to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..attachments import Examined, examine
from ..base.finding import Finding, Level, Place
from ..base.record import Record
from ..library import Library
from ..named_files import named_files
from ..privacy import Hit, scan_texts

RULES = (
    ("P301", "附件的属性（作者、单位、拍摄地点等）不随附件发布"),
    ("P302", "附件里没有批注"),
    ("P303", "附件里没有修订记录"),
    ("P304", "附件里没有隐藏的文字、行、列、工作表、幻灯片、图层"),
    ("P305", "演示文稿里没有备注"),
    ("P306", "附件里没有宏、嵌入的对象，也不引用外面的内容"),
    ("P307", "附件打得开，没有加密、损坏，解开后不大得异常"),
    ("P308", "附件是能检查的格式"),
    ("P309", "PDF 里没有附件、程序和动态表单"),
    ("P310", "docs/ 下面的文件都有记录或页面提到"),
)
_IDENTITY, _CLASSIFIED, _INTERNAL = 101, 201, 202
"""Numbers of codes that belong to the check of texts."""

_PROGRAM_TEXT = (".css", ".js")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every attachment that a record, a page or the settings name."""
    allowed = frozenset(map(str, library.settings.named_persons))
    for path in attachments_for_all(library):
        examined = examine(path, library.attached[path])
        for problem in examined.problems:
            level = Level.NOTICE if problem.publishable else Level.WARNING
            publishing = level is Level.WARNING
            yield _about(path, problem.code, problem.message, problem.hint, level, publishing)
        yield from _private(path, examined, allowed)
    for path in sorted(_unnamed(library)):
        message = "没有记录或页面提到这个文件，不会发布"
        hint = "要发布就在记录的「附件」里写上它，或在页面里链接它；不要就移出 docs/。"
        yield _about(path, "P310", message, hint, Level.NOTICE, publishing=False)


def attachments_for_all(library: Library) -> list[str]:
    """Return the files below docs/ that the public may get, as paths there, in order."""
    public = [one for one in library.records.values() if one.audience == "公开"]
    restricted = {str(one.path) for one in library.settings.page_audiences}
    pages = {path: text for path, text in library.documents.items() if path not in restricted}
    return sorted(_named(library, public, pages))


def _unnamed(library: Library) -> frozenset[str]:
    everything = _named(library, library.records.values(), library.documents)
    return frozenset(library.attached.keys() - library.hidden - everything)


def _named(library: Library, records: Iterable[Record], pages: Mapping[str, str]) -> frozenset[str]:
    known = library.attached.keys() - library.hidden
    return named_files(records, pages, library.site_files, known, library.attached)


def _private(path: str, examined: Examined, allowed: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding per place and kind of personal data or classification mark."""
    passages = [one for one in examined.texts if not one.stripped]
    found: dict[tuple[str, str], list[Hit]] = {}
    for number, hit in scan_texts([one.text for one in passages], allowed):
        if not _is_constant(path, hit):
            found.setdefault((passages[number].where, hit.code), []).append(hit)
    for (where, code), hits in found.items():
        first = hits[0]
        count = f"，共 {len(hits)} 处" if len(hits) > 1 else ""
        message = f"附件的「{where}」里有{first.what}「{first.text[:30]}」{count}"
        hint = "在原文件里删去或改写，保存后再放进来。"
        if first.replacement:
            hint = f"在原文件里改成「{first.replacement[:30]}」或删去，保存后再放进来。"
        level = Level.WARNING
        if int(code[1:]) == _CLASSIFIED:
            level, hint = Level.ERROR, "有密级的文件不能放进 docs/，请删去，并报告保密审查人。"
        elif int(code[1:]) == _INTERNAL:
            hint = "内部资料不能公开发布，请删去这个附件，或换成可以公开的版本。"
        certain = any(hit.certain for hit in hits)
        yield _about(path, code, message, hint, level, publishing=certain)


def _is_constant(path: str, hit: Hit) -> bool:
    """Whether a find is a number of a program or the address in its licence."""
    program = path.lower().endswith(_PROGRAM_TEXT)
    return program and int(hit.code[1:]) not in (_CLASSIFIED, _INTERNAL, _IDENTITY)


def _about(
    path: str,
    code: str,
    message: str,
    hint: str,
    level: Level,
    publishing: bool,  # noqa: FBT001 - the last of a row
) -> Finding:
    return Finding(
        f"docs/{path}",
        code,
        message,
        level,
        hint=hint,
        place=Place(1, 1),
        publishing=publishing,
    )
