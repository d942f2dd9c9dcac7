"""Whatever the lines of a text, every visible sign is accounted for and importing is idempotent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers import all_importers
from generator.importers.plan import plan

IMPORTERS = {one.kind: one for one in all_importers()}
PIECES = """# 标题|## 基本案情|### 小标题|【关键词】|【要旨】文字|【未知】|【关键词】甲；乙|基本案情
裁判结果|关键词　甲　乙|一、基本案情|二、未知的事|**处理结果**|**粗体**：文|案例一
案例二 某案|某某诉某某案|（检例第3号）|指导案例24号|2023-03-1-404-001|最高人民法院发布
2022-03-15|---|===|<!-- x -->|<!-- a|b -->|正文一句话。|正文 # 带: "引号" \\\\ 斜杠|　　缩进
第一条 甲|第二条　乙|第二条、第三条规定|第一条|第三条之一 丙|第一百条 丁|第一章 总　则
第二章|第一编 总则|第一节 节|第一分编 甲|目录|附件|附件1：表
（2020年1月1日通过 2021年2月2日公布）|2020年1月1日 某会议通过|某市管理办法|某条例2018
本办法自2022年3月1日起施行。|自公布之日起施行。|一、甲|二、乙|三、丙。|标题：某某
案例编号：X|副标题：——以|来源：某机关|"q"|- x|> y|&nbsp;&nbsp;文|文<br>|第二条规定的
“第一条 引|近日，通报。|附：|此复。""".replace("\n", "|").split("|")
ODD = ["| a | b |", "|---|---|", "\u200b", "\ufeff", "a\u2028b", "tab\there", "", "", ""]
LONG = ["长" * 130, "长句。" * 60, "长 " * 300, "2020年1月1日通过" * 60]
piece = st.sampled_from(PIECES + ODD)
line = st.one_of(
    piece,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.tuples(piece, st.text("甲 。#|*【】", max_size=4)).map("".join),
    st.tuples(piece, st.sampled_from(LONG)).map("".join),
)


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
@given(lines=st.lists(line, min_size=1, max_size=25))
def test_no_sign_is_lost(kind, lines):
    inputs = [("某文件.md", "\n".join(lines).encode())]
    first = plan(IMPORTERS[kind], inputs, {}, audience="内部")
    for report in first.reports:
        for finding in report.findings:
            assert finding.code.startswith("I")
        if report.count is not None:
            assert (report.count.lost, report.count.extra) == ("", "")
    again = plan(IMPORTERS[kind], inputs, first.files, audience="内部")
    assert again.files == {}
