"""`twosource audit`: the unnamed sources of reports, for a standards editor."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.export.audit.policy import Policy


@click.command(epilog="Exit codes: 0 all was read; 1 something was not; 2 wrong usage, nothing read, or not written.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--policy", "policy_file", type=click.Path(path_type=Path), help="The rules, in TOML; one ships.")
@click.option("--csv", "csv_file", metavar="FILE", help="Write the table as CSV to FILE; - is standard output.")
@click.option(
    "--sample", type=click.IntRange(min=1), metavar="N", help="With --csv: N rows, with a column to judge them."
)
@click.option("--corrected", type=click.Path(path_type=Path), help="A judged sample: print its precision.")
def audit(
    paths: tuple[Path, ...], policy_file: Path | None, csv_file: str | None, sample: int | None, corrected: Path | None
) -> None:
    """List the unnamed sources of reports (files or folders): how many, why unnamed, own or inherited, what for."""
    if corrected:
        click.echo(_precision(corrected))
        return
    if not paths or (sample and not csv_file):
        message = "--sample needs --csv FILE" if paths else "give files or folders of reports"
        raise click.UsageError(message)
    from twosource.cli.reading import investigated, leave, write_csv
    from twosource.cli.terminal import show_lines, show_unread
    from twosource.export.audit.lines import audit_lines, title
    from twosource.export.audit.sources import unnamed_sources
    from twosource.export.audit.table import csv_text
    from twosource.export.audit.table import sample as drawn
    from twosource.export.convert import to_document

    rules = _policy(policy_file)
    dossier = investigated(paths, None, quiet=False, kinds=["Attribution"])
    document = to_document(dossier)
    sources = unnamed_sources(document)
    if csv_file:
        rows = drawn(sources, sample) if sample else sources
        write_csv(csv_text(document, rows, rules, verdict=bool(sample)), csv_file)
    if csv_file != "-":
        show_lines(document, title(sources), audit_lines(document, sources, rules))
    show_unread(document)
    leave(dossier)


def _policy(file: Path | None) -> "Policy":
    from twosource.errors import UnreadableError
    from twosource.export.audit.policy import default, policy

    try:
        return policy(file.read_text(encoding="utf-8") if file else default())
    except (UnreadableError, OSError, UnicodeDecodeError) as error:
        raise _unusable(file, error) from error


def _precision(file: Path) -> str:
    from twosource.errors import UnreadableError
    from twosource.export.audit.verdicts import judged, precision

    try:
        return precision(judged(file.read_text(encoding="utf-8")))
    except (UnreadableError, OSError, UnicodeDecodeError) as error:
        raise _unusable(file, error) from error


def _unusable(file: Path | None, error: Exception) -> click.UsageError:
    message = f"{file}: {error}"
    return click.UsageError(message)
