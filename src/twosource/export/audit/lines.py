"""The audit as people read it: one line an unnamed source, with what rests on it below."""

from collections import Counter
from collections.abc import Sequence

from twosource.export.audit.policy import Policy
from twosource.export.audit.rules import broken
from twosource.export.audit.sources import UnnamedSource
from twosource.export.document import Document
from twosource.export.numbers import counted
from twosource.export.sections.line import Line, Name, Part, Quoted
from twosource.export.sections.lookup import Lookup, quoted


def title(sources: Sequence[UnnamedSource]) -> str:
    """How many there are, and of which kind."""
    kinds = Counter(source.sourcing for source in sources)
    reasons = sum(source.reason is not None for source in sources)
    reports = len({source.article for source in sources})
    return (
        f"{counted(len(sources), 'unnamed source')} in {counted(reports, 'report')}: {kinds['own']} own, "
        f"{kinds['inherited']} inherited, {kinds['unclear']} unclear; {reasons} with a word on why"
    )


def audit_lines(document: Document, sources: Sequence[UnnamedSource], policy: Policy) -> list[Line]:
    """A line a source."""
    look = Lookup(document)
    return [_line(look, source, policy) for source in sources]


def _line(look: Lookup, source: UnnamedSource, policy: Policy) -> Line:
    reason: tuple[Part, ...] = ("reason: ", Quoted(source.reason)) if source.reason else ("no reason",)
    through = f" through {', '.join(look.party(one).text for one in source.via)}" if source.via else ""
    number = "number not said" if source.count is None else f"number: {source.count}"
    about = (Name(look.outlet(source.article)), f" · {number} · ", *reason)
    children = [Line(parts=about), Line(parts=("supports: ", *quoted(source.supports, "; ")), spans=source.supports)]
    if findings := broken(source, policy):
        children.append(Line(parts=(f"look: {'; '.join(findings)}",)))
    named = (Quoted(source.named), Name(through))
    return Line(parts=named, spans=source.supports, children=tuple(children), tag=source.sourcing)
