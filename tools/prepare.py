#!/usr/bin/env python3
"""Prepare a working copy: virtual environment, locked packages, browser.

Only the standard library is used, and the file can still be *parsed* by old
Python 3 versions, so that they get a sentence instead of a traceback.  Messages
to people are in Chinese.

    python tools/prepare.py              what is needed to build a site
    python tools/prepare.py --dev        also what is needed to develop and test
    python tools/prepare.py --browser    also see to a browser for browser tests
    python tools/prepare.py --office     also see to LibreOffice, which reads our files back

Running it again is cheap: a stamp inside ``.venv`` records which lock files the
environment was made from, and nothing happens while they are unchanged.
"""

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

MIN_PYTHON = (3, 10)
ROOT = Path(__file__).resolve().parent.parent
VENV_NAME = ".venv"
STAMP_NAME = "anjian-prepared.json"
STAMP_FORMAT = 1
GUARD_NAME = ".prepare.lock"

BUILD_LOCK = "requirements-build.lock"
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"

OFFICE_COMMANDS = (
    ("soffice", "libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui"),
    ("pdftotext", "poppler-utils"),
)
APT_PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

# May name the browser to use, ahead of everything that is looked for.
BROWSER_VARIABLE = "ANJIAN_BROWSER"
BROWSER_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
WINDOWS_BROWSERS = (
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
    ("Chromium", "Application", "chrome.exe"),
)
MAC_BROWSERS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
APT_BROWSER = "chromium"
APT_FONTS = "fonts-noto-cjk"

NETWORK_SIGNS = (
    "name resolution",
    "name or service not known",
    "nodename nor servname",
    "getaddrinfo failed",
    "newconnectionerror",
    "connectionerror",
    "connecttimeout",
    "connection refused",
    "connection reset",
    "connection aborted",
    "max retries exceeded",
    "network is unreachable",
    "no route to host",
    "read timed out",
    "readtimeout",
    "remotedisconnected",
    "proxyerror",
    "cannot connect to proxy",
    "incompleteread",
    "broken by",
)


class StopError(Exception):
    """An expected failure; its text is the sentence to show."""


# --------------------------------------------------------------------------
# Speaking
# --------------------------------------------------------------------------


def make_output_safe() -> None:
    """Let Chinese text through whatever the console or pipe is set to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        try:
            "案".encode(stream.encoding or "ascii")
        except (LookupError, UnicodeEncodeError):
            reconfigure(encoding="utf-8", errors="replace")
        else:
            reconfigure(errors="replace")


def say(text: str) -> None:
    print(text, flush=True)


def step(text: str) -> None:
    say("→ " + text)


def mask_addresses(text: str) -> str:
    """Hide web addresses: they may hold private hosts or passwords."""
    return re.sub(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s'\"<>]+", "<网址>", text)


# --------------------------------------------------------------------------
# Running programs
# --------------------------------------------------------------------------


def clean_environment(base: "dict[str, str]") -> "dict[str, str]":
    """Return the environment for child processes.

    pip's own settings are left alone, apart from those that would move the
    installation out of the virtual environment.
    """
    drop = {
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONWARNINGS",
        "PYTHONDONTWRITEBYTECODE",
        "__PYVENV_LAUNCHER__",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_DRY_RUN",
    }
    env = {key: value for key, value in base.items() if key.upper() not in drop}
    env["PIP_USER"] = "0"
    env["PIP_NO_INPUT"] = "1"
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    env["PIP_ROOT_USER_ACTION"] = "ignore"
    env["PYTHONUTF8"] = "1"
    env["PYTHONIOENCODING"] = "utf-8"
    return env


def run(command: "list[str]", **extra: str) -> "tuple[int, str]":
    """Run a program in the project folder; return its exit code and output."""
    env = clean_environment(dict(os.environ))
    env.update(extra)
    try:
        done = subprocess.run(
            command,
            cwd=str(ROOT),
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def explain_failure(output: str) -> str:
    """Turn the output of a failed pip run into one sentence (and a short tail)."""
    low = output.lower()
    if "do not match the hashes" in low:
        return (
            "下载到的软件包与锁定文件中的校验值不符，已停止安装；"
            "请检查 pip 使用的软件源或代理是否改动了文件，再重试。"
        )
    if "no space left" in low or "not enough space" in low:
        return "磁盘空间不足，请清理后重试。"
    if any(sign in low for sign in NETWORK_SIGNS):
        return "无法从软件源下载软件包；请检查网络、代理或 pip 的设置，然后重新运行本命令。"
    if "no matching distribution found" in low:
        lines = [line for line in output.splitlines() if "No matching distribution" in line]
        name = lines[-1].rsplit(" for ", 1)[-1].split(" ", 1)[0] if lines else ""
        return (
            "软件源中找不到适合本机的软件包 {}；请确认网络和 pip 的设置，"
            "以及本机系统与 Python 版本（{}.{}）受支持，然后重试。"
        ).format(name, *sys.version_info[:2])
    tail = "\n".join(mask_addresses(output).strip().splitlines()[-12:])
    return "安装软件包失败，pip 的输出末尾如下：\n" + tail


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def parse_os_release(text: str) -> "set[str]":
    """Return the distribution's own and related names from /etc/os-release."""
    names = set()
    for line in text.splitlines():
        key, sep, value = line.partition("=")
        if sep and key.strip() in {"ID", "ID_LIKE"}:
            names.update(value.strip().strip("\"'").lower().split())
    return names


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or a relative of theirs."""
    try:
        text = Path("/etc/os-release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return bool(parse_os_release(text) & {"debian", "ubuntu"}) and bool(shutil.which("apt-get"))


def apt_install(packages: "list[str]") -> bool:
    """Install Debian packages; the caller has made sure that we may."""
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    step("用 apt-get 安装：{}".format(" ".join(packages)))
    # A failed update is no reason to stop: the lists on disk may do.
    run(["apt-get", "update", *wait], DEBIAN_FRONTEND="noninteractive")
    code, output = run(
        ["apt-get", "install", "-y", "--no-install-recommends", *wait, *packages],
        DEBIAN_FRONTEND="noninteractive",
    )
    if code != 0:
        say(mask_addresses("\n".join(output.strip().splitlines()[-4:])))
    return code == 0


# --------------------------------------------------------------------------
# One preparation at a time
# --------------------------------------------------------------------------


def try_lock(handle: int) -> bool:
    """Try to lock an open file; the system releases it when the process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks: go on without
    return True


@contextlib.contextmanager
def guard(path: Path) -> "Iterator[None]":
    """Keep two preparations of the same folder from undoing each other's work."""
    try:
        handle = os.open(str(path), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        handle = -1  # read-only: fine as long as there is nothing to do
    try:
        if handle >= 0 and not try_lock(handle):
            step("另一个 prepare 正在运行，等待它结束……")
            while not try_lock(handle):
                time.sleep(0.5)
        yield
    finally:
        if handle >= 0:
            os.close(handle)


# --------------------------------------------------------------------------
# Python
# --------------------------------------------------------------------------


def python_is_new_enough(version: "tuple[int, ...]") -> bool:
    return version[:2] >= MIN_PYTHON


def find_newer_python() -> "list[str] | None":
    """Look for a Python that is new enough when ours is not."""
    test = "import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)"
    candidates = [["python3.{}".format(minor)] for minor in (13, 12, 11, 10, 14)]
    if os.name == "nt":
        candidates.insert(0, ["py", "-3"])
    for candidate in candidates:
        found = shutil.which(candidate[0])
        if found is None:
            continue
        command = [found, *candidate[1:]]
        if run([*command, "-c", test])[0] == 0:
            return command
    return None


# --------------------------------------------------------------------------
# The virtual environment
# --------------------------------------------------------------------------


def venv_python(venv: Path) -> Path:
    if os.name == "nt":
        return venv / "Scripts" / "python.exe"
    return venv / "bin" / "python"


def file_hash(path: Path) -> str:
    """SHA-256 of a text file, the same whatever its line ends."""
    try:
        data = path.read_bytes()
    except OSError:
        message = "缺少文件 {}，请重新取得完整的项目。".format(path.name)
        raise StopError(message) from None
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def wanted_stamp(root: Path) -> "dict[str, object]":
    """Describe the environment that the files of the project ask for."""
    return {
        "format": STAMP_FORMAT,
        # Scripts in the environment hold its path, so a moved folder needs a new one.
        "root": str(root),
        "build": file_hash(root / BUILD_LOCK),
        "runtime": file_hash(root / RUNTIME_LOCK),
        "dev": file_hash(root / DEV_LOCK),
        "project": file_hash(root / "pyproject.toml"),
    }


def read_stamp(venv: Path) -> "dict[str, object]":
    """Return what the environment was made from; empty if it was never finished."""
    try:
        data = json.loads((venv / STAMP_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def write_stamp(venv: Path, stamp: "dict[str, object]") -> None:
    """Write the stamp so that it is there either whole or not at all."""
    draft = venv / (STAMP_NAME + ".new")
    draft.write_text(json.dumps(stamp, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(str(draft), str(venv / STAMP_NAME))


def plan(
    have: "dict[str, object]", want: "dict[str, object]", *, dev: bool, healthy: bool
) -> "tuple[bool, bool, bool]":
    """Decide what is to be done.

    Returns (make the environment anew, install packages, install the project).
    ``have["dev"]`` is empty in an environment without the development packages.
    """
    names = ["format", "root", "build", "runtime"]
    if have.get("dev"):
        names.append("dev")
    if not healthy or any(have.get(name) != want[name] for name in names):
        return True, True, True
    packages = dev and not have.get("dev")
    return False, packages, have.get("project") != want["project"]


def remove(path: Path) -> None:
    """Remove a folder, file or link."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(str(path))
        elif path.exists() or path.is_symlink():
            path.unlink()
    except OSError:
        message = "无法删除旧的 {}：可能有程序正在使用它，请关闭后重试，或手动删除该文件夹。"
        raise StopError(message.format(path.name)) from None


def has_ensurepip() -> bool:
    return run([sys.executable, "-c", "import venv, ensurepip; ensurepip.version()"])[0] == 0


def make_venv(venv: Path) -> None:
    """Create an empty virtual environment with pip in it."""
    if not has_ensurepip():
        name = "python{}.{}-venv".format(*sys.version_info[:2])
        from_system = sys.base_prefix == "/usr" and has_apt()
        if from_system and is_root():
            apt_install([name])
        if not has_ensurepip():
            how = "请先以管理员身份运行 apt-get install {}".format(name) if from_system else ""
            message = "这个 Python 缺少 venv 或 ensurepip 模块，无法创建虚拟环境；{}，然后重试。"
            raise StopError(message.format(how or "请安装完整的 Python 3.10 或更高版本"))
    code, output = run([sys.executable, "-m", "venv", str(venv)])
    if code != 0 or not venv_python(venv).exists():
        tail = "\n".join(output.strip().splitlines()[-3:])
        remove(venv)
        raise StopError("无法创建虚拟环境 {}：\n{}".format(venv.name, tail))


def pip_install(venv: Path, arguments: "list[str]") -> None:
    code, output = run([str(venv_python(venv)), "-m", "pip", "install", *arguments])
    if code != 0:
        raise StopError(explain_failure(output))


def locked(name: str) -> "list[str]":
    """Return pip's arguments for installing exactly what a lock file says.

    Only wheels are taken, so nothing is ever compiled.
    """
    return [
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "-r",
        name,
    ]


def relative_pth(site_packages: Path, root: Path) -> str:
    """Return the line for a .pth file that leads from site-packages to the project.

    Relative and hence (nearly always) plain ASCII: before Python 3.13 the file is
    read in the system's encoding, so that an absolute path with Chinese characters
    written by a build tool in UTF-8 would not be found on Windows.
    """
    return Path(os.path.relpath(str(root), str(site_packages))).as_posix() + "\n"


def install_project(venv: Path) -> None:
    """Install the project itself, editable and without network."""
    pip_install(venv, ["--no-index", "--no-deps", "--no-build-isolation", "-e", "."])
    code, output = run(
        [
            str(venv_python(venv)),
            "-c",
            "import sysconfig; print(sysconfig.get_path('purelib'))",
        ]
    )
    if code != 0:
        raise StopError("虚拟环境中的 Python 无法运行，请删除 .venv 后重试。")
    site_packages = Path(output.strip())
    for pth in site_packages.glob("*anjian*.pth"):
        pth.write_text(relative_pth(site_packages, ROOT), encoding="utf-8")
    code, _ = run([str(venv_python(venv)), "-c", "import generator"])
    if code != 0:
        raise StopError("项目已安装，但无法导入 generator 包；请确认项目文件完整。")


def prepare_venv(*, dev: bool) -> None:
    """Bring the virtual environment in line with the lock files."""
    venv = ROOT / VENV_NAME
    want = wanted_stamp(ROOT)
    have = read_stamp(venv)
    dev = dev or bool(have.get("dev"))
    present = venv.exists() or venv.is_symlink()
    healthy = bool(have) and run([str(venv_python(venv)), "-c", "import pip"])[0] == 0
    anew, packages, project = plan(have, want, dev=dev, healthy=healthy)
    if not (anew or packages or project):
        step("{} 已是最新，无需安装".format(VENV_NAME))
        return
    if anew and Path(sys.prefix).resolve() == venv.resolve():
        message = "需要重建 .venv，但本命令正由其中的 Python 运行；请先执行 deactivate 再重试。"
        raise StopError(message)
    if anew:
        if present:
            step("删除{}的 {}".format("过期" if healthy else "不完整", VENV_NAME))
            remove(venv)
        step("创建虚拟环境 {}（Python {}.{}.{}）".format(VENV_NAME, *sys.version_info[:3]))
        make_venv(venv)
    else:
        # From here on the environment is unfinished until the new stamp is written.
        remove(venv / STAMP_NAME)
    if anew:
        step("安装构建工具")
        pip_install(venv, locked(BUILD_LOCK))
    if packages:
        purpose = "运行和开发" if dev else "运行"
        step("安装{}所需的软件包（首次约需一两分钟）".format(purpose))
        pip_install(venv, locked(DEV_LOCK if dev else RUNTIME_LOCK))
    if project:
        step("安装案鉴本身")
        install_project(venv)
    if not dev:
        want["dev"] = ""
    write_stamp(venv, want)


# --------------------------------------------------------------------------
# The browser
# --------------------------------------------------------------------------


def browser_candidates(platform: str, env: "dict[str, str]") -> "list[Path]":
    """List the places of browsers that are not on PATH, most wanted first."""
    if platform == "win32":
        # Names are case-insensitive there, but not in a dict.
        upper = {key.upper(): value for key, value in env.items()}
        names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        bases = [upper[name] for name in names if upper.get(name)]
        return [Path(base, *parts) for parts in WINDOWS_BROWSERS for base in bases]
    if platform == "darwin":
        bases = ["/Applications"]
        if env.get("HOME"):
            bases.append(env["HOME"] + "/Applications")
        return [Path(base, name) for name in MAC_BROWSERS for base in bases]
    return []


def browser_runs(path: str) -> bool:
    """Whether it is a real browser: Ubuntu's commands may be mere hints at snap."""
    if sys.platform != "linux":
        return True  # there, asking for the version could open a window
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and bool(re.search(rb"\d+\.\d+", done.stdout))


def find_browser() -> "str | None":
    """Return the path of a Chromium-like browser on this machine."""
    named = os.environ.get(BROWSER_VARIABLE)
    if named and Path(named).is_file():
        return named
    for command in BROWSER_COMMANDS:
        found = shutil.which(command)
        if found and browser_runs(found):
            return found
    for path in browser_candidates(sys.platform, dict(os.environ)):
        if path.is_file():
            return str(path)
    return None


def has_chinese_font() -> bool:
    """Whether pages can show Chinese; asked on Linux only."""
    if shutil.which("fc-list"):
        code, output = run(["fc-list", ":lang=zh"])
        return code == 0 and bool(output.strip())
    return any(Path("/usr/share/fonts").glob("**/*CJK*"))


def prepare_browser() -> None:
    """See to a browser and a Chinese font; having none is not an error."""
    step("查找浏览器")
    browser = find_browser()
    missing = [] if browser else [APT_BROWSER]
    if sys.platform == "linux" and not has_chinese_font():
        missing.append(APT_FONTS)
    if missing and has_apt() and is_root():
        apt_install(missing)
        browser = browser or find_browser()
    if browser:
        say("  浏览器：{}".format(browser))
    else:
        say("  没有找到 Chromium、Chrome 或 Edge，浏览器测试将被跳过。")
    if browser and APT_FONTS in missing and not has_chinese_font():
        say("  没有找到中文字体，浏览器中的汉字可能显示为方框。")


# --------------------------------------------------------------------------
# Office programs, which the tests read files back with
# --------------------------------------------------------------------------


def has_pango() -> bool:
    """Whether PDF files can be laid out."""
    from ctypes.util import find_library

    return find_library("pango-1.0") is not None


def prepare_office() -> None:
    """See to the programs that tests open our files with; having none is not an error."""
    step("查找 LibreOffice 和 PDF 工具")
    missing = [package for command, package in OFFICE_COMMANDS if not shutil.which(command)]
    if sys.platform == "linux" and not has_pango():
        missing.append(APT_PANGO)
    if missing and has_apt() and is_root():
        apt_install(sorted({one for names in missing for one in names.split()}))
    absent = [command for command, _ in OFFICE_COMMANDS if not shutil.which(command)]
    if absent:
        say("  没有找到 {}，读回 Word、PPT、PDF 的测试将被跳过。".format("、".join(absent)))
    else:
        say("  都在。")


# --------------------------------------------------------------------------
# Command line
# --------------------------------------------------------------------------


def next_command(platform: str) -> str:
    if platform == "win32":
        return r".venv\Scripts\anjian build"
    return ".venv/bin/anjian build"


def prepare(*, dev: bool, browser: bool, office: bool) -> None:
    started = time.monotonic()
    with guard(ROOT / GUARD_NAME):
        prepare_venv(dev=dev)
        if browser:
            prepare_browser()
        if office:
            prepare_office()
    say("准备完成（用时 {:.0f} 秒）。".format(time.monotonic() - started))
    say("接下来生成站点：{}".format(next_command(sys.platform)))


def main(argv: "list[str] | None" = None) -> int:
    make_output_safe()
    arguments = sys.argv[1:] if argv is None else argv
    if not python_is_new_enough(tuple(sys.version_info[:2])):
        newer = find_newer_python()
        if newer is not None:
            return subprocess.call([*newer, str(Path(__file__).resolve()), *arguments])
        message = "案鉴需要 Python 3.10 或更高版本，当前是 {}.{}；请安装新版 Python 后重试。"
        print(message.format(*sys.version_info[:2]), file=sys.stderr)
        return 1
    parser = argparse.ArgumentParser(description="准备案鉴的运行环境", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    parser.add_argument("--dev", action="store_true", help="同时安装开发和测试所需的软件包")
    parser.add_argument("--browser", action="store_true", help="同时准备浏览器测试所需的浏览器")
    parser.add_argument("--office", action="store_true", help="同时准备读回文件所需的 LibreOffice")
    options = parser.parse_args(arguments)
    try:
        prepare(dev=options.dev, browser=options.browser, office=options.office)
    except StopError as error:
        print("错误：{}".format(error), file=sys.stderr)
        return 1
    except PermissionError as error:
        message = "错误：没有写入 {} 的权限；请检查项目文件夹的权限后重试。"
        print(message.format(error.filename or "项目文件夹"), file=sys.stderr)
        return 1
    except OSError as error:
        print("错误：无法读写文件：{}".format(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已中断；再次运行本命令即可继续。", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
