"""What a proposition is about, and whether somebody speaks of that."""

import re
from collections import Counter
from collections.abc import Iterable

from twosource.lexicon import words
from twosource.text.vocabulary import news
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition
from twosource.types.party import Party

# What fewer than one statement in so many says is not what a proposition is about.
_SHARE = 4
# So much in common, and somebody speaks of it; to be called familiar with the matter counts as one thing in common.
_SAME = 2
_FAMILIAR = re.compile(
    r"\b(?:familiar|knowledge|briefed|close|involved|aware)\b.*\b(?:matter|situation|talks|discussions?|negotiations?"
    r"|plans?|deal|project|thinking|details?|intelligence|investigation|inquiry|case|issue|events?|report)\b",
    re.IGNORECASE,
)
_REPORTS = frozenset({"it", "this", "that", "account", "accounts", "idea", "notion", "charge", "charges"})


class Topic:
    """The content words that enough statements of a proposition share, without names and titles: all share them."""

    def __init__(self, proposition: Proposition, parties: Iterable[Party]) -> None:
        """Takes the parties of the story for their names."""
        called = (name for party in parties for name in (party.name, *party.aliases))
        titles = (*words("names", "titles"), *words("names", "before_titles"))
        names = {word for name in (*called, *titles) for word in news().content(name)}
        statements = proposition.statements
        self._size = len(statements)
        self._count = Counter(word for one in statements for word in set(news().content(one.span.exact)) - names)
        self._about = frozenset(word for word, number in self._count.items() if number * _SHARE >= self._size)

    def _shared(self, text: str) -> int:
        return len(self._about & set(news().content(text)))

    def is_of(self, attribution: Attribution) -> bool:
        """Whether what is attributed is about the same; of a source who knows "the matter" less is asked."""
        citation = attribution.citation
        known = citation.anonymous is not None and _FAMILIAR.search(citation.anonymous.description) is not None
        return self._shared(" ".join(part.exact for part in citation.content)) + known >= _SAME

    def is_report_of(self, text: str) -> bool:
        """Whether a statement only mentions reports of what others state: "they will meet over allegations that …"."""
        report = _reports().search(text)
        if report is None or not text[: report.start()].strip():
            return False
        others = {word for word in self._about if (self._count[word] - 1) * _SHARE >= self._size - 1}
        before = others & set(news().content(text[: report.start()]))
        return len(before) < min(_SAME, len(others))


def _reports() -> re.Pattern[str]:
    nouns = "|".join(sorted(set(words("denial", "objects")) - _REPORTS))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)
