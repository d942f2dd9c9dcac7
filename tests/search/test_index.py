"""The index of many pages: the same input gives the same bytes, a small change changes little."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.files import ROOT, opened
from generator.search.index import LENGTHS, NORMS, SearchSettings, build_index, length_sign
from generator.search.parts import placed, rows_of
from generator.search.reader import UnreadableIndexError, open_index

SIGNS = (
    "审计机关应当依法对本级各部门下级政府预算执行情况和决算以及其他财政收支进行监督采购合同资金项目"
)


def sentence(random_) -> str:
    return "".join(random_.choices(SIGNS, k=random_.randint(8, 30))) + "。"


def text(random_, sentences: int) -> list[str]:
    return [sentence(random_) for _ in range(sentences)]


@pytest.fixture(scope="module")
def library(page):
    """Three hundred pages, a few of them long enough to be cut, most of them short."""
    random_ = random.Random(4)
    return [
        page(
            f"library/case/{number:03}.html",
            text(random_, 400 if number % 60 == 0 else 12),
            title=sentence(random_)[:12],
            领域=random_.choice(["教育", "医疗", "交通"]),
            年份=str(2000 + number % 20),
            关键词=[sentence(random_)[:3]],
        )
        for number in range(300)
    ]


@pytest.fixture(scope="module")
def built(library):
    return build_index(library)


def test_the_same_pages_give_the_same_bytes(library, built):
    assert build_index([replace(one) for one in library]) == built
    assert build_index(library, previous=built) == built


def test_one_changed_sentence_leaves_most_files_as_they_are(library, built):
    page_ = library[7]
    section = page_.sections[0]
    blocks = (*section.blocks[:5], "完全不同的一句话。", *section.blocks[6:])
    changed = replace(page_, sections=(replace(section, blocks=blocks),))
    made = build_index([*library[:7], changed, *library[8:]], previous=built)
    rewritten = {name for name, content in made.items() if built.get(name) != content}
    assert ROOT in rewritten
    assert len(rewritten) <= len(built) // 2
    kinds = [opened(made[name], name[:-3])[0] for name in rewritten - {ROOT}]
    assert kinds.count("texts") == 1, "one page stands in one file of texts"


def test_a_word_of_one_page_is_found_after_it_was_put_in_and_not_after_it_went(library, built):
    page_ = replace(library[3], sections=(*library[3].sections, *_section("稀罕")))
    made = build_index([*library[:3], page_, *library[4:]], previous=built)
    assert open_index(made).postings("稀罕").slots
    assert not open_index(build_index(library, previous=made)).postings("稀罕").slots


def _section(word):
    from generator.search.document import Section

    return (Section("a", "", (word,)),)


def test_a_new_page_does_not_renumber_most_others(library, page):
    def slots(pages):
        count, first = placed({one.path: len(rows_of(one)) for one in pages})
        return count, first

    count, before = slots(library)
    moved = total = 0
    for number in range(20):
        new_count, after = slots([*library, page(f"library/case/new-{number}.html", "新的")])
        assert new_count == count
        moved += sum(after[path] != start for path, start in before.items())
        total += len(before)
    assert moved < total // 50


@given(st.dictionaries(st.text(max_size=4), st.integers(1, 9), max_size=60))
def test_every_part_has_a_place_of_its_own(pages):
    count, first = placed(pages)
    taken = [slot for path, start in first.items() for slot in range(start, start + pages[path])]
    assert first.keys() == pages.keys()
    assert len(set(taken)) == len(taken) == sum(pages.values())
    assert all(0 <= slot < count for slot in taken)


TEXT = st.text("审计机关采购ab12 。\u2028", max_size=40)
PATHS = [f"p{number}.html" for number in range(150)]
CHANGES = st.dictionaries(
    st.sampled_from([*PATHS[:40], "new-1.html", "new-2.html"]),
    st.none() | st.tuples(TEXT, st.lists(TEXT, max_size=3), st.sampled_from(["教育", "医疗"])),
    max_size=3,
)


def _documents(page, changes):
    random_ = random.Random(5)
    table = {path: (path, [sentence(random_)], "教育") for path in PATHS} | changes
    return [
        page(path, made[1], title=made[0], 领域=made[2])
        for path, made in sorted(table.items())
        if made is not None
    ]


@given(CHANGES, CHANGES, st.booleans())
def test_an_earlier_index_of_other_pages_changes_no_byte(page, before, after, other_settings):
    settings = SearchSettings(synonyms=(("审计", "采购"),))
    old = build_index(_documents(page, before), None if other_settings else settings)
    pages = _documents(page, after)
    assert build_index(pages, settings, old) == build_index(pages, settings)


class Recorded(dict):
    """Files that know which of them were read."""

    def __init__(self, files):
        super().__init__(files)
        self.read = set()

    def __getitem__(self, name):
        self.read.add(name)
        return super().__getitem__(name)


def test_of_the_texts_of_an_earlier_index_only_those_that_changed_are_read(page):
    old = Recorded(build_index(_documents(page, {})))
    build_index(_documents(page, {"p7.html": ("题", ["新的"], "教育")}), previous=old)
    kinds = [opened(old[name], name[:-3])[0] for name in old.read - {ROOT}]
    assert kinds.count("texts") == 1
    assert kinds.count("terms") >= 1, "and the lists of the terms are taken over"


@pytest.mark.parametrize("kind", ["add", "remove", "change", "retitle", "long", "refile"])
def test_one_change_in_many_pages_gives_the_bytes_of_a_new_index(library, built, page, kind):
    pages = list(library)
    if kind == "add":
        pages.append(page("library/case/zzz.html", text(random.Random(1), 9)))
    elif kind == "remove":
        del pages[60]
    elif kind == "change":
        pages[5] = replace(pages[5], sections=pages[6].sections)
    elif kind == "retitle":
        pages[5] = replace(pages[5], title="重庆银行")
    elif kind == "long":
        pages[5] = replace(pages[5], sections=pages[60].sections)
    else:
        pages[5] = replace(pages[5], facets=(("领域", ("环保",)),))
    assert build_index(pages, previous=built) == build_index(pages)


@pytest.fixture(scope="module")
def small(page):
    return _documents(page, {})[:60]


@pytest.fixture(scope="module")
def small_built(small):
    return build_index(small)


@given(st.data())
def test_damaged_files_of_an_earlier_index_change_no_byte(small, small_built, page, data):
    pages = [*small[:-1], replace(small[-1], title="另一个标题")]
    old = dict(small_built)
    names = sorted(old)
    chosen = st.just(ROOT) | st.sampled_from(names)
    for name in data.draw(st.lists(chosen, min_size=1, max_size=4, unique=True)):
        raw = old[name]
        how = data.draw(st.sampled_from(["lost", "cut", "flip", "foreign", "other", "empty"]))
        if how == "lost":
            del old[name]
        elif how == "cut":
            old[name] = raw[: data.draw(st.integers(0, len(raw)))]
        elif how == "flip":
            at = data.draw(st.integers(0, len(raw) - 1))
            old[name] = raw[:at] + bytes([raw[at] ^ (1 << data.draw(st.integers(0, 7)))])
            old[name] += raw[at + 1 :]
        elif how == "foreign":
            old[name] = data.draw(st.binary(max_size=30))
        elif how == "other":
            old[name] = small_built[data.draw(st.sampled_from(names))]
        else:
            old[name] = b""
    assert build_index(pages, previous=old) == build_index(pages)


def test_one_wrong_sign_in_the_lengths_of_an_earlier_root_changes_no_byte(small, small_built):
    raw = small_built[ROOT]
    root = open_index(small_built)._root["norms"]
    sign = next(one for one in root if one != " ")
    other = NORMS[-1] if sign != NORMS[-1] else NORMS[0]
    wrong = root.replace(sign, other, 1)
    for encoding in ("utf-8", "utf-16-le"):
        if root.encode(encoding) in raw:
            damaged = raw.replace(root.encode(encoding), wrong.encode(encoding))
            break
    assert damaged != raw
    pages = [*small[:-1], replace(small[-1], title="另一个标题")]
    made = build_index(pages, previous={**small_built, ROOT: damaged})
    assert made == build_index(pages)


@given(st.integers(0, 100_000), st.booleans())
def test_the_sign_of_a_length_is_near_it(length, further):
    level, second = divmod(NORMS.index(length_sign(length, int(further))), 2)
    assert bool(second) is further
    assert all(abs(LENGTHS[level] - length) <= abs(one - length) for one in LENGTHS)


def test_no_pages_give_an_index_that_opens():
    index = open_index(build_index([]))
    assert index.parts == 0
    assert not index.postings("甲").slots


@pytest.mark.parametrize("raw", [b"", b"anjianIndex", b"\xff\xfe\x00", "甲".encode()])
def test_an_index_without_a_sound_root_is_one_sentence(built, raw):
    with pytest.raises(UnreadableIndexError, match="请重新生成"):
        open_index({**built, ROOT: raw})
    with pytest.raises(UnreadableIndexError, match="先用 anjian generate"):
        open_index({})
