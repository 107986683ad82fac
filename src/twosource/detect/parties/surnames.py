"""Whose a surname is that several persons of one report bear, and surnames of several words: Van Ray."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.detect.parties.juniors import bare_parts
from twosource.detect.parties.keys import key
from twosource.lexicon.names import listed
from twosource.types.party import Mention
from twosource.types.span import Span

_NEAR = 700  # code points, two paragraphs or so, in which a surname may be that of whoever was named in full last


def first_bearers(mentions: Sequence[Mention]) -> dict[Span, str]:
    """The surnames that stand alone in a report, and the full name of him who bore one alone first.

    Where a report names one Ray in full and calls him Ray before it names another, Ray stays his: the other keeps
    her given name. Close behind the other's full name nothing is said.
    """
    found: dict[Span, str] = {}
    introduced: dict[str, dict[str, str]] = defaultdict(dict)
    holders: dict[str, str] = {}
    last: dict[str, tuple[str, int]] = {}
    for one in sorted(mentions, key=lambda mention: mention.span):
        if one.kind != "person":
            continue
        *given, surname = bare_parts(one.name)
        if given:
            own = key(one.name, "person")
            introduced[surname].setdefault(own, one.name)
            last[surname] = own, one.span.end
            continue
        if len(introduced[surname]) == 1:
            holders.setdefault(surname, next(iter(introduced[surname])))
        holder = holders.get(surname)
        if holder is not None and (last[surname][0] == holder or one.span.start - last[surname][1] > _NEAR):
            found[one.span] = introduced[surname][holder]
    return found


def with_particles(mentions: Sequence[Mention]) -> dict[str, str]:
    """Surnames that begin with a particle, and the one full name of the report that ends so: Van Ray, Ann van Ray."""
    persons = {one.name: one.name.lower().split() for one in mentions if one.kind == "person"}
    found: dict[str, str] = {}
    for name, words in persons.items():
        if len(words) < 2 or words[0] not in listed("particles"):
            continue
        whole = {full for full, other in persons.items() if len(other) > len(words) and other[-len(words) :] == words}
        if len(whole) == 1:
            found[name] = whole.pop()
    return found
