"""Small real sites and what is made of them, word for word.

`sites/<name>/` is a project; `expected/` in it holds every page of the public edition, and
`internal.diff`, `lecturer.diff` what the other editions change in these pages, where the site
is about editions. Browser files, the search index, exports and the list of rules are left out:
they have tests of their own. GOLDEN=write rewrites; an expected file that nothing makes is a
failure.
"""

import difflib
import os
from datetime import date
from pathlib import Path

import pytest

from generator.build import check, generate
from generator.disk import read_project

SITES = Path(__file__).resolve().parent / "sites"
NAMES = sorted(path.name for path in SITES.iterdir() if path.is_dir())
_ELSEWHERE = ("library/assets/", "library/search/", "library/exports/", "library/rules.md")


def pages(name: str, edition: str) -> dict[str, str]:
    """Every page of one edition by path."""
    done = check(read_project(SITES / name), date(2026, 1, 1))
    assert not done.stops, [one.line() for one in done.findings]
    made = generate(done, edition).files
    return {
        path: content.decode() for path, content in made.items() if not path.startswith(_ELSEWHERE)
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_page_word_for_word(name, golden):
    made = pages(name, "public")
    folder = SITES / name / "expected"
    written = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    unused = {path for path in written if path not in made}
    if os.environ.get("GOLDEN") == "write":
        for path in unused:
            written[path].unlink()
        unused = set()

    assert not unused, "expected, but nothing makes them"
    for path, text in made.items():
        golden(folder / path, text)


@pytest.mark.parametrize("edition", ["internal", "lecturer"])
def test_what_the_other_editions_change(edition, golden):
    public, other = pages("editions", "public"), pages("editions", edition)
    lines: list[str] = []
    for path in sorted(public | other):
        before, after = public.get(path, ""), other.get(path, "")
        lines += difflib.unified_diff(
            before.splitlines(), after.splitlines(), path, path, n=0, lineterm=""
        )

    golden(SITES / "editions" / f"{edition}.diff", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("name", NAMES)
def test_every_site_is_there_for_a_reason(name):
    files = {path.name for path in (SITES / name).iterdir()}

    assert {"mkdocs.yml", "expected"} <= files
