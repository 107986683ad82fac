"""What the commands share: reports read and investigated, with progress, and the exit codes."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.pipeline.run import Progress
    from twosource.types.dossier import Dossier


class Unwritten(click.FileError):
    """What was asked for was made and could not be written: there is none."""

    exit_code = 2


def investigated(
    paths: tuple[Path, ...], as_of: date | None, *, quiet: bool, kinds: Iterable[str] | None = None
) -> "Dossier":
    """The dossier of these files and folders, of all kinds or of those named; without a report, the program ends."""
    from twosource.api import investigate
    from twosource.errors import DetectorError, ModelError
    from twosource.readers import read as read_all

    reading = read_all(paths)
    if all(article.skipped for article in reading.articles):
        for item in reading.unread:
            click.echo(f"not read: {item.file}: {item.reason}", err=True)
        for article in reading.articles:
            click.echo(f"not read: {article.file}: {(article.skipped or '').removeprefix('not read: ')}", err=True)
        click.echo("nothing was read: give files or folders of reports (.txt, .html, .json, .jsonl)", err=True)
        sys.exit(2)
    with progress_bar(shown=not quiet and sys.stderr.isatty()) as progress:
        try:
            return investigate(reading.articles, as_of=as_of, unread=reading.unread, progress=progress, kinds=kinds)
        except (DetectorError, ModelError) as error:
            raise click.UsageError(str(error)) from error


def leave(dossier: "Dossier") -> None:
    """Ends with exit code 1 if something was not read."""
    if dossier.unread or dossier.failures or any(article.skipped for article in dossier.articles):
        sys.exit(1)


def write_csv(text: str, file: str) -> None:
    """Writes a table to a file, or to standard output where that is called `-`; raises Unwritten where it fails."""
    if file == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    try:
        Path(file).write_bytes(text.encode("utf-8-sig"))  # with the mark by which spreadsheets know UTF-8
    except OSError as error:
        raise Unwritten(file, error.strerror) from error


@contextmanager
def progress_bar(*, shown: bool) -> Iterator["Progress"]:
    """A bar on a terminal, nothing in a pipe."""
    if not shown:
        from twosource.pipeline.run import silent

        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=name or "done")
