"""YAML text to nodes with places, bounded on the event stream before a node is built."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .decoding import HIDDEN
from .finding import BlockPlace, Finding, Place
from .node import Mapping, Node, Scalar, Sequence, size
from .yaml_errors import explain, misread_key, wide_indent

MAX_DEPTH = 24
MAX_NODES = 200_000
_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_EATEN = re.compile(r"[ \t]+(#[^\s#!][^\n]*)")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Every line end that YAML knows, so that our lines are counted as the parser counts them."""
_TIGHT_LIST = re.compile(r"\n[ \t]*-[^\s\d.-]")
_WIDE_SPACES = frozenset("\u3000\xa0")
_TIGHT_DASH = re.compile(r"[ \t]*-[^\s\d.-]")

# PyYAML without libyaml is slower and gives the same events.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _RefusedError(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def read_document(text: str, path: str, *, tags: bool = False) -> tuple[Node | None, list[Finding]]:
    """Read the one YAML document in `text`.

    `tags` lets tags pass unread, for the host's own configuration file.

    Returns the root node, None where nothing could be read, and the findings. Values stay
    text; anchors are followed within bounds, merge keys and tags are refused.
    """
    return _Reader(text, path, tags=tags).read()


_EVENTS = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)


class _Reader:
    def __init__(self, text: str, path: str, *, tags: bool) -> None:
        self.tags = tags
        self.text = text
        self.path = path
        self.findings: list[Finding] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Place] = {}
        self._lines: list[str] | None = None
        self.has_escape = "\\" in text
        self.has_sign = " #" in text or "\t#" in text
        colons = text.count(": ") + text.count(":\n")
        has_tight = colons != text.count(":") or _TIGHT_LIST.search(f"\n{text}") is not None
        self.suspicious = self.has_sign or has_tight
        self.has_name = "&" in text or "!" in text
        self.has_wide_space = any(sign in text for sign in _WIDE_SPACES)

    def read(self) -> tuple[Node | None, list[Finding]]:
        try:
            root = self._read()
        except _RefusedError as refused:
            return None, [*self.findings, refused.finding]
        except yaml.MarkedYAMLError as error:
            return None, [*self.findings, explain(error, self.lines, self.path)]
        except (yaml.YAMLError, ValueError, RecursionError):
            message, hint = "这份文件不是合格的 YAML", "用 anjian new 生成一份样例，照着改。"
            return None, [*self.findings, self._finding("R004", message, None, hint)]
        for name, place in () if self.tags else self.unused.items():
            message = f"「&{name[:30]}」被当作锚点，不会显示"
            hint = "以 & 开头的文字要放进引号里。"
            self.findings.append(Finding(self.path, "R007", message, hint=hint, place=place))
        return root, sorted(self.findings, key=lambda one: one.place)

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            odd = any(sign in self.text for sign in "\r\x85\u2028\u2029")
            self._lines = _BREAK.split(self.text) if odd else self.text.split("\n")
        return self._lines

    def _finding(self, code: str, message: str, mark: Any, hint: str = "") -> Finding:
        place = Place(1, 1) if mark is None else Place(mark.line + 1, mark.column + 1)
        return Finding(self.path, code, message, hint=hint, place=place)

    def _read(self) -> Node | None:
        parser: Any = _Parser(self.text)
        root: Node | None = None
        try:
            while True:
                event = parser.get_event()
                if isinstance(event, yaml.StreamEndEvent):
                    return root
                if isinstance(event, yaml.DocumentStartEvent):
                    if root is not None:
                        raise _RefusedError(
                            self._finding(
                                "R013",
                                "一个文件里写了两份文档（中间有 ---）",
                                event.start_mark,
                                "一个文件只放一条记录：拆成两个文件；--- 只是分隔线时删去它。",
                            )
                        )
                    root = self._compose(parser, parser.get_event())
        finally:
            parser.dispose()

    def _compose(self, parser: Any, event: Any) -> Node:
        """Build nodes with an explicit stack, so that depth never reaches Python's own.

        Keys and values stand in one row until their mapping closes, and are paired then.
        """
        # Every scalar of a library passes here: names are bound once, the usual case is inline.
        next_event = parser.get_event
        special = self.suspicious or self.has_name
        scalar, sequence, mapping = _EVENTS
        room = MAX_NODES
        stack: list[tuple[Any, list[Node]]] = []
        row: list[Node] = []
        while True:
            form = type(event)
            node: Node
            if form is scalar:
                value = event.value
                if special or event.style or "：" in value:
                    node = self._scalar(event)
                else:
                    node = Scalar(value, event.start_mark)
            elif form is sequence or form is mapping:
                if event.tag is not None:
                    self._refuse_tag(event)
                if len(stack) >= MAX_DEPTH:
                    message = f"嵌套太深：超过 {MAX_DEPTH} 层"
                    hint = "检查缩进和方括号，正常的记录不超过 6 层。"
                    raise _RefusedError(self._finding("R005", message, event.start_mark, hint))
                stack.append((event, row))
                row = []
                event = next_event()
                continue
            elif form is yaml.AliasEvent:
                node = self._alias(event)
                room -= size(node)
            else:
                opening, around = stack.pop()
                if type(opening) is sequence:
                    node = Sequence(row, opening.start_mark)
                else:
                    node = Mapping(self._pairs(row), opening.start_mark)
                if opening.anchor:
                    self._anchor(opening.anchor, node)
                row = around
            room -= 1
            if room < 0:
                message = f"内容过多：超过 {MAX_NODES} 项"
                hint = "拆成几个文件；如果用了 & 和 * 别名，请直接写出内容。"
                raise _RefusedError(self._finding("R006", message, event.start_mark, hint))
            if not stack:
                return node
            row.append(node)
            event = next_event()

    def _scalar(self, event: Any) -> Scalar:
        mark = event.start_mark
        value = event.value
        if event.tag is not None:
            self._refuse_tag(event)
        if self.has_escape and event.style == '"':
            self._look_at_escapes(mark, value)
        plain = not event.style
        place = Place(mark.line + 1, mark.column + 1)
        if event.style == "|":
            place = self._block_place(place, value)
        node = Scalar(value, place, plain=plain)
        if plain and (self.suspicious or "：" in value):
            self._look_at_plain(event, value)
        if event.anchor:
            self._anchor(event.anchor, node)
        return node

    def _look_at_escapes(self, mark: Any, value: str) -> None:
        if _SURROGATE.search(value):
            message = "双引号里用反斜杠写的字符不存在"
            raise _RefusedError(self._finding("R003", message, mark, "删去反斜杠和它后面的编号。"))
        hidden = HIDDEN.search(value)
        if hidden:
            message = f"双引号里用反斜杠写了看不见的字符 U+{ord(hidden[0]):04X}"
            hint = "删去反斜杠和它后面的编号。"
            self.findings.append(self._finding("R003", message, mark, hint))

    def _block_place(self, place: Place, value: str) -> Place:
        """Return where the text of a literal block begins, below its sign."""
        number = place.line + len(value) - len(value.lstrip("\n"))
        if number >= len(self.lines) or not value.strip():
            return place
        line = self.lines[number]
        return BlockPlace(number + 1, len(line) - len(line.lstrip(" ")) + 1)

    def _anchor(self, name: str, node: Node) -> None:
        self.anchors[name] = node
        self.unused[name] = node.place

    def _alias(self, event: Any) -> Node:
        target = self.anchors.get(event.anchor)
        if target is None:
            message = f"别名 *{event.anchor} 没有对应的内容"
            hint = "以 * 开头的文字要放进引号里。"
            raise _RefusedError(self._finding("R007", message, event.start_mark, hint))
        self.unused.pop(event.anchor, None)
        return target

    def _refuse_tag(self, event: Any) -> None:
        if event.tag != "!" and not self.tags:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message, hint = f"不支持 YAML 标签「{tag}」", "删去它；是文字就放进引号里。"
            raise _RefusedError(self._finding("R007", message, event.start_mark, hint))

    def _pairs(self, row: list[Node]) -> list[tuple[Scalar, Node]]:
        """Pair keys with values; of a key that repeats the first is kept."""
        entries: Any = list(zip(row[::2], row[1::2], strict=True))
        try:
            names = {key.text for key, _ in entries}
        except AttributeError:  # a key that is no text
            return self._odd_pairs(entries)
        if len(names) < len(entries) or "<<" in names or self.has_wide_space:
            return self._odd_pairs(entries)
        found: list[tuple[Scalar, Node]] = entries
        return found

    def _odd_pairs(self, pairs: list[tuple[Node, Node]]) -> list[tuple[Scalar, Node]]:
        first: dict[str, Scalar] = {}
        entries: list[tuple[Scalar, Node]] = []
        for key, value in pairs:
            if type(key) is not Scalar:
                message = "冒号左边应是一个名称，这里却是列表或一组值"
                hint = "以 { 或 [ 开头的文字要放进引号里。"
                raise _RefusedError(Finding(self.path, "R004", message, hint=hint, place=key.place))
            text = key.text
            if text == "<<" and key.plain:
                message, hint = "不支持 YAML 合并键「<<」", "请把要合并的内容直接写出来。"
                raise _RefusedError(Finding(self.path, "R007", message, hint=hint, place=key.place))
            if text[:1] in _WIDE_SPACES:
                raise _RefusedError(wide_indent(self.path, key.place))
            earlier = first.setdefault(text, key)
            if earlier is key:
                entries.append((key, value))
                continue
            message = f"「{text[:40]}」写了两次，第一次在第 {earlier.place.line} 行"
            hint = "只留一处；两处都留时不知道以哪一处为准。"
            self.findings.append(Finding(self.path, "R008", message, hint=hint, place=key.place))
        return entries

    def _look_at_plain(self, event: Any, value: str) -> None:
        """Find the ways in which an unquoted text silently becomes another one."""
        end = event.end_mark
        if self.has_sign:
            line = self.lines[end.line] if end.line < len(self.lines) else ""
            eaten = _EATEN.match(line, end.column)
            if eaten:
                message = f"「{eaten[1][:30]}」会被当作注释丢掉"
                hint = "是正文就给整段文字加上引号；是注释就在 # 后面空一格。"
                place = Place(end.line + 1, eaten.start(1) + 1)
                self.findings.append(Finding(self.path, "R009", message, hint=hint, place=place))
        start = event.start_mark
        if start.line == end.line and "：" not in value and ":" not in value and value[:1] != "-":
            return
        first = start.line + 1 if self._in_value(start) else start.line
        for number in range(first, min(end.line + 1, len(self.lines))):
            line = self.lines[number]
            misread = misread_key(self.path, number + 1, line)
            if misread:
                self.findings.append(misread)
            elif _TIGHT_DASH.match(line):
                place = Place(number + 1, line.index("-") + 1)
                message = "「-」后面没有空格，这一行没有被当作列表的一项"
                hint = "在「-」后面空一格；以 - 开头的文字要放进引号里。"
                self.findings.append(Finding(self.path, "R015", message, hint=hint, place=place))

    def _in_value(self, mark: Any) -> bool:
        """Whether something stands before this scalar on its line (a key, a dash, a bracket)."""
        return bool(self.lines[mark.line][: mark.column].strip()) if self.lines else False
