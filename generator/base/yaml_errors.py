"""What libyaml says of a broken file, said in Chinese with a hint."""

from __future__ import annotations

import re

import yaml

from .finding import Finding, Place

WIDE_KEY = re.compile(r"[ \t]*(?:- )?([^\s：:，。；、“”\"'#-][^：:，。；、]{0,11})：")

_SAID = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或缩进不对",
        "一行里只有第一个冒号是字段的；文字里有「: 」时给整段文字加引号。",
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
    problem = f"{error.problem or ''} {error.context or ''}".lower()
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "cannot start any token" in problem:
        return _token(path, place, line)
    for number in (place.line, place.line - 1):
        wide = WIDE_KEY.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if wide:
            return wide_colon(path, wide[1], Place(number, wide.start(1) + 1))
    for said, message, hint in _SAID:
        if said in problem:
            return Finding(path, "R004", message, hint=hint, place=place)
    for column in (place.column, place.column - 1):
        if column > 0 and line[column - 1 : column] in ("*", "&", "!", "%"):
            return _token(path, Place(place.line, column), line)
    hint = "检查这一行和上一行的缩进、冒号、引号和括号。"
    return Finding(path, "R004", "这里不合 YAML 的写法", hint=hint, place=place)


def wide_colon(path: str, key: str, place: Place) -> Finding:
    """A field name that is followed by a full-width colon and so is no field."""
    return Finding(
        path,
        "R010",
        f"「{key}」后面是全角冒号「：」，这一行没有被当作字段",
        hint="改成半角冒号加一个空格，例如「标题: 某案」。",
        place=place,
    )


def _token(path: str, place: Place, line: str) -> Finding:
    column = min(max(place.column, 1), len(line) or 1)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Finding(
            path,
            "R014",
            "用了制表符（Tab）缩进",
            hint="改用空格缩进，每层两格；记事本里把 Tab 换成两个空格。",
            place=Place(place.line, indent.index("\t") + 1),
        )
    sign = line[column - 1 : column]
    return Finding(
        path,
        "R004",
        f"文字不能以「{sign}」开头" if sign.strip() else "这里不合 YAML 的写法",
        hint="给整段文字加上半角引号。",
        place=place,
    )
