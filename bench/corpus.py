"""Times the stages of a corpus run, how they grow, what a second process gains, and what a process holds in memory.

Reports are recombined from the paragraphs of the examples, signs from made-up terms of which some are common and some
belong to one event. Rates are reports a second of processor time, so that a busy machine blurs them less.
"""

import argparse
import json
import random
import resource
from collections.abc import Callable, Iterator
from html import escape
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from twosource.api import investigate
from twosource.corpus.copies import Copies
from twosource.corpus.run import build
from twosource.corpus.sign import Sign, packed, sign_of
from twosource.corpus.stories import Stories
from twosource.readers import read, results
from twosource.readers.finish import article_of
from twosource.readers.source import Draft

if TYPE_CHECKING:
    from twosource.types.article import Article

ROOT = Path(__file__).parents[1]
GROWTH = (1_000, 10_000, 100_000, 1_000_000)
WHOLE, ARCHIVED = 400, 224
_PARAGRAPHS, _PER_EVENT, _DAYS = 8, 4, 90
_WORDS = 690


def texts(count: int) -> Iterator[str]:
    """Reports made of the examples' paragraphs, the same ones each time."""
    articles = read([ROOT / "examples" / "harbour-tunnel", ROOT / "examples" / "pear-frost"]).articles
    paragraphs = [a.text[b.start : b.end] for a in articles for b in a.passages("body")]
    drawn = random.Random(count)  # noqa: S311  # a fixed choice, no secret
    for number in range(count):
        yield "\n\n".join([f"Report {number}", *drawn.sample(paragraphs, _PARAGRAPHS)])


def signs(count: int, *, alike: bool = False) -> Iterator[Sign]:
    """Signs in the order of publication: events of about four reports over ninety days."""
    drawn = random.Random(count)  # noqa: S311  # a fixed choice, no secret
    for number in range(count):
        event = 0 if alike else number // _PER_EVENT
        own = random.Random(event)  # noqa: S311  # as above
        terms = {own.randrange(1 << 32) for _ in range(40)} | {int(drawn.paretovariate(0.7)) for _ in range(80)}
        body = sorted((term, 1 + term % 3) for term in terms if term < 1 << 32)
        sketch = sorted(drawn.randrange(1 << 48) for _ in range(32)) if not alike else list(range(32))
        key = number.to_bytes(16)
        day = 740_000 + number * _DAYS // count
        yield Sign(report=f"r{number}", day=day, body=packed(body), title=packed(body[:8]), key=key, sketch=sketch)


def rate(count: int, work: Callable[[], object]) -> float:
    """How many a second of processor time."""
    started = process_time()
    work()
    return round(count / max(process_time() - started, 1e-9), 1)


def stages(count: int) -> dict[str, float]:
    """Reports a second of each stage that works on one report at a time, and of investigating stories of four."""
    written = list(texts(count))
    drafts = [Draft(file=f"{number}.txt", text=text) for number, text in enumerate(written)]
    articles: list[Article] = []
    pages = sorted((ROOT / "examples").rglob("*.html"))
    found = {
        "read_html": rate(len(pages) * 5, lambda: [list(results(str(page))) for page in pages for _ in range(5)]),
        "label": rate(count, lambda: articles.extend(article_of(d, f"a{n}") for n, d in enumerate(drafts))),
        "sign": rate(count, lambda: [sign_of(article) for article in articles]),
    }
    fours = [articles[place : place + _PER_EVENT] for place in range(0, len(articles), _PER_EVENT)]
    found["investigate_alone"] = rate(count // 4, lambda: [investigate([one]) for one in articles[: count // 4]])
    found["investigate_in_fours"] = rate(count, lambda: [investigate(four) for four in fours])
    return found


def grouping(count: int, *, alike: bool = False) -> dict[str, float]:
    """Rates of telling copies and of grouping, over all reports and over the last thousand."""
    made, copies, stories = signs(count, alike=alike), Copies(), Stories()
    seconds = {"copies": 0.0, "stories": 0.0, "stories_last_thousand": 0.0}
    while part := list(islice(made, 1000)):  # by thousands: a million signs at once would not fit
        started = process_time()
        for sign in part:
            copies.add(sign)
        middle = process_time()
        for sign in part:
            stories.add(sign)
        seconds["copies"] += middle - started
        seconds["stories"] += (last := process_time() - middle)
        seconds["stories_last_thousand"] = last * count / 1000
    return {name: round(count / spent, 1) for name, spent in seconds.items()}


def lines_in(folder: Path) -> Path:
    """Short reports as lines of JSON."""
    lines = (json.dumps({"text": text, "published": f"2031-05-{1 + n % 28:02}"}) for n, text in enumerate(texts(WHOLE)))
    file = folder / "reports.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def archive_in(folder: Path) -> Path:
    """Reports of about 690 words as pages of news sites in a WARC archive."""
    paragraphs = [part for text in texts(ARCHIVED) for part in text.split("\n\n")[1:]]
    drawn, file = random.Random(1), folder / "pages.warc"  # noqa: S311  # a fixed choice, no secret
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    with file.open("wb") as stream:
        for number in range(ARCHIVED):
            told = [f"Report {number} was filed from the place itself, its editors said on Monday."]
            while sum(len(part.split()) for part in told) < _WORDS:
                told.append(drawn.choice(paragraphs))
            text = "".join(f"<p>{escape(part)}</p>" for part in told)
            page = f"<title>Report {number}</title><nav>{links}</nav><article><h1>Report {number}</h1>{text}</article>"
            stream.write(_record(number, f"<!doctype html><html><body>{page}<footer>{links}</footer></body></html>"))
    return file


def _record(number: int, page: str) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nWARC-Date: 2031-05-02T00:00:00Z\r\n"
        f"WARC-Target-URI: https://site{number % 9}.example/{number}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def whole(file: Path, count: int, workers: int) -> dict[str, float]:
    """Seconds of a run with so many processes, its processor time, and the memory of the largest process so far."""
    started, before = perf_counter(), _processor()
    build([file], file.with_name(f"{file.stem}{workers}"), workers=workers)
    seconds, spent = perf_counter() - started, _processor() - before
    return {
        "seconds": round(seconds, 1),
        "reports_a_second": round(count / seconds, 1),
        "processor_ms_a_report": round(spent / count * 1000),
        "largest_worker_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }


def _processor() -> float:
    """Seconds of processor time of this process and of those that it started and that have ended."""
    own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime


def main() -> None:
    """Prints the result; keeps it with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the result in corpus.json")
    parser.add_argument("--runs", action="store_true", help="only whole runs")
    options = parser.parse_args()
    measured: dict[str, object] = {}
    with TemporaryDirectory() as folder:  # first: a child begins with the memory of its parent
        for file, count in ((lines_in(Path(folder)), WHOLE), (archive_in(Path(folder)), ARCHIVED)):
            for workers in (1, 2):
                measured[f"run_{file.name}_{count}_reports_{workers}_workers"] = whole(file, count, workers)
    if options.runs:
        print(json.dumps(measured, indent=1))
        return
    list(stages(8))  # imports and caches
    measured["stages"] = stages(120)
    for count in GROWTH:
        measured[f"grouping_{count}"] = grouping(count)
    measured["grouping_10000_alike"] = grouping(10_000, alike=True)
    measured["memory_after_grouping_a_million_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    text = json.dumps(measured, indent=1) + "\n"
    print(text, end="")
    if options.write:
        Path(__file__).with_name("corpus.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
