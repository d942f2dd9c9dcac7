"""anjian import: texts and lesson plans as text or Word, ledgers as workbooks, to records."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..base.finding import Level
from ..disk import DiskError, write_file
from ..importers import all_importers, supported_suffixes
from ..importers.draft import Importer
from ..importers.outcome import FileReport
from ..importers.plan import plan
from ..importers.report import COLUMNS, as_json, needs_a_look, summary, table_rows
from ._import_ledger import import_ledger
from ._program import Root, Stop, chosen_root
from ._progress import Steps

MAX_BYTES = 64 * 1024 * 1024
_AUDIENCES = ("公开", "内部")
_MANY = 40
"""With more files than this the table shows only those that need a look."""

_SPARED = ("~", ".bak", ".tmp", ".swp")

Files = Annotated[
    list[Path],
    typer.Argument(metavar="文件", help="要导入的文件；写文件夹就导入其中支持的全部文件"),
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--into", metavar="文件夹", help="记录写到哪里，从项目文件夹算起", show_default=False
    ),
]
Audience = Annotated[
    str, typer.Option("--audience", metavar="范围", help="写在「范围」里：公开、内部")
]
Replace = Annotated[
    bool, typer.Option("--replace", help="已有的记录（法规是已有的版本）用新的文字覆盖")
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="文件", help="把损失报告写成 JSON", show_default=False),
]


def add(app: typer.Typer) -> None:
    """Add the command, with one sub-command per kind that has an importer."""
    group = typer.Typer(help="把官方文本、教案（.docx 等）和台账（.xlsx）变成记录，并报告丢字")
    for importer in all_importers():
        _add_kind(group, importer)
    ledger_help = "导入 Excel 台账（.xlsx）：有一处错误，整份都不写入"
    group.command("ledger", help=ledger_help)(import_ledger)
    app.add_typer(group, name="import")


def _add_kind(group: typer.Typer, importer: Importer) -> None:
    label, folder = importer.model.label, importer.model.folder

    @group.command(importer.kind, help=f"导入{label}；不写 --into 就放进 {folder}")
    def command(
        context: typer.Context,
        files: Files,
        into: Into = None,
        root: Root = None,
        audience: Audience = "内部",
        *,
        replace: Replace = False,
        report: Report = None,
    ) -> None:
        if audience not in _AUDIENCES:
            raise Stop(f"「范围」只能写 {'、'.join(_AUDIENCES)}，不能写「{audience}」。")
        target = chosen_root(context, root) / (into or folder)
        paths = list(_sources(files))
        if not paths:
            raise Stop(f"没有可以导入的文件；支持 {'、'.join(supported_suffixes())}。")
        with Steps() as steps:
            steps("导入")
            done = count(1)
            run = plan(
                importer,
                ((path.as_posix(), _read(path)) for path in paths),
                _existing(target),
                audience=audience,
                replace_existing=replace,
                step=lambda: steps.tick(min(next(done), 2 * len(paths)), 2 * len(paths)),
            )
        _write(target, run.files)
        docs = chosen_root(context, root) / "docs"
        # Somebody may have covered a face in one that is there already.
        new = {name: raw for name, raw in run.pictures.items() if not (docs / name).exists()}
        _write(docs, new)
        if report is not None:
            text = json.dumps(as_json(run.reports), ensure_ascii=False, indent=1)
            _write(report.parent, {report.name: f"{text}\n".encode()})
        _tell(run.reports)
        if any(one.refused for one in run.reports):
            raise typer.Exit(1)


def _sources(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and for a folder every supported file in it, sorted."""
    for path in files:
        if path.is_dir():
            found = (one for one in path.rglob("*") if one.is_file() and _is_wanted(path, one))
            yield from sorted(found)
        elif path.exists():
            yield path
        else:
            raise Stop(f"没有「{path}」这个文件。")


def _is_wanted(folder: Path, path: Path) -> bool:
    names = path.relative_to(folder).parts
    hidden = any(name.startswith((".", "~$")) for name in names)
    return not hidden and path.name.lower().endswith(supported_suffixes())


def _read(path: Path) -> bytes:
    """Read a file up to one byte above the limit, which is enough to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DiskError(f"{path} 打不开：{error.strerror or '系统拒绝'}。") from error


def _existing(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {
        path.relative_to(folder).as_posix(): _read(path)
        for path in sorted(folder.rglob("*.y*ml"))
        if path.suffix in (".yaml", ".yml") and path.is_file()
        and not path.name.startswith(".") and not path.name.endswith(_SPARED)
    }  # fmt: skip


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, content)
        except OSError as error:
            raise DiskError(f"写不进 {path}：{error.strerror or '系统拒绝'}。") from error


def _tell(reports: list[FileReport]) -> None:
    """Print the table, the findings and the sum."""
    width = None if sys.stdout.isatty() else 140
    console = Console(file=sys.stdout, width=width, highlight=False, soft_wrap=False)
    shown = reports if len(reports) <= _MANY else [one for one in reports if needs_a_look(one)]
    if shown:
        table = Table(show_lines=True)
        for name in COLUMNS:
            table.add_column(Text(name), overflow="fold")
        for row in table_rows(shown[:_MANY]):
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
    if len(shown) < len(reports):
        typer.echo(f"表中只列出要看的 {min(len(shown), _MANY)} 个文件；全部在 --report 的文件里。")
    findings = [finding for one in reports for finding in one.findings]
    notices = [one for one in findings if one.level is Level.NOTICE]
    grave = [one for one in findings if one.level is not Level.NOTICE]
    for finding in [*grave, *notices[:_MANY]]:
        typer.echo(finding.line() + (f"\n    提示：{finding.hint}" if finding.hint else ""))
    if len(notices) > _MANY:
        typer.echo(f"另有 {len(notices) - _MANY} 个提示，见 --report 的文件。")
    typer.echo(summary(reports))
