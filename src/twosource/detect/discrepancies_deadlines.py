"""Discrepancies of deadlines: one claim, to be done by the end of the week or by the end of the month."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.text.compare.deadlines import Deadline, deadlines
from twosource.text.compare.sides import side_of
from twosource.types.claim import Proposition
from twosource.types.comparison import Discrepancy
from twosource.types.story import Story


def discrepancies_deadlines(story: Story, propositions: Sequence[Proposition]) -> Iterator[Discrepancy]:
    """Finds reports that make one claim and give different deadlines for it.

    What is to begin this week and to be over by February becomes, in the next report, what is to be done by Friday:
    stages of one thing run into one. Both deadlines are given in the words of the reports; that they are of one stage
    is not said.

    What it misses on purpose: deadlines in statements that are not known to make one claim, days with their month
    (`discrepancies_dates` compares those), a month and a year, and what one report tells apart itself.
    """
    shown: set[tuple[str, str]] = set()
    for one in propositions:
        places = dict.fromkeys(statement.span for statement in one.statements)
        found = [each for place in places for each in deadlines(story.article(place.article), place)]
        sides = _sides(found)
        names = tuple(sorted(side[0].name for side in sides))
        if len(sides) > 1 and names not in shown:
            shown.add((names[0], names[1]))
            yield _discrepancy(sides)


def _sides(found: Sequence[Deadline]) -> list[list[Deadline]]:
    """The first two deadlines that exclude each other and are each in a report that has not the other."""
    for one, two in combinations(found, 2):
        if one.excludes(two):
            sides = [[each for each in found if (each.sort, each.name) == (of.sort, of.name)] for of in (one, two)]
            held = [{each.span.article for each in side} for side in sides]
            if held[0].isdisjoint(held[1]):
                return sides
    return []


def _discrepancy(sides: Sequence[Sequence[Deadline]]) -> Discrepancy:
    made = tuple(side_of(each.span for each in side) for side in sides)
    return Discrepancy(
        kind="date",
        severity="unresolved",
        title=f"By when: “{made[0].value}”; “{made[1].value}”",
        sides=made,
        explanation=f"“{made[0].value}” and “{made[1].value}” are said of one claim; they may be stages of it.",
    )
