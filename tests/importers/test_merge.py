"""Versions join an existing record as text: whatever people wrote stays byte for byte."""

from __future__ import annotations

import pytest

OLD = "# 某条例2015\n\n第一条 旧。\n\n第二条 本条例自2016年1月1日起施行。\n"
MIDDLE = "# 某条例2018\n\n第一条 中。\n\n第二条 本条例自2018年10月1日起施行。\n"
NEW = "# 某条例\n\n（2023年12月8日某会议修订　2023年12月19日某机关发布）\n\n第一条 新。\n"

HAND = """# 人写的注释
名称: 某条例   # 行尾注释
简称: [甲条例, "乙条例"]
说明: |
  # 不是注释
  一段说明。
版本:
  # 关于 2018 版的注释
  - 编号: "2018"
    施行日期: 2018-10-01
    条文:
      - 条: 第一条
        文: |
          中。

          # 块里的井号
  # 版本之后的注释
范围: 公开
"""


def ids(run, path="某条例.yaml"):
    return [one.id for one in run.record(path).versions]


@pytest.mark.parametrize("order", [(OLD, MIDDLE, NEW), (NEW, MIDDLE, OLD), (MIDDLE, NEW, OLD)])
def test_versions_come_oldest_first_in_whatever_order(imported, order):
    together = imported("regulation", {f"{n}.md": text for n, text in enumerate(order)})
    assert ids(together) == ["2015", "2018", "2023"]
    existing = {}
    for number, text in enumerate(order):
        existing = imported("regulation", {f"{number}.md": text}, existing).after
    assert existing["某条例.yaml"].count(b"\xe7\xbc\x96\xe5\x8f\xb7") == 3


@pytest.mark.parametrize("text", [OLD, NEW])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "cut"])
def test_hand_edits_stay_byte_for_byte(imported, text, ending, before, last):
    hand = HAND if not last else HAND[: HAND.index("  # 版本之后")].rstrip("\n")
    hand = before + hand.replace("\n", ending)
    run = imported("regulation", {"x.md": text}, {"某条例.yaml": hand}, whole=False)
    assert run.statuses == ["并入"]
    added = run.after["某条例.yaml"].decode()
    assert ("\r" in added) == (ending == "\r\n")
    if ending == "\r\n":
        assert added.count("\r") == added.count("\n")
    for line in hand.split(ending):
        assert line in added
    start = next(i for i, (a, b) in enumerate(zip(hand, added + "\0", strict=False)) if a != b) if (
        not added.startswith(hand)
    ) else len(hand)  # fmt: skip
    rest = hand[start:]
    assert added.endswith(rest)
    assert len(added) > len(hand)
    assert ids(run) == (["2015", "2018"] if text is OLD else ["2018", "2023"])


def test_a_version_that_is_there_stays(imported):
    run = imported("regulation", {"x.md": MIDDLE}, {"某条例.yaml": HAND}, whole=False)
    assert run.plan.files == {}
    assert run.statuses == ["保留原样"]
    assert run.codes == {"I231"}


def test_a_version_is_replaced_where_told(imported):
    both = imported("regulation", {"o.md": OLD}, {"某条例.yaml": HAND}, whole=False)
    run = imported("regulation", {"x.md": MIDDLE}, both.after, whole=False, replace_existing=True)
    assert run.statuses == ["并入"]
    record = run.record("某条例.yaml")
    assert [one.id for one in record.versions] == ["2015", "2018"]
    assert len(record.versions[1].articles) == 2
    assert "# 人写的注释" in run.text("某条例.yaml")
    assert "# 版本之后的注释" in run.text("某条例.yaml")


def test_versions_of_one_year_get_month_and_day(imported):
    def text(day):
        return f"# 某条例\n\n{day} 某会议修订\n\n第一条 {day}。\n"

    run = imported("regulation", {"b.md": text("2018年12月29日"), "a.md": text("2018年3月20日")})
    assert ids(run) == ["2018", "2018-12-29"]


@pytest.mark.parametrize(
    "existing",
    [
        "名称: 某条例\n版本: [{编号: '2018'}]\n",
        "名称: 某条例\n版本: 坏的\n",
        "名称: [\n",
        "名称: 另一条例\n版本:\n  - 编号: '2018'\n",
        "- 一\n",
    ],
)
def test_what_cannot_be_merged_is_refused_and_untouched(imported, existing):
    run = imported("regulation", {"x.md": NEW}, {"某条例.yaml": existing}, whole=False)
    assert run.plan.files == {}
    assert run.statuses == ["拒绝"]
    assert "I105" in run.codes


def test_dashes_in_the_first_column(imported):
    hand = "名称: 某条例\n版本:\n- 编号: '2018'\n  施行日期: 2018-10-01\n\n# 尾注\n"
    run = imported("regulation", {"x.md": NEW}, {"某条例.yaml": hand}, whole=False)
    assert ids(run) == ["2018", "2023"]
    assert run.text("某条例.yaml").endswith("\n\n# 尾注\n")


def test_names_that_differ_in_punctuation_are_one(imported):
    other = NEW.replace("# 某条例", "# 某  条例")
    run = imported("regulation", {"x.md": other}, {"某条例.yaml": HAND}, whole=False)
    assert ids(run) == ["2018", "2023"]
