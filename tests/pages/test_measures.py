"""What others did: the same loophole in every case, every measure tried, what came of it."""

import re

import pytest

from generator.build import generate
from tests.ledger_library import FILES

PAGE = "library/measures/验收把关.md"
MORE = """
- 编号: z4
  问题: 又是代签
  单位: yi
  漏洞: [yian#L1]
  发现时间: 2025-02-10
  措施: [换人验收]
  责任人: 主任
  期限: 2025-05-31
  进展: 整改中
  回访: [{时间: 2025-07-01, 结果: 还是代签, 见效: 否}]
  范围: 公开
- 编号: z5
  问题: 验收单没有日期
  单位: yi
  漏洞: [yian]
  发现时间: 2025-02-10
  措施: [系统记日期]
  责任人: 主任
  期限: 2025-05-31
  进展: 已销号
  完成时间: 2025-05-20
  证据: [截图]
  回访: [{时间: 2025-07-01, 结果: 都有日期}]
  销号时间: 2025-07-02
  成效: 三个月没有倒签。
  范围: 公开
"""


@pytest.fixture(scope="module")
def made(site):
    key = "ledgers/rectifications/jia.yaml"
    two = "标题: 二案\n范围: 公开\n漏洞: [{编号: L1, 类型: 验收把关, 说明: 代签, 措施: [拍照]}]\n"
    return site({**FILES, key: FILES[key] + MORE, "cases/eran.yaml": two})


def test_every_case_and_every_measure_is_there(made, see):
    seen = see(made[PAGE])

    for words in ("没有到场", "两人到场", "代签", "拍照", "换人验收", "系统记日期"):
        assert words in seen.text
    for address in ("../case/yian.html#L1", "../case/eran.html#L1", "../rectification/yi.html#z5"):
        assert address in seen.addresses
    assert "逐张核对" not in seen.text


def test_what_worked_stands_first_and_each_result_is_said(made, see):
    results = re.findall(r'data-label="效果" data-value="([^"]*)"', made[PAGE].decode())
    text = " ".join(see(made[PAGE]).text.split())

    assert results == ["见效", "反弹", "还没有完成"]
    assert "三个月没有倒签。" in text
    assert "还是代签（反弹）" in text
    assert ("2 个案例里出现过；2 个单位对照整改 3 项：已销号 1，回访见效 1，反弹 1。") in text


def test_a_type_that_no_case_has_has_a_page_too(made, see):
    text = see(made["library/measures/数据核验.md"]).text

    assert "案例里还没有这个漏洞" in text
    assert "月底复核" in text


def test_the_list_leads_to_every_type(made, see):
    addresses = see(made["library/measures/index.md"]).addresses

    assert {"验收把关.html", "票据审核.html", "数据核验.html"} <= set(addresses)


def test_a_case_says_how_many_units_took_up_its_loophole(made, see):
    case = made["library/case/yian.md"].decode()

    assert case.count("2 个单位对照整改") == 2
    assert "../measures/验收把关.html" in see(made["library/case/yian.md"]).addresses
    assert "对照整改" not in see(made["library/case/eran.md"]).text


def test_the_list_of_cases_with_a_loophole_leads_on(made, see):
    page = see(made["library/by-loophole/验收把关.md"])

    assert "../measures/验收把关.html" in page.addresses


def test_measures_of_rows_for_others_are_not_there(checked):
    key = "ledgers/rectifications/jia.yaml"
    files = {**FILES, key: FILES[key] + MORE.replace("  范围: 公开\n", "")}
    public = generate(checked(files), "public").files

    assert "换人验收".encode() not in b"".join(public.values())
