"""One small library with citations of every kind, and what an edition of it exports."""

import csv
import io
import json
import shutil
import subprocess
from itertools import count

import pytest
from lxml import etree

from generator.build import generate

FILES = {
    "policies/regulations/r.yaml": """
名称: 中华人民共和国采购法
简称: [采购法典]
范围: 公开
版本:
  - 编号: "2018"
    施行日期: 2018-01-01
    条文: [{条: 第一条, 文: 依照本法第二条处理。}, {条: 第二条, 文: 甲}, {条: 第三条, 文: 乙}]
  - {编号: "2022", 施行日期: 2022-01-01, 条文: [{条: 第一条, 文: 丙}]}
""",
    "cases/a.yaml": """
标题: "=1+1"
范围: 公开
处理时间: 2021-05-18
漏洞: [{编号: L1, 类型: 评审, 说明: 违反《采购法》第一条至第三条, 措施: [无]}]
依据:
  - 《采购法》（2022）第一条第二款第（三）项、第九条
  - 《采购法》
""",
    "cases/b.yaml": "标题: 乙\n范围: 公开\n依据: [《采购法》第一条, 《没有的法》第五条]\n",
    "cases/c.yaml": "标题: 丙\n依据: [《采购法》（2018）第三条]\n",
    "docs/guide/g.md": "# 指南\n\n看\n《采购法》第一条。\n",
}


@pytest.fixture(scope="session")
def exported(checked):
    """Make the exports of one edition of a library; the one above where none is given."""

    def make(files=FILES, edition="public"):
        made = generate(checked(files), edition).files
        return {path: made[path] for path in made if path.startswith("library/exports/")}

    return make


@pytest.fixture(scope="session")
def table(exported):
    """The rows of citations.csv by the names of the columns."""

    def make(*given):
        text = exported(*given)["library/exports/citations.csv"].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return make


@pytest.fixture(scope="session")
def document(exported):
    """What citations.json holds."""

    def make(*given):
        return json.loads(exported(*given)["library/exports/citations.json"])

    return make


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory):
    """Convert the bytes of an office file to a PDF with LibreOffice; a profile for each worker."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice and Poppler")
    folder = tmp_path_factory.mktemp("office")
    numbers = count()

    def convert(raw, ending):
        source = folder / f"{next(numbers)}.{ending}"
        source.write_bytes(raw)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, source], capture_output=True, timeout=300, check=True)
        return source.with_suffix(".pdf").read_bytes()

    return convert


@pytest.fixture(scope="session")
def printed():
    """Read a PDF with Poppler: for each page its lines from top to bottom as (left, top, words)."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs Poppler")

    def read(raw):
        done = subprocess.run(
            ["pdftotext", "-bbox-layout", "-", "-"], input=raw, capture_output=True, check=True
        )
        pages = []
        for page in etree.fromstring(done.stdout).iter("{*}page"):
            lines = [
                (
                    float(line.get("xMin")),
                    float(line.get("yMin")),
                    "".join(word.text for word in line.iter("{*}word")),
                )
                for line in page.iter("{*}line")
            ]
            pages.append(sorted(lines, key=lambda one: one[1]))
        return pages

    return read
