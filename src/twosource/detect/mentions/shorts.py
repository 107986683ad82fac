"""Short forms of the longer names in a report: `the Courier`, `the Harbour Board`, `Orlon` for Orlon Freight."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.lexicon import mapping
from twosource.lexicon.grammar import closed
from twosource.lexicon.names import listed, places
from twosource.types.party import PartyKind


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form stands for: its kind, and whether it begins the longer name."""

    kind: PartyKind
    leads: bool


def short_forms(wholes: Iterable[tuple[str, PartyKind]], persons: Mapping[str, str]) -> dict[str, Short]:
    """The ends of longer names, and the words that they begin with, where one longer name alone has them."""
    held: dict[tuple[str, bool], dict[str, PartyKind]] = {}
    for name, kind in wholes:
        words = name.split()
        if words[0].lower() == "the":
            words = words[1:]
        for cut in range(1, len(words)):
            held.setdefault((" ".join(words[cut:]), False), {})[" ".join(words)] = kind
        if len(words) > 1:
            held.setdefault((words[0], True), {})[" ".join(words)] = kind
    return {
        short: Short(next(iter(names.values())), leads)
        for (short, leads), names in held.items()
        if len(names) == 1 and _may_stand_alone(short, persons)
    }


def _may_stand_alone(short: str, persons: Mapping[str, str]) -> bool:
    """Whether it is no place, person or common word, and no well-known name of its own."""
    low = short.lower()
    return (
        short[0].isupper()
        and low not in places() | listed("organisations") | listed("neither") | listed("groups") | listed("titles")
        and low not in closed("determiners") | closed("openers") | closed("weekdays") | closed("months")
        and low not in listed("before_titles") | listed("given")
        and low not in listed("place_first") | listed("place_last")
        and low not in persons
        and low not in mapping("names", "nations")
        and not low.endswith(("'", "’"))
    )
