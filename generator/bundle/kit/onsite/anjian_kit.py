"""Runs in an installer folder, on the editor's PC: install without network, then the commands.

Called by the files to double-click, with the standard library only. What it says is Chinese.
Exit codes: 0 done, 1 findings, 2 could not run.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

KIT = Path(__file__).resolve().parent.parent
HOME = KIT / ".venv"
STAMP = HOME / "anjian-kit.txt"
LOCK = KIT / "requirements.lock"
LIBRARY = KIT / "案例库"
MACHINES = {
    ("win-amd64", ""): "windows",
    ("linux", "x86_64"): "linux",
    ("linux", "aarch64"): "linux-arm",
}
LONGEST_WINDOWS_PATH = 259
COMPILED = 30  # what compiling adds to a module's path


class StopError(Exception):
    """The step could not be done; the message is a Chinese sentence."""


def say(text: str) -> None:
    """Print a line at once, whatever the console is set to."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def suits() -> int:
    """Whether this Python can use the wheels of the folder, as an exit code."""
    about = json.loads((KIT / "program" / "kit.json").read_text(encoding="utf-8"))
    system = sysconfig.get_platform()
    machine = ("linux", platform.machine()) if system.startswith("linux") else (system, "")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    good = (
        version in about["pythons"]
        and MACHINES.get(machine) in about["platforms"]
        and sys.implementation.name == "cpython"
        and sys.maxsize > 2**32
        and not sysconfig.get_config_var("Py_GIL_DISABLED")
    )
    return 0 if good else 1


def install() -> int:
    """Make the environment of the program; nothing is done where it is there and whole."""
    verify()
    stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest() + "\n" + str(KIT) + "\n"
    if installed(stamp):
        say("已经装好了，不用再装。")
        return 0
    refuse_long_paths()
    if HOME.exists() or HOME.is_symlink():
        say("删去不完整的或过期的旧环境……")
        shutil.rmtree(str(HOME))
    say("正在安装，约一两分钟，请等待……")
    # Without the pip that Python brings: some systems leave it out, and ours is among the wheels.
    run([sys.executable, "-I", "-m", "venv", "--without-pip", str(HOME)], "建不了运行环境")
    pip = [str(interpreter()), "-I", "-X", "utf8", str(packaged_pip()), "--isolated"]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-input"]
    exact = ["--no-index", "--find-links", "wheels", "--require-hashes", "--only-binary=:all:"]
    wanted = ["--no-deps", "--no-warn-script-location", "--requirement", LOCK.name]
    run([*pip, "install", *quiet, *exact, *wanted], "软件包没有装上")
    run([*pip, "check"], "装好的软件包不齐")
    run([str(interpreter()), "-I", "-m", "generator", "--version"], "装好的案鉴不能运行")
    STAMP.write_text(stamp, encoding="utf-8")
    say("装好了。接下来双击「新建案例库」；已有案例库的，双击「检查」或「生成网站」。")
    return 0


def command(word: str) -> int:
    """Run a command of the program on the library: the folder that was dropped, else ours."""
    given = os.environ.get("ANJIAN_PROJECT", "")
    project = Path(given) if given else LIBRARY
    if word == "init":
        code = anjian("init", str(project))
        if code == 0:
            say("不用输入命令的：改好记录以后，双击「检查」和「生成网站」。")
        return code
    if not (project / "mkdocs.yml").is_file():
        raise StopError(
            f"「{project}」里没有案例库。先双击「新建案例库」，或者把案例库的文件夹拖到这个文件上。"
        )
    bundle = KIT / f"{project.resolve().name}-公开版.zip"
    return anjian("--root", str(project), word, *(["-o", str(bundle)] if word == "pack" else []))


def anjian(*arguments: str) -> int:
    """Run the installed program and return its exit code."""
    line = [str(interpreter()), "-I", "-X", "utf8", "-m", "generator", *arguments]
    return subprocess.call(line, cwd=str(KIT))  # noqa: S603 - our own interpreter, no shell


def installed(stamp: str) -> bool:
    """Whether the environment was made here, from these files, and still runs."""
    if not STAMP.is_file() or STAMP.read_text(encoding="utf-8") != stamp:
        return False
    try:
        run([str(interpreter()), "-I", "-c", "import generator"], "")
    except StopError:
        return False
    return True


def interpreter() -> Path:
    """The Python of the environment."""
    return HOME / "Scripts" / "python.exe" if os.name == "nt" else HOME / "bin" / "python"


def packaged_pip() -> Path:
    """The way into pip's wheel, which runs without being installed."""
    return next((KIT / "wheels").glob("pip-*.whl")) / "pip"


def verify() -> None:
    """Stop where a file of the installer is missing or not as it was packed."""
    wrong = []
    for line in (KIT / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        if name.startswith(f"{LIBRARY.name}/"):
            continue  # the library is there to be changed
        path = KIT / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            wrong.append(name)
    if wrong:
        listed = "、".join(wrong[:5]) + (" 等" if len(wrong) > 5 else "")
        raise StopError(f"有 {len(wrong)} 个文件缺少或损坏，请重新拷贝整个文件夹：{listed}。")


def refuse_long_paths() -> None:
    """Stop where the packages would get longer paths than Windows takes by default."""
    if os.name != "nt":
        return
    longest = max(
        len(name)
        for path in (KIT / "wheels").glob("*.whl")
        for name in zipfile.ZipFile(str(path)).namelist()
    )
    inside = len(str(Path(".venv", "Lib", "site-packages"))) + 2 + longest + COMPILED
    most = LONGEST_WINDOWS_PATH - inside
    if len(str(KIT)) > most:
        raise StopError(
            f"这个文件夹的路径太长（最多 {most} 个字）。请移到短的地方，例如 D:\\案鉴。"
        )


def run(line: list[str], problem: str) -> None:
    """Run a program quietly; where it fails, stop and show the end of what it printed."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        line,
        cwd=str(KIT),
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        tail = done.stdout.decode("utf-8", "replace").strip().splitlines()[-5:]
        raise StopError("\n".join([f"{problem}，下面的话请告诉维护者：", *tail]))


def main(words: list[str]) -> int:
    """Do one step; a failure becomes a sentence."""
    try:
        if words == ["suits"]:
            return suits()
        if words == ["install"]:
            return install()
        return command(*words)
    except StopError as error:
        say(str(error))
    except OSError as error:
        name = f"「{error.filename}」" if error.filename else ""
        say(f"系统拒绝了这一步：{name}{error.strerror}。请检查磁盘空间和权限，再试一次。")
    except KeyboardInterrupt:
        say("已停止；再双击一次就会重来。")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
