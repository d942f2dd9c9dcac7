"""anjian search: the search of the site, from the same files and in the same order."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..disk import index_files, read_files
from ..search.engine import STRICT, Answer, Hit, search
from ..search.reader import Index, open_index
from ..search.snippet import Marked
from ._program import Root, Stop, chosen_root

Text = Annotated[str | None, typer.Argument(metavar="文字", help="要找的文字", show_default=False)]
Limit = Annotated[
    int, typer.Option("--limit", metavar="条数", help="最多列出几页", min=1, max=10_000)
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供别的程序读")]
Facets = Annotated[
    list[str] | None,
    typer.Option("--facet", metavar="项=值", help="只看某一类，例如 领域=教育", show_default=False),
]
Queries = Annotated[
    Path | None,
    typer.Option(
        "--queries",
        metavar="文件",
        help="一行一个查询，每个查询输出一行 JSON：按顺序排列的页面，没有完整包含的才列部分包含的",
        show_default=False,
    ),
]
_MARKS = "【{}】"


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("search", help="在生成好的索引里查找，结果和网站上的搜索一样")
    def command(
        context: typer.Context,
        text: Text = None,
        limit: Limit = 10,
        facet: Facets = None,
        queries: Queries = None,
        root: Root = None,
        *,
        as_json: Json = False,
    ) -> None:
        given = [one is not None for one in (text, queries)]
        if all(given) or not (any(given) or facet):
            raise Stop("写要找的文字，例如 anjian search 审计；或者用 --queries 给一个文件。")
        index = open_index(index_files(chosen_root(context, root)))
        chosen = chosen_facets(index, facet or ())
        if queries is not None:
            for line in _lines(queries):
                typer.echo(_json(_paths(search(index, line, limit, chosen)), indent=None))
            return
        answer = search(index, text or "", limit, chosen)
        if as_json:
            typer.echo(_json(_values(text or "", answer)))
        else:
            typer.echo("\n".join(_shown(answer)))


def chosen_facets(index: Index, given: Sequence[str]) -> dict[str, list[str]]:
    """Values by facet; raises Stop for a facet or a value that the library does not have."""
    chosen: dict[str, list[str]] = {}
    for one in given:
        label, equals, value = one.replace("＝", "=", 1).partition("=")
        label, value = label.strip(), value.strip()
        if not (equals and label and value):
            raise Stop(f"「{one}」要写成 项=值，例如 --facet 领域=教育。")
        if label not in index.labels:
            raise Stop(f"没有「{label}」这一项，可用：{'、'.join(index.labels) or '无'}。")
        if value not in index.values(label):
            known = "、".join(list(index.values(label))[:20])
            raise Stop(f"「{label}」里没有「{value}」，有：{known}。")
        chosen.setdefault(label, []).append(value)
    return chosen


def _lines(path: Path) -> Iterator[str]:
    raw = read_files([path])[path]
    try:
        # Not `splitlines`, which also ends a line at signs that may stand in a query.
        yield from (line.rstrip("\r\n") for line in io.StringIO(raw.decode("utf-8-sig"), None))
    except UnicodeDecodeError:
        raise Stop(f"{path} 不是 UTF-8 编码，请另存为 UTF-8。") from None


def _paths(answer: Answer) -> list[str]:
    """The pages that hold what was asked for; where there are none, those that hold pieces."""
    strict = [hit.path for hit in answer.hits if hit.tier == STRICT]
    return strict or [hit.path for hit in answer.hits]


def _json(value: Any, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _values(text: str, answer: Answer) -> dict[str, Any]:
    return {
        "query": text,
        "state": answer.state,
        "strict": {"count": answer.strict_count, "exact": answer.exact},
        "loose": {"count": answer.loose_count},
        "synonyms": [list(one) for one in answer.synonyms],
        "suggestions": list(answer.suggestions),
        "broken_files": answer.broken,
        "hits": [
            {
                "path": hit.path,
                "title": hit.title,
                "kind": hit.kind,
                "record": hit.group,
                "about": hit.about,
                "tier": hit.tier,
                "reasons": list(hit.reasons),
                "sections": [
                    {
                        "anchor": one.anchor,
                        "heading": _plain(one.heading),
                        "text": _plain(one.snippet),
                    }
                    for one in hit.sections
                ],
            }
            for hit in answer.hits
        ],
    }


def _plain(pieces: Marked) -> str:
    return "".join(text for text, _ in pieces)


def _shown(answer: Answer) -> Iterator[str]:
    if answer.state == "unsearchable":
        yield "请输入文字、字母或数字；标点和符号查不到。"
        return
    for word, other in answer.synonyms:
        yield f"同时查找了「{word}」的同义词：{other}"
    strict = [hit for hit in answer.hits if hit.tier == STRICT]
    loose = [hit for hit in answer.hits if hit.tier != STRICT]
    if strict:
        about = "" if answer.exact else "约 "
        yield f"完整包含的页面：{about}{answer.strict_count} 个"
        yield from _listed(strict)
    else:
        yield "没有页面完整包含这些文字。"
    if answer.suggestions:
        yield f"是不是要找：{'、'.join(answer.suggestions)}"
    if loose:
        yield f"只包含部分文字的页面：{answer.loose_count} 个"
        yield from _listed(loose)
    if answer.broken:
        yield f"有 {answer.broken} 个索引文件读不出来，结果可能不全；请重新生成。"


def _listed(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        facts = " · ".join(one for one in (hit.kind, hit.about, "；".join(hit.reasons)) if one)
        yield f"  {hit.title}（{facts}）"
        for one in hit.sections[:1]:
            anchor = f"#{one.anchor}" if one.anchor else ""
            heading = f"{_plain(one.heading)}：" if one.heading else ""
            words = "".join(_MARKS.format(text) if found else text for text, found in one.snippet)
            yield f"    {hit.path}{anchor}"
            yield f"    {heading}{words}"
