"""Claims: propositions followed to where their chains end."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from twosource.text.chains.count import independent, reason
from twosource.text.chains.ends import End
from twosource.text.chains.story import Chains
from twosource.text.matter import Matter
from twosource.text.targets import named_in
from twosource.types.attribution import Attribution, Response
from twosource.types.claim import Claim, Origin, Proposition, Statement, Status
from twosource.types.comparison import Reuse
from twosource.types.party import Party
from twosource.types.story import Story

# A story is about its weightiest proposition, and about what is nearly as weighty.
_NEARLY = 0.75
# What one report says among its first passages weighs this much at least: see text/judging/groups.py.
_LEAD = 1.0


def claims(
    story: Story,
    propositions: Sequence[Proposition],
    attributions: Sequence[Attribution],
    responses: Sequence[Response],
    parties: Sequence[Party],
    reuse: Sequence[Reuse],
) -> Iterator[Claim]:
    """What is claimed, on whose word, and how many independent origins that word has.

    Each statement's chain is followed to its end: a person, an organisation, unnamed people of one outlet, or an outlet
    in its own voice. All unnamed sources of one outlet are one origin; copies count once; a report that states in its
    own voice what others attribute is taken to retell it. The lower bound counts ends that are shown to be distinct,
    the upper those that are not shown to depend on one another. Kept are propositions of two reports or more, those
    that head a report on somebody's word, and denials.
    """
    followed = Chains(story, attributions, parties, reuse)
    matter = Matter(propositions, parties, story)
    heart, denied = matter.heart, matter.deniers(propositions)
    denials = {one.proposition.id for one in denied}
    deniers = {one.party.id for one in denied if one.party is not None}
    alone = len({story.original(article.id) for article in story.articles if article.skipped is None}) == 1
    named = named_in(heart, parties)
    for proposition in propositions:
        if not _is_kept(proposition, story, alone=alone):
            continue
        chains = followed.ends(proposition)
        if proposition is heart:  # who denies it is not its source, whatever else a report has of them beside it
            chains = [end for end in chains if end.key not in deniers] or chains
        left = followed.left(proposition, chains)
        low, high = independent(chains, proposition, left)
        yield Claim(
            text=proposition.text,
            core=_is_core(proposition, heart, denials, named),
            statements=proposition.statements,
            origins=tuple(_origins(chains)),
            low=low,
            high=high,
            why=reason(chains, left),
            status=_status(chains, denied=bool(denials) and proposition is heart),
            answers=tuple(_answers(propositions, responses, matter)) if proposition is heart else (),
        )


def _answers(propositions: Sequence[Proposition], responses: Sequence[Response], matter: Matter) -> Iterator[Statement]:
    """What parties say to the heart of the story, each statement with its act."""
    acts = {response.words: response.act for response in responses}
    for statement, act in matter.answered(propositions):
        yield replace(statement, stance=acts.get(statement.span, act))


def _is_kept(proposition: Proposition, story: Story, *, alone: bool) -> bool:
    """Of two reports; or an answer; or attributed near a report's head; in a story of one report all attributed."""
    articles = {story.original(statement.span.article) for statement in proposition.statements}
    sourced = any(statement.attribution for statement in proposition.statements)
    return len(articles) > 1 or proposition.party is not None or (sourced and (alone or proposition.weight >= _LEAD))


def _is_core(proposition: Proposition, heart: Proposition | None, denials: set[str], named: Container[str]) -> bool:
    """The heart of the story, what is nearly as weighty, its denials, and the silence of those whom it names."""
    if heart is None or proposition is heart:
        return proposition is heart
    if proposition.answer is None:
        return proposition.weight >= _NEARLY * heart.weight
    return proposition.id in denials or (proposition.answer == "silence" and proposition.party in named)


def _origins(chains: Sequence[End]) -> Iterator[Origin]:
    for number, end in enumerate(chains, start=1):
        yield Origin(id=f"o{number}", name=end.name, kind=end.kind, articles=end.articles, via=end.via, spans=end.spans)


def _status(chains: Sequence[End], *, denied: bool) -> Status:
    """Denied: somebody whom it names denies it. Disputed: so, while somebody on record asserts it."""
    named = any(end.kind in ("person", "organization") for end in chains)
    if denied:
        return "disputed" if named else "denied"
    return "attributed" if named else "unconfirmed"
