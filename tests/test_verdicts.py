"""What a person decided of a prediction: appended, never changed, and applied again on every later run."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from twosource.cli.main import main

OPENING = "Veldhaven Port will open the northern quay in April, mayor Ines Calder said.\n"
BRIDGE = "The bridge will close on 3 May 2031, engineer Tobias Wren said.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "1.txt").write_text(f"Harbour Gazette\n3 March 2031\n\n{OPENING}\n{BRIDGE}", encoding="utf-8")
    (folder / "2.txt").write_text(f"Coast Record\n4 March 2031\n\n{OPENING}\nNo date was set.\n", encoding="utf-8")
    return folder


def resolve(reports: Path, ledger: Path, *more: str, words: str = "northern quay", outcome: str = "failed") -> Result:
    given = ["--resolve", words, "--outcome", outcome, "--who", "R. Amsel", "--on", "2031-05-02", *more]
    return run("predictions", str(reports), "--verdicts", str(ledger), *given)


def shown(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_a_verdict_is_kept_and_applied_on_later_runs(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    assert resolve(reports, ledger, "--why", "It is still fenced off").exit_code == 0
    later = run("predictions", str(reports), "--verdicts", str(ledger), "--as-of", "2031-06-01")
    assert "1 decided" in shown(later)
    assert "failed “Veldhaven Port will open" in shown(later)
    assert "failed, decided by R. Amsel on 2 May 2031: It is still fenced off" in shown(later)
    assert "due “The bridge" in shown(later)
    due = run("predictions", str(reports), "--verdicts", str(ledger), "--as-of", "2031-06-01", "--due")
    assert "Veldhaven" not in due.stdout


def test_entries_are_appended_and_the_last_one_counts(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text("not a verdict", encoding="utf-8")  # without a newline at its end
    resolve(reports, ledger)
    first = ledger.read_bytes()
    result = resolve(reports, ledger, outcome="partly")
    assert ledger.read_bytes().startswith(first)
    assert first.startswith(b"not a verdict\n")
    assert "came true in part “Veldhaven" in shown(result)
    assert "failed, decided by R. Amsel" in shown(result)
    assert "ledger.jsonl:1: no verdict: the line is not JSON" in " ".join(result.stderr.split())
    assert result.exit_code == 1
    resolve(reports, ledger, outcome="withdrawn")
    assert "undecided verdict withdrawn" not in shown(result)
    assert "due “Veldhaven" in shown(
        run("predictions", str(reports), "--verdicts", str(ledger), "--as-of", "2031-06-01")
    )


def test_it_holds_for_the_same_words_elsewhere_and_for_a_changed_text(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    resolve(reports, ledger)
    (reports / "1.txt").write_text(f"Harbour Gazette\n3 March 2031\n\nFog came in.\n\n{OPENING}", encoding="utf-8")
    result = run("read", str(reports), "--quiet", "--verdicts", str(ledger), "--json", "-")
    dossier = json.loads(result.stdout)
    assert {one["outcome"] for one in dossier["predictions"] if "northern" in one["text"]} == {"failed"}
    (verdict,) = dossier["verdicts"]
    assert len(verdict["predictions"]) == 2  # one a report
    assert (verdict["who"], verdict["when"]) == ("R. Amsel", "2031-05-02")


def test_a_verdict_without_its_prediction_is_listed_and_decides_nothing(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    resolve(reports, ledger)
    (reports / "1.txt").unlink()
    (reports / "2.txt").write_text(f"Coast Record\n4 March 2031\n\n{BRIDGE}" * 2, encoding="utf-8")
    result = run("predictions", str(reports), "--verdicts", str(ledger))
    assert result.exit_code == 0
    assert "verdict without its prediction" in result.stderr
    assert "ledger.jsonl:1: “Veldhaven Port will open" in result.stderr
    assert "decided" not in shown(result).replace("undecided", "")


def test_the_table_has_the_verdict_and_no_formula(reports: Path, tmp_path: Path) -> None:
    ledger, table = tmp_path / "ledger.jsonl", tmp_path / "table.csv"
    resolve(reports, ledger, "--why", "=HYPERLINK(1)", "--csv", str(table))
    with ledger.open("a", encoding="utf-8") as stream:
        row = {"prediction": "It will rain.", "report": "x.txt", "outcome": "failed", "who": "me", "when": "2031-01-01"}
        stream.write(json.dumps(row) + "\n")
    run("predictions", str(reports), "--verdicts", str(ledger), "--csv", str(table))
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    failed = [row for row in rows if row["decided_by"] == "R. Amsel"]
    assert {row["why"] for row in failed} == {"'=HYPERLINK(1)"}
    assert {row["decided_on"] for row in failed} == {"2031-05-02"}
    assert rows[-1]["prediction"] == "It will rain."
    assert "not in these reports" in rows[-1]["outcome"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "it lacks prediction, report, outcome, who, when"),
        ('{"prediction":"a","report":"b","outcome":"maybe","who":"c","when":"2031-01-01"}', "the outcome is 'maybe'"),
        ('{"prediction":"a","report":"b","outcome":"failed","who":"c","when":"soon"}', "'soon' is no day"),
        ("[" * 100_000, "the line is not JSON"),
    ],
)
def test_a_line_that_is_no_verdict_is_listed_with_its_reason(
    reports: Path, tmp_path: Path, line: str, reason: str
) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text(f"\n{line}\n", encoding="utf-8")
    result = run("predictions", str(reports), "--verdicts", str(ledger))
    assert (result.exit_code, reason in " ".join(result.stderr.split())) == (1, True)
    assert "ledger.jsonl:2" in result.stderr


@pytest.mark.parametrize(
    "more",
    [
        ["--resolve", "northern quay"],  # nothing is told of it
        ["--resolve", "will", "--outcome", "failed", "--who", "me", "--on", "2031-05-02"],  # two predictions
        ["--resolve", "zebra", "--outcome", "failed", "--who", "me", "--on", "2031-05-02"],  # none
        ["--outcome", "failed"],
    ],
)
def test_wrong_usage_changes_no_ledger(reports: Path, tmp_path: Path, more: list[str]) -> None:
    ledger = tmp_path / "ledger.jsonl"
    ledger.touch()
    assert run("predictions", str(reports), "--verdicts", str(ledger), *more).exit_code == 2
    assert ledger.read_bytes() == b""


def test_a_ledger_that_is_not_there_is_begun_by_resolving_only(reports: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "ledger.jsonl")
    assert run("predictions", str(reports), "--verdicts", missing).exit_code == 2
    assert run("read", str(reports), "--quiet", "--verdicts", missing).exit_code == 2
    assert run("predictions", str(reports), "--resolve", "quay").exit_code == 2


def test_a_prediction_of_satire_is_shown_as_one(tmp_path: Path) -> None:
    text = (
        "Mayor Ines Calder will be replaced by a gull on 7 March 2031, the council said.\n\nThis article is satire.\n"
    )
    (tmp_path / "gull.txt").write_text(f"The Daily Gull\n4 March 2031\n\n{text}", encoding="utf-8")
    result = shown(run("predictions", str(tmp_path)))
    assert "the report calls itself satire: “This article is satire.”" in result
    assert "“the council” ·" in result


def test_a_report_of_the_same_file_name_is_not_meant(tmp_path: Path) -> None:
    told = "Veldhaven Port will publish its accounts by Friday, mayor Ines Calder said on Monday.\n"
    for month, day in (("may", "11 May 2031"), ("june", "9 June 2031")):
        (tmp_path / month).mkdir()
        (tmp_path / month / "1.txt").write_text(f"Harbour Gazette\n{day}\n\n{told}", encoding="utf-8")
    folders = (str(tmp_path / "may"), str(tmp_path / "june"))
    ledger = tmp_path / "ledger.jsonl"
    found = json.loads(run("read", *folders, "--quiet", "--json", "-").stdout)["predictions"]
    given = ("--outcome", "failed", "--who", "R. Amsel", "--on", "2031-06-20")
    assert run("predictions", *folders, "--verdicts", str(ledger), "--resolve", found[0]["id"], *given).exit_code == 0
    later = json.loads(run("read", *folders, "--quiet", "--json", "-", "--verdicts", str(ledger)).stdout)["predictions"]
    assert sorted(one["outcome"] for one in later if one["text"] == found[0]["text"]) == ["failed", "open"]


def test_half_a_character_in_a_ledger_is_listed(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    resolve(reports, ledger)
    ledger.write_text(ledger.read_text(encoding="utf-8").replace('"R. Amsel"', '"R. \\ud800"'), encoding="utf-8")
    result = run("read", str(reports), "--quiet", "--json", "-", "--verdicts", str(ledger))
    assert [one["reason"] for one in json.loads(result.stdout)["unread"]] == [
        "no verdict: it holds half of a character (a lone surrogate)"
    ]


@pytest.mark.parametrize("words", ["", " ", "\t\n"])
def test_blank_words_decide_nothing(reports: Path, tmp_path: Path, words: str) -> None:
    ledger = tmp_path / "verdicts.jsonl"
    result = resolve(reports, ledger, words=words)
    assert result.exit_code == 2
    assert "--resolve needs words of the prediction" in result.stderr
    assert not ledger.exists()
