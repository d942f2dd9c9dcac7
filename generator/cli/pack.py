"""anjian pack: an edition as one file to carry, or what has changed since an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ..bundle.contents import Contents, bundle_contents
from ..bundle.delta import delta_files
from ..bundle.key_file import read_key
from ..bundle.manifest import MANIFEST, previous_issue, read_manifest
from ..bundle.pack import packing, write_bundle
from ..bundle.problem import BundleError
from ..bundle.signature import SecretKey
from ..changes import Previous
from ..edition_rules import EditionRule
from ..reports import report
from ..today import today as day
from ._build_steps import Built, build_project
from ._bundles import opened
from ._edition import chosen_edition
from ._ending import left_out, refusal, shown_findings
from ._passwords import BUNDLE_VARIABLE, KEY_VARIABLE, asked
from ._program import Edition, Root, Today, chosen_root
from ._progress import Steps
from ._stop import Stop

Out = Annotated[
    Path,
    typer.Option(
        "-o", "--out", metavar="文件", help="写成哪个文件，例如 案例库.zip", show_default=False
    ),
]
PreviousBundle = Annotated[
    Path | None,
    typer.Option(
        "--previous",
        metavar="旧资料包",
        help="上一期的资料包；网站里会有「本期更新」一页，列出新增、修改、撤下",
        show_default=False,
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="旧资料包",
        help="只打增量：对方已有这一期，只带有变化的文件",
        show_default=False,
    ),
]
Sign = Annotated[
    Path | None,
    typer.Option(
        "--sign", metavar="私钥", help="用 anjian key new 生成的 .key 文件签名", show_default=False
    ),
]
Password = Annotated[
    bool,
    typer.Option(
        "--password",
        help=f"加密（AES-256）；会问密码，脚本里放进环境变量 {BUNDLE_VARIABLE}。文件名仍然看得见",
    ),
]
_VISIBLE = "注意：zip 加密以后，里面的文件名不用密码也看得见；文件的内容看不见。"


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("pack", help="检查、建好网站，打成一个可以拷走的资料包；不改动项目")
    def command(
        context: typer.Context,
        out: Out,
        root: Root = None,
        edition: Edition = None,
        previous: PreviousBundle = None,
        since: Since = None,
        sign: Sign = None,
        today: Today = None,
        *,
        password: Password = False,
    ) -> None:
        folder = chosen_root(context, root)
        if since is not None and since.resolve() == out.resolve():
            raise Stop(f"-o 和 --since 是同一个文件，增量会盖掉「{since}」；请用 -o 换一个文件名。")
        rule = chosen_edition(folder, edition)
        before = _previous(previous, rule) if previous else None
        key = read_key(sign, lambda: asked("私钥", KEY_VARIABLE)) if sign else None
        chosen = asked(f"「{out.name}」", BUNDLE_VARIABLE, twice=True) if password else ""
        with packing(folder, out) as work, Steps() as steps:
            built = _build(folder, work, rule, today, before, steps)
            typer.echo(shown_findings(built.findings), nl=False)
            if built.site is None or built.result is None:
                typer.echo(f"{refusal(built.findings)}，没有打包；原有的文件没有改动。", err=True)
                raise typer.Exit(1)
            steps("核对文件")
            contents = bundle_contents(built.result, built.site, key)
            _stop_at_leaks(built, contents)
            steps("写入压缩包")
            files = _delta(since, contents) if since else contents
            write_bundle(work, out, files, built.stamp, chosen)
        _say(built, contents, out, key, since)
        if password:
            typer.echo(_VISIBLE)


def _stop_at_leaks(built: Built, contents: Contents) -> None:
    """The site was looked through when it was built; this looks at what stands beside it."""
    beside = {name: contents[name] for name in contents if not name.startswith("site/")}
    leaks = built.leak_test.of_files(beside) if built.leak_test else ()
    if leaks:
        typer.echo(report(leaks, "text"), nl=False)
        typer.echo("没有打包；原有的文件没有改动。", err=True)
        raise typer.Exit(1)


def _delta(since: Path, contents: Contents) -> Mapping[str, bytes]:
    """What has changed since an earlier bundle; a refusal names that bundle."""
    with opened(since) as old:
        try:
            return delta_files(old, contents)
        except BundleError as error:
            raise BundleError(f"{since.name}：{error}") from None


def _previous(path: Path, rule: EditionRule) -> Previous:
    with opened(path) as old:
        if MANIFEST not in old.names:
            raise BundleError(f"{path.name} 里没有 {MANIFEST}，不是资料包。")
        try:
            return previous_issue(read_manifest(old.read(MANIFEST)), rule.name)
        except BundleError as error:
            raise BundleError(f"{path.name}：{error}") from None


def _build(
    root: Path,
    work: Path,
    rule: EditionRule,
    today: str | None,
    previous: Previous | None,
    steps: Steps,
) -> Built:
    def fresh() -> Path:
        site = work / "site"
        site.mkdir()
        return site

    return build_project(
        root, fresh, rule.name, day(today), steps, staging=work / "staging", previous=previous
    )


def _say(
    built: Built, contents: Contents, out: Path, key: SecretKey | None, since: Path | None
) -> None:
    if built.result is None:
        return
    view = built.result.edition
    signed = "，已签名" if key else ""
    size = out.stat().st_size / 1_000_000
    if since is None:
        typer.echo(
            f"{view.rule.title}打好了：{len(contents)} 个文件，{len(view.library.records)} 条记录，"
            f"{size:.1f} MB{signed}。"
        )
    else:
        typer.echo(f"{view.rule.title}的增量打好了：{size:.1f} MB{signed}。")
    typer.echo(f"期号 {built.stamp}")
    for line in left_out(view):
        typer.echo(line)
    typer.echo(f"文件在 {out}，指纹在旁边的 {out.name}.sha256。")
    typer.echo("拷过去以后用 anjian verify 核对；没有案鉴的，解压后打开「打开.html」检查。")
