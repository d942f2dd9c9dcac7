"""anjian new: a commented skeleton of one record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ..base.finding import Level
from ..base.record import Record
from ..base.reference import Reference, identifier_problem
from ..build import project_settings
from ..checks import run_checks
from ..disk import read_project, write_file, write_new_files
from ..library import Library, linked, read_library
from ..records import all_kinds
from ..skeleton import Surroundings, new_file, new_row
from ..today import today as day
from ._given import given_values
from ._kind import chosen_kind, kind_names
from ._ledger import appended, ledger_file
from ._program import Root, Stop, Today, chosen_root

Kind = Annotated[str, typer.Argument(metavar="种类", help=kind_names())]
Identifier = Annotated[
    str,
    typer.Argument(metavar="编号", help="就是文件名，例如 jy-2024-001；字母、数字、汉字、连字符"),
]
Folder = Annotated[
    str,
    typer.Option(
        "--folder", metavar="子文件夹", help="放进哪个子文件夹，例如 教育", show_default=False
    ),
]
Given = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="项=内容", help="先填好一项，例如 标题=某县中学食堂采购案"),
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("new", help="新建一条记录：写好全部的项和说明，等着填写")
    def command(
        context: typer.Context,
        kind: Kind,
        identifier: Identifier,
        root: Root = None,
        folder: Folder = "",
        given: Given = None,
        today: Today = None,
    ) -> None:
        base = chosen_root(context, root)
        model = chosen_kind(kind)
        problem = identifier_problem(identifier)
        if problem:
            raise Stop(f"{problem}。")
        project, date = read_project(base), day(today)
        settings, _, _ = project_settings(project)
        library, _ = read_library(project.files, all_kinds(), settings, date)
        _refuse_taken(library, model, identifier)
        below = _below(model, folder)
        values = given_values(model, given or [], settings, below)
        ids: dict[str, list[str]] = {}
        for key in library.records:
            ids.setdefault(key.kind, []).append(key.id)
        labels = {name: one.label for name, one in library.kinds.items()}
        around = Surroundings(date, settings, ids, labels)
        ledger = ledger_file(project.files, model, below) if model.rows else None
        if ledger is not None:
            path, before = ledger, project.files[ledger]
            content = appended(before, new_row(model, identifier, around, values), path)
        else:
            name = model.folder.rpartition("/")[2] if model.rows else identifier
            path, before = f"{below}{name}.yaml", b""
            content = new_file(model, identifier, around, values).encode()
        first_line = len(before.splitlines()) + 1
        _refuse_mistakes(library, path, content, first_line, Reference(model.kind, identifier))
        _write(base, path, content, new=ledger is None)
        typer.echo(f"{'新建了' if ledger is None else '加了一行到'} {path}")
        here = f'anjian --root "{base}" check' if root or context.obj else "anjian check"
        typer.echo(f"下一步：打开它填写，再运行 {here}")


def _refuse_taken(library: Library, model: type[Record], identifier: str) -> None:
    folded = identifier.lower()
    for key in (*library.origins, *library.broken):
        if key.kind == model.kind and key.id.lower() == folded:
            origin = library.origins.get(key)
            where = f"，在 {origin.path}" if origin else ""
            raise Stop(f"已经有编号为「{key.id}」的{model.label}{where}；请换一个编号。")
    for key, record in library.records.items():
        if key.kind == model.kind and folded in {one.lower() for one in record.former_ids}:
            raise Stop(f"「{identifier}」是「{key.id}」的曾用编号；请换一个编号。")


def _below(model: type[Record], folder: str) -> str:
    """The folder for the new file, with a `/` at its end."""
    way = folder.replace("\\", "/").strip("/")
    way = f"{way}/".removeprefix(f"{model.folder}/").strip("/")
    for name in way.split("/") if way else ():
        if identifier_problem(name):
            raise Stop(f"子文件夹的名称「{name}」不能用：只能用字母、数字、汉字和中间的连字符。")
    return f"{model.folder}/{way}/" if way else f"{model.folder}/"


def _refuse_mistakes(
    library: Library, path: str, content: bytes, first_line: int, key: Reference
) -> None:
    """Check the new record among the others, before anything is written."""
    read, findings = read_library({path: content}, library.kinds, library.settings, library.today)
    among = replace(
        library,
        records=dict(sorted({**library.records, **read.records}.items())),
        origins={**library.origins, **read.origins},
    )
    mistakes = [
        f"{one.message}。{one.hint}"
        for one in (*findings, *run_checks(linked(among)))
        if one.level is Level.ERROR and one.path == path and one.place.line >= first_line
    ]
    if mistakes:
        raise Stop("没有新建，因为这样写会有错误：\n" + "\n".join(mistakes[:5]))
    if key not in read.records:
        raise Stop("没有新建：台账末尾加不进新的一行；请手工添加。")


def _write(base: Path, path: str, content: bytes, *, new: bool) -> None:
    target = base / path
    if base not in target.resolve().parents:
        raise Stop(f"{path} 在项目文件夹外面，没有写入。")
    if not new:
        write_file(target, content)
    elif write_new_files(base, {path: content}):
        raise Stop(f"{path} 已经存在，没有改动。")
