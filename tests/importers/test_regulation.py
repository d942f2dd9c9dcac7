"""Regulations: names, dates, articles, outline, annexes; every text here is made up."""

from __future__ import annotations

import pytest

RULES = """某市采购管理办法（试行）

（2091年3月1日某市人民政府第5次常务会议通过　2091年3月8日某市人民政府令第12号公布）

目　录
第一章　总　则
第二章　采购……3
第三章　附则

第一章　总　则

**第一条** 为了规范采购，制定本办法。

第 二 条　本办法适用于：
（一）甲；
（二）乙。
第三条
号码独占一行的条文。

第三条之一【备案】应当备案。

第二章　采　购
第四条　依照
第二条、第三条规定的情形，应当办理。
第三条第二款规定的情形除外。
第五条　第六条规定的事项适用前款。

第三章　附　则
第六条　本办法自2091年5月1日起施行。

附件1：采购目录
| 品名 | 限额 |
| --- | --- |
| 电脑 | 5万 |
附件2
流程图说明。
"""


def test_articles_and_outline(regulation):
    run = regulation(RULES, "某市采购管理办法(2091-03-08).txt")
    record = run.record("某市采购管理办法试行.yaml")
    version = record.versions[0]
    assert record.name == "某市采购管理办法（试行）"
    assert version.id == "2091"
    assert (str(version.adopted), str(version.published)) == ("2091-03-01", "2091-03-08")
    assert str(version.effective) == "2091-05-01"
    assert [one.number for one in version.articles] == [
        "第一条", "第二条", "第三条", "第三条之一", "第四条", "第五条", "第六条",
    ]  # fmt: skip
    texts = {one.number: one.text for one in version.articles}
    assert texts["第二条"] == "本办法适用于：\n（一）甲；\n（二）乙。"
    assert texts["第三条"] == "号码独占一行的条文。"
    assert texts["第三条之一"] == "【备案】应当备案。"
    assert texts["第四条"].split("\n")[1:] == [
        "第二条、第三条规定的情形，应当办理。",
        "第三条第二款规定的情形除外。",
    ]
    assert texts["第五条"] == "第六条规定的事项适用前款。"
    assert [one.chapter for one in version.articles][::3] == [
        "第一章 总则",
        "第一章 总则",
        "第三章 附则",
    ]
    assert version.history[0].startswith("（2091年3月1日")
    assert [one.heading for one in version.attachments] == ["附件1：采购目录", "附件2"]
    assert version.attachments[0].text.startswith("| 品名 | 限额 |\n| --- | --- |")
    assert not version.preface
    assert any("目录 4 行" in one for one in run.messages)


@pytest.mark.parametrize(
    ("title", "name", "year"),
    [
        ("中国共产党某某处分条例2015", "中国共产党某某处分条例", "2015"),
        ("中国共产党某某处分条例 2018 ", "中国共产党某某处分条例", "2018"),
        ("某某条例（2018年修订）", "某某条例", "2018"),
        ("某某条例（2018年8月18日修订）", "某某条例", "2018"),
        ("某某条例(2018)", "某某条例", "2018"),
        ("某某规定（试行）", "某某规定（试行）", "2099"),
        ("某某法修正案（十二）", "某某法修正案（十二）", "2099"),
        ("某某法修正案（1993年）", "某某法修正案（1993年）", "2099"),
    ],
)
def test_names_and_years(regulation, title, name, year):
    run = regulation(f"# {title}\n\n第一条 甲。\n\n第二条 本条例自2099年1月1日起施行。\n")
    record = run.record()
    assert record.name == name
    assert record.versions[0].id == year


def test_the_short_name_is_safe(regulation):
    run = regulation("# 中华人民共和国某某法\n\n第一条 甲。\n", whole=True)
    assert run.record().aliases == ("某某法",)
    assert regulation("# 某某法\n\n第一条 甲。\n").record().aliases == ()


def test_a_consolidated_law_names_the_date_of_its_first_version(regulation):
    text = (
        "# 中华人民共和国某法\n\n2001年1月1日 第九届全国人民代表大会常务委员会第一次会议通过\n\n"
        "2020年6月1日 第十三届全国人民代表大会常务委员会第二次会议《关于修改〈某法〉的"
        "决定》修正\n\n"
        "第一条 甲。\n\n第二条 本法自2001年7月1日起施行。\n"
    )
    run = regulation(text)
    record = run.record()
    version = record.versions[0]
    assert (version.id, str(version.adopted), version.effective) == ("2020", "2020-06-01", None)
    assert any("2001-07-01 早于" in one for one in run.messages)
    assert (record.category, record.issuer) == ("法律", "全国人民代表大会常务委员会")


@pytest.mark.parametrize(
    ("history", "closing", "effective"),
    [
        ("2020年1月1日 国务院令第9号公布", "本条例自公布之日起施行。", "2020-01-01"),
        ("2020年1月1日 国务院第9次会议通过", "本条例自公布之日起施行。", "None"),
        ("2020年1月1日 国务院令第9号公布", "本条例自2020年3月1日起施行。", "2020-03-01"),
        (
            "2020年1月1日 国务院令第9号公布\n\n2020年2月1日 施行",
            "本条例由国务院解释。",
            "2020-02-01",
        ),
        ("2020年1月1日 国务院令第9号公布", "《别的条例》自2020年3月1日起施行。", "None"),
        ("2020年1月1日 国务院令第9号公布", "本条例自二〇二〇年三月一日起施行。", "2020-03-01"),
        ("二○二○年一月一日国务院令第9号公布", "本条例自2020年3月1日起施行。", "2020-03-01"),
    ],
)
def test_dates_of_effect(regulation, history, closing, effective):
    text = f"# 某某条例\n\n{history}\n\n第一条 甲。\n\n第二条 {closing}\n"
    version = regulation(text).record().versions[0]
    assert version.id == "2020"
    assert str(version.effective) == effective
    assert len(version.history) == history.count("\n\n") + 1


def test_the_file_name_may_date_a_version(regulation):
    text = (
        "# 某某条例\n\n2018年3月19日 《国务院关于修改部分行政法规的决定》第二次修订\n\n"
        "第一条 甲。\n"
    )
    run = regulation(text, "某某条例(2019-03-02).md")
    version = run.record().versions[0]
    assert (version.id, str(version.published)) == ("2019", "2019-03-02")
    assert any("取自文件名" in one for one in run.messages)


def test_no_date_is_said(regulation):
    run = regulation("# 某某办法\n\n第一条 甲。\n")
    assert run.record().versions[0].id == "undated"
    assert "I222" in run.codes


def test_books_chapters_sections(regulation):
    text = (
        "# 某法典\n\n第一编　总　则\n\n第一章 一般规定\n\n第一条 甲。\n\n"
        "第二编 物权\n\n第一分编 通则\n\n第四章 一般\n\n"
        "第一节 甲节\n\n第二条 乙。\n\n第二分编 所有权\n\n第五章 一般\n\n第三条 丙。\n"
    )
    articles = regulation(text).record().versions[0].articles
    assert (articles[0].book, articles[0].chapter, articles[0].section) == (
        "第一编 总则", "第一章 一般规定", None,
    )  # fmt: skip
    assert articles[1].book == "第二编 物权　第一分编 通则"
    assert articles[1].section == "第一节 甲节"
    assert (articles[2].book, articles[2].section) == ("第二编 物权　第二分编 所有权", None)


def test_items_take_the_place_of_articles(regulation):
    text = (
        "# 某法修正案（三）\n\n2099年1月1日 某会议通过\n\n一、将第五条修改为：“甲。\n\n"
        "“第六条 不是新的条文。”\n\n"
        "二、删去第七条。\n\n三、本修正案自2099年3月1日起施行。\n"
    )
    version = regulation(text).record().versions[0]
    assert [one.number for one in version.articles] == ["一", "二", "三"]
    assert version.articles[0].text.startswith("将第五条修改为")
    assert str(version.effective) == "2099-03-01"


def test_a_decision_with_an_annexed_text(regulation):
    text = (
        "某市关于修改《某市燃气条例》的决定\n\n某会议决定作如下修改：\n\n"
        "一、将第一条修改为：“为了管理。”\n\n二、删去第五条。\n\n"
        "本决定自公布之日起施行。\n\n某市燃气条例\n\n（2010年1月1日通过）\n\n"
        "第一章　总则\n\n第一条　为了管理。\n\n第二条　燃气。\n"
    )
    version = regulation(text).record().versions[0]
    assert [one.number for one in version.articles] == ["一", "二"]
    assert version.preface[0].text == "某会议决定作如下修改："
    assert [one.heading for one in version.attachments] == [None, "某市燃气条例"]
    assert "第二条　燃气。" in version.attachments[1].text


def test_numbers_that_begin_again_go_to_the_annexes(regulation):
    text = (
        "# 某规定\n\n第一条 甲。\n\n第二条 乙。\n\n某实施细则\n\n"
        "第一条 丙。\n\n第二条 丁。\n\n第三条 戊。\n"
    )
    version = regulation(text).record().versions[0]
    assert [one.text for one in version.articles] == ["甲。", "乙。"]
    assert version.attachments[0].heading == "某实施细则"
    assert version.attachments[0].text.count("条") == 3


def test_without_articles_everything_is_preface(regulation):
    run = regulation("# 某通知\n\n开头。\n\n## 范围\n\n甲。\n\n### 小节\n\n乙。\n")
    preface = run.record().versions[0].preface
    assert [(one.heading, one.text) for one in preface] == [
        (None, "开头。"),
        ("范围", "甲。\n\n### 小节\n\n乙。"),
    ]
    assert "I223" in run.codes


def test_gaps_and_strays_are_told_and_kept(regulation):
    run = regulation(
        "# 某规定\n\n第一条 甲。\n\n第三条 乙。\n\n第二条 在后。\n\n第四条 丙。\n\n第四条 重复。\n"
    )
    version = run.record().versions[0]
    assert [one.number for one in version.articles] == ["第一条", "第二条", "第四条"]
    assert version.articles[0].text == "甲。\n第三条 乙。"
    assert version.articles[2].text == "丙。\n第四条 重复。"
    assert "I221" in run.codes


def test_text_under_a_heading_before_its_first_article_is_kept(regulation):
    run = regulation(
        "# 某规定\n\n第一条 甲。\n\n第二章 采购\n\n本章依照上位法制定，另行解释。\n\n第二条 乙。\n"
    )
    version = run.record().versions[0]
    assert (version.preface[0].heading, version.preface[0].text) == (
        "第二章 采购", "本章依照上位法制定，另行解释。",
    )  # fmt: skip
    assert version.articles[1].chapter == "第二章 采购"


def test_long_history_is_cut_at_dates(regulation):
    line = "　".join(
        f"{year}年1月1日某某会议第{year}次会议通过关于修改的决定" for year in range(1990, 2020)
    )
    version = regulation(f"# 某条例\n\n（{line}）\n\n第一条 甲。\n").record().versions[0]
    assert len(version.history) > 1
    assert (version.id, str(version.adopted)) == ("2019", "2019-01-01")


def test_a_contents_that_says_more_is_kept(regulation):
    text = "# 某规定\n\n目录\n\n第一章 总则\n\n第二章 没有的一章\n\n第一章 总则\n\n第一条 甲。\n"
    assert "没有的一章" in regulation(text).text()


def test_two_files_of_one_version(imported):
    files = {
        "a.md": "# 某条例2018\n\n第一条 甲。\n",
        "b.md": "# 某条例2018\n\n第一条 乙。\n",
        "c.md": "# 某条例2018\n\n第一条 甲。\n",
    }
    run = imported("regulation", files, whole=False)
    assert run.paths == ["某条例.yaml"]
    assert sorted(run.statuses) == sorted(["写入", "拒绝", "未改动"])


def test_an_order_around_a_regulation(regulation):
    text = (
        "中华人民共和国国务院令\n第999号\n《某某管理条例》已经2091年11月30日国务院第1次"
        "常务会议通过，"
        "现予公布，自2092年2月1日起施行。\n总理　某某\n二○九一年十二月二十日\n"
        "某某管理条例\n第一章　总则\n"
        "第一条　甲。\n第二条　乙。\n"
    )
    record = regulation(text).record("某某管理条例.yaml")
    version = record.versions[0]
    assert record.name == "某某管理条例"
    assert (version.id, str(version.published), str(version.effective)) == (
        "2091", "2091-12-20", "2092-02-01",
    )  # fmt: skip
    assert version.preface[0].text.startswith("中华人民共和国国务院令\n\n第999号")
    assert len(version.articles) == 2


def test_a_notice_around_a_regulation(regulation):
    text = (
        "关于印发《某某办法》的通知\n\n各单位：\n\n现印发给你们，请遵照执行。\n\n"
        "某机关\n\n2091年3月1日\n\n"
        "某某办法（试行）\n\n第一条 甲。\n\n第二条 本办法自印发之日起施行。\n"
    )
    record = regulation(text).record("某某办法试行.yaml")
    assert str(record.versions[0].published) == "2091-03-01"
    assert "各单位：" in record.versions[0].preface[0].text


def test_a_notice_alone_keeps_its_name(regulation):
    run = regulation("关于做好某事的通知\n\n各单位：\n\n一、做好甲。\n\n二、做好乙。\n")
    assert run.record().name == "关于做好某事的通知"
    assert [one.number for one in run.record().versions[0].articles] == ["一", "二"]


def test_a_name_in_title_marks(regulation):
    assert regulation("《某某条例》（2018年修订）\n\n第一条 甲。\n").record().name == "某某条例"
    name = "最高人民法院关于修改《某解释》的决定"
    assert regulation(f"{name}\n\n一、改。\n\n二、删。\n").record().name == name


def test_a_name_of_two_headings(regulation):
    text = "# 某某法典\n\n# 总则\n\n2099年1月1日 某会议通过\n\n## 第一章 一般\n\n第九条 甲。\n"
    assert regulation(text).record("某某法典总则.yaml").name == "某某法典 总则"
    text = "# 某某办法\n\n# 总则\n\n第一条 甲。\n\n# 附则\n\n第二条 乙。\n"
    record = regulation(text).record("某某办法.yaml")
    assert [one.chapter for one in record.versions[0].articles] == ["总则", "附则"]
