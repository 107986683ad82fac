"""Reports to stories: together what belongs together, the same wherever one stops and goes on."""

import msgspec
import pytest

from twosource.corpus.grouping import batches, group
from twosource.corpus.sign import Sign, sign_of
from twosource.corpus.spool import Kept
from twosource.corpus.stories import State, Stories
from twosource.readers.dates import stated
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft

PLACES = ("Veldhaven", "Averley", "Corrin", "Northquay", "Waymark", "Tarnby", "Ostermoor", "Lindeck")


def sign(text: str, day: str, title: str = "") -> Sign:
    draft = Draft(file="a.txt", text=text, title=title or None, published=stated(day, "given"))
    return sign_of(articles_of([draft])[0])


SYLLABLES = ("ba", "ro", "lin", "ter", "mos", "ka", "ved", "un", "gra", "pel", "sto", "wyn")


def word(number: int) -> str:
    return "".join(SYLLABLES[number * 7919 // 12**place % 12] for place in range(4))


def stream() -> list[Sign]:
    """Two reports of each of 48 events, spread over twelve days."""
    signs = []
    for number in range(96):
        event = number // 2
        place, matter = PLACES[event % 8], f"{word(event * 16 + 13)} {word(event * 16 + 14)}"
        words = " ".join(word(event * 16 + step) for step in range(12))
        own = " ".join(word(5000 + number * 6 + step) for step in range(6))
        text = f"The {matter} in {place} went on, officials said of {words}. People counted {own} and left."
        signs.append(sign(text, f"2031-05-{1 + number // 8:02}", f"{matter} in {place} {word(event * 16)}"))
    return signs


def test_reports_of_one_event_share_a_story_and_others_do_not() -> None:
    stories = Stories()
    found = [stories.add(one) for one in stream()]
    assert found[::2] == found[1::2]
    assert len(set(found)) == 48


def test_a_stream_that_rests_goes_on_as_if_it_had_not() -> None:
    signs, whole = stream(), Stories()
    expected = [whole.add(one) for one in signs]
    for rest in (1, 17, 50, 95):
        first = Stories()
        found = [first.add(one) for one in signs[:rest]]
        written = msgspec.msgpack.encode(first.state())
        second = Stories.resumed(msgspec.msgpack.decode(written, type=State))
        assert [*found, *(second.add(one) for one in signs[rest:])] == expected


def test_a_story_closes_and_a_late_report_finds_it_for_some_days() -> None:
    text = "The ferry fire in Tarnby hurt nine people, Tarnby officials said. The ferry burned for hours."
    for gap, joins in ((2, True), (6, False)):
        stories = Stories()
        founder = stories.add(sign(text, "2031-05-01", "Ferry fire in Tarnby"))
        stories.add(sign("Frost took the orchards of Corrin, growers said.", f"2031-05-{1 + gap + 6:02}", "Frost"))
        late = stories.add(sign(f"{text} It was towed away.", "2031-05-02", "Ferry fire in Tarnby"))
        assert (late == founder) is joins
    assert len(stories) == 2


def test_a_report_without_a_day_is_placed_too() -> None:
    text = "The ferry fire in Tarnby hurt nine people, Tarnby officials said. The ferry burned for hours."
    stories = Stories()
    assert stories.add(sign(text, "", "Ferry fire in Tarnby")) == stories.add(sign(f"{text} Again.", "", "Ferry fire"))


def test_work_is_bounded_when_everything_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def unlike(*pair: object) -> float:
        compared.append(pair)
        return 0.0

    monkeypatch.setattr("twosource.corpus.members.cosine", unlike)
    stories = Stories()
    for number in range(300):
        stories.add(sign(f"The port of Veldhaven has closed, the owners said. {number}", "2031-05-01", "Port closed"))
    assert len(compared) <= 300 * 12 * 8 * 2
    assert len(stories) == 300


def test_a_story_of_many_reports_has_chapters_and_each_report_one_place() -> None:
    text = "The ferry fire in Tarnby hurt nine people, Tarnby officials said. The ferry burned for hours, they said."
    signs = {}
    for number in range(100):
        one = sign(f"{text} Observer {number} counted {number * 37} people.", "2031-05-01", "Ferry fire in Tarnby")
        signs[one.report] = one
    kept = [Kept(report=key, day=one.day, file="a", place="", outlet=None, url=None) for key, one in signs.items()]
    found = group(kept, lambda one: signs[one.report])
    assert {chapter.story for chapter in found.chapters} == {found.chapters[0].story}
    assert [len(chapter.reports) for chapter in found.chapters] == [40, 40, 20]
    assert group(reversed(kept), lambda one: signs[one.report]) == found
    told = [one.report for batch in batches(found.chapters) for chapter in batch for one in chapter.reports]
    assert sorted(told) == sorted(signs)


def test_a_report_whose_title_tells_nothing_is_placed_by_its_words() -> None:
    first = sign(
        "Mayor Ines Calder will step down on 15 May, an aide to the mayor told the Moor Courier on Monday.",
        "2031-04-21",
        "Mayor to step down in May, aide says",
    )
    answer = sign(
        "The mayor's office denied on Wednesday that Ines Calder would leave, after the Moor Courier quoted an aide as "
        "saying that she would step down on 15 May. The party did not say what it had been told.",
        "2031-04-23",
        "Will she, won't she?",
    )
    other = sign("The harbour fair of Averley drew 4,000 people on Tuesday.", "2031-04-23", "Will it, won't it?")
    stories = Stories()
    found = [stories.add(one) for one in (first, answer, other)]
    assert found[0] == found[1] != found[2]
