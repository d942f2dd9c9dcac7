"""Each result is worked out once, for this object and no other, and forgotten with it."""

import gc

from generator.base.by_identity import by_identity


class Thing:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return True

    __hash__ = None


def test_once_for_each_object_even_where_they_are_equal():
    asked = []

    @by_identity
    def shout(thing):
        asked.append(thing.name)
        return thing.name.upper()

    one, other = Thing("a"), Thing("b")

    assert [shout(one), shout(other), shout(one)] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_an_object_that_is_gone_is_forgotten():
    made = by_identity(lambda thing: thing.name)
    for name in "abc":
        thing = Thing(name)
        assert made(thing) == name
        del thing
        gc.collect()
