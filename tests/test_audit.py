"""The audit of unnamed sources: the table, the policy, the CSV, and a judged sample read back."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from twosource.cli.main import main
from twosource.export.audit.policy import default, policy
from twosource.export.audit.table import safe
from twosource.export.audit.verdicts import bounds, judged, precision

TUNNEL = str(ROOT / "examples" / "harbour-tunnel")
YARD = """Harbour Gazette

The yard in Veldhaven is sold, two people familiar with the talks said. Those people said the buyer is a bank.

"We are done," said an official, who spoke on condition of anonymity because he is not authorised to speak.

The Coast Record, citing an unnamed aide, reported that the price was low.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["audit", *arguments])


@pytest.fixture(name="yard")
def _yard(tmp_path: Path) -> str:
    file = tmp_path / "yard.txt"
    file.write_text(YARD, encoding="utf-8")
    return str(file)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_each_unnamed_source_once_with_what_is_said_of_it(yard: str) -> None:
    found = rows(run(yard, "--csv", "-").stdout)
    table = [(row["source"], row["number"], row["sourcing"], row["through"]) for row in found]
    assert table == [
        ("two people familiar with the talks", "2", "own", ""),
        ("an official", "1", "own", ""),
        ("an unnamed aide", "1", "inherited", "Coast Record"),
    ]
    assert found[0]["supports"] == "The yard in Veldhaven is sold … the buyer is a bank"
    assert found[1]["reason"] == "on condition of anonymity because he is not authorised to speak"
    assert found[1]["look"].endswith("tell how the source knows; one person only; quoted directly without a name")
    assert "no reason is given" in found[0]["look"]


def test_what_a_source_reportedly_said_is_inherited(tmp_path: Path) -> None:
    file = tmp_path / "yard.txt"
    file.write_text("An official reportedly said that the yard in Veldhaven has been sold.\n" * 3, encoding="utf-8")
    found = rows(run(str(file), "--csv", "-").stdout)
    assert [(row["sourcing"], row["through"]) for row in found] == [("inherited", "")]


@pytest.mark.parametrize(
    "text",
    [
        "The yard in Veldhaven is sold, Coast Record reported. The price was low, an official said.",
        "The yard in Veldhaven is sold, an official told Coast Record on Monday.",
        "The yard in Veldhaven is sold. Pilot Weekly's source said that the price was low.",
        "Pilot Weekly writes:\n\nThe yard in Veldhaven is sold, according to an official.",
    ],
)
def test_a_source_beside_another_outlet_is_not_called_own(tmp_path: Path, text: str) -> None:
    file = tmp_path / "yard.txt"
    file.write_text(
        f"Harbour Gazette\n\nThe pilots are angry about what has come to light.\n\n{text}\n", encoding="utf-8"
    )
    assert {row["sourcing"] for row in rows(run(str(file), "--csv", "-").stdout)} <= {"unclear", "inherited"}


def test_what_the_source_told_the_report_itself_is_own(tmp_path: Path) -> None:
    record = {"text": "The yard in Veldhaven is sold, an official told Coast Record.", "outlet": "Coast Record"}
    (tmp_path / "yard.json").write_text(json.dumps(record), encoding="utf-8")
    found = rows(run(str(tmp_path / "yard.json"), "--csv", "-").stdout)
    assert [row["sourcing"] for row in found] == ["own"]


def test_places_are_those_of_the_words(yard: str) -> None:
    for row in rows(run(yard, "--csv", "-").stdout):
        places = [place.split(":") for place in row["supports_at"].split("; ")]
        assert " … ".join(YARD[int(start) : int(end)] for start, end in places) == row["supports"]


def test_the_terminal_says_how_many_and_where(yard: str) -> None:
    result = run(yard)
    shown = " ".join(result.output.split())
    assert result.exit_code == 0
    assert "3 unnamed sources in 1 report: 2 own, 1 inherited, 0 unclear; 1 with a word on why" in shown
    assert "own “two people familiar with the talks”" in shown
    assert "look: no reason is given for leaving out the name" in shown


def test_a_policy_of_the_desk_is_asked_instead(yard: str, tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_text('[rules.alone]\nof = ["inherited"]\nsays = "page two"\n', encoding="utf-8")
    looks = [row["look"] for row in rows(run(yard, "--policy", str(file), "--csv", "-").stdout)]
    assert looks == ["", "", "page two"]


@pytest.mark.parametrize(
    "text", ["[rules.made_up]\nof=[]\nsays=''", "rules = 3", "not toml at all", "[rules]\n[rules.alone]"]
)
def test_a_policy_that_is_none_is_named_with_its_fault(yard: str, tmp_path: Path, text: str) -> None:
    file = tmp_path / "desk.toml"
    file.write_text(text, encoding="utf-8")
    result = run(yard, "--policy", str(file))
    assert result.exit_code == 2
    assert "desk.toml" in result.output


def test_the_shipped_policy_asks_every_rule() -> None:
    rules = policy(default()).rules
    assert all(getattr(rules, name) for name in rules.__struct_fields__)


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not safe(text).lstrip().startswith(tuple("=+-@\t\r"))


def test_a_source_that_looks_like_a_formula_is_made_safe(tmp_path: Path) -> None:
    file = tmp_path / "=cmd.txt"
    file.write_text(YARD, encoding="utf-8")
    named = rows(run(str(file), "--csv", "-").stdout)[0]["report"]
    assert named.startswith(("'", "/"))
    assert safe("=1+1") == "'=1+1"
    assert safe(" @SUM(A1)") == "' @SUM(A1)"


def test_a_sample_is_judged_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "sample.csv"
    assert run(TUNNEL, "--sample", "3", "--csv", str(file)).exit_code == 0
    again = run(TUNNEL, "--sample", "3", "--csv", "-")
    text = file.read_text(encoding="utf-8-sig")
    assert text.splitlines() == again.stdout.splitlines()
    header, *lines = text.splitlines()
    assert header.endswith(",verdict")
    judged_lines = [header, f"{lines[0]}right", f"{lines[1]}WRONG", lines[2]]
    file.write_text("\n".join(judged_lines), encoding="utf-8")
    result = run("--corrected", str(file))
    assert result.output == ("precision 0.50: 1 of 2 right, 95% interval 0.09 to 0.91; 1 without a verdict\n")


def test_a_table_back_from_a_spreadsheet() -> None:
    assert judged("\ufeffid;verdict\r\na;right\r\nb;right\r\n").right == 2
    assert precision(judged("id,verdict\na,\n")) == "no row has a verdict; 1 without a verdict"


@pytest.mark.parametrize("text", ["id,source\na,b\n", "id,verdict\na,maybe\n", ""])
def test_a_table_that_was_not_judged_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "sample.csv"
    file.write_text(text, encoding="utf-8")
    assert run("--corrected", str(file)).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--sample", "3", TUNNEL],
        ["--sample", "0", "--csv", "-", TUNNEL],
        ["--corrected", "missing.csv"],
        [TUNNEL, "--policy", "no.toml"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    result = run(TUNNEL, "--csv", str(tmp_path / "none" / "table.csv"))
    assert result.exit_code == 2
    assert "table.csv" in result.output


def test_the_interval_is_wilsons() -> None:
    low, high = bounds(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert bounds(5, 5)[1] == 1.0
    assert bounds(0, 5)[0] == 0.0
