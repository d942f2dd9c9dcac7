"""anjian generate: check, then write the Markdown tree."""

from __future__ import annotations

from typing import Annotated

import typer

from ..build import check, generate
from ..disk import exclusive, index_files, lock_file, read_project, write_docs
from ..editions import EDITIONS
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Root, Stop, Today, chosen_root
from ._progress import Steps

Edition = Annotated[
    str | None,
    typer.Option(
        "--edition", metavar="版本", help="public 公开版、internal 内部版、lecturer 教员版"
    ),
]


def chosen_edition(name: str | None) -> str | None:
    """The edition by its name in English or Chinese, None where none was given.

    Raises Stop for a name that is no edition.
    """
    if name is None:
        return None
    for rule in EDITIONS.values():
        if name in (rule.name, rule.title):
            return rule.name
    raise Stop(f"没有「{name}」这个版本，可用：{'、'.join(EDITIONS)}。")


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("generate", help="检查并生成 docs/library，不建网站")
    def command(
        context: typer.Context, root: Root = None, edition: Edition = None, today: Today = None
    ) -> None:
        chosen = chosen_edition(edition)
        folder = chosen_root(context, root)
        with Steps() as steps:
            checked = check(read_project(folder), day(today), progress=steps)
        stop_at_errors(checked, "有错误，没有生成；原有的内容没有改动。")
        with exclusive(lock_file(folder)), Steps() as steps:
            name = chosen or checked.library.settings.edition
            result = generate(checked, name, steps, index_files(folder))
            steps("写入文件")
            written = write_docs(folder, result.files)
        typer.echo(f"{result.edition.rule.title}：{len(result.files)} 个文件，改动 {written} 个。")
