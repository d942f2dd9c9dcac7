"""anjian cite: what is recognised as a citation in a text, and where it leads."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from ..addresses import version_page
from ..base.citation_grammar import citations
from ..base.dates import PartialDate
from ..base.page import html_address
from ..base.reference import Reference
from ..citation_sources import Found, resolved
from ..citations import CitationLink, Governing, Registry, label
from ..library import Library
from ._program import Root, Stop, Today, chosen_root
from ._regulations import regulations

Text = Annotated[str, typer.Argument(metavar="文字", help="要看的文字；写 - 就从标准输入读")]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="日期", help="按哪一天施行的版本，例如 2019-05-01", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供别的程序读")]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("cite", help="看一段文字里认出哪些引用、落到哪个版本")
    def command(
        context: typer.Context,
        text: Text,
        on: On = None,
        as_json: Json = False,  # noqa: FBT002
        root: Root = None,
        today: Today = None,
    ) -> None:
        written = sys.stdin.read() if text == "-" else text
        date = _date(on)
        library = regulations(chosen_root(context, root), today)
        links = _links(written, date, library)
        if as_json:
            found = [_as_json(one, written) for one in links]
            typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
            return
        if not links:
            typer.echo("没有认出引用。法规名称放在书名号里，例如《监察法》（2018）第四十五条。")
        for one in links:
            typer.echo("\n".join(_as_lines(one, written, library)))


def _date(on: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(on) if on else None
    except ValueError as error:
        raise Stop(f"--on {error}") from None


def _links(text: str, on: PartialDate | None, library: Library) -> tuple[CitationLink, ...]:
    registry: Registry = library.registry
    found = [Found((), citations(text, registry.names))]
    words = f"{on.chinese()}时" if on else "没有给出日期（--on）"
    return resolved(
        Reference("text", "text"), None, found, registry, library.today, Governing(on, words)
    )


def _as_lines(link: CitationLink, text: str, library: Library) -> list[str]:
    citation = link.citation
    end = max([citation.end, *(clause.end for clause in citation.clauses)])
    lines = [text[citation.start : end].replace("\n", " ")]
    name = f"《{citation.name}》"
    if link.regulation is None or not link.version:
        return [*lines, f"  未解决：{name}{link.reason}"]
    record: Any = library.records[link.regulation]
    lines.append(f"  {record.heading} {label(link.version)}：{link.reason}")
    known = library.registry.articles[(link.regulation, link.version)]
    for clause in citation.clauses:
        article = known.get(clause.number)
        if article is None:
            lines.append(f"  {clause}：这一版没有这一条")
        else:
            first = article.text.split("\n", 1)[0]
            shown = first if len(first) <= 60 else first[:60] + "……"
            lines.append(f"  {clause}　{shown}")
    return lines


def _as_json(link: CitationLink, text: str) -> dict[str, Any]:
    citation = link.citation
    named = citation.version
    return {
        "name": citation.name,
        "text": text[citation.start : citation.end],
        "start": citation.start,
        "end": citation.end,
        "named_version": str(named.date) if named else None,
        "clauses": [
            {
                "article": str(clause.number),
                "last": str(clause.last) if clause.last else None,
                "paragraphs": list(clause.paragraphs),
                "items": list(clause.items),
                "text": text[clause.start : clause.end],
                "start": clause.start,
                "end": clause.end,
                "missing": clause.number in link.missing,
                "address": _address(link, clause.number),
            }
            for clause in citation.clauses
        ],
        "regulation": link.regulation.id if link.regulation else None,
        "version": link.version or None,
        "reason": link.reason,
        "cause": link.cause or None,
        "candidates": list(link.candidates),
    }


def _address(link: CitationLink, number: Any) -> str | None:
    if link.regulation is None or not link.version or number in link.missing:
        return None
    return html_address(version_page(link.regulation, link.version, number))
