"""The documents for OpenSearch and Elasticsearch: lines as the bulk API documents them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.document import Section
from generator.search.opensearch import INDEX, bulk, mapping

ANY = st.text()


def pairs(lines: str) -> list[tuple[dict, dict]]:
    """The actions with their sources, checked line by line.

    The bulk API: one JSON object a line, an action and a source by turns, `\\n` after the last.
    """
    assert lines.endswith("\n")
    assert "\r" not in lines
    single = lines.split("\n")[:-1]
    assert len(single) % 2 == 0
    values = [json.loads(line) for line in single]
    assert all(isinstance(one, dict) for one in values)
    return list(zip(values[::2], values[1::2], strict=True))


def check_fields(source: dict, properties: dict) -> None:
    assert source.keys() <= properties.keys()
    for name, value in source.items():
        inner = properties[name].get("properties")
        if inner is None:
            values = value if isinstance(value, list) else [value]
            assert all(isinstance(one, str) for one in values)
        else:
            for one in value:
                check_fields(one, inner)


@pytest.fixture(scope="module")
def lines(reference_documents) -> str:
    return bulk(reference_documents)


def test_each_pair_is_an_action_and_a_source_for_every_page(lines, reference_documents):
    made = pairs(lines)
    assert len(made) == len(reference_documents) > 50
    for (action, source), document in zip(made, reference_documents, strict=True):
        assert action == {"index": {"_index": INDEX, "_id": document.path}}
        assert source["path"] == document.path
        assert source["title"] == document.title


def test_every_field_is_in_the_mapping_and_has_its_type(lines):
    properties = mapping()["mappings"]["properties"]
    used = set()
    for _, source in pairs(lines):
        check_fields(source, properties)
        used |= source.keys()
    assert used == properties.keys(), "the library that ships uses every field"


def test_an_id_is_short_enough_and_loading_twice_replaces(lines, reference_documents):
    ids = [action["index"]["_id"] for action, _ in pairs(lines)]
    assert len(set(ids)) == len(ids)
    assert all(0 < len(one.encode()) <= 512 for one in ids)
    assert bulk(reference_documents) == lines


def test_every_word_of_a_page_is_in_its_fields(page):
    sections = [Section("s1", "一节", ("甲", "乙")), Section("s2", "", ("丙",))]
    document = page("a.html", sections=sections, title="题", 领域=["教育", "医疗"], 依据="《法》")
    ((_, source),) = pairs(bulk([document]))
    assert source["text"] == "一节\n甲\n乙\n丙"
    assert source["sections"] == [
        {"anchor": "s1", "heading": "一节", "text": "甲\n乙"},
        {"anchor": "s2", "heading": "", "text": "丙"},
    ]
    assert (source["industry"], source["cited"]) == (["教育", "医疗"], ["《法》"])


def test_no_pages_give_no_lines():
    assert bulk([]) == ""


@given(st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=4))
def test_no_text_breaks_a_line(page, texts):
    documents = [page(path, text, title=title) for path, text, title in texts]
    for (action, source), (path, text, title) in zip(pairs(bulk(documents)), texts, strict=True):
        assert action["index"]["_id"] == path
        assert (source["title"], source["sections"][0]["text"]) == (title or path, text)
