"""Runs a case, and rewrites it where it is asked to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from twosource.pipeline.detector import installed
from twosource.pipeline.gather import gathered, investigated
from twosource.pipeline.plan import plan, toward
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.testing.cases import Case, Expectation, Report
from twosource.testing.render import fields, names
from twosource.types.finding import Finding
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story


def story_of(case: Case) -> Story:
    """The case's reports, read as plain English text whatever their length.

    `published=DATE` says when a report was published, `url=ADDRESS` where; `as_of=DATE` sets the story's day.
    """
    drafts = [_draft(report, number) for number, report in enumerate(case.reports)]
    articles = (replace(article, language="en", skipped=None) for article in articles_of(drafts))
    days = [value for report in case.reports for key, value in report.keys if key == "as_of"]
    return gathered(articles, date.fromisoformat(days[0]) if days else None)


def _draft(report: Report, number: int) -> Draft:
    keys, published = dict(report.keys), UNKNOWN
    if "published" in keys:
        day = date.fromisoformat(keys["published"])
        published = Moment(earliest=day, latest=day, timex=day.isoformat(), basis="stated", why="given")
    file = f"{number:03}.txt"
    return Draft(file=file, text=report.text, outlet=report.outlet, url=keys.get("url"), published=published)


def differences(case: Case, expectation: Expectation) -> list[str]:
    """What is wrong with an expectation, a line each: `missing: …`, `unexpected: …`; empty where all is as expected."""
    found, known = _found(case, expectation.kind)
    rest, wrong = list(found), []
    for line in expectation.lines:
        if line.strip() == "none":
            continue
        wanted = _parsed(line)
        hit = next((one for one in rest if fields(one, list(wanted), known) == wanted), None)
        if hit is None:
            wrong.append(f"missing: {line}")
        else:
            rest.remove(hit)
    return wrong + [f"unexpected: {line}" for line in _lines(rest, known, expectation)]


def rewritten(case: Case, expectation: Expectation) -> list[str]:
    """The lines that would make the expectation hold, with the fields that its first line names."""
    found, known = _found(case, expectation.kind)
    return _lines(found, known, expectation) or ["none"]


def _found(case: Case, kind: str) -> tuple[list[Finding], Mapping[str, str]]:
    story = story_of(case)
    findings, failures = investigated(story, plan(toward([kind], installed())))
    if failures:
        message = f"{case.file}: {case.title}: {failures[0].detector} gave up: {failures[0].reason}"
        raise AssertionError(message)
    wanted = [one for made, group in findings.items() if made.__name__ == kind for one in group]
    order = {article.id: article.file or "" for article in story.articles}
    wanted.sort(key=lambda one: (order[one.evidence()[0].article], one.evidence()[0].start))
    return wanted, names(story, findings)


def _parsed(line: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in line.split(" | "))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _lines(found: list[Finding], known: Mapping[str, str], expectation: Expectation) -> list[str]:
    named = [line for line in expectation.lines if line.strip() != "none"]
    wanted = list(_parsed(named[0])) if named else []
    lines = []
    for one in found:
        shown = fields(one, wanted, known) if wanted else {"words": " … ".join(span.exact for span in one.evidence())}
        lines.append(" | ".join(f"{key}={value}" for key, value in shown.items()))
    return lines
