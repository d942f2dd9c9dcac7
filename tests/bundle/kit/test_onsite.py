"""What an editor double-clicks: the Linux half is run, the Windows half is read closely."""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.bundle.kit import onsite
from tests.bundle.kit.wheelhouse import RUNNING, Wheelhouse, bundled_pip, tree

STARTS = ("安装", "检查", "生成网站", "打包", "新建案例库")
SCRIPT = Path(onsite.__file__).parent / "anjian_kit.py"
linux = pytest.mark.skipif(sys.platform != "linux", reason="runs the files for Linux")


@pytest.fixture
def kit_module():
    spec = importlib.util.spec_from_file_location("anjian_kit", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def batch_files(kit: Path) -> dict[str, bytes]:
    return {name: raw for name, raw in tree(kit).items() if name.endswith(".bat")}


def test_everything_to_double_click_is_there_twice(small_kit):
    for name in STARTS:
        assert (small_kit / f"{name}.bat").is_file()
        assert (small_kit / f"{name}.sh").is_file()


def test_batch_files_have_the_form_that_the_shell_of_windows_reads(small_kit):
    for name, raw in batch_files(small_kit).items():
        assert raw.isascii(), name
        assert raw.startswith(b"@echo off\r\n"), name
        assert raw.endswith(b"\r\n"), name
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r"), name
        assert b"{{" not in raw, name


def test_batch_files_quote_every_path_that_is_not_theirs(small_kit):
    for name, raw in batch_files(small_kit).items():
        text = raw.decode()
        for variable in ("%~dp0", "%~f1", "%~1", "%LocalAppData%", "%ProgramFiles%", "%INSTALLER%"):
            for place in re.finditer(re.escape(variable), text):
                line = text[text.rfind("\n", 0, place.start()) + 1 : place.start()]
                assert line.count('"') % 2 == 1, f"{name}: {variable}"


def test_batch_files_name_only_files_that_are_there(small_kit):
    for name, raw in batch_files(small_kit).items():
        for path in re.findall(r"program\\[\w.-]+", raw.decode()):
            assert (small_kit / path.replace("\\", "/")).is_file(), f"{name}: {path}"


def test_batch_files_speak_utf8_wait_at_the_end_and_keep_the_exit_code(small_kit):
    for name in STARTS:
        lines = (small_kit / f"{name}.bat").read_text("utf-8").splitlines()
        assert lines[2] == "chcp 65001 >nul"
        assert lines[-2:] == ["if not defined ANJIAN_NO_PAUSE pause", "exit /b %CODE%"]
        assert 'pushd "%~dp0"' in lines


def test_every_jump_in_a_batch_file_lands(small_kit):
    for name, raw in batch_files(small_kit).items():
        text = raw.decode()
        labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
        jumps = set(re.findall(r"\b(?:goto |call :)(\w+)", text))
        assert jumps == labels, name


def test_each_file_asks_for_its_own_step(small_kit):
    words = {
        "安装": "install",
        "检查": "check",
        "生成网站": "build",
        "打包": "pack",
        "新建案例库": "init",
    }
    for name, word in words.items():
        assert f"anjian_kit.py {word}\n" in (small_kit / f"{name}.sh").read_text("utf-8")
        assert f"anjian_kit.py {word}\n" in (small_kit / f"{name}.bat").read_text("utf-8")


def test_texts_for_windows_have_its_line_ends(small_kit):
    for name, raw in tree(small_kit).items():
        if name.endswith(".txt"):
            assert raw.count(b"\n") == raw.count(b"\r\n") > 0, name
            assert b"{{" not in raw, name
    assert (small_kit / "说明.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_instructions_name_what_is_there(small_kit):
    text = (small_kit / "说明.txt").read_text("utf-8-sig")
    for name in (
        *STARTS,
        "SHA256SUMS",
        "python",
        "案例库",
        RUNNING,
        f"python-{RUNNING}.x-amd64.exe",
    ):
        assert name in text
    assert "Windows、Linux（x86-64）" in text


@linux
def test_files_for_linux_are_executable_and_valid(small_kit):
    for name in STARTS:
        path = small_kit / f"{name}.sh"
        assert os.access(path, os.X_OK)
        assert b"\r" not in path.read_bytes()
        subprocess.run(["sh", "-n", str(path)], check=True)
    assert not os.access(small_kit / "说明.txt", os.X_OK)


def test_nothing_on_the_editors_pc_can_reach_a_network():
    text = SCRIPT.read_text("utf-8")
    for option in (
        "--no-index",
        "--isolated",
        "--require-hashes",
        "--only-binary=:all:",
        "--no-deps",
    ):
        assert f'"{option}"' in text
    imported = set(re.findall(r"^import (\w+)", text, re.MULTILINE))
    assert not imported & {"urllib", "http", "socket", "ssl"}


def offline(**extra: str) -> dict[str, str]:
    """An environment whose settings of pip lead nowhere, and that would break a careless script."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **keep,
        "LC_ALL": "C",
        "PIP_INDEX_URL": "https://mirror.invalid/simple",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "PYTHONPATH": "/nowhere",
        "PIP_TARGET": "/nowhere",
        **extra,
    }


def start(kit: Path, name: str, *words: str, **extra: str) -> tuple[int, str]:
    done = subprocess.run(
        ["sh", str(kit / f"{name}.sh"), *words],
        cwd=kit.parent,
        env=offline(**extra),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


@pytest.fixture(scope="session")
def runnable(tmp_path_factory) -> Path:
    """A kit for this computer, not installed yet; only to be copied."""
    folder = tmp_path_factory.mktemp("安装 包")
    Wheelhouse(folder / "wheels", bundled_pip()).kit(folder / "案鉴 一号", "linux", "linux-arm")
    return folder / "案鉴 一号"


@pytest.fixture
def own_kit(runnable, tmp_path, monkeypatch) -> Path:
    """A copy of it on a path with Chinese names, a space and signs, with this Python at hand."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / f"python{RUNNING}").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return shutil.copytree(runnable, tmp_path / "某 单位's $HOME & 资料" / "案鉴 一号")


@linux
def test_install_and_work_without_network(own_kit):
    assert start(own_kit, "检查") == (
        2,
        "案鉴还没有装好，或者这个文件夹换了电脑。请先双击「安装」，装好以后再试；已有的案例库不会改动。\n",
    )
    code, said = start(own_kit, "安装")
    assert code == 0, said
    assert "装好了。" in said
    assert start(own_kit, "安装") == (0, "已经装好了，不用再装。\n")

    code, said = start(own_kit, "检查")
    assert code == 2
    assert said.startswith(f"「{own_kit / '案例库'}」里没有案例库。先双击「新建案例库」")
    assert start(own_kit, "新建案例库")[0] == 0
    library = str(own_kit / "案例库")
    assert start(own_kit, "检查") == (1, f"anjian {['--root', library, 'check']}\n")
    assert start(own_kit, "生成网站") == (0, f"anjian {['--root', library, 'build']}\n")
    bundle = str(own_kit / "案例库-公开版.zip")
    assert start(own_kit, "打包")[1] == f"anjian {['--root', library, 'pack', '-o', bundle]}\n"


@linux
def test_a_folder_that_was_dropped_is_the_library(own_kit):
    start(own_kit, "安装")
    library = own_kit.parent / "另 一个库"
    assert start(own_kit, "新建案例库", library.name)[0] == 0
    assert (library / "mkdocs.yml").is_file()
    assert start(own_kit, "生成网站", str(library))[1] == (
        f"anjian {['--root', str(library), 'build']}\n"
    )


@linux
def test_a_damaged_copy_is_found_before_anything_is_installed(own_kit):
    path = own_kit / "wheels/plain-1.0-py3-none-any.whl"
    path.write_bytes(path.read_bytes()[:-1])
    (own_kit / "说明.txt").unlink()

    code, said = start(own_kit, "安装")
    assert code == 2
    assert "有 2 个文件缺少或损坏" in said
    assert "wheels/plain-1.0-py3-none-any.whl" in said
    assert "说明.txt" in said
    assert not (own_kit / ".venv").exists()


@linux
def test_a_wheel_with_false_sums_is_not_installed(own_kit):
    """Whoever changes a wheel and the list of sums still has the lock file against him."""
    path = own_kit / "wheels/plain-1.0-py3-none-any.whl"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes() + b"\0")
    sums = own_kit / "SHA256SUMS"
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    sums.write_text(sums.read_text("utf-8").replace(before, after), "utf-8")

    code, said = start(own_kit, "安装")
    assert code == 2
    assert "软件包没有装上" in said
    assert start(own_kit, "检查")[0] == 2


@linux
def test_an_interrupted_installation_is_done_again(own_kit):
    (own_kit / ".venv/bin").mkdir(parents=True)
    code, said = start(own_kit, "安装")
    assert code == 0, said
    assert "删去不完整的" in said


@linux
def test_a_moved_folder_is_installed_anew_and_keeps_its_library(own_kit):
    start(own_kit, "安装")
    start(own_kit, "新建案例库")
    moved = own_kit.rename(own_kit.parent / "搬家")

    code, said = start(moved, "安装")
    assert (code, "装好了" in said) == (0, True)
    assert start(moved, "检查")[0] == 1
    assert (moved / "案例库/mkdocs.yml").is_file()


@linux
def test_without_a_python_that_fits_there_are_words(own_kit, monkeypatch, tmp_path):
    about = own_kit / "program/kit.json"
    about.write_text(json.dumps({"pythons": ["3.99"], "platforms": ["linux"]}), "utf-8")
    code, said = start(own_kit, "安装")
    assert code == 2
    assert said.startswith("这台电脑上没有合用的 Python。")
    assert RUNNING in said
    assert "\r" not in said
    assert not (own_kit / ".venv").exists()


@pytest.mark.parametrize("platform", ["windows", ""])
def test_a_python_on_another_system_does_not_suit(kit_module, tmp_path, monkeypatch, platform):
    (tmp_path / "program").mkdir()
    about = {"pythons": [RUNNING], "platforms": ["linux", "linux-arm", "windows"]}
    if platform:
        about["platforms"] = [platform]
    (tmp_path / "program/kit.json").write_text(json.dumps(about), "utf-8")
    monkeypatch.setattr(kit_module, "KIT", tmp_path)
    monkeypatch.setattr(kit_module.sysconfig, "get_platform", lambda: "linux-x86_64")

    assert kit_module.suits() == (1 if platform else 0)


@pytest.mark.parametrize(
    ("system", "good"), [("win-amd64", True), ("win32", False), ("win-arm64", False)]
)
def test_windows_needs_the_usual_64_bits(kit_module, tmp_path, monkeypatch, system, good):
    (tmp_path / "program").mkdir()
    about = {"pythons": [RUNNING], "platforms": ["windows"]}
    (tmp_path / "program/kit.json").write_text(json.dumps(about), "utf-8")
    monkeypatch.setattr(kit_module, "KIT", tmp_path)
    monkeypatch.setattr(kit_module.sysconfig, "get_platform", lambda: system)

    assert kit_module.suits() == (0 if good else 1)


def test_a_path_too_long_for_windows_is_told_first(kit_module, small_kit, monkeypatch):
    monkeypatch.setattr(kit_module, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(kit_module, "KIT", small_kit)
    monkeypatch.setattr(kit_module, "LONGEST_WINDOWS_PATH", len(str(small_kit)) + 20)
    with pytest.raises(kit_module.StopError, match="路径太长"):
        kit_module.refuse_long_paths()
    monkeypatch.setattr(kit_module, "LONGEST_WINDOWS_PATH", 4000)
    kit_module.refuse_long_paths()
