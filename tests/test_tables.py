"""The reference page of the tables says what they are."""

import pytest

from conftest import ROOT

pytest.importorskip("pyarrow", reason="tables need the extra 'corpus'")
from twosource.corpus.reference import page

PAGE = ROOT / "docs" / "reference" / "tables.md"


def test_the_page_is_that_of_the_tables(update: bool) -> None:  # noqa: FBT001  # a fixture
    if update:
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run pytest --update"
