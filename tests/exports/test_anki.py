"""Anki: what its own database holds, and that a rebuild renews cards and doubles none."""

import io
import json
import sqlite3
import zipfile

import pytest

from tests.exports.quiz_library import ALL, FILES, exported

LESSON, WHOLE = "anki/ja-yi-测验.apkg", "anki/题库.apkg"


@pytest.fixture
def opened(tmp_path):
    """Read a package: the notes by id of the question, the decks and the models."""

    def read(raw):
        path = tmp_path / "collection.anki2"
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            path.write_bytes(archive.read("collection.anki2"))
            assert json.loads(archive.read("media")) == {}
        base = sqlite3.connect(path)
        try:
            notes = base.execute(
                "select flds, guid, mid, tags, id from notes order by id"
            ).fetchall()
            cards = base.execute("select nid, did from cards").fetchall()
            models, decks = base.execute("select models, decks from col").fetchone()
        finally:
            base.close()
        names = [field["name"] for field in next(iter(json.loads(models).values()))["flds"]]
        found = {}
        for fields, guid, model, tags, number in notes:
            one = dict(zip(names, fields.split("\x1f"), strict=True))
            deck = {deck for note, deck in cards if note == number}
            found[one["编号"]] = {**one, "guid": guid, "model": model, "tags": tags, "decks": deck}
        return found, json.loads(decks), json.loads(models)

    return read


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "anki")


def test_every_question_is_one_card_of_its_deck(files, opened):
    notes, decks, models = opened(files[LESSON])

    assert list(notes) == ALL
    deck = {number: one["name"] for number, one in decks.items() if number != "1"}
    assert list(deck.values()) == ["试验库::一课：变更与验收"]
    assert {str(number) for one in notes.values() for number in one["decks"]} == set(deck)
    assert {str(one["model"]) for one in notes.values()} == set(models)


def test_a_card_asks_and_answers(files, opened):
    notes, _, _ = opened(files[LESSON])

    assert [one["答案"] for one in notes.values()] == [
        "D. a -&gt; b &lt;i&gt;",
        "A. 甲<br>B. 乙<br>D. 丁",
        "错",
        "400 或 四百<br>公开招标 或 =公开 {招} 标",
        "%甲方",
        "<p>一是没有比价；二是=没有验收。</p>",
        "提出-&gt;变更 —— 合并计算<br>验收 —— 钻芯",
        "<ol><li>提出</li><li>收方</li><li>审批</li><li>付款</li></ol>",
    ]
    one = notes["q-danxuan"]
    assert "<li>=先 {比} 较</li>" in one["选项"]
    assert "<strong>先比较</strong>" in one["解析"]
    assert "&lt;b&gt;不是标签&lt;/b&gt;" in one["题干"]
    assert one["tags"].split() == ["难度：难", "采购", "[括号]", "工程/建设"]


def test_a_changed_text_renews_the_card_and_doubles_none(checked, files, opened):
    bank = FILES["materials/questions/bank.yaml"]
    changed = bank.replace("签字就能证明事情发生过", "签字就能证明事情没有发生过")
    before, *ids = opened(files[LESSON])
    again = exported(checked, "anki", FILES | {"materials/questions/bank.yaml": changed})
    after, *ids_after = opened(again[LESSON])

    assert before["q-panduan"]["题干"] != after["q-panduan"]["题干"]
    assert [one["guid"] for one in before.values()] == [one["guid"] for one in after.values()]
    assert [sorted(one) for one in ids] == [sorted(one) for one in ids_after]


def test_a_question_is_the_same_card_in_the_deck_of_all(files, opened):
    lesson, decks, _ = opened(files[LESSON])
    whole, all_decks, _ = opened(files[WHOLE])

    assert {name: one["guid"] for name, one in lesson.items()} == {
        name: one["guid"] for name, one in whole.items()
    }
    assert len({one["guid"] for one in whole.values()}) == len(ALL)
    assert set(decks) != set(all_decks)


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "anki", dict(reversed(FILES.items()))) == files
