"""Cases: words from the real lists, dates in order."""

import pytest
from pydantic import ValidationError

from generator.records.case import Case, Outcome, Period


def case(**fields):
    return Case.model_validate({"id": "a", "title": "甲", **fields})


def test_a_title_is_enough():
    made = case()

    assert (made.heading, made.audience, made.status, made.nature) == (
        "甲",
        "内部",
        "已发布",
        "警示",
    )
    assert made.date is None


@pytest.mark.parametrize("word", ["警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"])
def test_the_five_punishments_of_the_party(word):
    assert Outcome.model_validate({"party": word}).party == word


@pytest.mark.parametrize("word", ["警告", "记过", "记大过", "降级", "撤职", "开除"])
def test_the_six_punishments_of_officials(word):
    assert Outcome.model_validate({"official": word}).official == word


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("party", "党内严重警告", "严重警告"),
        ("party", "留党察看两年", "留党察看"),
        ("official", "开除公职", "开除"),
        ("official", "政务记大过", "记大过"),
        ("form", "第四种形态", "4"),
        ("form", "第四种", "4"),
    ],
)
def test_usual_spellings(field, written, read):
    assert getattr(Outcome.model_validate({field: written}), field) == read


@pytest.mark.parametrize(
    ("field", "word"), [("party", "记过"), ("official", "开除党籍"), ("form", "0")]
)
def test_a_punishment_of_the_other_list_is_refused(field, word):
    with pytest.raises(ValidationError):
        Outcome.model_validate({field: word})


@pytest.mark.parametrize(
    ("start", "end", "good"),
    [
        ("2019-03", "2021-06", True),
        ("2019-03", "2019", True),
        ("2019", "2019-03", True),
        ("2019-03", "2019-03", True),
        ("2019-03", "2019-02-28", False),
        ("2020", "2019-12", False),
    ],
)
def test_a_period_may_not_end_before_it_begins(start, end, good):
    if good:
        Period.model_validate({"start": start, "end": end})
        return
    with pytest.raises(ValidationError):
        Period.model_validate({"start": start, "end": end})


@pytest.mark.parametrize(
    ("decided", "good"), [("2019", True), ("2019-03", True), ("2018-12", False)]
)
def test_nothing_is_decided_before_it_happened(decided, good):
    period = {"start": "2019-03"}
    if good:
        assert case(decided=decided, period=period).date.year == 2019
        return
    with pytest.raises(ValidationError):
        case(decided=decided, period=period)


def test_levels_and_disciplines_in_their_usual_spellings():
    made = case(level="村(社区)", disciplines=["廉洁纪律", "群众"])

    assert (made.level, made.disciplines) == ("村（社区）", ("廉洁", "群众"))
