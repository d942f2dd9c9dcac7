"""A kit holds what its computers need and nothing of this one; it is whole or not there."""

import hashlib
import shutil
import subprocess

import pytest

from generator.bundle.kit import make, wheels
from generator.bundle.kit.locked import read_lock
from generator.bundle.kit.problem import KitError
from generator.bundle.kit.targets import PLATFORMS, Target
from generator.disk import DiskError
from tests.bundle.kit.wheelhouse import PLATFORM_WHEELS, RUNNING, Wheelhouse, tree


def names(kit) -> set[str]:
    return {path.name for path in (kit / "wheels").iterdir()}


def test_each_platform_gets_its_own_wheels(small_kit):
    assert names(small_kit) == {
        "anjian-9.9-py3-none-any.whl",
        "onlywindows-1.0-py3-none-any.whl",
        "pip-26.0-py3-none-any.whl",
        "plain-1.0-py3-none-any.whl",
        PLATFORM_WHEELS["windows"],
        PLATFORM_WHEELS["linux"],  # the one that older systems take too
    }


def test_what_windows_alone_needs_is_left_out_elsewhere(wheelhouse, tmp_path):
    wheelhouse.kit(tmp_path / "kit", "linux-arm")

    assert not [name for name in names(tmp_path / "kit") if name.startswith("onlywindows")]
    assert PLATFORM_WHEELS["linux-arm"] in names(tmp_path / "kit")


def test_the_lock_names_every_wheel_and_the_program_itself(small_kit):
    text = (small_kit / "requirements.lock").read_text("utf-8")
    sums = {one for pin in read_lock(text) for one in pin.hashes}

    for path in (small_kit / "wheels").iterdir():
        assert hashlib.sha256(path.read_bytes()).hexdigest() in sums, path.name
    assert "\nanjian==9.9 \\\n" in text


def test_sums_are_of_every_file(small_kit):
    lines = (small_kit / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    whole = tree(small_kit)
    del whole["SHA256SUMS"]

    assert listed == {name: hashlib.sha256(content).hexdigest() for name, content in whole.items()}


def test_same_files_every_time(wheelhouse, small_kit, tmp_path):
    wheelhouse.kit(tmp_path / "again")

    assert tree(tmp_path / "again") == tree(small_kit)


def test_nothing_of_this_computer_is_in_it(wheelhouse, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "https://someone:secret@mirror.invalid/simple")
    wheelhouse.kit(tmp_path / "kit")

    for name, content in tree(tmp_path / "kit").items():
        if not name.startswith("wheels/"):
            for trace in (b"mirror.invalid", b"secret@", str(tmp_path).encode(), b"https://"):
                assert trace not in content, name


def test_wheels_of_one_kit_make_another(wheelhouse, small_kit, tmp_path):
    again = Wheelhouse(tmp_path / "wheels")
    shutil.rmtree(again.folder)
    again.folder = small_kit / "wheels"
    again.kit(tmp_path / "kit")

    assert names(tmp_path / "kit") == names(small_kit)


def test_a_missing_wheel_is_named_and_nothing_is_left(tmp_path):
    house = Wheelhouse(tmp_path / "wheels")
    (house.folder / PLATFORM_WHEELS["windows"]).unlink()

    with pytest.raises(KitError, match=f"没有 native==2.0 的软件包（Windows，Python {RUNNING}）"):
        house.kit(tmp_path / "kit")
    assert [path.name for path in tmp_path.iterdir()] == ["wheels"]


def test_a_changed_wheel_is_refused_and_nothing_is_left(tmp_path):
    house = Wheelhouse(tmp_path / "wheels")
    path = house.folder / "plain-1.0-py3-none-any.whl"
    path.write_bytes(path.read_bytes() + b"\0")

    with pytest.raises(KitError, match="校验值不符"):
        house.kit(tmp_path / "kit")
    assert [path.name for path in tmp_path.iterdir()] == ["wheels"]


def test_pip_is_not_taken_at_its_word(tmp_path):
    house = Wheelhouse(tmp_path / "wheels")
    (house.folder / "plain-1.0-py3-none-any.whl").write_bytes(b"something else")

    with pytest.raises(KitError, match=r"plain-1\.0-py3-none-any\.whl 与锁定文件"):
        wheels.refuse_foreign(
            house.folder, read_lock(house.ingredients.lock + house.ingredients.build_lock)
        )


def test_without_network_there_is_one_sentence(wheelhouse, tmp_path, monkeypatch):
    """The proxy refuses at once; no packet leaves this computer."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name, value in {
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_INDEX_URL": "https://mirror.invalid/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "NO_PROXY": "",
        "no_proxy": "",
    }.items():
        monkeypatch.setenv(name, value)
    target = Target(PLATFORMS["windows"], RUNNING)
    with pytest.raises(KitError) as caught:
        make.make_kit(tmp_path / "kit", wheelhouse.ingredients, (target,))
    assert str(caught.value).startswith("无法从软件源下载软件包；")
    assert "\n" not in str(caught.value)
    assert "mirror" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_without_pip_there_is_a_sentence(wheelhouse, tmp_path, monkeypatch):
    monkeypatch.setattr(wheels, "find_spec", lambda _: None)
    with pytest.raises(KitError, match="没有 pip"):
        wheelhouse.kit(tmp_path / "kit")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_left_alone(wheelhouse, tmp_path):
    (tmp_path / "kit/案例库").mkdir(parents=True)
    with pytest.raises(KitError, match="已经有内容"):
        wheelhouse.kit(tmp_path / "kit")
    assert [path.name for path in (tmp_path / "kit").iterdir()] == ["案例库"]


def test_an_empty_folder_will_do(wheelhouse, tmp_path):
    (tmp_path / "kit").mkdir()
    wheelhouse.kit(tmp_path / "kit", "linux")
    assert (tmp_path / "kit/说明.txt").is_file()


def test_what_a_killed_run_left_is_cleared_away(wheelhouse, tmp_path, monkeypatch):
    monkeypatch.setattr(make, "clear", lambda _: None)
    monkeypatch.setattr(make, "_put_in_place", lambda *_: None)
    wheelhouse.kit(tmp_path / "kit", "linux")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["kit.anjian"]

    wheelhouse.kit(tmp_path / "kit", "linux")
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]


def test_a_full_disk_is_a_sentence_and_nothing_is_left(wheelhouse, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(make, "_write", full)
    with pytest.raises(DiskError, match="磁盘已满。没有留下半成品"):
        wheelhouse.kit(tmp_path / "kit", "linux")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def library(tmp_path):
    files = {
        "mkdocs.yml": "site_name: 某库\n",
        "README.md": "说明\n",
        "cases/教育/甲.yaml": "标题: 甲\n",
        "cases/教育/甲.yaml.bak": "旧的\n",
        "docs/图.png": "图",
        "docs/library/case/甲.md": "生成的",
        "site/index.html": "网站",
        ".anjian/cache": "缓存",
        ".git/config": "url = https://mirror.invalid",
        "个人/密码.txt": "别带走",
    }
    for name, text in files.items():
        path = tmp_path / "库" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "库"


def test_the_sources_of_a_library_go_along_and_nothing_else(wheelhouse, library, tmp_path):
    wheelhouse.kit(tmp_path / "kit", "linux", project=library)

    assert set(tree(tmp_path / "kit/案例库")) == {
        "mkdocs.yml",
        "README.md",
        "cases/教育/甲.yaml",
        "docs/图.png",
    }


def test_a_folder_that_is_no_library_is_refused(wheelhouse, tmp_path):
    (tmp_path / "空").mkdir()
    with pytest.raises(KitError, match="不是案例库"):
        wheelhouse.kit(tmp_path / "kit", "linux", project=tmp_path / "空")


def test_a_kit_among_the_sources_is_refused(wheelhouse, library):
    before = tree(library)
    with pytest.raises(KitError, match="用 -o 换一处"):
        wheelhouse.kit(library / "docs/kit", "linux", project=library)
    assert tree(library) == before


def test_sums_are_read_by_the_usual_tool(small_kit):
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=small_kit, check=False
    )
    assert done.returncode == 0
