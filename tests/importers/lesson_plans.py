"""Lesson plans in Word as lecturers make them, one function a shape; all of it made up."""

from __future__ import annotations

import io
import struct
import zlib

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

W = nsdecls("w")


def png(seed=0, text=b"Author\0Zhang San"):
    """A small picture with a note on its author in it."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = b"".join(b"\0" + bytes([seed, 90, 160]) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", text)
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )  # fmt: skip


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_lines(place, text):
    for line in text.strip().split("\n"):
        place.add_paragraph(line.strip())


def fill(cell, text):
    """Write lines into a cell, one paragraph a line."""
    first, *rest = text.strip().split("\n")
    cell.paragraphs[0].text = first.strip()
    for line in rest:
        cell.add_paragraph(line.strip())


def numbered(document, levels, number="77"):
    """Add a list of automatic numbers: forms and texts by level."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    root.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{inner}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )


def add_item(document, text, depth=0, number="77"):
    """Append a paragraph of that list."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return paragraph


def in_face(run, face):
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)


FORM_PROCESS = """
一、案例导入（5分钟）
展示照片：一份签满了名字的验收单。
提问：这份验收单上，谁真的到过现场？
无人回答时：请学员数一数单上有几种笔迹。
二、分组研讨（15分钟）
学员活动：分四组讨论以下问题：
1.验收环节有哪几道关口？
2.哪一道关口是纸面上的？
教师：巡视各组，记下争议点，不作评判。
设计意图：让学员自己找出漏洞。
三、班级交流（15分钟）
各组派一名代表发言，每组3分钟。
提问：如果你是分管领导，这份单子你签不签？
四、点评总结（10分钟）
验收不是签字，是看见。
参考答案：三道关口都流于形式。
"""


def form_table():
    """The whole plan in one table, the most common form."""
    document = docx.Document()
    document.add_paragraph("某县委党校教案").alignment = 1
    table = document.add_table(9, 4)
    rows = (
        ("课题", "把好验收关", "课时", "1课时（45分钟）"),
        ("授课对象", "乡科级领导干部", "授课人", "林老师"),
        ("授课时间", "2026年11月", "授课地点", "第二教室"),
    )
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(number, column).text = text
    wide = (
        (
            "教学目标",
            "1.能指出验收环节的三类漏洞。\n2.能说明签字人的责任。\n3.会用一张表核对现场。",
        ),
        ("教学重点", "验收单各栏与现场的对应关系。"),
        ("教学难点", "把“流程走完了”与“事情做到了”分开。"),
        ("教学过程", FORM_PROCESS),
        ("板书设计", "验收 → 看见\n签字 → 负责"),
        ("教学反思", ""),
    )
    for number, (label, text) in enumerate(wide, len(rows)):
        table.cell(number, 0).text = label
        cell = table.cell(number, 1).merge(table.cell(number, 3))
        if text:
            fill(cell, text)
    return document


def form_with_timetable():
    """A form whose process is a timetable beside a label merged downwards, and a board table."""
    document = docx.Document()
    document.add_heading("《一张报销单的旅行》教学设计", 0)
    table = document.add_table(8, 5)
    heads = ("课  题", "一张报销单的旅行", "", "学时", "2")
    for column, text in enumerate(heads):
        if text:
            table.cell(0, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).text = "教\n学\n目\n标"
    fill(
        table.cell(1, 1).merge(table.cell(1, 4)),
        "知识目标：了解报销审批的四个环节。\n能力目标：能看出重复报销的痕迹。",
    )
    steps = (
        ("教学过程", "环节", "时间", "教师活动", "学员活动"),
        ("", "新课导入", "5", "出示一张贴满发票的报销单。", "说出看到的第一处疑点。"),
        (
            "",
            "小组讨论",
            "40-45",
            "发放材料，巡回指导。",
            "分组讨论四个环节各自的漏洞，写在卡片上。",
        ),
        ("", "汇报交流", "25", "追问：谁最早能发现？", "每组汇报三分钟。"),
        ("", "总结提升", "15", "归纳四个环节。", "写下本单位可改的一条。"),
    )
    for number, texts in enumerate(steps, 2):
        for column, text in enumerate(texts):
            table.cell(number, column).text = text
    table.cell(2, 0).merge(table.cell(6, 0))
    table.cell(7, 0).text = "作业布置"
    table.cell(7, 1).merge(table.cell(7, 4)).text = "对照本单位近三个月报销单，找一处可改的地方。"
    document.add_paragraph("板书设计")
    board = document.add_table(3, 3)
    for number, texts in enumerate(
        (
            ("环节", "漏洞", "措施"),
            ("填报", "发票可以重复贴", "发票号登记查重"),
            ("审核", "只看签字不看附件", "附件清单逐项打勾"),
        )
    ):
        for column, text in enumerate(texts):
            board.cell(number, column).text = text
    return document


def heading_styles():
    """Headings by style, steps below one of them."""
    document = docx.Document()
    document.add_heading("谁来看住公务加油卡", 0)
    document.add_paragraph("授课教师：周老师　　授课对象：县处级干部　　课时：90分钟")
    for level, heading, text in (
        (1, "教学目标", "能说出加油卡管理的两处漏洞\n能写出一条可检查的规定"),
        (1, "课前阅读", "阅读案例材料，想一想：一箱油够跑多远？"),
        (1, "教学过程", ""),
        (2, "导入（10分钟）", "放一段行车记录。\n教师：先看里程，再看油量。"),
        (
            2,
            "分组研讨（35分钟）",
            "讨论题：\n1.里程与油量对不上，可能有几种原因？\n2.谁每个月能看到这两个数？",
        ),
        (2, "班级交流（30分钟）", "每组一名代表。"),
        (2, "点评总结（15分钟）", "把两个数放在一张表上。"),
        (1, "课后思考", "本单位还有哪两个数从来没有放在一张表上？"),
        (
            1,
            "相关法规",
            "《中国共产党纪律处分条例》\n《中华人民共和国公职人员政务处分法》（2020）第三十三条",
        ),
        (1, "教学反思", "第二组容易跑题，提前给提示卡。"),
        (1, "器材清单", "投影仪一台，卡片四十张。"),
    ):
        document.add_heading(heading, level)
        if text:
            add_lines(document, text)
    return document


def typed_numbers():
    """Typed 一、（一）1. without any style."""
    document = docx.Document()
    add_lines(
        document,
        """
        教　案
        惠农补贴怎样发到人手里
        一、教学目标
        （一）知识目标
        1.了解补贴发放的五个步骤；
        2.了解村级公示的要求。
        （二）能力目标
        1.能核对一份名单。
        二、教学对象
        村（社区）干部
        三、教学方法
        案例研讨、情景模拟
        四、教学步骤
        （一）情景导入（约五分钟）
        一位老人来问：我的补贴呢？
        （二）案例分析（10-15分钟）
        1.名单从哪里来。
        2.名单给谁看过。
        （三）分组讨论（15分钟）
        讨论名单上墙以后谁会来看。
        （四）小结（10分钟）
        名单要让看得懂的人看见。
        五、板书设计
        名单｜没有人核｜两人入户核对
        公示｜贴在没人去的地方｜贴在取水点
        六、参考资料
        《基层治理案例选》，内部编印。
        """,
    )
    return document


def automatic_numbers():
    """The same shape with numbers that Word counts."""
    document = docx.Document()
    document.add_paragraph("工程变更为什么总在夜里签").runs[0].bold = True
    numbered(
        document,
        [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")],
    )
    for depth, text in (
        (0, "教学目标"), (2, "看懂一张变更单"), (2, "说出变更的三个条件"),
        (0, "教学流程"), (1, "案例导入（5分钟）"), (None, "提问：夜里十一点，谁在签字？"),
        (1, "分组研讨（20分钟）"), (None, "学员：按材料排出变更的先后。"),
        (1, "全班交流（15分钟）"), (None, "各组贴出时间线。"),
        (1, "总结提升（5分钟）"), (None, "变更先论证，后签字。"),
        (0, "课后作业"), (2, "找一张本单位的变更单，看看它的时间。"),
        (0, "教学后记"), (None, "时间线最好用长纸条。"),
    ):  # fmt: skip
        if depth is None:
            document.add_paragraph(text)
        else:
            add_item(document, text, depth)
    return document


def run_in():
    """Headings in 黑体 or bold at the beginning of their paragraph."""
    document = docx.Document()
    title = document.add_paragraph()
    in_face(title.add_run("礼金登记本上的空白页"), "方正小标宋简体")
    for heading, text in (
        ("一、教学目标。", "能说出礼金上交的期限，能填写一张登记表。"),
        ("二、教学重点。", "登记、上交、反馈三步各有凭据。"),
        ("三、教学过程。", ""),
    ):
        paragraph = document.add_paragraph()
        in_face(paragraph.add_run(heading), "黑体")
        paragraph.add_run(text)
    for heading, text in (
        ("导入（3分钟）：", "翻开登记本，从第七页起是空白。"),
        ("讨论（5分钟）：", "空白说明什么？"),
        ("点评（4分钟）：", "没有登记不等于没有收。"),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(heading).bold = True
        paragraph.add_run(text)
    paragraph = document.add_paragraph()
    in_face(paragraph.add_run("四、课后思考。"), "黑体")
    paragraph.add_run("你单位的登记本最后一页写到哪一天？")
    return document


def with_pictures():
    """Pictures in the text and in a cell, one of them twice."""
    document = docx.Document()
    document.add_heading("公章盖在哪里", 0)
    document.add_heading("教学目标", 1)
    document.add_paragraph("能看出一份盖章登记里的断点")
    document.add_heading("教学过程", 1)
    document.add_heading("看图导入（5分钟）", 2)
    document.add_paragraph("请看登记本。")
    document.add_picture(io.BytesIO(png(1)))
    document.add_heading("小组讨论（40分钟）", 2)
    document.add_picture(io.BytesIO(png(1)))
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "日期"
    table.cell(0, 1).text = "印模"
    table.cell(1, 0).text = "3月4日"
    table.cell(1, 1).paragraphs[0].add_run().add_picture(io.BytesIO(png(2)))
    return document


TEXT_BOX = (
    f"<w:p {W}><w:r>"
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>提示：材料第三页先不要发。</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>提示：材料第三页先不要发。</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def with_text_box():
    """A hint in a text box, a header, and steps at the level of the parts."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "某市委党校 案例教学"
    document.add_heading("拆成十七份的合同", 0)
    document.add_heading("教学目的", 1)
    document.add_paragraph("学会按项目而不是按合同看采购。")
    document.add_heading("导入（5分钟）", 1)
    document.add_paragraph("十七份合同，同一个仓库。")
    document.element.body.insert(len(document.element.body) - 1, parse_xml(TEXT_BOX))
    document.add_heading("分组研讨（25分钟）", 1)
    document.add_paragraph("教师：先问金额，再问日期。")
    document.add_heading("教师点评（15分钟）", 1)
    document.add_paragraph("合起来看。")
    return document


def micro():
    """A micro-lesson as a script: columns of minutes, pictures and words."""
    document = docx.Document()
    document.add_paragraph("微课教学设计").runs[0].bold = True
    add_lines(document, "微课名称：三把尺子量食堂\n适用对象：学校后勤人员\n微课时长：10分钟")
    table = document.add_table(5, 4)
    for number, texts in enumerate(
        (
            ("教学环节", "时长", "画面", "解说词"),
            ("提出问题", "0:00-1:00", "早上六点的校门", "送菜车到了，谁来过秤？"),
            ("分析原因", "1:00-6:00", "三张单据", "三张纸出自同一只手。"),
            ("给出办法", "6:00-9:00", "电子秤", "自动小票量数量。"),
            ("小结", "9:00-10:00", "三把尺子", "明天早上六点，谁来？"),
        )
    ):
        for column, text in enumerate(texts):
            table.cell(number, column).text = text
    return document


def brackets():
    """Headings in brackets, minutes with a dash, speakers in bold."""
    document = docx.Document()
    add_lines(
        document, "专题名称：名单里的亲戚\n【教学目标】\n能说出回避的三种情形。\n【教学环节】"
    )
    for heading, lines in (
        ("1.问题导入 5′", ("教师：念一遍名单。",)),
        ("2.小组研讨 20′", ("学员任务：找出应当回避的人。", "教师：不提示姓氏。")),
        ("3.全班交流 15′", ("追问：知道了以后向谁说？",)),
        ("4.教师点评 5′", ("讲授：先申报，后回避。",)),
    ):
        document.add_paragraph(heading)
        for line in lines:
            who, said = line.split("：", 1)
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{who}：").bold = True
            paragraph.add_run(said)
    add_lines(
        document,
        "【作业】\n写出本岗位要申报的一件事。\n参考答案：略。\n【教学建议】\n人多时分六组。",
    )
    return document


SHAPES = {
    one.__name__: one
    for one in (
        form_table, form_with_timetable, heading_styles, typed_numbers, automatic_numbers,
        run_in, with_pictures, with_text_box, micro, brackets,
    )
}  # fmt: skip
