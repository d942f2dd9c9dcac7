"""Packed lists: nothing gets lost, and a damaged one is known or harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.postings import (
    COUNTS,
    FIRST_SIGN,
    LEVELS,
    decode,
    encode,
    length_of,
    level_of,
    merged,
)


@st.composite
def lists(draw) -> tuple[list[int], int]:
    """Ascending postings of which no two have one slot, and the number of slots."""
    slots = draw(st.integers(1, 5_000))
    chosen = draw(st.sets(st.integers(0, slots - 1), min_size=1, max_size=200))
    levels = st.integers(0, len(COUNTS) - 1)
    return [slot * LEVELS + draw(levels) for slot in sorted(chosen)], slots


@given(lists())
def test_what_is_packed_comes_out_again(given_):
    postings, slots = given_
    packed = encode(postings, slots)
    assert list(decode(packed, slots)) == postings
    assert length_of(packed) == len(postings)


@pytest.mark.parametrize("slots", [1, 15, 100_000])
def test_full_and_far_lists(slots):
    full = [slot * LEVELS for slot in range(min(slots, 20_000))]
    for postings in (full, [(slots - 1) * LEVELS + 6], [0]):
        assert list(decode(encode(postings, slots), slots)) == postings


@given(lists())
def test_every_sign_is_plain_in_a_script(given_):
    packed = encode(*given_)
    assert all(FIRST_SIGN <= ord(sign) < FIRST_SIGN + (1 << 15) for sign in packed)


@given(lists(), st.data())
def test_damage_raises_a_value_error_and_nothing_else(given_, data):
    postings, slots = given_
    packed = encode(postings, slots)
    at = data.draw(st.integers(0, len(packed)))
    length = data.draw(st.integers(0, 3))
    put = data.draw(st.text(st.characters(exclude_categories=()), max_size=3))
    _decode_or_value_error(packed[:at] + put + packed[at + length :], slots)


@given(
    st.text(st.characters(exclude_categories=())) | st.text("01_+- \u3400\u3401\ub3ff٣"),
    st.integers(0, 10**6),
)
def test_no_text_at_all_raises_anything_else(text, slots):
    _decode_or_value_error(text, slots)


def _decode_or_value_error(text, slots):
    try:
        found = decode(text, slots)
    except ValueError:
        return
    assert list(found) == sorted(found)


@given(lists())
def test_a_list_that_is_cut_short_is_known_for_it(given_):
    postings, slots = given_
    packed = encode(postings, slots)
    with pytest.raises(ValueError):
        decode("", slots)
    if len(packed) > 1:
        with pytest.raises(ValueError):
            decode(packed[:-1], slots)


def test_levels_rise_with_the_counts_and_stand_for_themselves():
    assert [level_of(count) for count in COUNTS] == list(range(len(COUNTS)))
    levels = [level_of(count) for count in range(1, 40)]
    assert levels == sorted(levels)
    assert level_of(10**6) == len(COUNTS) - 1


@given(lists(), st.dictionaries(st.integers(0, 300), st.none() | st.integers(0, 6)))
def test_changes_are_those_of_a_new_list(given_, changes):
    postings, _ = given_
    table = {one // LEVELS: one % LEVELS for one in postings} | changes
    expected = [slot * LEVELS + one for slot, one in sorted(table.items()) if one is not None]
    assert merged(postings, changes) == expected
