"""The signs by which a text cites a regulation: patterns on one line, all of bounded length."""

from __future__ import annotations

import re

from .numerals import NUMERAL

_GAP = r"[ \u3000\xa0]?"
_N = rf"{_GAP}{NUMERAL}{{1,12}}{_GAP}"
_AND = r"[ \u3000]?(?:、|，|,|和|及|与|或者|或|以及)[ \u3000]?"
_TO = r"[ \u3000]?(?:至|到|—|－|-|~|～|–)[ \u3000]?"
_YEAR = r"[12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○ＯO一二三四五六七八九]{3}"
_OF = r"法典|法|条例|规定|办法|规则|准则|章程|细则|解释|决定|规程|守则|通则|意见"

NAME = r"《(?P<name>(?:[^《》\n]|《[^《》\n]{1,80}》){1,120})》"
ARTICLE = (
    rf"第(?P<number>{_GAP}{NUMERAL}{{1,300}}{_GAP}(?:(?:{_AND}|{_TO}){_N}){{0,20}})条"
    rf"(?:{_GAP}之(?P<suffix>{_N}))?"
)
BACK_LAW = rf"(?P<law>本|该|同|上述)(?:{_OF})"
BACK_ARTICLE = r"(?P<article>本|该|同|前)条(?!例|件|款|约)"
BACK_PARAGRAPH = r"(?P<paragraph>前|该|同|本|上)款"
MARK = re.compile(f"{NAME}|{ARTICLE}|{BACK_LAW}|{BACK_ARTICLE}|{BACK_PARAGRAPH}")

NUMBERS = re.compile(rf"(?P<to>{_TO})?(?:{_AND})?(?P<one>{NUMERAL}{{1,300}})")
RANGE_TO = re.compile(rf"{_TO}第?(?P<number>{_N})条(?:{_GAP}之(?P<suffix>{_N}))?")
MORE = re.compile(rf"{_AND}(?P<number>{_N})条(?:{_GAP}之(?P<suffix>{_N}))?")
"""Another article whose 第 is left out: 第八十五条、八十六条."""

_ITEM = rf"[（(]{_N}[）)]"
PLACE = re.compile(
    rf"(?:{_AND})?第(?P<paragraph>{_N})款"
    rf"|(?:{_AND})?第?(?P<items>{_ITEM}(?:(?:{_AND}|{_TO})?第?{_ITEM})*){_GAP}项"
    rf"|(?:{_AND})?第(?P<item>{_N})项(?:(?P<through>{_TO})第?(?P<last>{_N})项)?"
)
ITEM = re.compile(rf"(?P<to>{_TO})?(?:{_AND})?第?[（(](?P<one>{_N})[）)]")

BETWEEN = re.compile(
    rf"(?:[\s\u3000、，,；;：:和及与或以者并*_的中之]|第{NUMERAL}{{1,6}}[编章节]|总则|分则)*"
)
"""What may stand between the name of a regulation and its articles, and between articles."""

BEFORE_ARTICLE = frozenset("照据反用犯合，,、；;：:和及与或是即按对由到于在属有“\"'（(")
"""The last sign before an article that takes its regulation from earlier in the sentence."""

BRACKET = re.compile(
    r"[ \u3000]?[（(](?P<inside>[^（）()\n]{1,60}(?:[（(][^（）()\n]{0,30}[）)])?"
    r"[^（）()\n]{0,40})[）)]"
)
AFTER_NAME = re.compile(
    rf"[ \u3000]?(?P<date>{_YEAR})(?:年(?:修订|修正|修改)?版?|(?:修订|修正|修改)版?|版)(?:本)?"
    r"(?=[ \u3000]?第)"
)
"""A version behind a name without brackets: 《…》2018年版第八十八条."""
DEFINES = re.compile(
    r"(?:以下|下文|下)?(?:简称|统称|称)(?:为)?[：:]?[“”\"'‘’《]{0,2}"
    r"(?P<short>[^“”\"'‘’《》，,。；;（）()]{2,40})"
)
DATE = re.compile(
    rf"(?P<year>{_YEAR})(?:年(?:(?P<month>{NUMERAL}{{1,3}})月(?:(?P<day>{NUMERAL}{{1,3}})日)?)?"
    r"|[-.／/](?P<m>[0-9]{1,2})(?:[-.／/](?P<d>[0-9]{1,2}))?)?"
)
IN_FORCE = re.compile(r"起?(?:正式)?(?:施行|实施|生效)")
_MADE = r"(?:重新|新)?(?:修订|修正|修改|公布|颁布|发布|印发|通过|制定|出台)(?:通过|公布|并?施行)?"
_MAKER = (
    r"(?:中共中央|国务院|全国人大(?:常委会)?|中央纪委|国家监委|最高人民(?:法院|检察院)|办公厅|、)"
)
BEFORE_NAME = re.compile(
    rf"(?P<date>(?:{_YEAR})年(?:{NUMERAL}{{1,3}}月(?:{NUMERAL}{{1,3}}日)?)?)"
    rf"(?P<verb>起?(?:正式)?(?:施行|实施|生效)|{_MADE}|{_MAKER}{{1,4}}{_MADE}|版)?"
    r"(?:后|以后)?的?(?:新修订的?|新)?[“\"]?$"
)
"""A date right before a name, with the word for what was done then, and by whom."""
AFTER_ARTICLE = re.compile(
    rf"[ \u3000]?[（(](?P<date>{_YEAR})年?(?:{NUMERAL}{{1,3}}月(?:{NUMERAL}{{1,3}}日)?)?"
    r"(?:修订|修正|修改)?版?[）)]"
)
"""A version behind the article: 《…》第八十八条（2018年版）."""
VAGUE = re.compile(r"(?P<vague>(?:修订|修正|修改)(?:之|以)?前|原来?|旧)的?[“\"]?$")
LAW_LIKE = re.compile(
    r"(?:法|法典|条例|规定|办法|规则|准则|章程|细则|解释|决定|规程|守则|通则|纲要|意见|批复|制度|修正案|纪要)"
    r"(?:（[^（）]{1,12}）|\([^()]{1,12}\))?$"
)
"""How the name of a regulation ends."""

BARE_NAME = re.compile(
    r"(?:^|[^\u4e00-\u9fff])?(?P<name>[\u4e00-\u9fff]{0,28}?(?:法典|法|条例|规定|办法|规则|准则|章程|细则))"
    r"(?:[（(][^（）()\n]{1,30}[）)])?$"
)
LAST_BRACKET = re.compile(r"[ \u3000]?[（(](?P<inside>[^（）()\n]{1,40})[）)][ \u3000]?$")
"""A bracket right before an article, which may name a version."""
LEADING = re.compile(
    r".*(?:根据|依照|按照|依据|遵照|参照|违反|违犯|适用|触犯|符合|援引|对照|构成|属于|主张|遵守|落实|针对|以及|或者|规定|列举|同时|"
    r"[和与及或对由在即为是的其据依按于从将把以如因到等此])"
)
NOT_NAMES = frozenset(
    f"{lead}{kind}"
    for lead in ("本", "该", "同", "此", "上述", "新", "旧", "原", "")
    for kind in ("法", "法典", "条例", "规定", "办法", "规则", "准则", "章程", "细则")
)
LINE_LEAD = re.compile(r"[\s\u3000>*_#“”\"+-]*")
