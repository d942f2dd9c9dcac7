"""Small bundles for tests: real pages of a record or two, and a site of a few files around them."""

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.base.project import Project
from generator.build import check, generate
from generator.bundle.archive import moment_of, write_archive
from generator.bundle.contents import Contents, bundle_contents
from generator.bundle.delta import delta_files
from generator.bundle.opened import Folder
from generator.bundle.pack import packing, write_bundle
from generator.bundle.signature import SecretKey
from tests.signing import signed_off

KEY = SecretKey(b"12345678", bytes(range(32)))
OTHER_KEY = SecretKey(b"87654321", bytes(range(1, 33)))
STAMP = "2026-11-25-3f2a9c1b"
RECORDS = {
    "cases/甲.yaml": "标题: 甲的标题\n范围: 公开\n来源: {单位: 某某日报, 标题: 原文}\n",
    "cases/乙.yaml": "标题: 乙的标题\n范围: 公开\n",
}
PAGE = "<!doctype html><title>页</title><script>x = 1</script><p>{}</p>"
SITE = {
    "index.html": PAGE.format("首页"),
    "library/case/甲.html": PAGE.format("甲"),
    "library/case/乙.html": PAGE.format("乙"),
    "library/search.html": PAGE.format("搜索"),
    "library/search/root.js": 'anjianIndex("root","",{},"x");\n',
    "assets/图 一.txt": "图",
}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def issue(
    place: Path,
    site: Mapping[str, str] = SITE,
    records: Mapping[str, str] = RECORDS,
    *,
    key: SecretKey | None = None,
    edition: str = "public",
    day: date = date(2026, 11, 25),
) -> Contents:
    """What `pack` would put together of these records, with this as their site."""
    texts = {name: text.encode() for name, text in records.items()}
    project = signed_off(Project(texts, configuration="site_name: 望鹤 <案例库>\n".encode()))
    result = generate(check(project, day), edition)
    return bundle_contents(result, write_files(place, site), key)


def archived(files: Mapping[str, bytes], stamp: str = STAMP) -> bytes:
    target = io.BytesIO()
    write_archive(target, ((name, files[name]) for name in sorted(files)), moment_of(stamp))
    return target.getvalue()


def packed(target: Path, files: Mapping[str, bytes], password: str = "") -> Path:
    """Write files as `pack` writes them."""
    with packing(target.parent / "项目", target) as work:
        write_bundle(work, target, files, STAMP, password)
    return target


def changed_issue(place: Path, key: SecretKey | None = None) -> Contents:
    """The issue after: one page changed, one new, one gone."""
    site = {name: text for name, text in SITE.items() if "乙" not in name}
    site["library/case/丙 丁.html"] = PAGE.format("丙")
    site["index.html"] = PAGE.format("新的首页")
    records = {"cases/甲.yaml": RECORDS["cases/甲.yaml"].replace("甲的", "甲新"), **NEW}
    return issue(place, site, records, key=key, day=date(2026, 12, 1))


NEW = {"cases/丙丁.yaml": "标题: 丙丁的标题\n范围: 公开\n"}


def two_issues(
    place: Path, key: SecretKey | None = None
) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, bytes]]:
    """The files of an issue, of the next one, and of the delta between them."""
    old = issue(place / "旧 站", key=key)
    new = changed_issue(place / "新 站", key)
    folder = write_files(place / "旧 期", old)
    return dict(old), dict(new), delta_files(Folder(folder), new)
