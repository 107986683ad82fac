"""The grammars of figures and dates: exact values, hostile input, no pattern that explodes."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource.text.compare
import twosource.text.dates
import twosource.text.figures
from twosource.detect.figures import figures
from twosource.detect.moments import moments
from twosource.detect.times import times
from twosource.text import lexemes, periods
from twosource.text.calendar import resolve
from twosource.text.feasts import feast
from twosource.text.figures.numerals import digits
from twosource.text.periods import named
from twosource.types.article import Article, Block
from twosource.types.figure import Figure, TimeExpression
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

WORST = [
    "1" * 20_000,
    "1," * 10_000,
    "1.000" * 5_000,
    "-" * 20_000,
    "2014-" * 5_000,
    "a" * 20_000,
    "a\u00ad" * 10_000,
    " " * 20_000,
]
HOSTILE = [
    "9" * 400 + " people",
    "$" * 5_000 + "1",
    "one hundred and " * 2_000,
    "half a " * 5_000,
    "between 1 and " * 4_000,
    "the end of " * 4_000,
    "‘" * 8_000,
    "\ud800 5 people",
    "５００ people and ٥٠٠ people",
    "99/99/9999 31 February 2015 February 30",
    "9999-12-31 and 0001-01-01, 10000 years ago, 999999999 weeks later",
    "١٢/١٢/٢٠١٤ at ٢٥:٦١",
]


def article(text: str, published: Moment = UNKNOWN) -> Article:
    return Article(
        id="a", text=text, blocks=(Block(kind="body", language="en", start=0, end=len(text)),), published=published
    )


def found(text: str) -> tuple[list[TimeExpression], list[Figure]]:
    report = article(text)
    dated = list(times(report))
    return dated, list(figures(report, dated))


def patterns() -> Iterator[re.Pattern[str]]:
    packages = (twosource.text.figures, twosource.text.dates, twosource.text.compare)
    names = [
        info.name for package in packages for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    for module in (lexemes, periods, *map(importlib.import_module, names)):
        yield from (thing for thing in vars(module).values() if isinstance(thing, re.Pattern))


def label(pattern: object) -> str:
    return str(getattr(pattern, "pattern", pattern))[:30]


@pytest.mark.parametrize("pattern", sorted(set(patterns()), key=label), ids=label)
@pytest.mark.parametrize("text", WORST, ids=lambda text: text[:6])
def test_no_pattern_explodes(pattern: re.Pattern[str], text: str) -> None:
    began = time.process_time()
    for tail in ("", "!"):
        pattern.fullmatch(text + tail)
        for _ in pattern.finditer(text + tail):
            pass
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_in_time_and_verbatim(text: str) -> None:
    began = time.process_time()
    dated, counted = found(text)
    assert time.process_time() - began < 2
    report = article(text)
    assert all(report.bears_out(span) for finding in (*dated, *counted) for span in finding.evidence())


def test_four_hundred_digits_stay_exact() -> None:
    _, counted = found("The meter shows " + "9" * 400 + " million tonnes.")
    assert [figure.value for figure in counted] == [Decimal("9" * 400 + "000000")]


def test_absurdly_long_numbers_are_passed_over() -> None:
    assert found("The meter shows " + "9" * 5_000 + " tonnes.")[1] == []


def test_a_day_that_no_calendar_has_gets_no_moment() -> None:
    report = article(
        "It is dated 31 February 2015, or 99/99/9999, or February 30.",
        Moment(earliest=date(2026, 2, 4), latest=date(2026, 2, 4)),
    )
    dated = list(times(report))
    resolved = list(moments(Story(articles=(report,)), dated, ()))
    assert [time.moment for time in resolved] == [None] * len(resolved)
    assert {time.anchor for time in resolved} == {"no calendar has this day"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and five thousand three hundred", 205_300),
        ("twenty-five", 25),
        ("a hundred and one", 101),
        ("two and a half million", 2_500_000),
        ("one million two hundred thousand and seven", 1_200_007),
        ("half a billion", 500_000_000),
        ("three dozen", 36),
    ],
)
def test_number_words_add_up(words: str, value: int) -> None:
    assert [figure.value for figure in found(f"They saw {words} people there.")[1]] == [value]


def test_a_minus_is_kept() -> None:
    assert [figure.value for figure in found("It was -5 degrees, minus 3% and −4%, on a scale of 10-12 degrees.")[1]][
        :3
    ] == [-5, -3, -4]


@given(st.integers(min_value=0, max_value=10**30))
def test_grouped_digits_are_read_as_printed(number: int) -> None:
    assert digits(f"{number:,}") == digits(str(number)) == number


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2099, 12, 31)))
def test_an_explicit_date_comes_back_as_itself(day: date) -> None:
    (expression,) = found(f"The crane fell on {day:%B} {day.day}, {day.year:04}.")[0]
    assert expression.value == day.isoformat()
    assert named(expression.value) == named(day.isoformat())


READINGS = [
    "this week",
    "last month",
    "next year",
    "last weekend",
    "weekday 3 on",
    "weekday 5 next",
    "shift -6 week",
    "shift 1 day",
    "quarter 4",
    "last quarter",
    "feast easter+1",
    "feast 11/4/4",
]


@settings(max_examples=200)
@given(
    st.sampled_from(READINGS),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)),
    st.integers(0, 40),
    st.booleans(),
)
def test_a_wider_anchor_never_gives_days_that_its_days_do_not(
    reading: str, first: date, length: int, ahead: object
) -> None:
    last = first + timedelta(length)
    wide = resolve(reading, None, Moment(earliest=first, latest=last), None, ahead=bool(ahead)).moment
    assert wide is not None
    assert wide.earliest is not None
    assert wide.latest is not None
    for offset in range(length + 1):
        day = first + timedelta(offset)
        narrow = resolve(reading, None, Moment(earliest=day, latest=day), None, ahead=bool(ahead)).moment
        assert narrow is not None
        assert narrow.earliest is not None
        assert narrow.latest is not None
        assert wide.earliest <= narrow.earliest
        assert narrow.latest <= wide.latest


@pytest.mark.parametrize(
    ("reading", "day", "value"),
    [
        ("this week", "2024-12-31", "2025-W01"),
        ("last weekend", "2018-09-24", "2018-W38-WE"),
        ("shift -1 month", "2024-03-31", "2024-02"),
        ("day 02-29", "2026-02-04", "2024-02-29"),
        ("next quarter", "2025-11-05", "2026-Q1"),
        ("month 01", "2026-02-04", "2026-01"),
        ("season SU last", "2026-02-04", "2025-SU"),
    ],
)
def test_readings_at_the_edges_of_the_calendar(reading: str, day: str, value: str) -> None:
    anchor = Moment(earliest=date.fromisoformat(day), latest=date.fromisoformat(day))
    assert resolve(reading, None, anchor, None, ahead=False).value == value


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("easter", "1943-04-25"),  # the latest there is
        ("easter", "2008-03-23"),
        ("easter-2", "2024-03-29"),
        ("11/4/4", "2017-11-23"),
        ("11/4/4+1", "2010-11-26"),
        ("5/-1/1", "2021-05-31"),
        ("12/-1/7", "2023-12-31"),
    ],
)
def test_holidays_that_move(rule: str, day: str) -> None:
    assert feast(rule, int(day[:4])) == date.fromisoformat(day)


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule of a holiday"):
        feast("13 full moons", 2026)


WORDS = [
    "the",
    "a",
    "of",
    "that",
    "same",
    "year",
    "first",
    "last",
    "two",
    "week",
    "weekend",
    "day",
    "night",
    "morning",
    "May",
    "March",
    "Friday",
    "Fridays",
    "every",
    "other",
    "each",
    "in",
    "at",
    "for",
    "early",
    "late",
    "mid",
    "end",
    "past",
    "next",
    "coming",
    "this",
    "quarter",
    "half",
    "summer",
    "noon",
    "ago",
    "before",
    "after",
    "later",
    "earlier",
    "Q",
    "3",
    "1990",
    "s",
    "20",
    "th",
    "century",
    "sixties",
    "BC",
    "B",
    ".",
    "C",
    "10",
    ":",
    "30",
    "am",
    "/",
    "7",
    "12",
    "-",
    "–",
    ",",
    "’",
    "'",
    "$",
    "fiscal",
    "FY",
    "15",
    "new",
    "year",
    "eve",
    "Easter",
    "Monday",
    "now",
    "soon",
    "twice",
    "per",
    "couple",
    "long",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", ""]))
def test_any_words_of_times_in_any_order_are_read(words: list[str], between: str) -> None:
    text = between.join(words) or "the"
    spans = [expression.span for expression in found(text)[0]]
    assert all(one.end <= two.start for one, two in pairwise(spans))
