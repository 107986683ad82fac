"""`twosource read`: reports in, one dossier out."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.types.dossier import Dossier

# What --out writes: the file's name and the export that makes it.
VIEWS = {"dossier.html": "html", "dossier.json": "json", "dossier.md": "markdown"}


@click.command(epilog="Exit codes: 0 all was read; 1 something was not; 2 wrong usage, nothing read, or not written.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Also write the page, JSON and Markdown.")
@click.option("--json", "json_file", metavar="FILE", help="Write dossier.json to FILE; - is standard output.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day on which predictions are due or not.")
@click.option("--verdicts", type=click.Path(path_type=Path), help="The ledger of what you decided of predictions.")
@click.option("--full", is_flag=True, help="Print all sections of the dossier, not the summary alone.")
@click.option("--quiet", is_flag=True, help="Print no summary and no progress.")
def read(  # noqa: PLR0913  # one for each option
    paths: tuple[Path, ...],
    *,
    out: Path | None,
    json_file: str | None,
    as_of: datetime | None,
    verdicts: Path | None,
    full: bool,
    quiet: bool,
) -> None:
    """Read reports of one story (files or folders) and show who says what, on whose word, and who denies it."""
    from twosource.cli.ledger import read_ledger
    from twosource.cli.reading import Unwritten, investigated, leave

    ledger = read_ledger(verdicts, apart_from=json_file) if verdicts else None
    dossier = investigated(paths, as_of.date() if as_of else None, quiet=quiet)
    if ledger:
        dossier = ledger.applied(dossier)
    try:
        _write(dossier, out, json_file)
    except OSError as error:
        raise Unwritten(str(error.filename or out or json_file), error.strerror) from error
    if not quiet and json_file != "-":
        from twosource.cli.terminal import show

        show(dossier, full=full)
    leave(dossier)


def _write(dossier: "Dossier", out: Path | None, json_file: str | None) -> None:
    if json_file == "-":
        sys.stdout.buffer.write(dossier.to_json().encode("utf-8"))
    elif json_file:
        Path(json_file).write_bytes(dossier.to_json().encode("utf-8"))
    if out:
        out.mkdir(parents=True, exist_ok=True)
        for name, view in VIEWS.items():
            (out / name).write_bytes(str(dossier.export(view)).encode("utf-8"))
