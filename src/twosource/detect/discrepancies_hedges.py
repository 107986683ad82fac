"""Discrepancies of hedges: one that is lost from report to report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.text.certainty import Said, hedge_of, is_negated, statements
from twosource.types.attribution import Citation
from twosource.types.comparison import Discrepancy, Side
from twosource.types.figure import Publication
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story

# Sentences say the same if most content words of the firm one, and half of the hedged one's, are in both.
_SAME, _SAME_BACK, _LEAST = 0.6, 0.5, 5
# A word in more sentences than this finds none, and would make the work quadratic.
_MOST_HOLDERS = 500


def discrepancies_hedges(
    story: Story, citations: Sequence[Citation], publications: Sequence[Publication]
) -> Iterator[Discrepancy]:
    """Finds where a hedge is lost: one report says "reportedly", another says the same without it.

    "Reportedly sold" in one report and "sold" in the next is how a rumour becomes a fact. Both places are given; that
    one of them is wrong is not said.

    What it misses on purpose: sentences that share less than most of their content words, or not the verb that is
    hedged; what is attributed or only possible in the other report; and reports known to be earlier than the hedged
    one, as a hedge was added then.
    """
    contents: dict[str, list[Span]] = defaultdict(list)
    for citation in citations:
        contents[citation.article] += citation.content
    written = {article.id: article.published for article in story.articles} | {
        found.article: found.moment for found in publications
    }
    read = [article for article in story.articles if article.skipped is None]
    yield from _lost({article.id: statements(article, contents[article.id]) for article in read}, written)


def _lost(bodies: Mapping[str, Sequence[Said]], written: Mapping[str, Moment]) -> Iterator[Discrepancy]:
    """Each hedged sentence against the flat ones of other reports that say the same."""
    flat = [one for body in bodies.values() for one in body if one.firmness == "flat"]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(flat):
        for word in one.matter:
            holders[word].append(place)
    for hedged in (one for body in bodies.values() for one in body if one.firmness == "hedged"):
        hedge = hedge_of(hedged.span)
        if hedge is None:
            continue
        held = (holders[word] for word in hedged.matter if 0 < len(holders.get(word, ())) <= _MOST_HOLDERS)
        near = [flat[place] for place in sorted({place for places in held for place in places})]
        firm = [
            one.span
            for one in near
            if _is_same(hedged, one, hedge.verb)
            and is_negated(one.span) == is_negated(hedged.span)
            and _may_follow(hedged.span, one.span, written)
        ]
        if firm:
            yield Discrepancy(
                kind="wording",
                severity="scope",
                title=f"A hedge is lost: “{hedge.words}”",
                sides=(Side(value="hedged", spans=(hedged.span,)), Side(value="flat", spans=tuple(firm))),
                explanation=f"One report says “{hedge.words}”, the other says the same without it.",
            )


def _is_same(hedged: Said, flat: Said, verb: frozenset[str]) -> bool:
    shared = len(hedged.matter & flat.matter)
    is_like = shared >= max(_LEAST, _SAME * len(flat.matter), _SAME_BACK * len(hedged.matter))
    return is_like and verb <= flat.matter


def _may_follow(hedged: Span, flat: Span, written: Mapping[str, Moment]) -> bool:
    """Whether the flat words stand in another report that is not known to be the earlier one."""
    first, second = written[hedged.article].earliest, written[flat.article].latest
    return hedged.article != flat.article and (first is None or second is None or second >= first)
