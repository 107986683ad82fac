"""Days and moments in words, alike in every view."""

from datetime import date, timedelta

from twosource.export.document import When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: str) -> str:
    """An ISO date as `26 Jan 2015`."""
    found = date.fromisoformat(value)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def when_text(when: When | None) -> str:
    """A moment in words; empty if nothing is known of it."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.latest is None:
        return f"not before {day(when.earliest or '')}"
    if when.earliest is None:
        return f"by {day(when.latest)}"
    return days(when.earliest, when.latest)


def days(first: str, last: str) -> str:
    """An interval of days: a year or a month where it is just that, else both ends, with what they share said once."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} – {end.year}"
    if start.day == 1 and (end + timedelta(days=1)).day == 1 and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return day(last)
    shared = 2 if (start.year, start.month) == (end.year, end.month) else 1 if start.year == end.year else 0
    return f"{' '.join(day(first).split()[: 3 - shared])} – {day(last)}"
