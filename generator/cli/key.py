"""anjian key: the pair of keys that bundles are signed and checked with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..bundle.key_file import new_key, write_pair
from ._passwords import KEY_VARIABLE, asked

Name = Annotated[
    Path, typer.Argument(metavar="名称", help="例如 案例库，会写出 案例库.key 和 案例库.pub")
]
Password = Annotated[
    bool,
    typer.Option("--password", help=f"给私钥加密码；会问，脚本里放进环境变量 {KEY_VARIABLE}"),
]


def add(app: typer.Typer) -> None:
    """Add the command, in a group for what concerns keys."""
    group = typer.Typer(help="生成签名用的钥匙")

    @group.command("new", help="生成一对新钥匙：私钥自己留着签名，公钥发给要核对的人")
    def command(name: Name, *, password: Password = False) -> None:
        chosen = asked("私钥", KEY_VARIABLE, twice=True) if password else ""
        key = new_key()
        secret, public = write_pair(name, key, chosen)
        typer.echo(f"私钥 {secret}：只留在打包的电脑上，不要给别人，不要放进项目文件夹。")
        typer.echo(f"公钥 {public}：发给要核对的人，用 anjian verify 资料包.zip --key 它。")
        typer.echo(f"钥匙编号 {key.public().name}。minisign 程序也能用这对钥匙。")
        if not chosen:
            typer.echo("私钥没有密码，拿到文件的人都能签名；要加密码用 --password。")

    # A group with one command would be taken for that command.
    group.callback()(lambda: None)
    app.add_typer(group, name="key")
