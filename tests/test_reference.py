"""The generated pages are what the code says; `--update` writes them."""

from collections.abc import Callable

import pytest

from conftest import ROOT
from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.testing.reference import detectors_page, schema_text

PAGES: dict[str, Callable[[], str]] = {
    "detectors.md": lambda: detectors_page(plan(installed())),
    "dossier.schema.json": schema_text,
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_up_to_date(name: str, *, update: bool) -> None:
    file, text = ROOT / "docs" / "reference" / name, PAGES[name]()
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text
