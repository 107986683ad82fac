"""`twosource corpus`: archives, tables, feeds and folders in, Parquet tables out."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.corpus.ledger import Ledger


@click.command(epilog="Exit codes: 0 every offer was read; 1 some are quarantined; 2 wrong usage, or not written.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the tables go.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes; all cores by default.")
@click.option("--field", "fields", multiple=True, metavar="OURS=THEIRS", help="A key of records, as text=body.")
@click.option("--quiet", is_flag=True, help="Print no summary and no progress.")
def corpus(paths: tuple[Path, ...], out: Path, workers: int, fields: tuple[str, ...], quiet: bool) -> None:  # noqa: FBT001  # click passes a flag by name
    """Read many reports (WARC, feeds, NewsML, JSONL, Parquet, folders) into tables, grouped into stories.

    The same command goes on where an earlier one was ended, however it was.
    """
    ledger = _built(paths, out, workers, dict(_field(field) for field in fields), quiet=quiet)
    if not quiet:
        click.echo(f"offered      {ledger.offered:>9,}")
        click.echo(f"accepted     {ledger.accepted:>9,}  {out / 'reports'}")
        click.echo(f"quarantined  {ledger.quarantined:>9,}  {out / 'quarantine.jsonl'}")
        click.echo(f"duplicates   {ledger.duplicates:>9,}  {out / 'copies'}")
    sys.exit(1 if ledger.quarantined else 0)


def _field(field: str) -> tuple[str, str]:
    ours, equals, theirs = field.partition("=")
    known = ("text", "url", "outlet", "published", "title", "authors")
    if not equals or ours not in known:
        message = f"--field {field!r} is to be OURS=THEIRS, with OURS one of {', '.join(known)}"
        raise click.UsageError(message)
    return ours, theirs


def _built(paths: tuple[Path, ...], out: Path, workers: int, fields: dict[str, str], *, quiet: bool) -> "Ledger":
    try:
        from twosource.corpus.run import build
        from twosource.corpus.unit import Fields
    except ImportError as error:
        message = f"tables need other packages ({error.name} is missing): pip install 'twosource[corpus]'"
        raise click.UsageError(message) from error
    from twosource.cli.reading import progress_bar
    from twosource.errors import DetectorError, UnwritableError

    with progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        try:
            return build(paths, out, workers=workers, fields=Fields(fields), progress=progress)
        except UnwritableError as error:
            message = f"{error}\nWhat is done is kept; the same command goes on from there."
            raise _StoppedError(message) from error
        except DetectorError as error:
            raise click.UsageError(str(error)) from error


class _StoppedError(click.ClickException):
    """The run was ended before its end."""

    exit_code = 2
