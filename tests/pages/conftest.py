"""Records with every field filled, and pages as a reader's browser gets them."""

from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
import yaml
from markdown import Markdown

from generator.base.dates import PartialDate
from generator.base.declaration import Part
from generator.base.reference import Reference, To
from generator.base.text import OneOf
from generator.build import generate

CONFIGURATION = yaml.load(
    (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def _extensions() -> tuple[list[str], dict[str, Any]]:
    names, options = ["toc", "tables", "fenced_code"], {}
    for one in CONFIGURATION["markdown_extensions"]:
        name, given = (one, {}) if isinstance(one, str) else next(iter(one.items()))
        names.append(name)
        options[name] = {key: value == "true" if value in ("true", "false") else value for key, value in given.items()}
    return list(dict.fromkeys(names)), options


class Seen(HTMLParser):
    """The text, the elements, the ids and the addresses of one rendered page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
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


@pytest.fixture(scope="session")
def site(checked):
    """Generate one edition of a project that is given as texts by path."""

    def make(files: dict[str, str], edition: str = "public", configuration: str = "site_name: 库\n"):
        done = checked(files, configuration)
        assert not done.stops, [one.line() for one in done.findings]
        return generate(done, edition).files

    return make


@pytest.fixture(scope="session")
def fill():
    """Make values for every field of a model; every text is one of a kind."""

    def values(model: type[Part], word: str) -> dict[str, Any]:
        numbers = count(1)
        return _fill(model, word, numbers)

    return values


def _fill(model: type[Part], word: str, numbers) -> dict[str, Any]:
    return {
        info.title: _value(info.annotation, (*info.metadata,), word, numbers)
        for name, info in model.model_fields.items()
        if name not in ("id",)
    } | ({"编号": f"{word}{next(numbers)}"} if "id" in model.model_fields else {})


def _value(annotation: Any, marks: tuple[Any, ...], word: str, numbers) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], (*marks, *inner[1:]), word, numbers)
    for mark in marks:
        if isinstance(mark, OneOf):
            return mark.words[0]
        if isinstance(mark, To):
            return "other" if mark.kind != "unit" else "other-unit"
    if origin is tuple:
        return [_value(inner[0], (), word, numbers)]
    if origin is dict:
        return {f"{word}{next(numbers)}": f"{word}{next(numbers)}"}
    if inner:
        return _value(next(one for one in inner if one is not type(None)), marks, word, numbers)
    if issubclass(annotation, Part):
        return _fill(annotation, word, numbers)
    if annotation is Reference:
        return "case/other"
    if annotation is PartialDate:
        return "2020-03-15"
    if annotation is int:
        return "45"
    return f"{word}{next(numbers)}"
