"""The second stage: all reports in the order of publication; copies told, stories found. One process, one pass."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from twosource.corpus.copies import Copies, Copy
from twosource.corpus.sign import Sign
from twosource.corpus.spool import Kept
from twosource.corpus.stories import Stories

_CHAPTER = 40
_LEAST, _MOST, _CUTS = 16, 1024, 64
_NEVER = date.max.toordinal() + 1


class Told(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A report, where it lies in the spool, where it stood, and what it is a copy of, if it is nearly one."""

    report: str
    unit: int
    offset: int
    length: int
    place: str
    copy_of: str | None


class Chapter(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Reports of one story that are investigated together.

    A story of more than forty reports has several chapters, so that the work for one report has a bound.
    """

    story: str
    number: int
    month: str
    reports: list[Told]


class Grouping(NamedTuple):
    """The chapters of all stories, in the order of their founding, and the reports that say what another said."""

    chapters: list[Chapter]
    same: list[tuple[Kept, str]]


def group(reports: Iterable[Kept], sign_of: Callable[[Kept], Sign]) -> Grouping:
    """Groups the reports. The outcome does not depend on their order, but where both days and texts are equal."""
    copies, stories = Copies(), Stories()
    members: dict[str, list[Told]] = {}
    homes: dict[str, str] = {}
    days: dict[str, int | None] = {}
    same = []
    for kept in sorted(reports, key=_publication):
        sign = sign_of(kept)
        copy = copies.add(sign)
        if copy is not None and copy.kind == "same":
            same.append((kept, copy.of))
            continue
        story = homes[kept.report] = _home(sign, copy, stories, homes)
        members.setdefault(story, []).append(_told(kept, copy))
        days.setdefault(story, kept.day)
    chapters = [chapter for story, told in members.items() for chapter in _chapters(story, days[story], told)]
    return Grouping(chapters, same)


def _told(kept: Kept, copy: Copy | None) -> Told:
    return Told(
        report=kept.report,
        unit=kept.unit,
        offset=kept.offset,
        length=kept.length,
        place=kept.place,
        copy_of=copy.of if copy else None,
    )


def _publication(kept: Kept) -> tuple[int, str, int, int]:
    return _NEVER if kept.day is None else kept.day, kept.report, kept.unit, kept.offset


def _home(sign: Sign, copy: Copy | None, stories: Stories, homes: dict[str, str]) -> str:
    """A copy belongs to the story of its first, as long as that is open."""
    if copy is not None and stories.follow(homes[copy.of], sign.day):
        return homes[copy.of]
    return stories.add(sign)


def _chapters(story: str, day: int | None, told: Sequence[Told]) -> Iterable[Chapter]:
    month = date.fromordinal(day).isoformat()[:7] if day else "unknown"
    for number, place in enumerate(range(0, len(told), _CHAPTER), 1):
        yield Chapter(story=story, number=number, month=month, reports=list(told[place : place + _CHAPTER]))


def batches(chapters: Sequence[Chapter]) -> list[list[Chapter]]:
    """The chapters in runs that are investigated by one process, each of one month. The cut depends on them alone."""
    total = sum(len(chapter.reports) for chapter in chapters)
    size = min(max(total // _CUTS, _LEAST), _MOST)
    runs: list[list[Chapter]] = []
    held = size
    for chapter in sorted(chapters, key=lambda chapter: chapter.month):
        if held >= size or runs[-1][0].month != chapter.month:
            runs.append([])
            held = 0
        runs[-1].append(chapter)
        held += len(chapter.reports)
    return runs
