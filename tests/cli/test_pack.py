"""`anjian pack` and its kin on a real project: nothing is written into it, and what comes opens."""

import hashlib
import zipfile

import pytest

from tests.bundle.conftest import tree
from tests.signing import sign_project

DAY = ("--today", "2026-11-25")


@pytest.fixture
def pack(anjian, own_library, tmp_path):
    def run(name, *arguments, day=DAY):
        out = tmp_path / name
        return anjian("pack", "--root", own_library, "-o", out, *day, *arguments), out

    return run


def unpacked(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def test_nothing_is_written_into_the_project_and_the_bytes_are_the_same(own_library, pack):
    before = tree(own_library)
    outcome, one = pack("一.zip")
    assert outcome.code == 0, outcome.out + outcome.err
    _, two = pack("二.zip")

    assert tree(own_library) == before
    assert one.read_bytes() == two.read_bytes()
    told = one.with_name("一.zip.sha256").read_text("utf-8").split()
    assert told == [hashlib.sha256(one.read_bytes()).hexdigest(), "一.zip"]
    assert sorted(path.name for path in one.parent.iterdir() if path != own_library) == [
        "一.zip",
        "一.zip.sha256",
        "二.zip",
        "二.zip.sha256",
    ]


def test_a_problem_leaves_the_older_bundle(own_library, pack):
    _, path = pack("a.zip")
    before = path.read_bytes()
    (own_library / "docs/a.md").write_text("# 甲\n\n联系电话13800138000。\n", "utf-8")

    outcome, _ = pack("a.zip")

    assert outcome.code == 1
    assert "P102" in outcome.out
    assert outcome.err == "有不能发布的内容，没有打包；原有的文件没有改动。\n"
    assert path.read_bytes() == before


def test_a_bundle_is_not_laid_where_the_next_build_removes_it(anjian, own_library):
    assert anjian("build", "--root", own_library, *DAY).code == 0
    outcome = anjian("pack", "--root", own_library, "-o", own_library / "site/a.zip", *DAY)

    assert outcome.code == 2
    assert "下次生成网站会把它删去" in outcome.err


def test_the_next_issue_says_what_has_changed_and_goes_out_as_a_delta(
    anjian, own_library, pack, tmp_path
):
    cases = own_library / "cases"
    (cases / "gone.yaml").write_text("标题: 将要撤下的案\n范围: 公开\n", "utf-8")
    (cases / "closed.yaml").write_text("标题: 将要转为内部的案\n范围: 公开\n", "utf-8")
    sign_project(own_library)
    _, old = pack("旧.zip")
    gone = (cases / "gone.yaml").read_text("utf-8")
    (cases / "gone.yaml").write_text(gone + "状态: 已撤下\n撤下原因: 改判\n", "utf-8")
    closed = (cases / "closed.yaml").read_text("utf-8").replace("范围: 公开", "范围: 内部")
    (cases / "closed.yaml").write_text(closed, "utf-8")
    (cases / "new.yaml").write_text("标题: 新收的案\n范围: 公开\n", "utf-8")
    sign_project(own_library)
    later = ("--today", "2026-12-01")

    outcome, new = pack("新.zip", "--previous", old, day=later)
    assert outcome.code == 0, outcome.out + outcome.err
    with zipfile.ZipFile(new) as archive:
        page = archive.read("site/library/changes.html").decode()
    assert "新收的案" in page
    assert "将要撤下的案" not in page
    assert "将要转为内部的案" not in page
    outcome, delta = pack("增量.zip", "--since", old, "--previous", old, day=later)
    assert outcome.code == 0, outcome.out + outcome.err
    folder = unpacked(old, tmp_path / "读者 的 文件夹")
    assert anjian("verify", delta).code == 0
    outcome = anjian("apply", delta, folder)
    assert outcome.code == 0, outcome.err
    assert tree(folder) == tree(unpacked(new, tmp_path / "新"))
    assert anjian("verify", folder).code == 0
    assert anjian("apply", delta, folder).code == 0


def test_a_flipped_byte_is_named_and_nothing_is_applied(anjian, pack, tmp_path):
    _, path = pack("a.zip")
    folder = unpacked(path, tmp_path / "盘")
    page = folder / "site/index.html"
    page.write_bytes(page.read_bytes()[:-2] + b"!\n")

    outcome = anjian("verify", folder)

    assert outcome.code == 1
    assert "改动：site/index.html" in outcome.out


def test_a_signature_and_its_key(anjian, pack, tmp_path):
    assert anjian("key", "new", tmp_path / "单位").code == 0
    assert anjian("key", "new", tmp_path / "别人").code == 0
    again = anjian("key", "new", tmp_path / "单位")
    assert again.code == 2
    outcome, path = pack("a.zip", "--sign", tmp_path / "单位.key")
    assert outcome.code == 0, outcome.err

    assert anjian("verify", path, "--key", tmp_path / "单位.pub").code == 0
    assert anjian("verify", path, "--key", tmp_path / "别人.pub").code == 1


def test_a_password(anjian, pack, monkeypatch):
    monkeypatch.setenv("ANJIAN_PASSWORD", "一个够长的密码")
    outcome, path = pack("a.zip", "--password")
    assert outcome.code == 0, outcome.err
    assert "文件名不用密码也看得见" in outcome.out

    assert anjian("verify", path).code == 0
    monkeypatch.setenv("ANJIAN_PASSWORD", "另一个密码")
    assert anjian("verify", path).code != 0


def test_the_internal_edition_says_so_on_each_page(pack):
    outcome, path = pack("a.zip", "--edition", "internal")

    assert outcome.code == 0, outcome.err
    with zipfile.ZipFile(path) as archive:
        assert "内部版，请勿外传" in archive.read("site/index.html").decode()
        assert "内部版，请勿外传" in archive.read("site/guide/readers.html").decode()
        assert "内部版" in archive.read("打开.html").decode()
