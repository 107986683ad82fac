"""`twosource`: the commands, and what their exit codes mean."""

import click

from twosource.cli.audit import audit
from twosource.cli.corpus import corpus
from twosource.cli.detectors import detectors
from twosource.cli.predictions import predictions
from twosource.cli.read import read
from twosource.version import __version__

EPILOG = (
    "Exit codes: 0 all was read; 1 a dossier was made, but something was not read; "
    "2 wrong usage, nothing read, or not written."
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="twosource")
def main() -> None:
    """Show who says what in many reports of one story, on whose word, and who denies it. Offline, without a verdict."""


main.add_command(read)
main.add_command(predictions)
main.add_command(audit)
main.add_command(corpus)
main.add_command(detectors)
