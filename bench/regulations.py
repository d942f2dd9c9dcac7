"""Statutes of any number: invented texts in the official layout, the same at every run."""

from __future__ import annotations

from pathlib import Path

from generator.base.numerals import to_chinese

ARTICLES = 100
"""How many articles one statute has."""
_MATTERS = (
    "采购人应当在公告中载明评审办法，公告后不得更改，确需更改的应当重新公告",
    "主管部门应当每季度核对一次台账，发现数字不符的，当日书面报告并留存原件",
    "经办、复核、审批由不同的人承担，任何人不得兼任其中两项，也不得代签",
    "验收单由两人以上到场填写，附照片，三个工作日内上传，逾期说明原因",
    "公示的内容包括名称、数量、价格和理由，公示期不少于七日，接受查询和投诉",
)


def make_statutes(folder: Path, count: int) -> list[Path]:
    """Write `count` statutes as Markdown files; each cites itself and two others."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, number, count) for number in range(count)]


def _write(folder: Path, number: int, count: int) -> Path:
    year = 1990 + number % 35
    lines = [
        f"# {_name(number)}",
        f"（{year}年3月1日通过　自{year}年6月1日起施行）",
        "## 第一章　总则",
    ]
    for article in range(1, ARTICLES + 1):
        matter = _MATTERS[(number + article) % len(_MATTERS)]
        text = f"第{to_chinese(article)}条　{matter}。"
        if article % 5 == 0:
            text += f"违反本条例第{to_chinese(article - 1)}条的，责令改正。"
        if article % 10 == 0:
            text += f"依照《{_name((number + 1) % count)}》第{to_chinese(article)}条的规定处理。"
        lines.append(text)
        if article % 4 == 0:
            lines += ["（一）未按期限办理的；", "（二）隐瞒有关情况的。"]
    path = folder / f"{number:04d}.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def _name(number: int) -> str:
    return f"云岚市第{to_chinese(number + 1)}号事务管理条例"
