"""What holds for every kind of record, also for one that is added tomorrow."""

import json
import re

import pytest

from generator.base.declaration import Part, keys, shapes
from generator.base.record import Record
from generator.disk import RECORD_FOLDERS
from generator.records import all_kinds
from generator.settings import Settings

KINDS = all_kinds()


def _parts(model: type[Part]) -> list[type[Part]]:
    found = [model]
    for shape in shapes(model).values():
        if shape.part:
            found += _parts(shape.part)
    return found


MODELS = sorted({part for kind in (*KINDS.values(), Settings) for part in _parts(kind)}, key=str)


def test_the_kinds_of_this_issue_are_there():
    assert {"case", "regulation", "lesson", "practice", "unit"} <= set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_a_name_a_label_and_a_folder_of_its_own(name):
    kind = KINDS[name]
    others = [other for other in KINDS.values() if other is not kind]

    assert re.fullmatch("[a-z][a-z_]*", name)
    assert name == kind.__module__.rpartition(".")[2]
    assert re.search("[\u4e00-\u9fff]", kind.label)
    assert kind.folder.split("/")[0] in RECORD_FOLDERS
    assert all(not other.folder.startswith(kind.folder) for other in others)
    assert all(other.label != kind.label for other in others)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_chinese_label_that_is_no_other_fields_key(model):
    written = []
    for shape in shapes(model).values():
        assert re.search("[\u4e00-\u9fff]", shape.label), shape.name
        assert re.fullmatch("[a-z][a-z_]*", shape.name)
        written += [shape.label, *shape.also, shape.name]
    assert len(set(written)) == len(written)
    assert set(written) == set(keys(model))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_only_for_lecturers_can_be_left_out(model):
    for shape in shapes(model).values():
        assert not (shape.lecturer and shape.required), shape.name


@pytest.mark.parametrize("name", KINDS)
def test_a_record_is_internal_until_it_is_released(name):
    fields = KINDS[name].model_fields

    assert fields["audience"].default == "内部"
    assert issubclass(KINDS[name], Record)
    assert KINDS[name].model_config["frozen"]


@pytest.mark.parametrize("name", KINDS)
def test_a_json_schema_can_be_made(name):
    schema = KINDS[name].model_json_schema(by_alias=True)

    assert "范围" in schema["properties"]
    assert json.dumps(schema, ensure_ascii=False)
