"""`twosource detectors`: what each detector needs and makes, in the order in which they run."""

from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from twosource.pipeline.detector import Detector

_WIDTH = 80


@click.command()
def detectors() -> None:
    """List the installed detectors in the order in which they run.

    Each with what it looks at (a report or the story) and needs, and what it makes.
    """
    from twosource.pipeline.detector import installed
    from twosource.pipeline.plan import plan

    for detector in plan(installed()):
        for line in _lines(detector):
            click.echo(line)


def _lines(detector: "Detector") -> Iterator[str]:
    """Its name with needs and result, and below it the first sentence of its documentation."""
    given = [detector.scope.__name__, *(kind.__name__ for kind in detector.needs)]
    yield fill(f"{detector.name}: {', '.join(given)} -> {detector.makes.__name__}", _WIDTH, subsequent_indent="    ")
    yield fill(detector.summary, _WIDTH, initial_indent="    ", subsequent_indent="    ")
