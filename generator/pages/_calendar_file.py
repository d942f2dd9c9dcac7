"""The classes of one month for the calendars of phones and offices, without a library for it.

The program that exports calendars has the library `icalendar`; a site must not need it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone

from ..classes import Class
from ..lesson_set import Issue

_CHINA = timezone(timedelta(hours=8))
_STATUS = {"已取消": "CANCELLED", "待安排": "TENTATIVE"}
_FIRST = date(2020, 1, 1).toordinal()
_OCTETS = 75
"""A line is folded before it is longer. Source: RFC 5545, section 3.1."""


def calendar_file(classes: Iterable[Class], issue: Issue) -> bytes:
    """Write a calendar; times are in UTC, so that no time zone needs to be described.

    A class has the UID that the exported calendars give it, so both are one to a calendar.
    """
    lines = ["BEGIN:VCALENDAR", "PRODID:-//anjian//calendar//ZH", "VERSION:2.0"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for one in classes:
        lines += _event(one, issue)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(one: Class, issue: Issue) -> Iterator[str]:
    site = hashlib.sha256(issue.site.encode()).hexdigest()[:12]
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}.{site}@anjian"
    yield f"DTSTAMP:{issue.day:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{max(0, issue.day.toordinal() - _FIRST)}"
    if one.start:
        begins = datetime.combine(one.day, one.start, _CHINA)
        yield f"DTSTART:{_utc(begins)}"
        yield f"DTEND:{_utc(begins + timedelta(minutes=one.minutes))}"
    else:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(one.title)}"
    if one.place:
        yield f"LOCATION:{_text(one.place)}"
    if one.lines:
        yield "DESCRIPTION:" + _text("\n".join(one.lines))
    yield f"STATUS:{_STATUS.get(one.progress, 'CONFIRMED')}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(timezone.utc):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Source: RFC 5545, section 3.3.11."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> str:
    """Cut a line between characters where it would have more octets than a line may have."""
    made, room = "", _OCTETS
    for sign in line:
        size = len(sign.encode())
        if size > room:
            made, room = made + "\r\n ", _OCTETS - 1
        made, room = made + sign, room - size
    return made
