"""`twosource read`: reports in, one dossier out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.pipeline.run import Progress
    from twosource.types.dossier import Dossier

# What --out writes: the file's name and the export that makes it.
VIEWS = {"dossier.html": "html", "dossier.json": "json", "dossier.md": "markdown"}


@click.command(epilog="Exit codes: 0 all was read; 1 something was not; 2 wrong usage, nothing read, or not written.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Also write the page, JSON and Markdown.")
@click.option("--json", "json_file", metavar="FILE", help="Write dossier.json to FILE; - is standard output.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day on which predictions are due or not.")
@click.option("--quiet", is_flag=True, help="Print no summary and no progress.")
def read(paths: tuple[Path, ...], out: Path | None, json_file: str | None, as_of: datetime | None, quiet: bool) -> None:  # noqa: FBT001  # click passes a flag by name
    """Read reports of one story (files or folders) and show who says what, on whose word, and who denies it."""
    dossier = _investigate(paths, as_of.date() if as_of else None, quiet=quiet)
    try:
        _write(dossier, out, json_file)
    except OSError as error:
        raise _Unwritten(str(error.filename or out or json_file), error.strerror) from error
    if not quiet and json_file != "-":
        from twosource.cli.terminal import show

        show(dossier)
    if dossier.unread or dossier.failures or any(article.skipped for article in dossier.articles):
        sys.exit(1)


class _Unwritten(click.FileError):
    """The dossier was made and could not be written: there is none."""

    exit_code = 2


def _investigate(paths: tuple[Path, ...], as_of: date | None, *, quiet: bool) -> "Dossier":
    from twosource.api import investigate
    from twosource.errors import DetectorError
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
            return investigate(reading.articles, as_of=as_of, unread=reading.unread, progress=progress)
        except DetectorError as error:
            raise click.UsageError(str(error)) from error


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


def _write(dossier: "Dossier", out: Path | None, json_file: str | None) -> None:
    if json_file == "-":
        sys.stdout.buffer.write(dossier.to_json().encode("utf-8"))
    elif json_file:
        Path(json_file).write_bytes(dossier.to_json().encode("utf-8"))
    if out:
        out.mkdir(parents=True, exist_ok=True)
        for name, view in VIEWS.items():
            (out / name).write_bytes(str(dossier.export(view)).encode("utf-8"))
