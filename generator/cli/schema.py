"""anjian schema: JSON Schema of the records, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ..base.finding import Level
from ..base.project import Project
from ..build import project_settings
from ..disk import read_files, write_file
from ..records import all_kinds
from ..settings import Settings
from ._editor import SCHEMA_FOLDER, as_json, schema_files
from ._kind import chosen_kind, kind_names
from ._program import Root, Stop, chosen_root

Kind = Annotated[
    str | None,
    typer.Argument(metavar="种类", help=f"{kind_names()}；不写就是全部", show_default=False),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="文件夹",
        help=f"每种记录写成一个文件；改了领域、岗位清单后用 --out {SCHEMA_FOLDER} 更新编辑器提示",
        show_default=False,
    ),
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("schema", help="输出记录的 JSON Schema，供编辑器提示和检查")
    def command(
        context: typer.Context, kind: Kind = None, root: Root = None, out: Out = None
    ) -> None:
        base = chosen_root(context, root)
        kinds = all_kinds()
        if kind is not None:
            kind = chosen_kind(kind).kind
            kinds = {kind: kinds[kind]}
        files = schema_files(kinds, _settings(base))
        if out is None:
            typer.echo(files[f"{kind}.json"] if kind else _together(files), nl=False)
            return
        folder = base / out
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            write_file(folder / name, text.encode())
        typer.echo(f"写好了 {len(files)} 个文件，在 {folder}")


def _together(files: Mapping[str, str]) -> str:
    return as_json({name.removesuffix(".json"): json.loads(text) for name, text in files.items()})


def _settings(base: Path) -> Settings:
    """The project's settings; raises Stop where there are none or they have mistakes."""
    path = base / "mkdocs.yml"
    if not path.is_file():
        raise Stop(f"{base} 里没有 mkdocs.yml，不是案鉴项目；用 anjian init 新建一个。")
    project = Project({}, configuration=read_files([path])[path])
    settings, _, findings = project_settings(project)
    for finding in findings:
        if finding.level is Level.ERROR:
            raise Stop(f"mkdocs.yml 有错误，没有输出：{finding.message}。用 anjian check 看全部。")
    return settings
