"""A small library with a question of every type, full of signs that formats read as their own."""

from generator.build import view
from generator.exports import documents

QUESTIONS = r"""
- 编号: q-danxuan
  题型: 单选
  题干: 甲{a}=乙~丙#丁:戊\己 <b>不是标签</b> &amp; "引号"，最先做哪一步？
  选项: ["=先 {比} 较", "50% 以上", "%20 [html]", "a -> b <i>", "一般 // 措施"]
  答案: D
  解析: |
    第一段：**先比较**，后决定。

    - 甲
    - 乙

    | 项 | 值 |
    | --- | --- |
    | 一 | 二 |
  难度: 难
  分值: 3
  关键词: [采购, "[括号]"]
  领域: [工程/建设]
  范围: 公开
- 编号: q-duoxuan
  题型: 多选
  题干: 哪些属于应当公开招标的情形？
  选项: [甲, 乙, 丙, 丁]
  答案: ABD
  解析: 因为如此。
  解析公开: 是
  分值: 4
  领域: [工程/建设]
  范围: 公开
- 编号: q-panduan
  题型: 判断
  题干: 签字就能证明事情发生过。
  答案: 错
  范围: 公开
- 编号: q-tiankong
  题型: 填空
  题干: 达到____万元的应当____，例外见 [规定](regulation/x)。
  答案: [400|四百, "公开招标|=公开 {招} 标"]
  分值: 2
  范围: 公开
- 编号: q-yikong
  题型: 填空
  题干: 由______负责。
  答案: ["%甲方"]
  范围: 公开
- 编号: q-jianda
  题型: 简答
  题干: |
    读下面的材料：

    1. 单位甲；
    2. 单位乙。

    问题出在哪里？
  答案: ["一是没有比价；二是=没有验收。"]
  解析: 可参照案例。
  难度: 易
  分值: 10
  范围: 公开
- 编号: q-lianxian
  题型: 连线
  题干: 把环节和措施连起来。
  选项: [提出->变更, 验收]
  右栏: [钻芯, 合并计算, "多余 <项>"]
  答案: BA
  范围: 公开
- 编号: q-题序
  题型: 排序
  题干: 按先后排列。
  选项: [审批, 提出, 付款, 收方]
  答案: BDAC
  分值: 2
  案例: [a]
  范围: 公开
"""
LESSON = """
标题: 一课：变更与验收
范围: 公开
虚构: 是
要点: 一句话。
目标: [会看签字, 会看日期]
课前阅读: 先读案情。
教学步骤:
  - 环节: 导入
    分钟: 15
    内容: 学员看到的
    讲: 秘密·讲
    问: 秘密·问
    无人回答时: 秘密·冷场
    教员: 秘密·步骤
  - {环节: 讨论, 分钟: 30, 内容: 讨论内容}
板书: [{环节: 秘密·环节, 漏洞: 秘密·漏洞, 措施: 秘密·措施}]
揭示: [{标题: 秘密·揭示标题, 内容: 秘密·揭示, 公布日期: 2030-01-01}]
要点归纳: [签字不等于发生]
小结: 回去看一样东西。
教员备注: 秘密·备注
案例: [{案例: a, 用途: 主案例}, {案例: b, 用途: 秘密·教员案例用途}]
测验: [q-danxuan, q-duoxuan, q-panduan, q-tiankong, q-yikong, q-jianda, q-lianxian, q-题序]
"""
FILES = {
    "materials/questions/bank.yaml": QUESTIONS,
    "materials/lessons/ja-yi.yaml": LESSON,
    "materials/lessons/ja-er.yaml": "标题: 没有测验的课\n范围: 公开\n",
    "materials/lessons/ja-san.yaml": "标题: 第三课\n范围: 公开\n测验: [q-panduan]\n",
    "cases/a.yaml": "标题: 某镇河道案（虚构）\n范围: 公开\n虚构: 是\n基本案情: 某镇修河道。\n",
    "cases/b.yaml": "标题: 秘密·教员案例\n范围: 教员\n基本案情: 秘密·案情\n",
}
ALL = [
    *("q-danxuan", "q-duoxuan", "q-panduan", "q-tiankong"),
    *("q-yikong", "q-jianda", "q-lianxian", "q-题序"),
]


def exported(checked, name, files=FILES, only=(), edition="lecturer"):
    """Make every document of a format and return it by path."""
    made = view(checked(files), edition)
    return {one.path: one.make() for one in documents(name)(made, only)}


def digests(checked, name, files=FILES):
    """What each document of a format is made from, by path."""
    made = view(checked(files), "lecturer")
    return {one.path: one.inputs for one in documents(name)(made, ())}
