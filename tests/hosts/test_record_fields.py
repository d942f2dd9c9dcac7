"""Whatever stands in any field of any kind of record comes out as text on every page."""

import json
import re
import shutil
from datetime import date

import pytest

from generator.base.document import read_document
from generator.base.finding import Level
from generator.base.node import plain_value
from generator.build import check
from generator.disk import read_project
from generator.records import all_kinds
from tests.hosts.reader import read
from tests.hosts.test_hand_written_pages import SLIDES

PAYLOADS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</title><svg onload=alert(1)>\" onmouseover=\"alert(1)' onfocus='alert(1)",
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} <iframe srcdoc=x>",
)
FOLDERS = ("cases", "policies", "materials", "ledgers")
KEPT = {"编号", "范围", "状态", "条", "转到"}
"""Fields whose own words decide whether there is a page at all, or a way to a card."""

LINKS = {"相关案例", "先修", "延伸", "单位", "测验", "决策情景", "讲师"}
"""Fields that lead to other records, which are not here."""

MAY_LEAD = {"案例", "教案"}
"""Fields that do so in some kinds and hold groups of texts in others."""


UNITS = {
    *("单位", "牵头单位", "成员单位", "责任单位", "参加单位", "被巡察单位", "承办"),
    *("派驻机构", "导师单位", "学员单位"),
}
GONE = {"整改", "台账", "漏洞", "案例"}
NEEDS_UNIT = {"问题", "月份", "责任"}
"""What only stands in rows that must name a unit."""


class Hostile:
    """The records of a project with a payload in every text that may hold one."""

    def __init__(self, root):
        self.root = root
        self.spared: set[int] = set()
        self.leaves = 0
        self.data = {}
        for folder in FOLDERS:
            for path in sorted((root / folder).rglob("*.yaml")):
                node, _ = read_document(path.read_text("utf-8"), path.name)
                data = plain_value(node)
                for row in data if isinstance(data, list) else [data]:
                    for name in (LINKS | MAY_LEAD) & row.keys():
                        if name in LINKS or _leads(row[name]):
                            del row[name]
                    for one in row.get("教案", []):
                        one["教案"] = next((root / "materials/lessons").glob("*.yaml")).stem
                self.data[path] = data
        unit = next(self.data[path][0]["编号"] for path in self.data if "units" in path.parts)
        for path, data in self.data.items():
            if "ledgers" in path.parts and "units" not in path.parts:
                self.data[path] = self.alone(data, unit)

    def alone(self, value, unit):
        """A ledger that leads to one unit and to no other record."""
        if isinstance(value, list):
            return [self.alone(one, unit) for one in value]
        if not isinstance(value, dict):
            return value
        kept = {name: one for name, one in value.items() if name not in GONE}
        return {
            name: ([unit] if isinstance(one, list) else unit)
            if name in UNITS and not isinstance(one, dict)
            else self.alone(one, unit)
            for name, one in kept.items()
        } | ({"单位": unit} if NEEDS_UNIT & value.keys() else {})

    def infected(self, value, key=""):
        if isinstance(value, dict):
            return {name: self.infected(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [self.infected(one, key) for one in value]
        if key in KEPT:
            return value
        self.leaves += 1
        if self.leaves in self.spared:
            return value
        return f"{value} ⟦{self.leaves}⟧{PAYLOADS[self.leaves % len(PAYLOADS)]}"

    def write(self):
        self.leaves = 0
        for path, data in self.data.items():
            path.write_text(json.dumps(self.infected(data), ensure_ascii=False, indent=1), "utf-8")

    def settle(self):
        """Take the payload out of fields that refuse it: dates, words from lists, references."""
        for _ in range(10):
            self.write()
            findings = check(read_project(self.root), date(2026, 1, 1)).findings
            errors = [one for one in findings if one.level is Level.ERROR]
            if not errors:
                return
            spared = len(self.spared)
            for one in errors:
                lines = (self.root / one.path).read_text("utf-8").splitlines()
                near = lines[one.place.line - 1 : one.place.line + 3]
                found = re.search(r"⟦(\d+)⟧", "\n".join(near))
                # What refers to a record that is refused has no payload itself.
                self.spared.update({int(found[1])} if found else ())
            assert len(self.spared) > spared, "\n".join(one.line() for one in errors)
        raise AssertionError("\n".join(one.line() for one in errors))


def _leads(value) -> bool:
    """Whether a field holds references and nothing beside them."""
    return not any(isinstance(one, dict) for one in value)


@pytest.fixture(scope="module")
def hostile(root, small_project, render, tmp_path_factory):
    """One record of every kind from the reference library, as far as they hang together."""
    project = shutil.copytree(small_project, tmp_path_factory.mktemp("攻击") / "案例库")
    for kind in all_kinds().values():
        folder = root / kind.folder
        source = next(iter(sorted(folder.rglob("*.yaml"))), None)
        if source is not None and not any((project / kind.folder).rglob("*.yaml")):
            target = project / kind.folder / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    records = Hostile(project)
    records.settle()
    return records, render(project, tmp_path_factory.mktemp("成品") / "site", "internal")


def test_most_fields_take_any_text(hostile):
    records, _ = hostile
    assert records.leaves - len(records.spared) > 100
    assert len(records.spared) < records.leaves / 2


def test_nothing_of_any_field_runs(hostile):
    _, site = hostile
    scripts = len(read(site.folder / "guide/readers.html").scripts)
    pages = [path for path in site.folder.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 20
    for page in pages:
        reader = read(page)
        assert reader.bad == [], page
        assert len(reader.scripts) in {0, scripts} or reader.scripts == SLIDES, page


def test_the_text_is_there_to_be_read(hostile):
    _, site = hostile
    text = "".join(path.read_text("utf-8") for path in (site.folder / "library").rglob("*.html"))
    assert "&lt;script&gt;alert(1)" in text
    assert "{{ 7*7 }}" in text


def test_the_inspection_and_mkdocs_have_nothing_to_say(hostile):
    _, site = hostile
    assert (site.said, site.found) == ((), ())
