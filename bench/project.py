"""A project of any size: invented cases of about 1,500 characters, the same at every run."""

from __future__ import annotations

import shutil
from pathlib import Path

INDUSTRIES = (
    "工程建设",
    "政府采购",
    "教育",
    "医疗卫生",
    "农业农村",
    "自然资源",
    "财政金融",
    "民政社保",
)
LEVELS = ("乡科级", "县处级", "厅局级", "村（社区）", "其他")
LOOPHOLES = (
    "招标评审",
    "变更签证",
    "验收把关",
    "票据审核",
    "岗位分离",
    "集体决策",
    "信息公开",
    "数据核验",
)
POSTS = ("项目管理", "招标采购", "财务会计", "出纳", "行政审批", "资金分配", "工程监管", "质量验收")
DISCIPLINES = ("廉洁", "工作", "组织", "群众")
_SENTENCES = (
    "该项目由经办人一人负责收件、初审和登记，复核栏由同一人代签",
    "付款申请附有发票和验收单，但验收单上的日期早于到货日期",
    "分管负责人在会议纪要形成之前已经口头同意，事后才补办手续",
    "供应商连续三年中选，报价与预算只差几百元，没有人追问原因",
    "台账由科室自行保管，年底统一补填，数字与系统记录对不上",
    "审计人员比对出入库记录和监控影像后，发现有七批货物没有到场",
    "单位规定二十万元以上提交集体研究，经办人把一笔支出拆成了三笔",
    "群众来信反映公示栏里的名单多年没有变过，核查后发现有人早已迁走",
)


def make_project(root: Path, configuration: Path, count: int) -> None:
    """Write a project of `count` cases below `root`, which is emptied first."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "docs" / "guide").mkdir(parents=True)
    for name in ("readers", "lecturers", "teaching", "ledgers", "deploy"):
        (root / "docs" / "guide" / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    shutil.copy(configuration, root / "mkdocs.yml")
    for number in range(count):
        industry = INDUSTRIES[number % len(INDUSTRIES)]
        folder = root / "cases" / industry
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"b-{number:05d}.yaml").write_text(case(number), encoding="utf-8")


def case(number: int) -> str:
    """The text of one case; every number gives another text."""
    paragraphs = []
    for paragraph in range(4):
        start = number * 7 + paragraph * 3
        picked = [_SENTENCES[(start + step) % len(_SENTENCES)] for step in range(5)]
        paragraphs.append(f"  第{number}号材料第{paragraph + 1}段，" + "；".join(picked) + "。")
    year = 2015 + number % 10
    timeline = "".join(
        f"  - {{时间: {year}-{month:02d}, 事件: 第{month}步，{_SENTENCES[(number + month) % 8]}}}\n"
        for month in range(1, 7)
    )
    loopholes = "".join(
        f"  - 编号: L{one + 1}\n    类型: {LOOPHOLES[(number + one * 3) % 8]}\n"
        f"    说明: {_SENTENCES[(number + one) % 8]}\n"
        f"    措施: [双人复核并留痕, 每季度轮换, 结果公开]\n"
        for one in range(3)
    )
    return (
        f"标题: 第{number}号基准案例（虚构）\n性质: 警示\n虚构: 是\n"
        f"领域: {INDUSTRIES[number % 8]}\n层级: {LEVELS[number % 5]}\n"
        f"岗位: [{POSTS[number % 8]}, {POSTS[(number + 3) % 8]}]\n"
        f"关键词: [基准, 关键词{number % 97}, {LOOPHOLES[number % 8]}]\n"
        f"违反纪律: [{DISCIPLINES[number % 4]}]\n"
        f"行为期间: {{自: {year}-01, 至: {year}-12}}\n处理时间: {year + 1}-05-18\n范围: 公开\n"
        f"要点: 第{number}号案例说明，手续齐全不等于事情真实，关键环节要有第二个人。\n"
        f"基本案情: |\n" + "\n\n".join(paragraphs) + "\n"
        f"时间线:\n{timeline}"
        "处理结果: {党纪处分: 严重警告, 政务处分: 记过, 形态: 2, 涉案金额: 3.8万元}\n"
        "依据:\n  - 《中国共产党纪律处分条例》（2018）第八十八条\n"
        f"漏洞:\n{loopholes}"
        "讨论题: [如果你是复核人会怎样做？, 这道手续为什么没有起作用？]\n"
        "对照自查: [是否有第二个人到场, 是否保留原始记录, 是否公开结果]\n"
        "来源: {单位: 案鉴项目组, 说明: 基准测试用的虚构内容}\n"
    )
