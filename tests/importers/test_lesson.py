"""Lesson plans as lecturers have them become lessons; what is for the lecturer stays theirs."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import docx
import pytest

from generator.build import check
from tests.importers.lesson_plans import SHAPES, add_lines, fill, png, saved


@pytest.fixture
def plan_of(lesson):
    """Import one of the shapes; return the record."""

    def run(shape):
        return lesson(saved(SHAPES[shape]()), f"{shape}.docx")

    return run


def steps(record):
    return [(step.name, step.minutes) for step in record.steps]


def public_texts(record):
    """What learners would get of a lesson."""
    texts = [record.gist, record.before_class, record.wrap_up, *record.objectives]
    texts += [*record.key_points, *(step.text for step in record.steps)]
    return "\n".join(str(text) for text in texts if text)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_shape_becomes_a_draft_with_steps_and_minutes(plan_of, shape, project, today):
    run = plan_of(shape)
    record = run.record()
    assert (record.audience, record.status) == ("内部", "草稿")
    assert record.imported[0].startswith(f"{shape}.docx ")
    assert all(step.minutes for step in record.steps)
    assert record.minutes in ((10, 12) if record.type == "微课" else (45, 90))
    files = {f"materials/lessons/{path}": raw for path, raw in run.plan.files.items()}
    pictures = run.plan.pictures
    found = check(
        replace(project(files), assets=frozenset(pictures), attached=pictures), today
    ).findings
    # Only that a regulation is not in this library, and names of people.
    assert {one.code for one in found if one.code[0] != "P"} <= {"C292"}


def test_a_form(plan_of):
    run = plan_of("form_table")
    record = run.record("把好验收关.yaml")
    assert record.title == "把好验收关"
    assert record.levels == ("乡科级",)
    assert len(record.objectives) == 3
    assert record.objectives[0] == "能指出验收环节的三类漏洞。"
    assert steps(record) == [
        ("案例导入", 5), ("分组研讨", 15), ("班级交流", 15), ("点评总结", 10),
    ]  # fmt: skip
    first, second, *_ = record.steps
    assert first.asks == "这份验收单上，谁真的到过现场？"
    assert first.if_silent == "请学员数一数单上有几种笔迹。"
    assert second.text.startswith("分四组讨论以下问题：\n\n1.验收环节")
    assert second.says.startswith("巡视")
    assert second.lecturer == "设计意图：让学员自己找出漏洞。"
    for kept in ("授课人：林老师", "教学重点：验收单", "# 板书设计", "某县委党校教案"):
        assert kept in record.notes
    assert "三道关口都流于形式" not in public_texts(record)
    assert "I243" in run.codes


def test_a_timetable_in_a_form_and_a_board_table(plan_of):
    run = plan_of("form_with_timetable")
    record = run.record("一张报销单的旅行.yaml")
    assert steps(record) == [
        ("新课导入", 5), ("小组讨论", 45), ("汇报交流", 25), ("总结提升", 15),
    ]  # fmt: skip
    assert record.steps[0].text == "说出看到的第一处疑点。"
    assert record.steps[0].says == "出示一张贴满发票的报销单。"
    assert record.steps[2].asks == "追问：谁最早能发现？"
    assert [row.link for row in record.board] == ["填报", "审核"]
    assert record.board[1].measure == "附件清单逐项打勾"
    assert record.objectives[0].startswith("知识目标：")
    assert "对照本单位" in record.wrap_up
    assert "40-45" in "".join(run.messages)


def test_heading_styles(plan_of):
    run = plan_of("heading_styles")
    record = run.record()
    assert record.title == "谁来看住公务加油卡"
    assert record.before_class.startswith("阅读案例材料")
    assert record.steps[1].text.startswith("讨论题：\n\n1.里程")
    assert record.steps[1].lecturer is None
    assert record.wrap_up == "# 课后思考\n\n本单位还有哪两个数从来没有放在一张表上？"
    assert record.citations[1].endswith("第三十三条")
    assert "# 器材清单\n\n投影仪一台" in record.notes
    assert run.plan.reports[0].records[0].unknown == ("器材清单",)


@pytest.mark.parametrize("shape", ["typed_numbers", "automatic_numbers"])
def test_typed_and_automatic_numbers_are_read_alike(plan_of, shape):
    record = plan_of(shape).record()
    assert len(record.steps) == 4
    assert not any(step.name[0] in "（一1" for step in record.steps)
    assert not any(line[0] in "（1一" for line in record.objectives)


def test_sub_headings_of_objectives_and_a_board_in_lines(plan_of):
    record = plan_of("typed_numbers").record()
    assert record.objectives == (
        "知识目标：了解补贴发放的五个步骤；",
        "知识目标：了解村级公示的要求。",
        "能力目标：能核对一份名单。",
    )
    assert record.steps[1].lecturer == "1.名单从哪里来。\n\n2.名单给谁看过。"
    assert [row.loophole for row in record.board] == ["没有人核", "贴在没人去的地方"]
    assert record.levels == ("村（社区）",)
    assert record.citations == ()
    assert "《基层治理案例选》" in record.notes


def test_headings_that_run_into_their_text(plan_of):
    record = plan_of("run_in").record()
    assert (record.title, record.type) == ("礼金登记本上的空白页", "微课")
    assert record.objectives == ("能说出礼金上交的期限，能填写一张登记表。",)
    assert steps(record) == [("导入", 3), ("讨论", 5), ("点评", 4)]
    assert record.steps[0].lecturer == "翻开登记本，从第七页起是空白。"


def test_pictures_stay_with_the_lecturer_and_are_stripped(plan_of):
    run = plan_of("with_pictures")
    record = run.record()
    one, two = run.plan.pictures
    assert record.steps[0].lecturer == f"请看登记本。\n\n![图1]({one})"
    assert f"| 3月4日 | ![图2]({two}) |" in record.steps[1].lecturer
    assert "files/" not in public_texts(record)
    assert record.attachments == ()
    assert not any(b"Zhang" in raw for raw in run.plan.pictures.values())


def test_a_text_box_is_read_once_and_steps_may_stand_beside_the_parts(plan_of):
    run = plan_of("with_text_box")
    record = run.record()
    assert steps(record) == [("导入", 5), ("分组研讨", 25), ("教师点评", 15)]
    assert run.text().count("材料第三页") == 1
    assert "某市委党校案例教学" in "".join(run.messages)


def test_a_script_of_a_micro_lesson_counts_minutes_and_seconds(plan_of):
    record = plan_of("micro").record("三把尺子量食堂.yaml")
    assert record.type == "微课"
    assert [minutes for _, minutes in steps(record)] == [1, 5, 3, 1]
    assert record.steps[0].says == "送菜车到了，谁来过秤？"
    assert record.steps[0].lecturer == "画面：早上六点的校门"


def test_answers_of_the_homework_stay_with_the_lecturer(plan_of):
    record = plan_of("brackets").record()
    assert "参考答案" in record.notes
    assert "参考答案" not in public_texts(record)


PLAN = """# 某课

## 教学目标

能说出一件事

## 教学过程

### {} {}

教员做一件事。

### 分组研讨（20分钟）

学员：讨论。
"""


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("（10分钟）", 10), ("10分钟", 10), ("10'", 10), ("（约十分钟）", 10), ("(10 min)", 10),
        ("（用时：10分钟）", 10), ("【十五分钟】", 15), ("（半小时）", 30), ("（1小时）", 60),
        ("（5-8分钟）", 8), ("（5分钟至8分钟）", 8), ("（9:00—9:25）", 25), ("（1课时）", 45),
        ("（10′左右）", 10), ("（1个半小时）", None), ("", None), ("（第10组）", None),
        ("（900分钟）", None),
    ],
)  # fmt: skip
def test_minutes_as_people_write_them(lesson, written, minutes):
    run = lesson(PLAN.format("导入", written))
    assert run.record().steps[0].minutes == (minutes or 0)
    if not minutes:
        assert run.record().steps[0].name.startswith("导入")
        assert "I241" in run.codes


def test_minutes_that_do_not_add_up_are_told(lesson):
    run = lesson("课时：45分钟\n" + PLAN.format("导入", "（10分钟）"))
    assert "I242" in run.codes
    assert "合计 30 分钟，写明的是 45 分钟" in "".join(run.messages)
    whole = lesson("课时：30分钟\n" + PLAN.format("导入", "（10分钟）"))
    assert "I242" not in whole.codes


def test_of_a_range_the_least_is_taken_where_it_adds_up(lesson):
    run = lesson("课时：25分钟\n" + PLAN.format("导入", "（5-8分钟）"))
    assert run.record().steps[0].minutes == 5


def test_what_nobody_is_named_for_is_not_shown_to_learners(lesson):
    secret = "会计其实早就知道。"
    text = PLAN.format("导入", "（10分钟）").replace("教员做一件事。", secret)
    record = lesson(text + f"\n学员：写下来。\n{secret}\n").record()
    assert secret not in public_texts(record)
    assert record.steps[1].text == "讨论。\n\n写下来。"


def test_a_plan_without_any_known_heading_is_kept_whole(lesson):
    run = lesson("# 随手记\n\n第一段。\n\n第二段。\n")
    record = run.record()
    assert record.notes == "第一段。\n\n第二段。"
    assert "没有认出" in "".join(run.messages)


def test_a_process_without_steps_is_one_step(lesson):
    run = lesson("# 某课\n\n## 教学目标\n\n甲\n\n## 教学过程\n\n先讲，再议。\n")
    record = run.record()
    assert [(one.name, one.lecturer) for one in record.steps] == [("教学过程", "先讲，再议。")]
    assert {"I211", "I241"} <= run.codes


def test_a_markdown_timetable(lesson):
    run = lesson(
        "# 某课\n\n## 教学目标\n\n甲\n\n## 教学过程\n\n| 环节 | 时间 | 内容 |\n|---|---|---|\n"
        "| 导入 | 5 | 看图 |\n| 研讨 | 40分钟 | 学员：议 |\n| 合计 | 45 | |\n"
    )
    record = run.record()
    assert steps(record) == [("导入", 5), ("研讨", 40)]
    assert (record.steps[0].lecturer, record.steps[1].text) == ("看图", "议")
    assert "I242" not in run.codes


def test_times_that_follow_each_other_are_times_in_the_class(lesson):
    rows = "".join(f"| {name} | {time} | 甲 |\n" for name, time in
                   (("导入", "0-5"), ("研讨", "5-30"), ("总结", "30-45")))  # fmt: skip
    record = lesson(
        f"# 课\n\n## 教学过程\n\n| 环节 | 时间 | 内容 |\n|---|---|---|\n{rows}"
    ).record()
    assert [minutes for _, minutes in steps(record)] == [5, 25, 15]


def test_an_edited_record_is_never_overwritten(lesson):
    text = PLAN.format("导入", "（25分钟）")
    first = lesson(text)
    edited = {path: raw.replace("草稿".encode(), "待复核".encode()) for path, raw in
              first.plan.files.items()}  # fmt: skip
    same = lesson(text, existing=edited, whole=False)
    assert (same.plan.files, same.statuses) == ({}, ["未改动"])
    other = lesson(text.replace("一件事", "两件事"), existing=edited, whole=False)
    assert (other.plan.files, other.statuses) == ({}, ["保留原样"])
    assert "I231" in other.codes


def test_several_labels_on_one_line_and_preparation_of_both_sides(lesson):
    record = lesson(
        "把好验收关\n授课教师：李某　　授课对象：县处级干部　　课时：45分钟\n课前准备\n"
        "印好卡片四十张。\n学员准备：读材料一。\n教学目标：能说出一件事\n教学过程\n"
        "导入（45分钟）\n甲。\n",
        "a.txt",
    ).record()
    assert record.levels == ("县处级",)
    assert record.before_class == "读材料一。"
    assert "印好卡片" in record.notes
    assert record.notes.startswith("授课教师：李某\n\n授课对象：县处级干部\n\n课时：45分钟")


def test_a_table_of_data_stays_a_table(lesson):
    document = docx.Document()
    document.add_heading("某课", 0)
    document.add_heading("教学过程", 1)
    document.add_heading("看表（45分钟）", 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("日期", "金额|元", "3月", "5000"), strict=True):
        cell.text = text
    record = lesson(saved(document), "a.docx").record()
    assert record.steps[0].lecturer == "| 日期 | 金额\\|元 |\n| --- | --- |\n| 3月 | 5000 |"


def test_a_picture_among_objectives_goes_to_the_notes(lesson, tmp_path):
    (tmp_path / "p.png").write_bytes(png(4))
    document = docx.Document()
    document.add_heading("某课", 0)
    document.add_heading("教学目标", 1)
    add_lines(document, "甲\n乙")
    document.add_picture(str(tmp_path / "p.png"))
    run = lesson(saved(document), "a.docx")
    (name,) = run.plan.pictures
    assert run.record().objectives == ("甲", "乙")
    assert run.record().notes == f"![图1]({name})"


def test_labels_of_no_table_of_words_are_kept_beside_their_text(lesson):
    document = docx.Document()
    table = document.add_table(3, 4)
    for cell, text in zip(
        table._cells[:8],
        ("课题", "某课", "课时", "1", "学科带头人", "王某", "授课人", "李某"),
        strict=True,
    ):
        cell.text = text
    table.cell(2, 0).text = "教学目标"
    fill(table.cell(2, 1).merge(table.cell(2, 3)), "能做一件事；\n能做两件事。")
    run = lesson(saved(document), "a.docx")
    record = run.record()
    assert record.notes == "课时：1\n\n学科带头人：王某\n\n授课人：李某"
    assert run.plan.reports[0].records[0].unknown == ("学科带头人",)


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_a_form_that_libreoffice_wrote(lesson, tmp_path):
    page = """<html><head><meta charset="utf-8"></head><body><h1>教学设计表</h1><table border=1>
    <tr><td>课程名称</td><td colspan=3>把笔关进笼子</td></tr>
    <tr><td>授课教师</td><td>赵某</td><td>授课时数</td><td>1学时（45分钟）</td></tr>
    <tr><td>教学<br>目标</td><td colspan=3><ol><li>能说出三个环节</li><li>能画图</li></ol></td></tr>
    <tr><td colspan=4>教学过程</td></tr>
    <tr><td>教学环节</td><td>教学内容</td><td>学员活动</td><td>时间分配</td></tr>
    <tr><td>一、导入新课</td><td>播放短片</td><td>自由发言</td><td>10分钟</td></tr>
    <tr><td>二、小组研讨</td><td>画图</td><td></td><td>35分钟</td></tr>
    <tr><td>教学反思</td><td colspan=3>人多时分组。</td></tr></table></body></html>"""
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path, tmp_path / "a.html"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    record = lesson((tmp_path / "a.docx").read_bytes(), "a.docx").record()
    assert record.title == "把笔关进笼子"
    assert record.objectives == ("能说出三个环节", "能画图")
    assert steps(record) == [("导入新课", 10), ("小组研讨", 35)]
    assert record.steps[0].text == "自由发言"
    assert "人多时分组" in record.notes
