"""anjian export: what other programs read, made from one edition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..build import check, search_documents
from ..disk import read_project, write_file
from ..edition_rules import PUBLIC
from ..search.opensearch import bulk, mapping
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Edition, Root, Stop, Today, chosen_root

_FORMATS = ("opensearch",)

Format = Annotated[
    str, typer.Option("--format", metavar="格式", help="opensearch（Elasticsearch 也用它）")
]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件夹", help="写到哪里，默认是当前文件夹")
]


def add(app: typer.Typer) -> None:
    """Add the command, in a group of its own for what is exported."""
    group = typer.Typer(help="导出给别的程序用的文件")

    @group.callback()
    def shared() -> None:
        """Keep the group a group while it has one command."""

    @group.command("search", help="导出搜索用的文档，装进 OpenSearch 或 Elasticsearch")
    def command(
        context: typer.Context,
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
        out: Out = Path(),
        form: Format = "opensearch",
    ) -> None:
        if form not in _FORMATS:
            raise Stop(f"没有「{form}」这种格式，可用：{'、'.join(_FORMATS)}。")
        checked = check(read_project(chosen_root(context, root)), day(today))
        stop_at_errors(checked, "有错误，没有导出。")
        found = search_documents(checked, edition or PUBLIC)
        lines = bulk(found).encode()
        fields = json.dumps(mapping(), ensure_ascii=False, indent=2) + "\n"
        out.mkdir(parents=True, exist_ok=True)
        for name, content in (
            ("search-mapping.json", fields.encode()),
            ("search-bulk.ndjson", lines),
        ):
            write_file(out / name, content)
            typer.echo(f"写好 {out / name}（{len(content)} 字节）")
        typer.echo(f"共 {len(found)} 个页面。")

    app.add_typer(group, name="export")
