"""What a project says of its classes: how long one lasts, what it counts for."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from .base.declaration import Part, item
from .base.text import Line
from .base.unusable import UnusableError

Minutes = Annotated[int, Field(ge=1, le=480)]
Hours = Annotated[Decimal, Field(ge=0, le=100)]
_SHORTEST_KEY = 12


def _key(value: Line) -> Line:
    if len(value) < _SHORTEST_KEY:
        hint = "随便敲二十几个字母和数字；定下以后不要再改，改了揭示页的网址都会变。"
        raise UnusableError(f"揭示密钥只有 {len(value)} 个字符，太短", hint)
    return value


class StudyHours(Part):
    """What a class of so many minutes counts for."""

    up_to: Minutes | None = item("至", "不超过几分钟，含这一分钟；最后一行不写", default=None)
    hours: Hours = item("学时", "例如 0.5")
    short: ClassVar[str] = "hours"


class TeachingSettings(Part):
    """Everything under 教学."""

    class_minutes: tuple[Minutes, ...] = item("课时", "一次课几分钟", default=(45, 90))
    micro_minutes: Minutes = item("微课", "微课最多几分钟", default=15)
    study_hours: tuple[StudyHours, ...] = item(
        "学时",
        "多少分钟算几个学时，从短到长",
        default=(
            StudyHours(up_to=15, hours=Decimal("0.25")),
            StudyHours(up_to=29, hours=Decimal("0.5")),
            StudyHours(hours=Decimal(1)),
        ),
    )
    quiz_hours: Hours = item("测验学时", "测验合格另算几个学时", default=Decimal("0.5"))
    pass_mark: Annotated[int, Field(ge=1, le=100)] = item(
        "合格线", "测验得分的百分之几算合格", default=60
    )
    reveal_key: Annotated[Line, AfterValidator(_key)] | None = item(
        "揭示密钥", "揭示页的网址由它算出，别人猜不到", default=None, hidden=True
    )
