"""Editors accept what the reader accepts, and mark what it refuses."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.base.dates import PartialDate
from generator.cli._starter import FOLDER
from generator.records import all_kinds
from generator.schema import json_schema
from generator.settings import Settings, read_settings

KINDS = all_kinds()
CASE = "标题: 甲\n"


class PlainYaml(yaml.SafeLoader):
    """YAML as the editor's extension reads it: numbers are numbers, dates and 是 are texts."""


PlainYaml.yaml_implicit_resolvers = {
    sign: [(tag, way) for tag, way in ways if tag.rpartition(":")[2] in ("int", "float", "null")]
    for sign, ways in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(kind: str, settings: Settings | None = None) -> dict[str, Any]:
    return json_schema(KINDS[kind], settings or Settings())


def mistakes(text: str, kind: str = "case") -> list[str]:
    validator = Draft7Validator(schema_of(kind))
    errors = validator.iter_errors(yaml.load(text, PlainYaml))
    return ["".join(map(str, list(error.absolute_path)[:1])) for error in errors]


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_schema_of_the_draft_it_names(kind):
    schema = schema_of(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_library_is_accepted(root, kind):
    settings = read_settings((root / "mkdocs.yml").read_text("utf-8"))[0]
    validator = Draft7Validator(schema_of(kind, settings))
    folder = KINDS[kind].folder
    paths = [*(root / folder).rglob("*.yaml"), *(FOLDER / folder).rglob("*.yaml")]
    assert paths
    wrong = [
        (path.name, error.json_path, error.message)
        for path in paths
        for error in validator.iter_errors(yaml.load(path.read_text("utf-8"), PlainYaml))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "处理时间: 2024",
        "处理时间: 2024-03",
        "处理时间: 2024-03-15",
        "处理时间: 2024年3月",
        "处理时间: 20240315",
        "标题: 38",
        "处理结果: {形态: 4, 涉案金额: 38.6}",
        "处理结果: {形态: '4'}",
        "处理结果: {政务处分: 开除公职, 党纪处分: 党内警告}",
        "处理结果: 给予党内警告处分",
        "违反纪律: 廉洁",
        "违反纪律: [廉洁, 群众纪律]",
        "岗位: [村（社区）干部]",
        "关键词: []",
        "讨论题: [甲, {题目: 乙, 参考: 丙}]",
        "相关案例: 2024",
        "原标题: {facts: 案情}",
    ],
)
def test_accepted_as_the_reader_does(checked, text):
    body = text if text.startswith("标题") else CASE + text
    assert mistakes(body) == []
    found = checked({"cases/甲.yaml": body}).findings
    assert [one for one in found if one.code.startswith("R")] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("性质: 警高", "性质"),
        ("领域: 航海", "领域"),
        ("岗位: [出纳, 船长]", "岗位"),
        ("违反纪律: [廉政]", "违反纪律"),
        ("处理结果: {党纪处分: 严重告诫}", "处理结果"),
        ("处理时间: 去年", "处理时间"),
        ("处理时间: [2024]", "处理时间"),
        ("标提: 甲", ""),
        ("标题: [甲]", "标题"),
        ("漏洞: [{编号: L1}]", "漏洞"),
        ("行为期间: {始: 2019}", "行为期间"),
        ("行为期间: 2019", "行为期间"),
    ],
)
def test_marked_as_the_reader_does(checked, text, place):
    body = text if text.startswith("标题") else CASE + text
    assert set(mistakes(body)) == {place}
    assert checked({"cases/甲.yaml": body}).stops


def test_required_fields():
    assert mistakes("性质: 警示\n") == [""]
    assert mistakes("- {编号: a}\n", "unit") == [""]
    assert mistakes("- {名称: 甲}\n", "unit") == [""]


def test_ledgers_hold_rows_and_other_kinds_one_record():
    assert mistakes("- {编号: a, 名称: 甲}\n- {编号: b, 名称: 乙}\n", "unit") == []
    assert mistakes("名称: 甲\n", "unit") == []
    assert mistakes("- {标题: 甲}\n") == [""]


def test_only_chinese_names_are_offered():
    def names(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [name for one in schema for name in names(one)]
        if not isinstance(schema, dict):
            return []
        return [*schema.get("properties", {}), *names(list(schema.values()))]

    for kind in KINDS:
        assert not [name for name in names(schema_of(kind)) if name.isascii()]
    assert mistakes("标题: 甲\ntitle: 乙\n") == [""]


def test_what_people_do_not_write_is_not_offered():
    case, unit = schema_of("case"), schema_of("unit")
    hidden = {name for name, one in case["properties"].items() if one.get("doNotSuggest")}
    assert hidden == {"编号", "审核", "导入自"}
    assert "doNotSuggest" not in unit["anyOf"][0]["items"]["properties"]["编号"]


def test_titles_and_help_come_from_the_declarations():
    field = schema_of("case")["properties"]["处理时间"]
    assert field["title"] == "处理时间"
    assert field["description"].startswith("作出处分或裁判决定的时间")
    assert "2024-03" in field["patternErrorMessage"]


def test_lists_are_those_of_the_project():
    settings = read_settings("extra: {anjian: {领域: [港口], 岗位: [船长, 轮机长]}}")[0]
    fields = schema_of("case", settings)["properties"]
    assert fields["领域"]["enum"] == ["港口"]
    assert fields["岗位"]["anyOf"][0]["items"]["enum"] == ["船长", "轮机长"]
    assert fields["岗位"]["anyOf"][1]["enum"] == ["船长", "轮机长"]


def test_every_date_that_is_written_as_the_hint_says_fits_the_pattern():
    pattern = PartialDate.__get_pydantic_json_schema__(None, None)["pattern"]
    validator = Draft7Validator({"pattern": pattern})
    for text in ("2024", "2024-03", "2024-03-15", "2024年3月15日", "2024年3月", "2024.3.5"):
        PartialDate.parse(text)
        assert validator.is_valid(text)
    assert not validator.is_valid("2024-03-15 上午")


def test_same_text_every_time():
    for kind in KINDS:
        assert json.dumps(schema_of(kind)) == json.dumps(schema_of(kind))
