"""Bodies of one name in several states: two foreign ministries are two, whatever their reports leave out."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.detect.parties.keys import key
from twosource.lexicon import mapping, words
from twosource.types.party import Mention

_BODY = re.compile(
    r"\b(?:ministry|department|government|parliament|army|navy|air force|police|embassy|cabinet|central bank"
    r"|supreme court|interior|intelligence)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"((?:(?:North|South|United)\s+)?[A-Z][\w.-]*?)(?:['’]s?)?\s+$")
_AFTER = re.compile(r"\s+of\s+(?:the\s+)?((?:(?:North|South|Saudi|United)\s+)?[A-Z][\w-]+)")
_NEAR = 40
# Russia, Russian; Turkey, Turkish: so many letters tell a state, and few tell two.
_LETTERS = 4


def stated(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """The mentions, with the state in the name of a body where reports name that body of several states.

    One that a report names without its state is of the only one, or the last one, that the report has named before.
    """
    bodies = [mention for mention in mentions if mention.kind == "organization" and _BODY.search(mention.name)]
    shown = {mention.id: _state(mention, texts[mention.span.article]) for mention in bodies}
    states: dict[str, set[str]] = defaultdict(set)
    for mention in bodies:
        states[key(mention.name, mention.kind)].add(_letters(shown[mention.id]))
    several = {name for name, found in states.items() if len(found - {""}) > 1}
    called = _called(list(shown.values()))
    last: dict[tuple[str, str], str] = {}
    found = []
    for mention in sorted(mentions, key=lambda one: one.span):
        name = key(mention.name, mention.kind)
        if mention.id in shown and name in several:
            here = (mention.span.article, name)
            last[here] = shown[mention.id] or last.get(here, "")
            state = called.get(_letters(last[here]), "")
            found.append(replace(mention, name=f"{state} {mention.name}".strip()))
        else:
            found.append(mention)
    return found


def _called(shown: Sequence[str]) -> dict[str, str]:
    """How each state is called before the name of its body: as reports do, by an adjective rather than its name."""
    countries = set(words("places", "countries"))
    ordered = sorted(set(filter(None, shown)), key=lambda state: (state.casefold() in countries, state))
    return {_letters(state): state for state in reversed(ordered)}


def _state(mention: Mention, text: str) -> str:
    """The word for a state beside a mention; empty if there is none."""
    span = mention.span
    before = _BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
    after = _AFTER.match(text, span.end)
    for match in (before, after):
        if match is not None and _letters(match[1]) in _states():
            return " ".join(match[1].split())
    return ""


def _letters(word: str) -> str:
    """What a state and its adjective share."""
    plain = " ".join(word.casefold().replace(".", "").split())
    return " ".join(part[:_LETTERS] for part in mapping("places", "demonyms").get(plain, plain).split())


@cache
def _states() -> frozenset[str]:
    return frozenset(_letters(name) for name in words("places", "countries"))
