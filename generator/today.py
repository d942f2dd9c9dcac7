"""The day that a build counts from; the only place that asks the clock."""

from __future__ import annotations

import os
from datetime import date, datetime, timezone


def today(given: str | None = None) -> date:
    """Return the day given, else that of SOURCE_DATE_EPOCH, else this day.

    `given` is YYYY-MM-DD; raises ValueError with a Chinese sentence where it is not.
    """
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise ValueError(f"「{given}」不是日期，请写成 2026-03-15") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=timezone.utc).date()
    return date.today()  # noqa: DTZ011 - the day where the user sits
