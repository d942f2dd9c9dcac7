"""anjian export: files for other programs and for the classroom, made from one edition."""

from __future__ import annotations

import gc
import json
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from ..base.finding import Level, ordered
from ..build import Checked, check, search_documents, view
from ..bundle.leaks import LeakTest
from ..disk import read_project, write_file
from ..edition_rules import PUBLIC, edition_rule
from ..reports import report
from ..search.opensearch import bulk, mapping
from ..today import today as day
from ._ending import refusal, shown_findings, stop_at_errors
from ._export_files import Exporter, Written, allowed_formats, chosen_records
from ._export_ledger import export_ledger
from ._help import Group
from ._program import Edition, Root, Stop, Today, chosen_root
from ._progress import Steps

_SEARCH_FORMATS = ("opensearch",)
_FILES = "files"

SearchFormat = Annotated[
    str, typer.Option("--format", metavar="格式", help="opensearch（Elasticsearch 也用它）")
]
Formats = Annotated[list[str], typer.Argument(metavar="格式…", help="例如 docx pptx gift")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="编号", help="只导出这一条，例如 ja-caigou-fangshi；可以写几次"),
]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件夹", help="写到哪里，默认是当前文件夹")
]


class _ExportGroup(Group):
    """A group in which what is no command is a format: `export docx pptx`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; formats go to the command that writes their files."""
        named = [one for one in args if not one.startswith("-")]
        asks = {"-h", "--help"} & set(args)
        if named and named[0] not in self.commands and not (asks and len(args) == 1):
            args = [_FILES, *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


def add(app: typer.Typer) -> None:
    """Add the command: formats by name, and what is exported in ways of its own."""
    group = typer.Typer(help="导出 Word、PPT、题库等文件，以及给别的程序用的文件")
    group.command(_FILES, help="导出课堂用的文件；export docx 就是 export files docx")(_files)
    group.command("search", help="导出搜索用的文档，装进 OpenSearch 或 Elasticsearch")(_search)
    group.command("ledger", help="导出一种台账，成 Excel 表格（.xlsx）")(export_ledger)
    app.add_typer(group, name="export", cls=_ExportGroup)


def _files(
    context: typer.Context,
    formats: Formats,
    root: Root = None,
    edition: Edition = None,
    only: Only = None,
    today: Today = None,
    out: Out = Path(),
) -> None:
    with Steps() as steps:
        checked = check(read_project(chosen_root(context, root)), day(today), progress=steps)
        _stop_at_what_stops_publishing(checked)
        rule = edition_rule(checked.library.settings, edition)
        names = allowed_formats(formats, rule)
        taken = view(checked, rule)
        chosen = chosen_records(taken, only or ())
        steps("准备查泄漏")
        exporter = Exporter(out, LeakTest.of_edition(checked.library, taken))
        # The libraries of Office files leave circles behind, a megabyte or more with each file.
        gc.enable()
        written = list(exporter.write(names, taken, chosen, steps))
    if exporter.leaked:
        typer.echo(report(ordered(exporter.leaked), "text"), nl=False)
    typer.echo("\n".join(_table(written, out)))
    if any(one.level is Level.ERROR for one in exporter.leaked):
        typer.echo("带有不该导出的内容的文件没有写。", err=True)
        raise typer.Exit(1)


def _stop_at_what_stops_publishing(checked: Checked) -> None:
    typer.echo(shown_findings(checked.findings), nl=False)
    if checked.stops or checked.stops_publishing:
        typer.echo(f"{refusal(checked.findings)}，没有导出。", err=True)
        raise typer.Exit(1)


def _table(written: list[Written], out: Path) -> list[str]:
    """What stands in the folder now: each file, then how many of each format."""
    lines = [
        f"{'写好' if one.made else '未变'} {out / one.path}（{_size(one.size)}）" for one in written
    ]
    made = Counter(one.form for one in written if one.made)
    kept = Counter(one.form for one in written if not one.made)
    counts = [
        f"{name} {made[name]} 个" + (f"，未变 {kept[name]} 个" if kept[name] else "")
        for name in dict.fromkeys(one.form for one in written)
    ]
    return [
        *lines,
        f"共 {len(written)} 个文件：{'；'.join(counts)}。" if counts else "没有可以导出的内容。",
    ]


def _size(count: int) -> str:
    return f"{count} 字节" if count < 1024 else f"{count / 1024:.0f} KB"


def _search(
    context: typer.Context,
    root: Root = None,
    edition: Edition = None,
    today: Today = None,
    out: Out = Path(),
    form: SearchFormat = "opensearch",
) -> None:
    if form not in _SEARCH_FORMATS:
        raise Stop(f"没有「{form}」这种格式，可用：{'、'.join(_SEARCH_FORMATS)}。")
    checked = check(read_project(chosen_root(context, root)), day(today))
    stop_at_errors(checked, "有错误，没有导出。")
    found = search_documents(checked, edition or PUBLIC)
    lines = bulk(found).encode()
    fields = json.dumps(mapping(), ensure_ascii=False, indent=2) + "\n"
    out.mkdir(parents=True, exist_ok=True)
    for name, content in (("search-mapping.json", fields.encode()), ("search-bulk.ndjson", lines)):
        write_file(out / name, content)
        typer.echo(f"写好 {out / name}（{len(content)} 字节）")
    typer.echo(f"共 {len(found)} 个页面。")
