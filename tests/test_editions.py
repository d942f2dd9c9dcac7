"""Editions: what one audience may not see exists nowhere downstream."""

import pytest

from generator.addresses import search_file
from generator.base.reference import Reference
from generator.build import generate
from generator.editions import EDITIONS, take

CANARY = "金丝雀"
PUBLIC = {
    "cases/a.yaml": """
标题: 公开案
范围: 公开
领域: 教育
层级: 乡科级
岗位: [出纳]
关键词: [采购]
处理时间: 2021-05
依据: [《采购办法》第一条]
漏洞:
  - {编号: L1, 类型: 招标评审, 说明: 没有回避, 措施: [回避]}
讨论题:
  - {题目: 怎么办, 参考: 答案在此}
""",
    "materials/lessons/l.yaml": """
标题: 公开课
范围: 公开
案例: [a]
教学步骤:
  - {环节: 导入, 分钟: 45, 内容: 看案例, 教员: 教员提示}
板书:
  - {环节: 板书一, 漏洞: 漏洞一, 措施: 措施一}
教员备注: 只给教员
""",
    "policies/practices/p.yaml": "标题: 公开做法\n范围: 公开\n问题: 无\n",
    "policies/regulations/r.yaml": """
名称: 采购办法
范围: 公开
版本:
  - {编号: "2018", 施行日期: 2018-01-01, 条文: [{条: 第一条, 文: 要公开}]}
""",
    "ledgers/units/u.yaml": "- {编号: u1, 名称: 公开组, 范围: 公开}\n",
}
HIDDEN_CASE = f"""
标题: {CANARY}案
副标题: {CANARY}
关键词: [{CANARY}词, 采购]
要点: {CANARY}
领域: 教育
层级: 县处级
岗位: [出纳, 财务会计]
违反纪律: [廉洁]
行为类型: [{CANARY}行为]
处理时间: 2022-05
基本案情: {CANARY}
时间线: [{{时间: 2021-03, 事件: {CANARY}}}]
处理结果: {{党纪处分: 警告, 刑事: {CANARY}, 说明: {CANARY}}}
依据: [《采购办法》第一条]
成因剖析: [{{类别: 制度, 说明: {CANARY}}}]
漏洞:
  - {{编号: L1, 类型: 招标评审, 说明: {CANARY}, 措施: [{CANARY}]}}
  - {{编号: L2, 类型: {CANARY}漏洞, 说明: {CANARY}, 措施: [{CANARY}]}}
讨论题: [{{题目: {CANARY}, 参考: {CANARY}}}]
对照自查: [是否{CANARY}]
相关案例: [a]
曾用编号: [old-hidden-id]
来源: {{单位: {CANARY}}}
审核: {{终审人: {CANARY}}}
"""
HIDDEN = {
    "cases/hidden-id.yaml": HIDDEN_CASE,
    "cases/hidden-id-draft.yaml": (
        "标题: 金丝雀\n范围: 公开\n状态: 草稿\n相关案例: [a]\n领域: 司法\n"
    ),
    "cases/hidden-id-lecturer.yaml": "标题: 金丝雀\n范围: 教员\n相关案例: [a]\n",
    "materials/lessons/hidden-id-l.yaml": "标题: 金丝雀\n案例: [a, hidden-id]\n延伸: [l]\n",
    "policies/practices/hidden-id-p.yaml": "标题: 金丝雀\n问题: 金丝雀\n相关案例: [a]\n单位: u1\n",
    "policies/regulations/hidden-id-r.yaml": (
        "名称: 金丝雀法\n版本: [{编号: '1', 施行日期: 2020}]\n"
    ),
    "ledgers/units/v.yaml": "- {编号: hidden-id-u, 名称: 金丝雀}\n",
}
REFERRING = {
    **PUBLIC,
    "cases/a.yaml": PUBLIC["cases/a.yaml"]
    + "相关案例: [hidden-id, 'hidden-id#L1']\n不相似: [hidden-id-draft]\n",
    "materials/lessons/l.yaml": PUBLIC["materials/lessons/l.yaml"].replace(
        "案例: [a]",
        "案例: [a, {案例: hidden-id, 用途: 金丝雀}]\n先修: [hidden-id-l]\n延伸: [hidden-id-l]",
    ),
    "policies/practices/p.yaml": PUBLIC["policies/practices/p.yaml"]
    + "单位: hidden-id-u\n相关案例: [hidden-id]\n",
}


def files_of(checked, files, edition="public"):
    done = checked(files)
    assert not done.stops, [one.line() for one in done.findings]
    return generate(done, edition).files


def text_of(content):
    """A file as text: those of the search index may be in UTF-16."""
    return content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig")


def test_a_record_that_is_left_out_changes_no_byte(checked):
    assert files_of(checked, PUBLIC | HIDDEN) == files_of(checked, PUBLIC)


def test_nor_do_the_references_to_it(checked):
    assert files_of(checked, REFERRING | HIDDEN) == files_of(checked, PUBLIC)


def test_neither_its_words_nor_its_id_are_in_any_file(checked):
    linking = REFERRING | {
        "cases/a.yaml": REFERRING["cases/a.yaml"] + "要点: 见[这里](case/hidden-id#L1)。\n"
    }
    made = files_of(checked, linking | HIDDEN)

    for name, content in made.items():
        for word in (CANARY, "hidden-id", "old-hidden-id"):
            assert word not in name
            assert word not in text_of(content), name


def test_the_test_above_can_fail(checked):
    made = files_of(checked, REFERRING | HIDDEN, "internal")

    assert any(CANARY in text_of(content) for content in made.values())
    index = [text for name, text in made.items() if name.startswith(search_file(""))]
    assert any(CANARY in text_of(content) for content in index)
    assert "library/case/hidden-id.md" in made
    assert "library/case/old-hidden-id.html" in made


@pytest.mark.parametrize(
    ("edition", "ids"),
    [
        ("public", {"a"}),
        ("internal", {"a", "hidden-id", "hidden-id-draft"}),
        ("lecturer", {"a", "hidden-id-draft", "hidden-id-lecturer"}),
    ],
)
def test_who_sees_what(checked, edition, ids):
    view = take(checked(PUBLIC | HIDDEN).library, EDITIONS[edition])

    assert {case.id for case in view.library.of_kind("case")} == ids
    assert set(view.library.origins) == set(view.library.records)
    assert view.left_out + len(view.library.records) == 12


@pytest.mark.parametrize("edition", ["public", "internal", "lecturer"])
def test_answers_and_notes_are_for_lecturers(checked, edition):
    text = "".join(map(text_of, files_of(checked, PUBLIC, edition).values()))

    for word in ("答案在此", "教员提示", "板书一", "漏洞一", "只给教员"):
        assert (word in text) == (edition == "lecturer")
    assert "怎么办" in text


@pytest.mark.parametrize("edition", ["public", "internal", "lecturer"])
def test_an_edition_that_is_not_public_says_so_on_every_page(checked, edition):
    for name, content in files_of(checked, PUBLIC, edition).items():
        if name.endswith(".md"):
            assert ("请勿外传" in content.decode()) == (edition != "public"), name


def test_a_part_that_needs_a_reference_goes_with_it(checked):
    view = take(checked(REFERRING | HIDDEN).library, EDITIONS["public"])
    lesson = view.library.records[Reference("lesson", "l")]

    assert [str(use.case) for use in lesson.cases] == ["case/a"]
    assert lesson.prerequisites == ()
    assert view.library.records[Reference("practice", "p")].unit is None
    assert {str(one.target) for one in view.library.links} == {"case/a"}


def test_what_is_not_trimmed_is_shared(checked):
    library = checked(PUBLIC).library
    view = take(library, EDITIONS["lecturer"])

    for key, record in library.records.items():
        assert view.library.records[key].model_copy(update={"review": None}) == record.model_copy(
            update={"review": None}
        )
        assert all(
            getattr(view.library.records[key], name) is getattr(record, name)
            for name in type(record).model_fields
            if name != "review"
        )


def test_a_withdrawn_record_leaves_its_address_and_nothing_else(checked):
    gone = HIDDEN_CASE + "范围: 公开\n状态: 已撤下\n撤下原因: 事实有出入\n"
    made = files_of(checked, PUBLIC | {"cases/gone-id.yaml": gone})
    holding = {name for name, content in made.items() if "gone-id" in name + text_of(content)}

    assert holding == {"library/case/gone-id.md"}
    assert "撤下原因：事实有出入" in made["library/case/gone-id.md"].decode()
    assert not any(CANARY in text_of(content) for content in made.values())


def test_a_withdrawn_record_that_was_never_public_leaves_nothing(checked):
    gone = HIDDEN_CASE + "范围: 内部\n状态: 已撤下\n撤下原因: 金丝雀原因\n"

    assert files_of(checked, PUBLIC | {"cases/gone-id.yaml": gone}) == files_of(checked, PUBLIC)
