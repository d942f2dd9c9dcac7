"""A version that a text names was in force on the date that governs, or when the conduct was."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..citation_sources import governing_date
from ..citations import label
from ..library import Library
from ..versions import in_force, position_of, spans
from ._finding import about_citation

RULES = (("C296", "写明的版本在处理时或行为发生时施行"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about records that a date governs."""
    for key, record in library.records.items():
        if not record.governed_by or record.date is None:
            continue
        seen = set()
        for link in library.citations.get(key, ()):
            named = link.citation.version is not None and link.regulation and link.version
            if not named or link.regulation is None:
                continue
            where = (link.regulation, link.version)
            if where in seen:
                continue
            seen.add(where)
            known = library.registry.versions[link.regulation]
            governing = governing_date(record, link.route, library.today)
            period = getattr(record, "period", None)
            days = [governing.on, governing.conduct, period.start if period else None]
            valid = {one.id for day in days if day for one in in_force(known, day)}
            span = spans(known)[position_of(known, link.version)]
            if link.version in valid or span.start is None:
                continue
            message = (
                f"《{link.citation.name}》{label(link.version)}（{span.chinese()}）"
                f"在{governing.words}没有施行"
            )
            current = "、".join(label(one.id) for one in known if one.id in valid)
            hint = f"当时施行的是{current}；" if current else ""
            hint += "检查版本和处理时间；行为发生时适用的旧版，请填写行为期间。"
            yield about_citation(library, link, "C296", message, level=Level.WARNING, hint=hint)
