"""Which report carries which claim, and how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.export.claimed import is_answer
from twosource.export.document import ArticleRecord, ClaimRecord, Document, StatementRecord, Words
from twosource.export.naming import UNSOURCED, sourced
from twosource.export.numbers import counted, interval
from twosource.export.sections.line import Line, Name, Part, Section, joined
from twosource.export.sections.lookup import Lookup, claim_text
from twosource.text.vocabulary import news

# How a report carries a claim, the most committed first; then what it prints against it.
CARRIED = {
    "asserts": "own voice",
    "attributes": "attributed",
    "hedges": "hedged",
    "present": "in other words",
    "absent": "not found",
}
ANSWERED = {
    "denies": "denied",
    "could_not_verify": "not verified",
    "declined_to_comment": "no comment",
    "did_not_respond": "no answer",
}

# More rows than this no eye compares; the further claims follow as a list.
_MOST_ROWS = 40
_FIRST_ROWS = 12
# Statements that come this near to the claim, against the nearest, speak for their report.
_NEAR = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A claim in a report: how it is carried, what answer is printed with it, and the words of both.

    `carried` is empty where nothing was looked for. The words of an absent claim are those that come nearest to it.
    """

    article: str
    carried: str
    answered: str
    words: tuple[Words, ...]

    @property
    def label(self) -> str:
        """What the cell says."""
        return ", ".join(text for text in (CARRIED.get(self.carried, ""), ANSWERED.get(self.answered, "")) if text)


class Claims(Section):
    """Claims by reports."""

    key = "claims"
    first = _FIRST_ROWS
    title = "Claims and reports"
    shows = "Which report carries which claim, in whose voice, and with which denial."
    how_to_read = (
        "One row is a claim, one column a report; where there are many reports, each mark has its report's number. "
        "A full square: the report says it in its own voice. A ring: attributed to somebody. A striped square: hedged. "
        "A dot: not found; for the story's own claims it opens the words that come nearest. A red corner: the report "
        "prints a denial with it; an ochre corner: no answer, or no comment. Claims that fewer reports carry follow."
    )
    cannot_see = (
        "A claim that a report makes in words too far from the others. “Not found” is not “left out on purpose”."
    )
    empty = "No claim was found."

    def lines(self, document: Document) -> list[Line]:
        """One line a claim; below it, one for each way in which reports carry it. Claims of one report come last."""
        look = Lookup(document)
        return [_line(claim, cells(look, claim)) for claim in compared(look)] + self.further(look)

    def further(self, look: Lookup) -> list[Line]:
        """The other claims, in one folded line."""
        told = {claim.id for claim in compared(look)}
        others = (claim for claim in look.document.claims if claim.id not in told)
        children = tuple(_further(look, claim) for claim in others if not is_answer(look.document, claim))
        title = counted(len(children), "further claim", "further claims")
        return [Line(parts=(title,), children=children, folded=True)] if children else []


def compared(look: Lookup) -> list[ClaimRecord]:
    """The rows of the table: the story's own claims, then those that the most reports carry, two at least.

    What a party answers to them stands in their own rows.
    """
    claims = [claim for claim in look.document.claims if not is_answer(look.document, claim)]
    core = [claim for claim in claims if claim.id in look.core]
    others = [claim for claim in claims if claim.id not in look.core and len(look.carriers(claim)) > 1]
    others.sort(key=lambda claim: -len(look.carriers(claim)))
    return [*core, *others[: max(0, _MOST_ROWS - len(core))]]


def origins_in_brief(look: Lookup, claim: ClaimRecord) -> tuple[Part, ...]:
    """How many origins a claim has, and which, after its words; nothing if none was found."""
    if not claim.origins:
        return ()
    bounds = claim.independent_origins
    named, own = sourced(look.document, claim)
    ends = [joined([(Name(origin.name),) for origin in named])] if named else []
    if own:
        ends.append(
            (f"{counted(len(own.articles), 'report names', 'reports name')} no source",) if named else (UNSOURCED,)
        )
    return (f", independent origins: {interval(bounds.low, bounds.high)}: ", *joined(ends, "; "))


def cells(look: Lookup, claim: ClaimRecord) -> list[Cell]:
    """The row of a claim: one cell a report, in their order."""
    found: dict[str, list[StatementRecord]] = {}
    for statement in claim.statements:
        found.setdefault(statement.span.article, []).append(statement)
    return [_cell(look, claim, article, found) for article in look.document.articles]


def cells_by_article(look: Lookup, claim: ClaimRecord) -> dict[str, Cell]:
    """The row of a claim by the id of the report."""
    return {cell.article: cell for cell in cells(look, claim)}


def _cell(
    look: Lookup, claim: ClaimRecord, article: ArticleRecord, found: Mapping[str, Sequence[StatementRecord]]
) -> Cell:
    """What a report does to a claim; a copy that carries it does so as the report that it repeats."""
    statements = found.get(article.id, ())
    stances = {statement.stance for statement in statements}
    carried = _voice(look, claim, statements)
    answered = next((stance for stance in ANSWERED if stance in stances), "")
    words = [statement.span for statement in statements]
    known = look.coverage.get((claim.id, article.id))
    if known and not carried:
        repeated = found.get(article.repeats or "", ())
        carried = (_voice(look, claim, repeated) or "present") if known.state == "present" else "absent"
        words = words or [span for span in (known.span, known.nearest) if span]
    return Cell(article=article.id, carried=carried, answered=answered, words=tuple(words))


def _voice(look: Lookup, claim: ClaimRecord, answers: Sequence[StatementRecord]) -> str:
    """How the words of a report that come nearest to the claim carry it; of several, those on somebody's word.

    A headline has no room for who says so: where words below it carry the claim, they tell. What a report says beside
    the claim in its own voice does not make the claim its own.
    """
    statements = look.below_headlines([one for one in answers if one.stance in CARRIED])
    given = {one.stance for one in statements}
    if len(given) < 2:  # noqa: PLR2004 -- there is nothing to choose
        return next(iter(given), "")
    said = set(news().content(claim.text))
    near = [len(said & (own := set(news().content(one.span.exact)))) / max(1, len(said | own)) for one in statements]
    best = max(near, default=0.0)
    stances = {one.stance for one, value in zip(statements, near, strict=True) if value >= _NEAR * best}
    return next((stance for stance in ("attributes", "hedges", "asserts") if stance in stances), "")


def _further(look: Lookup, claim: ClaimRecord) -> Line:
    spans = tuple(statement.span for statement in claim.carried())
    parts = (claim_text(claim), *origins_in_brief(look, claim))
    return Line(parts=parts, spans=spans or tuple(_present(look, claim)), tag=claim.status)


def _present(look: Lookup, claim: ClaimRecord) -> Iterator[Words]:
    for article in look.carriers(claim):
        if (known := look.coverage.get((claim.id, article))) and known.span:
            yield known.span


def _line(claim: ClaimRecord, row: list[Cell]) -> Line:
    children = tuple(_group(label, found) for _, label, found in _groups(row))
    return Line(parts=(claim_text(claim),), children=children, tag=claim.status, folded=not claim.core)


def voiced(look: Lookup, claim: ClaimRecord) -> list[tuple[str, Line]]:
    """In how many reports a claim is carried in which way, and answered how: the way, and a line."""
    return [(state, _group(label, found)) for state, label, found in _groups(cells(look, claim))]


def _groups(row: list[Cell]) -> list[tuple[str, str, list[Cell]]]:
    """The cells by how they carry the claim, then by what answer they print; a way that no cell has is left out."""
    groups = [(state, label, [cell for cell in row if cell.carried == state]) for state, label in CARRIED.items()]
    groups += [(act, label, [cell for cell in row if cell.answered == act]) for act, label in ANSWERED.items()]
    return [group for group in groups if group[2]]


def _group(label: str, found: list[Cell]) -> Line:
    spans = tuple(span for cell in found for span in cell.words)
    return Line(parts=(f"{label}: {len(found)}",), spans=spans)
