"""Our part inside MkDocs: for `anjian build`, and for people who run plain MkDocs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from ..addresses import HOME, LIBRARY
from ..base.decoding import decode_text
from ..base.finding import Level
from ..base.front_matter import FrontMatter, read_front_matter
from ..base.markdown import html_text
from ..build import Result, check, generate
from ..disk import (
    DiskError,
    index_files,
    is_published,
    mark_site,
    read_project,
    write_docs,
)
from ..edition_rules import PUBLIC
from ..lock import exclusive, lock_file
from ..pages.hand_written_page import with_citations
from ..reports import report
from ..today import today
from .navigation import without_pages
from .safe_page import safe_settings, safe_title, with_record_links
from .sitemap import NAME as SITEMAP
from .sitemap import without_reveals

SANITISER = "generator.base.safe_html"
_OTHER_SEARCHES = ("search", "offline")


_FOR_A_LOOK = "这是 mkdocs 直接生成的网页，没有经过发布检查；要发布请用 anjian build"


class AnjianConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options in mkdocs.yml; those of a project stand under `extra.anjian`."""


class AnjianPlugin(BasePlugin[AnjianConfig]):  # type: ignore[no-untyped-call]
    """Check and generate before MkDocs looks for files; make hand-written pages harmless."""

    result: Result | None = None
    """What was generated: `anjian build` gives it, else `on_config` makes it."""
    tick: Callable[[int, int], None] | None = None
    """Told how many pages are rendered."""
    notice = ""
    """A sentence at the top of every page."""

    def __init__(self) -> None:
        super().__init__()
        self.fronts: dict[str, FrontMatter] = {}
        self.excluded: set[str] = set()
        self.kept_out: set[str] = set()
        self.theme_page = ""
        self.pages = 0
        self.steps = 0
        self.alone = False
        self.held = ExitStack()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write docs/library, or stop before anything of the old site is touched."""
        root = Path(config.config_file_path).parent
        if self.result is None:
            self.alone = True
            self.notice = _FOR_A_LOOK
            wrong = superfluous(config)
            if wrong:
                raise Abort(f"mkdocs.yml：{wrong}。")
            self.result = self._generate(root, Path(config.docs_dir))
            config.nav = without_pages(config.nav, self.kept_out.__contains__)
        protect(config, self.result.edition.library.settings.hosts)
        return config

    def _generate(self, root: Path, docs: Path) -> Result:
        try:
            if docs.resolve() != (root / "docs").resolve():
                raise Abort("mkdocs.yml 的 docs_dir 只能是 docs。")
            self.held.enter_context(exclusive(lock_file(root)))
            checked = check(read_project(root), today())
            if checked.stops:
                raise Abort(report(checked.findings, "text"))
            shown = [one for one in checked.findings if one.level >= Level.WARNING]
            if shown:
                sys.stderr.write(report(shown, "text"))
            result = generate(checked, PUBLIC, index=index_files(root))
            self.kept_out = {*checked.library.documents, *checked.library.assets} - {
                *result.edition.library.documents,
                *result.edition.library.assets,
            }
            write_docs(root, result.files)
        except DiskError as error:
            raise Abort(str(error)) from None
        return result

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep raw records, backups and lock files out of the site."""
        docs = str(Path(config.docs_dir))
        for file in list(files):
            ours = str(file.src_dir) == docs
            if ours and (not is_published(file.src_uri) or file.src_uri in self.kept_out):
                files.remove(file)
        self.excluded = {
            file.dest_uri
            for file in files
            if file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        }
        self.pages = len(files.documentation_pages())
        return files

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Read a hand-written page by our own rules, which never print settings as text."""
        if self.is_generated(page):
            return None
        raw = Path(str(page.file.abs_src_path)).read_bytes()
        text, findings = decode_text(raw, f"docs/{page.file.src_uri}")
        front = read_front_matter(text, f"docs/{page.file.src_uri}")
        if findings or front.findings:
            raise Abort(report([*findings, *front.findings], "text"))
        path = page.file.src_uri
        self.fronts[path] = front
        body = text[front.body_start :]
        edition = self.result.edition if self.result else None
        if edition is not None and edition.library.documents.get(path) == text:
            body = with_citations(edition, path, text, front.body_start)
        # The empty line keeps MkDocs from taking the first lines of the text for settings.
        return "\n" + body

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Give the theme harmless settings, and turn links to records into links to pages."""
        self._count()
        front = self.fronts.get(page.file.src_uri)
        if front is None or self.result is None:
            return markdown
        page.meta = safe_settings(front)
        return with_record_links(markdown, page.file.src_uri, self.result.edition)

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Make titles of a hand-written page harmless; say on it which edition it is from."""
        if page.file.src_uri in self.fronts:
            title = page.meta.get("title") or safe_title(page.title)
            # A name from the navigation stays; the page itself keeps its own title.
            page.title = safe_title(page.title)
            if not page.is_homepage:
                page.meta["title"] = title
            _make_safe(page.toc)
            html = _banner(self.result.edition.rule.banner if self.result else "") + html
        return _banner(self.notice) + html

    def on_env(self, env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
        """Render the theme's page for errors without any title or text of an author.

        What runs in it is the theme's own; the finished pages are compared with it.
        """
        context = get_context(Navigation([], []), [], config, base_url=".")
        try:
            self.theme_page = env.get_template("404.html").render(context)
        except TemplateError:
            self.theme_page = ""
        return env

    def on_post_page(self, output: str, **_: Any) -> str:
        """Count rendered pages for the progress bar."""
        self._count()
        return output

    def on_post_template(self, output_content: str, template_name: str, **_: Any) -> str:
        """Keep what is held back out of the sitemap."""
        return without_reveals(output_content) if template_name == SITEMAP else output_content

    def _count(self) -> None:
        """Every page is gone through twice: its Markdown first, the theme's frame later."""
        self.steps += 1
        if self.tick is not None:
            self.tick(self.steps // 2, self.pages)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Mark the site as ours, so that `anjian build` may replace it."""
        if self.alone:
            mark_site(Path(config.site_dir))
        self.held.close()

    def on_build_error(self, **_: Any) -> None:
        """Let others build again."""
        self.held.close()

    def on_serve(self, server: Any, config: MkDocsConfig, **_: Any) -> Any:
        """Watch the records, not what is generated; a mistake must not hang the browser."""
        # The server's own module is needed by `serve` alone.
        from .mkdocs_serve import watch_sources  # noqa: PLC0415

        watch_sources(server, Path(config.config_file_path).parent, config.docs_dir)
        return server

    def is_generated(self, page: Page) -> bool:
        """Whether the generator made this page."""
        path = page.file.src_uri
        if path.startswith(f"{LIBRARY}/"):
            return True
        written = self.result is not None and HOME not in self.result.edition.library.documents
        return path == HOME and written


def _banner(text: str) -> str:
    """A sentence at the top of a page; the generated pages bring that of their edition."""
    return f'<p class="aj-banner">{html_text(text)}</p>\n' if text else ""


def protect(config: MkDocsConfig, hosts: Iterable[str]) -> None:
    """See to it that all Markdown is sanitised, with the hosts that the settings allow."""
    if SANITISER not in config.markdown_extensions:
        config.markdown_extensions.append(SANITISER)
    options = {**(config.mdx_configs.get(SANITISER) or {}), "hosts": [str(one) for one in hosts]}
    config.mdx_configs[SANITISER] = options


def superfluous(config: MkDocsConfig) -> str:
    """What is to be said of a plugin that would put a second search into the site; else ""."""
    for name in config.plugins:
        # MkDocs puts the theme's name before that of a plugin which comes with it.
        short = name.rpartition("/")[2]
        if short in _OTHER_SEARCHES:
            return (
                f"plugins 里的 {short} 要删去（连同它下面缩进的各行）："
                "搜索由案鉴自己做，断网、双击打开都能用"
            )
    return ""


def _make_safe(items: Iterable[AnchorLink]) -> None:
    for item in items:
        item.title = safe_title(item.title)
        item.id = html_text(item.id)
        _make_safe(item.children)
