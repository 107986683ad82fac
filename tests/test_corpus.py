"""Many reports to tables: every offer is accounted for, and the outcome is the same however the run went."""

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import ROOT
from twosource.cli.main import main
from twosource.corpus.copies import Copies, Copy
from twosource.corpus.disk import held
from twosource.corpus.pool import Outcomes, Perform, Task, processes
from twosource.corpus.sign import sign_of
from twosource.readers import read
from twosource.readers.dates import stated
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

pytest.importorskip("pyarrow", reason="tables need the extra 'corpus'")
import pyarrow as pa
from pyarrow import parquet

from twosource.corpus import daft
from twosource.corpus.run import build

EXAMPLES = ROOT / "examples"
OFFERED, REPORTS, COPIES, BROKEN = 60, 40, 12, 8


def corpus_in(folder: Path) -> Path:
    """Lines of reports made of paragraphs of the examples, some of them copies, some broken."""
    articles = read([EXAMPLES / "harbour-tunnel", EXAMPLES / "pear-frost"]).articles
    paragraphs = [article.text[block.start : block.end] for article in articles for block in article.passages("body")]
    lines = []
    for number in range(REPORTS):
        drawn = [paragraphs[(number * 7 + step * 13) % len(paragraphs)] for step in range(3)]
        text = "\n\n".join([f"Report {number} of the day", *drawn, f"It was the {number}th report."])
        lines.append(
            json.dumps({"text": text, "published": f"2031-05-{1 + number % 20:02}", "outlet": f"Outlet {number % 9}"})
        )
    lines += lines[:COPIES]
    lines += [
        "{broken",
        "[]",
        '{"text": ""}',
        "[" * 5000,
        '{"text": 5}',
        "5",
        '"text"',
        '{"text": "Über den Hafen wurde nichts gesagt."}',
    ]
    folder.mkdir(exist_ok=True)
    (folder / "reports.jsonl").write_text("\n".join(lines))
    return folder


PROGRAM = (sys.executable, "-c", "from twosource.cli.main import main; main()")


def arguments(inputs: Path, out: Path, workers: int) -> list[str]:
    return ["corpus", str(inputs), "--out", str(out), "--workers", str(workers)]


def run(inputs: Path, out: Path, workers: int = 1) -> int:
    result = CliRunner().invoke(main, arguments(inputs, out, workers), catch_exceptions=False)
    return result.exit_code


def digest(out: Path) -> str:
    return str(json.loads((out / "manifest.json").read_text())["digest"])


def ledger(out: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((out / "ledger.json").read_text())
    return found


@pytest.fixture(scope="module", name="whole")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The inputs, and what an undisturbed run on one process made of them."""
    folder = tmp_path_factory.mktemp("corpus")
    inputs = corpus_in(folder / "in")
    assert run(inputs, folder / "out") == 1
    return inputs, folder / "out"


def test_the_ledger_balances_and_the_tables_hold_it(whole: tuple[Path, Path]) -> None:
    _, out = whole
    assert ledger(out) == {"offered": OFFERED, "accepted": REPORTS, "quarantined": BROKEN, "duplicates": COPIES}
    reports = parquet.read_table(out / "reports").to_pylist()
    assert len({report["id"] for report in reports}) == len(reports) == REPORTS
    assert [row["kind"] for row in parquet.read_table(out / "copies").to_pylist()].count("same") == COPIES
    places = [json.loads(line)["place"] for line in (out / "quarantine.jsonl").read_text().splitlines()]
    assert places == [f"line {number}" for number in range(REPORTS + COPIES + 1, OFFERED + 1)]
    assert not (out / "work").exists()


def test_every_row_points_at_words_of_its_report(whole: tuple[Path, Path]) -> None:
    _, out = whole
    texts = {report["id"]: report["text"] for report in parquet.read_table(out / "reports").to_pylist()}
    for table, column in (("figures", "span"), ("moments", "span"), ("mentions", "span"), ("attributions", "cue")):
        rows = parquet.read_table(out / table).to_pylist()
        spans = [row[column] for row in rows if row[column]]
        assert spans, table
        assert all(texts[span["article"]][span["start"] : span["end"]] == span["exact"] for span in spans), table
    stories = {(row["story"], row["chapter"]) for row in parquet.read_table(out / "stories").to_pylist()}
    for table in ("reports", "claims", "origins"):
        assert {(row["story"], row["chapter"]) for row in parquet.read_table(out / table).to_pylist()} <= stories


def test_two_processes_make_the_same(whole: tuple[Path, Path], tmp_path: Path) -> None:
    inputs, out = whole
    run(inputs, tmp_path / "out", workers=2)
    assert digest(tmp_path / "out") == digest(out)


@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_an_engine_makes_the_same(whole: tuple[Path, Path], tmp_path: Path, engine: str) -> None:
    pytest.importorskip(engine, reason="needs the extra 'cluster'")
    inputs, out = whole
    process = started(inputs, tmp_path / "out", "--engine", engine)
    process.communicate()
    assert (process.returncode, digest(tmp_path / "out")) == (1, digest(out))


@contextmanager
def by_letter(workers: int) -> Iterator[Perform]:
    """What an engine of several machines hands out, and what its workers do with it, without such an engine."""
    with processes(workers) as pooled:

        def perform(tasks: list[Task]) -> Outcomes:
            letters = [(task, daft.written(task)) for task in tasks]
            yield from pooled([task for task, text in letters if text is None])
            yield from ((task, daft.Performer()(text)) for task, text in reversed(letters) if text is not None)

        yield perform


def test_tasks_as_text_make_the_same_in_any_order(whole: tuple[Path, Path], tmp_path: Path) -> None:
    inputs, out = whole
    build([inputs], tmp_path / "out", engine=by_letter)
    assert digest(tmp_path / "out") == digest(out)


def test_a_finished_run_is_left_as_it_is_and_another_run_is_refused(whole: tuple[Path, Path]) -> None:
    inputs, out = whole
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*")}
    assert run(inputs, out) == 1
    assert before == {file: file.stat().st_mtime_ns for file in out.rglob("*")}
    assert run(EXAMPLES, out) == 2


def test_a_second_run_on_a_folder_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with held(out / "work"):
        result = CliRunner().invoke(main, arguments(EXAMPLES, out, 1))
    assert result.exit_code == 2
    assert "another run is at work" in result.output
    assert not (out / "reports").exists()


def started(inputs: Path, out: Path, *options: str, **more: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401  # passed on
    whole = [*PROGRAM, *arguments(inputs, out, 2), *options]
    return subprocess.Popen(whole, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)  # noqa: S603  # our own


def until(process: subprocess.Popen[bytes], is_so: Callable[[], bool]) -> None:
    while process.poll() is None and not is_so():
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("mark", ["work/plan.msgpack", "work/read/*.spool", "work/found/*.json", "reports/*/*.parquet"])
def test_a_driver_that_is_killed_is_resumed(whole: tuple[Path, Path], tmp_path: Path, mark: str) -> None:
    inputs, out = whole
    process = started(inputs, tmp_path / "out")
    until(process, lambda: bool(list((tmp_path / "out").glob(mark))))
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert not (tmp_path / "out" / "manifest.json").exists()
    run(inputs, tmp_path / "out", workers=2)
    assert (digest(tmp_path / "out"), ledger(tmp_path / "out")) == (digest(out), ledger(out))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds its children in /proc")
def test_workers_that_are_killed_cost_nothing(whole: tuple[Path, Path], tmp_path: Path) -> None:
    inputs, out = whole
    process = started(inputs, tmp_path / "out")
    for mark in ("work/read", "work/found"):
        until(process, lambda mark=mark: (tmp_path / "out" / mark).exists())  # type: ignore[misc]  # a default
        for child in children(process.pid)[-1:]:
            os.kill(child, signal.SIGKILL)
    process.communicate()
    assert process.returncode == 1
    assert (digest(tmp_path / "out"), ledger(tmp_path / "out")) == (digest(out), ledger(out))


@pytest.mark.parametrize("limit", [8_000, 20_000])  # the last unit needs a temporary file of its own
def test_a_full_disk_ends_the_run_and_a_freed_one_lets_it_go_on(
    whole: tuple[Path, Path], tmp_path: Path, limit: int
) -> None:
    inputs, out = whole
    process = started(
        inputs, tmp_path / "out", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    assert b"What is done is kept" in process.communicate()[1]
    assert process.returncode == 2
    assert not list((tmp_path / "out").rglob("*.half"))
    run(inputs, tmp_path / "out")
    assert digest(tmp_path / "out") == digest(out)


PLUG_IN = """
import os, signal
from twosource.types.article import Article
from twosource.types.writing import Notice
from collections.abc import Iterator

def reader(source):
    os.kill(os.getpid(), signal.SIGKILL)
    yield

def detector(article: Article) -> Iterator[Notice]:
    if "a deadly report" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ()
"""


def test_what_kills_its_process_is_named_and_costs_no_other(tmp_path: Path) -> None:
    about = tmp_path / "plug" / "deadly-1.dist-info"
    about.mkdir(parents=True)
    (tmp_path / "plug" / "deadly.py").write_text(PLUG_IN)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1\n")
    (about / "entry_points.txt").write_text(
        "[twosource.readers]\npoison = deadly:reader\n[twosource.detectors]\ndeadly = deadly:detector\n"
    )
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "bad.poison").write_text("x")
    for number in range(4):
        (inputs / f"good{number}.txt").write_text(f"The port of Veldhaven closed pier {number}, the owners said.")
    (inputs / "bad.txt").write_text("This is a deadly report of the port, the owners said on Monday.")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "plug")}
    process = started(inputs, tmp_path / "out", env=environment)
    process.communicate()
    assert process.returncode == 1
    found = ledger(tmp_path / "out")
    assert found == {"offered": 6, "accepted": 4, "quarantined": 2, "duplicates": 0}
    died = [json.loads(line) for line in (tmp_path / "out" / "quarantine.jsonl").read_text().splitlines()]
    names = {Path(row["file"]).name for row in died if row["reason"] == "a process died on it, twice"}
    assert names == {"bad.poison", "bad.txt"}


def test_fields_of_tables_and_packed_lines_are_named(tmp_path: Path) -> None:
    rows = [
        {"body": f"The port of Veldhaven closed pier {n}, the owners said.", "when": "2031-05-02"} for n in range(40)
    ]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=15)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode())[:-30])
    options = ["--workers", "1", "--field", "text=body", "--field", "published=when"]
    result = CliRunner().invoke(main, ["corpus", str(tmp_path), "--out", str(tmp_path / "out"), *options])
    assert result.exit_code == 1, result.output
    again = CliRunner().invoke(main, ["corpus", str(tmp_path), "--out", str(tmp_path / "out"), *options])
    assert (again.exit_code, again.output) == (1, result.output)  # what it wrote into the folder is no input
    found = ledger(tmp_path / "out")
    assert (found["accepted"], found["quarantined"]) == (40, 1)
    assert "after record" in (tmp_path / "out" / "quarantine.jsonl").read_text()
    reports = parquet.read_table(tmp_path / "out" / "reports").to_pylist()
    assert {report["published"]["earliest"] for report in reports} == {"2031-05-02"}
    assert CliRunner().invoke(main, ["corpus", str(tmp_path), "--out", "x", "--field", "nothing"]).exit_code == 2


def copy_of(copies: Copies, text: str, day: str) -> Copy | None:
    draft = Draft(file="a.txt", text=text, published=stated(day, "given"))
    return copies.add(sign_of(articles_of([draft])[0]))


def test_copies_are_told_of_the_earliest() -> None:
    words = " ".join(f"word{number} stands here" for number in range(60))
    copies = Copies()
    assert copy_of(copies, f"{words}.", "2031-05-01") is None
    assert copy_of(copies, "Something else was said in the harbour of Tarnby on that day.", "2031-05-01") is None
    same, near = copy_of(copies, f" {words}.\n", "2031-05-02"), copy_of(copies, f"{words}. One more.", "2031-05-03")
    again = copy_of(copies, f"{words}. And another one, of late.", "2031-05-04")
    assert same is not None
    assert (near, again) == (Copy(same.of, "near"), Copy(same.of, "near"))
    assert same.kind == "same"
    assert copy_of(copies, f"{words}. Much later.", "2031-08-04") is None
