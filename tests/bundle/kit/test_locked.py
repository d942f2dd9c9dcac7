"""A kit takes what the lock file says for the other computer, not for this one."""

import pytest

from generator.bundle.kit.locked import Pin, pins_for, read_lock
from generator.bundle.kit.problem import KitError
from generator.bundle.kit.targets import PLATFORMS, Target, chosen_targets

SUM = "0" * 64
TEXT = f"""# a comment
alpha==1.0 \\
    --hash=sha256:{SUM} \\
    --hash=sha256:{"1" * 64}
beta==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:{SUM}
gamma==3.0 ; platform_machine == 'aarch64' \\
    --hash=sha256:{SUM}
delta==4.0 ; python_full_version < '3.11' \\
    --hash=sha256:{SUM}
delta==4.1 ; python_full_version >= '3.11' \\
    --hash=sha256:{SUM}
"""


def names(text: str, platform: str, python: str) -> list[list[str]]:
    sets = pins_for(read_lock(text), Target(PLATFORMS[platform], python))
    return [[f"{pin.name}{pin.requirement.specifier}" for pin in pins] for pins in sets]


@pytest.mark.parametrize(
    ("platform", "python", "expected"),
    [
        ("windows", "3.10", ["alpha==1.0", "beta==2.0", "delta==4.0"]),
        ("windows", "3.13", ["alpha==1.0", "beta==2.0", "delta==4.1"]),
        ("linux", "3.11", ["alpha==1.0", "delta==4.1"]),
        ("linux-arm", "3.12", ["alpha==1.0", "gamma==3.0", "delta==4.1"]),
    ],
)
def test_markers_are_those_of_the_other_computer(platform, python, expected):
    assert names(TEXT, platform, python) == [expected]


def test_releases_of_one_python_that_differ_get_both():
    text = (
        f"old==1 ; python_full_version < '3.11.4' --hash=sha256:{SUM}\n"
        f"new==1 ; python_full_version >= '3.11.4' --hash=sha256:{SUM}\n"
    )

    assert names(text, "linux", "3.11") == [["old==1"], ["new==1"]]
    assert names(text, "linux", "3.12") == [["new==1"]]


def test_windows_line_ends_change_nothing():
    assert read_lock(TEXT.replace("\n", "\r\n")) == read_lock(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "alpha==1.0",
        f"alpha>=1.0 --hash=sha256:{SUM}",
        f"alpha==1.* --hash=sha256:{SUM}",
        f"alpha==1.0,>0 --hash=sha256:{SUM}",
        f"-e . --hash=sha256:{SUM}",
        f"alpha @ https://example.com/a.whl --hash=sha256:{SUM}",
    ],
)
def test_a_line_that_pins_nothing_is_refused(line):
    with pytest.raises(KitError, match="锁定文件"):
        read_lock(line)


def test_a_pin_is_written_as_it_is_read():
    pins = read_lock(TEXT)

    assert [
        Pin(pin.requirement, pin.hashes).hashes
        for pin in read_lock("".join(pin.block() for pin in pins))
    ] == [pin.hashes for pin in pins]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13"])
def test_our_lock_gives_every_computer_one_version_of_each_package(root, platform, python):
    lock = (root / "requirements.lock").read_text("utf-8")
    for pins in pins_for(read_lock(lock), Target(PLATFORMS[platform], python)):
        listed = [pin.name for pin in pins]
        assert len(listed) == len(set(listed))
        assert {"mkdocs", "mkdocs-material", "watchdog", "lxml", "pyyaml"} <= set(listed)


@pytest.mark.parametrize("python", ["3.9", "2.7", "3", "3.12.1", "４.1", "3.١٢", "", "3.100"])
def test_a_python_that_is_too_old_or_misspelt_is_refused(python):
    with pytest.raises(KitError, match="要写 3"):
        chosen_targets(("windows",), (python,))


def test_an_unknown_platform_is_told_which_there_are():
    with pytest.raises(KitError, match="windows、linux、linux-arm"):
        chosen_targets(("macos",), ("3.12",))


def test_targets_are_listed_once_and_in_order():
    chosen = chosen_targets(("linux", "windows", "linux"), ("3.12", "3.10", "3.12"))

    assert [(one.platform.name, one.python) for one in chosen] == [
        ("windows", "3.10"),
        ("windows", "3.12"),
        ("linux", "3.10"),
        ("linux", "3.12"),
    ]
