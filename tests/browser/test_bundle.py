"""A bundle as its reader opens it: the start page from a stick, the site from a server."""

import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from generator.bundle.opened import open_bundle
from generator.bundle.preview_server import PreviewServer
from generator.cli import application
from generator.cli._program import run

pytestmark = pytest.mark.browser
CASE = "library/case/wl-2023-001.html"
START = "打开.html"
WORKS = "可以用"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Path:
    """A bundle of a new project."""
    place = tmp_path_factory.mktemp("资料")
    assert run(application(), ["init", str(place / "库")]) == 0
    path = place / "案例库.zip"
    assert run(application(), ["pack", "--root", str(place / "库"), "-o", str(path)]) == 0
    return path


@pytest.fixture
def folder(bundle, tmp_path) -> Path:
    """The same bundle, unpacked into a folder with a name as people give them."""
    place = tmp_path / "U 盘" / "案例库 第一期"
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(place)
    return place


@pytest.fixture
def start(folder, watched):
    def go(width=1280, **options):
        page = watched(width, **options)
        page.goto((folder / START).as_uri())
        return page

    return go


def results(page):
    page.locator("#tests li").nth(3).wait_for()
    page.wait_for_function("!document.querySelector('#tests').textContent.includes('正在')")
    return page.locator("#tests li").all_inner_texts()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_start_page_says_what_it_is_and_that_all_works(width, start):
    page = start(width)
    told = results(page)

    assert len(told) == 4
    assert all(WORKS in one for one in told), told
    assert "公开版" in page.locator("body").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_leads_to_the_site_where_search_works(start, search):
    page = start()
    page.get_by_role("link", name="打开网站").click()
    page.wait_for_load_state()

    assert page.url.endswith("/site/index.html")
    assert search(page, "活动物资")


def test_it_says_in_words_what_does_not_work(folder, browser):
    shutil.rmtree(folder / "site" / "library" / "search")
    page = browser.new_page()
    page.goto((folder / START).as_uri())
    told = results(page)
    page.close()

    assert any("搜索" in one and WORKS not in one for one in told), told


def test_without_scripts_it_says_so_and_still_leads_on(start):
    page = start(java_script_enabled=False)

    assert "浏览器关闭了脚本" in page.content()
    assert page.get_by_role("link", name="打开网站").is_visible()


@pytest.mark.parametrize("change", ["nothing", "a byte", "a file more", "a file less"])
def test_it_checks_every_file_of_the_folder(change, start, folder):
    page_file = folder / "site/index.html"
    if change == "a byte":
        page_file.write_bytes(page_file.read_bytes()[:-2] + b"!\n")
    elif change == "a file more":
        (folder / "site/多的.html").write_text("甲", "utf-8")
    elif change == "a file less":
        (folder / "site" / CASE).unlink()
    page = start()
    page.locator("#folder").set_input_files(str(folder))
    page.wait_for_function("document.querySelector('#result').textContent.trim() !== ''")
    told = page.locator("#result").inner_text()

    wrong = {"a byte": "site/index.html", "a file more": "site/多的.html", "a file less": CASE}
    count = sum(path.is_file() for path in folder.rglob("*"))
    state = page.locator("#state").inner_text()
    assert (change == "nothing") == (f"{count} 个文件都和打包时一样" in told + state), told + state
    for other, name in wrong.items():
        assert (name in told) == (other == change), told


@pytest.fixture
def served(bundle):
    with open_bundle(bundle, str) as files, PreviewServer(files, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


POLICED = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.refused.push(event.violatedDirective + " " + event.blockedURI);
  });
"""


@pytest.mark.parametrize(
    "path",
    ["index.html", CASE, "library/search.html", "library/case/index.html", "library/rules.html"],
)
def test_every_page_works_under_the_policy_of_the_server(path, served, watched):
    page = watched(offline=False)
    page.add_init_script(POLICED)
    answer = page.goto(served.address + path)
    page.wait_for_load_state("networkidle")
    policy = answer.headers["content-security-policy"]

    assert "unsafe-inline" not in policy
    assert page.evaluate("window.refused") == []


def test_search_clauses_and_colours_work_under_the_policy(served, watched, search):
    page = watched(offline=False)
    page.add_init_script(POLICED)
    page.goto(served.address + CASE)
    assert search(page, "活动物资")
    page.keyboard.press("Escape")
    page.goto(served.address + CASE)
    page.locator("label[for^='__palette']:visible").first.click()

    assert page.evaluate("window.refused") == []
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_a_script_that_somebody_put_into_a_page_does_not_run(bundle, tmp_path, browser):
    folder = tmp_path / "改过"
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    index = folder / "site/index.html"
    text = index.read_text("utf-8")
    index.write_text(text.replace("</body>", "<script>window.ran = 1</script></body>"), "utf-8")
    with open_bundle(folder, str) as files, PreviewServer(files, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        page = browser.new_page()
        page.add_init_script(POLICED)
        page.goto(server.address)
        page.wait_for_load_state("load")
        refused, ran = page.evaluate("[window.refused, window.ran]")
        page.close()
        server.shutdown()
        thread.join()

    assert ran is None
    assert any("script-src" in one for one in refused)


def test_the_issue_stands_at_the_foot_of_each_page_and_on_paper(folder, watched):
    page = watched()
    page.goto((folder / "site" / CASE).as_uri())
    foot = page.locator(".aj-issue")

    assert "公开版" in foot.inner_text()
    page.emulate_media(media="print")
    assert foot.is_visible()
