"""Numbers of bank cards and accounts: a Luhn number with a word near, or a word right before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled, digits

_CARD = re.compile(r"(?<![0-9])[1-9](?: {0,2}[0-9]){14,18}(?![0-9])")
_ACCOUNT = re.compile(r"(?<![0-9])[0-9](?: ?[0-9]){8,24}(?![0-9])")
_NEAR = re.compile(
    "卡号|[账帐][号户]|尾号|银行|信用社|储蓄|借记卡|信用卡|开户|户名|汇[入至款]|转[入至账]|存折|打款|收款|支付宝"
)
_RIGHT_BEFORE = re.compile(
    r"(?:卡号|[账帐][号户])(?:号码|码)?(?:\s?[（(][^（）()\n]{1,12}[）)])?[为是:：\s「“\"]{0,3}$"
)
_REPLACEMENT = "（银行账号略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the numbers of bank cards and accounts of a text."""
    for run in spelled.runs:
        for found in _CARD.finditer(run.text):
            start, end = run.start + found.start(), run.start + found.end()
            if not _passes_luhn(digits(found[0])):
                continue
            if _NEAR.search(spelled.before(start)) or _NEAR.search(spelled.after(end)):
                yield hit(spelled.text, start, end, "P103", _REPLACEMENT)
        for found in _ACCOUNT.finditer(run.text):
            start, end = run.start + found.start(), run.start + found.end()
            if _RIGHT_BEFORE.search(spelled.before(start, 24)):
                yield hit(spelled.text, start, end, "P103", _REPLACEMENT)


def _passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (place % 2 + 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
