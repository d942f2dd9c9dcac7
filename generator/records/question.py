"""A question of the bank: what is asked, what may be chosen, and what is right."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.declaration import item
from ..base.markdown import words
from ..base.record import Record, Yes
from ..base.text import Line, OneOf, Prose
from .case import CaseReference, OfficeLevel

SINGLE, SEVERAL, JUDGEMENT, BLANK, SHORT, MATCHING, ORDERING = (
    *("单选", "多选", "判断", "填空", "简答", "连线", "排序"),
)
QUESTION_TYPES = (SINGLE, SEVERAL, JUDGEMENT, BLANK, SHORT, MATCHING, ORDERING)

_HEADING = 40


class Question(Record):
    """题目."""

    kind: ClassVar[str] = "question"
    label: ClassVar[str] = "题目"
    folder: ClassVar[str] = "materials/questions"
    rows: ClassVar[bool] = True

    type: Annotated[
        str,
        OneOf(
            QUESTION_TYPES,
            (
                *(("单项选择", SINGLE), ("单选题", SINGLE), ("单项选择题", SINGLE)),
                *(("多项选择", SEVERAL), ("多选题", SEVERAL), ("多项选择题", SEVERAL)),
                *(("判断题", JUDGEMENT), ("填空题", BLANK), ("简答题", SHORT), ("问答", SHORT)),
                *(("匹配", MATCHING), ("连线题", MATCHING), ("匹配题", MATCHING)),
                ("排序题", ORDERING),
            ),
        ),
    ] = item("题型", "、".join(QUESTION_TYPES))
    text: Prose = item("题干", "填空处写两条以上下划线，例如 ____")
    options: tuple[Line, ...] = item(
        "选项", "单选、多选、排序的各项，连线的左栏；不写 A、B、C", default=()
    )
    right: tuple[Line, ...] = item("右栏", "连线的右栏，可以比左栏多", default=())
    answer: tuple[Line, ...] = item(
        "答案",
        "选择写字母，例如 B、ACD；判断写 对、错；填空每空一项，几种写法用 | 隔开；"
        "连线按左栏的次序写右栏的字母；排序写正确的次序，例如 CABD；只在教员版出现",
        default=(),
        lecturer=True,
    )
    explanation: Prose | None = item(
        "解析",
        "为什么；写了「解析公开: 是」学员答完才看得到，否则只在教员版出现",
        default=None,
        lecturer=True,
        unless="explanation_public",
    )
    explanation_public: Yes = item("解析公开", "是、否", default="否")
    difficulty: Annotated[str, OneOf(("易", "中", "难"))] = item("难度", "易、中、难", default="中")
    points: Annotated[int, Field(ge=1, le=100)] = item("分值", "例如 2", default=1)
    keywords: tuple[Line, ...] = item("关键词", "考的是什么", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", default=())
    posts: tuple[Line, ...] = item("岗位", default=())
    cases: tuple[CaseReference, ...] = item("案例", "出自哪个案例", default=())
    citations: tuple[Line, ...] = item(
        "依据", "例如《中国共产党纪律处分条例》（2023）第九十四条", default=()
    )

    @property
    def heading(self) -> str:
        """The beginning of what is asked."""
        text = " ".join(words(self.text).split())
        return text if len(text) <= _HEADING else text[: _HEADING - 1] + "…"
