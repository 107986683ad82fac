"""Discrepancies of what is done: a figure of what has happened in one report, of what is to happen in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.lexicon import mapping
from twosource.text.compare.sides import side_of
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.sentences import sentences_in
from twosource.text.words import stem
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy
from twosource.types.figure import Figure
from twosource.types.span import Span
from twosource.types.story import Story

DONE, AHEAD = frozenset(("has", "have", "had")), frozenset(("will", "would", "shall"))
BETWEEN = frozenset(("just", "already", "now", "also", "recently", "soon", "then", "even", "only", "still"))
# Words that may stand between the verb and its figure.
LINKS = frozenset(("a", "an", "the", "about", "some", "around", "nearly", "roughly", "its", "another", "up", "to"))


class Told(NamedTuple):
    """The words from the helping verb to the figure, and whether it is done."""

    span: Span
    done: bool


def discrepancies_done(story: Story, figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    """Finds figures that one report gives of what has been done, and another of what will be.

    "Has taken a charge of $600 million" and "would take a charge of $600 million" share verb and figure. Who reads the
    second takes it for a new one; it may be the same, told before or carelessly.

    What it misses on purpose: other verbs for the same, plain pasts ("took", which may be of another year), and figures
    that do not follow their verb.
    """
    found: dict[tuple[str, object, str], list[Told]] = defaultdict(list)
    for figure in figures:
        article = story.article(figure.span.article)
        if figure.value is not None and figure.value > 1 and article.kind_at(figure.span.start) == "body":
            for verb, told in _told(article, figure):
                found[figure.unit, figure.value, verb].append(told)
    for each in found.values():
        sides = [[one for one in each if one.done is done] for done in (True, False)]
        articles = [{one.span.article for one in side} for side in sides]
        if all(articles) and articles[0].isdisjoint(articles[1]):
            yield _discrepancy(sides)


def _told(article: Article, figure: Figure) -> Iterator[tuple[str, Told]]:
    """The base of the verb right before the figure, with the words."""
    block = article.block_at(figure.span.start)
    held = () if block is None else sentences_in(article, block)
    sentence = next((one for one in held if one.start <= figure.span.start < one.end), figure.span)
    parts = [part for part in lexemes(sentence.exact, sentence.start) if part.end <= figure.span.start]
    place = len(parts) - 1
    while place > 0 and parts[place].low in LINKS:
        place -= 1
    helper = place - 1
    while helper > 0 and parts[helper].low in BETWEEN:
        helper -= 1
    if helper >= 0 and parts[helper].low in DONE | AHEAD and not _is_unreal(parts, helper):
        span = article.span(parts[helper].start, figure.span.end)
        yield _base(parts[place].low), Told(span, parts[helper].low in DONE)


def _is_unreal(parts: Sequence[Lexeme], helper: int) -> bool:
    """Whether "have" follows "to", "would" or the like: "is said to have made"."""
    return helper > 0 and parts[helper - 1].low in (*AHEAD, "to", "may", "might", "could", "must", "if")


def _base(verb: str) -> str:
    return stem(mapping("irregular", "past").get(verb, verb))


def _discrepancy(sides: Sequence[Sequence[Told]]) -> Discrepancy:
    made = tuple(side_of(one.span for one in side) for side in sides)
    return Discrepancy(
        kind="date",
        severity="update",
        title=f"Done, or to come: “{made[0].value}”; “{made[1].value}”",
        sides=made,
        explanation="One report gives the figure of what has been done, the other of what is to come.",
    )
