"""What a bundle says of itself, and what is made of one that says something else."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.reference import Reference
from generator.bundle.manifest import MANIFEST, previous_issue, read_manifest
from generator.bundle.problem import BundleError
from tests.bundle.bundles import RECORDS, SITE, issue

HIDDEN = {
    "cases/密.yaml": "标题: 密的标题\n范围: 内部\n",
    "cases/稿.yaml": "标题: 稿的标题\n范围: 公开\n状态: 草稿\n",
    "cases/撤.yaml": "标题: 撤的标题\n范围: 公开\n状态: 已撤下\n撤下原因: 改判\n",
}


@pytest.fixture(scope="module")
def raw(tmp_path_factory) -> bytes:
    return issue(tmp_path_factory.mktemp("站"))[MANIFEST]


def test_it_names_each_record_with_the_page_that_is_in_the_bundle(tmp_path):
    contents = issue(tmp_path)
    values = json.loads(contents[MANIFEST])

    assert values["counts"]["records"] == 2
    assert {one["title"] for one in values["records"]} == {"甲的标题", "乙的标题"}
    for one in values["records"]:
        assert one["path"] in contents
    assert (values["edition"], values["day"]) == ("public", "2026-11-25")
    assert values["stamp"].startswith("2026-11-25-")


def test_it_knows_nothing_of_what_the_edition_leaves_out(tmp_path):
    with_them = issue(tmp_path, records={**RECORDS, **HIDDEN})
    text = with_them[MANIFEST].decode()

    for word in ("密", "稿", "撤的标题"):
        assert word not in text
    values = json.loads(text)
    assert values["counts"]["records"] == len(values["records"]) == 2


def test_what_is_not_published_changes_no_byte_of_it(tmp_path):
    hidden = {name: HIDDEN[name] for name in ("cases/密.yaml", "cases/稿.yaml")}
    plain = issue(tmp_path / "一")
    beside = issue(tmp_path / "二", records={**RECORDS, **hidden})

    assert dict(plain) == dict(beside)


def test_the_same_content_has_the_same_digest_on_another_day(tmp_path):
    one, other = (
        json.loads(issue(tmp_path / str(day), SITE, day=date(2026, 11, day))[MANIFEST])
        for day in (1, 2)
    )
    assert one["stamp"][:10] != other["stamp"][:10]
    assert one["stamp"][10:] == other["stamp"][10:]
    assert one["records"] == other["records"]


def test_the_next_issue_is_told_what_is_in_it(raw):
    previous = previous_issue(read_manifest(raw), "public")

    assert set(previous.records) == {Reference("case", "甲"), Reference("case", "乙")}
    assert previous.records[Reference("case", "甲")][0] == "甲的标题"


def test_another_edition_is_refused_by_name(raw):
    with pytest.raises(BundleError, match="公开版"):
        previous_issue(read_manifest(raw), "internal")


def test_one_of_a_later_program_says_so(raw):
    with pytest.raises(BundleError, match="升级"):
        read_manifest(json.dumps({**json.loads(raw), "format": 2}).encode())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.sampled_from(["edition", "stamp", "records", "format", "day", "site_name"]), values)
def test_any_other_value_is_read_or_refused_in_one_sentence(raw, name, value):
    changed = {**json.loads(raw), name: value}
    said = "。"
    try:
        previous_issue(read_manifest(json.dumps(changed).encode()), "public")
    except BundleError as error:
        said = str(error)
    assert said.endswith("。")


@given(st.binary(max_size=100))
def test_what_is_no_manifest_is_one_sentence(content):
    with pytest.raises(BundleError, match=r"。$"):
        read_manifest(content)


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_half_a_manifest_is_refused(raw, cut):
    with pytest.raises(BundleError, match="读不出来"):
        read_manifest(raw[:cut])


@pytest.mark.parametrize("word", ["\x1b[2J", "\ud800", "甲\n通过", "2026", "2026-11-25-x\n"])
@pytest.mark.parametrize("name", ["stamp", "day"])
def test_a_day_or_stamp_that_is_none_is_refused(raw, name, word):
    with pytest.raises(BundleError, match="读不出来"):
        read_manifest(json.dumps({**json.loads(raw), name: word}).encode())


@pytest.mark.parametrize("name", ["site_name", "edition_title"])
def test_what_would_play_with_the_terminal_is_not_passed_on(raw, name):
    strange = {**json.loads(raw), name: "甲\x1b[2J\x9b\ud800\n通过"}
    assert read_manifest(json.dumps(strange).encode())[name] == "甲□[2J□□□通过"
