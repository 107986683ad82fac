"""The groups of comparable figures of a story."""

from collections.abc import Container, Sequence

from twosource.text.compare.grouping import groups
from twosource.text.compare.joining import Group
from twosource.text.compare.pairs import Judge
from twosource.text.compare.score import Rarity
from twosource.text.compare.setting import Setting, settings
from twosource.text.compare.spot import CompareTables
from twosource.text.places import by_article
from twosource.types.figure import Figure, Time
from twosource.types.story import Story


def story_groups(
    story: Story, figures: Sequence[Figure], times: Sequence[Time], tables: CompareTables, events: Container[str]
) -> tuple[Judge, list[Group]]:
    """Figures of one thing, of two reports at least, and who judged; `events` are what a story has many of."""
    found: list[Setting] = []
    held, timed = by_article(figures, lambda one: one.span.article), by_article(times, lambda one: one.span.article)
    for article in story.articles:
        if held[article.id] and article.skipped is None:
            found += settings(article, held[article.id], timed[article.id], tables)
    judge = Judge(tables.weights, Rarity(found), events)
    return judge, list(groups(found, judge))
