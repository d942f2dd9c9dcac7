"""A question can be answered: it has what its type needs, and what is right is among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..answers import BLANKS, LETTERS, accepted, letters
from ..base.finding import Finding, Route
from ..library import Library, key_of
from ..records.question import (
    BLANK,
    JUDGEMENT,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    SINGLE,
    Question,
)
from ._finding import about, level_of

RULES = (
    ("C411", "每道题有答案，判断写对或错"),
    ("C412", "单选只有一个正确选项，多选至少两个"),
    ("C413", "答案的字母都有对应的选项"),
    ("C414", "选择、连线、排序有选项，选项不重复"),
    ("C415", "填空的答案和空一样多"),
    ("C416", "连线和排序的答案每项用一次"),
)
_MISSING = ("C411", "C414")
_MOST = 26
_Problem = tuple[Route, str, str, str]


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every question that cannot be answered as it stands."""
    for question in library.of_kind("question"):
        if isinstance(question, Question):
            for route, code, message, hint in _problems(question):
                level = level_of(question, missing=code in _MISSING)
                yield about(library, key_of(question), route, code, message, level=level, hint=hint)


def _problems(question: Question) -> Iterator[_Problem]:
    yield from _option_problems(question)
    if not question.answer:
        yield (), "C411", "没有答案", "补上「答案: …」；没有唯一答案的题用简答，写参考要点。"
        return
    yield from _ANSWERS[question.type](question)


def _option_problems(question: Question) -> Iterator[_Problem]:
    least = 2 if question.type in (SINGLE, SEVERAL, MATCHING, ORDERING) else 0
    if len(question.options) < least:
        yield ("options",), "C414", f"{question.type}题至少要有两个选项", "在「选项」里每项写一行。"
    if question.options and not least:
        hint = "删去「选项」，或改题型。"
        yield ("options",), "C414", f"{question.type}题没有选项可选", hint
    if question.type == MATCHING and len(question.right) < len(question.options):
        message = f"右栏只有 {len(question.right)} 项，比左栏的 {len(question.options)} 项少"
        yield ("right",), "C414", message, "右栏和左栏一样多，或者更多。"
    for name in ("options", "right"):
        seen: dict[str, int] = {}
        for at, one in enumerate(getattr(question, name)):
            if one in seen:
                message = f"选项「{one[:30]}」写了两次"
                yield (name, at), "C414", message, "两个一样的选项分不出对错，改掉一个。"
            seen.setdefault(one, at)
        if len(getattr(question, name)) > _MOST:
            yield (name,), "C414", f"选项超过 {_MOST} 个", "字母不够用；拆成两道题。"


def _chosen(question: Question) -> Iterator[_Problem]:
    found = letters("".join(question.answer))
    if not found:
        hint = "写选项的字母：A 是第一项。"
        yield ("answer",), "C411", f"答案「{question.answer[0][:20]}」里没有字母", hint
        return
    yield from _unknown(found, len(question.options))
    if question.type == SINGLE and len(set(found)) > 1:
        yield (
            ("answer",),
            "C412",
            f"单选题有 {len(set(found))} 个答案",
            "只留一个，或把题型改成多选。",
        )
    if question.type == SEVERAL and len(set(found)) < 2:
        yield ("answer",), "C412", "多选题只有一个答案", "补上其余的，或把题型改成单选。"


def _unknown(found: str, count: int) -> Iterator[_Problem]:
    beyond = sorted({one for one in found if LETTERS.index(one) >= count})
    if beyond and count:
        message = f"答案里的 {'、'.join(beyond)} 没有对应的选项"
        yield ("answer",), "C413", message, f"选项到 {LETTERS[count - 1]} 为止。"


def _judged(question: Question) -> Iterator[_Problem]:
    if not accepted(question):
        message = f"判断题的答案「{question.answer[0][:20]}」看不出对错"
        yield ("answer",), "C411", message, "写「对」或「错」。"


def _filled(question: Question) -> Iterator[_Problem]:
    blanks = len(BLANKS.findall(question.text))
    if blanks != len(question.answer):
        message = f"题干有 {blanks} 个空，答案有 {len(question.answer)} 项"
        hint = "空处写 ____；答案每空一项，同一个空的几种写法用 | 隔开。"
        yield ("answer",), "C415", message, hint
    for at, some in enumerate(accepted(question)):
        if not all(some):
            message = f"第 {at + 1} 个空的答案里有一种写法是空的"
            yield ("answer", at), "C415", message, "删去多余的 |，或补上文字。"


def _arranged(question: Question) -> Iterator[_Problem]:
    found = letters("".join(question.answer))
    matching = question.type == MATCHING
    yield from _unknown(found, len(question.right if matching else question.options))
    if len(found) != len(question.options) or len(set(found)) != len(found):
        way = "按左栏的次序写右栏的字母" if matching else "写正确的次序"
        message = f"答案要有 {len(question.options)} 个不同的字母，这里是「{found[:26]}」"
        yield ("answer",), "C416", message, f"{way}，例如 CABD，每个字母用一次。"


def _said(_: Question) -> Iterator[_Problem]:
    return iter(())


_ANSWERS: dict[str, Callable[[Question], Iterator[_Problem]]] = {
    SINGLE: _chosen,
    SEVERAL: _chosen,
    JUDGEMENT: _judged,
    BLANK: _filled,
    SHORT: _said,
    MATCHING: _arranged,
    ORDERING: _arranged,
}
