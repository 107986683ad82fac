"""What a story is about, and whether an answer is one to it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from twosource.lexicon import words
from twosource.text.targets import core, named_in
from twosource.text.vocabulary import news
from twosource.text.words import stem
from twosource.types.attribution import Act
from twosource.types.claim import Proposition, StatementStance
from twosource.types.party import Party, Unnamed
from twosource.types.span import Span

# An answer that shares this much with what the story is about speaks of it; names count nothing, all share them.
_SAME_THINGS = 2
_SHARE = 4
# So many words of its own do not yet make silence speak of something else; a denial says what it denies.
_FEW = {False: 1, True: 0}


class Matter:
    """The heart of a story, and the words that tell what an answer is about."""

    def __init__(self, propositions: Sequence[Proposition], parties: Sequence[Party]) -> None:
        """Takes the propositions and parties of one story."""
        self.heart = core(propositions)
        self._parties = {party.id: party for party in parties}
        self._named = named_in(self.heart, parties)
        called = (name for party in parties for name in (party.name, *party.aliases))
        self._plain = {word for name in called for word in news().content(name)}
        plain = words("denial", "plain", "words")
        self._plain |= {key for word in plain for key in (stem(word), *news().content(word))}
        self._plain |= {"~deny", "~false", "~comment"}
        statements = () if self.heart is None else self.heart.statements
        count = Counter(word for statement in statements for word in self._own(statement.span))
        # what only some of many statements say is not what the story is about
        self._about = {word for word, number in count.items() if number * _SHARE >= len(statements)}

    def _own(self, span: Span) -> set[str]:
        """What words say beside names and the plain words of an answer."""
        return set(news().content(span.exact)) - self._plain

    def is_plain(self, answer: Span) -> bool:
        """Whether an answer says nothing of its own: "denied the report"."""
        return not self._own(answer)

    def is_answered(self, answer: Span, party: Party | Unnamed, act: Act) -> bool:
        """Whether an answer is one to the heart of the story.

        It speaks of the same things; or it says nothing of its own, and the heart names who answers, or it is an outlet
        that could not verify it.
        """
        if self.heart is None:
            return False
        own = self._own(answer)
        if len(own & self._about) >= _SAME_THINGS:
            return True
        concerned = act == "could_not_verify" or party.id in self._named
        return concerned and len(own - self._about) <= _FEW[act == "denies"]

    def deniers(self, propositions: Sequence[Proposition]) -> list[tuple[Party, Proposition]]:
        """Who denies the heart, with the denial: those who state it themselves are left out."""
        found = []
        for one in propositions:
            party = self._parties.get(one.party or "")
            if party is None or one.answer != "denial" or self._is_stated_in(one):
                continue
            if any(self.is_answered(statement.span, party, "denies") for statement in one.statements):
                found.append((party, one))
        return found

    def is_kept_from(self, silence: Proposition, party: Party) -> bool:
        """Whether a party's silence is one to the heart of the story."""
        spans = [statement.span for statement in silence.statements]
        return any(self.is_answered(span, party, "did_not_respond") for span in spans)

    def answered(self, propositions: Sequence[Proposition]) -> Iterator[tuple[Proposition, StatementStance]]:
        """The denials of the heart, and the silence of the parties whom it names."""
        yield from ((one, "denies") for _, one in self.deniers(propositions))
        for one in propositions:
            party = self._parties.get(one.party or "")
            if party is not None and one.answer == "silence" and self.is_kept_from(one, party):
                yield one, "declined_to_comment"

    def _is_stated_in(self, denial: Proposition) -> bool:
        mine = [] if self.heart is None else [statement.span for statement in self.heart.statements]
        return any(span.overlaps(statement.span) for span in mine for statement in denial.statements)
