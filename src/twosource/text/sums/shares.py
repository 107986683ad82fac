"""Shares that are more than all: "58 percent approve and 48 percent disapprove", "120 percent of voters"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from twosource.lexicon import words
from twosource.text.sums.masked import Masked, Misfit, figure_sign, plain
from twosource.text.vocabulary import news
from twosource.types.figure import Figure

ALL, ROUNDED = Decimal(100), Decimal(102)
PLAIN = r"(?!of\b|in\b|among\b)"  # no word that says of whom it is
END = re.compile(r"[.,;:()\ue000-\ue003]|\b(?:and|but|while|which|who)\b")
NEAR = rf"(?: {PLAIN}[^\s,;:.()\ue000]+){{0,3}}? "


def shares(sentence: Masked) -> Iterator[Misfit]:
    """The shares of a sentence that are more than all."""
    for match in (match for pattern in _pairs() for match in pattern.finditer(sentence.text)):
        one, two = sentence.figure(match, "p"), sentence.figure(match, "q")
        sum_ = (one.value or Decimal(0)) + (two.value or Decimal(0))
        if _is_share(one) and _is_share(two) and sum_ > ROUNDED and not _are_two_questions(sentence.text, match):
            told = f"“{one.span.exact}” and “{two.span.exact}”, which exclude each other, make {plain(sum_)} percent."
            yield Misfit(((plain(one.value), one.span), (plain(two.value), two.span)), told)
    for match in _single().finditer(sentence.text):
        share = sentence.figure(match, "p")
        if _is_share(share) and (share.value or Decimal(0)) > ALL:
            told = f"“{share.span.exact}” {match['of']} are more than all of them."
            yield Misfit(((plain(share.value), share.span),), told)


def _are_two_questions(text: str, match: re.Match[str]) -> bool:
    """Whether each answer has an object of its own: "support the bridge and 48 percent oppose the toll"."""
    second = END.split(text[match.end() :], maxsplit=1)[0]
    ours, theirs = (frozenset(news().content(words)) for words in (match["o"], second))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_share(figure: Figure) -> bool:
    return figure.unit == "percent" and figure.bound == "exact" and figure.value is not None


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    """Two answers of which one excludes the other, with no word between that says of whom each is."""
    one, other = ("|".join(words("sums", "answers", key)) for key in ("one", "other"))
    between = rf"(?: {PLAIN}[^\s;:.()\ue000]+){{0,6}}?,? ?(?:and|while|but|,)(?: only| just| about)?(?: \w+)? "
    p, q = figure_sign("p"), figure_sign("q")
    return tuple(
        re.compile(rf"{p}{NEAR}(?:{first})\b(?P<o>{between}){q}{NEAR}(?:{second})\b", re.IGNORECASE)
        for first, second in ((one, other), (other, one))
    )


@cache
def _single() -> re.Pattern[str]:
    people = "|".join(words("sums", "people", "all"))
    lead = r"(?:^|[,;:“\"(] ?|\b(?:and|that|said|found|while|with) )"
    return re.compile(rf"{lead}{figure_sign('p')} (?P<of>of (?:the |all |its |their )?(?:{people}))\b", re.IGNORECASE)
