"""Who the words that name a source stand for."""

import re
from collections.abc import Mapping

from twosource.detect.attributions.desks import Desks, is_writer
from twosource.detect.attributions.directory import Directory
from twosource.detect.attributions.heard import Heard, noun_of
from twosource.detect.attributions.naming import REPORTS, Context, Namer, Speakers
from twosource.detect.attributions.offices import Offices
from twosource.detect.attributions.pronouns import PERSONAL, Before, Pronouns, is_near
from twosource.lexicon import words
from twosource.types.article import Article
from twosource.types.attribution import Anonymous, Citation
from twosource.types.party import Party
from twosource.types.span import Span

_OWNS = re.compile(r"(?:[’']s)? (?:\w+ )?(?:report|story|article|piece|scoop)\b")
_LEAD = 80
_OCCASION = re.compile(r"\b(?:In|On|At|During|Speaking) ([^.!?\n“”]{3,70}), $")
_TALK = re.compile(r"\b(?:interview|remarks|comments|speaking|email|statement)\b.*\b(?:with|to)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:(?:one|two|three|some|several|both|none|all) of )?(?:the|those|these|both|that)\b", re.IGNORECASE
)
_ANOTHER = re.compile(
    r"(?:(?:a|an|one|another|two|some|several|other|multiple|its|their) )?(?:\w+ )?(?:sources?|insiders?)\b|others$",
    re.IGNORECASE,
)


class Resolver:
    """Reads one report's citations in order, and keeps who spoke last."""

    def __init__(
        self, article: Article, directory: Directory, spoken: Mapping[str, str], desks: Desks, offices: Offices
    ) -> None:
        """Takes a report, the parties of its story, and for whom spokespersons (ids) speak and writers write."""
        self._article, self._directory = article, directory
        self._spoken, self._desks, self._offices = spoken, desks, offices
        self._cited: set[str] = set()
        self._before = Before()
        self._pronouns = Pronouns(article, directory, spoken, self._before)
        self._namer, self._context = Namer(directory), Context()
        self._writes_for: dict[str, Speakers] = {}
        self._told: set[str] = set()
        self._heard = Heard(article, directory)
        self._unnamed: dict[str, tuple[Span, Speakers]] = {}

    def resolve(self, citation: Citation, named: Citation | None = None) -> tuple[Speakers, Speakers]:
        """The ids of its speakers (none where they are unnamed or unclear) and of the relays, outermost first.

        `named` is a later citation whose words name this one's source.
        """
        speakers, via = self._resolve(citation)
        if named is not None and named.source is not None:
            speakers = self._namer.speakers(named.source, self._context)
        if not via and _is_quoted(citation) and self._context.outlet is not None and self._before.last is not None:
            via = (
                (self._context.outlet,)
                if citation.source and is_near(self._article, self._before.last, citation.source)
                else ()
            )
        if citation.source is None or citation.source.exact.lower() in PERSONAL:
            speakers = tuple(one for one in speakers if not self._names_himself(one, citation))
        found = (speakers, tuple(dict.fromkeys(via)))
        if citation.anonymous is not None and citation.source is not None and found[1]:
            self._unnamed[noun_of(citation.source)] = citation.source, found[1]
        self._before.known[citation.id] = found
        if citation.source is not None and citation.inside is None:
            self._before.go_on(citation)
            self._context.spoke = found[0]
        if citation.relays and len(found[0]) == 1 and found[1]:
            self._writes_for[found[0][0]] = found[1]
            if citation.hearer is not None or citation.occasion is not None:
                self._told.add(found[0][0])
        for party in (*found[1], *found[0]):
            if self._directory.parties[party].kind == "publication":
                self._context.outlet = party
                self._cited.add(party)
        return found

    def _names_himself(self, speaker: str, citation: Citation) -> bool:
        """Whether the words name this person, who would have said "I", or been told by a pronoun."""
        if self._directory.parties[speaker].kind != "person":
            return False
        named = [one for part in citation.content for one in self._mentioned(part)]
        return any(party.id == speaker and not place.exact.islower() for place, party in named)

    def _mentioned(self, part: Span) -> list[tuple[Span, Party]]:
        found = self._directory.mentioned(self._article.id, part.start, part.end)
        return [(place, party) for place, party in found if place.exact.lower() not in PERSONAL]

    def _resolve(self, citation: Citation) -> tuple[Speakers, Speakers]:
        if citation.source is None:
            return self._before.known.get(citation.continues or "", ((), ()))
        if self._context.outlet is None:
            self._context.outlet = self._reporting(citation.source)
        around = self._around(citation)
        relays = [party for relay in citation.relays if (party := self._namer.relay(relay, self._context))]
        via = tuple(one for party in relays for one in (*self._writes_for.get(party, ()), party))
        if citation.anonymous is not None:
            return (), around + (via or self._shared_relay(citation))
        if self._pronouns.is_pronoun(citation.source):
            speakers, before = self._pronoun(citation, citation.source)
            return self._bodies(citation, speakers), around + (via or before)
        named = self._namer.speakers(citation.source, self._context)
        if not named and (holder := self._offices.holder(citation.source)) is not None:
            named = (holder,)
        speakers = self._bodies(citation, named)
        return speakers, around + (via or self._own_outlet(citation, speakers))

    def _reporting(self, source: Span) -> str | None:
        """The one outlet whose report the text has spoken of before: `the Courier’s story`, for `the report`."""
        named = self._directory.mentioned(self._article.id, 0, source.start)
        text = self._article.text
        found = {party.id for place, party in named if party.kind == "publication" and _OWNS.match(text, place.end)}
        return found.pop() if len(found) == 1 else None

    def _pronoun(self, citation: Citation, source: Span) -> tuple[Speakers, Speakers]:
        """The speaker before, or the party of the pronoun's mention."""
        found = self._pronouns.speaker(citation, source)
        if found is not None:
            return found
        marked = tuple(party.id for party in self._pronouns.marked(source)[:1])
        return marked, self._own_outlet(citation, marked) if marked else ()

    def _bodies(self, citation: Citation, named: Speakers) -> Speakers:
        """The speakers, a body instead of the person who speaks for it."""
        for one in named:
            if one in self._spoken:
                self._before.voices[citation.id] = one
        return tuple(dict.fromkeys(self._spoken.get(one, one) for one in named))

    def unnamed(self, citation: Citation) -> Anonymous | None:
        """The source without a name whom the pronoun of a citation takes up."""
        return self._before.unnamed.get(citation.id)

    def _around(self, citation: Citation) -> Speakers:
        """The relays of the citation that encloses this one, and its speaker: who tells what another says."""
        outer = self._before.known.get(citation.inside or "")
        if outer is None or self._is_aside(citation):
            return ()
        return (*outer[1], *(outer[0] if len(outer[0]) == 1 else ()))

    def _is_aside(self, citation: Citation) -> bool:
        """Whether it tells when or why, beside what the outer one says: `jobs will go after Orlon reported losses`."""
        place = citation.source.start if citation.source else 0
        before = self._article.text[max(0, place - _LEAD) : place].split()
        return bool(before) and before[-1].lower() in {"after", "as", "since", "when", "before", "while", "because"}

    def _own_outlet(self, citation: Citation, speakers: Speakers) -> Speakers:
        """The outlet that a person writes for, or spoke to before in this report; not for what was said elsewhere."""
        if len(speakers) != 1 or self._directory.parties[speakers[0]].kind != "person" or citation.hearer is not None:
            return ()
        led = self._lead(citation)
        if (outlet := self._interviewer(led)) is not None:
            self._writes_for[speakers[0]] = (outlet,)
            return (outlet,)
        elsewhere = citation.occasion is not None or self._is_occasion(led)
        apart = self._is_apart(citation)
        if not elsewhere and (own := self._writes_for.get(speakers[0])) and not (apart and speakers[0] in self._told):
            return own
        place = citation.source.start if citation.source else 0
        if not elsewhere and not apart and (heard := self._heard.by(speakers[0], place)):
            return (heard,)
        own_report = led is not None and bool(set(led.exact.lower().split()) & REPORTS)
        if elsewhere and not own_report:
            return ()
        desk = self._desks.of(speakers[0], self._cited) or self._writer_of_last(citation)
        return (desk,) if desk else ()

    def _writer_of_last(self, citation: Citation) -> str | None:
        """The outlet just cited, if a writer of no other goes on: `the Courier reported. Reporter Ann Lee said`."""
        source, last = citation.source, self._before.last
        if source is None or last is None or not is_writer(source) or not is_near(self._article, last, source):
            return None
        speakers, _ = self._before.known.get(last.id, ((), ()))
        inside = [party for _, party in self._directory.within(source) if party.kind in {"publication", "organization"}]
        outlet = speakers[0] if len(speakers) == 1 and not inside else None
        return outlet if outlet and self._directory.parties[outlet].kind == "publication" else None

    def _lead(self, citation: Citation) -> Span | None:
        """What leads the source, up to its comma: `In a statement on Friday, Lee said`."""
        place = citation.source.start if citation.source else 0
        first = max(0, place - _LEAD)
        found = _OCCASION.search(self._article.text[first:place])
        return self._article.span(first + found.start(1), first + found.end(1)) if found else None

    def _is_occasion(self, led: Span | None) -> bool:
        """Whether that is where something else was said."""
        return led is not None and bool(set(led.exact.lower().split()) & set(words("reporting", "occasions")))

    def _is_apart(self, citation: Citation) -> bool:
        """Whether it was said at another time: tweeted, or `has called it a hoax`."""
        if citation.cue is None or citation.source is None:
            return False
        between = self._article.text[citation.source.end : citation.cue.end].lower().split()
        return bool({"has", "have", "had"} & set(between)) or " ".join(between[-1:]).startswith(
            ("tweet", "post", "wrote")
        )

    def _interviewer(self, led: Span | None) -> str | None:
        """The outlet to which it was said: `In an interview with the Courier, Lee said`."""
        if led is None or not _TALK.search(led.exact):
            return None
        outlets = {party.id for _, party in self._directory.within(led) if party.kind == "publication"}
        own = self._article.outlet
        named = [one for one in outlets if own is None or self._directory.parties[one].name.lower() not in own.lower()]
        return named[0] if len(outlets) == 1 and named else None

    def _shared_relay(self, citation: Citation) -> Speakers:
        """`those people`, `one of the sources`, `the official`: the relays of the unnamed sources just cited."""
        source, last = citation.source, self._before.last
        if source is None or last is None or citation.hearer is not None:
            return ()
        speakers, via = self._before.known.get(last.id, ((), ()))
        if _KNOWN.match(source.exact):
            earlier, relays = self._unnamed.get(noun_of(source), (source, ()))
            known = relays or (via if last.anonymous is not None else ())
            return known if _names(source) <= _names(earlier) else ()
        outlet = tuple(one for one in speakers if self._directory.parties[one].kind == "publication")
        of_outlet = last.anonymous is not None and bool(via)
        return (
            (via if of_outlet else outlet[:1])
            if _ANOTHER.match(source.exact) and is_near(self._article, last, source)
            else ()
        )


def _is_quoted(citation: Citation) -> bool:
    """Whether the words say that an outlet quotes somebody, and not which: `Lee was quoted as saying`."""
    return citation.cue is not None and citation.cue.exact.lower().startswith(("quoted", "was quoted", "were quoted"))


def _names(source: Span) -> set[str]:
    """The capitalised words for a source, which tell it from another of its noun: `the Iraqi official`."""
    return {word for word in source.exact.split()[1:] if word[:1].isupper()}
