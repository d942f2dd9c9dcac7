"""The program around the commands: options that all share, and its failures in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from ..disk import DiskError, reason
from ._help import Group, in_chinese
from ._mistakes import CommandLineError, sentence
from ._stop import Stop

__all__ = ["Edition", "Root", "Stop", "Today", "chosen_root", "program", "run"]

Root = Annotated[
    Path | None,
    typer.Option(
        "--root", metavar="文件夹", help="项目文件夹，默认是当前文件夹", show_default=False
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="日期",
        help="按哪一天计算，例如 2026-03-15；默认是今天",
        show_default=False,
    ),
]

Edition = Annotated[
    str | None,
    typer.Option(
        "--edition",
        metavar="版本",
        help="public 公开版（默认）、internal 内部版、lecturer 教员版，或 mkdocs.yml 里写的",
        show_default=False,
    ),
]

_STOPPED = 130
_PURPOSE = "案鉴：把案例、法规、教案写成记录，做成离线可读的网站。"


def program() -> typer.Typer:
    """The program without commands."""
    app = typer.Typer(
        name="anjian",
        cls=Group,
        help=_PURPOSE,
        # Not `no_args_is_help`, which is an error to the library: help asked for is no mistake.
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def shared(
        context: typer.Context,
        root: Root = None,
        *,
        version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,
    ) -> None:
        context.obj = root
        if version:
            typer.echo(f"anjian {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    return app


def chosen_root(context: typer.Context, root: Path | None) -> Path:
    """The project folder: given after the command, before it, else this folder.

    Raises Stop where it is no folder.
    """
    chosen: Path = root or context.obj or Path()
    if not chosen.is_dir():
        raise Stop(f"没有「{chosen}」这个文件夹。")
    return chosen.resolve()


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 clean, 1 findings, 2 could not run.

    `arguments` are those after the program's name, by default those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = in_chinese(app)(arguments, prog_name="anjian", standalone_mode=False)
        return _ended(result if isinstance(result, int) else 0)
    except typer.Exit as exit_:
        return _ended(exit_.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _ended(_STOPPED)
    except CommandLineError as error:
        typer.echo(sentence(error), err=True)
        return 2
    except (DiskError, Stop, ValueError) as error:
        typer.echo(f"{error}", err=True)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except MemoryError:
        typer.echo("内存不够，没有完成；原有的网站没有改动。", err=True)
        return 2
    except OSError as error:
        typer.echo(f"系统拒绝了这一步：{reason(error)}。原有的网站没有改动。", err=True)
        return 2
    except Exception as error:  # the last wall: no traceback reaches a user
        if os.environ.get("ANJIAN_DEBUG"):
            raise
        typer.echo(
            f"程序出错（{type(error).__name__}），没有完成；原有的网站没有改动。"
            "请把所用的命令告诉维护者；设置环境变量 ANJIAN_DEBUG=1 可看到细节。",
            err=True,
        )
        return 2


def _ended(code: int) -> int:
    """The library turns Ctrl+C into this code and says nothing."""
    if code == _STOPPED:
        typer.echo("已停止。", err=True)
    return code
