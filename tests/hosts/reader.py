"""What of a page would run or be fetched, read by a parser that is not the one under test."""

import re
from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects what would run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.scripts: list[str] = []
        self.title = ""
        self.inside = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.inside = tag
        if tag == "script":
            self.scripts.append(values.get("src") or "inline")
        if tag in {"iframe", "object", "embed", "base", "template", "video", "math"}:
            self.bad.append(f"<{tag}>")
        for name, value in attrs:
            text = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in {"srcdoc", "style"}:
                self.bad.append(name)
            if name in {"href", "src", "action", "data"} and re.match(
                r"(javascript|data|vbscript|https?):|//", text
            ):
                self.bad.append(f"{name}={value}")
            if name == "class" and "mermaid" in text:
                self.bad.append("mermaid")

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_comment(self, data):
        if "内部" in data:
            self.bad.append("comment")


def read(path):
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader
