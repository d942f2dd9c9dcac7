"""anjian booklet: chosen cases as one page with contents, to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..addresses import record_at, search_file
from ..base.reference import Reference
from ..booklets.booklet import booklet
from ..build import Result, check, generate
from ..bundle.leaks import LeakTest
from ..disk import read_project, write_file
from ..edition_rules import edition_rule
from ..reports import report
from ..search.engine import STRICT, search
from ..search.reader import open_index
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Edition, Root, Stop, Today, chosen_root
from ._progress import Steps
from .review import found
from .search import chosen_facets

_MOST = 500

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="编号…", help="按这个顺序收进来的记录", show_default=False),
]
Facets = Annotated[
    list[str] | None,
    typer.Option("--facet", metavar="项=值", help="收一类案例，例如 领域=教育", show_default=False),
]
Words = Annotated[
    str | None,
    typer.Option("--search", metavar="文字", help="收搜索到的案例", show_default=False),
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="书名", help="封面上的名称", show_default=False)
]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件", help="写到哪里，默认是 汇编.html")
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("booklet", help="把选定的案例印成一册：有封面、目录，一个文件，双击打开就能打印")
    def command(
        context: typer.Context,
        names: Names = None,
        facet: Facets = None,
        words: Words = None,
        title: Title = None,
        out: Out = Path("汇编.html"),
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
    ) -> None:
        if not (names or facet or words):
            raise Stop("写上编号，或者用 --facet、--search 选一类案例。")
        with Steps() as steps:
            checked = check(read_project(chosen_root(context, root)), day(today), progress=steps)
            stop_at_errors(checked, "有错误，没有汇编。")
            rule = edition_rule(checked.library.settings, edition)
            result = generate(checked, rule, steps)
        library = result.edition.library
        keys = [found(checked.library, name) for name in names or ()]
        absent = [str(key) for key in keys if key not in library.records]
        if absent:
            raise Stop(f"不在{rule.title}里：{'、'.join(absent)}。")
        if facet or words:
            keys += [one for one in _searched(result, words, facet or []) if one not in keys]
        if not keys:
            raise Stop("一篇也没有找到。")
        named = title or "、".join([*(one.partition("=")[2] for one in facet or ()), words or ""])
        text = booklet(result, keys, named.strip("、") or f"{library.site_name}汇编")
        leaks = LeakTest(checked.library, result).of_files({out.name: text.encode()})
        if leaks or checked.stops_publishing:
            shown = leaks or [one for one in checked.findings if one.stops_publishing]
            typer.echo(report(shown, "text"), nl=False)
            typer.echo("没有汇编。", err=True)
            raise typer.Exit(1)
        out.parent.mkdir(parents=True, exist_ok=True)
        write_file(out, text.encode())
        typer.echo(f"{rule.title}汇编写在 {out}：{len(keys)} 篇。双击打开，按「打印」。")


def _searched(result: Result, words: str | None, facets: list[str]) -> list[Reference]:
    """The cases that hold the words or have the values, as the search of the site finds them."""
    start = search_file("")
    files = {
        name.removeprefix(start): raw
        for name, raw in result.files.items()
        if name.startswith(start)
    }
    index = open_index(files)
    answer = search(index, words or "", _MOST, chosen_facets(index, facets))
    keys = [
        record_at(hit.path.removesuffix(".html") + ".md")
        for hit in answer.hits
        if hit.tier == STRICT
    ]
    return [key for key in keys if key is not None and key.kind == "case"]
