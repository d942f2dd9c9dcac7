"""anjian build: check, generate, render, inspect, and put the new site in place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..base.decoding import decode_text
from ..base.document import read_document
from ..base.node import Mapping, Scalar
from ..bundle.swap import discard, fresh_folder, only_build, publish, real_site
from ..disk import CONFIGURATION
from ..edition_rules import EditionRule
from ..today import today as day
from ._build_steps import Built, build_project
from ._edition import chosen_edition, configuration
from ._ending import left_out, refusal, shown_findings
from ._program import Edition, Root, Today, chosen_root
from ._progress import Steps

_SITE = "site"


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("build", help="检查、生成并建好网站，全部通过才换下旧网站")
    def command(
        context: typer.Context,
        root: Root = None,
        edition: Edition = None,
        today: Today = None,
        site_dir: Annotated[
            Path | None,
            typer.Option(
                "--site-dir",
                metavar="文件夹",
                help="网站放在哪里，默认按 mkdocs.yml 的 site_dir",
                show_default=False,
            ),
        ] = None,
    ) -> None:
        folder = chosen_root(context, root)
        rule = chosen_edition(folder, edition)
        site = real_site(folder, folder / (site_dir or _place(folder, rule)))
        with only_build(folder, site):
            built, removed = _build(folder, site, rule.name, today)
        typer.echo(shown_findings(built.findings), nl=False)
        if built.site is None or built.result is None:
            typer.echo(f"{refusal(built.findings)}，没有建成；原有的网站没有改动。", err=True)
            raise typer.Exit(1)
        view = built.result.edition
        written = built.checked.library.documents
        pages = [
            path
            for path in built.result.files
            if path.endswith((".md", ".html")) and path not in written
        ]
        made = f"生成 {len(pages)} 个，手写 {len(written)} 个"
        typer.echo(
            f"{view.rule.title}建好了：{len(pages) + len(written)} 个页面（{made}），"
            f"{len(view.library.records)} 条记录。"
        )
        for line in left_out(view):
            typer.echo(line)
        if not removed:
            typer.echo("旧网站正被占用，没有删净；下次生成时会清理。")
        typer.echo(f"网站在 {site}\n双击 {site / 'index.html'} 打开，断网也能用。")


def _place(root: Path, rule: EditionRule) -> str:
    """The folder of an edition: that of mkdocs.yml for the public one, beside it for others."""
    configured = _configured(configuration(root)).rstrip("/\\")
    return f"{configured}-{rule.folder}" if rule.folder else configured


def _configured(raw: bytes) -> str:
    """The folder that mkdocs.yml names."""
    text, _ = decode_text(raw, CONFIGURATION)
    node, _ = read_document(text, CONFIGURATION, tags=True)
    entries = node.entries if isinstance(node, Mapping) else []
    named = next((value for key, value in entries if key.text == "site_dir"), None)
    return (named.text if isinstance(named, Scalar) else "") or _SITE


def _build(root: Path, site: Path, edition: str, today: str | None) -> tuple[Built, bool]:
    """Build beside the site and swap in; whatever happens, nothing half-made stays."""
    made: list[Path] = []

    def fresh() -> Path:
        made.append(fresh_folder(site))
        return made[0]

    try:
        with Steps() as steps:
            built = build_project(root, fresh, edition, day(today), steps)
            removed = True
            if built.site is not None:
                steps("换上新网站")
                removed = publish(built.site, site)
            return built, removed
    finally:
        for left in made:
            if left.exists():
                _clear(left)


def _clear(folder: Path) -> None:
    try:
        discard(folder)
    except OSError:
        return  # the next build clears it away
