"""The hook for people who run plain `mkdocs build` or `mkdocs serve` in a project."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from ..base.markdown import html_text
from ..base.finding import Level
from ..build import check, generate
from ..disk import DiskError, RECORD_FOLDERS, read_project, write_docs
from ..reports import report
from ..today import today


class AnjianConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    edition = Optional(Type(str))


class AnjianPlugin(BasePlugin[AnjianConfig]):
    """Check and generate before MkDocs looks for files; stop with findings in Chinese."""

    generated = False
    """Set by `anjian build`, which has checked and generated already."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write docs/library, or stop before anything of the old site is touched."""
        if not self.generated:
            self._generate(Path(config.config_file_path).parent)
        return config

    def _generate(self, root: Path) -> None:
        try:
            checked = check(read_project(root), _today())
            if checked.stops:
                raise PluginError("\n" + report(checked.findings, "text"))
            shown = [one for one in checked.findings if one.level >= Level.WARNING]
            if shown:
                print(report(shown, "text"))
            edition = self.config.edition or checked.library.settings.edition
            write_docs(root, generate(checked, edition).files)
        except DiskError as error:
            raise PluginError(str(error)) from None

    def on_page_markdown(self, markdown: str, page: Any, **_: Any) -> str:
        """Make the titles of hand-written pages safe: themes print them as HTML."""
        title = page.meta.get("title")
        if title is not None and "generated-by" not in page.meta:
            page.meta["title"] = html_text(str(title))
        return markdown

    def on_serve(self, server: Any, **_: Any) -> Any:
        """Watch the records as well."""
        root = Path(server.root if hasattr(server, "root") else ".")
        for folder in RECORD_FOLDERS:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _today() -> date:
    return today()
