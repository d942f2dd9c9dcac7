"""The ledger of all units, of one, the board, what is late, as of the day of the build."""

import re

import pytest

from generator.build import generate
from generator.pages._ledger_cells import FULL_TABLE
from tests.ledger_library import FILES

INDEX = "library/rectification/index.md"
BOARD = "library/rectification/board.md"
OVERDUE = "library/rectification/overdue.md"
JIA = "library/rectification/jia.md"
LEDGER = "ledgers/rectifications/jia.yaml"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def _plain(seen) -> str:
    return " ".join(seen.text.split())


def _rows(page: bytes) -> list[str]:
    """The rows of the bodies of all tables."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", page.decode(), re.DOTALL)
    return [row for body in bodies for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)]


def test_figures_are_words_first(made, see):
    text = _plain(see(made[INDEX]))

    assert (
        "整改任务 3 项：未启动 0，整改中 1，待回访 1，已销号 1；"
        "逾期 1，该回访未回访 1。截至 2026年1月1日。"
    ) in text


def test_the_ledger_counts_every_unit_and_leads_to_its_page(made, see):
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in _rows(made[INDEX])]

    assert rows[0] == ["甲组", "2", "0", "1", "0", "1", "▲", "1", "0"]
    assert rows[1] == ["乙组", "1", "0", "0", "1", "0", "0", "1"]
    assert {"jia.html", "yi.html"} <= set(see(made[INDEX]).addresses)


def test_a_row_holds_all_that_is_known(made, see):
    seen = see(made[JIA])
    text = _plain(seen)

    assert seen.ids[:2] == ["z1", "z2"]
    for words in ("两人到场", "副局长", "2025年6月30日", "整改中", "逾期 185 天"):
        assert words in text
    for words in ("完成2025年5月20日", "核对记录", "抽查十张都核对过（见效）", "销号2025年7月2日"):
        assert words in text
    assert "../case/yian.html#L1" in seen.addresses
    assert "../measures/验收把关.html" in seen.addresses


def test_what_is_late_stands_first_by_days_and_names_the_day(checked, see):
    later = FILES[LEDGER].replace("2025-06-30\n  进展: 整改中", "2025-12-30\n  进展: 整改中")
    more = """
- 编号: z4
  问题: 拖得最久
  单位: yi
  漏洞类型: 数据核验
  发现时间: 2025-01-10
  措施: [月底复核]
  责任人: 主任
  期限: 2025-02
  范围: 公开
"""
    page = generate(checked({**FILES, LEDGER: later + more}), "public").files[OVERDUE]
    rows = [re.sub(r"<[^>]+>", " ", row) for row in _rows(page)]

    assert "截至 2026年1月1日（制作本站的日期），逾期 2 项，该回访未回访 1 项。" in _plain(
        see(page)
    )
    assert [row.split()[1:4] for row in rows[:2]] == [
        ["307", "天", "拖得最久"],
        ["2", "天", "验收无人到场"],
    ]
    assert "台账没有人复核" in rows[2]


def test_the_board_shows_the_way_of_each_loophole(made, see):
    text = _plain(see(made[BOARD]))
    order = [text.index(words) for words in ("未启动", "整改中", "待回访", "已销号")]

    assert order == sorted(order)
    closed = text[text.index("票据没有核对") :]
    way = [closed.index(step) for step in ("发现 2025", "完成 2025", "回访 2025", "销号 2025")]
    assert way == sorted(way)
    assert {"not-started", "under-way", "to-revisit", "closed"} <= set(see(made[BOARD]).ids)


def test_stages_are_told_apart_by_sign_and_word(made):
    text = made[INDEX].decode()

    for sign, word in (("△", "整改中"), ("◎", "待回访"), ("●", "已销号")):
        assert f'<span aria-hidden="true">{sign}</span> {word}' in text


def test_an_edition_holds_its_own_rows_alone(checked, see):
    hidden = (
        FILES[LEDGER]
        + """
- 编号: z-secret
  问题: 只给内部看的问题
  单位: jia
  漏洞: [yian#L1]
  发现时间: 2025-03-01
  措施: [内部措施]
"""
    )
    done = checked({**FILES, LEDGER: hidden})
    public, internal = generate(done, "public").files, generate(done, "internal").files
    spoken = b"".join(public.values())

    assert "只给内部看的问题" in internal[JIA].decode()
    for words in ("只给内部看的问题", "z-secret", "内部措施"):
        assert words.encode() not in spoken
    assert "整改任务 3 项" in _plain(see(public[INDEX]))


def test_rows_of_a_unit_that_is_left_out_leave_no_trace(checked):
    units = FILES["ledgers/units/u.yaml"].replace("名称: 乙组\n  范围: 公开", "名称: 乙组")
    done = checked({**FILES, "ledgers/units/u.yaml": units})
    public = generate(done, "public").files

    assert "library/rectification/yi.md" not in public
    assert "台账没有人复核".encode() not in b"".join(public.values())
    assert "library/rectification/yi.md" in generate(done, "internal").files


def test_evidence_leads_to_its_file(project, see):
    from datetime import date

    from generator.base.project import Project
    from generator.build import check
    from tests.signing import signed_off

    text = FILES[LEDGER].replace("证据: [核对记录]", "证据: [{说明: 核对记录, 文件: files/h.txt}]")
    made = project({**FILES, LEDGER: text})
    made = Project(
        made.files,
        configuration=made.configuration,
        assets=frozenset(["files/h.txt"]),
        attached={"files/h.txt": "核对过。\n".encode()},
    )
    done = check(signed_off(made), date(2026, 1, 1))
    result = generate(done, "public")

    assert "C516" not in {one.code for one in done.findings}
    assert "../../files/h.txt" in see(result.files[JIA]).addresses
    assert "files/h.txt" in result.edition.library.assets


def test_a_large_ledger_is_divided_by_unit(checked, see):
    rows = "".join(
        f"- {{编号: n-{n}, 问题: 第{n}个问题, 单位: jia, 漏洞类型: 数据核验, 发现时间: 2025-01, "
        "责任人: 主任, 期限: 2025-02}\n"
        for n in range(FULL_TABLE + 1)
    )
    made = generate(checked({**FILES, LEDGER: rows}), "internal").files

    assert "第7个问题" not in made[INDEX].decode() + made[BOARD].decode()
    assert "每个单位的台账在上面的表里" in _plain(see(made[INDEX]))
    assert len(_rows(made[JIA])) == FULL_TABLE + 1
    late = _plain(see(made[OVERDUE]))
    assert f"这里列出最久的 {FULL_TABLE} 项" in late
    assert f"逾期 {FULL_TABLE + 1} 项" in late


def test_a_library_without_ledgers_says_so(site, see):
    made = site({})

    assert "本版还没有整改任务" in _plain(see(made[INDEX]))
    assert "没有逾期的任务" in _plain(see(made[OVERDUE]))


def test_citations_of_several_rows_open_one_list_of_clauses(checked, see):
    law = """
名称: 中华人民共和国采购法
范围: 公开
版本: [{编号: "2022", 施行日期: 2022-01-01, 条文: [{条: 第一条, 文: 丙}, {条: 第二条, 文: 丁}]}]
"""
    text = FILES[LEDGER].replace("措施: [两人到场]", "措施: [按《采购法》第一条两人到场]")
    text = text.replace("措施: [逐张核对]", "措施: [按《采购法》第二条、第一条逐张核对]")
    files = {**FILES, LEDGER: text, "policies/regulations/r.yaml": law}
    seen = see(generate(checked(files), "public").files[JIA])

    assert "本页引用的条文（2）" in seen.text
    assert [one for one in seen.ids if one.startswith("clause-")] == ["clause-1", "clause-2"]
