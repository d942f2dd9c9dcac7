"""What is shipped to browsers: listed, unchanged, with its licence, and fetching nothing."""

import hashlib
import re

import pytest

from generator.base.document import read_document
from generator.base.node import plain_value
from generator.web import BUNDLES, SLIDES

ROW = re.compile(
    r"^\| ([^|]+) \| ([^|]+) \| ([\d.]+) \| ([^|]+) \| ([0-9a-f]{64}) \|$", re.MULTILINE
)


def test_the_settings_name_the_bundles_and_nothing_else_of_ours(root):
    node, _ = read_document((root / "mkdocs.yml").read_text("utf-8"), "mkdocs.yml", tags=True)
    settings = plain_value(node)
    listed = [
        *settings["extra_css"],
        *settings["extra_javascript"],
        *settings["extra"]["polyfills"],
    ]
    names = [name.removeprefix("library/assets/") for name in listed]
    assert sorted(name for name in names if not name.startswith("vendor/")) == sorted(BUNDLES)


def test_every_script_and_sheet_is_in_one_bundle(root):
    ours = sorted(
        path.name
        for pattern in ("*.css", "*.js", "*.svg")
        for path in (root / "generator/web").glob(pattern)
    )
    shipped = [part for parts in (BUNDLES | SLIDES).values() for part in parts]
    assert sorted(part for part in shipped if "/" not in part) == ours


@pytest.mark.parametrize("folder", ["generator/web/vendor", "tests/vendor"])
def test_third_party_files_are_those_of_their_table(folder, root):
    place = root / folder
    rows = {row[0].strip(): row for row in ROW.findall((place / "README.md").read_text("utf-8"))}
    files = {path.name for path in place.iterdir() if path.suffix in {".js", ".cjs", ".css"}}
    assert set(rows) == files
    for name, (_, _, _, licence, digest) in rows.items():
        assert hashlib.sha256((place / name).read_bytes()).hexdigest() == digest
        named = re.search(r"[\w.-]+\.LICENSE", licence)
        assert named is not None
        assert (place / named[0]).is_file()
