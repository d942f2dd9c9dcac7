"""anjian generate: check, then write the Markdown tree."""

from __future__ import annotations

import typer

from ..build import check, generate
from ..bundle.staging import staged_files
from ..disk import STAGING, index_files, read_project, write_docs, write_tree
from ..edition_rules import PUBLIC, edition_rule
from ..lock import exclusive, lock_file
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Edition, Root, Today, chosen_root
from ._progress import Steps


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("generate", help="检查并生成页面，不建网站：公开版写进 docs/library")
    def command(
        context: typer.Context, root: Root = None, edition: Edition = None, today: Today = None
    ) -> None:
        folder = chosen_root(context, root)
        with Steps() as steps:
            checked = check(read_project(folder), day(today), progress=steps)
        rule = edition_rule(checked.library.settings, edition)
        stop_at_errors(checked, "有错误，没有生成；原有的内容没有改动。")
        public = rule.name == PUBLIC
        place = folder if public else folder / STAGING / rule.name
        with exclusive(lock_file(folder)), Steps() as steps:
            result = generate(checked, rule, steps, index_files(place))
            steps("写入文件")
            if public:
                written = write_docs(folder, result.files)
            else:
                written = write_tree(place / "docs", staged_files(result), folder)
        where = "docs/library" if public else f"{STAGING}/{rule.name}/docs"
        typer.echo(f"{rule.title}写在 {where}：{len(result.files)} 个文件，改动 {written} 个。")
