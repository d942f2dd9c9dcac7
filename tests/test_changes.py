"""What is new, changed, taken down and gone since the issue before."""

from hypothesis import given
from hypothesis import strategies as st

from generator.base.reference import Reference
from generator.base.text import Line
from generator.changes import Previous, compare, record_digest
from generator.records.case import Case

KEYS = [Reference("case", name) for name in ("甲", "乙", "丙", "丁")]
TITLES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["一", "二"]))


def case(key: Reference, title: str, former=()) -> Case:
    return Case(id=Line(key.id), title=Line(title), former_ids=former)


def before(titles) -> Previous:
    records = {key: (title, record_digest(case(key, title))) for key, title in titles.items()}
    return Previous("库", "2026-01-01-00000000", "2026-01-01", records)


@given(TITLES, TITLES, st.sets(st.sampled_from(KEYS)))
def test_every_record_is_counted_once_and_nothing_that_stayed(old, new, taken_down):
    taken_down -= new.keys()
    records = {key: case(key, title) for key, title in new.items()}

    changes = compare(before(old), records, sorted(taken_down))

    assert set(changes.new) == new.keys() - old.keys()
    assert set(changes.changed) == {key for key in new.keys() & old.keys() if new[key] != old[key]}
    assert set(changes.withdrawn) == taken_down & old.keys()
    assert changes.gone == len(old.keys() - new.keys() - taken_down)


def test_a_record_that_was_renamed_is_changed_and_not_new():
    old, new = KEYS[:2]
    changes = compare(before({old: "一"}), {new: case(new, "一", (old.id,))}, [])

    assert (changes.new, changes.changed, changes.gone) == ((), (new,), 0)
