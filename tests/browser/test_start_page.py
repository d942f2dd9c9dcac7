"""打开.html on an editor's desk: by keyboard, in the dark, and with every mistake in picking."""

import hashlib
import random
from pathlib import Path

import pytest

from tests.bundle.bundles import issue, two_issues, write_files

pytestmark = pytest.mark.browser
START = "打开.html"
PARTS = Path(__file__).parents[2] / "generator/web/start"


@pytest.fixture
def folder(tmp_path) -> Path:
    return write_files(tmp_path / "U 盘" / "第 一 期", issue(tmp_path / "站"))


@pytest.fixture
def checked(watched):
    """Open the page of a bundle, pick a folder and return what is said in the end."""

    def run(folder: Path, pick: Path) -> str:
        page = watched()
        page.goto((folder / START).as_uri())
        page.locator("#folder").set_input_files(str(pick))
        page.wait_for_function(
            "/核对完了|选的文件夹/.test(document.getElementById('state').textContent)"
        )
        return page.locator("[aria-labelledby=check]").inner_text()

    return run


def test_its_sums_are_those_of_python(watched, tmp_path):
    """At every length around the edges of a block, and for pieces of any size."""
    chance = random.Random(5)
    texts = [chance.randbytes(size) for size in (*range(140), 1000, 70_001)]
    page = watched()
    page.goto("about:blank")
    # In braces, or what it makes, a class, would be called as a function.
    page.evaluate(f"() => {{ {(PARTS / 'sha256.js').read_text('utf-8')} }}")
    found = page.evaluate(
        """(texts) => texts.map(([text, size]) => {
          const sha = new window.anjianSha256();
          const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
          for (let at = 0; at < bytes.length; at += size) {
            sha.add(bytes.subarray(at, at + size));
          }
          return sha.hex();
        })""",
        [[_base64(text), chance.randint(1, 200)] for text in texts],
    )
    assert found == [hashlib.sha256(text).hexdigest() for text in texts]


def _base64(raw: bytes) -> str:
    from base64 import b64encode

    return b64encode(raw).decode()


def test_a_sound_folder_is_all_right(checked, folder):
    said = checked(folder, folder)
    assert "个文件都和打包时一样" in said
    assert not any(word in said for word in ("缺少", "改动：", "多出"))


def test_the_folder_around_it_will_do(checked, folder):
    assert "个文件都和打包时一样" in checked(folder, folder.parent)


def test_a_folder_inside_it_is_the_wrong_one(checked, folder):
    said = checked(folder, folder / "site")
    assert "请选「打开.html」所在的那个文件夹" in said
    assert "都和打包时一样" not in said


def test_what_is_wrong_is_listed_by_kind(checked, folder):
    (folder / "site/index.html").write_text("改", "utf-8")
    (folder / "site/library/search.html").unlink()
    (folder / "多 的.docx").write_text("多", "utf-8")
    sums = folder / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes().replace(b"a", b"b", 1))

    said = checked(folder, folder)

    assert "改动：2 个" in said
    assert "site/index.html" in said
    assert "SHA256SUMS\n" in said
    assert "缺少：1 个" in said
    assert "site/library/search.html" in said
    assert "多出：1 个" in said
    assert "多 的.docx" in said


def test_after_a_delta_by_hand_it_lists_the_files_that_should_go(checked, tmp_path):
    old, new, delta = two_issues(tmp_path)
    folder = write_files(write_files(tmp_path / "库", old), delta)
    gone = sorted(old.keys() - new.keys())

    said = checked(folder, folder)

    assert "资料包的文件都对，但多出了别的文件" in said
    assert f"多出：{len(gone)} 个" in said
    assert all(name in said for name in gone)
    for name in gone:
        (folder / name).unlink()
    assert "个文件都和打包时一样" in checked(folder, folder)


def test_everything_is_reached_and_pressed_by_keyboard(watched, folder):
    page = watched()
    # Before the page is there: asked for later, the key may be pressed before anybody listens.
    page.on("filechooser", lambda chooser: chooser.set_files(str(folder)))
    page.goto((folder / START).as_uri())
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
    assert reached == ["打开网站", "搜索", "选「打开.html」所在的文件夹"]
    page.keyboard.press("Enter")
    page.locator(".good strong").wait_for()
    assert page.evaluate("document.activeElement.id") == "result"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_can_be_read_in_light_and_dark_on_any_width(watched, folder, root, scheme, width):
    (folder / "site/index.html").write_text("改", "utf-8")
    (folder / "多 的.docx").write_text("多", "utf-8")
    page = watched(width, scheme=scheme)
    page.goto((folder / START).as_uri())
    page.locator("#folder").set_input_files(str(folder))
    page.locator(".bad strong").wait_for()
    page.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run().then((all) => all.violations.map((one) => one.id))")

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (scheme == "dark")
