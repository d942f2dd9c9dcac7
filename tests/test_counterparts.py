"""Counterparts of articles between versions: found by text, fixed by hand, read in order."""

from collections import Counter
from pathlib import Path

import pytest

from generator.base.numerals import ArticleNumber
from generator.build import check
from generator.counterparts import (
    CHANGED,
    GONE,
    MOVED,
    NEW,
    SAME,
    compared_versions,
    counterparts,
)
from generator.importers import all_importers
from generator.importers.plan import plan
from generator.records.regulation import Version

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "regulations"

GIFTS = "收受可能影响公正执行公务的礼品、礼金、消费卡的，应当给予警告处分。"
TRAVEL = "公款旅游或者以学习培训、考察调研为名变相旅游的，由主管部门责令退赔。"
BIDDING = "干预和插手建设工程项目招标投标、土地使用权出让的，取消其任职资格。"
SECRETS = "泄露干部选拔任用、巡视巡察等尚未公开事项的，调离工作岗位。"


def version(identifier, *texts, **fields):
    articles = [{"number": f"第{n}条", "text": text} for n, text in enumerate(texts, 1)]
    return Version.model_validate({"id": identifier, "articles": articles, **fields})


def shown(found):
    return [
        (row.kind, str(row.older and row.older.parsed), str(row.newer and row.newer.parsed))
        for row in found.rows()
    ]


def test_every_article_is_in_one_row_and_the_rows_are_in_order():
    older = version("2018", GIFTS, TRAVEL, BIDDING)
    newer = version("2023", GIFTS, SECRETS, BIDDING.replace("干预和插手", "违规干预、插手"))

    assert shown(counterparts(older, newer)) == [
        (SAME, "第一条", "第一条"),
        (GONE, "第二条", "None"),
        (NEW, "None", "第二条"),
        (CHANGED, "第三条", "第三条"),
    ]


def test_one_that_is_gone_from_the_beginning_stands_at_the_beginning():
    older, newer = version("2018", SECRETS, GIFTS), version("2023", GIFTS)

    assert shown(counterparts(older, newer)) == [
        (GONE, "第一条", "None"),
        (MOVED, "第二条", "第一条"),
    ]


@pytest.mark.parametrize(
    ("older", "newer", "kind"),
    [
        ("下列人员:甲、乙", "下列人员：甲、乙", SAME),
        ("甲的，处分 。", "甲的，处分。", SAME),
        ("甲，乙的，处分。", "甲、乙的，处分。", CHANGED),
        ("一款。\n二款。", "一款。二款。", CHANGED),
    ],
)
def test_width_and_space_are_no_change_but_commas_and_paragraphs_are(older, newer, kind):
    (row,) = counterparts(version("2018", older), version("2023", newer)).rows()

    assert row.kind == kind
    assert (row.pair.percent == 100) == (kind == SAME)


def test_an_editor_has_the_last_word():
    older = version("2018", GIFTS, TRAVEL)
    newer = version("2023", GIFTS, TRAVEL, counterparts={"第1条": "第二条", "第二条": "无"})

    assert shown(counterparts(older, newer)) == [
        (GONE, "第一条", "None"),
        (CHANGED, "第二条", "第一条"),
        (NEW, "None", "第二条"),
    ]
    (pair,) = counterparts(older, newer).back[ArticleNumber(1)]
    assert pair.manual


def test_what_an_editor_fixed_leaves_the_rest_to_likeness():
    older, newer = version("2018", GIFTS, TRAVEL), version("2023", SECRETS, TRAVEL, GIFTS)
    fixed = newer.model_copy(update={"counterparts": {"第一条": "第一条"}})

    assert shown(counterparts(older, fixed)) == [
        (CHANGED, "第一条", "第一条"),
        (SAME, "第二条", "第二条"),
        (NEW, "None", "第三条"),
    ]
    assert (MOVED, "第一条", "第三条") in shown(counterparts(older, fixed, by_hand=False))


def test_two_articles_that_an_editor_gives_to_one_are_its_parts():
    older = version("2018", GIFTS + TRAVEL)
    newer = version("2023", GIFTS, TRAVEL, counterparts={"第一条": "第一条", "第二条": "第一条"})
    first, second = counterparts(older, newer).rows()

    assert (first.kind, second.kind) == (CHANGED, NEW)
    assert [part.newer.number for part in second.parts] == ["第2条"]


def test_a_number_that_neither_version_has_changes_nothing():
    older = version("2018", GIFTS)
    newer = version("2023", GIFTS, counterparts={"第九条": "第一条", "第一条": "第九条"})

    assert shown(counterparts(older, newer)) == [(SAME, "第一条", "第一条")]


@pytest.mark.parametrize(
    ("count", "pairs"),
    [
        (0, []),
        (1, []),
        (2, [(0, 1)]),
        (4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]),
        (5, [(0, 1), (0, 4), (1, 2), (1, 4), (2, 3), (2, 4), (3, 4)]),
    ],
)
def test_which_versions_are_compared(count, pairs):
    assert list(compared_versions(range(count))) == pairs


@pytest.fixture(scope="module")
def corpus(project, today):
    """The versions of every regulation in ../shared/corpus, by name."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus here")
    importer = next(one for one in all_importers() if one.kind == "regulation")
    found = [(str(path), path.read_bytes()) for path in sorted(CORPUS.glob("*.md"))]
    files = plan(importer, found, {}, audience="内部").files
    done = check(project({f"policies/regulations/{k}": v for k, v in files.items()}), today)
    return {
        done.library.records[key].heading: {one.id: one for one in versions}
        for key, versions in done.library.registry.versions.items()
    }


@pytest.mark.parametrize(
    ("name", "older", "newer", "same", "of"),
    [
        ("中国共产党纪律处分条例", "2018", "2023", 7, 142),
        ("中华人民共和国监察法", "2018", "2024", 14, 69),
    ],
)
def test_how_few_articles_keep_number_and_text(corpus, name, older, newer, same, of):
    versions = corpus[name]
    rows = counterparts(versions[older], versions[newer]).rows()

    assert len(versions[older].articles) == of
    assert Counter(row.kind for row in rows)[SAME] == same


@pytest.mark.parametrize(
    ("name", "older", "newer", "pairs"),
    [
        (
            "中国共产党纪律处分条例",
            "2018",
            "2023",
            {85: 94, 88: 97, 91: 100, 117: 57, 122: 132, 27: 29, 142: 158},
        ),
        ("中国共产党纪律处分条例", "2015", "2018", {83: 88, 80: 85, 8: 9, 113: 121}),
        ("中华人民共和国监察法", "2018", "2024", {22: 24, 43: 47, 51: 58, 69: 78}),
        ("中华人民共和国会计法", "2017", "2024", {26: 24, 45: 42, 52: 51}),
    ],
)
def test_counterparts_that_were_read_by_eye(corpus, name, older, newer, pairs):
    found = counterparts(corpus[name][older], corpus[name][newer])

    assert {
        number: found.forth[ArticleNumber(number)][0].newer.parsed.number for number in pairs
    } == pairs


def test_articles_that_are_new_have_no_counterpart(corpus):
    found = counterparts(
        corpus["中国共产党纪律处分条例"]["2018"], corpus["中国共产党纪律处分条例"]["2023"]
    )

    for number in (21, 28, 46, 55, 80, 85, 131, 133, 139, 143):
        assert ArticleNumber(number) not in found.back
