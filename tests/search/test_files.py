"""The files of the index: whatever is in them comes back; whatever they are not is known."""

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.files import CALL, _name, read_script, root_script, script

TEXT = st.text(st.characters(exclude_categories=()))
VALUES = st.lists(
    st.recursive(
        TEXT | st.integers(-(10**9), 10**9) | st.none() | st.booleans(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=3,
)
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=40)


@pytest.mark.parametrize(
    "text",
    [
        *("\u2028\u2029", "</script><script>alert(1)</script>", "\0\x01\x7f", "\"'\\\n", "<!--"),
        *("\ud800", "\udfff甲", "审计\ud83d" * 30, "𠮷😀", "\ufeff", ");\n", "甲" * 1000),
    ],
    ids=ascii,
)
def test_awkward_texts_survive(text):
    name, raw = script("texts", [text], text)
    assert read_script(raw, "texts", name) == [[text], text]
    assert read_script(root_script({"a": text}), "root") == [{"a": text}]


@given(VALUES)
def test_everything_survives_but_surrogates_that_make_a_pair(values):
    name, raw = script("terms", *values)
    expected = json.loads(json.dumps(values))  # there two surrogates become one sign
    assert read_script(raw, "terms", name) == expected
    assert script("terms", *values) == (name, raw)


@given(VALUES)
def test_no_sign_ends_a_line_of_the_script_or_breaks_its_encoding(values):
    text = decoded(script("terms", *values)[1])
    assert not {"\u2028", "\u2029", "\r"} & set(text)
    assert text.count("\n") == 1
    assert text.endswith("\n")


def decoded(raw: bytes) -> str:
    if raw.startswith(codecs.BOM_UTF16_LE):
        return raw[2:].decode("utf-16-le")
    assert raw.startswith(codecs.BOM_UTF8)
    return raw.decode("utf-8-sig")


@given(HAN | st.text(st.characters(max_codepoint=127)) | st.text())
def test_the_shorter_encoding_is_taken(text):
    _, raw = script("texts", text)
    inner = decoded(raw)
    assert len(raw) <= 3 + len(inner.encode())
    assert len(raw) <= 3 + len(inner.encode("utf-16-le"))


def test_chinese_is_written_in_utf_16_and_latin_in_utf_8():
    assert script("texts", "审计" * 100)[1].startswith(codecs.BOM_UTF16_LE)
    assert script("texts", "abcd" * 100)[1].startswith(codecs.BOM_UTF8)


def test_the_name_tells_the_kind_and_what_is_inside():
    names = {script(*one)[0] for one in (("texts", "甲"), ("terms", "甲"), ("texts", "乙"))}
    assert len(names) == 3
    assert all(len(name) == 8 and name.isalnum() and name.islower() for name in names)


@pytest.mark.parametrize("text", ["审计" * 50, "latin " * 50])
def test_a_file_that_is_cut_off_anywhere_is_known(text):
    name, raw = script("texts", text)
    for end in range(len(raw)):
        with pytest.raises(ValueError):
            read_script(raw[:end], "texts", name)


@given(st.binary(max_size=80))
def test_a_foreign_file_is_known(raw):
    for content in (raw, codecs.BOM_UTF16_LE + raw, codecs.BOM_UTF8 + raw):
        with pytest.raises(ValueError):
            read_script(content, "texts", "abcdefgh")


@given(st.data())
def test_one_changed_byte_is_known(data):
    name, raw = script("texts", data.draw(st.sampled_from(["审计" * 30, "latin " * 30])))
    at = data.draw(st.integers(0, len(raw) - 1))
    changed = bytes([raw[at] ^ data.draw(st.integers(1, 255))])
    with pytest.raises(ValueError):
        read_script(raw[:at] + changed + raw[at + 1 :], "texts", name)


@pytest.mark.parametrize(
    ("kind", "name"), [("terms", None), ("texts", "abcdefgh"), ("texts", ""), ("root", None)]
)
def test_a_file_of_another_kind_or_name_is_known(kind, name):
    own, raw = script("texts", "甲")
    with pytest.raises(ValueError):
        read_script(raw, kind, own if name is None else name)


@pytest.mark.parametrize(
    "inner", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, "{", "1,,2", "alert(1)"]
)
def test_a_file_with_the_right_head_and_no_sense_is_known(inner):
    for name in ("abcdefgh", _name("texts", inner)):
        raw = f'{CALL}("texts","{name}",{inner});\n'.encode()
        with pytest.raises(ValueError):
            read_script(raw, "texts", name)
