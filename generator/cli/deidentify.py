"""anjian deidentify: propose a de-identified copy of a record, and write it when told to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from ..base.decoding import decode_text
from ..base.record import Record
from ..base.text import Line
from ..deidentification import (
    Deidentified,
    deidentified_record,
    deidentified_text,
    difference,
)
from ..disk import CONFIGURATION, DiskError, read_files, reason, write_file
from ..records import all_kinds
from ..reports import report
from ..settings import read_settings
from ._program import Root, Stop, chosen_root

File = Annotated[Path, typer.Argument(metavar="文件", help="记录（.yaml），或 .txt、.md 文件")]
Accept = Annotated[bool, typer.Option("--accept", help="把改动写进这个文件")]
Copy = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="文件", help="另存为一个新文件，原文件不动", show_default=False
    ),
]
_TEXTS = (".txt", ".md", ".markdown")
_RECORDS = (".yaml", ".yml")


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("deidentify", help="隐去一条记录里的姓名和号码：先列出改动，--accept 才写入")
    def command(
        context: typer.Context,
        file: File,
        *,
        accept: Accept = False,
        output: Copy = None,
        root: Root = None,
    ) -> None:
        folder = chosen_root(context, root)
        path = _chosen(file, folder)
        if output is not None and output.exists():
            raise Stop(f"「{output}」已经有了，没有写入；请换一个文件名。")
        if output is not None and accept:
            raise Stop("--accept 写进原文件，-o 另存，两个只能用一个。")
        raw = read_files([path])[path]
        text, findings = decode_text(raw, file.name)
        if findings:
            typer.echo(report(findings, "text"), nl=False)
            raise typer.Exit(1)
        made = _deidentified(text, path, folder)
        if made.findings:
            typer.echo(report(made.findings, "text"), nl=False)
            raise Stop("这份记录读不出来，先照上面改正，再处理。")
        _tell(text, made, file.name)
        target = output or (path if accept else None)
        if target is not None and (made.text != text or output is not None):
            _write(target, _with_line_ends(raw, made.text))
            typer.echo(f"已写入 {target}。")
        elif made.replacements:
            typer.echo("没有写入。确认无误后加 --accept 写进原文件，或用 -o 新文件名 另存。")
        if target is not None and made.by_hand:
            raise typer.Exit(1)


def _chosen(file: Path, folder: Path) -> Path:
    """The file, from here or from the project's folder; raises Stop where it cannot be used."""
    path = next((one for one in (file, folder / file) if one.is_file()), None)
    if path is None:
        raise Stop(f"没有「{file}」这个文件。")
    if path.suffix.lower() not in (*_TEXTS, *_RECORDS):
        raise Stop(
            f"不能处理 {path.suffix or '这种'} 文件，只能处理 .yaml 记录和 .txt、.md 文件。"
            "Word 文件先用 anjian import 导入成记录，再处理那份记录。"
        )
    return path.resolve()


def _deidentified(text: str, path: Path, folder: Path) -> Deidentified:
    allowed = _allowed(folder)
    if path.suffix.lower() in _TEXTS:
        return deidentified_text(text, allowed)
    inside = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""
    return deidentified_record(text, inside, _kind(inside), allowed)


def _kind(inside: str) -> type[Record]:
    for kind in all_kinds().values():
        if inside.startswith(kind.folder + "/"):
            return kind
    folders = "、".join(f"{kind.folder}/" for kind in all_kinds().values())
    raise Stop(f"不知道这是哪一种记录：文件要放在项目的 {folders} 里，或用 --root 指明项目。")


def _allowed(folder: Path) -> frozenset[str]:
    """The names that the project's settings let stand, none outside of a project."""
    path = folder / CONFIGURATION
    if not path.is_file():
        return frozenset()
    text, _ = decode_text(read_files([path])[path], CONFIGURATION)
    names: tuple[Line, ...] = read_settings(text)[0].named_persons
    return frozenset(map(str, names))


def _tell(text: str, made: Deidentified, name: str) -> None:
    if not made.replacements and not made.by_hand:
        typer.echo("没有发现要隐去的姓名和号码。")
        return
    if made.replacements:
        typer.echo(f"要改 {len(made.replacements)} 处：")
        for one in made.replacements:
            typer.echo(f"  第 {one.line} 行：{one.old} → {one.new}（{one.reason}）")
        typer.echo("")
        typer.echo(difference(text, made.text, name))
    if made.by_hand:
        typer.echo("要由人处理：")
        for said in made.by_hand:
            typer.echo(f"  {said}")
    typer.echo("程序只认常见的写法，发布前请再通读一遍。")


def _with_line_ends(raw: bytes, text: str) -> bytes:
    """The text with the line ends and the byte order mark that the file had."""
    mark = "\ufeff" if raw.startswith(b"\xef\xbb\xbf") else ""
    ends = re.findall("\r\n|\r|\n", raw.decode("utf-8-sig"))
    lines = text.split("\n")
    pieces = [line + end for line, end in zip(lines, [*ends, ""], strict=True)]
    return (mark + "".join(pieces)).encode()


def _write(path: Path, content: bytes) -> None:
    try:
        write_file(path, content)
    except OSError as error:
        raise DiskError(f"写不进 {path}：{reason(error)}。") from error
