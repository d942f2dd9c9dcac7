"""A drafted question is certain from the record, and is one that the checks accept."""

import pytest

from generator.answers import LETTERS
from generator.base.reference import Reference
from generator.question_drafts import drafts
from tests.teaching_library import FILES, KEY


@pytest.fixture(scope="module")
def made(checked):
    library = checked(FILES, KEY).library
    return drafts(library, library.records[Reference("case", "chaifen")])


def right(question):
    return [str(question.options[LETTERS.index(letter)]) for letter in question.answer[0]]


def test_outcomes_and_clauses_are_asked_for(made):
    assert [right(one) for one in made] == [["严重警告"], ["记大过"], ["第二种形态"], ["第二条"]]


def test_wrong_options_are_articles_that_the_case_does_not_cite(made):
    assert made[-1].options == ("第一条", "第二条", "第三条")


def test_a_draft_is_a_draft_and_says_where_it_comes_from(made):
    assert {one.status for one in made} == {"草稿"}
    assert {one.cases for one in made} == {(Reference("case", "chaifen"),)}
    assert len({one.heading for one in made}) == len(made)


def test_a_case_without_outcome_and_citations_gives_nothing(checked):
    library = checked({"cases/a.yaml": "标题: 甲\n"}).library

    assert drafts(library, library.records[Reference("case", "a")]) == ()
