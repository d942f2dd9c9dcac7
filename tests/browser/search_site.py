"""A folder with an index, our scripts and one page, and what both searches say of a query."""

import random
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.build import catalogue, check, search_documents
from generator.disk import read_project
from generator.editions import EDITIONS, take
from generator.search.document import Document, Section
from generator.search.engine import Answer, search
from generator.search.fold import squeezed
from generator.search.index import build_index
from generator.search.reader import Index, open_index
from generator.search.site_index import search_settings
from generator.web import web_files

PAGE = """<!doctype html><meta charset="utf-8"><title>搜索</title>
<body><script src="library/assets/anjian.js"></script>"""
RUN = """async ({ text, options }) => {
  const early = [];
  const onHits = ({ hits }) => early.push(hits.map((hit) => hit.path));
  const late = new Promise((resolve) => setTimeout(resolve, 20000, { state: "no answer" }));
  const result = await Promise.race([anjianSearch.run(text, { ...options, onHits }), late]);
  return { ...result, early };
}"""

WORDS = (
    *(
        "审计机关",
        "监察委员会",
        "采购办",
        "会计账簿",
        "招标文件",
        "项目法人",
        "专项资金",
        "财政部门",
    ),
    *("村民小组", "验收报告", "预算执行", "工程变更", "供应商", "保证金", "食堂", "公务用车"),
    *(
        "礼品礼金",
        "亲属任职",
        "集体决策",
        "请示报告",
        "谈话提醒",
        "未成年人",
        "户口登记",
        "行政处罚",
    ),
    *("复议机关", "国家赔偿", "土地承包", "安全生产", "环境监测", "档案管理"),
)
VERBS = (
    *("应当核对", "擅自改变", "未经批准动用", "按照规定公开"),
    *("不得干预", "及时移交", "故意拖延", "虚报冒领"),
)
TAILS = (
    *(
        "，造成损失的，依照第十五条处理。",
        "；逾期不改正的，由上级机关责令改正。",
        "（以下简称“本办法”）。",
    ),
    *("。依据是〔2024〕12号文件。", "，并报 ABC-2023 系统备案！", "——见第一百二十三条第二款。"),
    *("、ｆｕｌｌ　ｗｉｄｔｈ等。", "，𠮷、𠀀等字除外；", "：" + "𡃁" * 40 + "。"),
)
TRADITIONAL = (
    "審計機關應當對國家財政收支進行監督，並將結果報告人民代表大會。",
    "監察機關對違反紀律的黨員幹部，依照規定處理；涉嫌職務違法的，移送檢察機關審查起訴。",
)
STRANGE = (
    "前</script><script>alert(1)</script>后",
    "行\u2028段\u2029尾，<img src=x onerror=alert(2)>图",
    "零\x00号与\ufeff标记、\u202e倒写\u202c，e\u0301tude 与 ﬁn、㈱㌔①²",
    "𠮷野家的𠀀字与𡃁仔，한국어 각, カタカナ ｶﾞ、ǅ İstanbul ΣΑΣ",
    "constructor __proto__ toString [a-z]+(.*)$ \\d{2} a|b",
)


def _section(rng: random.Random, number: int) -> Section:
    blocks = []
    for _ in range(rng.randint(1, 5)):
        pieces = [
            rng.choice(WORDS) + rng.choice(VERBS) + rng.choice(WORDS) + rng.choice(TAILS)
            for _ in range(rng.randint(1, 4))
        ]
        blocks.append("".join(chr(rng.randint(0x4E00, 0x9FA5)) for _ in range(6)).join(pieces))
    return Section(f"a{number}", f"第{number}条 {rng.choice(WORDS)}", tuple(blocks))


def made_up(count: int) -> list[Document]:
    """Documents of our own: short and long ones, traditional ones, and strange texts."""
    rng = random.Random(4)
    found = []
    for number in range(count):
        length = 40 if number % 40 == 7 else rng.randint(1, 4)
        sections = [_section(rng, nth) for nth in range(1, length + 1)]
        if number % 10 == 3:
            sections.append(Section("", "", (rng.choice(TRADITIONAL),)))
        title = f"{rng.choice(WORDS)}{rng.choice(VERBS)}{rng.choice(WORDS)}（{number}号）"
        if number < len(STRANGE):
            title = f"奇文 {STRANGE[number]}"
            sections.append(Section("x", STRANGE[number], (STRANGE[number],)))
        facets = (
            ("种类", (rng.choice(["案例", "法规"]),)),
            ("领域", tuple(rng.sample(["财政金融", "教育", "工程建设"], rng.randint(0, 2)))),
            ("年份", (str(rng.randint(2015, 2025)),) if number % 7 else ()),
            ("依据", (f"试验条例第{rng.randint(1, 20)}条",)),
        )
        place = (f"made/{number:03}.html", title, facets[0][1][0], f"made/{number // 2}", "试验")
        found.append(Document(*place, tuple(sections), facets))
    return found


@dataclass
class Site:
    """The folder, and what was indexed."""

    folder: Path
    documents: list[Document]

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The index as it stands in the folder."""
        return {path.name: path.read_bytes() for path in self.index.iterdir()}

    @cached_property
    def opened(self) -> Index:
        """The index as the command line reads it."""
        return open_index(self.files)

    @property
    def index(self) -> Path:
        """The folder of the index."""
        return self.folder / "library/search"

    @property
    def address(self) -> str:
        """The one page of the site."""
        return (self.folder / "index.html").as_uri()


def write_site(root: Path, today: date, folder: Path) -> Site:
    """Write a site without MkDocs: the reference library, and documents of our own."""
    checked = check(read_project(root), today)
    edition = take(checked.library, EDITIONS["lecturer"], catalogue())
    documents = [*search_documents(checked, edition.rule), *made_up(230)]
    for name, content in build_index(documents, search_settings(edition)).items():
        path = folder / "library/search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, content in web_files(edition):
        if name.endswith("anjian.js"):
            path = folder / name
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
    (folder / "index.html").write_text(PAGE, "utf-8")
    return Site(folder, documents)


def cuttings(documents: list[Document], count: int, rng: random.Random) -> list[str]:
    """Strings of 1 to 20 characters as they stand in texts, each with something to be found."""
    found: list[str] = []
    while len(found) < count:
        section = rng.choice(rng.choice(documents).sections)
        block = rng.choice([section.heading, *section.blocks])
        start = rng.randrange(max(1, len(block) - 4))
        piece = block[start : start + rng.choice([1, 2, 3, 4, 6, 9, 12, 20])]
        if squeezed(piece):
            found.append(piece)
    return found


def ask(page: Page, text: str, **options: Any) -> dict[str, Any]:
    """What the browser answers."""
    result: dict[str, Any] = page.evaluate(RUN, {"text": text, "options": options})
    return result


def shown(result: dict[str, Any]) -> dict[str, Any]:
    """The answer of the browser, in the words of `said`."""
    return {
        "state": result["state"],
        "strict": (result["strict"]["count"], result["strict"]["exact"]),
        "loose": result["loose"]["count"],
        "synonyms": [tuple(one) for one in result["synonyms"]],
        "suggestions": result["suggestions"],
        "hits": [
            (
                *(hit["tier"], hit["path"], "".join(text for text, _ in hit["title"])),
                *(hit["kind"], hit["group"], hit["about"], hit["reasons"]),
                [(one["anchor"], one["heading"], one["snippet"]) for one in hit["sections"]],
            )
            for hit in result["hits"]
        ],
    }


def said(index: Index, text: str, **options: Any) -> dict[str, Any]:
    """The answer of the command line, as JSON would have it."""
    answer: Answer = search(index, text, **options)
    return {
        "state": answer.state,
        "strict": (answer.strict_count, answer.exact),
        "loose": answer.loose_count,
        "synonyms": list(answer.synonyms),
        "suggestions": list(answer.suggestions),
        "hits": [
            (
                *(hit.tier, hit.path, hit.title, hit.kind, hit.group, hit.about),
                list(hit.reasons),
                [
                    (one.anchor, [list(x) for x in one.heading], [list(x) for x in one.snippet])
                    for one in hit.sections
                ],
            )
            for hit in answer.hits
        ],
    }
