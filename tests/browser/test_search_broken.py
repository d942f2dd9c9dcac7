"""Files of the index that are cut off, missing or of another kind: told, and no error anywhere."""

import shutil

import pytest

from generator.search.files import read_script
from generator.search.reader import UnreadableIndexError, open_index
from tests.browser.search_site import Site, ask, said, shown

pytestmark = pytest.mark.browser
KINDS = ("terms", "texts", "facets", "names")


@pytest.fixture
def run(indexed, browser, tmp_path):
    """Do harm to files of a copy, and answer from there; the console must stay silent."""
    folder = tmp_path / "坏"
    shutil.copytree(indexed.folder, folder)
    noise = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: noise.append(f"error: {error}"))
    page.on("console", lambda message: noise.append(message.text))

    def answer(text, harm, *names):
        shutil.copytree(indexed.index, folder / "library/search", dirs_exist_ok=True)
        for name in names:
            harm(folder / "library/search" / name)
        page.goto((folder / "index.html").as_uri())
        return Site(folder, indexed.documents), ask(page, text)

    yield answer
    context.close()
    # That is what the browser itself says of a file that is not there.
    assert [one for one in noise if "net::ERR_FILE_NOT_FOUND" not in one] == []


def cut_off(path):
    path.write_bytes(path.read_bytes()[:-301])


def emptied(path):
    path.write_bytes(b"")


def foreign(path):
    """Put a file of another kind in its place: one of its own kind brings what another lacks."""
    kind = _kind(path)
    others = (one for one in sorted(path.parent.iterdir()) if one.name != "root.js")
    shutil.copy(next(one for one in others if _kind(one) not in ("", kind)), path)


def _kind(path):
    for kind in KINDS:
        try:
            read_script(path.read_bytes(), kind, path.stem)
        except ValueError:
            continue
        return kind
    return ""


def missing(path):
    path.unlink()


def newer(path):
    raw = path.read_bytes()
    for code in ("utf-8", "utf-16-le"):
        raw = raw.replace('"format":1'.encode(code), '"format":9'.encode(code))
    path.write_bytes(raw)


def of_kind(site: Site, kind: str) -> list[str]:
    """The names of the files of one kind."""
    found = []
    for name, raw in site.files.items():
        try:
            read_script(raw, kind, name.removesuffix(".js"))
        except ValueError:
            continue
        found.append(name)
    return found


@pytest.mark.parametrize("harm", [cut_off, emptied, foreign, missing])
@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_is_told(indexed, run, kind, harm):
    names = of_kind(indexed, kind)
    assert names
    told = 0
    for text in ("审计机关", "caigou", "年份:2024", "的"):
        site, result = run(text, harm, *names)
        assert shown(result) == said(site.opened, text), text
        assert bool(result["problems"]) == bool(site.opened.broken), text
        for sentence in result["problems"]:
            assert sentence.endswith("请重新复制整个文件夹。")
            told += 1
    assert told


@pytest.mark.parametrize("harm", [cut_off, emptied, foreign, missing])
def test_one_broken_file_leaves_the_others(indexed, run, harm):
    names = [one for kind in ("terms", "texts") for one in of_kind(indexed, kind)[::3]]
    for text in ("审计机关", "采购 验收", "集体决策"):
        site, result = run(text, harm, *names)
        expected = said(site.opened, text)
        assert shown(result) == expected, text
        assert (expected["hits"] and result["problems"]) or expected["state"] == "nothing"


@pytest.mark.parametrize("harm", [cut_off, emptied, foreign, missing, newer])
def test_without_a_root_there_is_one_sentence(run, harm):
    site, result = run("审计机关", harm, "root.js")
    with pytest.raises(UnreadableIndexError, match="索引"):
        open_index(site.files)
    assert (result["state"], result["hits"]) == ("broken", [])
    assert "请从目录查找" in result["message"]
