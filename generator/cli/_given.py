"""Fields of a new record that are given on the command line as 项=内容."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..base.declaration import keys
from ..base.record import Record
from ..base.suggest import nearest
from ..settings import WORD_LISTS, Settings
from ..skeleton import words_of
from ._stop import Stop


def given_values(
    model: type[Record], given: Iterable[str], settings: Settings, folder: str
) -> dict[str, Any]:
    """Return texts and lists of texts by English name; raises Stop for one that is not written so.

    A folder that is named like a word of the project's lists, such as 教育, gives that word.
    """
    values: dict[str, Any] = {}
    for one in given:
        name, value = _read(model, one, settings)
        if isinstance(value, list):
            values.setdefault(name, []).extend(value)
        elif name in values:
            raise Stop(f"「{keys(model)[name].label}」只能写一个。")
        else:
            values[name] = value
    last = folder.rstrip("/").rpartition("/")[2]
    for name in WORD_LISTS:
        shape = keys(model).get(name)
        if shape and not shape.many and last in words_of(model, name, settings):
            values.setdefault(name, last)
    return values


def _read(model: type[Record], given: str, settings: Settings) -> tuple[str, str | list[str]]:
    label, equals, text = given.replace("＝", "=", 1).partition("=")
    label, text = label.strip(), text.strip()
    if not (equals and label and text):
        raise Stop(f"「{given}」要写成 项=内容，例如 --set 标题=某县中学食堂采购案。")
    shape = keys(model).get(label)
    if shape is None:
        near = nearest(label, (one.label for one in keys(model).values()))
        raise Stop(
            f"{model.label}没有「{label}」这一项。" + (f"是不是「{near}」？" if near else "")
        )
    if shape.name == "id":
        raise Stop("编号直接写在命令里，不用 --set。")
    if shape.table or (shape.part is not None and not shape.part.short):
        raise Stop(f"「{label}」有几项内容，请建好之后在文件里填写。")
    if not shape.many:
        return shape.name, text
    several = re.split("[、，,]", text) if words_of(model, shape.name, settings) else [text]
    return shape.name, [word.strip() for word in several if word.strip()]
