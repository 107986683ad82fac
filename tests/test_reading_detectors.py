"""What holds of notices, wording and forecasts whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.detect.forecasts import forecasts
from twosource.detect.notices import notices
from twosource.detect.times import times
from twosource.detect.wording import wording
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.article import Article

WORDS = st.sampled_from(
    [
        *(
            "will",
            "could",
            "by",
            "the",
            "end",
            "of",
            "March",
            "next",
            "week",
            "in",
            "2027",
            "if",
            "port",
            "said",
            "than",
        ),
        *(
            "I",
            "think",
            "massive",
            "“",
            "”",
            '"',
            "reportedly",
            "it",
            "is",
            "claimed",
            "Correction:",
            "We",
            "earn",
            "a",
        ),
        *(
            "commission",
            "This",
            "article",
            "was",
            "written",
            "with",
            "AI",
            "©",
            "2031",
            ".",
            "\n",
            "\n\n",
            ",",
            ";",
            "—",
        ),
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=5), min_size=1, max_size=60).map(" ".join)


def article(text: str) -> Article:
    return articles_of([Draft(file="a.txt", text=text)])[0]


@settings(deadline=None)
@given(TEXTS)
def test_every_finding_re_reads_from_the_report(text: str) -> None:
    read = article(text)
    for notice in notices(read):
        assert read.bears_out(notice.span)
    for words in wording(read, []):
        assert read.bears_out(words.span)
        assert read.kind_at(words.span.start) in ("headline", "subhead", "body")
    found = tuple(times(read))
    for forecast in forecasts(read, found):
        assert forecast.horizon is not None
        assert forecast.span.covers(forecast.horizon)
        assert forecast.condition is None or forecast.span.covers(forecast.condition)
        assert any(time.span == forecast.horizon for time in found)


@settings(deadline=None)
@given(TEXTS.map(lambda text: text.replace('"', "").replace("“", "").replace("”", "")))
def test_nothing_within_quotation_marks_is_the_outlets_wording(text: str) -> None:
    line = " ".join(text.split())
    assert not list(wording(article(f"The port closed on Monday. The union said: “{line}”"), []))


@given(TEXTS)
def test_without_times_there_are_no_forecasts(text: str) -> None:
    assert not list(forecasts(article(text), []))
