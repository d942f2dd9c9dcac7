"""A record with a field of every form, for what reads declarations."""

from typing import Annotated, ClassVar

from generator.base.dates import PartialDate
from generator.base.declaration import Part, item
from generator.base.record import Record
from generator.base.reference import Reference, To
from generator.base.text import Line, OneOf, Prose


class Stop(Part):
    """A part with two fields, one of them the short form."""

    name: Line = item("名称")
    when: PartialDate | None = item("时间", default=None)
    short: ClassVar[str] = "name"


class Trip(Record):
    """A record with a field of every form."""

    kind: ClassVar[str] = "trip"
    title: Line = item("标题", also=("题目",))
    colour: Annotated[str, OneOf(("红", "绿"))] = item("颜色", default="红")
    stops: tuple[Stop, ...] = item("站", default=())
    text: Prose | None = item("正文", default=None)
    before: Annotated[Reference, To("trip")] | None = item("上一次", default=None)
    names: dict[str, Line] = item("别名", default={})
