"""The parties that a passage names, and the words that are names in a story."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.text.places import Places
from twosource.text.vocabulary import news
from twosource.types.party import Party
from twosource.types.span import Span

_WORD = re.compile(r"[^\W\d_]+")
# A word that stands with a capital this often is a name.
_MOSTLY = 0.8


class Named:
    """The parties that a passage names, by descriptions and pronouns too, as content words of their own."""

    def __init__(self, parties: Sequence[Party], *, places: bool = False) -> None:
        """Takes the parties of one story; products are no parties here, places only where they are asked for."""
        kinds = ("person", "organization", "group", *(("place",) if places else ()))
        named = (party for party in parties if party.kind in kinds)
        self._places = Places((mention, f"@{party.id}") for party in named for mention in party.mentions)

    def __call__(self, span: Span) -> list[str]:
        """One word for each mention within the span."""
        return self._places.within(span)


def capitalised(texts: Iterable[str]) -> frozenset[str]:
    """The content words that mostly stand with a capital over all these texts: names, whatever they name."""
    all_of: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, count in Counter(word for text in texts for word in _WORD.findall(text)).items():
        for key in news().content(word):
            all_of[key] += count
            capital[key] += count * word[0].isupper()
    return frozenset(key for key, count in all_of.items() if capital[key] >= _MOSTLY * count)
