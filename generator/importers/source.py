"""A source text as its reader hands it over: paragraphs, and an account of every sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from ..base.finding import Finding, Level, Place

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f"
    "\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Signs that show nothing and that a record must not hold."""

RULES = (
    ("I101", "导入的文件是支持的格式"),
    ("I102", "导入的文件读得出来，没有损坏"),
    ("I103", "导入的文件在大小上限之内"),
    ("I104", "同一次导入里，两个文件不落到同一个编号"),
    ("I105", "已有的记录没有错误，可以并入新的版本"),
    ("I106", "Word 文件里的修订都已经接受或拒绝"),
    ("I201", "文件是 UTF-8 编码"),
    ("I202", "文件里没有看不见的字符"),
    ("I203", "Word 文件里没有隐藏文字、批注、页眉、文本框、图片等另行处理的内容"),
    ("I204", "Word 文件里的图片打得开，能存成附件"),
    ("I205", "Word 文件不引用文件外面的内容"),
    ("I211", "标题、章节标题认得出来"),
    ("I212", "一个章节标题只出现一次"),
    ("I221", "条文序号连续"),
    ("I222", "版本日期在原文里写明"),
    ("I223", "每一段文字都落在条文、前言或附件里"),
    ("I231", "已有的记录与来源一致"),
    ("I232", "导入前后的字数一致"),
    ("I241", "教案的每个环节写明分钟"),
    ("I242", "各环节的分钟合计与写明的课时一致"),
    ("I243", "板书是环节、漏洞、措施三栏"),
)
"""The rules of importing, by code: 1xx refuse a file, 2xx say what to look at."""


ODD_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
"""Ends of lines other than `\\n`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row as it stands in the source."""

    paragraphs: tuple[Paragraph, ...] = ()
    span: int = 1
    """How many columns it covers."""
    below: bool = False
    """Whether it continues the cell above."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a source without its indentation; `text` is otherwise as it was."""

    text: str
    line: int = 0
    """Line of the text file, number of the paragraph in a Word file; from 1."""
    level: int = 0
    """Level of a heading from 1 to 6, 0 for text."""
    strong: bool = False
    """Whether the whole paragraph is bold."""
    row: bool = False
    """Whether this is a row of a table."""
    mark: str = ""
    """The sign that made it a heading, `##`; the text does not have it."""
    comment: str = ""
    """What a comment said between this paragraph and the one before."""
    lead: int = 0
    """How many signs at the beginning are bold or in the typeface of headings."""
    cells: tuple[Cell, ...] = ()
    """The cells of a row of a table, where the reader knows them."""
    picture: bool = False
    """Whether this is a picture, as Markdown, and nothing else."""
    added: tuple[tuple[str, str], ...] = ()
    """Kind and signs that the reader put into the text and the source does not have."""

    @property
    def plain(self) -> str:
        """The text without the signs that make all of it bold."""
        found = re.fullmatch(r"(\*\*|__)\s*(.+?)\s*\1", self.text)
        return found[2] if found else self.text

    @property
    def whole(self) -> str:
        """The text as Markdown that keeps a heading a heading and bold text bold."""
        if self.mark:
            return f"{self.mark} {self.text}"
        return self.text


@dataclass(frozen=True, slots=True)
class Account:
    """Visible signs by what became of them; compared by count, white space never counts."""

    dropped: tuple[tuple[str, str], ...] = ()
    """Kind and signs of what stands in the source only: heading marks, comments, separators."""
    added: tuple[tuple[str, str], ...] = ()
    """Kind and signs of what stands in the record only: table bars, numbers of footnotes."""

    def __add__(self, other: Account) -> Account:
        return Account(self.dropped + other.dropped, self.added + other.added)


@dataclass(frozen=True)
class Source:
    """One file, read."""

    path: str
    """The path as the user gave it, with `/`."""
    name: str
    """The file name with its suffix."""
    paragraphs: tuple[Paragraph, ...]
    raw: str
    """The whole text before anything was taken off, for counting."""
    account: Account = field(default_factory=Account)
    findings: tuple[Finding, ...] = field(default=())
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that the text shows, by path below docs/."""

    @property
    def stem(self) -> str:
        """The file name without its suffix."""
        return re.sub(r"\.[A-Za-z]{2,8}$", "", self.name)


@dataclass(frozen=True, slots=True)
class Reader:
    """One source format: a module of `readers/` has one under the name READER."""

    label: str
    suffixes: tuple[str, ...]
    """Suffixes in small letters that a folder is searched for; none for a format we refuse."""
    claims: Callable[[bytes, str], bool]
    """Whether these bytes, in a file of this name, are of this format."""
    read: Callable[[bytes, str], Source | Finding]
    """Bytes and path to a source, or the reason why not."""
    order: int = 50
    """Readers are asked from low to high."""


def notice(
    path: str,
    code: str,
    message: str,
    *,
    hint: str = "",
    line: int = 0,
    level: Level = Level.NOTICE,
) -> Finding:
    """Make a finding about a source file."""
    return Finding(path, code, message, level=level, hint=hint, place=Place(line, 1 if line else 0))


def refusal(path: str, code: str, message: str, hint: str, line: int = 1) -> Finding:
    """Make the finding that refuses a file."""
    return Finding(path, code, message, hint=hint, place=Place(line, 1))


def signs_added(paragraphs: Iterable[Paragraph]) -> tuple[tuple[str, str], ...]:
    """Return what a reader put into the texts of these paragraphs."""
    return tuple(one for paragraph in paragraphs for one in paragraph.added)


def fingerprint(paragraphs: Iterable[Paragraph]) -> str:
    """Return the fingerprint of a text: 16 signs that change when a visible sign does."""
    text = "\n".join(f"{one.level}\t{one.text}" for one in paragraphs)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def file_name(path: str) -> str:
    """Return the last part of a path of any system, without signs that show nothing."""
    return INVISIBLE.sub("", ODD_BREAK.sub(" ", re.split(r"[/\\]", path)[-1]))
