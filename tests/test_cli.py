"""The command line: what it prints, what it writes, and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from twosource.cli.main import main
from twosource.version import __version__

TUNNEL = str(ROOT / "examples" / "harbour-tunnel")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_help_tells_the_exit_codes() -> None:
    assert "Exit codes: 0 all was read" in run("--help").output
    assert "Exit codes: 0 all was read" in run("read", "--help").output


def test_version() -> None:
    assert __version__ in run("--version").output


def test_the_summary_answers_the_questions_in_order() -> None:
    result = run("read", TUNNEL)
    assert result.exit_code == 0, result.output
    questions = [
        "What is claimed",
        "On whose word",
        "How many independent origins",
        "Who denies",
        "Where the reports differ",
    ]
    places = [result.output.index(question) for question in [*questions, "What is predicted", "What was not read"]]
    assert places == sorted(places)


def test_out_writes_three_views(tmp_path: Path) -> None:
    result = run("read", TUNNEL, "--quiet", "--out", str(tmp_path / "new" / "dossier"))
    assert (result.exit_code, result.output) == (0, "")
    written = sorted(file.name for file in (tmp_path / "new" / "dossier").iterdir())
    assert written == ["dossier.html", "dossier.json", "dossier.md"]


def test_a_dossier_among_the_reports_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for file in Path(TUNNEL).iterdir():
        (tmp_path / "reports" / file.name).write_bytes(file.read_bytes())
    arguments = ("read", str(tmp_path / "reports"), "--quiet", "--out", str(tmp_path / "reports" / "dossier"))
    assert run(*arguments).exit_code == 0
    first = (tmp_path / "reports" / "dossier" / "dossier.json").read_bytes()
    assert run(*arguments).exit_code == 0
    assert (tmp_path / "reports" / "dossier" / "dossier.json").read_bytes() == first


def test_json_goes_to_standard_output_alone() -> None:
    result = run("read", TUNNEL, "--json", "-")
    assert json.loads(result.stdout)["schema"] == "twosource.dossier/1"


def test_json_goes_to_a_file(tmp_path: Path) -> None:
    assert run("read", TUNNEL, "--quiet", "--json", str(tmp_path / "d.json")).exit_code == 0
    assert json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))["articles"]


def test_as_of_decides_what_is_due() -> None:
    early, late = (
        json.loads(run("read", TUNNEL, "--json", "-", "--as-of", day).stdout) for day in ("2026-05-12", "2036-01-01")
    )
    outcomes = [{p["outcome"] for p in dossier["predictions"] if p["due"]} for dossier in (early, late)]
    assert "open" in outcomes[0]
    assert outcomes[1] == {"due"}


def test_what_was_not_read_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("read", TUNNEL, str(tmp_path), str(tmp_path / "missing.txt"))
    assert result.exit_code == 1
    unwrapped = "".join(result.output.split())
    assert "empty.txt" in unwrapped
    assert "missing.txt" in unwrapped
    assert "What is claimed" in result.output


@pytest.mark.parametrize("arguments", [["read"], ["read", "--as-of", "soon", TUNNEL], ["unknown"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_nothing_readable_exits_with_2_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    result = run("read", str(tmp_path))
    assert result.exit_code == 2
    assert "picture.txt" in result.output
    assert "nothing was read" in result.output


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("read", TUNNEL, "--quiet", "--out", str(tmp_path / "file" / "inside"))
    assert result.exit_code == 2
    assert "inside" in result.output or "file" in result.output


def test_detectors_lists_needs_and_results() -> None:
    output = run("detectors").output
    assert "claims" in output
    assert "Proposition" in output
    lines = output.splitlines()
    assert max(map(len, lines)) <= 80
    assert "citations: Article -> Citation" in lines
    assert lines[lines.index("citations: Article -> Citation") + 1].startswith("    Finds who says what")


def test_predictions_are_listed_with_who_when_and_where() -> None:
    result = run("predictions", TUNNEL, "--as-of", "2026-06-01")
    assert result.exit_code == 0, result.output
    shown = " ".join(result.output.split())
    assert "0 due on 2026-06-01" in shown
    assert "open “My forecast: by 30 September 2026, Lowmark will have announced the closure of" in shown
    assert "the author, Tamsin Eyre · Bridge & Bore · forecast · due 30 Sep 2026; stated: “30 September 2026”" in shown
    assert "7-bridge-and-bore.html:1026-1122" in shown


def test_due_lists_only_those_whose_day_has_passed() -> None:
    result = run("predictions", TUNNEL, "--due", "--as-of", "2026-10-15")
    shown = " ".join(result.output.split())
    assert "1 due on 2026-10-15" in shown
    assert "due “My forecast" in shown
    assert "open “" not in shown


def test_a_later_report_is_proposed_as_evidence_and_decides_nothing(tmp_path: Path) -> None:
    forecast = "Veldhaven Port will open the northern quay in April, mayor Ines Calder said.\n" * 2
    (tmp_path / "1.txt").write_text(f"Harbour Gazette\n3 March 2031\n\n{forecast}", encoding="utf-8")
    later = "Veldhaven Port opened its northern quay on Thursday, a week late.\nInes Calder, the mayor, was there.\n"
    (tmp_path / "2.txt").write_text(f"Coast Record\n12 April 2031\n\n{later}", encoding="utf-8")
    shown = " ".join(run("predictions", str(tmp_path), "--as-of", "2031-06-01").output.split())
    assert "due Apr 2031; stated: “April” · undecided" in shown
    assert "may settle it (report 2, 12 Apr 2031): “Veldhaven Port opened its northern quay" in shown


def test_predictions_of_reports_that_make_none(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("The port of Veldhaven has closed, the owners said.\n" * 4, encoding="utf-8")
    result = run("predictions", str(tmp_path), str(tmp_path / "missing.txt"))
    assert result.exit_code == 1
    assert "0 predictions, 0 due on the day of the last report" in result.stdout
    assert "missing.txt" in result.stderr


@pytest.mark.parametrize("arguments", [["predictions"], ["predictions", TUNNEL, "--as-of", "soon"]])
def test_wrong_usage_of_predictions_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_predictions_show_what_cannot_be_seen_and_say_when_a_day_is_not_known(tmp_path: Path) -> None:
    text = "The port\u202e of Veldhaven\x1b[31m will open next week, the owners said.\n" * 2
    (tmp_path / "port.txt").write_text(text, encoding="utf-8")
    output = run("predictions", str(tmp_path), "--as-of", "2031-06-01").output
    assert "\x1b" not in output
    assert "\u202e" not in output
    shown = " ".join(output.split())
    assert "<U+202E>" in shown
    assert "the day is not known; stated: “next week” · undecided" in shown
    assert "0 due on 2031-06-01" in shown


def test_verdicts_are_never_written_over(tmp_path: Path) -> None:
    ledger = tmp_path / "verdicts.jsonl"
    ledger.write_text('{"outcome": "failed"}\n', encoding="utf-8")
    for arguments in (("read", TUNNEL, "--json"), ("predictions", TUNNEL, "--csv")):
        result = run(*arguments, str(ledger), "--verdicts", str(ledger))
        assert result.exit_code == 2
        assert "would be written over" in result.output
    assert ledger.read_text(encoding="utf-8") == '{"outcome": "failed"}\n'


def test_a_prediction_whose_day_nobody_can_reckon_is_not_called_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port of Veldhaven will open again next week, the owners said.\n" * 2)
    shown = CliRunner().invoke(main, ["predictions", str(tmp_path)]).output
    assert "day unknown “The port of Veldhaven will open again next week" in " ".join(shown.split())
