"""Short forms of names, and the longer names that they stand for: `the Courier`, `Orlon` for Orlon Freight."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from twosource.detect.parties.keys import key, nation_of, parts
from twosource.lexicon import mapping
from twosource.lexicon.names import listed, places
from twosource.lexicon.outlets import bare, endings, known
from twosource.types.party import Mention, PartyKind

_BODIES = frozenset({"organization", "publication"})
# These end the names of several bodies, and name another alone.
_OTHERS = frozenset({"house", "state", "states", "senate", "congress"})

Name = tuple[str, PartyKind]


def lengthened(mentions: Sequence[Mention], surnames: Collection[str], outlet: str | None) -> dict[str, Name]:
    """The names in one report that shorten another there, or that of its outlet, and that other with its kind.

    A name may lack what another begins with; or be the first word of one that stands before it. Nothing is said where
    two longer names fit, neither of which shortens the other.
    """
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _BODIES:
            first.setdefault(mention.name, mention)
    found: dict[str, Name] = {}
    for name, mention in first.items():
        short = parts(name)
        if not _may_shorten(short, surnames):
            continue
        wholes: list[Name] = [(one.name, one.kind) for one in first.values() if _shortens(short, mention, one)]
        if outlet and mention.kind == "publication" and _within(short, parts(outlet)):
            wholes.append((bare(outlet), "publication"))
        longest = max(wholes, key=lambda one: (len(parts(one[0])), one), default=None)
        if longest and all(_within(parts(one[0]), parts(longest[0]), same=True) for one in wholes):
            found[name] = longest
    return found


def placed(by_article: Mapping[str, Sequence[Mention]]) -> dict[str, Name]:
    """Names of several words before which another report has a place: Growers’ Council, Ledbury Growers’ Council."""
    every = [mention for held in by_article.values() for mention in held]
    grounds = {tuple(parts(mention.name)) for mention in every if mention.kind == "place"}
    bodies = {mention.name: mention.kind for mention in every if mention.kind in _BODIES}
    wholes: dict[tuple[str, ...], dict[str, Name]] = defaultdict(dict)
    for name, kind in bodies.items():
        words = tuple(parts(name))
        for cut in range(1, len(words) - 1):
            if words[:cut] in grounds or words[0] in mapping("names", "nations"):
                wholes[words[cut:]][key(name, kind)] = (name, kind)
    found = {}
    for name in bodies:
        whole = wholes.get(tuple(parts(name)), {})
        if len(whole) == 1 and _may_shorten(parts(name), ()):
            found[name] = next(iter(whole.values()))
    return found


def outlets(by_article: Mapping[str, Sequence[Mention]]) -> dict[str, Name]:
    """Outlets of one word that begins another's name of two: Port, in any report, for PortDaily."""
    named = {one.name: parts(one.name) for held in by_article.values() for one in held if one.kind == "publication"}
    found = {}
    for name, short in named.items():
        longer = {
            one for one, words in named.items() if len(words) == 2 and words[:1] == short and words[1] in endings()
        }
        if len(short) == 1 and bare(name) not in known() and len({key(one, "publication") for one in longer}) == 1:
            whole_name: Name = (min(longer), "publication")
            found[name] = whole_name
    return found


def contested(mentions: Sequence[Mention]) -> set[str]:
    """The keys of bodies that more than one nation has in a story, without the nation: its interior ministries."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name in {mention.name for mention in mentions if mention.kind == "organization"}:
        pieces = key(name, "organization").split()
        nation, _ = nation_of(pieces)
        if nation and pieces[-1] in listed("state_bodies"):
            owners[" ".join(pieces[len(nation.split()) :])].add(nation)
    return {body for body, nations in owners.items() if len(nations) > 1}


def agreed(found: Sequence[dict[str, Name]]) -> dict[str, Name]:
    """What reports say that give a longer name, for those that do not; nothing where they disagree."""
    wholes: dict[str, dict[str, Name]] = defaultdict(dict)
    for report in found:
        for short, (name, kind) in report.items():
            wholes[short].setdefault(key(name, kind), (name, kind))
    return {short: next(iter(names.values())) for short, names in wholes.items() if len(names) == 1}


def _may_shorten(short: Sequence[str], surnames: Collection[str]) -> bool:
    """Whether the words are no name of their own: a person's, a place's, a well-known body's."""
    name = " ".join(short)
    own = places() | listed("organisations") | listed("groups") | _OTHERS
    return name not in own and short[-1] not in surnames


def _shortens(short: Sequence[str], mention: Mention, whole: Mention) -> bool:
    words = parts(whole.name)
    if len(words) <= len(short):
        return False
    if _within(short, words):
        return words[-1] in listed("organisation_words") | endings()
    name = bare(mention.name)
    leads = len(short) == 1 and words[0] == short[0] and name not in known()
    leads = leads and short[0] not in mapping("names", "nations")
    return leads and whole.span.start < mention.span.start


def _within(short: Sequence[str], words: Sequence[str], *, same: bool = False) -> bool:
    """Whether a longer name, or the `same`, ends in these words."""
    return len(short) < len(words) + same and list(words[-len(short) :]) == list(short)


def whole(names: Sequence[str], kind: PartyKind) -> list[str]:
    """Those of a party's names that shorten none of the others; company forms make no difference."""
    pieces = {name: key(name, kind).split() for name in names}
    return [name for name, words in pieces.items() if not any(_is_part(words, other) for other in pieces.values())]


def _is_part(short: Sequence[str], words: Sequence[str]) -> bool:
    return _within(short, words) or (len(short) == 1 < len(words) and words[0] == short[0])
