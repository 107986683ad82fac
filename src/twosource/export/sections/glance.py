"""The first screen: the questions that a newsroom asks, each with a short answer and the lines under it."""

from collections import Counter
from dataclasses import dataclass

from twosource.export.document import Document, OriginRecord, SummaryLine, Words
from twosource.export.numbers import counted, interval
from twosource.export.sections.line import Line, Name, Part, Quoted, Section, joined
from twosource.export.sections.lookup import Lookup, claim_text

QUESTIONS = {
    "claimed": "What is claimed",
    "word": "On whose word",
    "origins": "How many independent origins",
    "denied": "Who denies, declined or did not answer",
    "differ": "Where the reports differ",
    "predicted": "What is predicted",
    "unread": "What was not read",
}
_MOST_NAMES = 3
# Where only a short answer is given, its question is as short.
BRIEFLY = QUESTIONS | {"origins": "Independent origins", "denied": "Who denies it"}
_SILENT = {"declined_to_comment", "did_not_respond"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question with its short answer, and the lines of the summary that answer it."""

    key: str
    question: str
    short: Line
    lines: tuple[Line, ...]


class Glance(Section):
    """The story at a glance."""

    key = "glance"
    title = "At a glance"
    shows = "The questions that come first: what is claimed, on whose word, how many origins, who denies, what differs."
    how_to_read = (
        "Words in quotation marks stand in a report exactly so; everything else is a fixed template. A number in "
        "a small box is a report: it opens the words that the line rests on."
    )
    cannot_see = (
        "Whether a claim is true. An interval such as “1 to 3” means that the reports leave open how many of the "
        "origins depend on one another."
    )
    empty = "Nothing was found in these reports."

    def lines(self, document: Document) -> list[Line]:
        """One line a question, with its answers below."""
        return [
            Line(parts=(f"{one.question}: ", *one.short.parts), spans=one.short.spans, children=one.lines)
            for one in self.answers(document)
        ]

    def answers(self, document: Document) -> list[Answer]:
        """The questions in their order."""
        look = Lookup(document)
        short = {
            "claimed": _claimed(look),
            "word": _word(look),
            "origins": _origins(look),
            "denied": _denied(look),
            "differ": _differ(document),
            "predicted": _predicted(document),
            "unread": _unread(document),
        }
        return [
            Answer(key=key, question=question, short=short[key], lines=_summary(document, key))
            for key, question in QUESTIONS.items()
        ]

    def besides(self, answer: Answer) -> tuple[Line, ...]:
        """The lines that do not just quote the short answer again."""
        told = [part for part in answer.short.parts if isinstance(part, Quoted)]
        return tuple(line for line in answer.lines if not any(part in told for part in line.parts))


def _summary(document: Document, key: str) -> tuple[Line, ...]:
    return tuple(_line(one) for one in document.story.summary if one.answers == key)


def _line(line: SummaryLine) -> Line:
    return Line(parts=_parts(line.text, line.spans), spans=tuple(line.spans))


def _parts(text: str, spans: list[Words]) -> tuple[Part, ...]:
    """The text, with the first of the spans that stands in it between quotation marks made a quotation."""
    for span in spans:
        before, mark, after = text.partition(f"“{span.exact}”")
        if mark:
            return tuple(part for part in (Name(before), Quoted(span), Name(after)) if part != Name(""))
    return (Name(text),)


def _claimed(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None:
        return Line(parts=("No claim was found",))
    spans = tuple(one.span for one in claim.carried())
    return Line(parts=(claim_text(claim),), spans=spans, tag=claim.status)


def _word(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None or not claim.origins:
        return Line(parts=("Nobody is named",))
    spans = tuple(span for origin in claim.origins for span in origin.spans)
    return Line(parts=_names([_sourced(look, origin) for origin in claim.origins]), spans=spans)


def _sourced(look: Lookup, origin: OriginRecord) -> str:
    """An origin with the relay that it speaks through: `three people …, via the Ledbury Post`."""
    return f"{origin.name}, via {look.party(origin.via[-1]).text}" if origin.via else origin.name


def _names(names: list[str]) -> tuple[Part, ...]:
    """The first names in a row, and how many more there are."""
    shown: list[tuple[Part, ...]] = [(Name(name),) for name in names[:_MOST_NAMES]]
    rest = len(names) - _MOST_NAMES
    return joined(shown) + ((f" and {rest} more",) if rest > 0 else ())


def _origins(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None:
        return Line(parts=("0",))
    bounds = claim.independent_origins
    return Line(parts=(interval(bounds.low, bounds.high),), spans=tuple(one.span for one in claim.carried()))


def _denied(look: Lookup) -> Line:
    """Who denies the claim that stands above, not who denies anything."""
    claim, denials = look.lead(), [one for one in look.document.stances if one.stance == "denies"]
    found = [one for one in denials if claim is not None and one.claim == claim.id]
    names = list(dict.fromkeys(look.party(one.party).text for one in found))
    nobody = "Nobody denies this claim here" if denials else "Nobody, in these reports"
    return Line(parts=_names(names) or (nobody,), spans=tuple(one.span for one in found))


def asides(look: Lookup) -> list[str]:
    """How many parties deny something else, and how many declined to comment or did not respond and deny nothing."""
    claim = look.lead()
    denials = [one for one in look.document.stances if one.stance == "denies"]
    here = {one.party for one in denials if claim is not None and one.claim == claim.id}
    elsewhere = {one.party for one in denials} - here
    silent = {one.party for one in look.document.stances if one.stance in _SILENT} - here - elsewhere
    rows = [(elsewhere, "Another claim is denied by"), (silent, "No comment or answer from")]
    return [f"{text} {counted(len(found), 'party', 'parties')}" for found, text in rows if found]


def _differ(document: Document) -> Line:
    found = Counter(one.severity for one in document.discrepancies)
    rest = found.total() - found["contradiction"]
    if not found:
        return Line(parts=("No difference was found",))
    heads = [counted(found["contradiction"], "contradiction")] if found["contradiction"] else []
    heads += [counted(rest, "other difference" if heads else "difference")] if rest else []
    return Line(parts=(", ".join(heads),))


def _predicted(document: Document) -> Line:
    found = Counter(one.outcome for one in document.predictions)
    if not found:
        return Line(parts=("Nothing",))
    outcomes = ", ".join(f"{number} {outcome.replace('_', ' ')}" for outcome, number in found.items())
    return Line(parts=(f"{counted(found.total(), 'prediction')}: {outcomes}",))


def _unread(document: Document) -> Line:
    skipped = sum(1 for one in document.articles if one.skipped)
    number = skipped + len(document.unread)
    return Line(parts=(counted(number, "input") if number else "Nothing: all was read",))
