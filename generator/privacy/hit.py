"""One thing in a text that may not be published as it stands."""

from __future__ import annotations

from dataclasses import dataclass

TITLES = {
    "P101": "身份证号码",
    "P102": "电话号码",
    "P103": "银行卡号或账号",
    "P104": "车牌号",
    "P105": "护照、通行证等证件号码",
    "P106": "电子邮箱",
    "P107": "详细住址",
    "P108": "出生日期",
    "P109": "微信号、QQ 号",
    "P110": "未处理的人名",
    "P111": "同一人的两种写法",
    "P112": "合起来能认出人的几项信息",
    "P201": "密级标志",
    "P202": "内部资料字样",
}
"""What each code stands for, as it is said to people."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A find in a text, from `start` to before `end`; `replacement` is what to write instead."""

    start: int
    end: int
    code: str
    what: str
    text: str
    replacement: str
    certain: bool = True
    """Whether the form alone or a word beside it leaves no doubt."""


def hit(
    text: str, start: int, end: int, code: str, replacement: str, *, certain: bool = True
) -> Hit:
    """Make a hit of the words that stand at a place of a text."""
    return Hit(start, end, code, TITLES[code], text[start:end], replacement, certain)
