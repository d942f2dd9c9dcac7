"""Long rows in pieces: complete, of bounded size, and steady under small changes."""

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.search.cutting import cut

ROWS = st.lists(st.tuples(st.text(max_size=3), st.integers(0, 60)), max_size=120)
LEAST, MOST = 20, 50


def pieces(row) -> list[list]:
    names, sizes = [name for name, _ in row], [size for _, size in row]
    return [[row[at] for at in piece] for piece in cut(names, sizes, LEAST, MOST)]


@given(ROWS)
def test_the_pieces_cover_everything_in_order(row):
    made = pieces(row)
    assert [one for piece in made for one in piece] == row
    assert all(made)


@given(ROWS)
def test_the_pieces_keep_to_the_bounds(row):
    made = pieces(row)
    for piece, after in zip(made, [*made[1:], []], strict=False):
        total = sum(size for _, size in piece)
        assert total <= MOST or len(piece) == 1
        if total < LEAST and after:
            assert total + after[0][1] > MOST, "it could have gone on"


@given(st.integers(0, 999), st.sampled_from(["add", "remove", "grow"]), st.integers(0, 10**6))
def test_a_change_in_one_place_moves_few_of_the_cuts(at, kind, seed):
    random_ = random.Random(seed)
    row = [(f"{random_.random()}", random_.randint(1, 5)) for _ in range(1_000)]
    changed = list(row)
    if kind == "add":
        changed.insert(at, ("new", 3))
    elif kind == "remove":
        del changed[at]
    else:
        changed[at] = (row[at][0], 6)
    before = {piece[0][0] for piece in pieces(row)}
    after = {piece[0][0] for piece in pieces(changed)}
    assert len(after - before) <= len(before) // 4


def test_names_with_unpaired_surrogates_are_cut_too():
    assert list(cut(["\ud800"] * 4, [30] * 4, LEAST, MOST)) == [
        range(start, start + 1) for start in range(4)
    ]


def test_nothing_gives_no_pieces():
    assert cut([], [], LEAST, MOST) == []
