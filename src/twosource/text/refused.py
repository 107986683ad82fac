"""What sources plainly say no to: "he would not resign", where the story is that he will."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.text.nameless import is_body
from twosource.text.places import Places
from twosource.text.refuting import Refuted
from twosource.text.stewards import is_stewards, stewards
from twosource.text.targets import often_named
from twosource.types.attribution import Attribution
from twosource.types.claim import Statement
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


class Refusals:
    """The heart of a story, and who says plainly that it is not so."""

    def __init__(
        self, story: Story, stated: Sequence[Statement], attributions: Iterable[Attribution], parties: Sequence[Party]
    ) -> None:
        """Takes the statements of the heart."""
        self._story = story
        self._said = {one.id: one for one in attributions}
        self._parties = {party.id: party for party in parties}
        spans = [one.span for one in stated]
        served = often_named(parties, spans)
        self._concerned = served | stewards(parties, served, story)
        named = [party for party in parties if party.id in self._concerned]
        self._namings = Places((mention, party.id) for party in named for mention in party.mentions)
        self._refuted = Refuted([span.exact for span in spans], named)

    def of(self, statement: Statement) -> Span | None:
        """The sentence of a source's words that says no; None where none does."""
        speaker = self._speaker(statement)
        if statement.attribution is None:
            return None
        party = self._parties.get(speaker or "")
        concerned = speaker in self._concerned or (party is None and self._is_stewards(statement))
        may_foretell = concerned or self._is_body(statement, party)
        found = self._refuted.by(statement.span.exact, concerned=concerned, may_foretell=may_foretell)
        if found is None:
            return None
        start, end = (statement.span.start + place for place in found)
        return self._story.article(statement.span.article).span(start, end)

    def _source(self, statement: Statement) -> Span | None:
        said = self._said.get(statement.attribution or "")
        return None if said is None else said.citation.source

    def _is_stewards(self, statement: Statement) -> bool:
        source = self._source(statement)
        if source is None:
            return False
        if is_body(source.exact) and self._refuted.names(source.exact):
            return True  # the council, in a story about a council
        return is_stewards(source.exact) and bool(self._namings.touching(source))

    def _is_body(self, statement: Statement, party: Party | None) -> bool:
        source = self._source(statement)
        return party.kind == "organization" if party else source is not None and is_body(source.exact)

    def _speaker(self, statement: Statement) -> str | None:
        said = self._said.get(statement.attribution or "")
        return None if said is None else said.speaker

    def taken(self, groups: Iterable[list[Statement]]) -> Iterator[tuple[str | None, Statement]]:
        """Takes out of these groups what says no, and gives it, with who says it (the id of a party)."""
        held = list(groups)
        found: dict[Statement, Span] = {}
        for statement in dict.fromkeys(one for group in held for one in group):
            if statement.stance == "attributes" and (span := self.of(statement)) is not None:
                found[statement] = span
        for group in held:
            group[:] = [one for one in group if one not in found]
        for statement, span in found.items():
            told = Statement(span=span, attribution=statement.attribution, stance="attributes")
            yield self._speaker(statement), told

    def among(self, statements: Iterable[Statement]) -> set[Span]:
        """The words of those statements that say no."""
        return {one.span for one in statements if self.of(one) is not None}
