"""The computers that an installer folder is for: a system and a Python each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .problem import KitError

_OLDEST_GLIBC, _NEWEST_GLIBC = 17, 28
"""Of 2.x; the newest is that of Kylin V10 and UOS 20. The oldest is 2014's manylinux."""
_PATCHES = (0, 99)
"""A lock may tell releases of one Python apart; the first and the last meet both sides."""
OLDEST_PYTHON = 10
"""Of 3.x."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A system as people name it and as Python does; tags are pip's, the widest first."""

    name: str
    title: str
    tags: tuple[str, ...]
    machine: str
    os_name: str
    sys_platform: str
    system: str


def _linux(name: str, title: str, machine: str) -> Platform:
    # In this order pip prefers the wheel that the older systems take too.
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(_OLDEST_GLIBC, _NEWEST_GLIBC + 1)]
    tags.insert(1, f"manylinux2014_{machine}")
    return Platform(name, title, tuple(tags), machine, "posix", "linux", "Linux")


PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform("windows", "Windows", ("win_amd64",), "AMD64", "nt", "win32", "Windows"),
        _linux("linux", "Linux（x86-64）", "x86_64"),
        _linux("linux-arm", "Linux（ARM64）", "aarch64"),
    )
}


@dataclass(frozen=True, slots=True)
class Target:
    """One platform with one Python, such as 3.12."""

    platform: Platform
    python: str

    @property
    def title(self) -> str:
        """The target in words."""
        return f"{self.platform.title}，Python {self.python}"

    def environments(self) -> tuple[dict[str, str], ...]:
        """Return what the markers of requirements ask about, for the ends of the releases.

        Source: PEP 508, environment markers.
        """
        return tuple(self._environment(f"{self.python}.{patch}") for patch in _PATCHES)

    def _environment(self, version: str) -> dict[str, str]:
        return {
            "implementation_name": "cpython",
            "implementation_version": version,
            "os_name": self.platform.os_name,
            "platform_machine": self.platform.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.platform.system,
            "platform_version": "",
            "python_full_version": version,
            "python_version": self.python,
            "sys_platform": self.platform.sys_platform,
            "extra": "",
        }


def chosen_targets(platforms: tuple[str, ...], pythons: tuple[str, ...]) -> tuple[Target, ...]:
    """Every chosen platform with every chosen Python, in order; raises KitError for a wrong one."""
    for name in platforms:
        if name not in PLATFORMS:
            raise KitError(f"没有「{name}」这个平台；可以写：{'、'.join(PLATFORMS)}。")
    for python in pythons:
        parts = re.fullmatch(r"3\.([1-9]\d?)", python, re.ASCII)
        if parts is None or int(parts[1]) < OLDEST_PYTHON:
            raise KitError(f"Python 的版本不能写成「{python}」；要写 3.10 以上的，例如 3.12。")
    ordered = sorted(set(pythons), key=lambda python: int(python.partition(".")[2]))
    return tuple(
        Target(platform, python)
        for platform in PLATFORMS.values()
        if platform.name in platforms
        for python in ordered
    )
