"""The English date-time specifications of a library of recognizers: short sentences with the times in them.

In scope: cases whose times are dates, ranges of dates, lengths and sets, and those without a time. Out of scope: times
of day, ranges of which both ends are told ("from 4 to 7 May") and days measured off another ("3 days after Easter"),
which TIMEX3 marks as two times, and spans up to now ("the last 3 weeks"), which it marks as lengths. A case passes if
each of its times overlaps one that was found, of the same TIMEX3 value or the same days; where a weekday or a month
leaves open which one is meant, the specifications name both, and either is right.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from rumours import is_measured

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.types.article import Article, Block
from twosource.types.figure import Time
from twosource.types.moment import Moment
from twosource.types.story import Story

SPECS = Path("data", "dates", "recognizers_specs", "Specs", "DateTime", "English", "DateTimeModel.json")
IN_SCOPE = frozenset(("date", "daterange", "duration", "set"))
COUNTED = re.compile(r"\b(?:days?|weeks?|fortnight|months?|quarters?|years?|decades?)\b", re.IGNORECASE)
OFFSET = re.compile(
    r"\d+ \w+ (?:from|after|before)\b|\w+s (?:from|after|before) \w|week (?:from|after|before) \w", re.IGNORECASE
)
TWO_ENDS = re.compile(r"\b(?:to|till|until|through|thru|and)\b|[-–~]")


def cases(shared: Path, *, measured: bool) -> Iterator[tuple[dict[str, Any], str]]:
    """The cases of one half, each with why it is out of scope, or ""."""
    for case in json.loads((shared / SPECS).read_text(encoding="utf-8-sig")):
        if is_measured(case["Input"]) is measured:
            yield case, next(filter(None, map(_outside, case["Results"])), "")


def _outside(result: dict[str, Any]) -> str:
    kind = _kind(result)
    if kind not in IN_SCOPE:
        return kind
    if COUNTED.search(result["Text"]):
        if OFFSET.search(result["Text"]):
            return "measured off another time"
        if kind == "daterange" and any(str(value.get("timex")).startswith("(") for value in _values(result)):
            return "span up to now"
    pair = kind == "daterange" and any(str(value.get("timex")).startswith("(") for value in _values(result))
    return "range of two ends" if pair and TWO_ENDS.search(result["Text"]) and _is_pair(result) else ""


def _is_pair(result: dict[str, Any]) -> bool:
    """Whether the range runs from one told time to another, rather than over a decade or the last 3 weeks."""
    return bool(
        re.search(r"\b(?:from|between|since)\b|\d\s*[-–~]\s*\d|\b(?:to|till|until|through|thru)\b", result["Text"])
    )


def _kind(result: dict[str, Any]) -> str:
    return str(result.get("TypeName") or result.get("Typename") or result.get("Type") or "").rpartition(".")[2]


def _values(result: dict[str, Any]) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", (result.get("Resolution") or {}).get("values") or [])


def passed(shared: Path, *, measured: bool) -> float:
    """The share that passes of those in scope."""
    inside = [case for case, outside in cases(shared, measured=measured) if not outside]
    return sum(map(passes, inside)) / max(len(inside), 1)


def passes(case: dict[str, Any]) -> bool:
    """Whether all of its times are found with their values; nothing, where there is none."""
    found = times_of(case)
    if not case["Results"]:
        return not found
    return all(any(_is(result, time) for time in found) for result in case["Results"])


def times_of(case: dict[str, Any]) -> Sequence[Time]:
    """What is found in its sentence, written on its day."""
    text, day = case["Input"], date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
    block = Block(kind="body", language="en", start=0, end=len(text))
    article = Article(
        id="a", text=text, language="en", blocks=(block,), published=Moment(earliest=day, latest=day, timex=str(day))
    )
    order = plan(detector for detector in installed() if detector.name in ("times", "moments", "publication"))
    return cast("Sequence[Time]", run(Story(articles=(article,)), order)[0].get(Time, ()))


def _is(result: dict[str, Any], time: Time) -> bool:
    overlaps = time.span.start <= result["End"] and result["Start"] < time.span.end
    return overlaps and any(_means(value, time) for value in _values(result))


def _means(value: dict[str, Any], time: Time) -> bool:
    if str(value.get("timex")) == time.value:
        return True
    first, last = value.get("value") or value.get("start"), value.get("value") or value.get("end")
    if not (first and last and time.moment and _is_day(first) and _is_day(last)):
        return False
    end = date.fromisoformat(last) - timedelta("value" not in value)
    return (time.moment.earliest, time.moment.latest) == (date.fromisoformat(first), end)


def _is_day(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def main() -> None:
    """Prints why cases are out of scope, and those that fail in the half to develop on."""
    shared = Path(__file__).parents[2] / "shared"
    for half in (False, True):
        print("measured" if half else "to develop on", Counter(why or "in" for _, why in cases(shared, measured=half)))
    for case, outside in cases(shared, measured=False):
        if not outside and not passes(case):
            wanted = [
                (r["Text"], [(v.get("timex"), v.get("start"), v.get("end")) for v in _values(r)])
                for r in case["Results"]
            ]
            said = [
                (t.span.exact, t.value, t.moment and (str(t.moment.earliest), str(t.moment.latest)))
                for t in times_of(case)
            ]
            print(case["Input"], "|", case.get("Context", {}).get("ReferenceDateTime", "")[:10], "|", wanted, "|", said)


if __name__ == "__main__":
    main()
