"""One run of an import, from bytes to bytes: which files are written, and the loss report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..base.decode import decode
from ..base.decoding import decode_text
from ..base.document import read_document
from ..base.finding import Finding, Level
from ..base.node import Mapping as MappingNode
from ..base.reference import identifier_problem
from ..base.yaml_writer import write_yaml
from . import read_source
from .draft import Draft, Importer, count, empty_fields, marks_by_kind
from .outcome import (
    KEPT,
    MERGED,
    REFUSED,
    SAME,
    WRITTEN,
    FileReport,
    Plan,
    RecordReport,
)
from .source import Source, notice, refusal

_FINGERPRINT = re.compile(r"\b[0-9a-f]{16}\b")


def plan(
    importer: Importer,
    inputs: Iterable[tuple[str, bytes]],
    existing: Mapping[str, bytes],
    *,
    audience: str,
    replace_existing: bool = False,
    step: Callable[[], None] = lambda: None,
) -> Plan:
    """Work out one run: sources as path and bytes, existing records by relative path.

    `step` is called after each source is read and each record is made. Nothing is read from
    disk or written to it here.
    """
    run = _Run(importer, existing, audience, replace_existing)
    for path, raw in inputs:
        run.take(path, raw)
        step()
    run.write(step)
    return run.plan


class _Run:
    def __init__(
        self,
        importer: Importer,
        existing: Mapping[str, bytes],
        audience: str,
        replace_existing: bool,  # noqa: FBT001
    ) -> None:
        self.importer = importer
        self.audience = audience
        self.replace_existing = replace_existing
        self.plan = Plan()
        self.texts = {
            path: raw.decode("utf-8", "surrogateescape") for path, raw in sorted(existing.items())
        }
        self.by_id = {_stem(path).casefold(): path for path in self.texts}
        self.known = {
            found: path
            for path, text in self.texts.items()
            if "导入自" in text
            for found in _FINGERPRINT.findall(text)
        }
        self.claimed: dict[str, str] = {}
        self.waiting: list[tuple[Source, Draft, FileReport]] = []
        self.held: dict[str, list[str]] = {}
        self.sources: dict[str, tuple[Source, list[Draft]]] = {}

    def take(self, path: str, raw: bytes) -> None:
        """Read one source and keep its drafts for writing."""
        source = read_source(raw, path)
        if isinstance(source, Finding):
            refused = RecordReport("", "", REFUSED)
            self.plan.reports.append(FileReport(path, [refused], [source]))
            return
        report = FileReport(path, findings=list(source.findings))
        self.plan.reports.append(report)
        drafts = self.importer.drafts(source)
        self.sources[path] = (source, drafts)
        self.held[path] = []
        for draft in drafts:
            report.findings += draft.findings
            self.waiting.append((source, draft, report))

    def write(self, step: Callable[[], None]) -> None:
        """Write the drafts in the order of their keys, then count every source."""
        for source, draft, report in sorted(
            self.waiting, key=lambda one: self.importer.key(one[1])
        ):
            report.records.append(self._record(source, draft, report))
            step()
        for report in self.plan.reports:
            self._count(report)

    def _record(self, source: Source, draft: Draft, report: FileReport) -> RecordReport:
        path = self.by_id.get(draft.id.casefold(), f"{draft.id}.yaml")
        told = RecordReport(
            draft.id,
            path,
            REFUSED,
            draft.sections,
            draft.unknown,
            empty_fields(self.importer, draft),
        )
        problem = identifier_problem(draft.id)
        if problem:
            hint = "给文件加上标题或官方编号，或改一个文件名，再导入。"
            report.findings.append(refusal(source.path, "I211", problem, hint))
            return told
        if draft.fingerprint in self.known:
            told.path = self.known[draft.fingerprint]
            told.status = SAME
            return told
        key = self.importer.key(draft)
        if key in self.claimed:
            message = f"与 {self.claimed[key]} 落到同一个编号「{draft.id}」，这一份没有写入"
            hint = "请看两份是不是同一篇；不是的，改标题后分开导入。"
            report.findings.append(refusal(source.path, "I104", message, hint))
            return told
        stamped = replace(
            draft,
            values={
                **self.importer.stamp(draft, f"{source.name} {draft.fingerprint}"),
                "audience": self.audience,
            },
        )
        told.status, text = self._text(path, stamped, report)
        if text is not None and self._holds(path, text, stamped, source, report):
            self.claimed[key] = source.path
            self.known[draft.fingerprint] = path
            self.by_id[draft.id.casefold()] = path
            self.texts[path] = text
            self.plan.files[path] = text.encode("utf-8", "surrogateescape")
            self._pictures(text, source, report)
        elif text is not None:
            told.status = REFUSED
        return told

    def _pictures(self, text: str, source: Source, report: FileReport) -> None:
        """Keep the pictures that a written record shows."""
        shown = {name: raw for name, raw in source.pictures.items() if f"]({name})" in text}
        self.plan.pictures.update(shown)
        if shown:
            message = f"有图片 {len(shown)} 张，存在 docs/{next(iter(shown)).rpartition('/')[0]}"
            hint = "请看图里有没有人名、证件、面孔；图的说明写在方括号里。"
            report.findings.append(notice(source.path, "I203", message, hint=hint))

    def _text(self, path: str, draft: Draft, report: FileReport) -> tuple[str, str | None]:
        existing = self.texts.get(path)
        if existing is None:
            return WRITTEN, write_yaml(draft.values, self.importer.model)
        merged = self.importer.merge(existing, path, draft, self.replace_existing)
        report.findings += merged.findings
        if merged.refused:
            return REFUSED, None
        return (KEPT, None) if merged.text is None else (MERGED, merged.text)

    def _holds(
        self, path: str, text: str, draft: Draft, source: Source, report: FileReport
    ) -> bool:
        """Read the new text back and note what it holds of the source."""
        clean, findings = decode_text(text.encode("utf-8", "surrogateescape"), path)
        node, more = read_document(clean, path)
        record: Any = None
        if isinstance(node, MappingNode):
            record, found = decode(node, self.importer.model, path, {"id": draft.id})
            more = [*more, *found]
        report.findings += [*findings, *more]
        if record is None:
            message = f"记录 {path} 读不回来，没有写入"
            report.findings.append(
                refusal(source.path, "I105", message, "请把这份文件交给维护者。")
            )
            return False
        self.held[source.path] += self.importer.held(record, draft)
        return True

    def _count(self, report: FileReport) -> None:
        if any(one.status not in (WRITTEN, MERGED) for one in report.records):
            return
        source, drafts = self.sources[report.path]
        accounts = [source.account, *(draft.account for draft in drafts)]
        report.count = count([source.raw], accounts, self.held[report.path])
        report.marks = marks_by_kind(accounts)
        for label, found in (("少了", report.count.lost), ("多了", report.count.extra)):
            if found:
                message = f"写入的记录比原文{label} {len(found)} 个字：{found[:40]}"
                report.findings.append(
                    notice(report.path, "I232", message, hint="请对照原文。", level=Level.WARNING)
                )


def _stem(path: str) -> str:
    return re.sub(r"\.ya?ml$", "", path.rsplit("/", 1)[-1])
