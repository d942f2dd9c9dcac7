"""The pipeline: a project's files to pages and findings; pure, no clock, no disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from .base.decoding import decode_text
from .base.finding import Finding, Level, Place, ordered, worst
from .base.page import Asset, Page
from .base.project import Project
from .base.record import Record
from .base.rules import RULES
from .base.site_rules import RULES as SITE_RULES
from .changes import Previous
from .checks import all_checks, run_checks
from .edition_rules import EditionRule, edition_rule
from .edition_stamp import stamp
from .editions import Edition, Rule, take
from .exports import export_names, site_exports
from .importers.source import RULES as IMPORT_RULES
from .library import Library, linked, read_library
from .pages import all_pages
from .records import all_kinds
from .search.document import Document
from .search.documents import documents
from .search.site_index import index_files
from .settings import Settings, excluded_pages, read_settings, site_files
from .waivers import RULES as WAIVER_RULES
from .waivers import waived
from .web import web_files
from .workbooks import RULES as WORKBOOK_RULES

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked."""

    library: Library
    findings: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether nothing may be made from this."""
        return worst(self.findings) is Level.ERROR

    @property
    def stops_publishing(self) -> bool:
        """Whether nothing of this may be published."""
        return any(one.stops_publishing for one in self.findings)


@dataclass(frozen=True)
class Result:
    """What the generator writes: files below docs/, and what it found on the way."""

    files: Mapping[str, bytes]
    edition: Edition
    findings: tuple[Finding, ...]


def check(
    project: Project,
    today: date,
    kinds: Mapping[str, type[Record]] | None = None,
    progress: Progress = lambda _: None,
) -> Checked:
    """Read every file of a project and run every check."""
    progress("读取记录")
    settings, site_name, findings = project_settings(project)
    files, hidden = _shown(project)
    assets = project.assets - hidden
    known = kinds or all_kinds()
    configuration, _ = decode_text(project.configuration, "mkdocs.yml")
    library, more = read_library(
        files,
        known,
        settings,
        today,
        site_name,
        assets,
        hidden,
        site_files(configuration),
        project.attached,
    )
    progress("检查")
    findings = [*findings, *_unknown_exports(settings)]
    found = [*project.findings, *findings, *more, *waived(library, run_checks(library))]
    return Checked(library, ordered(found))


def _unknown_exports(settings: Settings) -> Iterator[Finding]:
    """A finding for each format that an edition may export and that does not exist."""
    named = [(one.name, name) for one in settings.editions for name in one.exports]
    # All formats have to be loaded for this: only where somebody names one.
    known = export_names() if named else ()
    for edition, name in named:
        if name not in known:
            message = f"版本「{edition}」的导出「{name}」不在可选范围：{'、'.join(known)}"
            hint = "写上面的名称；不写「导出」就是全部。"
            yield Finding("mkdocs.yml", "R103", message, hint=hint, place=Place(1, 1))


def _shown(project: Project) -> tuple[dict[str, bytes], frozenset[str]]:
    """The files that count, and those below docs/ that mkdocs.yml keeps out of the site.

    Nobody may find in a list, a citation or the search what the site does not show.
    """
    text, _ = decode_text(project.configuration, "mkdocs.yml")
    below = {path.removeprefix("docs/") for path in project.files if path.startswith("docs/")}
    hidden = excluded_pages(text, below | project.assets)
    files = {
        path: raw
        for path, raw in project.files.items()
        if not (path.startswith("docs/") and path.removeprefix("docs/") in hidden)
    }
    return files, hidden


def project_settings(project: Project) -> tuple[Settings, str, list[Finding]]:
    """Read a project's settings and the site's name; defaults where mkdocs.yml has errors."""
    text, findings = decode_text(project.configuration, "mkdocs.yml")
    if findings:
        return Settings(), "", findings
    return read_settings(text)


def generate(
    checked: Checked,
    rule: EditionRule | str,
    progress: Progress = lambda _: None,
    index: Mapping[str, bytes] | None = None,
    previous: Previous | None = None,
) -> Result:
    """Make every file of one edition from a library without errors.

    `index` are the files of the search index that was made before, by name: a cache, which
    changes nothing of what comes out. `previous` is the issue that this one is compared with.
    Raises ValueError for the name of no edition.
    """
    progress("生成页面")
    edition = replace(view(checked, rule), previous=previous)
    pages = list(all_pages(edition))
    files = _files(edition, pages)
    progress("建立搜索索引")
    files.update(index_files(edition, pages, index or {}))
    return Result(dict(sorted(files.items())), edition, checked.findings)


def page_files(edition: Edition) -> dict[str, bytes]:
    """Every file of an edition but those of its search index."""
    return _files(edition, list(all_pages(edition)))


def _files(edition: Edition, pages: Iterable[Page | Asset]) -> dict[str, bytes]:
    files: dict[str, bytes] = dict(web_files(edition))
    for page in pages:
        files[page.path] = page.text().encode() if isinstance(page, Page) else page.content
    for made in site_exports(edition):
        files[made.path] = made.content
    return files


def without_the_rest(edition: Edition) -> Edition:
    """The same edition of a library in which nothing else was ever written."""
    view = edition.library
    bare = Library(
        kinds=view.kinds,
        records=view.records,
        origins={},
        settings=view.settings,
        today=view.today,
        site_name=view.site_name,
        documents=view.documents,
        assets=view.assets,
        site_files=view.site_files,
        attached=view.attached,
    )
    alone = Edition(
        edition.rule,
        linked(bare),
        edition.withdrawn,
        rules=edition.rules,
        previous=edition.previous,
        answers=edition.answers,
    )
    return replace(alone, stamp=stamp(alone))


def search_documents(checked: Checked, rule: EditionRule | str) -> list[Document]:
    """The pages of one edition as the search sees them."""
    edition = view(checked, rule)
    return documents(edition, all_pages(edition))


def view(checked: Checked, rule: EditionRule | str) -> Edition:
    """What one audience may see of a checked project, with its stamp.

    Raises ValueError for the name of no edition.
    """
    library = checked.library
    chosen = edition_rule(library.settings, rule) if isinstance(rule, str) else rule
    edition = take(library, chosen, catalogue())
    return replace(edition, stamp=stamp(edition))


def catalogue() -> tuple[Rule, ...]:
    """Every rule of reading and checking, by code."""
    found = [*RULES, *IMPORT_RULES, *SITE_RULES, *WAIVER_RULES, *WORKBOOK_RULES]
    for module in all_checks():
        found += module.RULES
    return tuple(Rule(code, title, "") for code, title in sorted(found))
