"""anjian export FORMAT: what is written, what is not written again, what is refused."""

import pytest

from tests.signing import sign_project
from tests.teaching_library import FILES, KEY

DAY = ("--today", "2026-01-01")


@pytest.fixture
def classroom(tmp_path):
    root = tmp_path / "课堂"
    for name, text in {**FILES, "mkdocs.yml": KEY}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    sign_project(root)
    return root


@pytest.fixture
def export(anjian, classroom, tmp_path):
    def run(*arguments):
        return anjian("export", *arguments, "--root", classroom, "-o", tmp_path / "出", *DAY)

    return run


def test_a_format_is_named_without_more_ado(export, tmp_path):
    done = export("gift", "exam", "--edition", "lecturer")

    assert done.code == 0, done.err
    assert "写好" in done.out
    assert list((tmp_path / "出").rglob("*.gift"))


def test_options_may_come_first(anjian, classroom, tmp_path):
    done = anjian("export", "-o", tmp_path / "出", "--root", classroom, "docx", *DAY)

    assert done.code == 0, done.err


def test_a_second_run_writes_nothing(export, tmp_path):
    export("docx")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "出").rglob("*.docx")}
    done = export("docx")

    assert "写好" not in done.out
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_one_changed_lesson_makes_its_own_files_anew(export, classroom, anjian):
    export("docx", "--edition", "lecturer")
    path = classroom / "materials/lessons/jiang.yaml"
    path.write_text(
        path.read_text("utf-8").replace("横线纸要提前印好", "横线纸提前印两份"), "utf-8"
    )
    done = export("docx", "--edition", "lecturer")
    written = [line for line in done.out.splitlines() if line.startswith("写好")]

    assert written
    assert all("jiang" in line for line in written)


def test_a_file_that_somebody_changed_is_made_anew(export, tmp_path):
    export("gift", "--edition", "lecturer")
    path = next((tmp_path / "出").rglob("*.gift"))
    whole = path.read_bytes()
    path.write_bytes(whole + b"x")
    export("gift", "--edition", "lecturer")

    assert path.read_bytes() == whole


def test_the_same_bytes_elsewhere(anjian, classroom, tmp_path):
    for name in ("甲", "乙"):
        anjian(
            *("export", "docx", "gift", "moodle", "qti", "exam", "--edition", "lecturer"),
            *("--root", classroom, "-o", tmp_path / name, *DAY),
        )
    first = {p.relative_to(tmp_path / "甲"): p.read_bytes() for p in (tmp_path / "甲").rglob("*.*")}
    second = {
        p.relative_to(tmp_path / "乙"): p.read_bytes() for p in (tmp_path / "乙").rglob("*.*")
    }

    assert len(first) > 5
    assert first == second


def test_only_what_is_named(export):
    done = export("docx", "--only", "xian")

    assert "xian" in done.out
    assert "jiang" not in done.out


def test_answers_leave_in_the_lecturer_edition_alone(export, tmp_path):
    done = export("gift")

    assert done.code == 2
    assert "只能从教员版导出" in done.err
    assert not (tmp_path / "出").exists()


def test_an_unknown_format_is_answered_with_all_there_are(export):
    done = export("doc")

    assert done.code == 2
    assert "没有「doc」这种格式" in done.err
    assert "docx" in done.err


def test_an_unknown_id(export):
    assert "公开版里没有编号为「zzz」的记录" in export("docx", "--only", "zzz").err


def test_an_edition_may_forbid_a_format(anjian, classroom, tmp_path):
    (classroom / "mkdocs.yml").write_text(
        KEY + "    版本:\n      - {名称: lecturer, 导出: [gift]}\n", "utf-8"
    )
    done = anjian(
        *("export", "docx", "--edition", "lecturer", "--root", classroom),
        *("-o", tmp_path / "出", *DAY),
    )

    assert done.code == 2
    assert "不导出 docx" in done.err


def test_a_mistake_in_a_record_stops_it(export, classroom, tmp_path):
    (classroom / "cases/chaifen.yaml").write_text("标提: 甲\n", "utf-8")
    done = export("docx")

    assert done.code == 1
    assert "有错误，没有导出" in done.err
    assert not (tmp_path / "出").exists()


@pytest.mark.parametrize("form", ["docx"])
def test_no_file_for_learners_holds_what_is_the_lecturers(export, tmp_path, form):
    import zipfile

    export(form)
    for path in (tmp_path / "出").rglob(f"*.{form}"):
        with zipfile.ZipFile(path) as archive:
            text = b"".join(archive.read(name) for name in archive.namelist()).decode(
                "utf-8", "replace"
            )
        for secret in ("先请大家举手", "横线纸要提前印好", "用途和年度都一样"):
            assert secret not in text, path.name


def test_a_leak_stops_the_file_and_says_which(export, tmp_path, monkeypatch):
    from generator.exports import docx

    made = docx.documents
    secret = "这里有横线纸要提前印好的字样，本来只给教员".encode()

    def leaking(edition, only):
        for one in made(edition, only):
            yield type(one)(one.path, one.inputs, lambda: secret)

    monkeypatch.setattr(docx, "documents", leaking)
    done = export("docx")

    assert done.code == 1
    assert "泄漏" in done.out
    assert not list((tmp_path / "出").rglob("*.docx"))
