"""The settings of a hand-written page: read with a place, never printed, never guessed."""

import pytest

from generator.base.front_matter import read_front_matter


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("# 甲\n", "", "# 甲\n"),
        ("", "", ""),
        ("---\ntitle: 甲\n---\n乙\n", "甲", "乙\n"),
        ("--- \ntitle: '甲: 乙'\n---\t\n\n乙", "甲: 乙", "\n乙"),
        ("---\ntitle: no\n...\n乙", "no", "乙"),
        ("---\ntitle: 0123\n---", "0123", ""),
        ("---\ntitle: |\n  甲\n  乙\n---\n", "甲 乙", ""),
        ("---\n---\n乙\n", "", "乙\n"),
        ("----\n乙\n", "", "----\n乙\n"),
        ("\n---\ntitle: 甲\n---\n", "", "\n---\ntitle: 甲\n---\n"),
    ],
)
def test_what_is_read(text, title, rest):
    front = read_front_matter(text, "docs/a.md")
    assert front.findings == ()
    assert front.text("title") == title
    assert text[front.body_start :] == rest


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("---\ntitle: 甲: 乙\n---\n", "R004", (2, 9)),
        ("---\ntitle: 甲\ntitle: 乙\n---\n", "R008", (3, 1)),
        ("---\n- 甲\n---\n", "C311", (2, 1)),
        ("---\n甲\n---\n", "C311", (2, 1)),
        ("---\ntitle: 甲\n", "C311", (1, 1)),
        ("---\ntitle: 甲\n" + "a: b\n" * 2000 + "---\n", "C311", (1, 1)),
        ("---\ntitle：甲\n---\n", "R010", (2, 1)),
        ("---\n\ttitle: 甲\n---\n", "R014", (2, 1)),
        ("---\na: &a [x]\nb: {<<: *a}\n---\n", "R007", (3, 5)),
        ("---\na: " + "[" * 3000 + "\n---\n", "R005", (2, 27)),
        ("---\na: !!python/object/apply:os.system [x]\n---\n", "R007", (2, 4)),
    ],
)
def test_what_is_refused_and_where(text, code, place):
    findings = read_front_matter(text, "docs/a.md").findings
    assert (findings[0].code, findings[0].place, findings[0].path) == (code, place, "docs/a.md")


def test_a_value_that_is_no_text_has_none():
    front = read_front_matter("---\ntitle: [甲]\nhide: toc\n---\n", "docs/a.md")
    assert front.text("title") == ""
    assert front.text("hide") == "toc"
    assert front.places["hide"] == (3, 1)


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("title: 甲", True),
        ("search: {exclude: true}", False),
        ("search: {boost: 2, exclude: true}", False),
        ("search: {exclude: false}", True),
        ("search: true", True),
    ],
)
def test_a_page_may_ask_not_to_be_found(setting, found):
    assert read_front_matter(f"---\n{setting}\n---\n", "docs/a.md").searchable is found
