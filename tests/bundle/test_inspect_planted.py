"""Many mistakes planted in one small site: each is found, in the file that has to be changed."""

import os

import pytest

from generator.bundle.expected import Expected
from generator.bundle.inspect import inspect, inspect_site
from generator.disk import DiskError

THEME = '<script src="assets/javascripts/bundle.js"></script><script src="library/assets/a.js">'
OUT = "out.example"
SOUND = {
    "index.html": '<h1 id="a">甲</h1><a href="guide/a.html">乙</a><img src="图.png" alt="图">'
    '<script src="assets/javascripts/bundle.js"></script>',
    "guide/a.html": '<h2 id="b">乙</h2><a href="../index.html#a">甲</a>'
    '<svg viewBox="0 0 1 1"><path fill="url(#p)" d="M0 0"/><pattern id="p"/></svg>',
    "library/case/x.html": '<a href="../../guide/a.html#b">乙</a>',
    "assets/javascripts/bundle.js": f'load("https://{OUT}/mermaid.js")',
    "library/assets/a.js": 'make("http://www.w3.org/2000/svg"); a = "x // y"; // "z',
    "css/a.css": "@namespace url(http://www.w3.org/1999/xhtml); a{background:url(../图.png)}",
    "图.png": "",
    "IMG/B.png": "",
    "site.webmanifest": '{"icons": [{"src": "图.png"}]}',
}
GIVEN = [
    "index.md",
    "guide/a.md",
    "library/case/x.md",
    "css/a.css",
    "图.png",
    "IMG/B.png",
    "site.webmanifest",
]
RECORDS = {"library/case/x.md": "cases/建设/x.yaml"}

IN_A_PAGE = [
    ("S311", f'<link rel="preconnect" href="https://1.{OUT}">'),
    ("S311", f'<link rel="dns-prefetch" href="//2.{OUT}">'),
    ("S311", f'<link rel="modulepreload" href="https://{OUT}/3.js">'),
    ("S311", f'<link rel="preload" imagesrcset="../图.png 1x, https://{OUT}/4.png 2x">'),
    ("S311", f'<link rel="manifest" href="https://{OUT}/a.webmanifest">'),
    ("S311", f'<img alt="图" srcset="../图.png 1x, https://{OUT}/b.png 2x">'),
    ("S311", f'<video poster="https://{OUT}/c.png"></video>'),
    ("S311", f'<audio><source src="https://{OUT}/d.mp3"></audio>'),
    ("S311", f'<track src="https://{OUT}/e.vtt">'),
    ("S311", f'<svg><use href="https://{OUT}/f.svg#a"/></svg>'),
    ("S311", f'<svg><rect fill="url(https://{OUT}/g.svg#a)"/></svg>'),
    ("S311", f'<svg><g filter="url(//{OUT}/h.svg#a)"/></svg>'),
    ("S311", f"<p style=\"background: image-set('../图.png' 1x, 'https://{OUT}/i.png' 2x)\">"),
    ("S311", f"<style>@import 'https://{OUT}/j.css'</style>"),
    ("S311", f"<style>a{{background:\\75 rl(https://{OUT}/k.png)}}</style>"),
    ("S311", f'<meta http-equiv="refresh" content="1;url=https://{OUT}/l">'),
    ("S312", '<a href="nowhere.html">x</a>'),
    ("S312", '<a href="/index.html">x</a>'),
    ("S312", '<img alt="图" src="../没有.png">'),
    ("S313", '<a href="../index.html#nowhere">x</a>'),
    ("S316", "<script>alert(2)</script>"),
    ("S316", '<p onclick="alert(1)">'),
    ("S316", '<a href="javascript:alert(1)">x</a>'),
    ("S316", '<iframe src="../index.html"></iframe>'),
    ("S333", '<img src="../图.png">'),
    ("S333", '<img src="../IMG/B.png" alt="　">'),
    ("S333", '<map><area href="a.html"></map>'),
    ("S333", '<input type="image" src="../css/a.css">'),
]
IN_A_FILE = [
    ("S311", "css/b.css", f"a{{background:url( //{OUT}/aa.png )}}"),
    ("S311", "css/c.CSS", f'@import "https://{OUT}/bb.css";'),
    ("S311", "js/a.js", f"fetch('https://{OUT}/' + x)"),
    ("S311", "js/b.js", f"new WebSocket(`wss://3.{OUT}`)"),
    ("S311", "js/c.js", 'importScripts("https:\\/\\/" + host)'),
    ("S311", "js/d.mjs", f'import x from "//{OUT}/d.js"'),
    ("S311", "js/e.js", f'a = "{"https://" + OUT + "/" + "x" * 300}"'),
    ("S311", "js/f.js", f'a = "\\x68ttps://4.{OUT}"'),
    ("S311", "assets/javascripts/own.js", f'a = "https://{OUT}/own.js"'),
    ("S311", "app.webmanifest", f'{{"icons": [{{"src": "https://{OUT}/app.png"}}]}}'),
    ("S311", "a.svg", f'<?xml-stylesheet href="https://{OUT}/svg.css"?><svg/>'),
    ("S316", "b.SVG", "<svg><script>alert(1)</script></svg>"),
    ("S315", "c.docx.bak", ""),
    ("S315", "search/search_index.json", "{}"),
    ("S331", "com¹.txt", ""),
    ("S331", "a/CON.tar.gz", ""),
    ("S331", "a|b.png", ""),
    ("S331", "末尾 /c.png", ""),
    ("S331", "img/b.png", ""),
    ("S331", "长" * 86, ""),
    ("S331", "/".join("长" * 30 for _ in range(7)), ""),
]


def look(files, given=GIVEN, sizes=None):
    expected = Expected.of(given, (), THEME + "</script>", (), RECORDS)
    texts = [(name, text.encode()) for name, text in files.items() if expected.is_read(name)]
    return [(one.code, one.path) for one in inspect(frozenset(files), texts, expected, sizes)]


def test_a_site_without_a_mistake():
    assert look(SOUND, sizes=dict.fromkeys(SOUND, 1 << 20)) == []


@pytest.mark.parametrize(("code", "mistake"), IN_A_PAGE)
def test_one_mistake_on_a_hand_written_page_and_on_that_of_a_record(code, mistake):
    page = SOUND["guide/a.html"] + mistake
    record = SOUND["library/case/x.html"] + mistake.replace("../", "../../")

    assert look({**SOUND, "guide/a.html": page}) == [(code, "docs/guide/a.md")]
    assert (code, "cases/建设/x.yaml") in look({**SOUND, "library/case/x.html": record})


@pytest.mark.parametrize(("code", "name", "text"), IN_A_FILE)
def test_one_mistake_in_another_file(code, name, text):
    files = {**SOUND, name: text}

    assert look(files, [*GIVEN, name]) == [(code, f"docs/{name}")]
    if not name.startswith("assets/javascripts/"):
        assert look(files) == [(code, f"site/{name}")]


def test_all_of_them_at_once():
    pages = {f"guide/{number}.html": text for number, (_, text) in enumerate(IN_A_PAGE)}
    files = {name: text for _, name, text in IN_A_FILE}
    given = [*GIVEN, *files, *(name.replace(".html", ".md") for name in pages)]
    planted = [(code, f"docs/{name}") for code, name, _ in IN_A_FILE]
    planted += [(code, f"docs/guide/{number}.md") for number, (code, _) in enumerate(IN_A_PAGE)]

    found = look({**SOUND, **pages, **files, "guide/a.html": ""}, given, {"图.png": 5 << 30})

    assert set(planted) - set(found) == set()
    assert ("S332", "docs/图.png") in found
    assert len(planted) > 45


def test_a_folder_of_the_site_that_cannot_be_read_is_not_passed_over(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<p>a</p>", "utf-8")
    scan = os.scandir

    def broken(path):
        if str(path).endswith("a"):
            raise OSError(5, "I/O error")
        return scan(path)

    monkeypatch.setattr(os, "scandir", broken)
    with pytest.raises(DiskError, match="磁盘读写出错"):
        inspect_site(tmp_path, Expected.of(["index.md"]))
