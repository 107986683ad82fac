"""Runs every case in cases/; `pytest tests/test_cases.py --update` rewrites what they expect."""

from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from twosource.testing.cases import Case, Expectation, load
from twosource.testing.check import differences, rewritten


def collected() -> list[Any]:
    found = []
    for file in sorted((ROOT / "cases").glob("*.md")):
        for case in load(file):
            for number, expectation in enumerate(case.expectations):
                marks = [pytest.mark.xfail(reason=expectation.gap)] if expectation.gap else []
                name = f"{file.stem}: {case.title}: {expectation.kind} {number}"
                found.append(pytest.param(case, expectation, id=name, marks=marks))
    return found


@pytest.mark.parametrize(("case", "expectation"), collected())
def test_case(case: Case, expectation: Expectation, request: pytest.FixtureRequest) -> None:
    wrong = differences(case, expectation)
    if wrong and request.config.getoption("--update") and expectation.gap is None:
        rewrite(case.file, expectation, rewritten(case, expectation))
    assert not wrong, "\n".join(wrong)


def rewrite(file: Path, expectation: Expectation, lines: list[str]) -> None:
    """Rewrites bottom up would be needed for several blocks at once: the first line is looked for again each time."""
    text = file.read_text(encoding="utf-8").split("\n")
    head = text[expectation.first - 2]
    assert head.startswith("```finds"), "the file has changed: run again"
    end = text.index("```", expectation.first - 1)
    text[expectation.first - 1 : end] = lines
    file.write_text("\n".join(text), encoding="utf-8")


def test_every_case_file_has_cases() -> None:
    files = sorted((ROOT / "cases").glob("*.md"))
    assert files
    assert all(any(case.expectations for case in load(file)) for file in files)
