"""What holds for every check, also for one that is added tomorrow."""

import re
from pathlib import Path

import pytest

import generator.checks
from generator.base.rules import RULES
from generator.build import catalogue
from generator.checks import all_checks

CHECKS = all_checks()
FOLDER = Path(generator.checks.__file__).parent


def test_every_file_of_the_folder_is_run():
    stems = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_")}

    assert {module.__name__.rpartition(".")[2] for module in CHECKS} == stems


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_check_says_what_it_looks_at(module):
    assert module.__doc__
    assert module.check.__doc__
    for code, title in module.RULES:
        assert re.fullmatch(r"[CP]\d{3}", code)
        assert re.search("[\u4e00-\u9fff]", title)
        assert "\n" not in title


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_check_gives_no_code_but_its_own(module):
    declared = {code for code, _ in module.RULES}
    source = Path(module.__file__).read_text(encoding="utf-8")

    assert set(re.findall(r'"([CP]\d{3})"', source)) == declared


def test_no_code_is_used_twice():
    codes = [rule.code for rule in catalogue()]

    assert len(set(codes)) == len(codes)
    assert {code for code, _ in RULES} <= set(codes)


def test_an_empty_library_is_clean(codes):
    assert codes({}) == []
