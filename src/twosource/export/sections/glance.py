"""The first screen: the questions that a newsroom asks, each with a short answer and the lines under it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from twosource.export.answering import answers
from twosource.export.claimed import SILENT, denials, unresolved_denials
from twosource.export.document import ClaimRecord, Document, OriginRecord, StanceRecord, SummaryLine, Words
from twosource.export.foreseen import outcome_tag, predicted
from twosource.export.naming import UNSOURCED, sourced
from twosource.export.numbers import counted, interval
from twosource.export.sections.claims import voiced
from twosource.export.sections.line import Line, Name, Part, Quoted, Section, joined
from twosource.export.sections.lookup import Lookup, claim_text
from twosource.export.ways import usual_way, ways

QUESTIONS = {
    "claimed": "What is claimed",
    "word": "On whose word",
    "origins": "How many independent origins",
    "denied": "Who denies, declined or did not answer",
    "differ": "Where the reports differ",
    "predicted": "What is predicted",
    "unread": "What was not read",
}
_NOBODY = "Nobody denies this claim here"
_MOST_NAMES = 3
_MOST_LETTERS = 75
# Where only a short answer is given, its question is as short.
BRIEFLY = QUESTIONS | {"origins": "Independent origins", "denied": "Who denies it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question with its short answer, what stands beside it, and the lines that answer it at length."""

    key: str
    question: str
    short: Line
    asides: tuple[Line, ...]
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
            Line(
                parts=(f"{one.question}: ", *one.short.parts),
                spans=one.short.spans,
                children=(*one.asides, *one.lines),
                tag=one.short.tag,
            )
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
        asides = {"claimed": _carried(look), "origins": _behind(look), "denied": _otherwise(look)}
        return [
            Answer(
                key=key,
                question=question,
                short=short[key],
                asides=tuple(asides.get(key, ())),
                lines=_summary(document, key, short[key]),
            )
            for key, question in QUESTIONS.items()
        ]


def _summary(document: Document, key: str, short: Line) -> tuple[Line, ...]:
    """The lines; of the claims those that do not just quote the short answer again."""
    told = [part for part in short.parts if isinstance(part, Quoted)] if key == "claimed" else []
    lines = (_line(one) for one in document.story.summary if one.answers == key)
    return tuple(line for line in lines if not any(part in told for part in line.parts))


def _line(line: SummaryLine) -> Line:
    return Line(parts=tuple(_parts(line.text, line.spans)), spans=tuple(line.spans), tag=line.tag)


def _parts(text: str, spans: list[Words]) -> Iterator[Part]:
    """The text, with each span that stands in it between quotation marks, in their order, made a quotation."""
    rest, done = text, set[str]()
    for span in spans:
        before, mark, after = rest.partition(f"“{span.exact}”")
        if mark and span.exact not in done:
            done.add(span.exact)
            yield from (Name(before),) if before else ()
            yield Quoted(span)
            rest = after
    yield from (Name(rest),) if rest else ()


def _claimed(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None:
        return Line(parts=("No claim was found",))
    spans = tuple(one.span for one in claim.carried())
    return Line(parts=(claim_text(claim),), spans=spans, tag=claim.status)


def _word(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None or not claim.origins:
        return Line(parts=(UNSOURCED,))
    named, own = sourced(look.document, claim)
    parts = _names([_sourced(look, claim, origin) for origin in named]) if named else (UNSOURCED,)
    found = named or ([own] if own else [])
    return Line(parts=parts, spans=tuple(span for origin in found for span in origin.spans))


def _sourced(look: Lookup, claim: ClaimRecord, origin: OriginRecord) -> str:
    """An origin with the relay that it speaks through in most reports: `three people …, via the Ledbury Post`."""
    via = usual_way(ways(look.attributions, claim, origin))
    return f"{origin.name}, via {look.party(via[-1]).text}" if via else origin.name


def _names(names: list[str]) -> tuple[Part, ...]:
    """The first names in a row, as many as are read at a glance, and how many more there are."""
    lengths = accumulate(len(name) for name in names[:_MOST_NAMES])
    shown: list[tuple[Part, ...]] = [
        (Name(name),)
        for place, (name, length) in enumerate(zip(names, lengths, strict=False))
        if place == 0 or length <= _MOST_LETTERS
    ]
    rest = len(names) - len(shown)
    return joined(shown) + ((f" and {rest} more",) if rest > 0 else ())


def _origins(look: Lookup) -> Line:
    claim = look.lead()
    if claim is None:
        return Line(parts=("0",))
    bounds = claim.independent_origins
    return Line(parts=(interval(bounds.low, bounds.high),), spans=tuple(one.span for one in claim.carried()))


def _denied(look: Lookup) -> Line:
    """Who denies the claim that stands above, not who denies anything."""
    found, others = denials(look.document)
    unresolved = unresolved_denials(look.document)
    nobody = "Somebody whom no name resolves" if unresolved else _NOBODY if others else "Nobody, in these reports"
    return Line(
        parts=_names(_deniers(look, found)) or (nobody,), spans=tuple(one.span for one in found) or tuple(unresolved)
    )


def _deniers(look: Lookup, stances: Iterable[StanceRecord]) -> list[str]:
    return list(dict.fromkeys(look.party(one.party).text for one in stances))


def _carried(look: Lookup) -> Iterator[Line]:
    """In how many reports the claim stands, and in whose voice."""
    if claim := look.lead():
        stating, reports = look.stating(claim), counted(len(look.document.articles), "report")
        yield Line(parts=(f"in {len(stating)} of {reports}",), spans=tuple(one.span for one in claim.carried()))
        yield from (line for _, line in voiced(look, claim))


def _behind(look: Lookup) -> Iterator[Line]:
    if claim := look.lead():
        stating = look.stating(claim)
        followed = len({article for origin in claim.origins for article in origin.articles})
        part = f", {followed} of them followed" if 0 < followed < len(stating) else ""
        yield Line(parts=(f"behind {counted(len(stating), 'report')}{part}",))


def _otherwise(look: Lookup) -> list[Line]:
    """Who denies something else, and how many declined to comment or did not respond and do not deny it."""
    elsewhere = denials(look.document)[1]
    acts = [{one.stance for one in given} for given in answers(look.document).values()]
    silent = [one for one in acts if "denies" not in one and not one.isdisjoint(SILENT)]
    rows = (
        [Line(parts=("Denials not shown to be of this claim: ", *_names(_deniers(look, elsewhere))))]
        if elsewhere
        else []
    )
    answer = f"No comment or answer from {counted(len(silent), 'party', 'parties')}"
    return [*rows, Line(parts=(answer,))] if silent else rows


def _differ(document: Document) -> Line:
    found = Counter(one.severity for one in document.discrepancies)
    rest = found.total() - found["contradiction"]
    if not found:
        return Line(parts=("No difference was found",))
    heads = [counted(found["contradiction"], "contradiction")] if found["contradiction"] else []
    heads += [counted(rest, "other difference" if heads else "difference")] if rest else []
    return Line(parts=(", ".join(heads),))


def _predicted(document: Document) -> Line:
    found = Counter(outcome_tag(group[0]) for group in predicted(document))
    if not found:
        return Line(parts=("nothing",))
    outcomes = ", ".join(f"{number} {outcome}" for outcome, number in found.items())
    return Line(parts=(f"{counted(found.total(), 'prediction')}: {outcomes}",))


def _unread(document: Document) -> Line:
    skipped = sum(1 for one in document.articles if one.skipped)
    number = skipped + len(document.unread)
    return Line(parts=(counted(number, "input") if number else "nothing",))
