"""Bad input: search() never raises, says something, and nothing of it is more than text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.engine import search

ANY = st.text(st.characters(exclude_categories=()))
WORDS = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype"]
MARKUP = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "<!--x-->", "&lt;"]
REGULAR = ["(.*)*", "[a-", "\\", "^$", "(?:", "a{99999}", "审计|", "*", "+", "(?P<a>", "\\1"]
NOT_SEARCHABLE = [
    *("，。、；：！？", "...", "《》〔〕", "“”", '""', "😀👨‍👩‍👧", "\ud800", "\udc00\ud800"),
    *("\u202e\u200f\u061c", "\u200b\u200d\ufeff", "(.*)*"[:4], "\\", "^$", "|", "\0\x01"),
]
LONG = ["审" * 10_000, "审计机关" * 2_500, "a" * 10_000, "，" * 10_000, "审 " * 5_000, "“" * 10_000]


@pytest.fixture(scope="module")
def index(page, opened):
    return opened(
        [
            page("a.html", ["审计机关</script>甲", "乙\u2028丙\u2029丁", "戊\0己"], 领域="教育"),
            page("b.html", [*WORDS, *MARKUP, *REGULAR], title="</script>", 领域="__proto__"),
            page("c.html", ["\ud800审计\udc00", "👨审👩计", "\u202e审计\u200f机关"]),
            page("constructor", ["丑"], constructor=["子"], __proto__=["寅"]),
        ],
        synonyms=[("constructor", "__proto__"), ("……", "审计"), ("", "机关")],
        words=["", "\ud800", "constructor"],
    )


@pytest.mark.parametrize("typed", NOT_SEARCHABLE, ids=ascii)
def test_what_has_no_letter_digit_or_sign_is_called_unsearchable(index, typed):
    answer = search(index, typed)
    assert (answer.state, answer.hits) == ("unsearchable", ())


@pytest.mark.parametrize("typed", [*WORDS, *MARKUP, "a{99999}", "(?P<a>"], ids=ascii)
def test_words_of_programs_and_markup_are_words_like_all_others(index, typed):
    answer = search(index, typed)
    assert answer.state == "ok"
    assert "b.html" in [hit.path for hit in answer.hits if hit.tier == "strict"]


@pytest.mark.parametrize("typed", [*LONG, *(one * 900 for one in [*MARKUP, *REGULAR])])
def test_ten_thousand_characters_are_answered(index, typed):
    assert search(index, typed).state in ("ok", "nothing", "unsearchable")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        *[("机关</script>甲", "a.html"), ("乙\u2028丙", "a.html"), ("丙丁", "a.html")],
        *[("戊\0己", "a.html"), ("戊己", "a.html"), ("\ud800审计", "c.html")],
        *[("审👩计", "c.html"), ("审计机关", "c.html"), ("计\u200f机", "c.html")],
    ],
    ids=ascii,
)
def test_awkward_texts_are_found_and_shown_as_they_are(index, typed, path):
    hits = {hit.path: hit for hit in search(index, typed).hits if hit.tier == "strict"}
    assert path in hits
    shown = "".join(text for text, _ in hits[path].sections[0].snippet)
    assert shown in {
        *("审计机关</script>甲", "乙\u2028丙\u2029丁", "戊\0己"),
        *("\ud800审计\udc00", "👨审👩计", "\u202e审计\u200f机关"),
    }


@pytest.mark.parametrize("label", ["constructor", "__proto__"])
def test_labels_may_have_any_name(index, label):
    value = {"constructor": "子", "__proto__": "寅"}[label]
    assert [hit.path for hit in search(index, f"{label}:{value}").hits] == ["constructor"]
    assert search(index, "审计", facets={label: [label]}).state == "nothing"


@given(ANY, st.lists(ANY, max_size=2), st.dictionaries(ANY, st.lists(ANY, max_size=2), max_size=2))
def test_search_never_raises_and_says_something(index, typed, within, facets):
    answer = search(index, typed, 10, facets, within)
    assert answer.state in {"ok", "blank", "unsearchable", "nothing"}
    assert (answer.state == "ok") is bool(answer.hits)
    assert answer.broken == 0


@given(st.lists(ANY, min_size=1, max_size=3), st.lists(st.tuples(ANY, ANY), max_size=2), ANY)
def test_pages_of_any_text_and_synonyms_of_any_text_can_be_searched(
    page, opened, texts, synonyms, typed
):
    pages = [page(f"{number}", text, title=text) for number, text in enumerate(texts)]
    made = opened([*pages, page(typed, typed, 领域=[typed])], synonyms=synonyms, words=texts)
    for one in (*texts, typed, f"领域:{typed}"):
        answer = search(made, one)
        assert answer.state in {"ok", "blank", "unsearchable", "nothing"}
        assert answer.broken == 0
