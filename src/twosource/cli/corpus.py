"""`twosource corpus`: archives, tables, feeds and folders in, Parquet tables out."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.cli.reading import progress_bar

if TYPE_CHECKING:
    from twosource.corpus.run import Engine

_ENGINES = ("processes", "daft", "ray")


@click.command(epilog="Exit codes: 0 every offer was read; 1 some are quarantined; 2 wrong usage, or not written.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the tables go.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes; all cores by default.")
@click.option("--engine", type=click.Choice(_ENGINES), default=_ENGINES[0], help="What runs the stages.")
@click.option("--field", "fields", multiple=True, metavar="OURS=THEIRS", help="A key of records, as text=body.")
@click.option("--quiet", is_flag=True, help="Print no summary and no progress.")
def corpus(  # noqa: PLR0913, PLR0917  # click passes each option, and a flag by name
    paths: tuple[Path, ...],
    out: Path,
    workers: int,
    engine: str,
    fields: tuple[str, ...],
    quiet: bool,  # noqa: FBT001
) -> None:
    """Read many reports (WARC, feeds, NewsML, JSONL, Parquet, folders) into tables, grouped into stories.

    The same command goes on where an earlier one was ended, however it was.
    """
    named = dict(_field(field) for field in fields)
    with _faults(), progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        from twosource.corpus.run import build
        from twosource.corpus.unit import Fields

        ledger = build(paths, out, workers=workers, fields=Fields(named), engine=_engine(engine), progress=progress)
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


def _engine(name: str) -> "Engine":
    """What runs the stages, loaded now."""
    from twosource.corpus import daft, pool

    return {"processes": pool.processes, "daft": daft.daft, "ray": daft.ray}[name]


@contextmanager
def _faults() -> Iterator[None]:
    """What can go wrong with a run as a whole, in words and with its exit code."""
    from twosource.errors import DetectorError, ModelError, UnwritableError

    try:
        yield
    except ImportError as error:
        message = f"{error.name} is missing: pip install 'twosource[corpus]', and 'twosource[cluster]' for Daft and Ray"
        raise click.UsageError(message) from error
    except UnwritableError as error:
        message = f"{error}\nWhat is done is kept; the same command goes on from there."
        raise _StoppedError(message) from error
    except (DetectorError, ModelError) as error:
        raise click.UsageError(str(error)) from error


class _StoppedError(click.ClickException):
    """The run was ended before its end."""

    exit_code = 2
