"""The leak test sees what is the lecturer's in every format; files for learners hold none of it."""

import importlib.util

import pytest

from generator.build import view
from generator.bundle.leaks import LeakTest
from generator.exports import documents, file_formats
from tests.teaching_library import FILES, KEY

FORMATS = file_formats()
HELD_BACK = {
    "scorm": "a package for learners",
    "ics": "days and places alone",
    "notices": "figures of ledgers alone",
}
"""Formats without anything that is the lecturer's in any edition."""


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES, KEY)


@pytest.fixture(scope="module")
def leak_test(library):
    return LeakTest.of_edition(library.library, view(library, "public"))


def made(library, name, edition):
    form = FORMATS[name]
    if any(importlib.util.find_spec(one) is None for one in form.needs):
        pytest.skip(f"{name} needs {form.needs}")
    try:
        return {one.path: one.make() for one in documents(name)(view(library, edition), ())}
    except OSError as error:
        pytest.skip(f"{name}: {error}")


@pytest.mark.parametrize("name", [one for one in FORMATS if one not in HELD_BACK])
def test_it_is_found_in_the_files_of_a_lecturer(library, leak_test, name):
    files = made(library, name, "lecturer")

    assert files
    assert {one.code for one in leak_test.of_files(files)} == {"S321"}


@pytest.mark.parametrize("name", [one for one in FORMATS if not FORMATS[one].lecturer_only])
def test_the_files_for_learners_hold_nothing_of_it(library, leak_test, name):
    assert leak_test.of_files(made(library, name, "public")) == ()


@pytest.mark.parametrize("name", HELD_BACK)
def test_what_learners_open_holds_nothing_of_it_in_any_edition(library, leak_test, name):
    assert leak_test.of_files(made(library, name, "lecturer")) == ()
