"""Parties: the persons, organisations and outlets of a story, one each over all its reports."""

from collections.abc import Iterator, Sequence

from twosource.detect.parties.groups import grouped
from twosource.detect.parties.known_as import joined
from twosource.detect.parties.references import add_references
from twosource.types.party import Mention, Party
from twosource.types.story import Story


def parties(story: Story, mentions: Sequence[Mention]) -> Iterator[Party]:
    """Brings the mentions of one person or thing together over all reports of the story.

    Whoever counts sources has to know that "Ann Lee", "Lee" and "the mayor" are one. Names are compared without
    titles, initials, company forms and possessive endings; a surname goes to the one person of that name in its
    report, else in reports that share another name with it; an acronym to the name that it abbreviates. Pronouns and
    descriptions (`the company`, `he`) are given to the nearest party that fits, where only one does.

    Missed on purpose: two persons of one surname in one report (the surname alone stays apart); nicknames; former
    names of companies; a description that fits more than one.
    """
    outlets = {article.id: article.outlet for article in story.articles if article.outlet}
    texts = {article.id: article.text for article in story.articles}
    groups = joined(grouped(mentions, outlets), texts)
    add_references(story, groups)
    for group in groups:
        names = group.names
        spans = {mention.span for mention in group.mentions} | set(group.further)
        yield Party(name=names[0], kind=group.kind, aliases=tuple(names[1:]), mentions=tuple(sorted(spans)))
