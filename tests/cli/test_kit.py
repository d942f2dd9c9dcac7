"""An installer folder for a computer without network: made here, used there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--python", "3.9"], "Python 的版本不能写成「3.9」；要写 3.10 以上的，例如 3.12。"),
        (["--platform", "mac"], "没有「mac」这个平台；可以写：windows、linux、linux-arm。"),
        (["--wheels", "没有"], "没有「没有」这个文件夹。"),
        (["--project", "没有"], "没有「没有」这个文件夹。"),
    ],
)
def test_a_wrong_option_is_one_sentence(anjian, tmp_path, words, expected):
    outcome = anjian("kit", "-o", tmp_path / "kit", *words)

    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"{expected}\n")
    assert list(tmp_path.iterdir()) == []


def test_no_network_is_one_sentence_and_leaves_nothing(anjian, tmp_path, monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.invalid/simple")
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    outcome = anjian("kit", "-o", tmp_path / "kit")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("无法从软件源下载软件包；")
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_the_wheels_is_one_sentence(anjian, tmp_path):
    (tmp_path / "空").mkdir()
    outcome = anjian("kit", "-o", tmp_path / "kit", "--wheels", tmp_path / "空", "--python", "3.12")

    assert outcome.code == 2
    assert outcome.err.startswith(f"「{tmp_path / '空'}」里没有 ")
    assert outcome.err.endswith(" 的软件包（Windows，Python 3.12）。\n")
    assert [path.name for path in tmp_path.iterdir()] == ["空"]


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="runs the files for Linux")
def test_the_real_kit_builds_a_site_with_the_network_cut_off(anjian, tmp_path):
    made = anjian("kit", "-o", tmp_path / "kit", "--platform", "linux", "--platform", "windows")
    if made.err.startswith("无法从软件源下载软件包"):
        pytest.skip("no registry to take the wheels from")
    assert made.code == 0, made.err
    kit = shutil.copytree(tmp_path / "kit", tmp_path / "某 单位" / "案鉴 安装")
    shutil.rmtree(tmp_path / "kit")

    for name in ("安装", "新建案例库", "检查", "生成网站", "打包"):
        done = subprocess.run(
            [*cut_off(), "sh", str(kit / f"{name}.sh")],
            env={
                "PATH": f"{Path(sys._base_executable).parent}:/usr/bin:/bin",
                "HTTPS_PROXY": "http://127.0.0.1:9",
                "PIP_INDEX_URL": "https://mirror.invalid/simple",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.returncode == 0, done.stdout.decode()
    assert (kit / "案例库/site/index.html").is_file()
    assert anjian("verify", kit / "案例库-公开版.zip").code == 0


def cut_off() -> list[str]:
    """A network of its own without any way out, where this computer lets us have one."""
    command = ["unshare", "--map-root-user", "--net"]
    allowed = (
        shutil.which("unshare")
        and subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0
    )
    return command if allowed else []
