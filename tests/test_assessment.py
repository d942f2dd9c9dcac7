"""An assessment follows the rules of the settings, and each count knows its records."""

from decimal import Decimal

import pytest

from generator.assessment import assessments, years
from tests.ledger_library import FILES

SETTINGS = """site_name: 库
extra:
  anjian:
    台账:
      考核基础分: 50
      考核:
        - {指标: 按时报送, 每个: 2, 最多: 6}
        - {指标: 漏报, 每个: -3, 最多: 5}
        - {指标: 发现问题, 每个: 0.5}
        - {指标: 销号, 每个: 4}
        - {指标: 逾期, 每个: -1}
"""


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES, SETTINGS).library


@pytest.fixture(scope="module")
def units(library):
    return {one.unit.id: one for one in assessments(library, 2025)}


def test_points_follow_the_rules_and_their_limits(units):
    points = {line.rule.measure: line.points for line in units["jia"].lines}

    assert points == {
        "按时报送": Decimal(6),  # four on time, at most six points
        "漏报": Decimal(0),
        "发现问题": Decimal("1.5"),
        "销号": Decimal(4),
        "逾期": Decimal(-1),
    }
    assert units["jia"].total == Decimal("60.5")


def test_a_deduction_has_its_limit_too(units):
    lines = {line.rule.measure: line for line in units["yi"].lines}

    assert (lines["漏报"].count.number, lines["漏报"].points) == (3, Decimal(-5))


def test_every_count_leads_back_to_its_records(units):
    records = {
        line.rule.measure: [key.id for key in line.count.records] for line in units["jia"].lines
    }

    assert records["销号"] == ["z2"]
    assert records["逾期"] == ["z1"]
    assert records["发现问题"] == ["m-jia-2025-01", "m-jia-2025-05"]


def test_the_highest_comes_first_and_no_zero_has_a_minus(library):
    found = assessments(library, 2025)

    assert [one.unit.id for one in found] == ["jia", "yi"]
    assert all(str(line.points) != "-0" for one in found for line in one.lines)
    assert years(library) == (2025,)
