"""anjian regulation diff: two versions of a regulation compared in the terminal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..base.citation import fold_name
from ..base.differences import GONE, NEW, SAME, Piece, differences
from ..base.reference import Reference
from ..base.suggest import nearest
from ..citations import label
from ..counterparts import CHANGED, MOVED, Counterparts, Row, between
from ..counterparts import GONE as GONE_ROW
from ..counterparts import NEW as NEW_ROW
from ..counterparts import SAME as SAME_ROW
from ..library import Library, key_of
from ..records.regulation import Regulation
from ._program import Root, Stop, chosen_root
from ._regulations import regulations

_MOST = 20
_MARKS = {SAME: "{}", GONE: "［-{}-］", NEW: "｛+{}+｝"}
_KINDS = {
    SAME_ROW: "条号、文字未变",
    MOVED: "只有条号变动",
    CHANGED: "修改",
    NEW_ROW: "新增",
    GONE_ROW: "删去",
}

Name = Annotated[
    str, typer.Argument(metavar="法规", help="编号、名称或简称，例如 中国共产党纪律处分条例")
]
First = Annotated[str, typer.Argument(metavar="版本", help="版本编号，例如 2018")]
Second = Annotated[str, typer.Argument(metavar="另一版本", help="版本编号，例如 2023")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供其他程序读取")]


def add(app: typer.Typer) -> None:
    """Add the command, in a group for what concerns regulations."""
    group = typer.Typer(help="查看法规")

    @group.command("diff", help="逐条对照一部法规的两个版本：［-删去的-］｛+新增的+｝")
    def command(
        context: typer.Context,
        name: Name,
        first: First,
        second: Second,
        root: Root = None,
        *,
        as_json: Json = False,
    ) -> None:
        record, pairs = _chosen(chosen_root(context, root), name, first, second)
        older, newer, rows = pairs.older, pairs.newer, pairs.rows()
        if as_json:
            typer.echo(json.dumps(_data(record, older, newer, rows), ensure_ascii=False, indent=1))
            return
        for line in _lines(record, older, newer, rows):
            typer.echo(line)

    # A group with one command would be taken for that command.
    group.callback()(lambda: None)
    app.add_typer(group, name="regulation")


def _chosen(base: Path, name: str, first: str, second: str) -> tuple[Any, Counterparts]:
    """The regulation, and its two versions from old to new with what became of each article."""
    library = regulations(base)
    record = _regulation(library, name)
    versions = library.registry.versions[key_of(record)]
    places = sorted(_place(record, versions, identifier) for identifier in (first, second))
    if places[0] == places[1]:
        raise Stop(f"「{first}」和「{second}」是同一个版本；对照要写两个不同的版本。")
    return record, between(versions, *places)


def _regulation(library: Library, name: str) -> Any:
    """The regulation of that id, name or alias; raises Stop where there is none or several."""
    wanted = name.strip().strip("《》")
    known = library.of_kind("regulation")
    found = [record for record in known if record.id == wanted]
    if not found:
        holders = library.registry.names.get(fold_name(wanted), ())
        found = [record for record in known if any(key.id == record.id for key in holders)]
    if not found:
        _refuse_broken(library, wanted)
    if len(found) > 1:
        raise Stop(f"「{name}」有多部法规使用，请写编号：{'、'.join(one.id for one in found)}。")
    if not found:
        names = sorted({record.heading for record in known})
        near = nearest(wanted, (*names, *(record.id for record in known)))
        hint = f"是不是「{near}」？" if near else ""
        listed = f"库里有：{'、'.join(names[:_MOST])}" if names else "库里还没有法规"
        more = f"等 {len(names)} 部" if len(names) > _MOST else ""
        raise Stop(f"没有「{name}」这部法规。{hint}{listed}{more}。")
    _refuse_broken(library, found[0].id)
    return found[0]


def _refuse_broken(library: Library, identifier: str) -> None:
    if library.is_broken(Reference(Regulation.kind, identifier)):
        raise Stop(f"「{identifier}」的记录有错误，没有对照；用 anjian check 查看。")


def _place(record: Any, versions: Sequence[Any], identifier: str) -> int:
    for place, version in enumerate(versions):
        if version.id == identifier.strip().removesuffix("版").removesuffix("年"):
            return place
    listed = "、".join(version.id for version in versions)
    raise Stop(
        f"《{record.heading}》没有「{identifier}」这个版本；有：{listed or '（没有版本）'}。"
    )


def _lines(record: Any, older: Any, newer: Any, rows: Sequence[Row]) -> Iterator[str]:
    old, new = label(older.id), label(newer.id)
    sizes = [f"{name}（{len(one.articles)} 条）" for name, one in ((old, older), (new, newer))]
    yield f"《{record.heading}》{'与'.join(sizes)}"
    count = Counter(row.kind for row in rows)
    yield "；".join(f"{label} {count[kind]}" for kind, label in _KINDS.items())
    if "是" in (older.excerpt, newer.excerpt):
        yield "有一版是节选，没有对应的条文可能只是没有收录。"
    if record.summarised == "是":
        yield "条文为归纳，不是官方原文；这里对照的是两份归纳。"
    yield ""
    for row in rows:
        yield _head(row, old)
        for part in row.parts:
            yield f"  部分相同：{old}{part.older.number}与{new}{part.newer.number}"
        if row.kind not in (SAME_ROW, MOVED):
            text = "".join(_MARKS[kind].format(text) for kind, text in _pieces(row))
            yield from (f"  {line}" for line in text.split("\n"))
            yield ""


def _head(row: Row, old: str) -> str:
    if row.pair is None:
        return f"{(row.newer or row.older).number}　{_KINDS[row.kind]}" + (
            f"（{old}）" if row.newer is None else ""
        )
    number = row.newer.number
    if row.older.parsed != row.newer.parsed:
        number += f"（{old}{row.older.number}）"
    words = "修改" if row.kind == CHANGED else "未改动"
    if row.pair.manual:
        words += "，人工核定"
    elif row.kind == CHANGED:
        words += f"，相似 {row.pair.percent}%"
    return f"{number}　{words}"


def _pieces(row: Row) -> tuple[Piece, ...]:
    """What changed in a row; an article that stands alone needs no marks."""
    if row.kind == CHANGED:
        return differences(row.older.text, row.newer.text)
    return (Piece(SAME, (row.newer or row.older).text),)


def _data(record: Any, older: Any, newer: Any, rows: Sequence[Row]) -> dict[str, Any]:
    count = Counter(row.kind for row in rows)
    return {
        "regulation": record.id,
        "name": record.heading,
        "older": older.id,
        "newer": newer.id,
        "figures": {kind: count[kind] for kind in _KINDS},
        "articles": [
            {
                "kind": row.kind,
                "older": row.older.number if row.older else None,
                "newer": row.newer.number if row.newer else None,
                "score": row.pair.score if row.pair else None,
                "manual": bool(row.pair and row.pair.manual),
                "parts": [[part.older.number, part.newer.number] for part in row.parts],
                "pieces": [[kind, text] for kind, text in _pieces(row)],
            }
            for row in rows
        ],
    }
