"""JSON: one report as an object, several as a list, or one a line.

An item of ninjs is told by its keys. Keys of other records: `text`, and if known `url`, `outlet`, `published` or
`date` (an ISO 8601 or RFC 2822 date), `title`, `authors`. Other keys are passed over. A title that the text does not
have near its head is put before it, as a page has it: a headline is a part of its report.
"""

import json
import re
from collections.abc import Iterator, Mapping

from twosource.errors import UnreadableError
from twosource.readers import ninjs
from twosource.readers.charset import decode
from twosource.readers.dates import stated
from twosource.readers.source import Draft, Source
from twosource.text.safety import encodable
from twosource.types.dossier import Unread
from twosource.types.moment import UNKNOWN

_WORD = re.compile(r"\w+")
# Code points at the head of a text among which its title is looked for: below a section's name, a date, a path.
_HEAD = 300


def reports(source: Source) -> Iterator[Draft | Unread]:
    """The reports of one JSON value."""
    try:
        value: object = json.loads(decode(source.data))
    except RecursionError:
        yield Unread(file=source.file, reason="JSON nested too deeply")
        return
    except ValueError as error:
        yield Unread(file=source.file, reason=f"broken JSON: {error}")
        return
    if not isinstance(value, list):
        yield report_of(source.file, value)
        return
    if not value:
        yield Unread(file=source.file, reason="an empty list")
    for number, record in enumerate(value, 1):
        yield report_of(source.file, record, f"record {number}: ")


def reports_by_line(source: Source) -> Iterator[Draft | Unread]:
    """The reports of a file with one JSON object a line; a broken line costs that line only."""
    for number, line in enumerate(decode(source.data).split("\n"), 1):
        if not line.strip():
            continue
        try:
            record: object = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Unread(file=source.file, reason=f"line {number}: broken JSON: {error}")
        else:
            yield report_of(source.file, record, f"line {number}: ")


def report_of(file: str, record: object, place: str = "") -> Draft | Unread:
    """The report that one record holds, or why it holds none; `place` says which record it is."""
    if not isinstance(record, Mapping):
        return Unread(file=file, reason=f"{place}not a JSON object")
    if "text" not in record and ninjs.is_ninjs(record):
        try:
            return ninjs.report_of(record, file)
        except UnreadableError as error:
            return Unread(file=file, reason=f"{place}{error}")
    text = _words(record.get("text"))
    if text is None:
        problem = 'the key "text" is empty' if isinstance(record.get("text"), str) else 'no text under the key "text"'
        return Unread(file=file, reason=place + problem)
    title = _words(record.get("title"))
    dated = next((key for key in ("published", "date") if isinstance(record.get(key), str)), None)
    return Draft(
        file=file,
        text=_headed(title, text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")),
        url=_words(record.get("url")),
        outlet=_words(record.get("outlet")),
        title=title,
        authors=_authors(record.get("authors")),
        published=stated(record[dated], f'the key "{dated}"') if dated else UNKNOWN,
    )


def _headed(title: str | None, text: str) -> str:
    """The text below its title, unless it has that near its head already."""
    said = _WORD.findall((title or "").casefold())
    opening = _WORD.findall(text[: len(title or "") + _HEAD].casefold())
    has = any(opening[at : at + len(said)] == said for at in range(len(opening)))
    return text if not said or has else f"{' '.join((title or '').split())}\n\n{text}"


def _words(value: object) -> str | None:
    """A string that says something, fit to be written as UTF-8."""
    return encodable(value) if isinstance(value, str) and value.strip() else None


def _authors(value: object) -> tuple[str, ...]:
    names = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(name.strip() for item in names if (name := _words(item)))
