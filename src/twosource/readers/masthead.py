"""What the text of a report states about itself: its outlet, its authors, its day.

Read from the imprint (`imprint.py`), the dateline of a wire report and, failing both, the line of rights. Never from a
caption, from running text, or from the year of a copyright.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from twosource.readers.imprint import Role, Said, is_outlet, place_of, said_by
from twosource.readers.lines import Line
from twosource.text.datelines import dateline_at
from twosource.text.days import days_in
from twosource.types.article import Block
from twosource.types.moment import UNKNOWN, Moment

_TOP, _END = 8, 4
_OWN = frozenset({"chrome", "bio", "disclosure", "subhead"})
_SHOWN = 80
_RIGHTS = re.compile(
    r"(?:(?:text )?(?:©|\(c\)|copyright)\s*){1,3}(?:19|20)\d\d(?:[-–]\d{2,4})?,?\s+(?:by\s+)?(?P<owner>[^|·•;]{3,60})",
    re.IGNORECASE,
)
_OWNER_ENDS = re.compile(
    r"\.?\s*all rights reserved.*$|\.\s.*$|,\s*(?:inc|ltd|llc|plc|limited|gmbh)\b.*$|[\s.]+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The facts that the text states; each is None, empty or unknown where it states none."""

    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment = UNKNOWN


@dataclass(slots=True)
class _Found:
    outlets: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    days: dict[Role, list[tuple[date, str]]] = field(default_factory=dict)


def masthead_of(text: str, blocks: Sequence[Block], *, from_page: bool) -> Masthead:
    """What the text states. What stands above the headline of a web page is the site's, and may hold today's date."""
    found = _Found()
    for number in _near_the_edges(blocks, from_page=from_page):
        line = _line(text, blocks[number])
        said = said_by(line, text, heads=None if from_page else place_of(number))
        if said is not None:
            _add(found, said, line.text)
    dateline = _dateline(text, blocks)
    outlets = dict.fromkeys(found.outlets) or dict.fromkeys(filter(None, [dateline.outlet])) or _owners(text, blocks)
    return Masthead(
        outlet=next(iter(outlets)) if len(outlets) == 1 else None,
        authors=tuple(dict.fromkeys(found.authors)),
        published=_moment(found.days) or dateline.published,
    )


def _near_the_edges(blocks: Sequence[Block], *, from_page: bool) -> list[int]:
    """The lines above the second paragraph of the body, and the last few; not those of a picture."""
    kinds = [block.kind for block in blocks]
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    top = min(body[1] if len(body) > 1 else len(blocks), _TOP + (body[0] if from_page and body else 0))
    first = kinds.index("headline") + 1 if from_page and "headline" in kinds else 0
    last = [i for i in range(len(blocks) - _END, len(blocks)) if body and i > body[-1]] if not from_page else []
    return [
        i for i in sorted({*range(first, top), *last}) if kinds[i] in _OWN and (i == 0 or kinds[i - 1] != "caption")
    ]


def _line(text: str, block: Block) -> Line:
    return Line(block.start, block.end, " ".join(text[block.start : block.end].split()), 0)


def _add(found: _Found, said: Said, line: str) -> None:
    found.outlets += [said.outlet] if said.outlet else []
    found.authors += said.authors
    for role, day in said.days:
        found.days.setdefault(role, []).append((day, line))


def _moment(days: dict[Role, list[tuple[date, str]]]) -> Moment | None:
    """The day stated as that of publication, else the one date; a day of change only says that it was no later."""
    for role in ("published", "bare"):
        stated = days.get(role, [])
        if len({day for day, _ in stated}) == 1:
            day, line = stated[0]
            return Moment(earliest=day, latest=day, timex=day.isoformat(), why=_why(line))
        if stated:
            return None
    changed = [(day, line) for day, line in days.get("updated", [])]
    return Moment(latest=max(changed)[0], why=_why(max(changed)[1])) if changed else None


def _why(line: str) -> str:
    return f"the line {line[:_SHOWN]!r}"


def _dateline(text: str, blocks: Sequence[Block]) -> Masthead:
    """The agency and the full date with which the first paragraph begins, as in "PORT, May 9, 2031 (Wire) - …"."""
    first = next((block for block in blocks if block.kind == "body"), None)
    line = dateline_at(text, first.start, first.end) if first else None
    if line is None:
        return Masthead()
    words = text[line.start : line.end]
    day = next((found.day for found in days_in(words)), None)
    stated = Moment(earliest=day, latest=day, timex=day.isoformat(), why=_why(words)) if day else UNKNOWN
    return Masthead(outlet=line.agency if is_outlet(line.agency, text) else None, published=stated)


def _owners(text: str, blocks: Sequence[Block]) -> dict[str, None]:
    """The outlets that lines of rights name, those that look like one."""
    lines = (_line(text, block).text for block in blocks if block.kind in ("legal", "chrome"))
    owners = (_OWNER_ENDS.sub("", match["owner"]).strip() for line in lines if (match := _RIGHTS.search(line)))
    return dict.fromkeys(owner for owner in owners if is_outlet(owner, ""))
