"""The search of the finished site: nothing of its index is missing, no result leads nowhere."""

import pytest

from generator.addresses import search_file
from generator.base.finding import Level
from generator.bundle.expected import Expected
from generator.bundle.inspect import inspect, inspect_site
from generator.search.document import Document, Section
from generator.search.files import ROOT, root_script, script
from generator.search.index import build_index

LONG = tuple(f"第{number}段，" + "采购验收要两人以上签字。" * 20 for number in range(40))
SECTIONS = (
    Section("", "", ("开头",)),
    Section("facts", "案情", LONG),
    Section("a15", "第十五条", ("甲",)),
)
DOCUMENTS = [
    Document("library/case/甲.html", "甲", "案例", "case/甲", "", SECTIONS, (("领域", ("教育",)),)),
    Document("guide/a.html", "乙", "页面", "guide/a.md", "", (Section("b", "", ("乙",)),)),
]
PAGES = {
    "index.html": "",
    "library/case/甲.html": '<h2 id="facts">案情</h2><section id="a15">甲</section>',
    "guide/a.html": '<a name="b">乙</a>',
}
INDEX = {search_file(name): raw for name, raw in build_index(DOCUMENTS).items()}
MADE = ["index.md", "library/case/甲.md", "guide/a.md", search_file(ROOT)]
KINDS = ("terms", "texts", "facets", "names")


def of_kind(kind):
    start = f'anjianIndex("{kind}"'
    return sorted(
        name
        for name, raw in INDEX.items()
        if start.encode() in raw or start.encode("utf-16-le") in raw
    )


def look(index=INDEX, pages=PAGES, made=MADE):
    files = {**{name: text.encode() for name, text in pages.items()}, **index}
    return inspect(frozenset(files), sorted(files.items()), Expected.of(made))


def test_a_sound_index():
    assert all(of_kind(kind) for kind in KINDS)
    assert look() == ()


def test_a_site_of_which_no_search_is_expected_needs_none():
    assert look({}, made=MADE[:-1]) == ()


@pytest.mark.parametrize("kind", ["root", *KINDS])
def test_a_file_that_is_missing(kind):
    gone = of_kind(kind)[0]
    (finding,) = look({name: raw for name, raw in INDEX.items() if name != gone})
    assert finding.code == "S317"
    assert gone in finding.message


@pytest.mark.parametrize("kind", ["root", *KINDS])
@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-40] + bytes((raw[-40] ^ 1,)) + raw[-39:],
        lambda _: b"",
        lambda _: script("texts", "foreign")[1],
        lambda _: root_script({"format": 1}),
        lambda _: root_script({"shards": "abc", "texts": None}),
    ],
)
def test_a_file_that_is_not_what_was_written(kind, damage):
    name = of_kind(kind)[0]
    found = look({**INDEX, name: damage(INDEX[name])})
    assert {one.code for one in found} == {"S317"}
    assert any(name in one.message for one in found)


def test_a_file_that_the_index_does_not_name():
    name, raw = script("texts", [])
    (finding,) = look({**INDEX, search_file(f"{name}.js"): raw})
    assert (finding.code, finding.path) == ("S315", f"site/{search_file(f'{name}.js')}")


def test_a_result_whose_page_is_missing():
    pages = {name: text for name, text in PAGES.items() if name != "guide/a.html"}
    found = look(pages=pages)
    assert [one.code for one in found] == ["S314", "S318"]
    assert "guide/a.html" in found[1].message


@pytest.mark.parametrize(
    ("page", "text", "anchor", "level"),
    [
        ("library/case/甲.html", '<p id="facts">', "a15", Level.ERROR),
        # Extensions that a project adds may name the places of hand-written pages otherwise.
        ("guide/a.html", '<p id="c">', "b", Level.WARNING),
    ],
)
def test_a_result_whose_place_is_missing(page, text, anchor, level):
    (finding,) = look(pages={**PAGES, page: text})
    assert (finding.code, finding.path) == ("S318", f"docs/{page[:-4]}md")
    assert f"#{anchor}」" in finding.message
    assert finding.level is level


def test_the_files_of_a_folder(tmp_path):
    for name, raw in {**{page: text.encode() for page, text in PAGES.items()}, **INDEX}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    assert inspect_site(tmp_path, Expected.of(MADE)) == ()

    (tmp_path / of_kind("terms")[0]).write_bytes(b"x")
    assert [one.code for one in inspect_site(tmp_path, Expected.of(MADE))] == ["S317"]
