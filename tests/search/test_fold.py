"""Texts as the search compares them: what does not count, and what must not get lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.fold import (
    BREAKS,
    is_east_asian,
    parted,
    squeezed,
    squeezed_with_places,
    unfolded,
    words,
)

TEXT = st.text(st.characters(exclude_categories=()))
"""Any signs at all, unpaired surrogates among them."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ１２", "abc12"),
        ("審計機關", "审计机关"),
        ("〔2024〕12号", "2024 12 号"),
        ("《审计法》", "“审计”—法"),
        ("①㈠", "1一"),
        ("㎏", "KG"),
        ("ｶﾞ", "カ"),
    ],
)
def test_width_case_tradition_and_punctuation_do_not_count(one, other):
    assert squeezed(one) == squeezed(other) != ""


@pytest.mark.parametrize(("one", "other"), [("审计", "审讯"), ("a1", "a2"), ("が", "か")])
def test_letters_digits_and_signs_do_count(one, other):
    assert squeezed(one) != squeezed(other)


@given(TEXT)
def test_only_letters_digits_and_signs_are_left(text):
    assert all(sign.isalnum() for sign in squeezed(text))


@given(TEXT, TEXT)
def test_what_stands_in_a_text_stands_in_the_squeezed_text(one, other):
    assert squeezed(one + other) == squeezed(one) + squeezed(other)


@given(TEXT)
def test_every_sign_knows_where_it_stood(text):
    signs, places = squeezed_with_places(text)
    assert signs == squeezed(text)
    assert places == sorted(places)
    assert len(places) == len(signs)
    for sign, place in zip(signs, places, strict=True):
        assert sign in squeezed(text[place])


@given(TEXT)
def test_parting_keeps_the_signs_and_only_adds_where_phrases_end(text):
    assert parted(text).replace("|", "") == squeezed("".join(s for s in text if s not in BREAKS))
    assert parted(text).count("|") == sum(sign in BREAKS for sign in text)


def test_commas_part_and_brackets_do_not():
    assert parted("甲，乙；《丙》 丁") == "甲|乙|丙丁"


def test_words_are_latin_and_longer_than_a_pair():
    assert words("用Ｅxcel做ab表2024年GB-18030") == ["excel", "2024", "18030"]


@given(TEXT)
def test_words_stand_in_the_squeezed_text(text):
    for word in words(text):
        assert len(word) > 2
        assert word in squeezed(text)


def test_traditional_signs_stay_where_that_is_asked_for():
    assert unfolded("《審計》ＡB") == "審計ab"


@pytest.mark.parametrize(
    ("text", "known"), [("审计", True), ("かな", True), ("审a", False), ("𠮷", True), ("é", False)]
)
def test_scripts_without_spaces(text, known):
    assert is_east_asian(text) is known
