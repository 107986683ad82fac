"""`twosource predictions`: the ledger of what reports say will happen."""

from datetime import datetime
from pathlib import Path

import click


@click.command(epilog="Exit codes: 0 all was read; 1 something was not; 2 wrong usage, or nothing read.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--due", is_flag=True, help="List only those whose day has passed.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day on which predictions are due or not.")
def predictions(paths: tuple[Path, ...], due: bool, as_of: datetime | None) -> None:  # noqa: FBT001  # click passes a flag by name
    """List what reports (files or folders) say will happen: who says so, by when, and what later reports say of it.

    A later report is only proposed as evidence: whether a prediction came true, you decide.
    """
    from twosource.cli.reading import investigated, leave
    from twosource.cli.terminal import show_lines, show_unread
    from twosource.export.convert import to_document
    from twosource.export.numbers import counted
    from twosource.export.sections.predictions import Predictions
    from twosource.export.summary import OUTCOMES

    dossier = investigated(paths, as_of.date() if as_of else None, quiet=False, kinds=["Prediction"])
    document = to_document(dossier)
    lines = Predictions().lines(document)
    passed = [line for line in lines if line.tag == OUTCOMES["due"]]
    day = f"on {as_of.date()}" if as_of else "on the day of the last report"
    show_lines(document, f"{counted(len(lines), 'prediction')}, {len(passed)} due {day}", passed if due else lines)
    show_unread(document)
    leave(dossier)
