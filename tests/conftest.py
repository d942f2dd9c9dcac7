"""What all tests share: projects as values, one fixed day, golden files, Hypothesis profiles."""

import os
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from markdown import Markdown

from generator.base.document import read_document
from generator.base.node import plain_value
from generator.base.project import Project
from generator.build import Checked, check
from tests.signing import signed_off

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 1, 1)
CONFIGURATION = "site_name: 试验库\n"

_SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("default", max_examples=60, **_SHARED)
settings.register_profile("ci", max_examples=60, derandomize=True, database=None, **_SHARED)
settings.register_profile("thorough", max_examples=3000, **_SHARED)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default")
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of this project."""
    return ROOT


@pytest.fixture(scope="session")
def today() -> date:
    """The day that every test counts from."""
    return TODAY


@pytest.fixture(scope="session")
def project():
    """Make a project from texts or bytes by path; a fresh mkdocs.yml where none is given."""

    def make(files: dict[str, str | bytes], configuration: str = CONFIGURATION) -> Project:
        raw = {
            path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()
        }
        return Project(raw, configuration=configuration.encode())

    return make


@pytest.fixture(scope="session")
def checked(project):
    """Check a project that is given as texts by path; its public records are signed off."""

    def run(
        files: dict[str, str | bytes],
        configuration: str = CONFIGURATION,
        *,
        signed: bool = True,
    ) -> Checked:
        made = project(files, configuration)
        return check(signed_off(made) if signed else made, TODAY)

    return run


@pytest.fixture(scope="session")
def codes(checked):
    """Check a project and return the codes that were found."""

    def run(files: dict[str, str | bytes], configuration: str = CONFIGURATION) -> list[str]:
        return [one.code for one in checked(files, configuration).findings]

    return run


@pytest.fixture(scope="session")
def golden():
    """Compare a text with a file; GOLDEN=write rewrites the file instead."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get("GOLDEN") == "write":
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"{path} does not exist; GOLDEN=write makes it"
        assert text == path.read_text(encoding="utf-8")

    return compare


def _extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of MkDocs and of our mkdocs.yml, with their options."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    node, _ = read_document(text, "mkdocs.yml", tags=True)
    names, options = ["toc", "tables", "fenced_code"], {}
    for one in plain_value(node)["markdown_extensions"]:
        name, given = (one, {}) if isinstance(one, str) else next(iter(one.items()))
        names.append(name)
        options[name] = {
            key: value == "true" if value in ("true", "false") else value
            for key, value in given.items()
        }
    return list(dict.fromkeys(names)), options


class Seen(HTMLParser):
    """The text, the elements, the ids and the addresses of one rendered page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.text = ""
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.headings: list[str] = []
        self._heading = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.addresses.append(value or "")
        if tag == "h2":
            self.headings.append("")
        self._heading = self._heading or tag == "h2"

    def handle_endtag(self, tag):
        self._heading = self._heading and tag != "h2"

    def handle_data(self, data):
        self.text += data
        if self._heading:
            self.headings[-1] += data


@pytest.fixture(scope="session")
def see():
    """Render one generated page as MkDocs would, with the extensions of mkdocs.yml."""
    names, options = _extensions()
    markdown = Markdown(extensions=names, extension_configs=options)

    def render(page: bytes) -> Seen:
        _, _, body = page.decode().split("---\n", 2)
        return Seen(markdown.reset().convert(body))

    return render
