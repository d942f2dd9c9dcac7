"""What 本期更新 tells a reader: what is new, changed and gone, and nothing that is kept back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import changes_page
from generator.base.reference import Reference
from generator.build import generate
from generator.bundle.leaks import LeakTest
from generator.bundle.manifest import manifest, previous_issue, read_manifest
from generator.changes import Previous, compare, record_digest

PAGE = changes_page()
OPEN = "标题: {}的标题\n范围: 公开\n"


def cases(**texts: str) -> dict[str, str]:
    return {f"cases/{name}.yaml": text for name, text in texts.items()}


@pytest.fixture
def told(checked):
    """The page of the second of two issues, each given as texts by path."""

    def make(before, after, edition="public") -> str:
        old = generate(checked(before), edition)
        previous = previous_issue(read_manifest(manifest(old.edition, 1)), edition)
        done = checked(after)
        assert not done.stops, [one.line() for one in done.findings]
        result = generate(done, edition, previous=previous)
        assert not LeakTest(done.library, result).of_files(result.files)
        return result.files[PAGE].decode()

    return make


def group(page: str, heading: str) -> str:
    found = re.search(f"<h2>{heading} .*?</ul>", page, re.DOTALL)
    return found[0] if found else ""


def test_new_and_changed_ones_stand_under_their_words_and_others_nowhere(told):
    before = cases(a=OPEN.format("甲"), b=OPEN.format("乙"))
    page = told(before, {**before, **cases(b=OPEN.format("乙改"), c=OPEN.format("丙"))})

    assert "丙的标题" in group(page, "新增")
    assert "1 件" in group(page, "新增")
    assert "乙改的标题" in group(page, "修改")
    assert "1 件" in group(page, "修改")
    assert "乙的标题" not in page
    assert "甲的标题" not in page


def test_what_was_taken_down_is_a_link_to_its_address_without_its_title(told):
    before = cases(a=OPEN.format("甲"), b=OPEN.format("乙"))
    gone = OPEN.format("乙") + "状态: 已撤下\n撤下原因: 改判\n"
    page = told(before, {**before, **cases(b=gone)})

    assert "case/b" in group(page, "撤下")
    assert "乙的标题" not in page


@pytest.mark.parametrize(
    "after",
    [
        {},
        cases(secret=OPEN.format("密").replace("公开", "内部")),
        cases(secret=OPEN.format("密") + "状态: 草稿\n"),
    ],
    ids=["deleted", "internal", "draft"],
)
def test_what_this_issue_leaves_out_is_counted_and_not_named(told, after):
    kept = cases(a=OPEN.format("甲"))
    page = told({**kept, **cases(secret=OPEN.format("密"))}, {**kept, **after})

    assert "另有 1 个页面不再提供" in page
    assert "密" not in page
    assert "secret" not in page


def test_what_neither_issue_holds_is_not_counted(told):
    kept = cases(a=OPEN.format("甲"))
    inner = OPEN.format("密").replace("公开", "内部")
    page = told({**kept, **cases(s=inner)}, {**kept, **cases(s=inner.replace("密", "秘"), t=inner)})

    assert "没有变化" in page


def test_a_change_of_a_field_that_the_edition_leaves_out_is_no_change(told):
    question = "讨论题:\n  - 题目: 怎么办\n    参考: {}\n"
    before = cases(a=OPEN.format("甲") + question.format("先一"))
    after = cases(a=OPEN.format("甲") + question.format("后二"))

    assert "后二" not in told(before, after)
    assert "修改" not in told(before, after)
    assert "甲的标题" in group(told(before, after, "lecturer"), "修改")


def test_a_new_id_is_no_new_record(told):
    before = cases(a=OPEN.format("甲"))
    after = cases(b=OPEN.format("甲") + "曾用编号: [a]\n")
    page = told(before, after)

    assert group(page, "新增") == ""
    assert "不再提供" not in page
    assert "甲的标题" in group(page, "修改")


def test_without_an_issue_before_there_is_no_such_page(checked):
    assert PAGE not in generate(checked(cases(a=OPEN.format("甲"))), "public").files


def test_nothing_changed_is_said(told):
    files = cases(a=OPEN.format("甲"))
    assert "没有变化" in told(files, files)


@pytest.fixture(scope="session")
def records(checked):
    files = cases(**{name: OPEN.format(name) for name in "abcdef"})
    return generate(checked(files), "public").edition.library.records


@given(data=st.data())
def test_every_record_of_either_issue_is_in_exactly_one_group(data, records):
    keys = sorted(records)
    same, changed, new, withdrawn, gone = (
        {key for key, place in zip(keys, places, strict=True) if place == group_}
        for places in [data.draw(st.tuples(*[st.integers(0, 4)] * len(keys)))]
        for group_ in range(5)
    )
    digests = {key: ("旧题", record_digest(records[key])) for key in same}
    digests |= dict.fromkeys(changed | withdrawn | gone, ("旧题", "0" * 64))
    now = {key: record for key, record in records.items() if key in same | changed | new}

    found = compare(Previous("库", "期", "日", digests), now, sorted(withdrawn))

    assert (set(found.new), set(found.changed), set(found.withdrawn), found.gone) == (
        new,
        changed,
        withdrawn,
        len(gone),
    )


def test_what_was_taken_down_before_the_last_issue_is_not_told_again():
    key = Reference("case", "a")
    assert compare(Previous("库", "期", "日", {}), {}, [key]).withdrawn == ()
