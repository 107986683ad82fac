"""Surnames in one report, and a father and a son of one name: Tom Ray, Tom Ray Jr."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.detect.parties.keys import key, parts
from twosource.lexicon.names import listed
from twosource.types.party import Mention, PartyKind


def bare_parts(name: str) -> list[str]:
    """The words of a name (see `parts`), without `Jr` and the like."""
    return [word for word in parts(name) if word not in listed("suffixes")] or parts(name)


def is_junior(name: str) -> bool:
    """Whether a name ends in `Jr` or `Sr`."""
    return not {"jr", "sr"}.isdisjoint(parts(name))


class Juniors:
    """Knows the names that a report gives with a suffix and without: they are two people's."""

    def __init__(self, by_article: Mapping[str, Iterable[Mention]]) -> None:
        """Takes the mentions of a story, by report: who was named without a suffix before is not the junior."""
        self._two: set[str] = set()
        for mentions in by_article.values():
            plain: set[str] = set()
            for one in sorted(mentions, key=lambda mention: mention.span):
                if one.kind != "person" or len(bare_parts(one.name)) == 1:
                    continue
                if not is_junior(one.name):
                    plain.add(key(one.name, "person"))
                elif key(one.name, "person") in plain:
                    self._two.add(key(one.name, "person"))

    def key(self, name: str, kind: PartyKind) -> str:
        """The key of a name (see `key`), another one for the son where both are named."""
        own = key(name, kind)
        if kind != "person" or own not in self._two or not is_junior(name):
            return own
        given, _, surname = own.partition(" ")
        return f"{given}-jr {surname}"

    def surnames(self, mentions: Sequence[Mention]) -> dict[str, str]:
        """Surnames and the full name of each in this report, where there is only one; a surname is the father's."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for mention in mentions:
            pieces = bare_parts(mention.name)
            if mention.kind == "person" and len(pieces) > 1:
                found[pieces[-1]].setdefault(self.key(mention.name, "person"), mention.name)
        first: dict[str, set[str]] = defaultdict(set)
        unique: dict[str, str] = {}
        for surname, names in found.items():
            sons = [name for own, name in names.items() if "-jr " in own]
            if len(sons) == 1:
                unique[f"{surname} jr"] = sons[0]
            fathers = {own: name for own, name in names.items() if "-jr " not in own} or names
            for name in fathers.values():
                first[bare_parts(name)[0]].add(name)
            if len(fathers) == 1:
                unique[surname] = next(iter(fathers.values()))
        return {
            word: next(iter(names)) for word, names in first.items() if len(names) == 1 and word not in found
        } | unique
