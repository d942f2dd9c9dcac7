"""Make an installer folder: whole at its place, or nothing there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from ...disk import CONFIGURATION, RECORD_FOLDERS, DiskError, read_files, reason, snapshot
from ...lock import exclusive
from ..member_names import names_problem
from ..sums import SUMS, sha256, sha256_of, sums_text
from ..workshop import clear, make_workshop
from .locked import Pin, pin_of, read_lock
from .onsite_files import LIBRARY, is_executable, onsite_files
from .own_wheel import NAME, OwnWheel
from .problem import KitError
from .targets import Target
from .wheels import fetch_wheels, refuse_foreign

WHEELS = "wheels"
LOCK = "requirements.lock"
_BESIDE_RECORDS = ("README.md", ".gitignore", ".vscode")


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into an installer: this program, what it needs, and pip to install both with."""

    own: OwnWheel
    lock: str
    build_lock: str


@dataclass(frozen=True, slots=True)
class Made:
    """What an installer folder holds."""

    wheels: int
    bytes: int


def make_kit(
    target: Path,
    ingredients: Ingredients,
    chosen: tuple[Target, ...],
    source: Path | None = None,
    project: Path | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Made:
    """Make the folder `target`, which must be empty or not be there.

    Wheels come from the folder `source`, or else through pip; `project` is a library to put in.
    Raises KitError where something cannot be had, DiskError where the disk refuses, BusyError
    where another run writes there.
    """
    place = target.resolve()
    _refuse_used(target, place)
    files = dict(_library(project, place)) if project else {}
    pip = pin_of(read_lock(ingredients.build_lock), "pip")
    pins = (*read_lock(ingredients.lock), pip)
    work = place.with_name(f"{place.name}.anjian")
    try:
        with exclusive(place.with_name(f"{place.name}.lock")):
            make_workshop(work)
            try:
                kit = work / "kit"
                wheels = kit / WHEELS
                wheels.mkdir(parents=True)
                for one in chosen:
                    step(f"取软件包（{one.title}）")
                    fetch_wheels(pins, one, wheels, work, source)
                refuse_foreign(wheels, pins)
                step("写入文件")
                own = ingredients.own
                files[f"{WHEELS}/{own.name}"] = own.content
                program = Pin(Requirement(f"{NAME}=={own.version}"), (sha256(own.content),))
                lock = ingredients.lock + pip.block() + program.block()
                files[LOCK] = lock.encode()
                files.update(onsite_files(chosen))
                made = _write(kit, files)
                _put_in_place(kit, place)
            finally:
                clear(work)
    except OSError as error:
        raise DiskError(f"写不进 {place.parent}：{reason(error)}。没有留下半成品。") from error
    return made


def _refuse_used(target: Path, place: Path) -> None:
    if not place.parent.is_dir():
        raise KitError(f"没有「{place.parent}」这个文件夹，先建好它。")
    if place.exists() and not place.is_dir():
        raise KitError(f"「{target}」是一个文件，不是文件夹；请换一个名称。")
    if place.is_dir() and any(place.iterdir()):
        # An older kit there may hold the work of an editor.
        raise KitError(f"「{target}」里已经有内容，没有改动；请换一个名称，或先把它移走。")


def _write(kit: Path, files: Mapping[str, bytes]) -> Made:
    """Write the files beside the wheels, and the sums of all."""
    sums = {f"{WHEELS}/{path.name}": sha256_of(path) for path in (kit / WHEELS).iterdir()}
    sums |= {name: sha256(content) for name, content in files.items()}
    problem = names_problem(sums)
    if problem:
        raise KitError(f"不能用这个文件名：{problem}。")
    for name, content in {**files, SUMS: sums_text(sums)}.items():
        path = kit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if is_executable(name):
            path.chmod(0o755)
    paths = [path for path in kit.rglob("*") if path.is_file()]
    return Made(
        sum(path.suffix == ".whl" for path in paths), sum(path.stat().st_size for path in paths)
    )


def _put_in_place(kit: Path, place: Path) -> None:
    if place.is_dir():
        place.rmdir()  # empty, or this fails
    kit.rename(place)


def _library(project: Path, place: Path) -> Mapping[str, bytes]:
    """The sources of a library, as files of the kit; what a build makes is left out."""
    root = project.resolve()
    if not (root / CONFIGURATION).is_file():
        raise KitError(f"「{project}」里没有 {CONFIGURATION}，不是案例库。")
    sources = [root / name for name in (*RECORD_FOLDERS, "docs")]
    if any(source == place or source in place.parents for source in sources):
        raise KitError("安装文件夹不能放在案例库的记录和页面里；请用 -o 换一处。")
    paths = [Path(name) for name in snapshot(root)]
    for name in _BESIDE_RECORDS:
        with suppress(OSError):
            beside = root / name
            paths += [beside] if beside.is_file() else beside.iterdir()
    contents = read_files(sorted(path for path in paths if path.is_file()))
    return {f"{LIBRARY}/{path.relative_to(root).as_posix()}": raw for path, raw in contents.items()}
