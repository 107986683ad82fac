"""Discrepancies of states: out of office and still in it, dead and alive, in earnest and in jest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.compare.contraries import Held, held
from twosource.text.places import Places
from twosource.types.comparison import Discrepancy, Side
from twosource.types.party import Party
from twosource.types.story import Story


def discrepancies_states(story: Story, parties: Sequence[Party]) -> Iterator[Discrepancy]:
    """Finds where reports say of one party that it is in a state, and in the one that excludes it.

    A headline that was never mended says that somebody is out, the report below that he is still in office; one source
    says that it was meant, another that it was said in jest. Each may have been right in its hour, and which is right
    now is not said: the sentences are put side by side. A headline is also held against its own report.

    What it misses on purpose: states that are not in the table (`lexicon/data/contraries.toml`), what may be or is to
    come, questions and conditions, and sentences that do not name who it is just before.
    """
    mentions = Places((mention, party) for party in parties for mention in party.mentions)
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for article in story.articles:
        if article.skipped is None:
            for one in held(article, mentions):
                found[one.party, one.state].append(one)
    names = {party.id: party.name for party in parties}
    for (party, _), each in found.items():
        yield from _over_headlines(names[party], each)
        yield from _between(names[party], each)


def _over_headlines(name: str, each: Sequence[Held]) -> Iterator[Discrepancy]:
    """A headline against the sentences of its own report."""
    for article in dict.fromkeys(one.sentence.article for one in each):
        mine = [one for one in each if one.sentence.article == article]
        heads = [one for one in mine if one.headline]
        body = [one for one in mine if not one.headline and heads and one.contrary != heads[0].contrary]
        if heads and body and all(one.contrary == heads[0].contrary for one in heads):
            yield _discrepancy(name, heads, body)


def _between(name: str, each: Sequence[Held]) -> Iterator[Discrepancy]:
    """What some reports say against what others do."""
    sides = [[one for one in each if one.contrary is contrary] for contrary in (False, True)]
    articles = [{one.sentence.article for one in side} for side in sides]
    if all(articles) and (articles[0] - articles[1] or articles[1] - articles[0]):
        yield _discrepancy(name, *sides)


def _discrepancy(name: str, one: Sequence[Held], other: Sequence[Held]) -> Discrepancy:
    sides = tuple(
        Side(value=side[0].words, spans=tuple(dict.fromkeys(each.sentence for each in side))) for side in (one, other)
    )
    told = "; ".join(f"“{side.value}”" for side in sides)
    return Discrepancy(
        kind="stance",
        severity="unresolved",
        title=f"{name}: {told}",
        sides=sides,
        explanation=f"{told} exclude each other, unless it changed in between.",
    )
