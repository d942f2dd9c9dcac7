"""Two units with monthly reports and rectifications: zeros, a gap, late and closed ones."""

UNITS = """
- 编号: jia
  名称: 甲组
  范围: 公开
- 编号: yi
  名称: 乙组
  范围: 公开
"""
CASE = """
标题: 一案
范围: 公开
漏洞:
  - {编号: L1, 类型: 验收把关, 说明: 没有到场, 措施: [两人到场]}
  - {编号: L2, 类型: 票据审核, 说明: 没有核对, 措施: [逐张核对]}
"""


def _month(unit: str, month: str, figures: str, reported: str = "") -> str:
    sent = f"  报送时间: {reported}\n" if reported else ""
    return (
        f"- 编号: m-{unit}-{month}\n  单位: {unit}\n  月份: {month}\n{figures}{sent}  范围: 公开\n"
    )


ZERO = "  发现问题: 0\n  立案: 0\n  处置线索: 0\n"
MONTHS_JIA = "".join(
    (
        _month("jia", "2025-01", "  发现问题: 2\n  立案: 1\n  处置线索: 3\n", "2025-02-03"),
        _month("jia", "2025-02", ZERO, "2025-03-04"),
        _month("jia", "2025-03", ZERO, "2025-04-09"),
        _month("jia", "2025-04", ZERO),
        _month("jia", "2025-05", "  发现问题: 1\n  立案: 0\n"),
    )
)
MONTHS_YI = "".join(
    (
        _month("yi", "2025-01", ZERO),
        _month("yi", "2025-02", "  说明: 没有填数\n"),
        _month("yi", "2025-04", ZERO),
    )
)
RECTIFICATIONS = """
- 编号: z1
  问题: 验收无人到场
  单位: jia
  漏洞: [yian#L1]
  发现时间: 2025-01-10
  措施: [两人到场]
  责任人: 副局长
  期限: 2025-06-30
  进展: 整改中
  范围: 公开
- 编号: z2
  问题: 票据没有核对
  单位: jia
  漏洞: [yian#L2]
  发现时间: 2025-02-10
  措施: [逐张核对]
  责任人: 科长
  期限: 2025-05-31
  进展: 已销号
  完成时间: 2025-05-20
  证据: [核对记录]
  回访: [{时间: 2025-07-01, 结果: 抽查十张都核对过}]
  销号时间: 2025-07-02
  范围: 公开
- 编号: z3
  问题: 台账没有人复核
  单位: yi
  漏洞类型: 数据核验
  发现时间: 2025-03-01
  措施: [月底复核]
  责任人: 主任
  期限: 2025-06-30
  进展: 待回访
  完成时间: 2025-06-01
  证据: [复核表]
  范围: 公开
"""
FILES = {
    "cases/yian.yaml": CASE,
    "ledgers/units/u.yaml": UNITS,
    "ledgers/months/jia-2025.yaml": MONTHS_JIA,
    "ledgers/months/yi-2025.yaml": MONTHS_YI,
    "ledgers/rectifications/jia.yaml": RECTIFICATIONS,
}
