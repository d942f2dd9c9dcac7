"""Numbers and names of accounts at WeChat and QQ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._any_of import any_of
from .hit import Hit, hit
from .spelled import Spelled

_SERVICE = r"(?:微信|WeChat|weixin|QQ|扣扣|抖音|支付宝|微博|钉钉)"
_ACCOUNT = re.compile(
    rf"(?:{_SERVICE}[ ]?(?:号码?|账号|帐号|账户|ID|昵称)[为是:：\s「“\"(（]{{0,3}}"
    rf"|{_SERVICE}[ ]?[:：][ ]?"
    r"|(?<![A-Za-z])(?:VX|wx|薇信|威信)[ ]?[:：号][ ]?)"
    r"(?P<account>(?=[A-Za-z0-9_-]{0,30}[0-9_])[A-Za-z][A-Za-z0-9_-]{4,29}|[0-9]{5,12})"
    r"(?![A-Za-z0-9_.-]|[元万亿])",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"QQ群?(?:号码?)?[为是:：\s]{0,3}(?P<account>[1-9][0-9]{4,11})(?![0-9.]|[元万亿])"
)
_WORD = any_of(
    *(
        "微[信博]",
        "薇信",
        "威信",
        "W(?:eChat|EIXIN|[Xx])",
        "w(?:echat|eixin|x)",
        "QQ",
        "qq",
        "扣扣",
    ),
    *("抖音", "支付宝", "钉钉", "V[Xx]", "vx"),
)
"""Whether it is worth while to look without regard to upper and lower case, which is slow."""

_REPLACEMENT = "（账号略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the accounts that a word right before them names as such."""
    text = spelled.narrow
    if not _WORD.search(text):
        return
    for pattern in (_ACCOUNT, _PLAIN):
        for found in pattern.finditer(text):
            start, end = found.span("account")
            yield hit(spelled.text, start, end, "P109", _REPLACEMENT)
