"""The search of the browser answers as that of the command line does, from the same files."""

import random
import unicodedata
from itertools import product

import pytest

from generator.search.fold import is_east_asian, parted, squeezed, unfolded, words
from generator.search.snippet import find
from tests.browser.search_site import STRANGE, WORDS, Site, ask, cuttings, said, shown

pytestmark = pytest.mark.browser

PLAIN = """
审计机关 / 的 / 第15条 / 第十五条 采购 / 第123条 / 〔2024〕12号 / 2024 / 12 / a / ABC-2023 / 户口 a
未成年人被拐卖后怎么办理户口登记？ / 党员干部违规收受礼品礼金会受到什么处分 / 什么是化整为零
審計機關 / 監察機關 財政 / 標題:采購 / 标题:采购 / 标题: / 标题：采购 验收 / 标题:标题:审计
种类:法规 审计 / 年份:2024 / 年份:2024 领域:教育 食堂 / 依据:监察法 / 领域:没有的领域
没有的标签:采购 / 种类:！！ 审计 / 年份:， / “审计机关” 预算 / 「集体决策」 / "验收报告 / “”
“擅自改变 采购办” / 审计 采购 验收
党纪条例 礼金 / 一把手 / 刑法 / 政府采购法 刑法 / 预算:执行 / :审计 / :: / a:b:c
zhengfucaigou / zfcg / cgb / shitang / dangji / qqq / full width / ＦＵＬＬ　ｗｉｄｔｈ
食糖采购 / 化整为另 / 挪用公宽 / 单一来原 / 集体决册 / 监察委圆会 / 投标保正金 / 龘靐齉爩 / 𠮷野佳
constructor / __proto__ / toString / hasOwnProperty / [a-z]+(.*)$ / \\ / ( / ^审计 / | / $&
<img src=x onerror=alert(1)> / </script> / .... / ，。 / 👍 / 👍审计 / étude / ﬁn / ㈱ / ① / ²
𠮷野家 / 𠀀 / 𠀀字 / 𠮷野家的𠀀字与𡃁仔 / 한국 / 각 / ガ / ｶﾞ / İstanbul / σας / ΣΑΣ / 㑮鱮
"""
TYPED = (
    *(one for line in PLAIN.strip().split("\n") for one in line.split(" / ")),
    *("", "  \u3000", "\u202e审计", "\ud800", "审\udc00计", "\x00", "零\x00号", "行\u2028段"),
    *("e\u0301tude", "审" * 10_000, "a" * 10_000, "审计机关应当核对" * 1_250, "预算 " * 3_000),
)
CHOICES = (
    ("审计", {"领域": ["教育"]}, []),
    ("", {"种类": ["案例"]}, []),
    ("", {"年份": ["2024", "2023"], "领域": ["财政金融"]}, []),
    ("采购 的", {"种类": ["案例", "法规"], "年份": ["2022"]}, []),
    ("种类:法规 机关", {"领域": ["教育", "工程建设"]}, ["财政部门"]),
    ("采购", {}, ["验收报告", "预算 执行"]),
    ("采购", {"领域": ["没有的"]}, []),
    ("采购", {"依据": ["中华人民共和国政府采购法"]}, ["供应商"]),
    ("", {}, ["供应商"]),
    (" ", {}, ["，"]),
    ("采购", {}, ["供应商" * 200]),
)
CODES = (
    *(*range(0x250), *range(0x300, 0x530), *range(0x1100, 0x1200, 5), *range(0x2000, 0x2E80, 7)),
    *(*range(0x2E80, 0x3400, 2), *range(0x3400, 0xA000, 9), *range(0xAC00, 0xD7A4, 61)),
    *(*range(0xF900, 0xFB00), *range(0xFE30, 0xFE70), *range(0xFF00, 0xFFEF)),
    *(*range(0x1D400, 0x1D800, 17), *range(0x1F300, 0x1F600, 31), *range(0x20000, 0x2A6D0, 211)),
    *(*range(0x2F800, 0x2FA1E, 5),),
)
FOLD = """texts => texts.map((text) => {
  const { squeezed, parted, unfolded, words, isEastAsian } = anjianFold;
  return [squeezed(text), parted(text), unfolded(text), words(text), isEastAsian(squeezed(text))];
})"""


@pytest.fixture
def page(indexed, watched):
    tab = watched()
    tab.goto(indexed.address)
    return tab


def queries(site: Site) -> list[str]:
    rng = random.Random(7)
    cut = cuttings(site.documents, 200 - len(TYPED), rng)
    wrong = [one[:1] + rng.choice("审计采购的一") + one[2:] for one in cut if len(one) in (4, 6)]
    pairs = [f"{one} {other}" for one, other in zip(cut[::9], cut[4::9], strict=False)]
    return [*TYPED, *cut, *wrong, *pairs]


def test_both_answer_alike(indexed, page):
    asked = queries(indexed)
    assert len(set(asked)) >= 200
    for text in asked:
        assert shown(ask(page, text)) == said(indexed.opened, text), text[:60]


@pytest.mark.parametrize("limit", [1, 6, 40])
def test_both_answer_alike_at_any_length(indexed, page, limit):
    for text in (
        "审计机关",
        "采购",
        "未成年人被拐卖后怎么办理户口",
        "年份:2024",
        "监察委圆会",
        "〔2024〕12号",
    ):
        answer = ask(page, text, limit=limit)
        assert shown(answer) == said(indexed.opened, text, limit=limit), text


def test_both_keep_to_choices_and_look_within(indexed, page):
    for text, facets, within in CHOICES:
        answer = ask(page, text, facets=facets, within=within)
        assert shown(answer) == said(indexed.opened, text, facets=facets, within=within), text


def holding(site: Site, text: str) -> list:
    """The documents in whose titles and texts every word stands, found by looking."""
    found = []
    for document in site.documents:
        texts = [document.title]
        for section in document.sections:
            texts += [section.heading, *section.blocks]
        signs = [squeezed(one) for one in texts]
        if all(any(word in one for one in signs) for word in text.split()):
            found.append(document)
    return found


@pytest.mark.parametrize("text", ["审计", "的", "采购 验收", ""])
@pytest.mark.parametrize(
    "facets",
    [
        {},
        {"领域": ["教育"]},
        {"种类": ["案例"], "年份": ["2024", "2023"]},
        {"依据": ["试验条例第3条"]},
    ],
)
def test_counts_of_facets(indexed, page, text, facets):
    result = ask(page, text, facets=facets, counts=True)
    if not text and not facets:
        assert result["facets"] == []
        return
    counted = {}
    for column in result["facets"]:
        counted[column["label"]] = {one["value"]: one["count"] for one in column["values"]}
        chosen = {one["value"] for one in column["values"] if one["chosen"]}
        assert chosen == set(facets.get(column["label"], []))
    documents = [(one, dict(one.facets)) for one in holding(indexed, text)]
    labels = [label for label in indexed.opened.labels if label != "依据"]
    expected = {label: dict.fromkeys(facets.get(label, []), 0) for label in labels}
    for label, (_, values) in product(labels, documents):
        others = [(name, some) for name, some in facets.items() if name != label]
        if all(set(values.get(name, ())) & set(some) for name, some in others):
            for value in values.get(label, ()):
                expected[label][value] = expected[label].get(value, 0) + 1
    assert counted == expected


def test_both_fold_alike(indexed, page):
    ask(page, "审计")  # the table of traditional signs comes with the index
    known = [chr(code) for code in CODES if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    rng = random.Random(3)
    texts = [*known, *("".join(rng.choices(known, k=12)) for _ in range(500)), *STRANGE, *WORDS]
    assert len(known) > 4_000
    found = page.evaluate(FOLD, texts)
    for text, one in zip(texts, found, strict=True):
        signs = squeezed(text)
        expected = [signs, parted(text), unfolded(text), words(text), is_east_asian(signs)]
        assert one == expected, ascii(text)


def test_both_find_alike(indexed, page):
    ask(page, "审计")
    rng = random.Random(5)
    for text in (
        *cuttings(indexed.documents, 60, rng),
        *STRANGE,
        "审、计审计机，关",
        "ａａaA",
        "",
        "，",
    ):
        signs = squeezed(text)
        needles = [signs[nth : nth + size] for nth, size in product(range(6), (1, 2, 3, 9))]
        some = ["", *rng.sample(needles, 4)]
        found = page.evaluate("([text, needles]) => anjianFold.find(text, needles)", [text, some])
        units = [len(text[:nth].encode("utf-16-le", "surrogatepass")) // 2 for nth in range(99)]
        assert found == [[units[start], units[end]] for start, end in find(text, some)], text


def test_the_first_results_come_early(indexed, page):
    result = ask(page, "采购", limit=10)
    paths = [hit["path"] for hit in result["hits"]]
    assert len(paths) == 10
    assert result["early"][0] == paths[:5]
    for early in result["early"]:
        assert paths[: len(early)] == early


def test_an_older_search_says_nothing(page):
    run = "() => Promise.all(['审计', '采购'].map((text) => anjianSearch.run(text, {})))"
    older, newer = page.evaluate(run)
    assert older is None
    assert newer["text"] == "采购"


def test_strange_texts_are_found_as_they_are_written(indexed, page):
    for number, text in enumerate(STRANGE):
        hits = [hit for hit in ask(page, text)["hits"] if hit["tier"] == "strict"]
        assert [hit["path"] for hit in hits] == [f"made/{number:03}.html"], text
        assert "".join(piece for piece, _ in hits[0]["title"]) == f"奇文 {text}"
        assert any(
            "".join(piece for piece, _ in one["snippet"]) == text for one in hits[0]["sections"]
        )
