"""What holds for every text, also for hostile ones."""

import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.privacy
from generator.privacy import TITLES, all_detectors, scan, scan_record, scan_texts

_SIGNS = (
    "0123456789Xx０９〇一二三王张建国某×·-  （）★秘密内部资料"
    "路号栋室村组年月日出生@.cnEA浙微信：，。\n\0"
)


@given(st.text(_SIGNS, max_size=200))
def test_finds_are_in_order_apart_and_say_what_stands_there(text):
    found = scan(text)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.code in TITLES
        end = one.end
    assert scan(text) == found


@given(st.lists(st.text(_SIGNS, max_size=60), max_size=5))
def test_every_find_of_a_record_lies_in_its_own_text(texts):
    texts = [text.replace("\0", "") for text in texts]
    for number, one in (*scan_texts(texts), *scan_record(texts)):
        assert texts[number][one.start : one.end] == one.text


def test_a_word_is_not_near_across_two_fields():
    assert scan_texts(["身份证号码", "110101199003070039"]) == ()


def test_of_finds_that_overlap_the_certain_one_stays():
    (one,) = scan("银行卡号 110101199003070038")

    assert one.certain


def test_every_file_that_can_detect_does():
    names = {module.__name__.rpartition(".")[2] for module in all_detectors()}
    files = {one.name for one in pkgutil.iter_modules(generator.privacy.__path__)}

    assert names <= files
    assert names >= {"identity_number", "telephone", "person_name", "classification", "same_person"}


@pytest.mark.parametrize(
    "unit",
    [
        "的",
        "1",
        "1 ",
        "13800138000 ",
        "张",
        "王强",
        "王强、",
        "一号楼",
        "@",
        "a@",
        "买·",
        "秘密★",
        "E1234567",
    ],
)
def test_long_rows_of_one_thing_are_read_to_the_end(unit):
    text = unit * (200_000 // len(unit)) + "，身份证110101199003070038"

    assert scan(text)[-1].code == "P101"
