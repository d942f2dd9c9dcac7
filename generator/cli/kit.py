"""anjian kit: an installer folder for a PC without network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..bundle.kit.make import Ingredients, Made, make_kit
from ..bundle.kit.own_wheel import lock_texts, own_wheel
from ..bundle.kit.targets import PLATFORMS, Target, chosen_targets
from ._progress import Steps
from ._stop import Stop

Out = Annotated[
    Path,
    typer.Option(
        "-o",
        "--out",
        metavar="文件夹",
        help="放在哪里；还没有的文件夹，或者空的",
        show_default=False,
    ),
]
Pythons = Annotated[
    list[str] | None,
    typer.Option(
        "--python",
        metavar="版本",
        help="对方的 Python，例如 3.12；可以写几次。默认和这台电脑一样",
        show_default=False,
    ),
]
Platforms = Annotated[
    list[str] | None,
    typer.Option(
        "--platform",
        metavar="平台",
        help=f"对方的系统：{'、'.join(PLATFORMS)}；可以写几次。默认 windows 和 linux",
        show_default=False,
    ),
]
Wheels = Annotated[
    Path | None,
    typer.Option(
        "--wheels",
        metavar="文件夹",
        help="从这个文件夹取软件包，不下载；可以用另一个安装文件夹里的 wheels",
        show_default=False,
    ),
]
Project = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="文件夹",
        help="把这个案例库放进去，包括内部的记录。默认不放，装好后新建",
        show_default=False,
    ),
]
_USUAL = ("windows", "linux")


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("kit", help="做一个安装文件夹，给不能上网的电脑安装和使用案鉴")
    def command(
        out: Out,
        python: Pythons = None,
        platform: Platforms = None,
        wheels: Wheels = None,
        project: Project = None,
    ) -> None:
        chosen = chosen_targets(tuple(platform or _USUAL), tuple(python or [_running()]))
        for folder in (wheels, project):
            if folder is not None and not folder.is_dir():
                raise Stop(f"没有「{folder}」这个文件夹。")
        source = wheels.resolve() if wheels else None
        with Steps() as steps:
            ingredients = Ingredients(own_wheel(), *lock_texts())
            made = make_kit(out, ingredients, chosen, source, project, steps)
        _say(out, chosen, made, project)


def _running() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _say(out: Path, chosen: tuple[Target, ...], made: Made, project: Path | None) -> None:
    typer.echo(
        f"安装文件夹做好了：「{out}」，{made.wheels} 个软件包，{made.bytes / 1_000_000:.0f} MB。"
    )
    for target in chosen:
        typer.echo(f"  能用于 {target.title}")
    if project is not None:
        typer.echo("里面有整个案例库，包括内部的记录；只交给可以看的人。")
    if any(target.platform.name == "windows" for target in chosen):
        typer.echo("对方的 Windows 没有 Python 的，把 Python 的安装程序放进里面的 python 文件夹。")
    typer.echo("整个文件夹拷过去，双击「安装」；用法在里面的「说明.txt」。")
