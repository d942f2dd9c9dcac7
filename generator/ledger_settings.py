"""What a project says of its ledgers: limits, what is flagged, how work is assessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from .base.declaration import Part, item
from .base.text import Line, OneOf

MEASURES = (
    *("按时报送", "迟报", "漏报", "发现问题", "立案", "处置线索", "第一种形态"),
    *("整改", "销号", "逾期", "回访", "反弹", "授课"),
)
"""What the assessment of a unit and year may count."""

Score = Annotated[Decimal, Field(ge=-1000, le=1000)]


class AssessmentRule(Part):
    """What one thing counts for."""

    measure: Annotated[str, OneOf(MEASURES)] = item("指标", "、".join(MEASURES))
    points: Score = item("每个", "每一个加几分，扣分写负数")
    most: Score | None = item("最多", "最多加几分，或最多扣几分（写正数）", default=None)
    short: ClassVar[str] = "measure"


def _rule(measure: str, points: str, most: str | None = None) -> AssessmentRule:
    limit = Decimal(most) if most else None
    return AssessmentRule(measure=Line(measure), points=Decimal(points), most=limit)


class LedgerSettings(Part):
    """Everything under 台账."""

    row_limit: Annotated[int, Field(ge=1, le=1_000_000)] = item(
        "行数上限", "导入的表格最多几行", default=100_000
    )
    zero_streak: Annotated[int, Field(ge=1, le=60)] = item(
        "零通报提醒", "连续几个月全是零就提醒去看一看", default=3
    )
    report_day: Annotated[int, Field(ge=1, le=31)] = item(
        "报送日", "月报最迟在下个月几日报送", default=5
    )
    revisit_months: Annotated[int, Field(ge=1, le=36)] = item(
        "回访月数", "完成以后几个月之内要回访", default=3
    )
    base_score: Score = item("考核基础分", "一年开始时的分数", default=Decimal(60))
    assessment: tuple[AssessmentRule, ...] = item(
        "考核",
        "怎样加减分",
        default=(
            _rule("按时报送", "1", "12"),
            _rule("漏报", "-3"),
            _rule("发现问题", "0.5", "10"),
            _rule("销号", "2", "16"),
            _rule("逾期", "-2", "10"),
            _rule("反弹", "-3"),
            _rule("授课", "2", "10"),
        ),
    )
