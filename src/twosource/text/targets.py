"""Which party words name, and which propositions name a party."""

from collections.abc import Iterable, Sequence

from twosource.text.places import Places
from twosource.types.article import Article
from twosource.types.claim import Proposition
from twosource.types.party import Party
from twosource.types.span import Span

# Whom fewer than one statement in so many names, they are not about.
_SHARE = 4
_POSSESSIVES = ("'s", "’s", "s'", "s’")


class Directory:
    """The parties of a story by the places that name them."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Takes their mentions."""
        self._mentions = Places((mention, party) for party in parties for mention in party.mentions)

    def party_at(self, span: Span) -> Party | None:
        """The party that these words name: that of the longest mention within them, else of the shortest around them.

        Words about something of a person's ("Finch's office") do not name the person, nor those of whoever owns what
        they are of ("the leader of Tarn's union").
        """
        within, around = [], []
        for mention, party in self._mentions.touching(span):
            if span.covers(mention):
                if _is_inner(mention, span):
                    continue
                if mention == span or not (party.kind == "person" and _owns(mention, span)):
                    within.append((len(mention), -mention.start, party))
            elif mention.covers(span):
                around.append((-len(mention), -mention.start, party))
        hits = within or around
        return max(hits, key=lambda hit: hit[:2])[2] if hits else None

    def named_within(self, article: Article, start: int, end: int) -> list[tuple[int, Party]]:
        """The places (code points) between these two where parties are named by name, with the parties, in order."""
        if start >= end:
            return []
        around = article.span(start, end)
        found = ((mention, party) for mention, party in self._mentions.touching(around) if around.covers(mention))
        return sorted(
            ((one.start, party) for one, party in found if any(letter.isupper() for letter in one.exact)),
            key=lambda named: named[0],
        )


def _is_inner(mention: Span, span: Span) -> bool:
    """Whether it owns what another noun is of: Tarn, in "the leader of Tarn's largest union"."""
    before = span.exact[: mention.start - span.start].split()
    return before[-1:] == ["of"] and _is_possessive(mention, span)


def _owns(mention: Span, span: Span) -> bool:
    """Whether the mention, or what follows it, makes it a possessor within the span."""
    rest = span.exact[mention.end - span.start :]
    return _is_possessive(mention, span) and bool(rest.removeprefix("'s").removeprefix("’s").strip())


def _is_possessive(mention: Span, span: Span) -> bool:
    return mention.exact.endswith(_POSSESSIVES) or span.exact[mention.end - span.start :].startswith(_POSSESSIVES)


def core(propositions: Sequence[Proposition]) -> Proposition | None:
    """What the story is about: the weightiest proposition that is no answer."""
    claimed = [one for one in propositions if one.answer is None] or list(propositions)
    return max(claimed, key=lambda one: (one.weight, one.id), default=None)


class Stated:
    """The propositions of a story by the words that state them; answers are left out."""

    def __init__(self, propositions: Iterable[Proposition]) -> None:
        """Takes the propositions of one story."""
        claimed = (one for one in propositions if one.answer is None)
        self._places = Places((statement.span, one) for one in claimed for statement in one.statements)

    def stated_with(self, answer: Span) -> Proposition | None:
        """The weightiest proposition that is stated in the very words of an answer, if any."""
        return core(self._places.overlapping(answer))


def often_named(parties: Iterable[Party], spans: Sequence[Span]) -> frozenset[str]:
    """The parties (ids) that enough of these words name, for what they state to be about them."""
    stated = Places((span, span) for span in spans)
    found = {party.id: {one for mention in party.mentions for one in stated.covering(mention)} for party in parties}
    return frozenset(key for key, told in found.items() if told and len(told) * _SHARE >= len(spans))


def named_in(proposition: Proposition | None, parties: Iterable[Party]) -> frozenset[str]:
    """The parties (ids) that some statement of the proposition names; none, if there is no proposition."""
    statements = () if proposition is None else proposition.statements
    stated = Places((statement.span, statement) for statement in statements)
    return frozenset(party.id for party in parties if any(stated.covering(mention) for mention in party.mentions))
