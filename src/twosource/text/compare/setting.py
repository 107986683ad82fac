"""A figure with what it is said of: attribute, names and period, from the sentence that it stands in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from twosource.text.compare.aspects import Role, numbers_in, role_of
from twosource.text.compare.attribute import CYCLES, attribute_of, is_negated, is_partial
from twosource.text.compare.bounds import Range, admitted, likely, scaled
from twosource.text.compare.naming import antecedent, earlier_names, holder_of, names_in, protagonist
from twosource.text.compare.series import NOWHERE, Place, place_of
from twosource.text.compare.spot import CompareTables, Spot, spot
from twosource.text.compare.standing import Standing, standings
from twosource.text.framing import sorts_told
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.likeness import content
from twosource.text.places import Places
from twosource.text.sentences import sentences_in
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.figure import Figure, Time

NEAR, REACH, RUN = 12, 5, 4
AT_START = Standing()
JOINED = ("or", "and")
ENDS = frozenset(".;:()")
POSSESSIVE = frozenset(("its", "their", "s", "the", "his", "her"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A figure with what it is said of.

    `words` are those of its sentence, `names` those near it, `topic` those that "it" or "the company" may stand for;
    `sentence` is where the sentence starts, `beside` the values in it, `cycle` words near it for spans below a year.
    `partial`: it is a part or a rate of something, so that nothing is like it. `whole`: "its 430,000 staff".
    `kind` are the words that narrow a counted noun: "leaking" of "27 leaking joints"; `near` and `wide` are the
    concepts that the words near it and of its sentence stand for, those of figures left out, `noun` the words for what
    it counts, `left` and `right` the nearest words before and after, `runs` all of the next ones on either side,
    `outlets` the words of its sentence that name one. `rivals` are the values of its unit and attribute in the report,
    `called` those of the ages whose holder is called the same there ("the 53-year-old pilot");
    `holder` is the name of whose age it is, `antecedent` the one before it; `series` are the years and days of its
    sentence, `occasions` the sorts of occasion at which that says that it was told, `standing` where it stands among
    the figures of its report; `role` what kind of amount it is, `numbers` all numbers of its sentence. `admits` are the
    values that the figure admits, `likely` those that a reader takes it for, lengths of time in seconds.
    """

    figure: Figure
    article: Article
    attribute: str
    words: frozenset[str]
    names: frozenset[str]
    topic: frozenset[str]
    period: Time | None
    negated: bool
    partial: bool
    contrast: bool
    whole: bool
    sentence: int
    cycle: frozenset[str]
    beside: frozenset[Decimal] = frozenset()
    kind: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    left: str = ""
    right: str = ""
    runs: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    outlets: frozenset[str] = frozenset()
    rivals: frozenset[Decimal] = frozenset()
    called: frozenset[Decimal] = frozenset()
    holder: tuple[str, ...] = ()
    antecedent: str = ""
    series: Place = NOWHERE
    occasions: frozenset[str] = frozenset()
    standing: Standing = AT_START
    role: Role = ""
    numbers: frozenset[Decimal] = frozenset()
    admits: Range | None = None
    likely: Range | None = None


def settings(
    article: Article, figures: Sequence[Figure], times: Sequence[Time], tables: CompareTables
) -> list[Setting]:
    """The settings of the figures of one report, in their order."""
    dated = Places((time.span, time) for time in times)
    periods = {(time.span.start, time.span.end): time for time in times}
    found: list[Setting] = []
    held: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        if (block := article.block_at(figure.span.start)) is not None:
            held[block.start].append(figure)
    for block in article.passages("headline", "subhead", "body"):
        mine = held[block.start]
        whole = tuple(sentences_in(article, block)) if mine else ()
        ends = [one.end for one in whole]
        parts = lexemes(article.text[block.start : block.end], block.start) if mine else ()
        taken = frozenset(place for figure in mine for place in range(figure.span.start, figure.span.end))
        for figure in mine:
            place = spot(parts, figure)
            told = whole[min(bisect_right(ends, figure.span.start), len(whole) - 1)]
            series = place_of(lexemes(told.exact, told.start), dated.within(told))
            one = _setting(article, figure, place, taken, tables)
            found.append(replace(one, series=series, occasions=sorts_told(told.exact)))
    values: dict[object, set[Decimal]] = defaultdict(set)
    for one in found:
        for key in (one.sentence, _sort(one), _called(one)):
            if one.figure.value is not None:
                values[key].add(one.figure.value)
    main = protagonist(article, tables) if any(one.attribute == "age" and not one.holder for one in found) else ()
    return [
        replace(
            _held(one, main, values[_sort(one)]),
            beside=frozenset(values[one.sentence]),
            period=_period(one.figure, periods),
            rivals=frozenset(values[_sort(one)]),
            called=frozenset(values[_called(one)]),
            standing=standing,
        )
        for one, standing in zip(found, standings([one.figure for one in found]), strict=True)
    ]


def _held(one: Setting, main: tuple[str, ...], ages: Collection[Decimal]) -> Setting:
    """The setting of "the 30-year-old" with the name that its report has most often, if it tells no other age."""
    if one.attribute != "age" or one.holder or not main or len(ages) > 1:
        return one
    before = one.article.text[max(0, one.figure.span.start - len(" the ")) : one.figure.span.start]
    return replace(one, holder=main, names=frozenset(main)) if before.lower().split()[-1:] == ["the"] else one


def _sort(one: Setting) -> tuple[str, str]:
    return one.figure.unit, one.attribute


def _called(one: Setting) -> tuple[str, str, str]:
    return "called", one.attribute, one.right


def _setting(article: Article, figure: Figure, place: Spot, taken: Container[int], tables: CompareTables) -> Setting:
    sentence = place.sentence
    age = figure.measure == "age"
    holder = holder_of(place, tables) if age else ()
    topic = names_in(sentence, tables) | earlier_names(place, article, tables)
    return Setting(
        figure=figure,
        article=article,
        attribute=attribute_of(figure, place, taken, tables),
        words=content(sentence, tables.stops),
        holder=holder,
        antecedent=antecedent(place, article, tables) if age else "",
        admits=scaled(figure, admitted(figure)),
        likely=scaled(figure, likely(figure)),
        names=frozenset(holder) if age else names_in(place.near(NEAR), tables),
        topic=topic,
        period=None,
        negated=is_negated(place),
        partial=is_partial(figure, place, tables),
        contrast=any(part.low in tables.contrast for part in sentence),
        whole=figure.unit == "person"
        and any(part.low in POSSESSIVE for part in place.parts[place.start - 1 : place.start]),
        sentence=place.parts[place.first].start,
        role=role_of(figure, place),
        numbers=numbers_in(sentence),
        kind=_kind(figure, tables),
        near=_concepts(place.near(NEAR), taken),
        wide=_concepts(sentence, taken),
        runs=(_run(reversed(place.before(RUN)), taken), _run(place.after(RUN), taken)),
        noun=frozenset() if age else content(lexemes(figure.measure), tables.stops),
        outlets=frozenset(part.low for part in sentence if part.is_capital) & tables.outlets,
        left=_nearest(reversed(place.before(REACH)), tables),
        right=_nearest(place.after(REACH), tables),
        cycle=frozenset(part.low.rstrip("s") for part in place.near(NEAR)) & CYCLES,
    )


def _concepts(found: Iterable[Lexeme], taken: Container[int]) -> frozenset[str]:
    text = " ".join(part.text for part in found if part.kind == "word" and part.start not in taken)
    return frozenset(news().content(text))


def _run(found: Iterable[Lexeme], taken: Container[int]) -> tuple[str, ...]:
    return tuple("#" if part.start in taken or part.kind == "number" else part.low for part in found)


def _nearest(found: Iterable[Lexeme], tables: CompareTables) -> str:
    """The stem of the first word that is none of grammar; "" if a stop or a number comes before it."""
    for part in found:
        if part.kind == "number" or part.text in ENDS:
            return ""
        if stems := content((part,), tables.stops):
            return next(iter(stems))
    return ""


def _kind(figure: Figure, tables: CompareTables) -> frozenset[str]:
    """The words before the noun that is counted: it is of these only."""
    counted = figure.unit.islower() and figure.measure in figure.span.exact
    noun = list(takewhile(lambda part: part.low not in JOINED, lexemes(figure.measure)))
    return content(noun[:-1], tables.stops) if counted else frozenset()


def _period(figure: Figure, periods: Mapping[tuple[int, int], Time]) -> Time | None:
    return periods.get((figure.period.start, figure.period.end)) if figure.period else None
