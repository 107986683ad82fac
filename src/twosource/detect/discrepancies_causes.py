"""Discrepancies of causes: one act, and other reasons for it from report to report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.text.compare.causes import Cause, causes, is_of_one
from twosource.text.compare.sides import side_of
from twosource.text.places import Places
from twosource.text.vocabulary import news
from twosource.types.comparison import Discrepancy
from twosource.types.party import Party
from twosource.types.story import Story


def discrepancies_causes(story: Story, parties: Sequence[Party]) -> Iterator[Discrepancy]:
    """Finds acts for which reports give different reasons, and meetings that are said to be for different things.

    "Withdrew because of her health" in one report, "withdrew due to the inquiry" in another: both may be so, but each
    report lets its reader take its own reason for the whole. That one of them is wrong is not said.

    What it misses on purpose: reasons that share a word with each other, which may be one in other words; acts told
    with another verb, or without the name of who acted next to it; reasons of one report only.
    """
    acting = [party for party in parties if party.kind not in ("place", "publication")]
    mentions = Places((mention, party) for party in acting for mention in party.mentions)
    names = frozenset(
        word for party in parties for name in (party.name, *party.aliases) for word in news().content(name)
    )
    told = [one for article in story.articles if article.skipped is None for one in causes(article, mentions)]
    of: dict[str, list[Cause]] = defaultdict(list)
    for one in told:
        for party in sorted(one.parties):
            of[party].append(one)
    taken: set[Cause] = set()
    for one in told:
        if one not in taken:
            near = dict.fromkeys(two for party in sorted(one.parties) for two in of[party])
            others = [two for two in near if two not in taken and _differ(one, two, names)]
            kept = [one, *_apart(others)]
            if len(kept) > 1:
                taken.update(kept)
                yield _discrepancy(kept)


def _differ(one: Cause, two: Cause, names: frozenset[str]) -> bool:
    return one.words.article != two.words.article and is_of_one(one, two, names) and not one.about & two.about


def _apart(others: Sequence[Cause]) -> list[Cause]:
    """Those that share no word with each other, so that each side is another reason; the first of each report."""
    kept: list[Cause] = []
    for two in others:
        if all(not two.about & three.about and two.words.article != three.words.article for three in kept):
            kept.append(two)
    return kept


def _discrepancy(found: Sequence[Cause]) -> Discrepancy:
    what = "What the meeting is for" if found[0].purpose else "Why"
    sides = tuple(side_of([one.words]) for one in found)
    return Discrepancy(
        kind="scope",
        severity="scope",
        title=f"{what}: {'; '.join(f'“{side.value}”' for side in sides)}",
        sides=sides,
        explanation="The reports give different reasons; they may all be true.",
    )
