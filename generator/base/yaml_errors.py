"""What libyaml says of a broken file, said in Chinese with a hint."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from .finding import Finding, Place

WIDE_KEY = re.compile(r"[ \t]*(?:- )?([^\s：:，。；、“”\"'#-][^：:，。；、]{0,11})：")
NARROW_KEY = re.compile(r"[ \t]*(?:- )?([^\W\d][^\s：:，。；、,;\"'\[\]{}#]{0,11}):[^ \t\n/\\:]")

_SAID = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或缩进不对",
        "文字里有「: 」时给整段文字加引号；同一层的字段左边要对齐。",
    ),
    (
        "did not find expected key",
        "这一行的缩进与上面不一致，或上一行的引号、括号没有写完",
        "同一层的字段左边要对齐。",
    ),
    (
        "could not find expected ':'",
        "这一行缺少冒号，或上一行没有写完",
        "字段写成「名称: 内容」，冒号是半角，后面空一格。",
    ),
    (
        "did not find expected ',' or ']'",
        "方括号「[ ]」里的列表没有写完",
        "用半角逗号分隔，最后补上 ]；内容里有逗号、方括号时加引号。",
    ),
    (
        "did not find expected ',' or '}'",
        "花括号「{ }」里的内容没有写完",
        "用半角逗号分隔，最后补上 }；内容里有逗号、花括号时加引号。",
    ),
    (
        "did not find expected node content",
        "这里缺少内容，或多了一个标点",
        "列表里两个逗号之间要有内容。",
    ),
    (
        "did not find expected '-' indicator",
        "列表的缩进不一致",
        "同一个列表的每一项左边都以「- 」开头并对齐。",
    ),
    (
        "block sequence entries are not allowed",
        "「- 」不能写在这里",
        "列表项要另起一行，比字段名缩进两格。",
    ),
    (
        "did not find expected alphabetic or numeric",
        "以 * 或 & 开头的文字要加引号",
        '例如「要点: "*重点*"」。',
    ),
    ("found undefined tag handle", "以 ! 开头的文字要加引号", '例如「要点: "!重要"」。'),
    (
        "did not find expected comment or line break",
        "「|」「>」后面要换行",
        "正文从下一行写起，左边空两格；以 | 或 > 开头的文字要放进引号里。",
    ),
    ("mapping keys are not allowed", "文字不能以「?」开头", "给整段文字加上半角引号。"),
    (
        "found unexpected end of stream",
        "引号只写了一半",
        "检查这一段文字前后的引号是否成对，且都是半角。",
    ),
    ("found unexpected document indicator", "引号里出现了 ---", "检查引号是否成对。"),
    (
        "unknown escape character",
        "双引号里的反斜杠「\\」有特殊含义",
        "改用单引号，或写成两个反斜杠。",
    ),
    (
        "did not find expected hexdecimal number",
        "双引号里的反斜杠「\\」有特殊含义",
        "改用单引号，或写成两个反斜杠。",
    ),
    ("invalid unicode character escape", "双引号里的字符编号不存在", "删去它。"),
    ("exceeded max", "嵌套太深", "检查缩进和方括号，正常的记录不超过 6 层。"),
    ("control characters are not allowed", "有看不见的控制字符", "删去这个字符。"),
    ("found unknown directive", "以 % 开头的文字要加引号", '例如「要点: "%…"」。'),
)


def explain(error: yaml.MarkedYAMLError, lines: list[str], path: str) -> Finding:
    """Turn a YAML error into a finding at its place."""
    mark = error.problem_mark or error.context_mark
    place = Place(1, 1) if mark is None else Place(mark.line + 1, mark.column + 1)
    begun = error.context_mark
    start = place if begun is None else Place(begun.line + 1, begun.column + 1)
    problem = f"{error.problem or ''} {error.context or ''}".lower()
    line = _line(lines, place.line)
    blank = line[: len(line) - len(line.lstrip())]
    if "\t" in blank or line[place.column - 1 : place.column] == "\t":
        return _tab(path, Place(place.line, line.index("\t") + 1))
    if "\u3000" in blank or "\xa0" in blank:
        return wide_indent(path, Place(place.line, 1))
    unclosed = "quoted scalar" in problem or "flow" in problem
    if not unclosed:
        simple = "simple key" in problem
        for number in (start.line,) if simple else (place.line, place.line - 1):
            found = misread_key(path, number, _line(lines, number))
            if found:
                return found
    if "expected" in problem:
        before = line[: place.column - 1].rstrip()
        if before[-1:] in ("'", '"', "]", "}") and not unclosed:
            hint = "给整段文字加上引号；里面有双引号时，外面用单引号。"
            message = f"「{before[-1]}」后面又有文字"
            return Finding(path, "R004", message, hint=hint, place=place)
    for said, message, hint in _SAID:
        if said in problem:
            where = start if unclosed and "escape" not in problem else place
            return Finding(path, "R004", message, hint=hint, place=where)
    if "directive" in problem:
        return _token(path, start, _line(lines, start.line))
    for column in (place.column, place.column - 1):
        if column > 0 and line[column - 1 : column] in ("*", "&", "!", "%"):
            return _token(path, Place(place.line, column), line)
    if "cannot start any token" in problem:
        return _token(path, place, line)
    hint = "检查这一行和上一行的缩进、冒号、引号和括号。"
    return Finding(path, "R004", "这里不合 YAML 的写法", hint=hint, place=place)


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def misread_key(path: str, number: int, line: str) -> Finding | None:
    """A line that was meant as a field and that YAML reads as text."""
    for pattern, make in ((WIDE_KEY, wide_colon), (NARROW_KEY, no_space)):
        found = pattern.match(line)
        if found:
            return make(path, found[1], Place(number, found.start(1) + 1))
    return None


def misread_text(path: str, text: str, place: Place) -> Finding | None:
    """The same for a text that stands where a group of fields belongs."""
    found = misread_key(path, 1, text)
    return found and replace(found, place=Place(place.line, place.column + found.place.column - 1))


def wide_colon(path: str, key: str, place: Place) -> Finding:
    """A field name that is followed by a full-width colon and so is no field."""
    return Finding(
        path,
        "R010",
        f"「{key}」后面是全角冒号「：」，这一行没有被当作字段",
        hint="改成半角冒号加一个空格，例如「标题: 某案」；是正文就写在「|」下面。",
        place=place,
    )


def no_space(path: str, key: str, place: Place) -> Finding:
    """A field name whose colon is not followed by a space and so is no field."""
    return Finding(
        path,
        "R015",
        f"「{key}:」的冒号后面没有半角空格，这一行没有被当作字段",
        hint="在冒号后面空一格（半角），例如「标题: 某案」；是正文就写在「|」下面。",
        place=place,
    )


def wide_indent(path: str, place: Place) -> Finding:
    """A line that begins with full-width spaces, which YAML takes for text."""
    return Finding(
        path,
        "R014",
        "用了全角空格缩进",
        hint="改用半角空格缩进，每层两格。",
        place=place,
    )


def _tab(path: str, place: Place) -> Finding:
    return Finding(
        path,
        "R014",
        "用了制表符（Tab）缩进",
        hint="改用空格缩进，每层两格；记事本里把 Tab 换成两个空格。",
        place=place,
    )


def _token(path: str, place: Place, line: str) -> Finding:
    sign = line[place.column - 1 : place.column]
    return Finding(
        path,
        "R004",
        f"文字不能以「{sign}」开头" if sign.strip() else "这里不合 YAML 的写法",
        hint="给整段文字加上半角引号。",
        place=place,
    )
