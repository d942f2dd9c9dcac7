"""A lesson with everything in it: what only the lecturer may see begins with 暗语."""

from generator.build import view
from generator.exports import documents

FILES = {
    "materials/lessons/ja-1.yaml": """
标题: 验收签字课
虚构: 是
范围: 公开
目标: [会看验收单, 会说不]
层级: [乡科级]
岗位: [质量验收]
课前阅读: 先读案例。
案例: [{案例: gc-1, 部分: 基本案情, 用途: 研讨}]
教学步骤:
  - {环节: 导入, 分钟: 5, 内容: 见过验收单吗？, 讲: 暗语讲一, 问: 暗语问一, 无人回答时: 暗语等一}
  - 环节: 分组研讨
    分钟: 40
    内容: |
      一、先看单据
      1. 第一步看**日期**
      - 甲组
        - 甲一组
      - 乙组

      | 单据 | 经手 |
      | --- | --- |
      | 收货单 | 库管 |
    教员: 暗语教员一
揭示: [{标题: 后来, 内容: 幕后揭示一}]
测验: [q-1, q-2, q-3]
板书: [{环节: 暗语环节, 漏洞: 暗语漏洞, 措施: 暗语措施}]
要点归纳: [先看后签]
小结: 签字要负责。
教员备注: 暗语备注一
依据: [《采购法》（2018）第三条]
""",
    "cases/gc-1.yaml": """
标题: 空白验收单案
范围: 公开
领域: 工程建设
处理时间: 2021-05-18
要点: 没看就签。
基本案情: 副局长甲某在会议室签字，<b>没有</b>到现场。
时间线: [{时间: 2020-03, 事件: 签字}, {时间: 2021-05, 事件: 受处分}]
处理结果: {党纪处分: 警告, 形态: "1", 涉案金额: 3万元}
漏洞: [{编号: L1, 类型: 验收把关, 说明: 不到现场。, 措施: [到现场, 拍照片]}]
讨论题: [{题目: 谁该到场？, 参考: 暗语参考一}]
对照自查: [是否到现场？]
依据: [《采购法》（2018）第三条]
""",
    "materials/questions/q-1.yaml": """
题型: 单选
题干: 先做什么？
选项: [签, 看]
答案: B
解析: 暗语解析一
范围: 公开
""",
    "materials/questions/q-2.yaml": """
题型: 连线
题干: 连起来
选项: [甲, 乙]
右栏: [丙, 丁]
答案: BA
范围: 公开
""",
    "materials/questions/q-3.yaml": """
题型: 填空
题干: 验收要____。
答案: ["暗语填空甲|暗语填空乙"]
解析: 暗语公开的解析
解析公开: 是
范围: 公开
""",
    "materials/courses/kc-1.yaml": """
标题: 验收课程
范围: 公开
要点: 两课一案。
教案: [{教案: ja-1, 说明: 第一课}, {教案: ja-2, 说明: 第二课}]
""",
    "materials/lessons/ja-2.yaml": """
标题: 第二课
范围: 公开
案例: [{案例: gc-1}]
教学步骤: [{环节: 讲授, 分钟: 45, 内容: 讲第二课}]
""",
    "policies/regulations/r.yaml": """
名称: 中华人民共和国采购法
简称: [采购法]
范围: 公开
版本: [{编号: "2018", 施行日期: 2018-01-01, 条文: [{条: 第三条, 文: 甲}]}]
""",
}
SECRET = "暗语"
EXPLAINED = "暗语公开的解析"
"""May be shown once somebody has answered; on paper that would tell the answer too early."""


def made(checked, name, edition="public", files=FILES):
    """The files of one format by path."""
    taken = view(checked(files), edition)
    return {one.path: one.make() for one in documents(name)(taken, ())}
