"""What a story is about, and whether an answer is one to it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.lexicon import words
from twosource.text.denied import denied, is_of_knowing, is_of_oneself, is_of_others, is_of_own_deed, lead
from twosource.text.kin import kin, may_agree
from twosource.text.places import Places, by_article
from twosource.text.referred import is_of_other, points_at_report, tells_of_report
from twosource.text.silence import object_of
from twosource.text.stewards import is_stewards, stewards
from twosource.text.targets import core, often_named
from twosource.text.vocabulary import news
from twosource.text.words import stem
from twosource.types.attribution import Act
from twosource.types.claim import Proposition, Statement, StatementStance
from twosource.types.party import Party, Unnamed
from twosource.types.span import Span
from twosource.types.story import Story

# An answer that shares this much with what the story is about speaks of it; names count nothing, all share them.
_SAME_THINGS = 2
# So many words of a denial's own to one that it shares with the story, and it is about something else.
_OWN_TO_SHARED = 2
# What fewer than one statement in so many says, or names, is not what the story is about.
_SHARE = 4
# So many words of its own do not yet make silence speak of something else.
_FEW = 1
# "Denied that it intends to close it": the deed is the closing.
_AIMS = frozenset({"plan", "intend", "intent", "want"})
# "The report" of a denial is what was told within so many code points before it.
_SHORTLY = 500
# … and "the story" what was told within so many times that.
_FARTHER = 5
# "Denied that there was a truce".
_THERE = re.compile(
    r"\W*(?:that\s+)?there\s+(?:is|are|was|were|has|have|had|will|would)\b(?!\s+(?:\w+ly\s+)?no\b)", re.IGNORECASE
)
_CLAUSE = re.compile(r"\W*that\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """What a party says against the heart of the story; `party` is None for a source without a name."""

    party: Party | None
    proposition: Proposition
    statements: tuple[Statement, ...]


class Matter:
    """The heart of a story, and the words that tell what an answer is about."""

    def __init__(self, propositions: Sequence[Proposition], parties: Sequence[Party], story: Story) -> None:
        """Takes the propositions and parties of one story."""
        self._story = story
        self.heart = core(propositions)
        self._parties = {party.id: party for party in parties}
        called = (name for party in parties for name in (party.name, *party.aliases))
        # A concept is no name, even if a headline in capitals makes it look like one ("SHUT").
        self._plain = {word for name in called for word in news().content(name) if not word.startswith("~")}
        plain = words("denial", "plain", "words")
        self._plain |= {key for word in plain for key in (stem(word), *news().content(word))}
        self._plain |= {"~deny", "~false", "~comment"}
        statements = () if self.heart is None else self.heart.statements
        count = Counter(word for statement in statements for word in self._own(statement.span.exact))
        self._about = {word for word, number in count.items() if number * _SHARE >= len(statements)}
        self._most = {word for word, number in count.items() if 2 * number >= len(statements)}
        self._kin = frozenset() if self.heart is None else kin(self.heart.text)
        self._tells_of_knowing = self.heart is not None and is_of_knowing(self.heart.text)
        self._told = by_article((statement.span for statement in statements), lambda span: span.article)
        self._stated = Places((statement.span, statement.span) for statement in statements)
        self._concerned = often_named(parties, [statement.span for statement in statements])
        self._serving = self._concerned | stewards(parties, self._concerned, story)
        self._plainly = {span for one in propositions for span in one.plainly}
        self._namings = Places(
            (mention, party.id) for party in parties if party.id in self._concerned for mention in party.mentions
        )

    def _own(self, text: str) -> set[str]:
        """What words say beside names and the plain words of an answer."""
        return set(news().content(text)) - self._plain

    def is_plain(self, answer: Span) -> bool:
        """Whether an answer says nothing of its own: "denied the report"."""
        return not self._own(answer.exact)

    def is_answered(self, answer: Span, party: Party | Unnamed | None, act: Act) -> bool:
        """Whether an answer is one to the heart of the story.

        It speaks of the same things; or it says nothing of its own, and the heart names who answers, or it is an outlet
        that could not verify it. Who denies to have known of a thing does not deny it; who speaks of himself alone does
        not, unless the heart is about him; and what is said of a wife says nothing of a daughter. Who speaks for one
        whom the heart names is as good as he.
        """
        if self.heart is None:
            return False
        concerned = self._is_stewards(answer) if party is None else party.id in self._serving
        if act == "denies":
            return answer in self._plainly or self._is_denied(answer, concerned=concerned)
        own = self._own(answer.exact)
        if act == "could_not_verify" and self._is_of_other(answer):
            return False
        concerned = concerned or act == "could_not_verify"
        return len(own & self._about) >= _SAME_THINGS or (concerned and len(own - self._about) <= _FEW)

    def _is_stewards(self, answer: Span) -> bool:
        """Whether one without a name answers who leads, or speaks for, whom the heart names: "the mayor's office"."""
        before = lead(answer.exact)
        named = any(place.end <= answer.start + len(before) for place, _ in self._namings.touching(answer))
        return named and is_stewards(before)

    def _is_denied(self, answer: Span, *, concerned: bool) -> bool:
        words_, by_himself = answer.exact, is_of_own_deed(answer.exact)
        if (not concerned and is_of_oneself(words_)) or is_of_others(words_) or not may_agree(self._kin, kin(words_)):
            return False
        parts = list(denied(words_))
        if not self._tells_of_knowing and any(map(is_of_knowing, parts)):
            return False
        said = [self._own(part) for part in parts]
        if by_himself and not concerned:
            return any(map(self._begins_alike, parts)) and any(self._is_same(own, _SAME_THINGS) for own in said)
        if not any(own - self._about for own in said) and (concerned or self._is_just_told(answer)):
            return any(said) or not (any(map(_is_clause, parts)) or self._is_of_other(answer))
        return self._is_of_same(answer, parts, said, least=1 if by_himself else _SAME_THINGS)

    def _is_of_same(self, answer: Span, parts: Sequence[str], said: Sequence[set[str]], *, least: int) -> bool:
        """Whether what is denied shares enough with the heart, or is called "this account" right behind it."""
        if points_at_report(answer.exact) and self._is_told_within(_SHORTLY, answer):
            return not self._is_of_other(answer)
        if self._names_both(answer) and any(map(self._is_mostly_same, parts)):
            return True
        most = self._about if any(map(_THERE.match, parts)) else self._most
        return any(self._is_same(own, least) or (own & most and own <= self._about) for own in said)

    def _is_mostly_same(self, part: str) -> bool:
        """Whether it says no more of its own than it shares with the heart: enough, beside two names of the heart."""
        own = self._own(part)
        return bool(part.strip()) and len(own - self._about) <= len(own & self._about)

    def _begins_alike(self, part: str) -> bool:
        """Whether the first word of its own is one of the heart: the deed that is denied is that of the heart."""
        first = next((word for word in news().content(part) if word not in self._plain | _AIMS), "")
        return first in self._about

    def _is_just_told(self, answer: Span) -> bool:
        """Whether the heart is stated shortly before, so that "the report" is that."""
        return self._is_told_within(_SHORTLY * (_FARTHER if tells_of_report(answer.exact) else 1), answer)

    def _is_told_within(self, far: int, answer: Span) -> bool:
        return any(answer.start - far <= told.end <= answer.start for told in self._told[answer.article])

    def _is_of_other(self, answer: Span) -> bool:
        """Whether the words before it tell of another matter, so that "the report" is that."""
        article, heart = self._story.article(answer.article), "" if self.heart is None else self.heart.text
        return is_of_other(answer, article, heart, lambda text: self._own(text) & self._about)

    def _names_both(self, answer: Span) -> bool:
        """Whether it names two of those whom the heart names: less in common then tells of the same."""
        return len({party for _, party in self._namings.touching(answer)}) > 1

    def _is_same(self, own: set[str], least: int) -> bool:
        shared = own & self._about
        return len(shared) >= least and len(own - shared) <= _OWN_TO_SHARED * len(shared)

    def is_open(self, answer: Span) -> bool:
        """Whether the words leave open what they answer: silence that names no object, a denial not of another time."""
        return not object_of(answer.exact) and not self._is_of_other(answer)

    def deniers(self, propositions: Sequence[Proposition]) -> list[Denial]:
        """Who denies the heart, in which statements; what the heart itself is stated with is no denial of it."""
        found = []
        for one in propositions:
            party = self._parties.get(one.party or "")
            if one.answer != "denial" or (party is None and one.party is not None):
                continue
            told = tuple(
                statement
                for statement in one.statements
                if (party is not None or _is_anonymous(statement))
                and not self._stated.overlapping(statement.span)
                and self.is_answered(statement.span, party, "denies")
            )
            if told:
                found.append(Denial(party=party, proposition=one, statements=told))
        return found

    def kept(self, silence: Proposition) -> tuple[Statement, ...]:
        """The statements of a party's silence that are answers to the heart of the story."""
        party = self._parties.get(silence.party or "")
        return tuple(
            one
            for one in (silence.statements if party is not None else ())
            if not self._stated.overlapping(one.span) and self.is_answered(one.span, party, "did_not_respond")
        )

    def answered(self, propositions: Sequence[Proposition]) -> Iterator[tuple[Statement, StatementStance]]:
        """The denials of the heart, and the silence of the parties whom it names."""
        for denial in self.deniers(propositions):
            yield from ((statement, "denies") for statement in denial.statements)
        for one in propositions:
            if one.answer == "silence":
                yield from ((statement, "declined_to_comment") for statement in self.kept(one))


def _is_clause(part: str) -> bool:
    """Whether what is denied is told in a clause, so that it is no report of it."""
    return _CLAUSE.match(part) is not None


def _is_anonymous(statement: Statement) -> bool:
    """Whether it is said by a source or a body without a name: not by somebody whom the words do not show."""
    return statement.stance == "attributes"
