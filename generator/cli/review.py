"""anjian review: sign a record off, or print what was found and who signed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..base.decoding import decode_text
from ..base.finding import Level
from ..base.reference import Reference
from ..build import Checked, check
from ..disk import read_project, write_file
from ..library import Library
from ..lock import exclusive, lock_file
from ..reports import report as findings_report
from ..reviewing import RefusedError, reviewed_text, signed
from ..sign_off import ROLES
from ..today import today as day
from ._audit_sheets import write_sheets
from ._program import Root, Stop, Today, chosen_root
from ._progress import Steps

_REPORT = "report"
_VERDICTS = ("公开", "不公开")

Names = Annotated[
    list[str],
    typer.Argument(metavar="编号…", help="记录的编号，可以写几个；写 report 再写编号就打印审核表"),
]
Role = Annotated[
    str | None,
    typer.Option("--as", metavar="身份", help="、".join(ROLES.values()), show_default=False),
]
Name = Annotated[
    str | None, typer.Option("--name", metavar="姓名", help="签批人", show_default=False)
]
Verdict = Annotated[str, typer.Option("--verdict", metavar="结论", help="公开、不公开，终审时写")]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="文件夹", help="审核表写到哪里，默认是当前文件夹")
]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("review", help="签批记录（采集人、保密审查人、终审人）；review report 打印审核表")
    def command(
        context: typer.Context,
        names: Names,
        root: Root = None,
        role: Role = None,
        name: Name = None,
        verdict: Verdict = "公开",
        out: Out = Path(),
        today: Today = None,
    ) -> None:
        folder = chosen_root(context, root)
        with Steps() as steps:
            checked = check(read_project(folder), day(today), progress=steps)
        if names[0] == _REPORT:
            keys = [found(checked.library, one) for one in names[1:]]
            for path in write_sheets(checked, keys or list(checked.library.records), out):
                typer.echo(f"写好 {path}")
            return
        if role is None or role not in ROLES.values():
            raise Stop(f"用 --as 写身份：{'、'.join(ROLES.values())}。")
        if not (name or "").strip():
            raise Stop("用 --name 写签批人的姓名。")
        if verdict not in _VERDICTS:
            raise Stop(f"结论只能是{'、'.join(_VERDICTS)}。")
        with exclusive(lock_file(folder)):
            for key in [found(checked.library, one) for one in names]:
                _sign(folder, checked, key, role, (name or "").strip(), verdict, today)


def found(library: Library, name: str) -> Reference:
    """The record of that name; raises Stop where there is none or more than one."""
    fitting = [
        key for key in library.records if name in (str(key), key.id, library.origins[key].path)
    ]
    if len(fitting) != 1:
        several = f"有几条：{'、'.join(map(str, fitting))}；写 种类/编号" if fitting else "没有"
        raise Stop(f"「{name}」这条记录{several}。")
    return fitting[0]


def _sign(
    root: Path,
    checked: Checked,
    key: Reference,
    role: str,
    name: str,
    verdict: str,
    today: str | None,
) -> None:
    library = checked.library
    path = library.origins[key].path
    grave = [one for one in checked.findings if one.path == path and one.level >= Level.WARNING]
    if grave:
        typer.echo(findings_report(grave, "text"), nl=False)
    final = role == ROLES["final"] and verdict == "公开"
    if final and any(one.stops_publishing for one in grave):
        raise Stop(f"{key} 还有不能公开的问题，没有签批；改正后再签，或写上豁免。")
    try:
        review, anew = signed(library, key, role, name, verdict, day(today))
        text, _ = decode_text((root / path).read_bytes(), path)
        new = reviewed_text(library, key, text, review)
    except RefusedError as error:
        raise Stop(str(error)) from None
    write_file(root / path, new.encode())
    if anew:
        typer.echo(f"{key} 签批后改过，原来的签批已作废，要从头签。")
    typer.echo(f"{key} 已由{name}以{role}身份签批" + (f"，结论是{verdict}。" if final else "。"))
