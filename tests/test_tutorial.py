"""What the tutorial says that the program shows, it shows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from twosource.cli.main import main

ROOT = Path(__file__).parents[1]
TUNNEL = str(ROOT / "examples" / "harbour-tunnel")
_CODE = re.compile(r"`([^`]+)`")


def promised(number: int) -> list[str]:
    """The words in type of a step of the tutorial, but for options and commands."""
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    step = text.split(f"\n## {number}. ", 1)[1].split("\n## ", 1)[0]
    found = (" ".join(words.split()) for words in _CODE.findall(step))
    return [words for words in found if not words.startswith(("--", "dossier/"))]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The summary in the terminal and the dossier as Markdown, each on one line."""
    out = tmp_path_factory.mktemp("out")
    summary = CliRunner().invoke(main, ["read", TUNNEL, "--out", str(out)]).output
    markdown = (out / "dossier.md").read_text(encoding="utf-8")
    return " ".join(summary.split()), " ".join(markdown.split())


def test_the_summary_holds_what_the_second_step_promises(shown: tuple[str, str]) -> None:
    words = promised(2)
    assert len(words) > 10
    assert [one for one in words if one not in shown[0]] == []


@pytest.mark.parametrize("number", [3, 4])
def test_the_dossier_holds_what_further_steps_promise(number: int, shown: tuple[str, str]) -> None:
    words = promised(number)
    assert words
    assert [one for one in words if one not in shown[1]] == []
