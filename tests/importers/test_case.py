"""Cases in the official formats; every text here is made up."""

from __future__ import annotations

import pytest

CCDI = """### 3号：孙某违规发放津贴案

　　（2099年指导性案例第3号，总第93号）

　　【关键词】

　　违反中央八项规定精神；津贴、补贴；工作纪律

　　【执纪执法要点】

　　要点第一段，提到【基本案情】三个字。

　　要点第二段。

　　【基本案情及处理结果】

　　孙某，中共党员，某单位负责人。

　　【指导意义】

　　1.关于定性

　　第一种意见认为，应当这样。

　　【相关条款】

　　《中国共产党纪律处分条例》（2018年8月18日）

　　第一百零四条
有下列行为之一的，给予处分：

　　（一）超标准发放的。
"""


def test_ccdi(case):
    run = case(CCDI, "3.md")
    assert run.paths == ["2099年指导性案例第3号.yaml"]
    record = run.record()
    assert record.title == "3号：孙某违规发放津贴案"
    assert record.caption == ("（2099年指导性案例第3号，总第93号）",)
    assert record.nature == "指导"
    assert record.keywords == ("违反中央八项规定精神", "津贴、补贴", "工作纪律")
    assert record.gist == "要点第一段，提到【基本案情】三个字。\n\n要点第二段。"
    assert record.facts == "孙某，中共党员，某单位负责人。"
    assert record.significance == "1.关于定性\n\n第一种意见认为，应当这样。"
    assert record.clauses.split("\n\n")[1:3] == ["第一百零四条", "有下列行为之一的，给予处分："]
    assert record.headings == {"要点": "执纪执法要点", "基本案情": "基本案情及处理结果"}
    assert record.audience == "内部"
    assert record.imported[0].startswith("3.md ")
    assert (record.industry, record.level, record.posts, record.disciplines) == (None, None, (), ())
    assert run.codes == set()


def test_joint(case):
    run = case(
        "###  某地李某某行贿案 \n\n【关键词】\n\n行贿  监检配合　社会治理\n\n"
        "【要旨】\n\n依法办理。\n\n"
        "【基本案情】\n\n被告人李某某。\n\n（其他犯罪事实略）\n\n"
        "【监察、检察履职情况】\n\n（一）积极履职。\n\n"
        "【典型意义】\n\n（一）有意义。\n\n【相关规定】\n\n《中华人民共和国刑法》第三百八十九条\n",
    )
    record = run.record("某地李某某行贿案.yaml")
    assert record.keywords == ("行贿", "监检配合", "社会治理")
    assert (record.gist, record.process) == ("依法办理。", "（一）积极履职。")
    assert record.headings == {
        "要点": "要旨",
        "办理过程": "监察、检察履职情况",
        "指导意义": "典型意义",
        "相关条款": "相关规定",
    }
    assert record.nature == "警示"


SPC = """指导案例999号
甲某诉乙某、某保险公司机动车交通事故责任纠纷案
（最高人民法院审判委员会讨论通过　2099年1月26日发布）
关键词　民事　交通事故/过错责任
裁判要点
受害人没有过错的，不减轻责任。
相关法条
《中华人民共和国侵权责任法》第二十六条
基本案情
原告诉称：某日相撞。
法院经审理查明：裁判结果如下所述。
裁判结果
判决如下：
一、被告赔偿；
裁判理由
法院生效裁判认为：略。
（生效裁判审判人员：甲、乙、丙）
"""


def test_supreme_court_with_bare_headings(case):
    record = case(SPC, "x.txt").record("指导案例999号.yaml")
    assert record.title == "甲某诉乙某、某保险公司机动车交通事故责任纠纷案"
    assert record.caption[0] == "指导案例999号"
    assert (record.source.publisher, str(record.source.date)) == ("最高人民法院", "2099-01-26")
    assert record.facts.endswith("裁判结果如下所述。")
    assert record.outcome.note == "判决如下：\n\n一、被告赔偿；"
    assert record.reasoning.endswith("（生效裁判审判人员：甲、乙、丙）")
    assert record.headings["相关条款"] == "相关法条"
    assert record.keywords == ("民事", "交通事故", "过错责任")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("## ", ""),
        ("【", "】"),
        ("〖", "〗"),
        ("［", "］"),
        ("**", "**"),
        ("**【", "】**"),
        ("#### ", "："),
    ],
)
def test_every_form_of_heading(case, opening, closing):
    text = SPC
    for heading in ("裁判要点", "相关法条", "基本案情", "裁判结果", "裁判理由"):
        text = text.replace(f"\n{heading}\n", f"\n\n{opening}{heading}{closing}\n\n")
    record = case(text).record("指导案例999号.yaml")
    assert record.gist == "受害人没有过错的，不减轻责任。"
    assert all((record.facts, record.outcome, record.reasoning, record.clauses))
    assert record.headings == {"要点": "裁判要点", "相关条款": "相关法条", "处理结果": "裁判结果"}


@pytest.mark.parametrize(
    "heading",
    [
        "检察机关履职过程",
        "诉讼过程",
        "检察机关监督情况",
        "指控与证明犯罪",
        "检察履职情况",
        "监察机关履职情况",
        "检察机关履职情况",
        "检察机关依法履职过程和结果",
        "纪检监察机关、检察机关履职情况",
        "审查调查过程",
    ],
)
def test_the_process_has_many_names(case, heading):
    run = case(
        f"某案\n（检例第901号）\n【关键词】\n甲 乙\n【{heading}】\n做了工作。\n【指导意义】\n有。\n"
    )
    record = run.record("检例第901号.yaml")
    assert record.process == "做了工作。"
    assert record.headings["办理过程"] == heading
    assert run.plan.reports[0].records[0].unknown == ()


def test_case_library(case):
    text = (
        "标题：刘某受贿案\n副标题：——以借为名型受贿的认定\n案例编号：2099-03-1-404-001"
        "\n关键词 刑事 受贿罪\n"
        "基本案情\n刘某系局长。\n裁判理由\n略。\n裁判要旨\n以借为名的，应认定受贿。\n"
        "关联索引\n《刑法》第385条\n"
    )
    record = case(text, "x.txt").record("2099-03-1-404-001.yaml")
    assert (record.title, record.subtitle) == ("刘某受贿案", "——以借为名型受贿的认定")
    assert record.caption == ("案例编号：2099-03-1-404-001",)
    assert record.keywords == ("刑事", "受贿罪")
    assert record.clauses == "《刑法》第385条"


def test_plain_with_campaign_and_date(case):
    text = (
        "# 预付卡应当退款\n\n某某权益保护典型案例\n\n最高人民法院发布\n\n"
        "2099-03-15\n\n<!-- INFO END -->\n\n"
        "## 张某诉某公司服务合同纠纷案\n\n## 案情回顾\n\n文。\n\n"
        "## 申请人请求\n\n退款。\n\n## 法官解读\n\n意义。\n"
    )
    run = case(text)
    record = run.record("预付卡应当退款.yaml")
    assert record.subtitle == "张某诉某公司服务合同纠纷案"
    assert record.caption == ("某某权益保护典型案例", "最高人民法院发布", "2099-03-15")
    assert (record.source.publisher, str(record.source.date)) == ("最高人民法院", "2099-03-15")
    assert [(one.heading, one.text) for one in record.other_sections] == [("申请人请求", "退款。")]
    assert run.plan.reports[0].records[0].unknown == ("申请人请求",)
    assert "INFO" not in run.text()


def test_known_section_a_second_time_is_kept_under_other_sections(case):
    run = case("某案\n【基本案情】\n一。\n【典型意义】\n二。\n【基本案情】\n三。\n")
    record = run.record()
    assert record.facts == "一。"
    assert [(one.heading, one.text) for one in record.other_sections] == [("基本案情", "三。")]
    assert run.codes == {"I212"}


def test_markers_inside_sentences_are_no_headings(case):
    run = case(
        "某案\n【基本案情】\n如【指导意义】所述。\n【基本案情】部分指出，此处不是标题。"
        "\n【指导意义】\n有。\n"
    )
    record = run.record()
    assert record.facts == "如【指导意义】所述。\n\n【基本案情】部分指出，此处不是标题。"
    assert record.significance == "有。"


def test_run_in_text_after_a_heading(case):
    record = case(
        "某案\n【关键词】甲；乙\n【基本案情】第一段。\n第二段。\n【自创一节】内容。\n"
    ).record()
    assert record.keywords == ("甲", "乙")
    assert record.facts == "第一段。\n\n第二段。"
    assert record.other_sections[0].heading == "自创一节"


def test_sub_headings_stay_in_the_text(case):
    text = (
        "# 某案\n\n## 基本案情\n\n文。\n\n### 处理结果\n\n小节。\n\n"
        "**一、粗体小标题**\n\n## 典型意义\n\n有。\n"
    )
    record = case(text).record()
    assert record.facts == "文。\n\n### 处理结果\n\n小节。\n\n**一、粗体小标题**"
    assert record.outcome is None


def test_numbered_headings_and_an_unknown_one(case):
    record = case(
        "# 某案\n\n一、基本案情\n\n文。\n\n二、处理结果\n\n处分。\n\n三、工作建议\n\n建议。\n"
    ).record()
    assert record.outcome.note == "处分。"
    assert record.other_sections[0].heading == "三、工作建议"
    assert record.headings == {"基本案情": "一、基本案情", "处理结果": "二、处理结果"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("甲；乙;丙", ["甲", "乙", "丙"]),
        ("形式主义、官僚主义；工作纪律", ["形式主义、官僚主义", "工作纪律"]),
        ("甲、乙、丙。", ["甲", "乙", "丙"]),
        ("甲  乙　丙", ["甲", "乙", "丙"]),
        ("甲 乙", ["甲", "乙"]),
        ("民事/合同/违约", ["民事", "合同", "违约"]),
        ("甲\n乙\n\n丙", ["甲", "乙", "丙"]),
        ("，甲，乙", ["甲", "乙"]),
        ("Word 文档 导入", ["Word", "文档", "导入"]),
    ],
)
def test_keywords(case, line, words):
    assert list(case(f"某案\n【关键词】\n{line}\n【基本案情】\n文。\n").record().keywords) == words


def test_several_cases_with_titles(case):
    text = (
        "第九批指导性案例\n\n最高人民检察院发布\n\n李甲破坏系统案\n"
        "（检例第933号）\n【关键词】\n甲　乙\n【基本案情】\n"
        "一。\n"
        "【相关规定】\n《刑法》第二百八十六条\n李乙破坏系统案\n"
        "（检例第934号）\n【关键词】\n丙　丁\n【基本案情】\n"
        "二。\n"
        "【相关规定】\n《刑法》第二百八十六条\n"
    )
    run = case(text, "批.txt")
    assert run.paths == ["检例第933号.yaml", "检例第934号.yaml"]
    first, second = run.record(run.paths[0]), run.record(run.paths[1])
    assert first.title == "李甲破坏系统案"
    assert first.caption[:2] == ("第九批指导性案例", "最高人民检察院发布")
    assert first.clauses == "《刑法》第二百八十六条"
    assert second.caption == ("（检例第934号）",)
    assert second.source.title == "第九批指导性案例"
    assert second.source.publisher == "最高人民检察院"
    assert first.imported != second.imported


def test_several_cases_with_hash_titles(case):
    text = "".join(
        f"### {n}号：某{n}违纪案\n\n【关键词】\n\n甲\n\n【指导意义】\n\n意义{n}。\n\n"
        for n in (1, 2, 3)
    )
    assert case(text).paths == ["1号某1违纪案.yaml", "2号某2违纪案.yaml", "3号某3违纪案.yaml"]


def test_counted_cases(case):
    text = (
        "# 典型案例\n\n近日发布。\n\n## 案例一：张某收礼案\n\n"
        "**基本案情**\n\n一。\n\n**处理结果**\n\n警告。\n\n"
        "## 案例二　李某挪用案\n\n**基本案情**\n\n二。\n\n**处理结果**\n\n开除。\n"
    )
    run = case(text)
    assert run.paths == ["案例一张某收礼案.yaml", "案例二李某挪用案.yaml"]
    assert run.record(run.paths[0]).caption == ("典型案例", "近日发布。")
    assert run.record(run.paths[1]).outcome.note == "开除。"


def test_text_without_sections_is_kept_whole(case):
    run = case("某通报\n\n近日，某县通报。\n\n一、赵某吃喝问题。赵某受到警告。\n")
    assert run.record().facts == "近日，某县通报。\n\n一、赵某吃喝问题。赵某受到警告。"
    assert run.codes == {"I211"}


def test_long_lead_is_kept(case):
    run = case(f"# 某案\n\n{'导' * 600}\n\n## 基本案情\n\n文。\n")
    section = run.record().other_sections[0]
    assert (section.heading, section.text) == ("导语", "导" * 600)


def test_no_title_takes_the_file_name(case):
    run = case("【关键词】\n甲\n【基本案情】\n文。\n", "乙某 案.txt")
    assert run.paths == ["乙某案.yaml"]
    assert run.record().title == "乙某 案"
    assert "I211" in run.codes


def test_long_titles_are_cut_and_two_that_meet_are_named(imported):
    title = "很长的标题" * 20
    run = imported(
        "case", {"a.md": f"# {title}甲\n\n文。\n", "b.md": f"# {title}乙\n\n别。\n"}, whole=False
    )
    assert run.paths == [f"{('很长的标题' * 12)}.yaml"]
    assert run.statuses == ["写入", "拒绝"]
    assert run.plan.reports[1].refused
    message = next(one for one in run.messages if "a.md" in one)
    assert "同一个编号" in message


def test_ids_never_are_reserved_names(case):
    assert case("# CON\n\n文。\n").paths == ["案例-CON.yaml"]
    assert case("# index\n\n文。\n").paths == ["案例-index.yaml"]
    assert case("# A B-1 案\n\n文。\n").paths == ["A-B-1案.yaml"]


def test_existing_record_stays_unless_told(imported):
    first = imported("case", {"a.md": CCDI})
    path = first.paths[0]
    edited = first.text(path).replace("性质: 指导", "性质: 指导\n领域: 教育  # 手改")
    changed = CCDI.replace("孙某，中共党员", "孙某，非中共党员")
    kept = imported("case", {"a.md": changed}, {path: edited}, whole=False)
    assert kept.plan.files == {}
    assert kept.statuses == ["保留原样"]
    assert kept.codes == {"I231"}
    same = imported("case", {"a.md": CCDI}, {path: edited}, whole=False)
    assert (same.plan.files, same.statuses) == ({}, ["未改动"])
    replaced = imported(
        "case", {"a.md": changed}, {path: edited}, whole=False, replace_existing=True
    )
    assert "非中共党员" in replaced.text(path)


def test_moved_and_renamed_records_are_found(imported):
    first = imported("case", {"a.md": CCDI})
    moved = imported("case", {"a.md": CCDI}, {"教育/我的编号.yaml": first.text()}, whole=False)
    assert moved.plan.files == {}
    changed = CCDI.replace("孙某", "钱某")
    there = imported(
        "case", {"a.md": changed}, {f"教育/{first.paths[0]}": first.text()}, whole=False
    )
    assert there.statuses == ["保留原样"]


def test_empty_fields_are_named(case):
    empty = case(CCDI).plan.reports[0].records[0].empty
    assert "领域" in empty
    assert "处理时间" in empty
    assert "基本案情" not in empty
