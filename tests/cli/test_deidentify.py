"""`anjian deidentify`: a proposal first, a changed file only when it is asked for."""

import pytest

RECORD = "标题: 赵建国受贿案\n性质: 警示\n要点: 局长赵建国受贿，电话13800138000。  # 注释\n"
MASKED = RECORD.replace("赵建国", "赵某").replace("13800138000", "（电话号码略）")


@pytest.fixture
def record(own_library):
    path = own_library / "cases" / "gate.yaml"
    path.write_bytes(RECORD.encode())
    return path


def test_it_shows_the_changes_and_writes_nothing(anjian, own_library, record):
    outcome = anjian("--root", own_library, "deidentify", record)

    assert outcome.code == 0
    assert record.read_text(encoding="utf-8") == RECORD
    assert "第 3 行：13800138000 → （电话号码略）（电话号码）" in outcome.out
    assert "-标题: 赵建国受贿案" in outcome.out
    assert "+标题: 赵某受贿案" in outcome.out
    assert "--accept" in outcome.out


def test_accept_writes_the_words_concerned_alone(anjian, own_library, record):
    outcome = anjian("--root", own_library, "deidentify", "cases/gate.yaml", "--accept")

    assert outcome.code == 0
    assert record.read_text(encoding="utf-8") == MASKED
    again = anjian("--root", own_library, "deidentify", "cases/gate.yaml", "--accept")
    assert "没有发现" in again.out


def test_line_ends_and_byte_order_mark_stay(anjian, own_library, record):
    raw = b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n", 2).encode()
    record.write_bytes(raw)
    anjian("--root", own_library, "deidentify", record, "--accept")

    assert record.read_bytes() == b"\xef\xbb\xbf" + MASKED.replace("\n", "\r\n", 2).encode()


def test_a_copy_leaves_the_original_and_replaces_nothing(anjian, own_library, record, tmp_path):
    copy = tmp_path / "副本.yaml"
    assert anjian("--root", own_library, "deidentify", record, "-o", copy).code == 0

    assert copy.read_text(encoding="utf-8") == MASKED
    assert record.read_text(encoding="utf-8") == RECORD
    outcome = anjian("--root", own_library, "deidentify", record, "-o", record)
    assert outcome.code == 2
    assert "已经有了" in outcome.err


def test_what_a_person_has_to_do_is_said_and_counts(anjian, own_library, record):
    record.write_text(RECORD.replace("# 注释", "# 赵建国"), encoding="utf-8")
    outcome = anjian("--root", own_library, "deidentify", record, "--accept")

    assert outcome.code == 1
    assert "还在注释" in outcome.out


def test_names_that_the_project_allows_stay(anjian, own_library, record):
    settings = own_library / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  anjian:\n", "  anjian:\n    允许出现的姓名: [赵建国]\n"), encoding="utf-8"
    )
    outcome = anjian("--root", own_library, "deidentify", record)

    assert "13800138000" in outcome.out
    assert "赵某" not in outcome.out


def test_a_text_needs_no_project(anjian, tmp_path):
    path = tmp_path / "稿.txt"
    path.write_text("局长赵建国", encoding="utf-8")
    anjian("--root", tmp_path, "deidentify", path, "--accept")

    assert path.read_text(encoding="utf-8") == "局长赵某"


@pytest.mark.parametrize(
    ("name", "said"),
    [("稿.docx", "anjian import"), ("散.yaml", "哪一种记录"), ("没有.yaml", "没有")],
)
def test_other_files_get_a_sentence(anjian, tmp_path, name, said):
    if name != "没有.yaml":
        (tmp_path / name).write_text("标题: 甲\n", encoding="utf-8")
    outcome = anjian("--root", tmp_path, "deidentify", tmp_path / name)

    assert outcome.code == 2
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_broken_record_is_reported_and_left(anjian, own_library, record):
    record.write_text("标题: [赵建国\n", encoding="utf-8")
    outcome = anjian("--root", own_library, "deidentify", record, "--accept")

    assert outcome.code == 2
    assert "R004" in outcome.out
    assert record.read_text(encoding="utf-8") == "标题: [赵建国\n"
