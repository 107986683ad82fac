"""Reports that print a claim without a word of its denial."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec import structs

import twosource
from sample_document import sample
from twosource.export.answering import NOT_SHOWN, answering
from twosource.export.claimed import unresolved_denials
from twosource.export.convert import to_document
from twosource.export.document import EntityRecord, StatementRecord, Words
from twosource.export.naming import outlets
from twosource.export.summary import summary
from twosource.types.article import Article, Block
from twosource.types.moment import Moment

CLAIM = "Orlon Freight Limited will close its Ledbury depot in spring, two people familiar with the plan said."
DENIED = "Orlon Freight Limited denied the report."


def report(name: str, *paragraphs: str) -> Article:
    text, blocks, place = "\n".join(paragraphs), [], 0
    for line in paragraphs:
        blocks.append(Block(kind="body", language="en", start=place, end=place + len(line)))
        place += len(line) + 1
    return Article(id=name, outlet=name, text=text, language="en", blocks=tuple(blocks))


def silent(*articles: Article) -> list[str]:
    lines = summary(to_document(twosource.investigate(articles)))
    return [line.text for line in lines if line.text.startswith("No word of a denial")]


def test_who_leaves_the_denial_out_is_named_with_its_words() -> None:
    articles = (report("Marsh Weekly", CLAIM, DENIED), report("Coast Radio", CLAIM, "The river rose again."))
    assert silent(*articles) == ["No word of a denial in Coast Radio"]


@pytest.mark.parametrize(
    "answer",
    [
        "The company called the story baseless.",
        "A spokeswoman said the Ledbury depot would not be shut.",
        "There is no plan for the depot, she said.",
    ],
)
def test_any_word_against_it_is_enough(answer: str) -> None:
    assert silent(report("Marsh Weekly", CLAIM, DENIED), report("Coast Radio", CLAIM, answer)) == []


def test_nobody_leaves_out_what_nobody_denied() -> None:
    assert silent(report("Marsh Weekly", CLAIM), report("Coast Radio", CLAIM, "The river rose again.")) == []


def answers(*articles: Article) -> list[str]:
    lines = summary(to_document(twosource.investigate(articles)))
    return [line.text for line in lines if line.answers == "denied"]


def test_silence_about_something_else_stands_with_what_it_is_about() -> None:
    silence = "The Tarn Rail Group has not commented on the flood in Saltmere."
    assert answers(report("Marsh Weekly", CLAIM, silence)) == [
        "Tarn Rail Group did not respond “on the flood in Saltmere” (Marsh Weekly)"
    ]


@pytest.mark.parametrize("asked", [" to a request for comment", " to a request for comment on the Coast Herald report"])
def test_silence_that_names_nothing_else_stands_alone(asked: str) -> None:
    silence = f"The Tarn Rail Group did not respond{asked}."
    assert answers(report("Marsh Weekly", CLAIM, silence)) == ["Tarn Rail Group did not respond (Marsh Weekly)"]


def test_a_denial_by_somebody_whom_no_name_resolves_is_told() -> None:
    said = "They denied on Tuesday that Orlon Freight Limited would close its Ledbury depot in spring."
    document = to_document(twosource.investigate((report("Marsh Weekly", CLAIM), report("Coast Radio", said))))
    told = [line.text for line in summary(document) if line.text.startswith("A denial by somebody")]
    assert told == [f"A denial by somebody whom no name resolves (Coast Radio): “{said.rstrip('.')}”"]


def test_a_body_without_a_name_denies_under_the_words_that_a_report_has_for_it() -> None:
    said = "City hall denied on Tuesday that Orlon Freight Limited would close its Ledbury depot in spring."
    told = answers(report("Marsh Weekly", CLAIM), report("Coast Radio", said))
    assert told[0] == "City hall denies it (Coast Radio)"


def test_who_wrote_before_the_denial_left_nothing_out() -> None:
    day = date(2026, 3, 2)
    first = replace(report("Coast Radio", CLAIM, "The river rose again."), published=Moment(earliest=day, latest=day))
    later = Moment(earliest=day + timedelta(1), latest=day + timedelta(1))
    denial = replace(report("Marsh Weekly", CLAIM, DENIED), published=later)
    assert silent(denial, first) == []
    assert silent(denial, replace(first, published=later)) == ["No word of a denial in Coast Radio"]


def test_officials_of_one_description_stand_in_one_line_and_overlapping_words_stand_once() -> None:
    document = sample()
    denial = next(one for one in document.stances if one.stance == "denies")
    span = denial.span
    part = structs.replace(span, start=span.start + 4, exact=span.exact[4:])
    officials = [
        EntityRecord(id=one, kind="person", name="an official", aliases=[], mentions=[]) for one in ("o1", "o2")
    ]
    stances = [structs.replace(denial, id=f"s{one.id}", party=one.id) for one in officials]
    told = structs.replace(document, entities=[*document.entities, *officials], stances=stances)
    lines = [line.text for line in answering(told) if "an official" in line.text]
    assert lines == [f"an official denies it ({outlets(told, [span.article])})"]
    elsewhere = [
        structs.replace(one, party="o1", claim=None, span=words)
        for one, words in zip(stances, (span, part), strict=True)
    ]
    lines = [line.text for line in answering(structs.replace(told, stances=elsewhere))]
    assert [line for line in lines if line.startswith(NOT_SHOWN)] == [
        f"{NOT_SHOWN}: an official ({outlets(told, [span.article])}), “{span.exact}”"
    ]


@pytest.mark.parametrize(
    ("said", "denied"), [("he denied it", 1), ("he hasn’t denied it", 0), ("it was not yet denied", 0)]
)
def test_what_somebody_has_not_denied_is_no_denial(said: str, denied: int) -> None:
    document = sample()
    words = Words(article="elsewhere", start=0, end=len(said), exact=said)
    statement = StatementRecord(span=words, attribution=None, stance="denies")
    claim = structs.replace(document.claims[0], statements=[statement])
    assert len(unresolved_denials(structs.replace(document, claims=[claim]))) == denied
