import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.detect.attributions import attributions
from twosource.detect.citations import citations
from twosource.detect.citations.marked import as_said
from twosource.detect.mentions import mentions
from twosource.detect.parties import parties
from twosource.detect.responses import responses
from twosource.text.chains.count import independent
from twosource.types.article import Article, Block
from twosource.types.attribution import Attribution
from twosource.types.claim import Proposition, Statement
from twosource.types.party import Party
from twosource.types.story import Story


def report(text: str, name: str = "a", outlet: str | None = None) -> Article:
    """Each paragraph is a block of the body."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="body", language="en", start=place, end=place + len(line)))
        place += len(line) + 1
    return Article(id=name, text=text, outlet=outlet, blocks=tuple(blocks), language="en")


def said(*articles: Article) -> tuple[list[Party], list[Attribution]]:
    story = Story(articles=articles)
    found = list(parties(story, [one for article in articles for one in mentions(article)]))
    told = [one for article in articles for one in citations(article)]
    return found, list(attributions(story, told, found))


def speakers(*articles: Article) -> list[str | None]:
    found, told = said(*articles)
    names = {party.id: party.name for party in found}
    return [names.get(one.speaker or "") for one in told]


ODD = [
    "",
    "said",
    "according to",
    "he said the firm would win and he said it again and nobody stopped him",
    "ANN LEE SAID “NO” AND TARN RAIL DENIED IT",
    "“ ” \" ' ‘ ’ « » '' `` ,” said",
    "\u202eAnn Lee\u202c said \u200b“yes\u200b,” and left.",
    "“Yes,” said \u2066Ann\u2069 Lee\u00ad.",
    "Said said said, said said said.",
    "citing citing people, citing",
    ":: “” :: said: said:",
    "the the the who said who said that that",
    "\ud800 said “x”",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_and_every_span_rereads(text: str) -> None:
    article = report(text)
    for finding in (*mentions(article), *citations(article), *responses(article)):
        assert all(article.bears_out(span) for span in finding.evidence())


@given(
    st.lists(
        st.sampled_from(
            [
                *"“”\"'‘’,.:;()—&",
                "said",
                "Ann",
                "Lee",
                "the",
                "that",
                "Tarn",
                "Rail",
                "who",
                "and",
                "according",
                "to",
                "citing",
                "people",
                "it",
                "he",
                "denied",
                "reportedly",
                "\n",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_row_of_words_gives_checked_spans(pieces: list[str]) -> None:
    article = report(" ".join(pieces))
    found, told = said(article)
    for finding in (*found, *told, *responses(article)):
        assert all(article.bears_out(span) for span in finding.evidence())


def test_invisible_marks_do_not_hide_a_speaker() -> None:
    assert speakers(report("“It is safe,” said Mayor Ann\u200b Lee.")) != [None]


@pytest.mark.parametrize(
    "piece",
    [
        "“We will win,” Ann Lee, chief of Tarn Corp., told the Ledbury Post, adding that it was true.\n",
        "He said that Tarn Corp. was well, and Ann Lee said so too. ",
        "he said the firm would win and ",
        "word ",
    ],
)
def test_a_long_text_takes_linear_time(piece: str) -> None:
    short, long = (report(piece * (words // len(piece.split()))) for words in (2_000, 8_000))
    times = []
    for article in (short, long):
        begin = time.perf_counter()
        said(article)
        times.append(time.perf_counter() - begin)
    assert times[1] < 12 * max(times[0], 0.05)


def test_two_hundred_thousand_words_are_read() -> None:
    article = report("word " * 200_000 + "“It is safe,” said Ann Lee.")
    assert [citation.content[0].exact for citation in citations(article)] == ["It is safe,"]


def test_another_story_changes_no_party() -> None:
    first = report("Mayor Ann Lee met Orlon Freight. Lee was glad, and Orlon Freight was not.", "a")
    second = report("Orlon Freight said Lee was wrong.", "b")
    strange = report("Senator Tom Lee sang in Norway on Monday. The senator was glad.", "z")
    before, _ = said(first, second)
    after, _ = said(first, second, strange)
    assert {(one.name, one.mentions) for one in before} <= {(one.name, one.mentions) for one in after}


def test_a_name_is_one_party_over_all_reports() -> None:
    found, _ = said(report("Mayor Ann Lee spoke in Oslo.", "a"), report("ANN. “Yes,” said Ann Lee.", "b"))
    assert [party.name for party in found if party.kind == "person"] == ["Ann Lee"]


def test_the_same_input_gives_the_same_findings() -> None:
    text = "Tarn Rail is for sale, the Ledbury Post reported, citing two people. “No,” said Ann Lee, its chief."
    assert said(report(text)) == said(report(text))


def test_an_article_that_was_skipped_is_left_out() -> None:
    article = Article(id="a", text="“Yes,” said Ann Lee.", skipped="empty")
    story = Story(articles=(article,))
    assert list(parties(story, [])) == []
    assert list(attributions(story, [], [])) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Four people familiar with the talks said it was over.", 4),
        ("A person close to the bank said it was over.", 1),
        ("One of the sources said it was over.", 1),
        ("Several officials said it was over.", None),
        ("Both officials said it was over.", 2),
    ],
)
def test_unnamed_sources_are_counted_where_the_words_count_them(text: str, count: int | None) -> None:
    (citation,) = citations(report(text))
    assert citation.anonymous is not None
    assert citation.anonymous.count == count


@pytest.mark.parametrize(
    "text", ["Mayor Ann Lee said so.", "The mayor said it was over.", "Analyst Ann Lee said it was over."]
)
def test_named_people_and_offices_are_not_anonymous(text: str) -> None:
    assert all(citation.anonymous is None for citation in citations(report(text)))


def test_nested_reports_know_what_encloses_them() -> None:
    outer, inner = citations(report("The Ledbury Post reported that Ann Lee told Tom Ray that the bridge was safe."))
    assert inner.inside == outer.id
    assert outer.inside is None


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("that it would be told, without", "it would be told"),
        ("it was sold, and the", "it was sold"),
        ("it was sold (twice", "it was sold (twice)"),
        ("the", "the"),
        ("what it was made for", "what it was made for"),
        ("profits below", "profits below"),
    ],
)
def test_what_the_model_breaks_off_ends_with_a_word_that_can_be_the_last(words: str, kept: str) -> None:
    text = f"{words}) again"
    start, end = as_said(text, (0, len(words)), []) or (0, 0)
    assert text[start:end] == kept


def test_a_preposition_before_another_word_is_not_the_last() -> None:
    assert as_said("profits below all hopes", (0, 13), []) == (0, 7)


def test_a_claim_whose_chains_lead_nowhere_has_one_origin() -> None:
    span = Article(id="a1", text="The ferry sank.").span(0, 15)
    told = Proposition(
        text=span.exact, statements=(Statement(span=span, attribution=None, stance="asserts"),), weight=1.0
    )
    assert independent([], told, 1) == (1, 1)
