"""Pronouns and descriptions: whom `he`, `it`, `the company` stand for, where that is plain."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.detect.parties.groups import Group
from twosource.lexicon.grammar import nouns
from twosource.lexicon.names import listed
from twosource.text.clauses import Sentence, sentences_of
from twosource.types.article import Article, Block
from twosource.types.span import Span
from twosource.types.story import Story

_PERSONAL = frozenset({"he", "she"})
_COMPANY = frozenset(
    {
        "company",
        "firm",
        "carmaker",
        "automaker",
        "manufacturer",
        "giant",
        "startup",
        "retailer",
        "bank",
        "airline",
        "corporation",
        "conglomerate",
    }
)
_REACH = 3
_TITLE_REACH = 60
_NAME_REACH = 160
_NOUN_BEFORE = re.compile(r"\b[Tt]he (?:\w+ )?(\w+), (?:the )?$")  # the operator, Orlon Freight
_NOUN_AFTER = re.compile(r"(?:[A-Z&][\w&.'’-]* ?){1,6}, the (?:\w+ )?(\w+),")  # Orlon Freight, the operator,


@dataclass(slots=True)
class _Named:
    group: Group
    place: int


def add_references(story: Story, groups: list[Group]) -> None:
    """Adds to each group the pronouns and descriptions that stand for it.

    Of a copy only some sentences are at hand, so that who was named before is not known.
    """
    for group in groups:
        group.called = group.names
    named = _named(groups)
    parts = {copy.article for copy in story.copies}
    for article in story.articles:
        if not article.skipped and article.id not in parts:
            for group, span in _resolved(article, named[article.id]):
                group.further.append(span)


def _named(groups: list[Group]) -> dict[str, list[_Named]]:
    """Who is named in each report, by place."""
    found: dict[str, list[_Named]] = defaultdict(list)
    for group in groups:
        for mention in group.mentions:
            found[mention.span.article].append(_Named(group, mention.span.start))
    for named in found.values():
        named.sort(key=lambda one: one.place)
    return found


def _resolved(article: Article, named: list[_Named]) -> Iterator[tuple[Group, Span]]:
    recent: list[list[Group]] = []
    roles = _roles(article, named)
    focus: Group | None = None
    at = 0
    for block in article.passages("body"):
        for row in sentences_of(article.text[block.start : block.end]):
            start, end = block.start + row[0].start, block.start + row[-1].end
            while at < len(named) and named[at].place < start:
                at += 1
            here = [one for one in named[at : at + 40] if one.place < end]
            for kind, first, stop in (*_references(row), *_titles(row, roles)):
                place = block.start + row[first].start
                group = (
                    roles.get(kind)
                    if kind not in {"person", "company"}
                    else _antecedent(kind, [one.group for one in here if one.place < place], recent, focus)
                )
                if group is not None:
                    yield group, article.span(place, block.start + row[stop - 1].end)
            persons = [one.group for one in here if one.group.kind == "person"]
            if here:
                recent = [*recent[-_REACH + 1 :], [one.group for one in here]]
            if persons:
                focus = persons[0] if len({id(one) for one in persons}) == 1 else _leading(row, here, block)


def _roles(article: Article, named: list[_Named]) -> dict[str, Group]:
    """Titles in lower case and the one who bears each in this report: `the deputy mayor`, `the council`."""
    found: dict[str, dict[int, Group]] = {}
    for one in named:
        for noun in _nouns_of(one, article):
            found.setdefault(noun, {})[id(one.group)] = one.group
        if one.group.kind == "person":
            title = _title_before(article.text[max(0, one.place - _TITLE_REACH) : one.place])
            if title:
                found.setdefault(title, {})[id(one.group)] = one.group
    return {title: next(iter(groups.values())) for title, groups in found.items() if len(groups) == 1}


def _nouns_of(one: _Named, article: Article) -> set[str]:
    """The nouns that a body's name ends in, or begins with before `of`, and those that it is in apposition to."""
    if one.group.kind != "organization":
        return set()
    words = one.group.called[0].lower().split()
    lead, rest = article.text[max(0, one.place - _TITLE_REACH) : one.place], article.text[one.place :][:_NAME_REACH]
    beside = [match[1] for match in (_NOUN_BEFORE.search(lead), _NOUN_AFTER.match(rest)) if match]
    own = {words[-1]} | ({words[0]} if words[1:2] == ["of"] else set()) if len(words) > 1 else set()
    return (own | {word.lower() for word in beside}) & nouns("organisations") - _COMPANY


def _title_before(lead: str) -> str:
    """The title at the end of these words, without the body that it belongs to."""
    kept: list[str] = []
    for word in reversed(lead.replace("’s", "").split()):
        low = word.lower().strip(".")
        if (
            low not in listed("titles") | listed("before_titles")
            or word.endswith(",")
            or low in {"mr", "mrs", "ms", "white", "house"}
        ):
            break
        kept.append(low)
    title = [low for low in reversed(kept) if low not in {"former", "then", "current", "ex"}]
    return (
        " ".join(title)
        if title
        and title[-1]
        not in {
            "dr",
            "rep",
            "sen",
            "representative",
            "senator",
            "gov",
            "spokesman",
            "spokeswoman",
            "analyst",
            "reporter",
        }
        else ""
    )


def _titles(row: Sentence, roles: dict[str, Group]) -> Iterator[tuple[str, int, int]]:
    """`the president`, `the deputy mayor` without a name after it."""
    for place, token in enumerate(row):
        if token.low != "the":
            continue
        for stop in range(min(len(row), place + 5), place + 1, -1):
            title = " ".join(one.low for one in row[place + 1 : stop])
            if title in roles and not (
                stop < len(row) and (row[stop].is_capital or row[stop].low in {"'s", "of", "for"})
            ):
                yield title, place, stop
                break


def _leading(row: Sentence, here: list[_Named], block: Block) -> Group | None:
    """The person whose name begins the sentence, unless it is `Ann Lee and Tom Ray`."""
    first, second = here[0], here[1]
    joined = [token.low for token in row if first.place < block.start + token.start < second.place]
    if second.group.kind == "person" and "and" in joined:
        return None
    return first.group if first.group.kind == "person" and first.place - block.start - row[0].start < 40 else None


def _references(row: Sentence) -> Iterator[tuple[str, int, int]]:
    for place, token in enumerate(row):
        if token.is_quoted:
            continue
        if token.low in _PERSONAL and not (token.is_capital and place and row[place - 1].is_word):
            yield "person", place, place + 1
        elif token.low == "the" and place + 1 < len(row) and row[place + 1].bare in _COMPANY:
            yield "company", place, place + 2


def _antecedent(kind: str, before: list[Group], recent: list[list[Group]], focus: Group | None) -> Group | None:
    if kind == "person":
        persons = {id(group): group for group in before if group.kind == "person"}
        if len(persons) == 1:
            return next(iter(persons.values()))
        return focus if not persons else None
    for groups in [before, *reversed(recent)]:
        bodies = {id(group): group for group in groups if group.kind == "organization" and _is_company(group)}
        if len(bodies) == 1:
            return next(iter(bodies.values()))
        if bodies:
            return None
    return None


def _is_company(group: Group) -> bool:
    """Whether it may be a company: no body of a state, no acronym of one."""
    words = {word for name in group.called for word in name.lower().split()}
    return not words & {
        "department",
        "ministry",
        "committee",
        "court",
        "senate",
        "house",
        "congress",
        "agency",
        "commission",
        "fbi",
        "cia",
        "pentagon",
        "nasa",
        "university",
        "council",
        "party",
        "police",
        "army",
        "government",
        "association",
        "institute",
        "white",
    } | (words & nouns("documents"))
