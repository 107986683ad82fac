"""Texts in which people marked the times: news of one corpus, narratives of another, dates in several genres.

Each gives its reports as plain text with the marked places in code points. Tokens are set as a page would have them,
without a blank before a comma; the places follow.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

NEWS = Path("data", "meantime", "intra_cross-doc_annotation")
GENRES = Path("data", "gum", "xml")
STORIES = Path("data", "dates", "wikiwars")
ANNOTATED = 6  # sentences, from the first: the others are not marked in the news
GLUED_LEFT, GLUED_RIGHT = re.compile(r"[.,;:!?)\]}%”]|n't|'(?:s|ll|re|ve|d|m)?|-|/"), re.compile(r"[(\[{$“#]|-|/")


class Marked(NamedTuple):
    """A time as people marked it: its place, its type and value, and its days where the value is one of days."""

    start: int
    end: int
    type: str
    value: str
    days: tuple[date, date] | None = None


class Text(NamedTuple):
    """A report, the day on which it was written, the places that were read by people, and what they marked."""

    name: str
    text: str
    written: date | None
    read: tuple[int, int]
    marked: tuple[Marked, ...]


def joined(words: Sequence[str]) -> tuple[str, list[int]]:
    """The text of the tokens, and where each of them starts."""
    text, starts, quoted = "", [], False
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        straight = word == '"' and quoted
        quoted ^= word == '"'
        opens = before == '"' and not straight and quoted
        glued = not text or text.endswith("\n") or opens or straight
        glued = glued or bool(GLUED_LEFT.fullmatch(word)) or bool(GLUED_RIGHT.fullmatch(before))
        text += "" if glued else " "
        starts.append(len(text))
        text += word
    return text, starts


def news(shared: Path) -> Iterator[Text]:
    """60 reports on business. Left out: the line with the day, marks without words, marks around other marks."""
    for file in sorted((shared / NEWS).rglob("*.xml")):
        root = ET.parse(file).getroot()  # noqa: S314 -- data that was put beside the checkout
        tokens = list(root.iter("token"))
        words = [f"\n\n{t.text}" if t.get("sentence") != s else str(t.text) for t, s in _with_sentence(tokens)]
        text, starts = joined(words)
        starts = [start + 2 * words[place].startswith("\n") for place, start in enumerate(starts)]
        known = {t.get("t_id"): place for place, t in enumerate(tokens)}
        last = max(place for place, t in enumerate(tokens) if int(t.get("sentence") or 0) < ANNOTATED)
        title = next(place for place, t in enumerate(tokens) if int(t.get("sentence") or 0) > 1)
        written, marked = None, []
        for timex in root.iter("TIMEX3"):
            held = [known[one.get("t_id")] for one in timex.iter("token_anchor")]
            if timex.get("functionInDocument") == "CREATION_TIME":
                written = _day(timex.get("value") or "")
            elif held:
                end = starts[held[-1]] + len(words[held[-1]].lstrip("\n"))
                marked.append(Marked(starts[held[0]], end, timex.get("type") or "", timex.get("value") or ""))
        place = (starts[title], starts[last] + len(words[last].lstrip("\n")))
        yield Text(file.stem, text, written, place, tuple(_innermost(marked)))


def _with_sentence(tokens: Iterable[ET.Element]) -> Iterator[tuple[ET.Element, str | None]]:
    """Each token, and the sentence of the one before it."""
    before = "0"
    for token in tokens:
        yield token, before
        before = token.get("sentence") or ""


def _innermost(marked: Sequence[Marked]) -> Iterator[Marked]:
    for one in sorted(marked):
        inner = (two for two in marked if one.start <= two.start and two.end <= one.end and two[:2] != one[:2])
        if next(inner, None) is None and one.start >= 0:
            yield one


def narratives(shared: Path, *, measured: bool) -> Iterator[Text]:
    """22 accounts of wars, in the two parts in which they come."""
    for file in sorted((shared / STORIES / ("testset" if measured else "trainingset") / "tml").glob("*.tml")):
        root = ET.parse(file).getroot()  # noqa: S314 -- data that was put beside the checkout
        text, marked = "", []
        for kind, element in _pieces(root.find("TEXT")):
            if isinstance(element, str):
                text += element
            elif kind == "end":
                marked.append(
                    Marked(len(text) - len(element.text or ""), len(text), "DATE", element.get("value") or "")
                )
        written = _day((root.find("DCT/TIMEX3") or root.find("DCT/*")).get("value") or "")  # type: ignore[union-attr]
        yield Text(file.stem, text, written, (0, len(text)), tuple(marked))


def _pieces(element: ET.Element | None) -> Iterator[tuple[str, ET.Element | str]]:
    """The text of an element piece by piece, and each child behind its text."""
    if element is None:
        return
    yield "text", element.text or ""
    for child in element:
        yield from _pieces(child)
        yield "end", child
        yield "text", child.tail or ""


def genres(shared: Path, kinds: Sequence[str] = ("news",)) -> Iterator[Text]:
    """Reports in which dates, and those alone, are marked with their days."""
    for file in sorted(path for kind in kinds for path in (shared / GENRES).glob(f"GUM_{kind}_*.xml")):
        root = ET.parse(file).getroot()  # noqa: S314 -- data that was put beside the checkout
        words: list[str] = []
        held: list[tuple[int, int, tuple[date, date] | None]] = []
        for kind, element in _pieces(root):
            if isinstance(element, str):
                words += [line.split("\t")[0] for line in element.split("\n") if "\t" in line]
            elif element.tag in ("p", "head") and words:
                words.append("\n\n")
            elif kind == "end" and element.tag == "date":
                size = sum("\t" in line for line in "".join(element.itertext()).split("\n"))
                held.append((len(words) - size, len(words) - 1, _days(element)))
        text, starts = joined(words)
        marked = [
            Marked(starts[first], starts[last] + len(words[last]), "DATE", "", days) for first, last, days in held
        ]
        yield Text(file.stem, text, _day(root.get("dateCreated") or ""), (0, len(text)), tuple(marked))


def _days(element: ET.Element) -> tuple[date, date] | None:
    first = element.get("when") or element.get("from") or element.get("notBefore") or ""
    last = element.get("when") or element.get("to") or element.get("notAfter") or ""
    low, high = _span(first), _span(last)
    return (low[0], high[1]) if low and high else None


def _span(value: str) -> tuple[date, date] | None:
    """First and last day of a day, a month or a year."""
    try:
        year, month, day = (int(part) if part else 0 for part in [*value.split("-"), "", ""][:3])
        if day:
            return date(year, month, day), date(year, month, day)
        after = date(year + (not month or month == 12), month % 12 + 1 if month else 1, 1)  # noqa: PLR2004 -- December
        return date(year, month or 1, 1), after - timedelta(1)
    except ValueError:
        return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
