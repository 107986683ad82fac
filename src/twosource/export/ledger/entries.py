"""A ledger of verdicts as a file: JSON lines, one entry each, appended and never changed."""

import json
from collections.abc import Iterator
from datetime import date
from typing import cast, get_args

from twosource.errors import UnreadableError
from twosource.types.dossier import Unread
from twosource.types.verdict import Ruling, Verdict

RULINGS: tuple[str, ...] = get_args(Ruling)
_KEYS = ("prediction", "report", "outcome", "who", "when")


def entry(verdict: Verdict) -> str:
    """The line that is appended for a verdict."""
    row = {
        "prediction": verdict.words,
        "report": verdict.report,
        "article": verdict.article,
        "outcome": verdict.ruling,
        "who": verdict.who,
        "when": verdict.when.isoformat(),
        "why": verdict.why,
    }
    return json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n"


def entries(text: str, file: str) -> tuple[list[Verdict], list[Unread]]:
    """The verdicts of a ledger in its order, and the lines that hold none, each with the reason."""
    verdicts: list[Verdict] = []
    faults: list[Unread] = []
    for number, line in _lines(text):
        place = f"{file}:{number}"
        try:
            verdicts.append(_verdict(line, place))
        except UnreadableError as error:
            faults.append(Unread(file=place, reason=f"no verdict: {error}"))
    return verdicts, faults


def _lines(text: str) -> Iterator[tuple[int, str]]:
    rows = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    return ((number, line) for number, line in rows if line.strip())


def _verdict(line: str, place: str) -> Verdict:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = "the line is not JSON"
        raise UnreadableError(message) from error
    cells = row if isinstance(row, dict) else {}
    values = {key: cells[key] for key in (*_KEYS, "article", "why") if isinstance(cells.get(key), str)}
    if any("\ud800" <= sign <= "\udfff" for value in values.values() for sign in value):
        message = "it holds half of a character (a lone surrogate)"
        raise UnreadableError(message)
    if missing := [key for key in _KEYS if not values.get(key, "").strip()]:
        message = f"it lacks {', '.join(missing)}"
        raise UnreadableError(message)
    if values["outcome"] not in RULINGS:
        message = f"the outcome is {values['outcome']!r}; write one of {', '.join(RULINGS)}"
        raise UnreadableError(message)
    return Verdict(
        ruling=cast("Ruling", values["outcome"]),
        who=values["who"],
        when=_day(values["when"]),
        words=values["prediction"],
        report=values["report"],
        article=values.get("article", ""),
        why=values.get("why", ""),
        place=place,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as 2026-10-15"
        raise UnreadableError(message) from error
