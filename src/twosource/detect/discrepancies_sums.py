"""Discrepancies within one sentence: parts, changes, shares and times that do not fit each other."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from twosource.lexicon import mapping
from twosource.text.figures.numerals import digits
from twosource.text.lexemes import lexemes
from twosource.text.places import Places
from twosource.text.sentences import sentences
from twosource.text.sums.changes import changes
from twosource.text.sums.masked import Bare, Misfit, masked
from twosource.text.sums.order import order
from twosource.text.sums.parts import parts
from twosource.text.sums.shares import shares
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy, Side
from twosource.types.figure import Figure, TimeExpression
from twosource.types.span import Span

CHECKS = (changes, parts, shares, order)
LONGEST = 1500  # code points; what is longer is no sentence


def discrepancies_sums(
    article: Article, figures: Sequence[Figure], times: Sequence[TimeExpression]
) -> Iterator[Discrepancy]:
    """Finds figures and times of one sentence that cannot all be right, whatever the truth is.

    A report that contradicts itself has a slip in it, and nobody need look anywhere else to see it: "12 people, of
    whom 15 were women", "rose from 12 to 8", "a drop of 50% to $9 million from $10 million", "58 percent approve and
    48 percent disapprove", "a three-day fair from 5 to 19 May", "born in 1950 and died in 1949". Each number is taken
    for all that it can stand for once rounded, and a change must be well off before it is told.

    What it misses on purpose: whatever needs a second sentence; parts that are fewer than the whole where nothing says
    that they are all of it; kinds that overlap (women and children); shares of several answers, of which one may give
    two; a scale that may be lent ("from $3 to $2 million"); bounds ("more than").
    """
    held, timed = Places((one.span, one) for one in figures), Places((one.span, one) for one in times)
    for sentence in sentences(article, "headline", "subhead", "body"):
        inside = held.within(sentence)
        when = [time for time in timed.within(sentence) if time.type in ("DATE", "TIME")]
        if len(inside) + len(when) < 1 or len(sentence.exact) > LONGEST:
            continue
        taken = [*(figure.span for figure in inside), *(time.span for time in when)]
        text = masked(sentence, inside, when, list(_bare(article, sentence, taken)))
        if text is not None:
            yield from (_discrepancy(misfit) for check in CHECKS for misfit in check(text))


def _bare(article: Article, sentence: Span, taken: Sequence[Span]) -> Iterator[Bare]:
    """The whole numbers of a sentence, in digits or in one word, that are no figures and no times."""
    cardinals = mapping("numbers", "cardinals")
    for part in lexemes(sentence.exact, sentence.start):
        value = Decimal(cardinals[part.low]) if part.low in cardinals else None
        if part.kind == "number":
            value = digits(part.text)
        free = not any(span.start < part.end and part.start < span.end for span in taken)
        if value is not None and value == value.to_integral_value() and free and not part.glued:
            yield Bare(value, article.span(part.start, part.end))


def _discrepancy(misfit: Misfit) -> Discrepancy:
    return Discrepancy(
        kind="arithmetic",
        severity="contradiction",
        title="; ".join(span.exact for _, span in misfit.sides),
        sides=tuple(Side(value=value, spans=(span,)) for value, span in misfit.sides),
        explanation=misfit.why,
    )
