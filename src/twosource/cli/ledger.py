"""The ledger of verdicts on predictions, as the commands read it and add to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from datetime import date

    from twosource.types.dossier import Dossier, Unread
    from twosource.types.verdict import Ruling, Verdict
    from twosource.types.writing import Prediction

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What a file of verdicts holds."""

    verdicts: Sequence["Verdict"] = ()
    faults: Sequence["Unread"] = ()

    def applied(self, dossier: "Dossier") -> "Dossier":
        """The dossier with these verdicts."""
        from twosource.export.ledger.decided import decided

        return decided(dossier, self.verdicts, self.faults)


def read_ledger(file: Path, *, may_be_new: bool = False, apart_from: str | None = None) -> Ledger:
    """The verdicts in this file; wrong usage where it cannot be read, unless it is to be begun, or would be lost."""
    from twosource.export.ledger.entries import entries

    if apart_from is not None and Path(apart_from).resolve() == file.resolve():
        message = f"{file}: the verdicts would be written over; write to another file"
        raise click.UsageError(message)
    if may_be_new and not file.exists():
        return Ledger()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file}: {error}"
        raise click.UsageError(message) from error
    verdicts, faults = entries(text, str(file))
    return Ledger(verdicts=verdicts, faults=faults)


def append(file: Path, verdict: "Verdict") -> None:
    """Adds a verdict at the end of the file; nothing that stands there is changed."""
    from twosource.cli.reading import Unwritten
    from twosource.export.ledger.entries import entry

    try:
        is_open = file.exists() and not file.read_bytes().endswith(b"\n") and file.stat().st_size > 0
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(("\n" if is_open else "") + entry(verdict))
    except OSError as error:
        raise Unwritten(str(file), error.strerror) from error


def named(dossier: "Dossier", words: str) -> "Prediction":
    """The one prediction with this id, or in which these words stand; wrong usage where there is none, or several."""
    from twosource.export.ledger.decided import folded
    from twosource.types.writing import Prediction

    if not folded(words):
        message = "--resolve needs words of the prediction, or its id"
        raise click.UsageError(message)
    found = [
        one for one in dossier.of(Prediction) if one.id == words or folded(words) in folded(one.forecast.span.exact)
    ]
    alike = {(folded(one.forecast.span.exact), one.due): one for one in reversed(found)}
    if len(alike) == 1:
        return next(iter(alike.values()))
    listed = "".join(f"\n  {one.id}  “{one.criterion}”" for one in found[:_SHOWN])
    message = f"{len(alike)} predictions hold these words; give more of them, or the id{':' if found else ''}{listed}"
    raise click.UsageError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person gives to decide a prediction: words of it, what became of it, who decides, on which day, why."""

    words: str
    ruling: str | None
    who: str | None
    when: "date | None"
    why: str

    def on(self, dossier: "Dossier") -> "Verdict":
        """The verdict on the prediction of this dossier with these words; wrong usage where something is missing."""
        from twosource.types.verdict import Verdict

        if not (self.ruling and self.who and self.who.strip() and self.when):
            message = "--resolve needs --outcome, --who and --on"
            raise click.UsageError(message)
        prediction = named(dossier, self.words)
        report = next(one for one in dossier.articles if one.id == prediction.forecast.span.article)
        return Verdict(
            ruling=cast("Ruling", self.ruling),
            who=self.who.strip(),
            when=self.when,
            words=prediction.criterion,
            report=report.file or report.id,
            article=report.id,
            why=self.why.strip(),
        )
