"""Mentions of one thing, brought together: in a report first, then over the story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.detect.parties.group import Group
from twosource.detect.parties.juniors import Juniors, bare_parts, is_junior
from twosource.detect.parties.keys import initials, key
from twosource.detect.parties.shorts import Name, agreed, contested, lengthened, placed
from twosource.detect.parties.shorts import outlets as outlets_of
from twosource.detect.parties.spellings import respelled
from twosource.detect.parties.surnames import first_bearers, with_particles
from twosource.lexicon.names import listed
from twosource.lexicon.outlets import bare
from twosource.types.party import Mention, PartyKind

_COMPOUND = frozenset({"abdul", "abdel", "abd", "abu", "abou", "bin", "ibn", "um", "umm"})  # begin names of two words
_RANKS: tuple[PartyKind, ...] = ("person", "publication", "place", "group", "product", "organization")


def grouped(mentions: Sequence[Mention], outlets: Mapping[str, str]) -> list[Group]:
    """The groups of a story's mentions, by place of the first. A surname without a full name nearby stays alone.

    `outlets` gives the outlets of reports (by id), where they are known.
    """
    by_article: dict[str, list[Mention]] = defaultdict(list)
    carriers = {bare(outlet) for outlet in outlets.values()}
    persons = {mention.name for mention in mentions if mention.kind == "person" and " " in mention.name}
    for mention in mentions:
        kind: PartyKind = mention.kind
        if kind == "organization" and (bare(mention.name) in carriers or mention.name in persons):
            kind = "publication" if bare(mention.name) in carriers else "person"
        by_article[mention.span.article].append(replace(mention, kind=kind))
    groups: dict[tuple[str, str], Group] = {}
    loose: list[tuple[str, Mention]] = []
    wholes, juniors = _wholes(by_article, outlets), Juniors(by_article)
    for article in sorted(by_article):
        full = juniors.surnames(by_article[article])
        bearers, longer = first_bearers(by_article[article]), with_particles(by_article[article])
        for mention in by_article[article]:
            name, kind = wholes[article].get(mention.name, (mention.name, mention.kind))
            if mention.kind in {"person", "place"}:
                name, kind = mention.name, mention.kind
            if _is_surname(mention):
                name = full.get(_surname(mention), bearers.get(mention.span, name))
            elif kind == "person":
                name = longer.get(name, name)
            if _is_surname(mention) and name == mention.name:
                loose.append((article, mention))
            else:
                _add(groups, juniors.key(name, kind), kind, mention)
    _middle_names(groups)
    _respelled(groups)
    _surnames_as_bodies(groups, loose)
    named = {article: {one.name for one in held if one.kind != "place"} for article, held in by_article.items()}
    persons_by = _by_first(groups) | {
        word: [one for one in held if " " in one.key] for word, held in _by_surname(groups).items()
    }
    for _, mention in loose:
        _add_surname(groups, persons_by.get(_surname(mention), []), mention, named)
    return _joined(list(groups.values()))


def _wholes(by_article: Mapping[str, Sequence[Mention]], outlets: Mapping[str, str]) -> dict[str, dict[str, Name]]:
    """For each report the short forms of names in it, and the longer ones that they stand for."""
    persons = (mention for held in by_article.values() for mention in held if mention.kind == "person")
    surnames = {_surname(mention) for mention in persons}
    found = {article: lengthened(held, surnames, outlets.get(article)) for article, held in by_article.items()}
    elsewhere = placed(by_article) | outlets_of(by_article) | agreed(list(found.values()))
    shared = contested([mention for held in by_article.values() for mention in held])
    elsewhere = {name: whole for name, whole in elsewhere.items() if key(name, "organization") not in shared}
    return {article: elsewhere | here for article, here in found.items()}


def _is_surname(mention: Mention) -> bool:
    return mention.kind == "person" and len(bare_parts(mention.name)) == 1


def _surname(mention: Mention) -> str:
    word = bare_parts(mention.name)[-1]
    return f"{word} jr" if is_junior(mention.name) and _is_surname(mention) else word


def _add(groups: dict[tuple[str, str], Group], name: str, kind: PartyKind, mention: Mention) -> None:
    group = groups.setdefault((kind, name), Group(name, kind))
    group.mentions.append(mention)


def _middle_names(groups: dict[tuple[str, str], Group]) -> None:
    """Joins persons of one surname whose given names are one within the other: Ann Lee Ray and Lee Ray."""
    for persons in _by_surname(groups).values():
        for group in persons:
            for other in persons:
                if group is other or ("person", group.key) not in groups:
                    continue
                longer = {piece for name in other.names for piece in bare_parts(name)[:-1] if len(piece) > 1}
                if {group.key.split()[0]} < longer - _COMPOUND and group.articles != other.articles:
                    other.mentions += group.mentions
                    del groups["person", group.key]


def _respelled(groups: dict[tuple[str, str], Group]) -> None:
    """Joins persons whose names are one in two spellings."""
    persons = [group for (side, name), group in groups.items() if side == "person" and " " in name]
    for one, other in respelled(persons):
        if ("person", other.key) in groups and ("person", one.key) in groups:
            one.mentions += other.mentions
            del groups["person", other.key]


def _by_surname(groups: Mapping[tuple[str, str], Group]) -> dict[str, list[Group]]:
    """The groups of persons by the last word of their keys."""
    found: dict[str, list[Group]] = defaultdict(list)
    for (side, name), group in groups.items():
        if side == "person":
            found[name.split()[-1]].append(group)
    return found


def _by_first(groups: Mapping[tuple[str, str], Group]) -> dict[str, list[Group]]:
    """The groups of persons by the first word of their full names."""
    found: dict[str, list[Group]] = defaultdict(list)
    for (side, name), group in groups.items():
        if side == "person" and " " in name:
            found[name.split()[0]].append(group)
    return found


def _surnames_as_bodies(groups: dict[tuple[str, str], Group], loose: list[tuple[str, Mention]]) -> None:
    """A lone word taken for an organisation that is the surname, or the given name, of a person named in full."""
    surnames = {name.split()[-1] for side, name in groups if side == "person" and " " in name}
    first = {word for word, held in _by_first(groups).items() if len(held) == 1} & listed("given")
    for (side, name), group in list(groups.items()):
        if side == "organization" and name in surnames | first and " " not in name:
            loose += [(mention.span.article, replace(mention, kind="person")) for mention in group.mentions]
            del groups[side, name]


def _add_surname(
    groups: dict[tuple[str, str], Group], persons: Sequence[Group], mention: Mention, named: Mapping[str, set[str]]
) -> None:
    """A surname alone goes to the one person of that name in reports that share another name with this one."""
    here = named[mention.span.article] - {mention.name}
    candidates = [group for group in persons if any(not here.isdisjoint(named[article]) for article in group.articles)]
    if len(candidates) > 1 and not any(mention.span.article in group.articles for group in candidates):
        bearers = [group for group in candidates if any(" " not in one.name for one in group.mentions)]
        candidates = bearers if len(bearers) == 1 else candidates  # the one whom other reports call so alone
    if len(candidates) == 1:
        candidates[0].mentions.append(mention)
    else:
        _add(groups, _surname(mention), mention.kind, mention)


def _is_one(person: Group, other: Group) -> bool:
    """Whether a name of several words, which one report shows to be a person's, is taken for a body in another."""
    return person.kind == "person" and other.kind == "organization" and " " in other.key


def _without_acronyms(groups: list[Group]) -> list[Group]:
    """The groups, those of an acronym joined with the one body of their reports whose name it abbreviates."""
    spelled: dict[str, dict[int, Group]] = defaultdict(dict)
    left = {id(group): group for group in groups}
    for group in groups:
        _spell(group, group.names, spelled)
    for group in groups:
        acronym = next((one for one in group.names if one.replace(".", "").isupper() and " " not in one), None)
        if acronym is None or group.kind != "organization":
            continue
        found = spelled[acronym.replace(".", "")]
        whole = [
            one for key, one in found.items() if key in left and one is not group and one.articles & group.articles
        ]
        if len(whole) == 1:
            _spell(whole[0], group.names, spelled)
            whole[0].mentions += group.mentions
            del left[id(group)]
    return list(left.values())


def _spell(group: Group, names: Sequence[str], spelled: dict[str, dict[int, Group]]) -> None:
    """Enters a body under the acronyms that its names may have."""
    if group.kind in {"organization", "publication"}:
        for name in names:
            for letters in initials(name):
                if letters not in name:
                    spelled[letters][id(group)] = group


def _joined(groups: list[Group]) -> list[Group]:
    """Joins acronyms with the names that they abbreviate, and one name under two kinds."""
    by_name: dict[str, Group] = {}
    for group in sorted(groups, key=lambda one: _RANKS.index(one.kind)):
        held = by_name.get(group.key)
        if held is not None and (_is_one(held, group) if "person" in {held.kind, group.kind} else True):
            held.mentions += group.mentions
        elif held is None:
            by_name[group.key] = group
        else:
            by_name[f"{group.kind}:{group.key}"] = group
    result = _without_acronyms(list(by_name.values()))
    for group in result:
        group.mentions.sort(key=lambda mention: mention.span)
    return sorted(result, key=lambda group: group.mentions[0].span)
