"""Findings as a case's lines give them."""

from collections.abc import Mapping
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


def value(thing: object, known: Mapping[str, str]) -> str:
    """A field's value in one line."""
    match thing:
        case None | ():
            return "-"
        case str():
            return known.get(thing, thing)
        case Span():
            return _joined((thing,))
        case Decimal():
            return f"{thing.normalize():f}"
        case Moment():
            return _moment(thing)
        case date():
            return thing.isoformat()
        case Anonymous():
            return f"{thing.description} ({'-' if thing.count is None else thing.count})"
        case Side():
            return f"{thing.value}: {_joined(thing.spans)}"
        case Statement():
            return f"{thing.stance}: {_joined((thing.span,))}"
        case Origin() | Difference():
            return f"{thing.kind}: {thing.name if isinstance(thing, Origin) else thing.explanation}"
        case tuple():
            return " … ".join(value(part, known) for part in thing)
        case _:
            return str(thing)


def _moment(moment: Moment) -> str:
    if moment.earliest == moment.latest:
        return value(moment.earliest, {})
    return f"{value(moment.earliest, {})}/{value(moment.latest, {})}"


def fields(finding: Finding, wanted: list[str], known: Mapping[str, str]) -> dict[str, str]:
    """The wanted fields of a finding; `figure.unit` looks into a field. Raises AttributeError for one it has not."""
    found = {}
    for path in wanted:
        thing: object = finding
        for part in path.split("."):
            thing = getattr(thing, part)
        found[path] = value(thing, known)
    return found
