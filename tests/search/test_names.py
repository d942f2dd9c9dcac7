"""Pinyin of names: a table for most signs, exceptions for names that are read otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.names import MAX_LENGTH, Sounds, known_sounds, names_values
from generator.search.pinyin import matching_names


def said(name: str, sounds: Sounds | None = None) -> str:
    """The syllables of a name as the search puts them together."""
    made = sounds or Sounds()
    exception = made.exception(name)
    table = {pair[0]: pair[1:] for pair in made.table().split(" ") if pair}
    return exception or " ".join(table.get(sign, sign) for sign in name)


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("重庆", "chong qing"),
        ("重要", "zhong yao"),
        ("银行", "yin hang"),
        ("行贿", "xing hui"),
        ("会计", "kuai ji"),
        ("会议", "hui yi"),
        ("审计", "shen ji"),
        ("绿化", "lv hua"),
        ("A股", "a gu"),
    ],
)
def test_names_are_read_as_people_read_them(name, syllables):
    assert said(name).lower() == syllables


def test_only_names_that_are_read_otherwise_take_room():
    sounds = Sounds()
    plain = [sounds.exception(name) for name in ("审计", "采购", "廉洁")]
    assert plain == ["", "", ""]
    exceptions = [sounds.exception(name) for name in ("重庆", "重要")]
    assert sorted(map(bool, exceptions)) == [False, True], "one of both is the table's own"
    assert "审shen" in sounds.table().split(" ")


@pytest.mark.parametrize("typed", ["cq", "chongqing", "chongq", "cqing", "cqyh", "yh", "yinhang"])
def test_both_readings_are_found_by_initials_and_by_syllables(typed):
    values = names_values(["重庆银行", "重要行为"], [], Sounds())
    assert matching_names(values, typed)[0] == ["重庆银行"]


@pytest.mark.parametrize("typed", ["zqyh", "qc", "chongqinga", "hongqing", "zzz"])
def test_letters_that_are_no_initials_find_nothing(typed):
    assert matching_names(names_values(["重庆银行"], [("重庆银行", 3)], Sounds()), typed) == (
        [],
        [],
    )


def test_titles_lead_to_their_pages_the_shortest_first():
    titles = [("关于重庆银行", 7), ("重庆银行的案", 5), ("重庆银行", 3), ("别的", 1)]
    assert matching_names(names_values([], titles, Sounds()), "cqyh") == ([], [3, 5, 7])


NAMES = st.text("重庆银行会计审计行长乐Ab1 《》吖𠮷\ud800", min_size=1, max_size=80)


@given(st.lists(NAMES, max_size=5), st.lists(st.tuples(NAMES, st.integers(0, 9)), max_size=5))
def test_what_an_earlier_index_knew_changes_nothing(words, titles):
    new = names_values(words, titles, Sounds())
    assert names_values(words, titles, Sounds(known_sounds(new))) == new


@given(NAMES, st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=40))
def test_no_name_and_no_letters_raise(name, typed):
    words, pages = matching_names(names_values([name], [(name, 4)], Sounds()), typed)
    assert words in ([], [name])
    assert pages in ([], [4])


def test_a_name_is_read_up_to_a_bound():
    name = "审" * MAX_LENGTH + "计"
    values = names_values([name], [], Sounds())
    assert matching_names(values, "s" * MAX_LENGTH)[0] == [name]
    assert matching_names(values, "sj")[0] == []
