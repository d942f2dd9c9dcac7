"""anjian serve: saving shows at once, a mistake shows in the terminal and breaks nothing."""

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from generator.disk import snapshot

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


class Served:
    """A running `anjian serve`, read line by line; every request and line has a time limit."""

    def __init__(self, project, root):
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", "serve", "--root", project, "--port", "0"],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines = []
        self.address = ""

    def until(self, text):
        for line in self.process.stdout:
            self.lines.append(line)
            if text in line:
                return line
        raise AssertionError("".join(self.lines))

    def get(self, path, host=None):
        request = urllib.request.Request(self.address + path)
        if host:
            request.add_header("Host", host)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code

    def reload(self, page):
        """Wait as the script in a page waits: for a number that is greater than its own."""
        epoch = int(re.search(r"livereload\((\d+),", page)[1])
        assert int(self.get(f"livereload/{epoch}/1")) > epoch


@pytest.fixture
def served(own_library, root):
    running = Served(own_library, root)
    yield running
    running.process.terminate()
    running.process.communicate()


@POSIX
def test_the_whole_way(served, own_library):
    record = next((own_library / "cases").rglob("*.yaml"))
    text = record.read_text("utf-8")
    page = f"library/case/{record.stem}.html"
    line = served.until("Ctrl+C")
    served.address = re.search(r"http://127\.0\.0\.1:\d+/", line)[0]

    before = served.get(page)
    assert "改过的" not in before
    assert served.get("meiyou.html") == 404
    assert served.get("", host="evil.example") == 403

    record.write_text(text.replace("标题: ", "标题: 改过的", 1), "utf-8")
    served.reload(before)
    changed = served.get(page)
    assert "改过的" in changed

    record.write_text(text + "坏: [\n", "utf-8")
    served.until("没有更新，仍显示上一次的网站")
    assert any("错误 R004" in one for one in served.lines)
    assert "改过的" in served.get(page)

    record.write_text(text, "utf-8")
    served.reload(changed)
    assert "改过的" not in served.get(page)

    served.process.send_signal(signal.SIGINT)
    rest, _ = served.process.communicate(timeout=60)
    assert served.process.returncode == 0
    assert rest.endswith("已结束。\n")
    said = "".join(served.lines)
    assert not re.search(r"Traceback|INFO|WARNING|GET|jieba|dict", said)
    assert not (own_library / "site").exists()


@POSIX
def test_a_project_that_begins_with_a_mistake_is_shown_once_it_is_mended(served, own_library):
    bad = own_library / "cases" / "bad.yaml"
    bad.write_text("标题: [\n", "utf-8")
    line = served.until("Ctrl+C")
    served.address = re.search(r"http://127\.0\.0\.1:\d+/", line)[0]

    waiting = served.get("")
    assert "还没有网站可看" in waiting

    bad.unlink()
    served.reload(waiting)
    assert "还没有网站可看" not in served.get("")


def test_a_port_that_is_taken(own_library, anjian):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = anjian("serve", "--root", own_library, "--port", port)
    assert outcome.code == 2
    assert f"打不开端口 {port}：已被别的程序占用" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_a_port_that_there_is_not(own_library, anjian, port):
    outcome = anjian("serve", "--root", own_library, f"--port={port}")
    assert outcome.code == 2
    assert "要在 1 到 65535 之间" in outcome.err


def test_only_sources_count_as_changed(own_library, anjian):
    seen = snapshot(own_library)
    assert anjian("generate", "--root", own_library).code == 0
    (own_library / "docs" / "~$a.docx").write_text("x", "utf-8")
    (own_library / "site").mkdir()
    assert snapshot(own_library) == seen

    (own_library / "docs" / "a.png").write_text("x", "utf-8")
    with_image = snapshot(own_library)
    assert with_image != seen
    (own_library / "mkdocs.yml").write_text("site_name: 别名\n", "utf-8")
    assert snapshot(own_library) != with_image
    assert snapshot(own_library / "没有") == {}
