"""A small document of made-up reports, for the tests of the views; `poison` is put behind every text of theirs."""

from itertools import pairwise
from typing import Literal

import msgspec

from twosource.export.document import (
    SCHEMA,
    AnonymousRecord,
    ArticleRecord,
    AttributionRecord,
    BlockRecord,
    ClaimRecord,
    CoverageRecord,
    DifferenceRecord,
    DiscrepancyRecord,
    Document,
    EntityRecord,
    EventRecord,
    IntervalRecord,
    MakerRecord,
    ModelRecord,
    NoticeRecord,
    OriginRecord,
    PredictionRecord,
    QuantityRecord,
    QuoteRecord,
    ReuseRecord,
    SideRecord,
    StanceRecord,
    StatementRecord,
    StoryRecord,
    SummaryLine,
    UnreadRecord,
    When,
    WordingRecord,
    Words,
)

HEADLINES = ("Ferry line Brisa to stop all night boats", "Brisa said to end night boats 🚢 this spring")
CLAIM = "the ferry line Brisa will stop all its night boats"
DENIAL = "Brisa called the report an invention"
SILENCE = "The port authority did not reply to questions"
QUOTES = ("We will run every boat, night and day,", "We’ll run every boat, day and night,")
FIGURES = ("1,200 passengers a night", "900 passengers a night")
FORECAST = "the last night boat will sail on 30 April"
EVENT = "Brisa bought its last boat in 2019"
JUDGED = "a shameful plan"
CORRECTION = "Correction: an earlier version misspelt the name of the port."


class Maker:
    """Builds the document; each text of a report ends every phrase with the poison."""

    def __init__(self, poison: str) -> None:
        self.poison = poison and f" {poison}"
        self.texts = {"a1": self.text(0), "a2": self.text(1)}

    def text(self, number: int) -> str:
        body = (
            f"Three people close to the line say {CLAIM}{self.poison}. {DENIAL}{self.poison}. "
            f"“{QUOTES[number]}{self.poison}” said Ida Maro. The boats carry {FIGURES[number]}{self.poison}."
        )
        rest = (
            f"{SILENCE}{self.poison}. It is {JUDGED}{self.poison}. {EVENT}{self.poison}, and {FORECAST}{self.poison}."
        )
        return f"{HEADLINES[number]}{self.poison}\n\n{body}\n\n{rest}\n\n{CORRECTION}{self.poison}"

    def words(self, article: str, phrase: str) -> Words:
        exact = phrase + self.poison
        start = self.texts[article].index(exact)
        return Words(article=article, start=start, end=start + len(exact), exact=exact)

    def both(self, phrase: str) -> list[Words]:
        return [self.words("a1", phrase), self.words("a2", phrase)]

    def article(self, key: Literal["a1", "a2"], outlet: str | None, url: str | None, day: str | None) -> ArticleRecord:
        text = self.texts[key]
        starts = [0, *[place + 2 for place in range(len(text)) if text.startswith("\n\n", place)], len(text) + 2]
        kinds: list[Literal["headline", "body", "disclosure"]] = ["headline", "body", "body", "disclosure"]
        cuts = pairwise(starts)
        blocks = [
            BlockRecord(kind=k, language="en", start=a, end=b - 2) for k, (a, b) in zip(kinds, cuts, strict=False)
        ]
        return ArticleRecord(
            id=key,
            file=f"in/{key}.txt{self.poison}",
            url=url,
            outlet=outlet and outlet + self.poison,
            title=HEADLINES[int(key[1]) - 1] + self.poison,
            authors=["Nils Arvo" + self.poison],
            language="en",
            published=when(day),
            text=text,
            blocks=blocks,
            skipped=None,
        )

    def attribution(
        self, key: str, article: str, words: Words, speaker: str | None, via: list[str]
    ) -> AttributionRecord:
        unnamed = AnonymousRecord(count=3, description="three people close to the line" + self.poison, reason=None)
        return AttributionRecord(
            id=key,
            article=article,
            kind="direct" if speaker else "indirect",
            content=[words],
            cue=None,
            source=None,
            speaker=speaker,
            anonymous=None if speaker else unnamed,
            via=via,
            occasion=None,
            said=when("2025-03-02"),
            inside=None,
            act="asserts",
        )

    def document(self) -> Document:
        claims = self.both(CLAIM)
        said = [self.words(key, quote) for key, quote in zip(("a1", "a2"), QUOTES, strict=True)]
        figures = [self.words(key, figure) for key, figure in zip(("a1", "a2"), FIGURES, strict=True)]
        origin = OriginRecord(
            id="o1",
            name="three people close to the line" + self.poison,
            kind="anonymous",
            articles=["a1", "a2"],
            via=["e3"],
            spans=claims,
        )
        return Document(
            schema=SCHEMA,
            story=StoryRecord(
                id="s",
                title=CLAIM + self.poison,
                summary=[
                    SummaryLine(text=f"“{CLAIM}{self.poison}”, in 2 of 3 reports", spans=claims, answers="claimed")
                ],
                from_="2025-03-02",
                to="2025-03-04",
            ),
            articles=[
                self.article("a1", "Harbour Gazette", "https://gazette.example/ferry?line=1&b=2", "2025-03-02"),
                self.article("a2", None, self.poison or None, None),
                ArticleRecord(
                    id="a3",
                    file="in/a3.txt" + self.poison,
                    url=None,
                    outlet=None,
                    title=None,
                    authors=[],
                    language="und",
                    published=when(None),
                    text="",
                    blocks=[],
                    skipped="no readable text" + self.poison,
                ),
            ],
            unread=[UnreadRecord(file="in/wall.html" + self.poison, reason="a consent page" + self.poison)],
            entities=[
                EntityRecord(id=key, name=name + self.poison, kind="organization", aliases=[], mentions=[])
                for key, name in (
                    ("e1", "Brisa"),
                    ("e2", "Ida Maro"),
                    ("e3", "Harbour Gazette"),
                    ("e4", "port authority"),
                )
            ],
            attributions=[
                self.attribution("t1", "a1", said[0], "e2", []),
                self.attribution("t2", "a2", said[1], "e2", []),
                self.attribution("t3", "a1", claims[0], None, []),
                self.attribution("t4", "a2", claims[1], None, ["e3"]),
            ],
            quotes=[
                QuoteRecord(
                    id="u1",
                    speaker="e2",
                    attributions=["t1", "t2"],
                    differences=[
                        DifferenceRecord(kind="wording", between=["t1", "t2"], explanation="word order" + self.poison)
                    ],
                )
            ],
            claims=[
                ClaimRecord(
                    id="k1",
                    text=CLAIM + self.poison,
                    core=True,
                    statements=[
                        StatementRecord(span=claims[0], attribution="t3", stance="attributes"),
                        StatementRecord(span=claims[1], attribution="t4", stance="attributes"),
                        StatementRecord(span=self.words("a1", DENIAL), attribution=None, stance="denies"),
                    ],
                    origins=[origin],
                    independent_origins=IntervalRecord(low=1, high=2),
                    why="Both chains end at unnamed people" + self.poison,
                    status="denied",
                )
            ],
            stances=[
                StanceRecord(id=f"h{place}", party=party, claim="k1", stance=stance, span=span, said=None)
                for place, (party, stance, span) in enumerate(self.stances())
            ],
            quantities=[
                QuantityRecord(
                    id=f"n{place}",
                    span=span,
                    value=40,
                    low=None,
                    high=None,
                    unit="person",
                    bound="exact",
                    measure="",
                    subject=None,
                    period=None,
                    attribution=None,
                )
                for place, span in enumerate(figures)
            ],
            times=[],
            discrepancies=[
                DiscrepancyRecord(
                    id="d1",
                    kind="quantity",
                    severity="contradiction",
                    title="passengers a night" + self.poison,
                    sides=[SideRecord(value=f"{n}{self.poison}", spans=[span]) for n, span in enumerate(figures)],
                    explanation="same measure" + self.poison,
                )
            ],
            timeline=[
                EventRecord(
                    id="y1",
                    when=When(earliest="2019-01-01", latest="2019-12-31", timex="2019", basis="stated", why=""),
                    text=EVENT + self.poison,
                    spans=self.both(EVENT),
                    articles=["a1", "a2"],
                )
            ],
            predictions=[
                PredictionRecord(
                    id="f1",
                    span=self.words("a1", FORECAST),
                    speaker="e2",
                    text=FORECAST + self.poison,
                    due=when("2025-04-30"),
                    criterion="criterion" + self.poison,
                    outcome="failed",
                    evidence=[self.words("a2", EVENT)],
                    kind="plan",
                    told_by="source",
                    attribution="s1",
                    horizon=None,
                    condition=None,
                    resolved=when("2025-05-02"),
                )
            ],
            notices=[
                NoticeRecord(
                    id="i1",
                    kind="correction",
                    span=self.words("a1", CORRECTION),
                    wrong=self.words("a2", EVENT),
                    right=None,
                    about=self.words("a1", FORECAST),
                )
            ],
            wording=[WordingRecord(id="b1", kind="loaded", span=self.words("a2", JUDGED), voice="e2")],
            reuse=[ReuseRecord(id="z1", kind="copied", articles=["a1", "a2"], spans=self.both(EVENT))],
            coverage=[
                CoverageRecord(claim="k1", article="a3", state="absent", span=None, nearest=None),
            ],
            made_by=MakerRecord(
                twosource="0.1.0",
                models=[ModelRecord(name="model" + self.poison, digest="digest" + self.poison)],
                settings={"as_of": "2025-05-01" + self.poison},
            ),
        )

    def stances(self) -> list[tuple[str, Literal["denies", "did_not_respond"], Words]]:
        return [
            ("e1", "denies", self.words("a1", DENIAL)),
            ("e1", "denies", self.words("a2", DENIAL)),
            ("e4", "did_not_respond", self.words("a1", SILENCE)),
        ]


def when(day: str | None) -> When:
    return When(earliest=day, latest=day, timex=day, basis="stated" if day else "unknown", why="")


def sample(poison: str = "") -> Document:
    return Maker(poison).document()


def crowd(number: int, poison: str = "") -> Document:
    """The document with so many reports, copies of the first, a day apart; all state the claim in their own voice."""
    document = sample(poison)
    first, texts = document.articles[0], document.articles[0].text
    stated = f"{CLAIM} {poison}" if poison else CLAIM
    start = texts.index(stated)
    extra = [
        msgspec.structs.replace(first, id=f"c{place}", published=when(f"2025-03-{3 + place % 9:02}"))
        for place in range(number - len(document.articles))
    ]
    spans = [Words(article=one.id, start=start, end=start + len(stated), exact=stated) for one in extra]
    claim, origin = document.claims[0], document.claims[0].origins[0]
    told = [StatementRecord(span=span, attribution=None, stance="asserts") for span in spans]
    own = OriginRecord(
        id="o2", name=first.outlet or "", kind="outlet", articles=[one.id for one in extra], via=[], spans=spans
    )
    claim = msgspec.structs.replace(claim, statements=[*claim.statements, *told], origins=[origin, own])
    return msgspec.structs.replace(document, articles=[*document.articles, *extra], claims=[claim])
