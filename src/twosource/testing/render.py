"""Findings as a case's lines give them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from twosource.types.attribution import Anonymous, Attribution, Citation
from twosource.types.claim import Claim, Origin, Statement
from twosource.types.comparison import Difference, Side
from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def names(story: Story, findings: Mapping[type[Finding], tuple[Finding, ...]]) -> dict[str, str]:
    """What stands for an id in a case: a party's name, a report's outlet, the words of the others."""
    known = {article.id: article.outlet or article.id for article in story.articles}
    for group in findings.values():
        known |= {finding.id: _label(finding) for finding in group}
    return known


def _label(finding: Finding) -> str:
    match finding:
        case Party():
            return finding.name
        case Claim():
            return finding.text
        case Attribution():
            return _joined(finding.citation.content)
        case Citation():
            return _joined(finding.content)
        case _:
            return _joined(finding.evidence())


def _joined(spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(span.exact.split()) for span in spans)


def _moment(moment: Moment) -> str:
    ends = ["-" if day is None else day.isoformat() for day in (moment.earliest, moment.latest)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


_SHOWN: dict[type, Callable[..., str]] = {
    Span: lambda span: _joined((span,)),
    Decimal: lambda number: f"{number.normalize():f}",
    Moment: _moment,
    date: lambda day: day.isoformat(),
    Anonymous: lambda source: f"{source.description} ({'-' if source.count is None else source.count})",
    Side: lambda side: f"{side.value}: {_joined(side.spans)}",
    Statement: lambda statement: f"{statement.stance}: {_joined((statement.span,))}",
    Origin: lambda origin: f"{origin.kind}: {origin.name}",
    Difference: lambda difference: f"{difference.kind}: {difference.explanation}",
}


def value(thing: object, known: Mapping[str, str]) -> str:
    """A field's value in one line."""
    if thing is None or thing == ():
        return "-"
    if isinstance(thing, str):
        return known.get(thing, thing)
    if isinstance(thing, tuple):
        return " … ".join(value(part, known) for part in thing)
    return _SHOWN.get(type(thing), str)(thing)


def fields(finding: Finding, wanted: list[str], known: Mapping[str, str]) -> dict[str, str]:
    """The wanted fields of a finding; `figure.unit` looks into a field. Raises AttributeError for one it has not."""
    found = {}
    for path in wanted:
        thing: object = finding
        for part in path.split("."):
            thing = getattr(thing, part)
        found[path] = value(thing, known)
    return found
