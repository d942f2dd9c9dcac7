"""Builds in which something goes wrong at a chosen moment, each in a forked process of its own.

Run as a module: one JSON request on the standard input, one JSON answer on the standard output.
The parent loads everything once, so that a build costs a fraction of a second. A moment is the
n-th time that a build touches the project; it is told by the audit events of Python, which come
before the step they announce, and a hook that raises makes the step fail.
"""

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from generator.bundle import swap
from generator.cli import application
from generator.cli._program import run
from tests.bundle.trees import states

_GROWS = ("write", "os.mkdir", "os.rename")
_CHANGES = (*_GROWS, "os.remove", "os.rmdir", "swap")
_ERRORS = {"full": errno.ENOSPC, "denied": errno.EACCES, "read-only": errno.EROFS}


@dataclass
class Fault:
    """Watches one build and lets it fail at the n-th event."""

    project: Path
    kind: str
    number: int
    places: list[str] = field(default_factory=list)
    begun: bool = False
    within: bool = False

    def __call__(self, name, arguments):
        if self.within:
            return
        event, path = self.event(name, arguments)
        if not event:
            return
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
        wanted = {"full": _GROWS, "short": ("write",), "denied": _CHANGES, "read-only": _CHANGES}
        if event not in wanted.get(self.kind, (event,)):
            return
        self.places.append(place(event))
        if self.begun and event != "os.rename" and self.kind in _ERRORS:
            raise OSError(_ERRORS[self.kind], os.strerror(_ERRORS[self.kind]), path)
        if len(self.places) != self.number:
            return
        self.begun = True
        if self.kind in _ERRORS:
            raise OSError(_ERRORS[self.kind], os.strerror(_ERRORS[self.kind]), path)
        if self.kind == "torn" and event == "write":
            Path(path).write_bytes(b"half")
        if self.kind in {"kill", "torn"}:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.kind == "short":
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        if self.kind == "moved":
            self.project.rename(moved(self.project))
        if self.kind == "wait":
            os.write(3, b"here")
            os.read(4, 1)


def place(event):
    """Where in the program an event comes from: lines of ours, and the module that was called."""
    frame, lines, other = sys._getframe(2), [], ""
    while frame is not None:
        name = frame.f_code.co_filename.replace(os.sep, "/")
        if "/generator/" in name:
            lines.append(f"{name.rpartition('/')[2]}:{frame.f_lineno}")
        elif not other and "/mkdocs" in name:
            other = f"{name.rpartition('/')[2]}:{frame.f_lineno}"
        frame = frame.f_back
    return " < ".join([event, other, *lines[:3]])


def moved(project):
    """Where a project goes that is pulled away."""
    return project.with_name(f"{project.name} 移走")


def forked(project, arguments, fault, outcome, way):
    """Build in a child; return the exit code, minus the signal that ended it, and what it said."""
    outcome.mkdir(exist_ok=True)
    child = os.fork()
    if not child:
        code = 99
        try:
            for number, name in ((1, "out"), (2, "err")):
                os.dup2(os.open(outcome / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            if way == "renames":
                swap.exchange = lambda *_: False
            sys.addaudithook(fault)
            code = run(application(), ["--root", str(project), "build", *arguments])
            fault.kind = "over"
            (outcome / "places").write_text("\n".join(fault.places), "utf-8")
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException:  # noqa: BLE001 - the child must not go on as a second parent
            fault.kind = "over"
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(code)
    _, status = os.waitpid(child, 0)
    said = [(outcome / name).read_text("utf-8") for name in ("out", "err")]
    return os.waitstatus_to_exitcode(status), *said


def answer(request):
    """Build once for each moment; tell what was said and what is left each time."""
    original, work = Path(request["project"]), Path(request["work"])
    outcome, arguments = work / "said", request["arguments"]
    way = request.get("way", "exchange")
    found = []
    count = places = None
    if request.get("count"):
        project = shutil.copytree(original, work / original.name)
        code, out, err = forked(
            project, arguments, Fault(project, request["kind"], 0), outcome, way
        )
        assert code == 0, (code, out, err)
        places = (outcome / "places").read_text("utf-8").splitlines()
        count = len(places)
        shutil.rmtree(project)
    for number in moments(request, places):
        project = shutil.copytree(original, work / original.name)
        fault = Fault(project, request["kind"], number)
        code, out, err = forked(project, arguments, fault, outcome, way)
        left = moved(project) if moved(project).exists() else project
        one = {"number": number, "code": code, "out": out, "err": err, "left": states(left)}
        one["place"] = places[number - 1] if places else ""
        one["ghost"] = left is not project and project.exists()
        if request.get("again", True):
            nothing = Fault(left, "none", 0)
            one["again"], _, one["again err"] = forked(left, arguments, nothing, outcome, way)
            one["then"] = states(left)
        for folder in {left, project}:
            shutil.rmtree(folder, ignore_errors=True)
        found.append(one)
    return {"count": count, "runs": found}


def moments(request, places):
    """The numbers that were asked for: as given, by chance, all, or one for each place."""
    if "numbers" in request:
        return request["numbers"]
    first = {}
    for number, name in enumerate(places, 1):
        first.setdefault(name, number)
    if request["pick"] == "places":
        return sorted(first.values())
    if request["pick"] == "all":
        return range(1, len(places) + 1)
    chance = random.Random(request["seed"])
    return sorted(chance.sample(range(1, len(places) + 1), request["pick"]))


def main():
    """Answer one request; everything is loaded by a build that nothing happens to."""
    request = json.load(sys.stdin)
    work = Path(request["work"])
    project = shutil.copytree(request["project"], work / "first" / "案例库")
    answered = sys.stdout
    sys.stdout = sys.stderr
    assert run(application(), ["--root", str(project), "build", *request["arguments"]]) == 0
    shutil.rmtree(work / "first")
    json.dump(answer(request), answered)


if __name__ == "__main__":
    main()
