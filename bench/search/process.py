"""CPU seconds and peak memory of a program that runs in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Used:
    """What a program needed, and what it printed."""

    seconds: float
    memory: float
    """Its largest resident size in MB, as the kernel counts it (VmHWM)."""
    printed: str


def measured(command: list[str], folder: Path) -> Used:
    """Run a program to its end; one that fails ends the benchmark with what it printed."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with (folder / "printed.txt").open("w+", encoding="utf-8") as printed:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=printed, stderr=subprocess.STDOUT
        )
        ended = threading.Event()
        watch = _Watch(process.pid, ended)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watch.join()
        printed.seek(0)
        text = printed.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{text[-4000:]}")
    return Used(used.ru_utime + used.ru_stime, watch.highest / 1024, text)


def memory(process: int, what: str) -> int:
    """A figure of /proc/PID/status in KB (VmRSS now, VmHWM at its highest); 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith(f"{what}:")]
    return int(found[0]) if found else 0


class _Watch(threading.Thread):
    """Looks at a process twenty times a second.

    The peak that wait4 reports is no use: it holds the memory of the process that started it.
    """

    def __init__(self, process: int, ended: threading.Event) -> None:
        super().__init__(daemon=True)
        self.highest = 0
        self._process = process
        self._ended = ended

    def run(self) -> None:
        while not self._ended.wait(0.05):
            self.highest = max(self.highest, memory(self._process, "VmHWM"))
