"""Sign records off as three persons would, for tests of what comes after it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.base.dates import PartialDate
from generator.base.project import Project
from generator.base.record import Review
from generator.base.text import Line
from generator.build import check
from generator.disk import read_project
from generator.reviewing import RefusedError, reviewed_text
from generator.sign_off import ROLES, content_digest, sign_off_problem

DAY = date(2015, 1, 1)
"""Early: a review after a revision of what a record cites takes it off a list."""
NAMES = {role: f"试验{role}" for role in ROLES.values()}


def signed_off(project: Project) -> Project:
    """The project with every public record signed off that can be."""
    library = check(project, DAY).library
    files = dict(project.files)
    for key, record in library.records.items():
        path = library.origins[key].path
        wanted = record.audience == "公开" and record.status in ("已发布", "已撤下")
        if not wanted or not sign_off_problem(record, library.attached):
            continue
        names = {field: Line(NAMES[role]) for field, role in ROLES.items()}
        day = record.review.date if record.review and record.review.date else PartialDate.of(DAY)
        digest = Line(content_digest(record, library.attached))
        review = Review(**names, date=day, verdict="公开", digest=digest)
        try:
            text = reviewed_text(library, key, files[path].decode("utf-8-sig"), review)
        except (RefusedError, UnicodeDecodeError):
            continue
        files[path] = text.encode()
    return replace(project, files=files)


def sign_project(root: Path) -> None:
    """Sign off what is on a disk."""
    before = read_project(root)
    for path, content in signed_off(before).files.items():
        if before.files[path] != content:
            (root / path).write_bytes(content)
