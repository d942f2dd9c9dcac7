"""Texts of regulations to records of the kind regulation, one version a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..base.finding import Finding, Level
from ..base.numerals import ArticleNumber, to_chinese
from ..records.regulation import Regulation
from .draft import Draft, Importer, leaves
from .identity import fold_title
from .regulation_about import category_of, issuer_of, short_names
from .regulation_body import read_body
from .regulation_builder import Body, new_headings
from .regulation_dates import Dates, events, history_lines, version_dates
from .regulation_head import RegulationHead, read_regulation_head
from .regulation_merge import merge
from .source import Account, Source, notice, signs_added

UNDATED = "undated"
"""The id of a version whose text gives no date."""


def drafts(source: Source) -> list[Draft]:
    """Make the draft of a regulation with the one version that a source holds."""
    texts = tuple(one for one in source.paragraphs if not one.picture)
    head = read_regulation_head(texts, source.stem)
    body = read_body(head.body, head.name)
    history = [line for one in head.history for line in history_lines(one.text)]
    dates = version_dates(history, _closing(body), head.known, head.what)
    year = head.known or dates.last
    version: dict[str, Any] = {
        "id": str(year.year) if year else UNDATED,
        "adopted": dates.adopted,
        "published": dates.published,
        "effective": dates.effective,
        "history": history,
        "preface": body.preface,
        "articles": body.articles,
        "attachments": body.attachments,
    }
    values: dict[str, Any] = {
        "name": head.name,
        "aliases": short_names(head.name),
        "category": category_of(head.name, history),
        "issuer": issuer_of(history),
        "versions": [{key: value for key, value in version.items() if value}],
    }
    findings = list(_findings(source, head, body, dates))
    edges = [part.get("heading", "") for part in (*body.preface, *body.attachments)]
    sections = dict.fromkeys([*body.outline, *(heading for heading in edges if heading)])
    return [
        Draft(
            fold_title(head.name, prefix="法规") or fold_title(source.stem, prefix="法规"),
            {key: value for key, value in values.items() if value},
            source.paragraphs,
            Account((*head.signs, *body.dropped), (*body.added, *signs_added(texts))),
            tuple(sections),
            tuple(body.loose),
            tuple(findings),
            headed=frozenset({"name"} if head.named else ()),
        )
    ]


def _closing(body: Body) -> list[str]:
    """The texts in which a date of effect can stand, the likeliest last."""
    parts = [part["text"] for part in (*body.preface, *body.attachments)]
    short = [text for text in parts if len(text) < 2000]
    return [*short, *(article["text"] for article in body.articles[-3:])]


def _findings(source: Source, head: RegulationHead, body: Body, dates: Dates) -> Iterator[Finding]:
    path = source.path
    if not head.named:
        yield notice(
            path, "I211", f"没有找到名称，用了文件名「{head.name}」", hint="请核对「名称」。"
        )
    if dates.last is None and head.known is None:
        hint = "请查明后填写「通过日期」「公布日期」「施行日期」，并改「编号」。"
        message = "没有找到这一版的日期，版本编号写作 undated"
        yield notice(path, "I222", message, hint=hint, level=Level.WARNING)
    if head.from_file and dates.published == head.known:
        stated = [event.date for event in events([one.text for one in head.history])]
        if head.known not in stated:
            yield notice(path, "I222", f"公布日期 {head.known} 取自文件名，原文沿革里没有，请核对")
    if dates.why_not:
        hint = "查到后填在「施行日期」；没有它，引用无法按时间落到这个版本。"
        yield notice(path, "I222", f"施行日期没有填写：{dates.why_not}", hint=hint)
    missing = _missing(body.numbers)
    if missing:
        yield notice(path, "I221", f"条文序号不连续，缺 {missing}", hint="请对照原文。")
    for line in body.unfit[:20]:
        message = f"「{line.label}」像是条文的开头，但序号不按顺序，作为正文保留"
        yield notice(path, "I221", message)
    if not body.articles:
        message = "没有找到条文，全文放在「前言」"
        yield notice(path, "I223", message, hint="请核对：条文以「第一条」或「一、」另起一行开头。")
    if body.contents:
        yield notice(path, "I223", f"目录 {body.contents} 行只是重复标题，没有写入")
    for heading in body.loose:
        yield notice(path, "I223", f"「{heading[:30]}」下面有不属于条文的文字，放在前言或附件")


def _missing(numbers: Sequence[ArticleNumber]) -> str:
    gaps = []
    for before, after in pairwise(numbers):
        low, high = before.number + 1, after.number - 1
        if low == high:
            gaps.append(f"第{to_chinese(low)}条")
        elif low < high:
            gaps.append(f"第{to_chinese(low)}条至第{to_chinese(high)}条")
    return "、".join(gaps)


def held(record: Any, draft: Draft) -> Iterator[str]:
    """Yield every text of the source that the version of a draft holds."""
    version = next((one for one in record.versions if _is_of(one, draft)), None)
    if version is None:
        return
    if draft.headed:
        yield record.name
    yield from version.history
    for name in ("preface", "attachments"):
        for _, text in leaves(getattr(version, name), ()):
            yield text
    last: dict[str, str] = {}
    for article in version.articles:
        now = {name: getattr(article, name) or "" for name in ("book", "chapter", "section")}
        yield from new_headings(last, now)
        last = now
        yield article.number
        yield article.text


def _is_of(version: Any, draft: Draft) -> bool:
    return any(draft.fingerprint in line for line in version.imported)


def stamp(draft: Draft, line: str) -> dict[str, Any]:
    """Return the values with the line that says where the version comes from."""
    version = {**draft.values["versions"][0], "imported": [line]}
    return {**draft.values, "versions": [version]}


def _key(draft: Draft) -> str:
    version = draft.values["versions"][0]
    date = version.get("published") or version.get("adopted") or version.get("effective")
    return f"{draft.id} {date or version['id']}"


IMPORTER = Importer(
    kind="regulation",
    model=Regulation,
    drafts=drafts,
    stamp=stamp,
    merge=merge,
    held=held,
    key=_key,
    fields=(
        "aliases", "category", "issuer", "versions.adopted", "versions.published",
        "versions.effective", "versions.history", "versions.articles",
    ),
)  # fmt: skip
