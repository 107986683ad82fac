"""Spans are checked, and no finding exists without one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import EvidenceError, SpanError
from twosource.types.article import Article
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.writing import Notice

TEXT = "Ship 𝔄 is late, says “Ann”."


def test_a_span_holds_its_words() -> None:
    span = Article(id="a1", text=TEXT).span(5, 6)
    assert (span.exact, len(span)) == ("𝔄", 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_a_place_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="no span"):
        Article(id="a1", text=TEXT).span(start, end)


@given(st.text(min_size=1), st.data())
def test_every_span_re_reads(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article(id="a1", text=text)
    assert article.bears_out(article.span(start, end))


def test_no_evidence_no_finding() -> None:
    with pytest.raises(EvidenceError, match="at least one span"):
        Party(name="Ann", kind="person", aliases=(), mentions=())


def test_ids_follow_from_the_evidence() -> None:
    article = Article(id="a1", text=TEXT)
    one, same = (Notice(kind="copyright", span=article.span(0, 4)) for _ in range(2))
    other = Notice(kind="copyright", span=article.span(0, 6))
    assert one.id == same.id != other.id


def test_a_party_keeps_its_id_when_mentions_are_added() -> None:
    article = Article(id="a1", text=TEXT)
    few = Party(name="Ann", kind="person", aliases=(), mentions=(article.span(22, 25),))
    more = Party(name="Ann", kind="person", aliases=("A",), mentions=(article.span(0, 1), article.span(22, 25)))
    assert few.id == more.id


def test_open_ends_are_never_disjoint() -> None:
    past = Moment(latest=date(2026, 1, 1))
    later = Moment(earliest=date(2026, 1, 2))
    assert past.is_disjoint(later)
    assert not Moment().is_disjoint(later)
