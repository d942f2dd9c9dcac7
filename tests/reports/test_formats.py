"""Findings for people, for programs and for GitHub."""

import json

import pytest

from generator.base.finding import Finding, Level, Place
from generator.reports import formats, report

FINDINGS = [
    Finding(
        "cases/甲,乙.yaml",
        "R103",
        "性质「坏」\n不对: 100%",
        hint="改",
        place=Place(12, 7),
        route=("nature",),
    ),
    Finding("a.yaml", "C243", "已过", Level.NOTICE, place=Place(1, 1)),
    Finding("a.yaml", "C232", "没有措施", Level.WARNING, place=Place(2, 1)),
]


def test_every_file_of_the_folder_is_a_format():
    assert set(formats()) >= {"text", "json", "github"}


@pytest.mark.parametrize("form", formats())
def test_no_finding_is_a_report_too(form):
    assert report([], form).endswith("\n") or report([], form) == ""


def test_text_names_the_place_and_sums_up():
    text = report(FINDINGS, "text")

    assert "cases/甲,乙.yaml:12:7: 错误 R103 性质「坏」" in text
    assert "    提示：改" in text
    assert text.endswith("共 1 个错误、1 个警告、1 个提示。\n")
    assert report([], "text") == "没有发现问题。\n"


def test_json_keeps_every_field():
    first, *rest = json.loads(report(FINDINGS, "json"))

    assert first == {
        "path": "cases/甲,乙.yaml",
        "line": 12,
        "column": 7,
        "level": "error",
        "code": "R103",
        "message": "性质「坏」\n不对: 100%",
        "hint": "改",
        "route": ["nature"],
    }
    assert [one["level"] for one in rest] == ["notice", "warning"]


def test_github_gets_one_command_a_line_with_nothing_to_break_out_of():
    lines = report(FINDINGS, "github").splitlines()

    assert lines[0] == (
        "::error file=cases/甲%2C乙.yaml,line=12,col=7,title=R103::性质「坏」%0A不对: 100%25 改"
    )
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice", "::warning"]
