"""The library that ships: clean, complete, fictional, sound in its law, and no two cases alike."""

import posixpath
import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from generator.base.declaration import walk
from generator.base.page import html_address
from generator.build import check, generate
from generator.disk import read_project
from generator.month_grid import MISSING, grid
from generator.records.question import QUESTION_TYPES
from generator.records.rectification import STAGES
from generator.related import related_cases


@pytest.fixture(scope="module")
def today():
    """The day that the ledgers were written for: later, more of it is late."""
    return date(2026, 11, 25)


@pytest.fixture(scope="module")
def done(root, today):
    return check(read_project(root), today)


@pytest.fixture(scope="module")
def library(done):
    return done.library


@pytest.fixture(scope="module")
def cases(library):
    return library.of_kind("case")


def texts(record) -> str:
    """Every text of a record."""
    return "\n".join(text for _, text in walk(record, str))


SHOWN = {"C531", "C532", "C533"}
"""What the ledgers show on purpose: zeros that go on, a report or a figure that is missing."""


def test_there_is_nothing_to_say_against_it(done):
    assert [one.line() for one in done.findings if one.code not in SHOWN] == []
    assert {one.code for one in done.findings} == SHOWN


def test_there_is_enough_of_everything(library, cases):
    assert len(cases) >= 24
    assert len({case.industry for case in cases}) >= 8
    assert len({case.level for case in cases}) >= 3
    assert len(library.of_kind("practice")) == 6
    lessons = library.of_kind("lesson")
    assert len(lessons) == 12
    assert len([one for one in lessons if one.type == "微课"]) == 4
    assert len(library.of_kind("course")) == 2
    assert len(library.of_kind("question")) == 150
    assert len(library.of_kind("scenario")) == 4
    assert len(library.of_kind("lecturer")) == 8
    assert len(library.of_kind("order")) == 24
    assert {one.category for one in library.of_kind("practice")} >= {
        "引导激励",
        "建强队伍",
        "贯通融合",
        "强化治理",
    }


def test_there_is_a_year_of_ledgers(library):
    kinds = ("area", "rectification", "mentoring", "inspection", "checklist", "special", "risk")
    assert [len(library.of_kind(kind)) for kind in kinds] == [5, 40, 6, 3, 3, 3, 20]
    assert all(area.lead and area.liaison and area.meetings for area in library.of_kind("area"))
    assert {one.stage for one in library.of_kind("rectification")} == set(STAGES)
    assert len({post for risk in library.of_kind("risk") for post in risk.posts}) >= 8
    found = grid(library)
    assert (len(found.rows), len(found.months)) == (12, 12)
    states = Counter(cell.state for row in found.rows for cell in row.cells)
    assert states[MISSING] == 2
    assert [len(list(row.streaks(3))) for row in found.rows].count(1) == 2
    assert len(library.of_kind("unit")) == 12
    assert len(library.of_kind("regulation")) == 8


def test_all_of_it_is_in_the_public_edition(library):
    for key, record in library.records.items():
        audience = "内部" if key.kind == "talent" else "公开"
        assert (record.audience, record.status) == (audience, "已发布"), key


def test_every_case_is_complete(cases):
    for case in cases:
        assert len(case.facts) >= 400, case.id
        assert len(case.timeline) >= 4, case.id
        assert len(case.causes) >= 3, case.id
        assert len(case.loopholes) >= 2, case.id
        assert all(loophole.measures for loophole in case.loopholes), case.id
        assert len(case.questions) >= 3, case.id
        assert all(question.answer for question in case.questions), case.id
        assert len(case.self_check) >= 4, case.id
        assert all(item.startswith("是否") for item in case.self_check), case.id
        for name in ("gist", "industry", "unit_type", "level", "posts", "disciplines", "period"):
            assert getattr(case, name), f"{case.id} has no {name}"
        for name in ("decided", "outcome", "significance", "citations", "keywords", "related"):
            assert getattr(case, name), f"{case.id} has no {name}"


def test_every_lesson_and_practice_is_complete(library):
    for lesson in library.of_kind("lesson"):
        for name in ("gist", "objectives", "cases", "steps", "board", "key_points", "notes"):
            assert getattr(lesson, name), f"{lesson.id} has no {name}"
        assert all(step.says and step.asks and step.if_silent for step in lesson.steps), lesson.id
        assert lesson.before_class, lesson.id
        assert all(use.part and use.use for use in lesson.cases), lesson.id
        assert 5 <= len(lesson.quiz) <= 10, lesson.id
    for practice in library.of_kind("practice"):
        assert len(practice.measures) >= 3, practice.id
        assert practice.problem, practice.id
        assert practice.effect, practice.id


def test_the_bank_has_questions_of_every_type_and_about_every_case(library, cases):
    questions = library.of_kind("question")
    types = Counter(one.type for one in questions)
    about = Counter(case.id for one in questions for case in one.cases)

    assert set(types) == set(QUESTION_TYPES)
    assert min(types.values()) >= 9
    assert {case.id for case in cases if about[case.id] < 4} == set()
    assert len({one.heading for one in questions}) == len(questions)
    assert all(one.explanation or one.type == "简答" for one in questions)
    assert 60 <= len([one for one in questions if one.explanation_public == "是"]) <= 90


def test_the_right_letter_stands_in_no_favourite_place(library):
    places = Counter(one.answer[0] for one in library.of_kind("question") if one.type == "单选")

    assert set(places) >= set("ABCD")
    assert max(places.values()) <= 2 * min(places.values())


def test_every_scenario_can_end_well_and_badly(library):
    for scenario in library.of_kind("scenario"):
        assert 8 <= len(scenario.cards) <= 14, scenario.id
        endings = {card.ending for card in scenario.cards if card.ending}
        assert endings >= {"守住", "失守"}, scenario.id
        assert scenario.outcome, scenario.id
        assert scenario.cases, scenario.id


def test_all_of_it_is_marked_as_what_it_is(library):
    for kind in ("case", "lesson", "practice", "question", "scenario", "course", "lecturer"):
        for record in library.of_kind(kind):
            assert record.fictional == "是", record.id
            assert "虚构" in record.source.note, record.id
    for case in library.of_kind("case"):
        assert case.title.endswith("（虚构教学案例）"), case.id
    for regulation in library.of_kind("regulation"):
        assert regulation.summarised == "是", regulation.id
        assert "不是官方原文" in regulation.note, regulation.id


def _shingles(text: str, length: int = 4) -> set[str]:
    letters = "".join(re.findall("[\u4e00-\u9fff]", text))
    return {letters[start : start + length] for start in range(len(letters) - length + 1)}


def test_no_two_cases_are_nearly_the_same(cases):
    told = {
        case.id: _shingles(
            "".join(
                [case.facts, case.gist or "", case.significance or ""]
                + [cause.text for cause in case.causes]
                + [loophole.text for loophole in case.loopholes]
            )
        )
        for case in cases
    }
    for one, other in combinations(told, 2):
        likeness = len(told[one] & told[other]) / len(told[one] | told[other])
        assert likeness < 0.08, f"{one} and {other}: {likeness:.2f}"


def test_no_sentence_is_told_twice(cases):
    seen: dict[str, str] = {}
    for case in cases:
        body = [case.facts, case.gist, case.significance, *(one.text for one in case.causes)]
        body += [one.text for one in case.loopholes] + [one.text for one in case.questions]
        for sentence in re.split("[。！？；\n]", "\n".join(body)):
            if len(sentence) >= 16:
                assert seen.setdefault(sentence, case.id) == case.id, sentence


_PRIVATE = {
    "an identity card": r"\d{17}[\dXx]",
    "a mobile phone": r"(?<!\d)1[3-9]\d{9}(?!\d)",
    "a telephone": r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)",
    "a bank card": r"(?<!\d)\d{16,19}(?!\d)",
    "a mailbox": r"[\w.]+@[\w.]+",
    "a number plate": (
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
        r"[A-Z]·?[A-Z0-9]{5}"
    ),
}
_REAL = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|香港|澳门|台湾"
)


@pytest.mark.parametrize("what", _PRIVATE)
def test_nothing_personal_is_in_it(library, what):
    for key, record in library.records.items():
        assert not re.search(_PRIVATE[what], texts(record)), key


def test_no_real_place_is_in_it(library):
    for key, record in library.records.items():
        if key.kind != "regulation":
            found = _REAL.search(texts(record))
            assert not found, f"{key}: {found and found[0]}"


def test_every_citation_is_there_and_was_in_force(library):
    for key, links in library.citations.items():
        record = library.records[key]
        for link in links:
            said = f"{key}: 《{link.citation.name}》（{link.version}）"
            assert link.version, said
            # An option may name a regulation as a whole.
            assert link.citation.articles or key.kind == "question", said
            assert not link.missing, said
            assert not link.citation.unread, said
            if record.date is None:
                continue
            versions = library.records[link.regulation].versions
            version = next(one for one in versions if one.id == link.version)
            period = getattr(record, "period", None)
            begun = period.start.first() if period else record.date.first()
            assert version.effective.first() <= record.date.last(), said
            assert not version.expired or version.expired.last() > begun, said


def test_the_newest_version_of_every_regulation_is_in_force(library, today):
    for regulation in library.of_kind("regulation"):
        newest = regulation.versions[-1]
        assert newest.effective, regulation.id
        assert newest.effective.last() <= today, regulation.id
        assert not newest.expired, regulation.id
        dates = [version.effective for version in regulation.versions]
        assert dates == sorted(dates), regulation.id
        for before, after in zip(regulation.versions, regulation.versions[1:], strict=False):
            assert before.expired == after.effective, regulation.id


def test_every_case_has_company_with_a_reason(library):
    for key, others in related_cases(library).items():
        assert len(others) >= 3, key
        assert all(one.reasons for one in others), key


def test_every_case_of_a_lesson_is_there(library):
    for link in library.links:
        assert link.target.bare() in library.records
    used = {link.target for link in library.links if link.source.kind == "lesson"}
    assert len([key for key in used if key.kind == "case"]) >= 6


@pytest.mark.parametrize("edition", ["public", "lecturer"])
def test_every_link_of_every_page_leads_somewhere(done, see, edition):
    made = generate(done, edition).files
    pages = {path: see(content) for path, content in made.items() if path.endswith(".md")}
    ids = {path.removesuffix(".md") + ".html": set(page.ids) for path, page in pages.items()}
    written = {html_address(path) for path in done.library.documents}

    for path, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), path
        for address in set(page.addresses):
            way, _, anchor = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
            target = target if way else path.removesuffix(".md") + ".html"
            assert target in ids or target in made or target in written, f"{path}: {address}"
            assert not anchor or anchor in ids[target], f"{path}: {address}"
