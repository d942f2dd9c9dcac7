"""What `anjian pack` writes, refuses to write over, and how it is carried to another machine."""

import hashlib
import os
import zipfile

import pytest
import pyzipper

from tests.bundle.trees import tree
from tests.signing import sign_project

DAY = ("--today", "2026-11-25")
LATER = ("--today", "2026-12-01")
CASE = "标题: {}\n范围: 公开\n"


@pytest.fixture
def pack(anjian, own_library, tmp_path):
    def run(name, *arguments, day=DAY):
        out = tmp_path / name
        return anjian("pack", "--root", own_library, "-o", out, *day, *arguments), out

    return run


def case(own_library, name, text):
    (own_library / "cases" / f"{name}.yaml").write_text(text, "utf-8")


def texts(path) -> str:
    """Every page and index of a bundle, in one text."""
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_names_in_chinese_have_the_flag_and_it_opens_in_a_folder_with_blanks(
    anjian, own_library, pack, tmp_path
):
    case(own_library, "某市-某案", CASE.format("某市某案"))
    sign_project(own_library)
    outcome, path = pack("案例库 第一期.zip")
    assert outcome.code == 0, outcome.out + outcome.err
    folder = tmp_path / "读者 的 电脑" / "警示 教育"
    with zipfile.ZipFile(path) as archive:
        assert any("某市-某案" in name for name in archive.namelist())
        for info in archive.infolist():
            assert info.filename.isascii() or info.flag_bits & 0x800
        archive.extractall(folder)

    outcome = anjian("verify", folder)
    assert outcome.code == 0, outcome.out
    assert "通过" in outcome.out
    (folder / "site/library/case/某市-某案.html").write_text("x", "utf-8")
    outcome = anjian("verify", folder)
    assert outcome.code == 1
    assert "改动：site/library/case/某市-某案.html" in outcome.out


@pytest.mark.parametrize(
    ("name", "text", "code", "older"),
    [
        ("cases/bad.yaml", "标题: [", "R", False),
        ("cases/bad.yaml", "标题: 甲\n范围: 公开\n不认识: 项\n", "R102", True),
        ("docs/a.md", "# 甲\n\n手机 13800138000。\n", "P102", False),
        ("docs/a.md", "# 甲\n\n身份证 11010519491231002X。\n", "P101", True),
    ],
    ids=["yaml", "field", "telephone", "identity"],
)
def test_a_mistake_leaves_no_file_and_an_older_one_as_it_was(
    own_library, pack, tmp_path, name, text, code, older
):
    if older:
        assert pack("a.zip")[0].code == 0
    before = tree(tmp_path)
    (own_library / name).write_text(text, "utf-8")

    outcome, path = pack("a.zip")

    assert outcome.code == 1
    assert code in outcome.out
    assert name in outcome.out
    assert "没有打包" in outcome.err
    (own_library / name).unlink()
    assert tree(tmp_path) == before
    assert path.exists() == older


def test_a_slip_of_the_target_costs_no_other_file(own_library, pack):
    for place, content in (("mkdocs.yml", None), ("报告.docx", b"PK\3\4 word")):
        path = own_library / place
        if content is not None:
            path.write_bytes(content)
        before = path.read_bytes()
        outcome, _ = pack(path)
        assert outcome.code == 2
        assert "不敢覆盖" in outcome.err
        assert path.read_bytes() == before
    assert not list(own_library.glob("*.sha256"))


def test_a_delta_does_not_go_over_the_bundle_that_it_starts_from(pack):
    _, path = pack("a.zip")
    before = path.read_bytes()

    outcome, _ = pack("a.zip", "--since", path)

    assert outcome.code == 2
    assert "--since" in outcome.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["docs/a.zip", "cases/a.zip", "."])
def test_it_is_not_put_among_the_sources(own_library, pack, place):
    before = tree(own_library)
    assert pack(own_library / place)[0].code == 2
    assert tree(own_library) == before


def test_the_next_issue_names_what_is_new_changed_and_withdrawn_and_nothing_else(own_library, pack):
    secret = {
        "hidden": "将要转为内部的案",
        "gone": "将要撤下的案",
        "draft": "将要退回的案",
        "deleted": "将要删除的案",
    }
    for name, title in {**secret, "kept": "留下的案"}.items():
        case(own_library, name, CASE.format(title))
    sign_project(own_library)
    outcome, old = pack("旧.zip")
    assert outcome.code == 0, outcome.out
    assert all(title in texts(old) for title in secret.values())
    for name, more in (("gone", "状态: 已撤下\n撤下原因: 改判\n"), ("draft", "状态: 草稿\n")):
        path = own_library / "cases" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    case(own_library, "hidden", CASE.format(secret["hidden"]).replace("公开", "内部"))
    case(own_library, "kept", CASE.format("改过的案"))
    case(own_library, "new", CASE.format("新收的案"))
    (own_library / "cases/deleted.yaml").unlink()
    sign_project(own_library)

    outcome, new = pack("新.zip", "--previous", old, day=LATER)

    assert outcome.code == 0, outcome.out + outcome.err
    with zipfile.ZipFile(new) as archive:
        page = archive.read("site/library/changes.html").decode()
        start = archive.read("打开.html").decode()
    assert "新收的案" in page
    assert "改过的案" in page
    assert "另有 3 个页面不再提供" in page
    assert "2026-11-25" in page
    whole = texts(new)
    for title in (*secret.values(), "留下的案"):
        assert title not in whole
    for name in ("hidden", "deleted"):
        assert f"case/{name}" not in whole
    assert "2026-12-01" in start


def test_without_an_issue_before_there_is_no_page_of_changes(pack):
    _, path = pack("a.zip")
    with zipfile.ZipFile(path) as archive:
        assert "site/library/changes.html" not in archive.namelist()
    assert "本期更新" not in texts(path)


def test_a_bundle_of_another_edition_is_refused(pack):
    _, inner = pack("内部.zip", "--edition", "internal")
    for option in ("--previous", "--since"):
        outcome, path = pack("a.zip", option, inner)
        assert outcome.code == 2
        assert "内部.zip：" in outcome.err
        assert "内部版" in outcome.err
        assert not path.exists()


def test_a_password_is_that_of_every_other_program(anjian, pack, monkeypatch, tmp_path):
    _, plain = pack("明.zip")
    monkeypatch.setenv("ANJIAN_PASSWORD", "一个够长的密码")
    outcome, path = pack("密.zip", "--password")
    assert outcome.code == 0, outcome.err

    with pyzipper.AESZipFile(path) as archive, zipfile.ZipFile(plain) as other:
        assert archive.namelist() == other.namelist()
        for info in archive.infolist():
            assert info.flag_bits & 1
            assert info.wz_aes_strength == 3
            assert info.filename.isascii() or info.flag_bits & 0x800
        with pytest.raises(RuntimeError):
            archive.read("打开.html")
        archive.setpassword("一个够长的密码".encode())
        for name in archive.namelist():
            assert archive.read(name) == other.read(name)
    told = (tmp_path / "密.zip.sha256").read_text("utf-8").split()[0]
    assert told == hashlib.sha256(path.read_bytes()).hexdigest()
    assert anjian("verify", path).code == 0
    monkeypatch.setenv("ANJIAN_PASSWORD", "另一个")
    outcome = anjian("verify", path)
    assert outcome.code == 2
    assert "密码不对" in outcome.err
    monkeypatch.delenv("ANJIAN_PASSWORD")
    outcome = anjian("verify", path)
    assert outcome.code == 2
    assert "ANJIAN_PASSWORD" in outcome.err


def test_signed_all_the_way_to_the_reader(anjian, own_library, pack, tmp_path, monkeypatch):
    monkeypatch.setenv("ANJIAN_KEY_PASSWORD", "钥匙的密码")
    assert anjian("key", "new", tmp_path / "单位", "--password").code == 0
    secret, public = tmp_path / "单位.key", tmp_path / "单位.pub"
    if os.name == "posix":
        assert secret.stat().st_mode & 0o777 == 0o600
    kept = secret.read_bytes()
    assert anjian("key", "new", tmp_path / "单位").code == 2
    assert secret.read_bytes() == kept
    outcome, old = pack("旧.zip", "--sign", secret)
    assert outcome.code == 0, outcome.err
    case(own_library, "new", CASE.format("新收的案"))
    sign_project(own_library)
    _, delta = pack("增.zip", "--sign", secret, "--since", old, day=LATER)
    folder = tmp_path / "读者 的 文件夹"
    with zipfile.ZipFile(old) as archive:
        archive.extractall(folder)
    before = tree(folder)

    assert anjian("apply", delta, folder).code == 2
    assert tree(folder) == before
    outcome = anjian("apply", delta, folder, "--key", public)
    assert outcome.code == 0, outcome.err
    outcome = anjian("verify", folder, "--key", public)
    assert outcome.code == 0
    assert "签名有效" in outcome.out
    monkeypatch.setenv("ANJIAN_KEY_PASSWORD", "错的")
    outcome, path = pack("别.zip", "--sign", secret)
    assert outcome.code == 2
    assert "密码不对" in outcome.err
    assert not path.exists()


def test_a_changed_sum_beside_is_told(anjian, pack):
    _, path = pack("a.zip")
    path.with_name("a.zip.sha256").write_text(f"{'0' * 64}  a.zip\n", "utf-8")
    outcome = anjian("verify", path)
    assert outcome.code == 1
    assert "a.zip.sha256 不符" in outcome.out


def test_the_internal_edition_says_so_on_every_page(anjian, pack):
    outcome, path = pack("内部.zip", "--edition", "internal")
    assert outcome.code == 0, outcome.err
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".html")]
        pages = {name: archive.read(name).decode() for name in names}
    whole = {name for name, text in pages.items() if 'http-equiv="refresh"' not in text}
    made = {name for name in whole if name.startswith(("site/library/", "site/index"))}
    assert len(made) > 10
    assert {name for name in whole if "内部版" not in pages[name]} == set()
    assert {name for name in made if "内部版，请勿外传" not in pages[name]} == set()
    assert anjian("verify", path).code == 0
