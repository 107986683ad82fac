"""Discrepancies of headlines: one that says more than its own report bears out."""

from collections.abc import Iterator, Sequence

from twosource.text.certainty import Firmness, Said, firmness, is_labelled, is_negated, matter, statements
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.attribution import Citation
from twosource.types.comparison import Discrepancy, Side
from twosource.types.figure import Figure
from twosource.types.span import Span

# A headline is short, and its report longer: it is enough that most of the headline is in a sentence.
_SAME, _LEAST = 0.6, 4
_MOST = ("at_most", "less_than")


def discrepancies_headlines(
    article: Article, citations: Sequence[Citation], figures: Sequence[Figure]
) -> Iterator[Discrepancy]:
    """Finds headlines that say more than their report: without its hedge, without its source, or a firmer figure.

    Most people read the headline only. One that says flatly what its report gives on somebody's word, or with a hedge,
    says more than the report bears out; so does one that prints a number where the report has "up to" that number. Both
    places are given; that the headline is wrong is not said.

    What it misses on purpose: headlines of plans and possibilities, questions, headlines that name who says so or whose
    own announcement it is, and those whose report says the same flatly anywhere.
    """
    body = statements(article, [part for citation in citations for part in citation.content])
    yield from _over_headline(article, citations, body)
    yield from _over_figure(article, figures)


def _over_headline(article: Article, citations: Sequence[Citation], body: Sequence[Said]) -> Iterator[Discrepancy]:
    """A flat headline against the sentences of its report that say the same, none of them flatly."""
    contents = [part for citation in citations for part in citation.content]
    for head in sentences(article, "headline"):
        about = matter(head.exact)
        if len(about) < _LEAST or firmness(head, contents, is_headline=True) != "flat":
            continue
        same = [one for one in body if len(one.matter & about) >= max(_LEAST, _SAME * len(about))]
        softer = [one for one in same if one.firmness in _soft(head) and is_negated(one.span) == is_negated(head)]
        best = max(softer, key=lambda one: (len(one.matter & about), -one.span.start), default=None)
        is_soft = all(one.firmness in ("attributed", "hedged") for one in same)
        if best and is_soft and not _speaks(best, about, citations):
            yield Discrepancy(
                kind="attribution" if best.firmness == "attributed" else "wording",
                severity="scope",
                title=f"Headline flat, report {best.firmness}",
                sides=(Side(value="headline", spans=(head,)), Side(value=best.firmness, spans=(best.span,))),
                explanation="The headline says it flatly; the report has it "
                + ("on somebody's word." if best.firmness == "attributed" else "with a hedge."),
            )


def _over_figure(article: Article, figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """A figure of the headline that the report only gives as the most that it may be."""
    body = [figure for figure in figures if article.kind_at(figure.span.start) == "body"]
    for head in figures:
        if head.value is None or head.bound in _MOST or article.kind_at(head.span.start) != "headline":
            continue
        same = [figure for figure in body if (figure.value, figure.unit) == (head.value, head.unit)]
        if same and all(figure.bound in _MOST for figure in same):
            yield Discrepancy(
                kind="quantity",
                severity="scope",
                title=f"Headline: {head.span.exact}; report: {same[0].span.exact}",
                sides=(
                    Side(value="headline", spans=(head.span,)),
                    Side(value="at most", spans=tuple(figure.span for figure in same)),
                ),
                explanation="The report gives the headline's figure only as the most that it may be.",
            )


def _speaks(said: Said, about: frozenset[str], citations: Sequence[Citation]) -> bool:
    """Whether the one who says so is named in the headline: its own announcement needs nobody else's word."""
    sources = (one.source for one in citations if one.source and said.span.covers(one.source))
    return said.firmness == "attributed" and any(matter(source.exact) & about for source in sources)


def _soft(head: Span) -> tuple[Firmness, ...]:
    """What says less than this headline; a label before a colon may be the one who says so."""
    return ("hedged",) if is_labelled(head) else ("attributed", "hedged")
