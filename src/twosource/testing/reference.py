"""The reference pages that are generated: the detectors, from their docstrings, and the schema of the public format."""

import inspect
import json
from collections.abc import Iterable

from twosource.export.json import schema
from twosource.pipeline.detector import Detector

_HEAD = """# Detectors

Generated from the docstrings: edit those, then run `pytest tests/test_reference.py --update`. The detectors stand in
the order in which they run; each runs after all that make what it needs.
"""


def detectors_page(order: Iterable[Detector]) -> str:
    """The Markdown page of the detectors, in the order given."""
    return "\n".join([_HEAD, *(_section(detector) for detector in order)])


def _section(detector: Detector) -> str:
    needs = ", ".join(f"`{kind.__name__}`" for kind in detector.needs) or "nothing"
    about = f"Looks at one `{detector.scope.__name__}`; needs {needs}; makes `{detector.makes.__name__}`."
    page = inspect.getdoc(detector.function) or ""
    return f"## {detector.name}\n\n{about}\n\n{page}\n"


def schema_text() -> str:
    """The JSON Schema of the public format."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
