"""anjian verify: whether a bundle is what was packed, file by file."""

from __future__ import annotations

import typer

from ..bundle.problem import BundleError
from ..bundle.verify import Verified, verify, verify_beside
from ._bundles import Bundle, Key, named, opened, public_key


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("verify", help="核对资料包：一个文件也没有少、没有多、没有改")
    def command(bundle: Bundle, key: Key = None) -> None:
        public = public_key(key)
        problems: list[str] = []
        try:
            if bundle.is_file():
                problems += verify_beside(bundle)
            with opened(bundle) as files:
                found = verify(files, public)
        except BundleError as error:
            found = Verified((str(error).removesuffix("。"),))
        problems += found.problems
        for problem in problems:
            typer.echo(f"{problem}。")
        if problems:
            typer.echo(f"不通过：{len(problems)} 处不对。请重新拷贝，不要用这一份。", err=True)
            raise typer.Exit(1)
        if found.about is not None:
            typer.echo(named(found.about))
        what = "增量包里的文件" if found.delta else "文件"
        typer.echo(f"通过：{found.files} 个{what}都和打包时一样。")
        if found.signature:
            typer.echo(found.signature)
