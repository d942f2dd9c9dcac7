"""Nothing that an edition leaves out is in the finished site, whatever way it might have taken."""

import base64
import gzip
import io
import json
import zipfile
from dataclasses import replace
from urllib.parse import quote

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

import generator.editions
import generator.facets
import generator.pages.home
import generator.search.site_index
from generator.build import generate
from generator.bundle.leaks import find_leaks
from generator.bundle.needles import Needles, plainly
from generator.bundle.staging import staged_files
from generator.disk import DiskError
from generator.hidden_texts import HiddenText

SENTENCE = "钱款由司机分三次送到仓库后面的值班室里"
TITLE = "望鹤镇粮库虚增损耗案"
SHORT = "虚增损耗"
ANSWER = "先问保管员为什么两本账对不上"
HIDDEN = f"""
标题: {TITLE}
范围: 内部
领域: 教育
关键词: [{SHORT}]
处理时间: 2022-05
相关案例: [kept-case]
基本案情: |
  {SENTENCE}，后来被发现。

  - **重点**在 2021年3月。
讨论题: [{{题目: 粮库该怎么交接, 参考: 双人双锁}}]
审核: {{采集人: 申屠某某}}
"""
FILES = {
    "cases/kept-case.yaml": f"""
标题: 公开的采购案
范围: 公开
领域: 教育
处理时间: 2021-05
相关案例: [hidden-case]
要点: 见[这里](case/hidden-case)。
讨论题: [{{题目: 怎么办, 参考: {ANSWER}}}, {{题目: 对不对, 参考: 对}}]
""",
    "cases/hidden-case.yaml": HIDDEN,
    "materials/lessons/kept-lesson.yaml": """
标题: 公开的课
范围: 公开
案例: [kept-case, hidden-case]
教学步骤: [{环节: 导入, 分钟: 45, 教员: 这里停两分钟再往下讲}]
""",
    "docs/guide.md": "# 说明\n\n怎么用。\n",
    "docs/closed.md": "# 只给内部看的说明\n\n值班电话另行通知各单位联络员。\n",
}
CONFIGURATION = """site_name: 试验库
extra:
  anjian:
    非公开页面: [closed.md]
"""


@pytest.fixture(scope="module")
def done(checked):
    return checked(FILES, CONFIGURATION)


@pytest.fixture
def made(done):
    return lambda: generate(done, "public")


@pytest.fixture
def look(done, tmp_path):
    """Lay the files of an edition out as a site, with more files, and look for leaks."""

    def run(result, more=None):
        site = tmp_path / "site"
        for name, content in {**staged_files(result), **(more or {})}.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return find_leaks(done.library, result, site)

    return run


def told(findings):
    return {one.code for one in findings if one.level.label == "错误"}


def test_a_sound_site_says_nothing(made, look):
    assert look(made()) == ()


def test_what_is_found_says_which_record_and_which_file(made, look):
    (found,) = look(made(), {"a.html": f"<p>{SENTENCE}</p>"})

    assert found.path == "site/a.html"
    assert "case/hidden-case的「基本案情」" in found.message
    assert SENTENCE not in found.message


def _zip(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _docx(text):
    document, out = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


HALF = SENTENCE[3:15]
"""Twelve signs, no more."""

WRITTEN = {
    "as it is": {"a.html": f"<p>说{HALF}的</p>"},
    "its title": {"a.html": f"<nav><a>{TITLE}</a></nav>"},
    "a short value": {"a.html": f"<li>{SHORT}</li>"},
    "its id": {"a.html": '<a data-to="hidden-case">上一篇</a>'},
    "a person who signed": {"a.html": "<dd>申屠某某</dd>"},
    "a comment": {"a.html": f"<!-- {SENTENCE} -->"},
    "an attribute": {"a.html": f'<p title="{SENTENCE}"></p>'},
    "across tags": {"a.html": f"<p>{HALF[:5]}<b>{HALF[5:9]}</b>{HALF[9:]}</p>"},
    "escaped for HTML": {"a.html": "".join(f"&#{ord(one)};" for one in HALF)},
    "escaped for JSON": {"a.json": json.dumps({"text": HALF})},
    "percent-encoded": {"a.html": f'<a href="?q={quote(HALF)}">甲</a>'},
    "base64": {
        "a.css": f"url(data:text/plain;base64,{base64.b64encode(SENTENCE.encode()).decode()})"
    },
    "UTF-16": {"a.csv": SENTENCE.encode("utf-16")},
    "UTF-16 inside of something": {"a.bin": b"\xff\x00\x81" + HALF.encode("utf-16-le") + b"\x00"},
    "GB 18030": {"a.txt": SENTENCE.encode("gb18030")},
    "a file name": {f"{SHORT}.png": b"\x89PNG"},
    "gzip": {"sitemap.xml.gz": gzip.compress(SENTENCE.encode())},
    "a Word file": {"a.docx": _docx(SENTENCE)},
    "a table file": {"a.xlsx": _zip({"xl/sharedStrings.xml": f"<t>{SENTENCE}</t>"})},
    "slides in an archive": {"a.zip": _zip({"b.pptx": _zip({"ppt/notes.xml": SENTENCE})})},
    "a name in an archive": {"a.zip": _zip({f"{TITLE}.txt": "甲"})},
    "an answer": {"a.html": f"<p>{ANSWER}</p>"},
    "a short answer": {"a.html": "<details data-lecturer><p>对</p></details>"},
    "a note for the lecturer": {"a.html": "<p>这里停两分钟再往下讲</p>"},
    "a page for others": {"closed.html": "<p>值班电话另行通知各单位联络员。</p>"},
    "a stale page": {"library/case/hidden-case.html": "<p>旧的一页</p>"},
    "days of change": {"sitemap.xml": "<lastmod>2026-01-01</lastmod><lastmod>2025-12-31</lastmod>"},
    "blanks between": {"a.html": f"<p>{' '.join(HALF)}</p>"},
}


@pytest.mark.parametrize("way", WRITTEN)
def test_every_way_of_writing_is_read(way, made, look):
    assert told(look(made(), WRITTEN[way])) & {"S321", "S323", "S324"}


def _keep_everything(monkeypatch):
    monkeypatch.setattr(generator.editions, "_left_out", lambda *_: "")


def _keep_references(monkeypatch):
    """A reference to what is left out stays in the record."""
    monkeypatch.setattr(generator.editions._Trimmer, "_value", lambda _, value: value)


def _keep_answers(monkeypatch):
    monkeypatch.setattr(generator.editions.EditionRule, "drops", lambda _, __, shape: shape.hidden)


def _keep_pages(monkeypatch):
    monkeypatch.setattr(generator.editions, "_documents", lambda library, _: library.documents)


def _tell_how_many(monkeypatch):
    """The home page counts what is left out too."""
    render = generator.pages.home.render

    def counting(edition, *arguments, **view):
        return render(
            edition,
            *arguments,
            **{
                **view,
                "total": view["total"] + edition.left_out,
                "introduction": f"共{edition.left_out + 2}条",
            },
        )

    monkeypatch.setattr(generator.pages.home, "render", counting)


def _tell_reasons(monkeypatch):
    render = generator.pages.home.render

    def telling(edition, *arguments, **view):
        said = "、".join(one.reason for one in edition.omissions)
        return render(edition, *arguments, **{**view, "introduction": f"另有{said}"})

    monkeypatch.setattr(generator.pages.home, "render", telling)


CODE = (
    _keep_everything,
    _keep_references,
    _keep_answers,
    _keep_pages,
    _tell_how_many,
    _tell_reasons,
)


@pytest.mark.parametrize("reopen", CODE, ids=lambda one: one.__name__.strip("_"))
def test_every_way_through_the_program_is_seen(reopen, monkeypatch, made, look):
    reopen(monkeypatch)
    result = made()

    assert told(look(result)) & {"S321", "S322", "S323"}


def test_the_search_index_of_another_edition_is_seen(made, look, done):
    result, other = made(), generate(done, "internal")
    index = {name: raw for name, raw in other.files.items() if name.startswith("library/search/")}
    pages = {
        name: raw for name, raw in result.files.items() if not name.startswith("library/search/")
    }

    assert "S321" in told(look(replace(result, files=pages | index)))


def test_dates_sums_and_numbers_are_no_secrets(made, look):
    page = "<p>2021年3月1日至2021年12月31日，38.6万元，第八十五条，共1件</p>"

    assert look(made(), {"a.html": page}) == ()


def test_what_is_shown_elsewhere_is_no_secret(made, look, done):
    assert look(made(), {"a.html": "<p>公开的采购案</p>"}) == ()


def test_a_total_in_words_that_counts_what_is_left_out(checked, tmp_path):
    files = {f"cases/a-{number}.yaml": f"标题: 案{number}\n范围: 公开\n" for number in range(12)}
    files |= {"cases/b.yaml": "标题: 粮库的事情\n", "docs/a.md": "# 甲\n\n本库共13例。\n"}
    done = checked(files)
    result = generate(done, "public")
    (tmp_path / "a.html").write_text("<p>本库共13例。</p><p>共 12 例</p>", "utf-8")

    (found,) = find_leaks(done.library, result, tmp_path)

    assert (found.code, found.path) == ("S325", "site/a.html")


def test_a_number_that_is_missing_is_told(checked, tmp_path):
    files = {
        f"cases/a-{number}.yaml": f"标题: 案{number}\n" + "范围: 公开\n" * (number != 2)
        for number in (1, 2, 3)
    }
    done = checked(files)

    (found,) = find_leaks(done.library, generate(done, "public"), tmp_path)

    assert (found.code, found.level.label) == ("S326", "提示")
    assert "缺 1 个号" in found.message


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸子丑寅卯", min_size=12, max_size=60)


@given(WORDS, WORDS, WORDS, st.data())
def test_any_twelve_signs_are_found_wherever_they_begin(hidden, before, after, data):
    start = data.draw(st.integers(0, len(hidden) - 12))
    needles = Needles([HiddenText("甲", hidden)], [])
    text = before + hidden[start : start + 12] + after

    assert list(needles.found_in(plainly(text)))


@given(WORDS, WORDS)
def test_what_is_found_is_really_there(hidden, text):
    needles = Needles([HiddenText("甲", hidden)], [])
    shared = {hidden[at : at + 12] for at in range(len(hidden) - 11)} & {
        text[at : at + 12] for at in range(len(text) - 11)
    }

    assert bool(list(needles.found_in(text))) == bool(shared)


def test_a_site_that_cannot_be_read_is_no_site_without_leaks(done, made, tmp_path):
    with pytest.raises(DiskError, match="读不出来"):
        find_leaks(done.library, made(), tmp_path / "拔掉了")
