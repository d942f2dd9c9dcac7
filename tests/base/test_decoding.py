"""Bytes to text: what a file is, and where it cannot be read."""

import pytest

from generator.base.decoding import MAX_BYTES, decode_text, place_of


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_every_line_end_and_a_bom_are_fine(ending, encoding):
    raw = f"甲{ending}乙{ending}".encode(encoding)

    assert decode_text(raw, "a.yaml") == ("甲\n乙\n", [])


def test_a_gbk_file_is_named_and_the_place_is_its_first_odd_byte():
    text, (finding,) = decode_text("title: x\n标题: 甲\n".encode("gbk"), "a.yaml")

    assert text == ""
    assert "GBK" in finding.message
    assert "UTF-8" in finding.hint
    assert finding.place == (2, 1)


def test_one_byte_too_many_is_refused():
    assert decode_text(b"a" * MAX_BYTES, "a.yaml")[1] == []
    assert decode_text(b"a" * (MAX_BYTES + 1), "a.yaml")[1][0].code == "R002"


def test_place_of_counts_lines_and_columns_from_one():
    assert place_of("甲\n乙丙", 0) == (1, 1)
    assert place_of("甲\n乙丙", 3) == (2, 2)
