"""`twosource detectors`: what each detector needs and makes, in the order in which they run."""

import click


@click.command()
def detectors() -> None:
    """List the installed detectors in the order in which they run: what each looks at, needs and makes."""
    from rich.console import Console
    from rich.table import Table

    from twosource.pipeline.detector import installed
    from twosource.pipeline.plan import plan

    table = Table("detector", "looks at", "needs", "makes", "what it finds", box=None, header_style="bold")
    for detector in plan(installed()):
        needs = ", ".join(kind.__name__ for kind in detector.needs) or "-"
        table.add_row(detector.name, detector.scope.__name__, needs, detector.makes.__name__, detector.summary)
    Console(highlight=False).print(table)
