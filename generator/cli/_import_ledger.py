"""anjian import ledger: workbooks into the ledgers of a project, each as a whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..base.finding import Level
from ..base.record import Record
from ..build import project_settings
from ..disk import DiskError, read_project, reason, write_file, write_together
from ..library import read_library
from ..lock import exclusive, lock_file
from ..records import all_kinds
from ..today import today as day
from ..workbooks.plan import WorkbookReport, import_workbook
from ..workbooks.refusals import MAX_FILE
from ._program import Root, Stop, Today, chosen_root
from ._workbooks import ledger_kind, ledger_kinds

_AUDIENCES = ("公开", "内部", "教员")
_MANY = 200

Files = Annotated[
    list[Path], typer.Argument(metavar="文件", help="Excel 表格（.xlsx），可以写几个")
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--into", metavar="文件夹", help="新的台账写到哪里，从项目文件夹算起", show_default=False
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="种类",
        help=f"不是用模板填的表格要写明种类：{ledger_kinds()}",
        show_default=False,
    ),
]
Audience = Annotated[
    str, typer.Option("--audience", metavar="范围", help="新记录的「范围」：公开、内部、教员")
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="文件", help="把导入报告写成 JSON", show_default=False),
]


def import_ledger(
    context: typer.Context,
    files: Files,
    into: Into = None,
    kind: Kind = None,
    root: Root = None,
    audience: Audience = "内部",
    report: Report = None,
    today: Today = None,
) -> None:
    """Read each workbook, write what it changes, and tell what became of it."""
    if audience not in _AUDIENCES:
        raise Stop(f"「范围」只能写 {'、'.join(_AUDIENCES)}，不能写「{audience}」。")
    model = ledger_kind(kind) if kind else None
    folder = chosen_root(context, root)
    below = _below(folder, into)
    reports = []
    with exclusive(lock_file(folder)):
        for path in files:
            reports.append(_one(folder, path, model, below, audience, today))
            _tell(reports[-1])
    if report is not None:
        text = json.dumps(_as_json(reports), ensure_ascii=False, indent=1)
        report.parent.mkdir(parents=True, exist_ok=True)
        write_file(report, f"{text}\n".encode())
    if any(one.refused for one in reports):
        raise typer.Exit(1)
    typer.echo("下一步：anjian check")


def _below(folder: Path, into: Path | None) -> str:
    """The folder for new ledgers from the project's; "" for the usual one of the kind."""
    if into is None:
        return ""
    target = (folder / into).resolve()
    if target == folder:
        return ""
    if folder not in target.parents:
        raise Stop(f"「{into}」在项目文件夹外面；用 --root 写项目文件夹。")
    return target.relative_to(folder).as_posix()


def _one(
    folder: Path,
    path: Path,
    model: type[Record] | None,
    below: str,
    audience: str,
    today: str | None,
) -> WorkbookReport:
    raw = _read(path)
    project = read_project(folder)
    settings, site, _ = project_settings(project)
    library, _ = read_library(
        project.files, all_kinds(), settings, day(today), site, project.assets,
        attached=project.attached,
    )  # fmt: skip
    made = import_workbook(
        raw,
        path.as_posix(),
        library,
        project.files,
        model=model,
        folder=below,
        audience=audience,
    )
    write_together(folder, made.files)
    return made


def _read(path: Path) -> bytes:
    """Read a file up to one byte above the limit, which is enough to refuse it."""
    if not path.exists():
        raise Stop(f"没有「{path}」这个文件。")
    if path.is_dir():
        raise Stop(f"「{path}」是文件夹；请写文件名，例如 {path}/整改台账.xlsx。")
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise DiskError(f"{path} 打不开：{reason(error)}。") from error


def _tell(made: WorkbookReport) -> None:
    grave = [one for one in made.findings if one.level is not Level.NOTICE]
    others = [one for one in made.findings if one.level is Level.NOTICE]
    for finding in [*grave[:_MANY], *others]:
        typer.echo(finding.line() + (f"\n    提示：{finding.hint}" if finding.hint else ""))
    if len(grave) > _MANY:
        typer.echo(f"另有 {len(grave) - _MANY} 个问题，见 --report 的文件。")
    if made.refused:
        errors = sum(one.level is Level.ERROR for one in grave)
        typer.echo(f"{made.path}：{errors} 个错误，整份没有导入，台账没有改动。")
        return
    for path in made.files:
        typer.echo(f"写好 {path}")
    said = [f"新增 {len(made.added)} 条", f"更新 {len(made.updated)} 条", f"未变 {made.same} 条"]
    said += [f"没有读入 {made.dropped} 行"] if made.dropped else []
    typer.echo(f"{made.path}：读到 {made.rows} 行，{'，'.join(said)}。")


def _as_json(reports: Sequence[WorkbookReport]) -> dict[str, Any]:
    return {
        "files": [
            {
                "file": one.path,
                "refused": one.refused,
                "rows": one.rows,
                "added": one.added,
                "updated": one.updated,
                "unchanged": one.same,
                "not_in_sheet": one.vanished,
                "rows_left_out": one.dropped,
                "written": sorted(one.files),
                "findings": [
                    {
                        "code": finding.code,
                        "level": finding.level.name.lower(),
                        "message": finding.message,
                        "hint": finding.hint,
                    }
                    for finding in one.findings
                ],
            }
            for one in reports
        ]
    }
