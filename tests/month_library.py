"""Four units over fifteen months: three states, a streak, a late one, one that began later."""


def ledger(*rows):
    """Rows as they are written in a file."""
    lines = ("\n  ".join(f"{name}: {value}" for name, value in row.items()) for row in rows)
    return "".join(f"- {one}\n" for one in lines)


UNITS = ledger(
    *(
        {"编号": key, "名称": f"{name}纪检监察组", "简称": f"{name}组", "范围": "公开"}
        for key, name in (("jia", "甲"), ("yi", "乙"), ("bing", "丙"), ("ding", "丁"))
    )
)
AREA = """
名称: 第一协作区
牵头单位: jia
成员单位: [jia, yi]
范围: 公开
"""
CASES = {
    "cases/a.yaml": "标题: 采购案（虚构教学案例）\n范围: 公开\n领域: 教育\n",
    "cases/b.yaml": "标题: 验收案\n范围: 公开\n领域: 教育\n",
}


def month(unit, when, figures, more=None):
    """A row; figures are 发现问题, 立案, 处置线索, a dash where one was not reported."""
    names = ("发现问题", "立案", "处置线索")
    told = {name: one for name, one in zip(names, figures, strict=True) if one != "-"}
    first = {"编号": f"m-{unit}-{when}", "单位": unit, "月份": when, "范围": "公开"}
    return ledger(first | told | (more or {}))


def _year(unit, year, figures, more=None):
    return "".join(
        month(unit, f"{year}-{number:02}", one, (more or {}).get(number))
        for number, one in enumerate(figures, 1)
        if one is not None
    )


N, Z = (2, 0, 1), (0, 0, 0)
RECTIFICATIONS = ledger(
    {
        "编号": "z1",
        "问题": "无人到场",
        "单位": "jia",
        "漏洞类型": "验收把关",
        "发现时间": "2025-02-10",
        "措施": "[两人到场]",
        "责任人": "科长",
        "期限": "2025-06-30",
        "进展": "整改中",
        "范围": "公开",
    },
    {
        "编号": "z2",
        "问题": "没有核对",
        "单位": "yi",
        "漏洞类型": "票据审核",
        "发现时间": "2025-01-10",
        "措施": "[核对]",
        "责任人": "科长",
        "期限": "2025-03-31",
        "进展": "已销号",
        "完成时间": "2025-03-20",
        "证据": "[核对表]",
        "回访": "[{时间: 2025-05-01, 结果: 都核对过}]",
        "销号时间": "2025-05-02",
        "范围": "公开",
    },
)
ORDER = ledger(
    {
        "编号": "d1",
        "标题": "甲组的课",
        "单位": "jia",
        "月份": "2025-05",
        "案例": "[b]",
        "上课日期": "2025-05-20",
        "进展": "已授课",
        "教案": "ke",
        "讲师": "shi",
        "范围": "公开",
    }
)
FILES = {
    **CASES,
    "ledgers/units/u.yaml": UNITS,
    "ledgers/areas/q1.yaml": AREA,
    "ledgers/rectifications/all.yaml": RECTIFICATIONS,
    "materials/orders/o.yaml": ORDER,
    "materials/lessons/ke.yaml": "标题: 一课\n范围: 公开\n案例: [{案例: a}]\n",
    "materials/lecturers/l.yaml": ledger({"编号": "shi", "姓名": "某老师", "范围": "公开"}),
    "ledgers/months/jia-2024.yaml": _year("jia", 2024, [None] * 9 + [N, N, N]),
    "ledgers/months/jia-2025.yaml": _year(
        "jia",
        2025,
        [N, (3, 1, 2), Z, Z, Z, Z, N, N, N, N, N, N],
        {
            2: {
                "第一种形态": 4,
                "案例": "[a]",
                "整改": "[z1]",
                "报送时间": "2025-03-04",
                "说明": "抽查三家",
            },
            7: {"报送时间": "2025-08-09"},
        },
    ),
    "ledgers/months/yi-2025.yaml": _year(
        "yi", 2025, [N, N, None, Z, (1, 0, "-"), N, N, N, N, N, N]
    ),
    "ledgers/months/bing-2025.yaml": _year("bing", 2025, [None] * 5 + [N, N, N, N, N, N]),
}
