"""A thousand texts, half with something planted, half clean: what is found and what is not."""

import random

import pytest

from generator.privacy import scan
from generator.privacy.bank_card import _passes_luhn
from generator.privacy.identity_number import check_digit

_CLEAN = (
    "根据《关于开展专项整治的通知》（{year}）{number}号文件要求，某县纪委监委于{year}年{month}月{day}日立案。",
    "某局〔{year}〕{number}号批复明确，项目总投资{sum}万元，已付{big}元，占合同价的{percent}%。",
    "某市中级人民法院（{year}）某{number}刑初{day}号刑事判决认定，张某犯受贿罪，判处有期徒刑{month}年。",
    "{year}年{month}月至次年{day}月，李某某先后{day}次收受王某所送现金共计{sum}万元。",
    "招标编号ZB{year}{number}，最高限价{big}元，控制价下浮{percent}%，工期{number}天。",
    "依照《中国共产党纪律处分条例》第一百{han}条、第三十{han}条第二款，给予开除党籍处分。",
    "经审计，{year}年度预算{big}.{day}元，决算{sum}亿元；台账编号{year}{month:02}{day:02}{number}。",
    "对照自查：是否存在同一部位拆成{day}份签证；涉及{number}户、{big}平方米；{month}号楼未验收。",
    "某公司统一社会信用代码已核对，发票号码{big}，合同编号HT-{year}-{number}，保证金{sum}万元。",
    "会议室在机关大院{month}号楼，{year}年第{day}次集体学习，学时{percent}小时，到会{number}人。",
)


def _values(chance):
    return {
        "year": chance.randint(2012, 2025),
        "month": chance.randint(1, 12),
        "day": chance.randint(1, 28),
        "number": chance.randint(1, 9999),
        "sum": f"{chance.randint(1, 999)}.{chance.randint(1, 99)}",
        "big": chance.randint(10**5, 10**8),
        "percent": f"{chance.uniform(0.1, 99):.1f}",
        "han": chance.choice("一二三四五六七八九"),
    }


def _clean(chance):
    return "".join(
        chance.choice(_CLEAN).format(**_values(chance)) for _ in range(chance.randint(3, 8))
    )


def _identity(chance):
    number = (
        chance.choice(("110101", "330102", "440305", "510104", "650102", "820000"))
        + f"{chance.randint(1940, 2012)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
        + f"{chance.randint(1, 999):03}"
    )
    return number + check_digit(number)


def _mobile(chance):
    return f"1{chance.randint(3, 9)}{chance.randint(0, 10**9 - 1):09}"


def _landline(chance):
    area = chance.choice(("010", "021", "0571", "0991"))
    return f"{area}-{chance.randint(2, 8)}{chance.randint(0, 10**7 - 1):07}"


def _card(chance):
    body = "62" + f"{chance.randint(0, 10**16 - 1):016}"
    return next(body + last for last in "0123456789" if _passes_luhn(body + last))


def _plate(chance):
    signs = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    middle = "".join(chance.choice(signs) for _ in range(4))
    return f"{chance.choice('浙京粤川新')}{chance.choice('ABCDE')}{chance.randint(0, 9)}{middle}"


_WIDE = str.maketrans("0123456789X-", "０１２３４５６７８９Ｘ－")
_HAN = str.maketrans("0123456789", "零一二三四五六七八九")


def _spelled(chance, number, groups):
    form = chance.randrange(4)
    if form == 1:
        return number.translate(_WIDE)
    if form == 2 and number.isdigit():
        return number.translate(_HAN)
    if form == 3:
        pieces, start = [], 0
        for length in groups:
            pieces.append(number[start : start + length])
            start += length
        return chance.choice((" ", "-")).join(one for one in pieces if one)
    return number


def _planted(chance, what):
    if what == "P101":
        return f"其身份证号为{_spelled(chance, _identity(chance), (6, 8, 4))}。"
    if what == "P102":
        if chance.random() < 0.3:
            return f"办公电话{_landline(chance)}。"
        return f"联系{_spelled(chance, _mobile(chance), (3, 4, 4))}。"
    if what == "P103":
        return f"汇入卡号{_spelled(chance, _card(chance), (4, 4, 4, 4, 3))}。"
    return f"驾驶{_plate(chance)}离开。"


@pytest.fixture(scope="module")
def texts():
    """500 texts with one thing planted each, and 500 clean ones."""
    chance = random.Random(20260101)
    planted = []
    for number in range(500):
        what = ("P101", "P102", "P103", "P104")[number % 4]
        planted.append((what, f"{_clean(chance)}{_planted(chance, what)}{_clean(chance)}"))
    return planted, [_clean(chance) for _ in range(500)]


@pytest.mark.parametrize(
    ("code", "least"), [("P101", 1.0), ("P102", 0.99), ("P103", 0.99), ("P104", 0.99)]
)
def test_what_is_planted_is_found(texts, code, least):
    planted = [text for what, text in texts[0] if what == code]
    found = [text for text in planted if code in {one.code for one in scan(text)}]

    assert len(planted) == 125
    assert len(found) / len(planted) >= least


def test_clean_texts_raise_no_alarm(texts):
    alarms = [text for text in texts[1] if scan(text)]

    assert len(alarms) / len(texts[1]) <= 0.01


def test_nothing_but_what_was_planted_is_found_beside_it(texts):
    wrong = [text for what, text in texts[0] if {one.code for one in scan(text)} - {what}]
    assert len(wrong) / len(texts[0]) <= 0.01
