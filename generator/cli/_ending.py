"""What is said at the end of a build: what is in the site, what is not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from ..base.finding import Finding, Level, worst
from ..build import Checked
from ..editions import EDITIONS, Edition
from ..reports import report
from ..reports.text import summary

_SHOWN = 5


def shown_findings(findings: Sequence[Finding]) -> str:
    """The errors and warnings; of mere notices the number alone."""
    grave = [one for one in findings if one.level >= Level.WARNING]
    if grave:
        return report(grave, "text")
    return summary(findings) + "用 anjian check 查看。\n" if findings else ""


def refusal(findings: Sequence[Finding]) -> str:
    """Why nothing was made, as the beginning of a sentence."""
    return "有错误" if worst(findings) is Level.ERROR else "有不能发布的内容"


def stop_at_errors(checked: Checked, sentence: str) -> None:
    """Print the errors and warnings; with an error say the sentence and end the command."""
    grave = [one for one in checked.findings if one.level >= Level.WARNING]
    if grave:
        typer.echo(report(grave, "text"), nl=False)
    if checked.stops:
        typer.echo(sentence, err=True)
        raise typer.Exit(1)


def left_out(edition: Edition) -> Iterator[str]:
    """Say in words which records the edition does not hold, and which edition does."""
    groups: dict[str, list[str]] = {}
    for one in edition.omissions:
        groups.setdefault(one.reason, []).append(str(one.key))
    if not groups:
        return
    yield f"不在{edition.rule.title}里的记录有 {len(edition.omissions)} 条："
    for reason, names in sorted(groups.items()):
        more = f"等 {len(names)} 条" if len(names) > _SHOWN else ""
        yield f"  {reason}：{'、'.join(names[:_SHOWN])}{more}"
    wider = _wider(edition)
    if wider:
        hint = "记录里写上「范围: 公开」才进公开版；" if edition.rule.name == "public" else ""
        yield f"  {hint}要看到它们：anjian build --edition {wider}"


def _wider(edition: Edition) -> str:
    """The first edition that would hold one of the records that are missing here."""
    for rule in EDITIONS.values():
        takes = {f"范围是{one}" for one in rule.audiences} | {f"状态是{one}" for one in rule.states}
        if any(one.reason in takes for one in edition.omissions):
            return rule.name
    return ""
