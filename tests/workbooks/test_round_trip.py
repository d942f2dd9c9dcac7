"""What a workbook is written from is what is read from it, for every kind and any content."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.base.dates import PartialDate
from generator.base.declaration import shapes
from generator.base.yaml_writer import write_yaml
from generator.records import all_kinds
from generator.workbooks import is_ledger
from generator.workbooks.layout import Sort, layout_of
from generator.workbooks.plain import plain
from tests.workbooks.conftest import UNITS_PATH, Project, edited, errors

KINDS = [name for name, kind in all_kinds().items() if is_ledger(kind) and name != "unit"]
SIGNS = "甲乙丙、，；;,=+-@/\\\"'#:：* |&_x0041~ab 12（）·\t　"
lines = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool) | st.sampled_from(
    [
        "=1+1",
        "+86",
        "-",
        "@SUM(A1)",
        "无",
        "null",
        "~",
        "_x0041_",
        "/",
        "2026",
        "0123",
        "1.",
        "合计",
    ]
)
prose = st.lists(st.text(SIGNS, max_size=10), min_size=1, max_size=4).map("\n".join)
dates = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else 0),
    st.integers(1990, 2050),
    st.integers(0, 12),
    st.integers(0, 28),
)


def value_of(column: Any) -> st.SearchStrategy[Any]:
    one: Any = {
        Sort.LINE: lines,
        Sort.PROSE: prose.filter(lambda text: text.strip()),
        Sort.DATE: dates,
        Sort.NUMBER: st.integers(1, 400),
        Sort.CHOICE: st.sampled_from(column.words or ("是",)),
        Sort.REFERENCE: st.just("pz-jiaoyu" if column.target == "unit" else "a-1"),
    }[column.sort]
    least = int(column.required)
    return st.lists(one, min_size=least, max_size=3) if column.many else one


def group(form: Any, layout: Any) -> st.SearchStrategy[dict[str, Any]]:
    """The values of one row of a sheet, as `write_yaml` takes them."""
    inner = [one for one in layout.forms if one.route[:-1] == form.route and one is not form]

    @st.composite
    def make(draw: Any) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in form.columns:
            if (column.route == ("id",) and not form.route) or not column.offered:
                continue
            needed = column.required or column.shape.required
            if needed or draw(st.booleans()):
                target = values
                for step in column.route[:-1]:
                    target = target.setdefault(step, {})
                target[column.route[-1]] = draw(value_of(column))
        for one in inner:
            values[one.route[-1]] = draw(st.lists(group(one, layout), max_size=2))
        return values

    return make()


def fits(model: Any, values: dict[str, Any]) -> bool:
    try:
        model.model_validate({"id": "x", **values})
    except ValidationError:
        return False
    return True


def rows_of(kind: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    model = all_kinds()[kind]
    one = group(layout_of(model).main, layout_of(model)).filter(lambda values: fits(model, values))
    return st.lists(one, min_size=1, max_size=3)


def written(kind: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    model = all_kinds()[kind]
    if not model.rows:
        return {
            f"{model.folder}/x-{number}.yaml": write_yaml(values, model)
            for number, values in enumerate(rows, 1)
        }
    text = ""
    for number, values in enumerate(rows, 1):
        first, *rest = write_yaml({"id": f"x-{number}", **values}, model).splitlines()
        text += f"- {first}\n" + "".join(f"  {line}\n" if line else "\n" for line in rest)
    return {f"{model.folder}/a.yaml": text}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_every_kind_comes_back_as_it_was(kind, data):
    rows = data.draw(rows_of(kind))
    mine = Project(written(kind, rows))
    library = mine.library()
    assert not library.broken
    raw = mine.export(kind)
    again = mine.take(raw)
    assert not errors(again), again.findings
    assert (again.same, again.files) == (len(rows), {})

    other = Project()
    made = other.take(raw)
    assert not errors(made), made.findings
    assert len(made.added) == len(rows)
    shown = [name for name in shapes(all_kinds()[kind]) if name != "audience"]
    for record in library.of_kind(kind):
        copy = other.record(kind, record.id)
        assert {n: getattr(copy, n) for n in shown} == {n: getattr(record, n) for n in shown}


@settings(max_examples=30)
@given(
    text=prose.filter(lambda text: text.strip()), edit=lines.filter(lambda text: "_x" not in text)
)
def test_any_change_of_one_cell_is_that_change_and_no_other(text, edit):
    files = written(
        "branch",
        [
            {"name": "甲", "unit": "pz-jiaoyu", "duties": text},
            {"name": "乙", "unit": "pz-jiaoyu", "activities": ["一", "二"]},
        ],
    )
    mine = Project(files)
    before = {one.id: one for one in mine.library().of_kind("branch")}
    raw = mine.export("branch")
    made = mine.take(edited(raw, {"D3": "'" + edit}))
    assert not errors(made), made.findings
    after = {one.id: one for one in mine.library().of_kind("branch")}
    assert after["x-2"] == before["x-2"]
    assert after["x-1"].office == "'" + edit
    assert after["x-1"].duties == before["x-1"].duties


def test_units_come_back_too():
    mine = Project()
    raw = mine.export("unit")
    del mine.files[UNITS_PATH]
    made = mine.take(raw)

    assert made.added == ["pz-jiaoyu", "pz-weijian"]
    assert plain(mine.record("unit", "pz-jiaoyu").short_name, type(mine), "") == "驻市教育局组"


def test_a_text_that_no_cell_can_hold_stays_as_it_is():
    long = "很长的职责。" * 7000
    files = written("branch", [{"name": "甲", "unit": "pz-jiaoyu", "duties": long}])
    mine = Project(files)
    made = mine.take(mine.export("branch"))

    assert (made.same, made.files) == (1, {})
    assert mine.record("branch", "x-1").duties == long
