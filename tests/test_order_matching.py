"""An order is met with what shares its ground, the reasons said, the gaps named."""

import pytest

from generator.base.reference import Reference
from generator.order_matching import proposal
from tests.teaching_library import FILES, KEY


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES, KEY).library


def met(library, identifier):
    return proposal(library, library.records[Reference("order", identifier)])


def test_the_lesson_with_the_same_subject_loophole_and_length_comes_with_its_reasons(library):
    found = {one.key.id: one for one in met(library, "a").lessons}

    assert "同一科目：拆分采购" in found["jiang"].reasons
    assert "同一漏洞：拆分采购" in found["jiang"].reasons
    assert "同一时长：45 分钟" in found["jiang"].reasons


def test_what_a_unit_had_before_is_said_and_goes_behind(library):
    lessons = met(library, "a").lessons
    found = {one.key.id: one for one in lessons}

    assert "给这个单位用过" in found["jiang"].warnings
    assert "这个单位还没有用过" in found["xian"].reasons


def test_a_case_from_another_world_is_not_proposed(library):
    assert [one.key.id for one in met(library, "a").cases] == ["chaifen"]


def test_a_mismatch_of_level_is_a_warning(checked):
    order = (
        "- {编号: o, 标题: 课, 月份: 2026-02, 科目: [验收], 领域: [工程建设], 层级: [村（社区）]}\n"
    )
    library = checked(FILES | {"materials/orders/x.yaml": order}, KEY).library
    case = met(library, "o").cases[0]

    assert case.key.id == "yanshou"
    assert case.warnings == ("层级不合：要村（社区），这里是厅局级",)


def test_the_next_level_is_no_mismatch(checked):
    order = "- {编号: o, 标题: 课, 月份: 2026-02, 科目: [拆分采购], 层级: [县处级]}\n"
    library = checked(FILES | {"materials/orders/x.yaml": order}, KEY).library

    assert met(library, "o").cases[0].warnings == ()


def test_a_lecturer_is_proposed_for_what_is_prepared(library):
    found = met(library, "a").lecturers

    assert [one.key.id for one in found] == ["zhou"]
    assert "备好了《看项目还是看合同》" in found[0].reasons


def test_what_nobody_can_teach_is_named(library):
    assert met(library, "c").lessons == ()
    assert "没有讲「招商引资」的课" in met(library, "c").gaps
    assert "没有用到漏洞「资产流失」的课" in met(library, "a").gaps
