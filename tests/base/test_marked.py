"""Places that become links leave the rest of a text as it is."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.base.decoding import decode_text
from generator.base.markdown import plain, prose
from generator.base.marked import Anchor, marked, with_signs, with_tags
from generator.base.text import Line, Prose

_PIECES = st.sampled_from(
    [
        "**",
        "*",
        "[甲](",
        ")",
        "[",
        "]",
        "|",
        "-",
        "> ",
        "# ",
        "\n",
        " ",
        "<b>",
        "&",
        "甲",
        "第一条",
        "---",
    ]
)
TEXTS = st.lists(st.one_of(_PIECES, st.characters(exclude_categories=["Cs"])), max_size=30).map(
    "".join
)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


def no_link(_target: str, _image: bool) -> None:
    return None


def anchors(text: str, spans) -> list[Anchor]:
    return [
        Anchor(start, min(end, len(text)), '<a href="x">') for start, end in spans if start < end
    ]


@given(TEXTS, SPANS)
def test_a_line_with_its_links_taken_away_is_the_line(text, spans):
    text = re.sub("[\ufdd0-\ufdef]", "", text)
    made = marked(Line(text), [one for one in anchors(text, spans) if one.start < len(text)])

    assert made == text
    out = with_tags(plain(with_signs(made)), made.anchors)
    assert out.count("<a ") == out.count("</a>") <= len(made.anchors)


@given(
    st.lists(st.sampled_from(["甲", "第一条", "《法》", "。", "\n"]), max_size=20).map("".join),
    SPANS,
)
def test_prose_with_its_links_taken_away_is_the_prose(text, spans):
    inside = [
        one
        for one in anchors(text, spans)
        if one.start < len(text) and "\n" not in text[one.start : one.end]
    ]
    made = marked(Prose(text), inside)
    out = with_tags(prose(with_signs(made), no_link), made.anchors)

    assert re.sub("</?a[^>]*>", "", out) == prose(text, no_link)


def test_links_do_not_cross_strong_words():
    text = "甲**乙丙**丁"
    made = marked(Prose(text), [Anchor(0, 4, "<a>"), Anchor(4, 5, "<a>")])

    assert with_tags(prose(with_signs(made), no_link), made.anchors).count("<a>") <= 1


def test_no_file_can_hold_the_signs():
    _, findings = decode_text("标题: 甲\ufdd0乙".encode(), "a.yaml")

    assert [one.code for one in findings] == ["R003"]
