"""`twosource predictions`: the ledger of what reports say will happen."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.export.document import Document

# As in `types.verdict.Ruling`, which is not imported before a command runs.
OUTCOMES = ("came_true", "failed", "partly", "undecidable", "withdrawn")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog="Exit codes: 0 all was read; 1 something was not; 2 wrong usage, nothing read, or not written.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--due", is_flag=True, help="List only those whose day has passed and that nobody has decided.")
@click.option("--as-of", type=_DAY, help="The day on which predictions are due or not.")
@click.option("--verdicts", type=click.Path(path_type=Path), help="The ledger of what you decided of them.")
@click.option(
    "--resolve", metavar="WORDS", help="Decide the prediction with these words (or this id): needs --verdicts."
)
@click.option("--outcome", type=click.Choice(OUTCOMES), help="With --resolve: what became of it.")
@click.option("--who", help="With --resolve: who decides.")
@click.option("--on", type=_DAY, help="With --resolve: the day of the decision.")
@click.option("--why", default="", help="With --resolve: what it rests on.")
@click.option("--csv", "csv_file", metavar="FILE", help="Write the table as CSV to FILE; - is standard output.")
def predictions(  # noqa: PLR0913, PLR0917  # one parameter an option
    paths: tuple[Path, ...],
    due: bool,  # noqa: FBT001  # click passes a flag by name
    as_of: datetime | None,
    verdicts: Path | None,
    resolve: str | None,
    outcome: str | None,
    who: str | None,
    on: datetime | None,
    why: str,
    csv_file: str | None,
) -> None:
    """List what reports (files or folders) say will happen: who says so, by when, and what later reports say of it.

    A later report is only proposed as evidence: whether a prediction came true, you decide. --resolve adds what you
    decided to the ledger, --verdicts shows it on every later run.
    """
    from twosource.cli.ledger import Decision, Ledger, append, read_ledger
    from twosource.cli.reading import investigated, leave, write_csv
    from twosource.cli.terminal import show_unread
    from twosource.export.convert import to_document
    from twosource.export.ledger.table import csv_text

    if resolve is not None and verdicts is None:
        message = "--resolve needs --verdicts FILE"
        raise click.UsageError(message)
    if resolve is None and (outcome or who or on or why):
        message = "--outcome, --who, --on and --why belong to --resolve"
        raise click.UsageError(message)
    given = Decision(words=resolve or "", ruling=outcome, who=who, when=on.date() if on else None, why=why)
    ledger = read_ledger(verdicts, may_be_new=resolve is not None, apart_from=csv_file) if verdicts else Ledger()
    dossier = investigated(paths, as_of.date() if as_of else None, quiet=False, kinds=["Prediction", "Notice"])
    if resolve is not None and verdicts is not None:
        append(verdicts, given.on(dossier))
        ledger = read_ledger(verdicts)
    dossier = ledger.applied(dossier)
    document = to_document(dossier)
    if csv_file:
        write_csv(csv_text(document), csv_file)
    if csv_file != "-":
        _show(document, f"on {as_of.date()}" if as_of else "on the day of the last report", only_due=due)
    _show_strays(document)
    show_unread(document)
    leave(dossier)


def _show(document: "Document", day: str, *, only_due: bool) -> None:
    from twosource.cli.terminal import show_lines
    from twosource.export.foreseen import NO_DAY
    from twosource.export.foreseen import OUTCOMES as TAGS
    from twosource.export.numbers import counted
    from twosource.export.sections.predictions import Predictions

    lines = Predictions().lines(document)
    passed = [line for line in lines if line.tag == TAGS["due"]]
    decided = [line for line in lines if line.tag not in {TAGS["due"], TAGS["open"], NO_DAY}]
    title = f"{counted(len(lines), 'prediction')}, {len(passed)} due {day}"
    show_lines(document, f"{title}, {len(decided)} decided" if decided else title, passed if only_due else lines)


def _show_strays(document: "Document") -> None:
    """Prints to standard error the verdicts whose prediction is not there, a line each."""
    from twosource.export.sections.predictions import without_prediction
    from twosource.text.safety import visible

    for line in without_prediction(document):
        click.echo(visible(f"verdict without its prediction: {line.text}"), err=True)
