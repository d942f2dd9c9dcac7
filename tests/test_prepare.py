"""The parts of tools/prepare.py that neither install nor download anything."""

import ast
import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")


def _load():
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "tools" / "prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


prepare = _load()
WANT = {"format": 1, "root": "/库", "build": "b", "runtime": "r", "dev": "d", "project": "p"}
PLAIN = {**WANT, "dev": ""}


@pytest.mark.parametrize(
    ("have", "dev", "expected"),
    [
        ({}, False, (True, True, True)),
        (PLAIN, False, (False, False, False)),
        (PLAIN, True, (False, True, False)),
        (WANT, True, (False, False, False)),
        (WANT, False, (False, False, False)),
        ({**PLAIN, "runtime": "old"}, False, (True, True, True)),
        ({**PLAIN, "build": "old"}, False, (True, True, True)),
        ({**WANT, "dev": "old"}, False, (True, True, True)),
        ({**PLAIN, "root": "/旧库"}, False, (True, True, True)),
        ({**PLAIN, "format": 0}, False, (True, True, True)),
        ({**PLAIN, "project": "old"}, False, (False, False, True)),
        ({**PLAIN, "project": "old"}, True, (False, True, True)),
    ],
)
def test_plan(have, dev, expected):
    assert prepare.plan(have, WANT, dev=dev, healthy=bool(have)) == expected


def test_broken_environment_is_made_anew():
    assert prepare.plan(WANT, WANT, dev=True, healthy=False) == (True, True, True)


def test_stamp_survives_round_trip(tmp_path):
    venv = tmp_path / "带 空格"
    venv.mkdir()
    assert prepare.read_stamp(venv) == {}
    prepare.write_stamp(venv, WANT)
    assert prepare.read_stamp(venv) == WANT
    assert [path.name for path in venv.iterdir()] == [prepare.STAMP_NAME]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe"])
def test_damaged_stamp_counts_as_none(tmp_path, content):
    (tmp_path / prepare.STAMP_NAME).write_bytes(content)
    assert prepare.read_stamp(tmp_path) == {}


def test_hash_does_not_depend_on_line_ends(tmp_path):
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    unix.write_bytes(b"a\nb\n")
    windows.write_bytes(b"a\r\nb\r\n")
    assert prepare.file_hash(unix) == prepare.file_hash(windows)


def test_missing_lock_is_a_sentence(tmp_path):
    with pytest.raises(prepare.StopError, match=r"缺少文件 requirements"):
        prepare.wanted_stamp(tmp_path)


@pytest.mark.parametrize("kind", ["folder", "file", "link", "nothing"])
def test_remove(tmp_path, kind):
    path, other = tmp_path / ".venv", tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    if kind == "folder":
        (path / "deep").mkdir(parents=True)
    elif kind == "file":
        path.touch()
    elif kind == "link":
        try:
            path.symlink_to(other, target_is_directory=True)
        except OSError:
            pytest.skip("no right to make links")
    prepare.remove(path)
    assert not path.exists()
    assert not path.is_symlink()
    assert (other / "deep").is_dir()


@pytest.mark.parametrize(
    ("version", "good"),
    [((2, 7), False), ((3, 9), False), ((3, 10), True), ((3, 14), True), ((4, 0), True)],
)
def test_python_is_new_enough(version, good):
    assert prepare.python_is_new_enough(version) is good


def test_old_pythons_can_parse_it():
    source = (ROOT / "tools" / "prepare.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert "from __future__" not in source


def test_old_python_gets_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(prepare, "MIN_PYTHON", (99, 0))
    monkeypatch.setattr(prepare, "find_newer_python", lambda: None)
    monkeypatch.setattr(prepare, "make_output_safe", lambda: None)
    assert prepare.main([]) == 1
    assert "案鉴需要 Python" in capsys.readouterr().err


def test_expected_failure_shows_no_traceback(monkeypatch, capsys):
    def fail(**_):
        raise prepare.StopError("磁盘空间不足")

    monkeypatch.setattr(prepare, "prepare", fail)
    monkeypatch.setattr(prepare, "make_output_safe", lambda: None)
    assert prepare.main(["--dev"]) == 1
    assert capsys.readouterr().err == "错误：磁盘空间不足\n"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("connection broken by 'NewConnectionError(...)'\nERROR: No matching distribution", "网络"),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", "网络"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "校验值不符"),
        ("OSError: [Errno 28] No space left on device", "磁盘空间不足"),
        ("ERROR: No matching distribution found for nh3==0.3.8 (from -r x)", "nh3==0.3.8；"),
        ("ERROR: something else", "something else"),
    ],
)
def test_explain_failure(output, sentence):
    assert sentence in prepare.explain_failure(output)


def test_failure_hides_addresses():
    shown = prepare.explain_failure("ERROR: from https://user:secret@host.test/simple/ failed")
    assert "secret" not in shown
    assert "host.test" not in shown


def test_clean_environment_keeps_settings_of_pip():
    base = {"PIP_INDEX_URL": "x", "PIP_USER": "1", "PIP_TARGET": "y", "PYTHONPATH": "z", "A": "b"}
    env = prepare.clean_environment(base)
    assert env["PIP_INDEX_URL"] == "x"
    assert env["PIP_USER"] == "0"
    assert env["A"] == "b"
    assert not {"PIP_TARGET", "PYTHONPATH"} & set(env)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('ID=debian\nNAME="Debian GNU/Linux"\n', {"debian"}),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', {"linuxmint", "ubuntu", "debian"}),
        ("", set()),
    ],
)
def test_parse_os_release(text, names):
    assert prepare.parse_os_release(text) == names


def test_pth_line_is_relative(tmp_path):
    root = tmp_path / "案例 库"
    site_packages = root / ".venv" / "lib" / "python3.12" / "site-packages"
    line = prepare.relative_pth(site_packages, root)
    assert line == "../../../..\n"
    site_packages.mkdir(parents=True)
    assert (site_packages / line.strip()).samefile(root)


def test_only_wheels_that_the_lock_file_names():
    arguments = prepare.locked("x.lock")
    assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} <= set(arguments)


def test_browser_places_on_windows():
    env = {"ProgramFiles": "P", "PROGRAMFILES(X86)": "X", "LocalAppData": "L"}
    places = [path.as_posix() for path in prepare.browser_candidates("win32", env)]
    assert places[0] == "P/Google/Chrome/Application/chrome.exe"
    assert "X/Microsoft/Edge/Application/msedge.exe" in places
    assert prepare.browser_candidates("win32", {}) == []


def test_browser_places_elsewhere():
    places = [path.as_posix() for path in prepare.browser_candidates("darwin", {"HOME": "/h"})]
    assert "/h/Applications/Chromium.app/Contents/MacOS/Chromium" in places
    assert prepare.browser_candidates("linux", {}) == []


def test_named_browser_comes_first(monkeypatch, tmp_path):
    browser = tmp_path / "我的 浏览器"
    browser.touch()
    monkeypatch.setenv(prepare.BROWSER_VARIABLE, str(browser))
    assert prepare.find_browser() == str(browser)


def test_no_browser_is_no_error(monkeypatch, capsys):
    monkeypatch.setattr(prepare, "find_browser", lambda: None)
    monkeypatch.setattr(prepare, "has_apt", lambda: False)
    monkeypatch.setattr(prepare, "has_chinese_font", lambda: True)
    prepare.prepare_browser()
    assert "浏览器测试将被跳过" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("browser", "font", "asked"),
    [
        (None, True, ["chromium"]),
        (None, False, ["chromium", "fonts-noto-cjk"]),
        ("/usr/bin/chromium", False, ["fonts-noto-cjk"]),
        ("/usr/bin/chromium", True, None),
    ],
)
def test_apt_is_asked_only_for_what_is_missing(monkeypatch, browser, font, asked):
    calls = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(prepare, "find_browser", lambda: browser)
    monkeypatch.setattr(prepare, "has_apt", lambda: True)
    monkeypatch.setattr(prepare, "is_root", lambda: True)
    monkeypatch.setattr(prepare, "has_chinese_font", lambda: font)
    monkeypatch.setattr(prepare, "apt_install", lambda packages: calls.append(packages) or True)
    prepare.prepare_browser()
    assert calls == ([asked] if asked else [])


def test_next_command():
    assert prepare.next_command("win32") == r".venv\Scripts\anjian build"
    assert prepare.next_command("linux") == ".venv/bin/anjian build"


def test_guard_is_released(tmp_path):
    for _ in range(2):
        with prepare.guard(tmp_path / "lock"):
            assert (tmp_path / "lock").exists()


@pytest.mark.parametrize("name", LOCKS)
def test_locks_are_pinned_hashed_and_name_no_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|/(?:tmp|home|root|opt|work|usr)/", text, re.MULTILINE)
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", " ")):
        if not entry.startswith("#"):
            assert re.match(r"[a-z0-9-]+==\S+( ; .+?)? +--hash=sha256:[0-9a-f]{64}", entry)


def test_development_lock_agrees_with_runtime_lock():
    def pins(name):
        text = (ROOT / name).read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9-]+==[^\s]+)", text, re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
