"""Pronouns and descriptions: whom `he`, `it`, `the company` stand for, where that is plain."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from twosource.detect.parties.antecedents import Antecedents, Named
from twosource.detect.parties.appositions import beside
from twosource.detect.parties.group import Group
from twosource.detect.parties.repeats import Repeats
from twosource.lexicon.grammar import nouns
from twosource.lexicon.names import listed
from twosource.text.clauses import Sentence, sentences_of
from twosource.types.article import Article
from twosource.types.span import Span
from twosource.types.story import Story

_ONCE = frozenset({"former", "then", "ex", "late"})
_SHARED = frozenset(
    {"dr", "rep", "sen", "representative", "senator", "gov", "spokesman", "spokeswoman", "analyst", "reporter"}
)  # titles of many
_MINISTERS = frozenset({"minister", "secretary"})
_BODIES = frozenset({"house", "state", "congress", "senate", "court"})
_MOST = 40  # names that are looked at in one sentence
_TITLE_REACH = 60
_NAME_REACH = 160
_IS = re.compile(
    r" (?:is|was named|was elected|became|serves as) (?:the |its |their )?((?:[a-z]+ ){0,2}[a-z]+)"
    r"(?: (?:of|at|in|for)\b|\.)"
)
_NOUN_BEFORE = re.compile(r"\b[Tt]he (?:\w+ )?(\w+), (?:the )?$")  # the operator, Orlon Freight
_NOUN_AFTER = re.compile(r"(?:[A-Z&][\w&.'’-]* ?){1,6}, the (?:\w+ )?(\w+),")  # Orlon Freight, the operator,


def add_references(story: Story, groups: list[Group]) -> None:
    """Adds to each group the pronouns and descriptions that stand for it.

    Of a copy only some sentences are at hand, so that who was named before is not known.
    """
    for group in groups:
        group.called = group.names
    named, repeats = _named(groups), Repeats(groups)
    parts = {copy.article for copy in story.copies}
    whole = [article for article in story.articles if not article.skipped and article.id not in parts]
    borne = {article.id: _roles(article, named[article.id]) for article in whole}
    holders = _holders(borne.values())
    for article in whole:
        roles = {title: group for title, group in borne[article.id].items() if id(group) in holders[title]}
        roles = {**_elsewhere(borne.values(), named[article.id]), **roles}
        again = list(repeats.within(article))
        names = [*named[article.id], *(Named(group, span.start, span.end) for group, span in again)]
        names.sort(key=lambda one: one.place)
        for group, span in (*again, *_resolved(article, names, roles)):
            group.further.append(span)


def _named(groups: list[Group]) -> dict[str, list[Named]]:
    """Who is named in each report, by place."""
    found: dict[str, list[Named]] = defaultdict(list)
    for group in groups:
        for mention in group.mentions:
            found[mention.span.article].append(Named(group, mention.span.start, mention.span.end))
    for named in found.values():
        named.sort(key=lambda one: one.place)
    return found


def _holders(borne: Iterable[dict[str, Group]]) -> dict[str, set[int]]:
    """For each title those who bear it in most reports: who bears it in fewer bore it at another time."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for roles in borne:
        for title, group in roles.items():
            counts[title][id(group)] += 1
    return {
        title: {one for one, number in count.items() if number == max(count.values())}
        for title, count in counts.items()
    }


def _elsewhere(borne: Iterable[dict[str, Group]], named: Iterable[Named]) -> dict[str, Group]:
    """Titles of persons named here without them, that two reports give to them, and none to anybody else."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    here = {id(one.group): one.group for one in named if one.group.kind == "person"}
    for roles in borne:
        for title, group in roles.items():
            counts[title][id(group)] += 1
    sole = {title: next(iter(count)) for title, count in counts.items() if len(count) == 1 < count.total()}
    return {title: here[one] for title, one in sole.items() if one in here}


def _resolved(article: Article, named: list[Named], roles: dict[str, Group]) -> Iterator[tuple[Group, Span]]:
    reader = Antecedents(named)
    ends = {one.place: one.end for one in named}
    at = 0
    for block in article.passages("body"):
        for row in sentences_of(article.text[block.start : block.end]):
            start, end = block.start + row[0].start, block.start + row[-1].end
            while at < len(named) and named[at].place < start:
                at += 1
            here = [one for one in named[at : at + _MOST] if one.place < end]
            reader.read(row, block.start, here)
            for title, first, stop in _titles(row, roles):
                yield roles[title], article.span(block.start + row[first].start, block.start + row[stop - 1].end)
            found = (*reader.found, *beside(row, block.start, here, ends))
            yield from ((group, article.span(*place)) for group, place in found)


def _roles(article: Article, named: list[Named]) -> dict[str, Group]:
    """Titles in lower case and the one who bears each in this report: `the deputy mayor`, `the council`."""
    found: dict[str, dict[int, Group]] = {}
    for one in named:
        for noun in _nouns_of(one, article):
            found.setdefault(noun, {})[id(one.group)] = one.group
        if one.group.kind == "person":
            title = _title_before(article.text[max(0, one.place - _TITLE_REACH) : one.place])
            rest = article.text[one.end : one.end + _TITLE_REACH]
            for borne in (title, title.rpartition(" ")[2], _title_after(rest)):
                if borne:
                    found.setdefault(borne, {})[id(one.group)] = one.group
    return {title: next(iter(groups.values())) for title, groups in found.items() if len(groups) == 1}


def _nouns_of(one: Named, article: Article) -> set[str]:
    """The nouns that a body's name ends in, or begins with before `of`, and those that it is in apposition to."""
    if one.group.kind != "organization":
        return set()
    words = one.group.called[0].lower().split()
    lead, rest = article.text[max(0, one.place - _TITLE_REACH) : one.place], article.text[one.place :][:_NAME_REACH]
    beside = [match[1] for match in (_NOUN_BEFORE.search(lead), _NOUN_AFTER.match(rest)) if match]
    own = {words[-1]} | ({words[0]} if words[1:2] == ["of"] else set()) if len(words) > 1 else set()
    return (own | {word.lower() for word in beside}) & nouns("organisations") - nouns("companies")


def _title_after(rest: str) -> str:
    """The title that a sentence gives to the name before these words: `Ann Lee is the mayor of Ledbury`."""
    match = _IS.match(rest)
    title = match[1].lower() if match else ""
    return title if title.split()[-1:] and title.split()[-1] in listed("titles") - _SHARED else ""


def _title_before(lead: str) -> str:
    """The title at the end of these words, without the body that it belongs to; none of those who bore it once."""
    kept: list[str] = []
    for word in reversed(lead.replace("’s", "").split()):
        low = word.lower().strip(".")
        if low in _ONCE or low.startswith(("ex-", "then-", "former-")):
            return ""
        known = low in listed("titles") | listed("before_titles") | _fields(kept)
        if not known or word.endswith(",") or low in {"mr", "mrs", "ms", "white", "house"}:
            break
        kept.insert(0, low)
    title = [low for low in kept if low != "current"]
    return " ".join(title) if title and title[-1] not in _SHARED else ""


def _fields(kept: list[str]) -> frozenset[str]:
    """What stands before `minister`, and tells one from another: `the interior minister`."""
    return listed("portfolios") if kept[:1] and kept[0] in _MINISTERS else frozenset()


def _titles(row: Sentence, roles: dict[str, Group]) -> Iterator[tuple[str, int, int]]:
    """`the president`, `the deputy mayor` without a name after it."""
    for place, token in enumerate(row):
        beside = place > 1 and row[place - 1].low in {",", "—"} and row[place - 2].is_capital
        if token.low != "the":
            continue
        for stop in range(min(len(row), place + 5), place + 1, -1):
            title = " ".join(one.low for one in row[place + 1 : stop])
            if title in _BODIES and row[stop - 1].is_capital:
                continue  # the House: no White House
            if beside and (stop == len(row) or row[stop].low in {",", ".", "or", "and", "who", "in", "at"}):
                continue  # Ann Lee, the mayor
            if title in roles and not (
                stop < len(row) and (row[stop].is_capital or row[stop].low in {"'s", "of", "for"})
            ):
                yield title, place, stop
                break
