"""A decision scenario: played on one page, printed as numbered cards on another."""

import re

import pytest

CARDS = "".join(
    f"  - 编号: k{number}\n    标题: 标题{number}\n    情景: 情景{number}\n    选择:\n"
    f"      - {{选择: 往前{number}, 后果: 后果{number}甲, 转到: k{number + 1}}}\n"
    f"      - {{选择: 停下{number}, 后果: 后果{number}乙, 转到: end}}\n"
    for number in range(1, 9)
)
SCENARIO = f"""
标题: 如果是你
角色: 你是主任
范围: 公开
案例: [chaifen]
卡片:
{CARDS}
  - {{编号: k9, 情景: 守住的情景, 结局: 守住}}
  - {{编号: end, 情景: 失守的情景, 结局: 失守}}
真实结果: 原案的结果
讨论题: [哪一步最难]
教员备注: 教员才看得到
"""
FILES = {
    "cases/chaifen.yaml": "标题: 拆分案\n范围: 公开\n",
    "materials/scenarios/qj.yaml": SCENARIO,
}
PAGE, PAPER = "library/scenario/qj.md", "library/scenario/qj/cards.md"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def numbers(page: bytes) -> dict[str, int]:
    """The cards of the page by what an author calls them."""
    found = re.findall(r'id="card-(\d+)" markdown="1" data-card="([^"]*)"', page.decode())
    return {name: int(number) for number, name in found}


def test_the_first_card_is_1_and_the_others_are_not_in_order(made):
    found = numbers(made[PAGE])
    assert sorted(found.values()) == list(range(1, 11))
    assert found["k1"] == 1
    order = [found[f"k{number}"] for number in range(1, 10)]
    assert order != sorted(order)


def test_the_same_scenario_has_the_same_numbers_every_time(made, site):
    assert site(FILES)[PAGE] == made[PAGE]
    assert site(FILES)[PAPER] == made[PAPER]


def test_every_choice_leads_to_its_card_on_both_pages(made, see):
    found = numbers(made[PAGE])
    page = made[PAGE].decode()
    for number in range(1, 9):
        choice = page[page.index(f"往前{number}") : page.index(f"停下{number}")]
        assert f'href="#card-{found[f"k{number + 1}"]}"' in choice
    paper = see(made[PAPER]).text
    for number in range(1, 9):
        turn = f"→ 翻到第 {found[f'k{number + 1}']} 张"
        assert turn in paper[paper.index(f"往前{number}") : paper.index(f"停下{number}")]


def test_on_paper_what_follows_is_read_on_the_card_it_leads_to(made, see):
    found = numbers(made[PAGE])
    cards = see(made[PAPER]).text
    start = cards.index(f"从第 {found['k2']} 张选 A 来")
    assert start < cards.index("后果2甲") < cards.index("情景3")
    assert cards.index("后果2甲") - start < 40


def test_all_of_it_can_be_read_without_scripts(made, see):
    text = see(made[PAGE]).text
    for word in ("情景1", "后果1甲", "守住的情景", "结局：失守", "原案的结果", "哪一步最难"):
        assert word in text


def test_notes_are_for_lecturers(made, site):
    assert "教员才看得到" not in "".join(
        one.decode() for one in made.values() if b"markdown" in one
    )
    assert "教员才看得到" in site(FILES, "lecturer")[PAGE].decode()
