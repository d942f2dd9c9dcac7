"""Offices that work together on 1 January 2026: an area, an inspection, lists, risks, classes."""

from tests.ledger_library import CASE, MONTHS_JIA, RECTIFICATIONS

UNITS = """
- 编号: jia
  名称: 驻甲局纪检监察组
  简称: 甲组
  类型: 派驻机构
  范围: 公开
- 编号: yi
  名称: 驻乙局纪检监察组
  简称: 乙组
  范围: 公开
"""
AREA = """
名称: 第一协作区
牵头单位: jia
成员单位: [jia, yi]
联络员: 甲组工作人员
范围: 公开
会议:
  - 日期: 2025-09-10
    主题: 秋季碰头会
    决议:
      - {编号: J1, 内容: 列出数据目录, 责任单位: yi, 期限: 2025-12-22, 进展: 整改中}
      - 编号: J2
        内容: 互派人员
        责任单位: jia
        期限: 2025-10-31
        进展: 已销号
        完成时间: 2025-10-30
"""
BRANCHES = """
- 编号: zb-jia
  名称: 甲组党支部
  派驻机构: jia
  联系监督检查室: 第三监督检查室
  范围: 公开
- 编号: zb-yi
  名称: 乙组党支部
  派驻机构: yi
  联系监督检查室: 第二监督检查室
  范围: 公开
"""
INSPECTION = """
标题: 第一轮巡察协作
被巡察单位: [jia]
进驻时间: 2025-09-01
结束时间: 2025-10-31
范围: 公开
任务:
  - {阶段: 巡前, 事项: 提供名单, 承办: jia, 期限: 2025-08-20, 完成时间: 2025-08-23}
  - {阶段: 巡后, 事项: 报送方案, 承办: jia, 期限: 2025-12-31}
  - {阶段: 巡后, 事项: 逐项销号, 承办: jia, 期限: 2026-03-31}
整改: [z2]
"""
CHECKLIST = """
标题: 2025年政治监督清单
年度: "2025"
范围: 公开
清单:
  - {编号: Q1, 事项: 到场看验收, 责任单位: jia, 期限: 2025-12-30, 台账: [z1, z2], 督办: 督办中}
  - {编号: Q2, 事项: 抽查票据, 责任单位: yi, 期限: 2025-11-30, 督办: 已办结}
"""
NOTICES = """
- 编号: tb-1
  标题: 甲组一季度通报
  责任: 监督责任
  单位: jia
  期次: 2025-03
  应报时间: 2025-04-15
  通报时间: 2025-04-14
  范围: 公开
- 编号: tb-2
  标题: 甲组二季度通报
  责任: 监督责任
  单位: jia
  期次: 2025-06
  应报时间: 2025-07-15
  通报时间: 2025-07-20
  范围: 公开
- 编号: tb-3
  标题: 乙组上半年通报
  责任: 主体责任
  单位: yi
  周期: 每半年
  期次: 2025-06
  应报时间: 2025-07-31
  范围: 公开
"""
RULES = """
名称: 采购办法
范围: 公开
版本:
  - 编号: "2020"
    施行日期: 2020-01-01
    条文:
      - {条: 第一条, 文: 应当公开招标}
      - {条: 第二条, 文: 不得拆分}
"""
BUYING = """
标题: 拆分采购案
范围: 公开
岗位: [招标采购, 出纳]
处理时间: 2022-05
依据: [《采购办法》第一条、第二条]
漏洞: [{编号: L1, 类型: 拆分采购, 说明: 按合同看限额, 措施: [按项目看总额]}]
对照自查: [是否按项目看总额？, 是否公示采购计划]
"""
RISKS = """
- 编号: fx-1
  风险: 登记表空着
  岗位: [招标采购]
  权力环节: 过问登记
  等级: 低
  防控措施: [当日登记]
  自查: [是否当日登记]
  案例: [caigou]
  范围: 公开
- 编号: fx-2
  风险: 拆分项目
  岗位: [招标采购]
  权力环节: 采购方式确定
  等级: 高
  表现: [合同都略低于限额]
  防控措施: [看总额]
  自查: [是否按项目看总额]
  案例: [caigou]
  依据: [《采购办法》第二条]
  范围: 公开
"""
LECTURERS = """
- 编号: zhou
  姓名: 周老师
  单位: jia
  科目: [拆分采购]
  每月可授: 1 次，周三
  教案: [ke]
  范围: 公开
- 编号: lin
  姓名: 林老师
  科目: [医保基金]
  范围: 公开
"""
LESSONS = {
    "materials/lessons/ke.yaml": """
标题: 看总额
范围: 公开
关键词: [拆分采购]
案例: [caigou]
教学步骤: [{环节: 讲, 分钟: 45}]
""",
    "materials/lessons/xian.yaml": "标题: 还没有讲过\n范围: 公开\n",
}
ORDERS = """
- 编号: d1
  标题: 一月的课
  单位: yi
  月份: 2026-01
  科目: [拆分采购]
  教案: ke
  讲师: zhou
  上课日期: 2026-01-14
  开始时间: 下午2点半
  地点: "三号会议室, 二楼"
  进展: 已排课
  范围: 公开
- 编号: d2
  标题: 又一堂
  月份: 2026-01
  科目: [拆分采购]
  教案: ke
  讲师: zhou
  上课日期: 2026-01-21
  进展: 已排课
  范围: 公开
- 编号: d3
  标题: 没有人能讲
  月份: 2026-02
  科目: [招商引资]
  范围: 公开
- 编号: d4
  标题: 不上了
  月份: 2026-02
  科目: [招商引资]
  教案: xian
  进展: 已取消
  范围: 公开
"""
TALENTS = """
- 编号: rc-1
  姓名: 某老师
  单位: jia
  特长: [财务审计]
  可用: 需协调
- 编号: rc-2
  姓名: 另一位
  特长: [财务审计, 谈话]
"""
MENTORING = """
- 编号: bd-1
  导师: 周老师
  导师单位: jia
  学员: 小林
  学员单位: yi
  期间: {自: 2025-03, 至: 2026-02}
  案例: [caigou]
  范围: 公开
"""
FILES = {
    "ledgers/units/u.yaml": UNITS,
    "ledgers/areas/a.yaml": AREA,
    "ledgers/branches/b.yaml": BRANCHES,
    "ledgers/inspections/x.yaml": INSPECTION,
    "ledgers/checklists/q.yaml": CHECKLIST,
    "ledgers/notices/n.yaml": NOTICES,
    "ledgers/risks/r.yaml": RISKS,
    "ledgers/talents/t.yaml": TALENTS,
    "ledgers/mentoring/m.yaml": MENTORING,
    "ledgers/months/m.yaml": MONTHS_JIA,
    "ledgers/rectifications/z.yaml": RECTIFICATIONS,
    "policies/regulations/banfa.yaml": RULES,
    "cases/yian.yaml": CASE,
    "cases/caigou.yaml": BUYING,
    "materials/lecturers/j.yaml": LECTURERS,
    "materials/orders/o.yaml": ORDERS,
    **LESSONS,
}
