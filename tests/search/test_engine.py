"""What a reader is promised of an answer: order, counts, reasons, and honest failures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.document import Section
from generator.search.engine import LOOSE, STRICT, search
from generator.search.files import ROOT, script
from generator.search.files import opened as read_file
from generator.search.index import build_index
from generator.search.reader import open_index


def found(index, typed, tier=STRICT, **options) -> list[str]:
    """The addresses of the pages of one tier, in their order."""
    return [hit.path for hit in search(index, typed, 50, **options).hits if hit.tier == tier]


def shown(pieces) -> str:
    return "".join(text for text, _ in pieces)


def marks(pieces) -> list[str]:
    return [text for text, matches in pieces if matches]


def test_pages_that_hold_it_all_come_before_those_that_hold_pieces(opened):
    index = opened({"a": "审计和机关", "b": "审计机关", "c": "机关审计机关之外", "d": "无关"})
    answer = search(index, "审计机关")
    assert [hit.tier for hit in answer.hits] == [STRICT, STRICT, LOOSE]
    assert {hit.path for hit in answer.hits[:2]} == {"b", "c"}
    assert (answer.state, answer.strict_count, answer.exact, answer.loose_count) == (
        "ok",
        2,
        True,
        1,
    )


def test_every_word_between_blanks_must_be_there(opened):
    index = opened({"a": "采购的合同", "b": "采购", "c": "合同和采购"})
    assert sorted(found(index, "采购 合同")) == ["a", "c"]
    assert found(index, "采购 合同", LOOSE) == ["b"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("采购法第五条", "《采购法》第五条"),
        ("《采购法》第五条", "采购法第五条"),
        ("国办发〔2024〕12号", "国办发[2024]12号"),
        ("国办发202412号", "国办发〔２０２４〕１２号"),
        ("ＡＢＣ系统", "abc系统"),
        ("abc系统", "ＡＢＣ 系统"),
        ("甲乙", "甲 “乙”"),
        ("甲—乙", "甲乙"),
        ("(甲)乙", "（甲）乙"),
    ],
)
def test_brackets_quotes_blanks_case_and_width_do_not_count(opened, typed, text):
    # A page that holds the words with a comma in between counts for nothing then.
    index = opened({"a": f"前文{text}后文", "b": "前文，甲，乙。后文", "c": "别的"})
    quoted = f"“{typed}”"
    assert found(index, typed) == ["a"]
    assert found(index, quoted) == ["a"]


def test_a_comma_in_between_counts_only_where_nothing_holds_the_words_whole(opened):
    parted, whole = {"a": "审计，机关"}, {"b": "审计机关"}
    assert found(opened(parted), "审计机关") == ["a"]
    assert found(opened(parted | whole), "审计机关") == ["b"]
    assert found(opened(parted | whole), "审计机关", LOOSE) == ["a"]
    assert found(opened(parted | whole), "审计，机关") == ["a"], "typed with the comma"


def test_words_of_two_blocks_are_no_phrase(opened):
    index = opened({"a": ["审计", "机关"]})
    assert not found(index, "审计机关")
    assert found(index, "审计 机关") == ["a"]


def test_titles_come_first(page, opened):
    index = opened(
        [
            page("a", ["采购" * 30], title="别的"),
            page("b", ["很长的话" * 50, "采购"], title="采购案"),
            page("c", ["采购采购"], title="又一个"),
        ]
    )
    assert found(index, "采购")[0] == "b"
    (hit,) = [one for one in search(index, "采购").hits if one.path == "b"]
    assert "标题" in hit.reasons


@pytest.fixture(scope="module")
def filed(page, opened):
    return opened(
        [
            page("a", "采购合同", title="采购案", 领域="教育", 年份="2022", 依据="《采购法》"),
            page("b", "采购", title="合同案", 领域=["教育", "医疗"], 年份="2024"),
            page("c", "采购", title="第三案", 领域="医疗机构", 年份="2023", 依据="《条例》"),
        ]
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("采购 领域:教育", {"a", "b"}),
        ("采购 领域:医疗", {"b", "c"}),
        ("采购 依据:采购法", {"a"}),
        ("采购 领域:教育 年份:2024", {"b"}),
        ("标题:采购", {"a"}),
        ("标题:案 采购", {"a", "b", "c"}),
        ("采购 领域:没有", set()),
    ],
)
def test_a_scope_keeps_to_what_is_filed_so(filed, typed, expected):
    assert set(found(filed, typed)) == expected


def test_a_title_holds_a_text_or_does_not(filed):
    answer = search(filed, "标题:采购")
    assert [(hit.path, hit.tier) for hit in answer.hits] == [("a", STRICT)]
    assert answer.loose_count == 0


def test_a_scope_alone_lists_the_newest_first(filed):
    assert found(filed, "领域:教育") == ["b", "a"]
    assert found(filed, "", facets={"领域": ["教育", "医疗机构"]}) == ["b", "c", "a"]


def test_facets_are_exact_and_combine(filed):
    assert set(found(filed, "采购", facets={"领域": ["医疗"]})) == {"b"}
    assert set(found(filed, "采购", facets={"领域": ["医疗", "医疗机构"]})) == {"b", "c"}
    assert found(filed, "采购", facets={"领域": ["教育"], "年份": ["2022"]}) == ["a"]
    assert not found(filed, "采购", facets={"领域": ["没有"]})
    assert not found(filed, "采购", facets={"没有": ["教育"]})


def test_pages_that_hold_pieces_keep_to_the_facets_too(filed):
    assert found(filed, "采购目录", LOOSE, facets={"年份": ["2023"]}) == ["c"]


def test_within_narrows_the_answer(filed):
    assert found(filed, "采购", within=["合同"])[:1] == ["a"]
    assert set(found(filed, "采购", within=["合同"])) == {"a", "b"}
    assert set(found(filed, "采购", within=["合同", "别的"])) == set()


@pytest.mark.parametrize(("typed", "text"), [("审计机关", "審計機關"), ("審計機關", "审计机关")])
def test_traditional_signs_find_simplified_ones_and_the_reason_is_told(opened, typed, text):
    index = opened({"a": f"关于{text}的话", "b": "别的"})
    (hit,) = [one for one in search(index, typed).hits if one.tier == STRICT]
    assert "繁体" in hit.reasons
    assert marks(hit.sections[0].snippet) == [text]


def test_the_same_script_needs_no_reason(opened):
    index = opened({"a": "審計機關"})
    assert search(index, "審計機關").hits[0].reasons == ()


@pytest.mark.parametrize(("typed", "text"), [("第15条", "第十五条"), ("第十五条", "第15条")])
def test_numbers_of_articles_are_found_in_both_writings(opened, typed, text):
    index = opened({"a": f"依照{text}处理", "b": "第十四条和第14条"})
    (hit,) = [one for one in search(index, typed).hits if one.tier == STRICT]
    assert (hit.path, hit.reasons) == ("a", ("条号写法",))


def test_a_synonym_is_found_and_told(opened):
    index = opened({"a": "主要负责人", "b": "一把手"}, synonyms=[("一把手", "主要负责人")])
    answer = search(index, "一把手")
    assert {hit.path: hit.reasons for hit in answer.hits} == {
        "a": ("同义词：主要负责人",),
        "b": (),
    }
    assert answer.synonyms == (("一把手", "主要负责人"),)


@pytest.mark.parametrize("typed", ["pzc", "paizuoci", "paizc", "pzuoc", "PZC"])
def test_initials_and_syllables_find_words(opened, typed):
    index = opened({"a": "按惯例排座次", "b": "别的"}, words=["排座次"])
    (hit,) = [one for one in search(index, typed).hits if one.tier == STRICT]
    assert (hit.path, hit.reasons) == ("a", ("拼音：排座次",))


@pytest.mark.parametrize("typed", ["cqyh", "chongqingyinhang", "chongqyh"])
def test_initials_and_syllables_find_titles(page, opened, typed):
    index = opened([page("a", "甲", title="重庆银行案"), page("b", "乙", title="别的")])
    (hit,) = search(index, typed).hits
    assert (hit.path, hit.tier, hit.reasons) == ("a", STRICT, ("标题的拼音",))


@pytest.mark.parametrize("typed", ["采够合同", "裁购合同", "采购合网"])
def test_one_wrong_sign_gives_a_suggestion(opened, typed):
    index = opened({f"{number}": f"其{number}采购合同管理" for number in range(5)})
    answer = search(index, typed)
    assert not answer.strict_count
    assert answer.suggestions[0] == "采购合同"


def test_a_keyword_is_suggested_though_no_text_is_near(page, opened):
    index = opened([page("a", "甲", 关键词="串标")])
    assert search(index, "窜标").suggestions == ("串标",)


def test_nothing_is_suggested_where_something_was_found(opened):
    index = opened({"a": "采购合同", "b": "采购合约"})
    assert search(index, "采购合同").suggestions == ()


def test_the_count_is_exact_where_all_pages_were_looked_into(opened):
    index = opened({f"{number:02}": "审计机关" for number in range(30)} | {"x": "审计，计机，机关"})
    answer = search(index, "审计机关", 100)
    assert (answer.strict_count, answer.exact) == (30, True)


def test_the_count_is_an_estimate_where_they_were_not(opened):
    index = opened({f"{number:03}": "审计机关" for number in range(200)})
    answer = search(index, "审计机关", 5)
    assert (len(answer.hits), answer.strict_count, answer.exact) == (5, 200, False)


def test_the_count_of_a_single_sign_is_always_exact(opened):
    index = opened({f"{number:03}": "审计" for number in range(200)} | {"x": "机关"})
    answer = search(index, "审", 5)
    assert (answer.strict_count, answer.exact) == (200, True)


def test_the_limit_is_kept_and_the_order_does_not_depend_on_it(opened):
    index = opened({f"{number:02}": "审计" * (number % 7 + 1) for number in range(40)})
    few, many = ([hit.path for hit in search(index, "审计", limit).hits] for limit in (5, 100))
    assert len(few) == 5
    assert many[:5] == few
    assert len(many) == 40


def mark(number) -> str:
    return f"标记{chr(0x4E10 + number * 7)}号"


@pytest.fixture(scope="module")
def long_page(page):
    filler = "应当依法对预算执行情况和决算进行监督"
    sections = [
        Section(
            f"s{number}",
            f"第{number}节",
            (filler * 20, mark(number), filler),
        )
        for number in range(40)
    ]
    return page("long.html", sections=sections, title="很长的一页")


def test_a_long_page_leads_to_the_right_section(long_page, page, opened):
    index = opened([long_page, page("b.html", "标记")])
    assert index.parts > 3
    for number in range(40):
        (hit, *_) = search(index, mark(number)).hits
        assert (hit.path, hit.tier) == ("long.html", STRICT)
        assert hit.sections[0].anchor == f"s{number}"
        assert shown(hit.sections[0].heading) == f"第{number}节"
        assert marks(hit.sections[0].snippet) == [mark(number)]


def test_two_words_in_different_parts_of_one_long_page_are_strict(long_page, opened):
    index = opened([long_page])
    typed = f"{mark(0)} {mark(39)}"
    assert found(index, typed) == ["long.html"]
    assert search(index, typed).strict_count == 1


def test_a_long_page_is_one_hit(long_page, opened):
    assert found(opened([long_page]), "预算") == ["long.html"]


def test_a_snippet_shows_the_words_around_the_find(opened):
    text = "前" * 200 + "审计机关" + "后" * 200
    (hit,) = search(opened({"a": text}), "审计机关").hits
    snippet = hit.sections[0].snippet
    assert marks(snippet) == ["审计机关"]
    assert shown(snippet).strip("…") in text
    assert shown(snippet)[0] == shown(snippet)[-1] == "…"


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        *[
            ("", "blank"),
            (" \u3000\t", "blank"),
            ("，。《》", "unsearchable"),
            ("😀", "unsearchable"),
        ],
        *[("领域:", "unsearchable"), ("完全没有", "nothing"), ("审计", "ok")],
    ],
)
def test_an_answer_says_what_it_is(page, opened, typed, state):
    index = opened([page("a", "审计", 领域="教育")])
    answer = search(index, typed)
    assert answer.state == state
    assert bool(answer.hits) is (state == "ok")


def test_an_index_of_nothing_answers(opened):
    assert search(opened([]), "审计 abc 领域:教育").state == "nothing"


QUERIES = [
    "审计机关",
    "审",
    "cgy",
    "abc",
    "领域:教育",
    "依据:采购法",
    "采购 审计",
    "采够合同",
    "第15条",
]


@pytest.fixture(scope="module")
def whole(page):
    pages = [
        page(
            f"{number:02}",
            ["审计机关", f"采购合同第{number}条", "abc"],
            title="采购员案",
            领域="教育",
            依据="《采购法》",
        )
        for number in range(40)
    ]
    return build_index(pages)


@pytest.mark.parametrize("kind", ["texts", "terms", "facets", "names"])
@pytest.mark.parametrize("how", ["missing", "cut", "empty", "foreign"])
def test_missing_and_broken_files_never_raise_and_are_counted(whole, kind, how):
    files = dict(whole)
    for name in [
        one for one in whole if one != ROOT and read_file(whole[one], one[:-3])[0] == kind
    ]:
        raw = files.pop(name)
        changed = {"cut": raw[:-9], "empty": b"", "foreign": script("texts", [])[1]}
        if how in changed:
            files[name] = changed[how]
    index = open_index(files)
    for typed in QUERIES:
        assert search(index, typed).state in ("ok", "nothing")
    assert search(index, "审计机关 abc 领域:教育").broken > 0
    assert open_index(whole).broken == set()


@settings(max_examples=40)
@given(st.data())
def test_any_damage_at_all_never_raises(whole, data):
    files = dict(whole)
    names = st.sampled_from(sorted(set(whole) - {ROOT}))
    for name in data.draw(st.sets(names, min_size=1, max_size=5)):
        raw = whole[name]
        start = data.draw(st.integers(0, len(raw)))
        files[name] = raw[:start] + data.draw(st.binary(max_size=4)) + raw[start + 1 :]
    index = open_index(files)
    for typed in QUERIES:
        answer = search(index, typed)
        assert answer.state in ("ok", "nothing")
        assert answer.broken == len(index.broken)
