"""Builds in which something goes wrong at a chosen moment, each in a forked process of its own.

Run as a module, it answers requests, one JSON text a line. Everything is loaded once, so that a
build costs a fraction of a second. A moment is the n-th time that a build touches the project; it
is told by the audit events of Python, which come before the step they announce, and a hook that
raises makes the step fail.
"""

import errno
import gc
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import jinja2

from generator.bundle import swap
from generator.cli import application
from generator.cli._program import run
from tests.bundle.trees import states, tree

_GROWS = ("write", "os.mkdir", "os.rename")
_CHANGES = (*_GROWS, "os.remove", "os.rmdir")
_AT = {
    "full": _GROWS,
    "short": ("write",),
    "denied": _CHANGES,
    "read-only": _CHANGES,
    "beside": ("os.mkdir",),  # never before the lock is held, never after
}
"""The events at which a fault can happen, where it cannot happen at all of them."""

_ERRORS = {"full": errno.ENOSPC, "denied": errno.EACCES, "read-only": errno.EROFS}
_TODAY = ("--today", "2026-01-01")


@dataclass
class Fault:
    """Watches one build and lets it fail at the n-th event."""

    project: Path
    kind: str
    number: int = 0
    seen: int = 0
    begun: bool = False
    within: bool = False
    places: list[tuple[str, str]] = field(default_factory=list)
    beside: dict = field(default_factory=dict)

    def __call__(self, name, arguments):
        if self.within or self.kind == "nothing":
            return
        event, path = self.event(name, arguments)
        if event:
            self.within = True
            try:
                self.happens(event, path)
            finally:
                self.within = False

    def event(self, name, arguments):
        if name == "ctypes.dlsym":
            return ("swap" if arguments[1] == "renameat2" else ""), ""
        if name == "open":
            written = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            name = "write" if written else "read"
        elif name not in {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir"}:
            return "", ""
        if not isinstance(arguments[0], (str, bytes, os.PathLike)):
            return "", ""
        path = os.fsdecode(arguments[0])
        # Whole folders are removed by names in an open folder.
        inside = name in {"os.remove", "os.rmdir"} and arguments[1] != -1
        return (name if inside or path.startswith(str(self.project)) else ""), path

    def happens(self, event, path):
        self.seen += 1
        if self.kind == "record":
            self.places.append((event, place(event)))
        first = self.seen == self.number
        self.begun = self.begun or first
        if self.kind in _ERRORS:
            # A rename fails once, or it could not be taken back either.
            if first or (self.begun and event in _AT[self.kind] and event != "os.rename"):
                raise OSError(_ERRORS[self.kind], os.strerror(_ERRORS[self.kind]), path)
        elif first:
            self.strike(event, path)

    def strike(self, event, path):
        if self.kind == "torn" and event == "write":
            Path(path).write_bytes(b"half")
        if self.kind in {"kill", "torn"}:
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.kind == "short":
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        elif self.kind == "moved":
            self.project.rename(moved(self.project))
        elif self.kind == "beside":
            before = tree(self.project)
            command = [sys.executable, "-m", "generator", *self.beside, "--root", self.project]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            changed = tree(self.project) != before
            told = {"code": done.returncode, "err": done.stderr, "changed": changed}
            os.write(2, f"{json.dumps(told)}\n".encode())


def place(event):
    """Where in the program an event comes from: lines of ours, and that of MkDocs."""
    frame, lines, other = sys._getframe(2), [], ""
    while frame is not None:
        name = frame.f_code.co_filename.replace(os.sep, "/")
        at = f"{name.rpartition('/')[2]}:{frame.f_lineno}"
        if "/generator/" in name:
            lines.append(at)
        elif not other and "/mkdocs/" in name:
            other = at
        frame = frame.f_back
    return " < ".join([event, other, *lines[:3]])


def moved(project):
    """Where a project goes that is pulled away."""
    return project.with_name(f"{project.name} 移走")


def forked(arguments, fault, way="exchange"):
    """Build in a child; return the exit code, minus the signal that ended it, and what it said."""
    (out, out_end), (err, err_end) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        code = 99
        try:
            os.dup2(err_end, 2)
            sys.stdout, sys.stderr = os.fdopen(out_end, "w"), os.fdopen(err_end, "w")
            if way == "renames":
                swap.exchange = lambda *_: False
            sys.addaudithook(fault)
            code = run(application(), ["--root", str(fault.project), *arguments, *_TODAY])
            if fault.kind == "record":
                sys.stderr.write(json.dumps(fault.places))
        except BaseException:  # noqa: BLE001 - the child must not go on as a second parent
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    os.close(out_end)
    os.close(err_end)
    said = [Path(f"/dev/fd/{end}").read_text("utf-8") for end in (err, out)]
    os.close(out)
    os.close(err)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said[0]


@lru_cache
def recorded(original, work, arguments, way):
    """Every event of a build that nothing happens to, with the place in the program."""
    project = shutil.copytree(original, Path(work) / "案例库")
    code, told = forked(arguments, Fault(project, "record"), way)
    assert code == 0, told
    shutil.rmtree(project)
    return [(event, line) for event, line in json.loads(told)]


def moments(request, events):
    """The numbers of the events that are asked for: by chance, all, or one for each place."""
    kinds = _AT.get(request["kind"])
    able = [number for number, one in enumerate(events, 1) if not kinds or one[0] in kinds]
    if request["pick"] == "places":
        return list({events[number - 1][1]: number for number in reversed(able)}.values())[::-1]
    if request["pick"] == "all":
        return able
    return sorted(random.Random(request["seed"]).sample(able, request["pick"]))


def answer(request):
    """Build once for each moment; tell what was said and what is left each time.

    A request of the kind `nothing` builds the project itself, once.
    """
    if request["kind"] == "nothing":
        project = Path(request["project"])
        code, err = forked(request["arguments"], Fault(project, "nothing"))
        return {"code": code, "err": err, "left": states(project)}
    work, arguments = Path(request["work"]), tuple(request["arguments"])
    way = request.get("way", "exchange")
    events = recorded(request["project"], request["work"], arguments, way)
    found, asker = [], os.getppid()
    for number in moments(request, events):
        if os.getppid() != asker:
            sys.exit("nobody waits for the answer")
        project = shutil.copytree(request["project"], work / "案例库")
        fault = Fault(project, request["kind"], number, beside=request.get("beside"))
        code, err = forked(arguments, fault, way)
        left = moved(project) if moved(project).exists() else project
        ghost = left is not project and project.exists()
        one = {"at": f"{number} {events[number - 1][1]}", "code": code, "err": err}
        one |= {"left": states(left), "ghost": ghost}
        if request.get("again"):
            one["again"], one["again err"] = forked(arguments, Fault(left, "nothing"), way)
            one["then"] = states(left)
        for folder in (moved(project), project):
            shutil.rmtree(folder, ignore_errors=True)
        found.append(one)
    return found


def remembered(compile_):
    """Compile each template once for all builds, though each has an environment of its own."""
    known = {}

    def compiled(environment, source, *more):
        if not isinstance(source, str):
            return compile_(environment, source, *more)
        key = (source, *more)
        if key not in known:
            known[key] = compile_(environment, source, *more)
        return known[key]

    return compiled


def main():
    """Answer requests; the first argument is a project for a build that loads everything."""
    project, answered = Path(sys.argv[1]), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    jinja2.Environment.compile = remembered(jinja2.Environment.compile)
    assert run(application(), ["--root", str(project), "build", *_TODAY]) == 0
    gc.collect()
    gc.freeze()  # or each child would copy what it only looks through
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), file=answered, flush=True)


if __name__ == "__main__":
    main()
