"""What hides in attachments: properties are stripped, the rest a person has to change."""

from __future__ import annotations

from collections.abc import Iterator

from ..attachments import Examined, examine
from ..base.finding import Finding, Level, Place
from ..library import Library
from ..named_files import files_of_page, files_of_record, files_of_style
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
)
_CLASSIFIED, _INTERNAL, _IDENTITY = "P201", "P202", "P101"
_PROGRAM_TEXT = (".css", ".js")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every attachment that a record, a page or the settings name."""
    for path in attachments_that_count(library):
        examined = examine(path, library.attached[path])
        for problem in examined.problems:
            level = Level.NOTICE if problem.publishable else Level.WARNING
            yield _about(path, problem.code, problem.message, problem.hint, level)
        yield from _private(path, examined)


def attachments_that_count(library: Library) -> list[str]:
    """Return the files below docs/ that could be published, as paths there, in order."""
    if not library.attached:
        return []
    named = set(library.site_files)
    for record in library.records.values():
        named.update(files_of_record(record))
    for path, text in library.documents.items():
        named.update(files_of_page(path, text))
    known = library.attached.keys() - library.hidden
    kept = named & known
    styles = sorted(name for name in kept if name.endswith(".css"))
    while styles:
        path = styles.pop()
        text = library.attached[path].decode("utf-8", "replace")
        more = set(files_of_style(path, text)) & known - kept
        kept |= more
        styles += sorted(name for name in more if name.endswith(".css"))
    return sorted(kept)


def _private(path: str, examined: Examined) -> Iterator[Finding]:
    """Yield a finding per place and kind of personal data or classification mark."""
    passages = [one for one in examined.texts if not one.stripped]
    found: dict[tuple[str, str], list[Hit]] = {}
    for number, hit in scan_texts([one.text for one in passages]):
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
        if code == _CLASSIFIED:
            level, hint = Level.ERROR, "有密级的文件不能放进 docs/，请删去，并报告保密审查人。"
        elif code == _INTERNAL:
            hint = "内部资料不能公开发布，请删去这个附件，或换成可以公开的版本。"
        yield _about(path, code, message, hint, level)


def _is_constant(path: str, hit: Hit) -> bool:
    """Whether a find is a number of a program or the address in its licence."""
    program = path.lower().endswith(_PROGRAM_TEXT)
    return program and hit.code not in (_CLASSIFIED, _INTERNAL, _IDENTITY)


def _about(path: str, code: str, message: str, hint: str, level: Level) -> Finding:
    return Finding(
        f"docs/{path}",
        code,
        message,
        level,
        hint=hint,
        place=Place(1, 1),
        publishing=level is Level.WARNING,
    )
