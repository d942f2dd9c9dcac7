"""What goes out says whose it is: every third-party file with its licence and notice, in full."""

import pytest

from generator.build import view
from generator.bundle.licences import licences


@pytest.fixture(scope="module")
def text(checked):
    edition = view(checked({"cases/a.yaml": "标题: 甲\n范围: 公开\n"}), "public")
    return licences(edition).decode("utf-8-sig").replace("\r\n", "\n")


def test_every_third_party_file_is_named(text, root):
    for path in (root / "generator/web/vendor").iterdir():
        if path.suffix in {".js", ".css"}:
            assert f"{path.name}：" in text


def test_licences_and_notices_are_there_word_for_word(text, root):
    found = [
        path
        for path in (root / "generator/web/vendor").iterdir()
        if path.suffix in {".LICENSE", ".NOTICE"}
    ]
    assert {"echarts.LICENSE", "echarts.NOTICE"} <= {path.name for path in found}
    for path in found:
        assert "\n".join(path.read_text("utf-8").strip().splitlines()) in text
