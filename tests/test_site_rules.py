"""Every code of a finding about the finished site is declared, and every declared one is used."""

import re
from pathlib import Path

import generator
from generator.base.site_rules import RULES
from generator.build import catalogue

FOLDER = Path(generator.__file__).parent


def test_codes_in_use_are_those_declared():
    used = set()
    for folder in ("hosts", "bundle"):
        for path in (FOLDER / folder).glob("*.py"):
            used |= set(re.findall(r'"(S\d{3})"', path.read_text("utf-8")))
    assert used == {code for code, _ in RULES}


def test_they_are_on_the_page_of_rules():
    assert {code for code, _ in RULES} <= {rule.code for rule in catalogue()}
