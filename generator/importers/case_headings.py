"""The one table of the wordings that official case texts use for the sections of a case."""

from __future__ import annotations

import re
from functools import cache

from ..base.text import fold_word

ALIASES: dict[str, str] = {
    "title": "标题 案例名称 案件名称 案例标题 案名",
    "subtitle": "副标题",
    "number": "案例编号 入库编号 案例号 编号 指导性案例编号 指导案例编号",
    "keywords": "关键词 关键字 主题词 关键词句",
    "gist": """
        要点 要旨 执纪执法要点 执纪要点 执法要点 监督执法要点 裁判要点 裁判要旨 裁判摘要
        裁判规则 案例要旨 案件要旨 案例要点 案件要点 办案要旨 办案要点 实务要点 法律要点
        要点提示 核心要点 审理要点 审理要旨 核心提示 指导要点 要旨提示 监督要点 监督要旨
    """,
    "facts": """
        基本案情 基本案情及处理结果 案情回顾 简要案情 案情简介 案情 案件事实 基本事实
        案件基本情况 基本情况 案例简介 案情摘要 案件简介 案例回放 案情介绍 案件概述 案例回顾
        案件回顾 案件回放 主要案情 事实概要 违纪违法事实 主要违纪违法事实 违纪事实 违法事实
        案例介绍 案例概述 案例事实 案情概要 案情概述 案情经过 案件经过 事件经过 案情回放
        案例背景 案件背景 案例内容 案情事实 案例呈现 案件情况 案情及处理结果 查明事实 犯罪事实
        主要事实 案例详情 事实经过
    """,
    "process": """
        办理过程 监察、检察履职情况 检察机关履职过程 检察机关履职情况 检察履职情况 监察履职情况
        诉讼过程 检察机关监督情况 指控与证明犯罪 指控和证明犯罪 指控及证明犯罪 指控、证明犯罪
        检察机关监督过程 调查和督促履职 调查与督促履职 检察监督 检察监督情况 检察建议和处理情况
        诉前程序 立案监督 抗诉过程 抗诉理由 抗诉理由及过程 审查过程 审理过程 审查起诉 审查逮捕
        侦查过程 调查过程 查办过程 查处过程 审查调查情况 审查调查过程 调查处置过程 调查处置情况
        处置过程 办案过程 办案经过 案件办理过程 案件办理情况 案件办理 处理过程 诉讼情况
        诉讼过程及结果 诉讼过程和结果 要求复议复核过程 监督过程 监督经过 履职过程 履职情况
        检察官履职过程 程序经过 诉讼经过 主要做法 做法 公安机关履职情况 审判机关履职情况
        行政机关履职情况 支持起诉过程 公开听证 检察机关工作情况 案件来源及办理过程
        线索发现及查办过程 案件查办过程 发现及查处过程
    """,
    "outcome": """
        处理结果 裁判结果 法院裁判 判决结果 裁判情况 处理情况 仲裁结果 审理结果 处分结果
        审判结果 判决情况 处理决定 裁决结果 案件结果 裁判 判决 法院判决 处理及结果 处置结果
        处分情况 处理意见 办理结果 办案结果 监督结果 办案效果 处理 处分决定 裁判内容 判决内容
        查处结果 查处情况 结果 终审结果 诉讼结果 裁定结果 调解结果 仲裁裁决 复议结果
        案件处理结果 案件处理 处理与结果
    """,
    "reasoning": """
        裁判理由 判决理由 法院认为 裁判说理 案例分析 案情分析 案件分析 法律分析 评析 案例评析
        案件评析 裁判解析 适用解析 法律解析 裁判思路 裁判分析 分析 处理理由 定性分析 定性意见
        审理意见 案例解析 案件解析 争议焦点及分析 问题分析 裁决理由 仲裁理由 办案思路 意见分歧
        分歧意见 分歧意见及评析 分析意见 评析意见 解析 理由 复议理由 纪法分析 行为分析 案例剖析
        案件评述
    """,
    "causes": """
        成因剖析 原因剖析 案发原因 原因分析 案件剖析 成因分析 发案原因 剖析 深层原因 症结分析
    """,
    "significance": """
        指导意义 典型意义 警示启示 警示 启示 案例启示 案件警示 社会意义 案例意义 参考意义
        示范意义 案件意义 警示教育意义 教育意义 典型价值 法官解读 法官说法 法官点评 法官提醒
        法官寄语 法官提示 专家点评 专家解读 律师点评 律师说法 检察官说法 检察官提示
        纪检监察干部说法 以案释法 以案说法 以案说纪 以案说德 以案促改 释法说理 普法提示 案例点评
        案件点评 点评 纪法点评 执纪者说 警示与启示 反思与启示 反思 启示与思考 案后反思 纪法提醒
        风险提示 警钟 警钟长鸣 案例警示 以案明纪 以案为鉴 教训与启示 经验启示 意义 解读 案例解读
        温馨提示 提示 法条解读 启示意义 借鉴意义 推广意义
    """,
    "clauses": """
        相关条款 相关规定 相关法条 司法解释相关法条 司法解释相关条文 法律依据 相关法律规定
        法条链接 相关法律法规 法律链接 适用法律 相关法律 纪法链接 条规链接 条款链接 法规链接
        法律条文 相关条文 规定链接 相关法律条文 法条索引 相关法律依据 政策法规依据 关联索引
        相关立法 相关法规 适用条款 法律法规链接 党纪法规链接 党规链接 纪律条款 法律条款
        相关规定链接 参考法条 依据条款 关联法条 相关党纪法规 法律规定 法规依据 政策依据 处理依据
        定性处理依据 定性依据 适用条规 适用依据 相关条规 规纪法链接 纪法依据 相关纪法条文
        相关依据
    """,
    "citations": "依据",
    "questions": """
        讨论题 思考题 研讨题 问题讨论 研讨问题 思考与讨论 讨论与思考 课堂讨论 案例讨论
    """,
    "self_check": "对照自查 自查清单 自查自纠清单 对照检查清单",
}
"""English field name to the wordings of its heading, separated by white space."""

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "process",
        r"""(?:(?:纪检)?监察|检察|审判|公安|侦查|调查|人民法院|人民检察院|行政|机关|部门|[、和与及])+
        (?:依法)?(?:能动|协同)?(?:履职|履行职责|监督|办案|办理|工作|调查|查办)
        (?:情况|过程|经过|做法|结果|成效|履职|[、和与及])+""",
    ),
    (
        "process",
        r"""(?:提出|发出|制发)?(?:抗诉|检察建议|再审检察建议|公益诉讼)
        [^，。；]{0,4}(?:过程|情况|经过)""",
    ),
    (
        "facts",
        r"""(?:基本|简要|主要)?(?:案情|案件|违纪违法)
        (?:事实|情况|简介|回顾|介绍|概况|概要|概述|经过|摘要)?
        (?:[及与和、](?:处理|处分|处置|裁判|查处|判决|诉讼|审理|办理)?(?:结果|情况|过程|经过)?)?""",
    ),
    (
        "outcome",
        r"""(?:一审|二审|再审|终审|生效)?(?:裁判|判决|处理|处分|仲裁|裁决)(?:结果|情况)
        (?:[及与和].{0,6})?""",
    ),
    ("gist", r"(?:法院|本案)?(?:裁判|判决|裁定)(?:要旨|要点|规则)(?:[及与和].{0,6})?"),
    (
        "significance",
        r"(?:案例|案件|本案)?的?(?:典型|指导|警示|启示|教育|社会|法律|示范|参考)性?意义",
    ),
    (
        "clauses",
        r"""(?:相关|有关|主要|适用|关联|参考)的?
        (?:法律|法规|纪法|党纪|条规|规定|条款|条文|法条|[、和及])+(?:链接|依据|索引|条文|规定)?""",
    ),
)
"""Field and pattern of wordings that vary too much for a list; white space means nothing."""

_NUMBERING = (
    r"(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：]?"
    r"|[（(]?\d{1,2}[)）]?[、.．:：]?|[①-⑳])"
)
NUMBERED = re.compile(rf"({_NUMBERING})\s*(\S.*)")
_CLEAN = re.compile(rf"^(?:{_NUMBERING}(?=.))?(.*?)[：:。．.]*$")
_COVER = "*_#【】〖〗［］[]〔〕「」『』《》<>＜＞“”\"'·•■◆●▲▼◎○□★☆※—－-"


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for field, words in ALIASES.items():
        for word in words.split():
            table.setdefault(fold_word(word), field)
    return table


@cache
def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    return [(field, re.compile(pattern, re.VERBOSE)) for field, pattern in _PATTERNS]


def bare_words(heading: str) -> str:
    """Return the words of a heading without brackets, number, colon and white space."""
    folded = fold_word(heading).strip(fold_word(_COVER))
    found = _CLEAN.fullmatch(folded)
    return found[1].strip(fold_word(_COVER)) if found else folded


def field_of(heading: str) -> str | None:
    """Return the English name of the field that a heading stands for, None where unknown."""
    if len(heading) > 40:
        return None
    for words in (fold_word(heading).strip(fold_word(_COVER)), bare_words(heading)):
        if words in _table():
            return _table()[words]
    words = bare_words(heading)
    if not 3 <= len(words) <= 20:
        return None
    for field, pattern in _compiled():
        if pattern.fullmatch(words):
            return field
    return None
