"""Lines, prose and words from closed lists."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.base.suggest import nearest
from generator.base.text import MAX_LINE, Line, OneOf, Prose, fold_word

WORDS = OneOf(("村（社区）", "乡科级", "县处级"), (("科级", "乡科级"),))


def test_a_line_is_one_line():
    assert TypeAdapter(Line).validate_python(" 甲\n乙 ") == "甲 乙"
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python("长" * (MAX_LINE + 1))


def test_prose_keeps_its_inner_lines():
    assert TypeAdapter(Prose).validate_python("\n\n甲\n\n乙\n") == "甲\n\n乙"


@pytest.mark.parametrize("written", ["村（社区）", "村(社区)", " 村 （社区） ", "村（社 区）"])
def test_width_and_spaces_do_not_matter(written):
    assert WORDS.read(written) == "村（社区）"


def test_other_spellings_become_the_word_of_the_list():
    assert WORDS.read("科级") == "乡科级"
    assert fold_word("Ａ　b") == "Ab"


def test_an_unknown_word_names_the_list_and_the_nearest():
    with pytest.raises(ValueError) as refused:
        WORDS.read("县处")

    assert "村（社区）、乡科级、县处级" in str(refused.value)


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("标提", ("副标题", "标题", "时间"), "标题"),
        ("廉政", ("政治", "廉洁"), "廉洁"),
        ("严重警告处分", ("警告", "严重警告"), "严重警告"),
        ("jy-2024-01", ("gc-2024-001", "jy-2024-001"), "jy-2024-001"),
        ("xyz", ("标题", "时间"), None),
        ("甲", (), None),
    ],
)
def test_the_nearest_word(word, words, expected):
    assert nearest(word, words) == expected
