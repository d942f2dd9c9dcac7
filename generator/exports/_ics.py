"""A calendar as RFC 5545 has it, with the one time of China written out for Outlook."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from ..classes import Class, Classes

_ZONE = "Asia/Shanghai"
_OFFSET = timedelta(hours=8)
"""All year: there has been no summer time since 1991."""
_STATUS = {"已取消": "CANCELLED", "待安排": "TENTATIVE"}


def calendar(given: Classes) -> bytes:
    """Write one calendar; a class keeps its UID, so a file that is opened again changes it."""
    made = Calendar()
    made.add("prodid", "-//anjian//calendar//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", given.name)
    made.add("x-wr-timezone", _ZONE)
    if any(one.start for one in given.classes):
        made.add_component(_zone())
    for one in given.classes:
        made.add_component(_event(given, one))
    written: bytes = made.to_ical(sorted=False)
    return written


def _zone() -> Timezone:
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", _ZONE)
    zone.add_component(standard)
    return zone


def _event(given: Classes, one: Class) -> Event:
    event = Event()
    site = hashlib.sha256(given.issue.site.encode()).hexdigest()[:12]
    event.add("uid", f"{one.id}.{site}@anjian")
    event.add("dtstamp", datetime.combine(given.issue.day, time(), timezone.utc))
    # Grows from issue to issue, so that the later file counts.
    event.add("sequence", max(0, given.issue.day.toordinal() - _FIRST))
    if one.start:
        begins = datetime.combine(one.day, one.start)
        zone = {"TZID": _ZONE}
        event.add("dtstart", begins, parameters=zone)
        event.add("dtend", begins + timedelta(minutes=one.minutes), parameters=zone)
    else:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", one.title)
    if one.place:
        event.add("location", one.place)
    if one.lines:
        event.add("description", "\n".join(one.lines))
    event.add("status", vText(_STATUS.get(one.progress, "CONFIRMED")))
    return event


_FIRST = date(2020, 1, 1).toordinal()
