"""anjian question: draft questions that a case answers for certain."""

from __future__ import annotations

from typing import Annotated

import typer

from ..base.declaration import shapes
from ..base.reference import Reference
from ..base.yaml_writer import write_yaml
from ..build import check
from ..disk import read_project
from ..question_drafts import drafts
from ..records.case import Case
from ..records.question import Question
from ..today import today as day
from ._ending import stop_at_errors
from ._program import Root, Stop, Today, chosen_root

Identifier = Annotated[str, typer.Argument(metavar="案例", help="案例的编号")]


def add(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("question", help="从案例起草题目：处分、形态、条款这些记录里写明的")
    def command(
        context: typer.Context,
        case: Identifier,
        root: Root = None,
        today: Today = None,
    ) -> None:
        checked = check(read_project(chosen_root(context, root)), day(today))
        stop_at_errors(checked, "有错误，没有起草。")
        record = checked.library.get(Reference("case", case.rpartition("/")[2]))
        if not isinstance(record, Case):
            raise Stop(f"没有编号为「{case}」的案例。")
        made = drafts(checked.library, record)
        if not made:
            raise Stop(f"「{case}」里没有写明处理结果和依据，起草不出题目。")
        typer.echo("\n".join(_row(one) for one in made))
        typer.echo(
            f"起草了 {len(made)} 题，状态是草稿；看过、改好，再放进 materials/questions/。",
            err=True,
        )


def _row(question: Question) -> str:
    """One row of a ledger, as authors write it."""
    values = {
        name: getattr(question, name)
        for name, shape in shapes(Question).items()
        if getattr(question, name) != Question.model_fields[name].get_default() and shape.label
    }
    lines = write_yaml(values, Question).rstrip("\n").split("\n")
    return "\n".join(("- " if at == 0 else "  ") + line for at, line in enumerate(lines))
