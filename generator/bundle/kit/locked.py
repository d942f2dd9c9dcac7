"""Lock files: which package, in which version, with which hashes, on which computers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packaging.requirements import InvalidRequirement, Requirement

from .problem import KitError
from .targets import Target

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package in one version; `hashes` are the SHA-256 sums of its files."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the package as the lock file writes it."""
        return self.requirement.name

    def line(self) -> str:
        """The pin without its marker, as pip reads it."""
        listed = " ".join(f"--hash=sha256:{one}" for one in self.hashes)
        return f"{self.name}{self.requirement.specifier} {listed}\n"

    def block(self) -> str:
        """The pin without its marker, in the form of lock files."""
        return self.line().replace(" --hash", " \\\n    --hash")


def read_lock(text: str) -> tuple[Pin, ...]:
    """Read a lock file with hashes; raises KitError for a line that pins nothing."""
    plain = re.sub(r"(?m)^[ \t]*#.*$", "", text.replace("\r\n", "\n")).replace("\\\n", " ")
    return tuple(_pin(line) for line in plain.split("\n") if line.strip())


def _pin(line: str) -> Pin:
    head, _, _ = line.partition(" --hash=")
    hashes = tuple(_HASH.findall(line))
    try:
        requirement = Requirement(head.strip())
    except InvalidRequirement:
        raise KitError(f"锁定文件里有读不懂的一行：{head.strip()}。") from None
    if not hashes or not re.fullmatch(r"==[^,*]+", str(requirement.specifier)):
        raise KitError(f"锁定文件里的 {requirement.name} 没有写定版本和校验值。")
    return Pin(requirement, hashes)


def pin_of(pins: Iterable[Pin], name: str) -> Pin:
    """The pin of a package; raises KitError where there is none."""
    for pin in pins:
        if pin.name == name:
            return pin
    raise KitError(f"锁定文件里没有 {name}。")


def pins_for(pins: Iterable[Pin], target: Target) -> tuple[tuple[Pin, ...], ...]:
    """Return the pins that hold for a target: one set, or two where its releases differ.

    Markers are evaluated for the target, since pip asks the computer that it runs on.
    """
    listed = tuple(pins)
    sets = (tuple(_holding(listed, environment)) for environment in target.environments())
    return tuple(dict.fromkeys(sets))


def _holding(pins: Iterable[Pin], environment: dict[str, str]) -> Iterator[Pin]:
    for pin in pins:
        marker = pin.requirement.marker
        if marker is None or marker.evaluate(environment):
            yield pin
