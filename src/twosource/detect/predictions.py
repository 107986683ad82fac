"""Predictions: forecasts with their due day, whose they are, and what may settle them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from twosource.text.aftermath import Aftermath
from twosource.text.due import days_of, due_of, is_over, outcome
from twosource.text.prospects import in_first_person, prospect
from twosource.text.quotations import quoted_ranges
from twosource.types.attribution import Attribution
from twosource.types.figure import Publication, Time
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Forecast, Prediction, Voice, Wording

Placed = TypeVar("Placed", Time, Attribution, Wording)


def predictions(
    story: Story,
    forecasts: Sequence[Forecast],
    times: Sequence[Time],
    attributions: Sequence[Attribution],
    publications: Sequence[Publication],
    parties: Sequence[Party],
    wordings: Sequence[Wording],
) -> Iterator[Prediction]:
    """Statements about the future: who makes them, by when they fall due, and in whose words they would come true.

    The due day is the end of the horizon that the words give. On the day from which the story is looked at (the first
    on which the last report can have come out, if none is given) a prediction whose due day has passed is due. What a
    party plans or announces is told from what somebody forecasts, where the words show it. What the author foretells in
    the first person ("I expect") is the author's, where the report names one.

    A sentence of a later report that tells the same event as past, as not come or as given up is proposed as evidence;
    whether the prediction came true, a person decides.

    What it misses on purpose: horizons that had passed when the report was published; evidence in other words, or that
    does not name who was to do it; and evidence in reports that are not known to be later, or that came more than a
    month after the day.
    """
    written = {article.id: article.published for article in story.articles} | {
        found.article: found.moment for found in publications
    }
    today = story.as_of or max((moment.earliest for moment in written.values() if moment.earliest), default=None)
    authors = _authors(story, parties)
    names = {party.id: party.name for party in parties}
    clocks, speech = _by_report(times), _by_report(attributions)
    judged = _by_report([one for one in wordings if one.kind == "opinion"])
    later = Aftermath(story, forecasts, written)
    for forecast in forecasts:
        due = due_of(forecast, clocks[forecast.span.article], written)
        if is_over(forecast, due, written):
            continue
        said = _said(forecast, speech[forecast.span.article])
        voice = _voice(forecast, said)
        speaker = authors.get(forecast.span.article) if voice == "author" else said.speaker if said else None
        opinion = any(forecast.span.overlaps(one.span) for one in judged[forecast.span.article])
        settled = later.settling(forecast, due, _who(said))
        yield Prediction(
            forecast=forecast,
            speaker=speaker,
            due=due,
            criterion=" ".join(forecast.span.exact.split()),
            outcome=outcome(due, today),
            settled=settled,
            kind=prospect(
                forecast, voice, names.get(speaker or "", ""), _source(said), is_opinion=opinion and voice != "source"
            ),
            voice=voice,
            attribution=said.id if said and voice == "source" else None,
            resolved=days_of(settled, written),
        )


def _by_report(found: Sequence[Placed]) -> dict[str, list[Placed]]:
    """Findings by the report that they stand in."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    for one in found:
        groups[one.article if isinstance(one, Attribution) else one.span.article].append(one)
    return groups


def _said(forecast: Forecast, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content holds the words of the future."""
    cue = forecast.cue or forecast.span
    held = (one for one in attributions if any(part.overlaps(cue) for part in one.citation.content))
    return next(held, None)


def _who(said: Attribution | None) -> list[Span]:
    """The words that say who says so."""
    return [span for span in (said.citation.source, said.citation.cue) if span] if said else []


def _source(said: Attribution | None) -> str:
    """The words for whoever says so."""
    return said.citation.source.exact if said and said.citation.source else ""


def _voice(forecast: Forecast, said: Attribution | None) -> Voice:
    if in_first_person(forecast.span, quoted_ranges(forecast.span.exact)):
        return "author"
    return "source" if said else "outlet"


def _authors(story: Story, parties: Sequence[Party]) -> dict[str, str]:
    """For each report with one author, the party whom the byline names, if it names one alone."""
    named: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.kind == "person":
            for form in (party.name, *party.aliases):
                named[form.casefold()].add(party.id)
    bylines = {one.id: " ".join(one.authors[0].split()).casefold() for one in story.articles if len(one.authors) == 1}
    return {article: next(iter(named[name])) for article, name in bylines.items() if len(named.get(name, ())) == 1}
