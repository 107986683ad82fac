"""Whom the pronouns and descriptions of a report stand for, read sentence by sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.detect.parties.group import Group
from twosource.detect.parties.phrases import Phrase, phrases
from twosource.lexicon import mapping, words
from twosource.lexicon.grammar import auxiliaries, closed, nouns
from twosource.lexicon.names import listed
from twosource.lexicon.reporting import verbs
from twosource.text.clauses import Sentence
from twosource.text.pronouns import may_stand_for
from twosource.text.tokens import Token, tokens

_REACH = 3  # sentences before, in which a company was named
_NATIONAL = ("ese", "ian", "ians", "ish", "ists", "ist", "islam")
_LEAD = 40  # code points within which the name that begins a sentence begins
_OFTEN, _TIMES = 3, 3  # a report is about the company that it names so often, and so many times as often as another

Place = tuple[int, int]


@dataclass(slots=True)
class Named:
    """A party where it is named: `place` to `end` (code points of the report)."""

    group: Group
    place: int
    end: int


class Antecedents:
    """Reads a report's sentences in order, and keeps who was named; `found` holds what the last one gave."""

    def __init__(self, named: Sequence[Named]) -> None:
        """Takes who is named in the report."""
        self.found: list[tuple[Group, Place]] = []
        self._recent: list[list[Group]] = []
        self._focus: Group | None = None
        self._subject: Group | None = None
        self._alone = False
        self._pronouns: dict[int, set[str]] = {}
        self._main = _main(named)

    def read(self, row: Sentence, shift: int, here: Sequence[Named]) -> None:
        """Reads one sentence, which stands `shift` code points from the report's beginning, and who is named there."""
        self.found = []
        held = list(here)
        for phrase in phrases(row):
            place = (shift + row[phrase.first].start, shift + row[phrase.stop - 1].end)
            if row[phrase.first].low == "it's":
                place = (place[0], place[0] + 2)
            before = [one for one in held if one.place < place[0]]
            group = self._antecedent(phrase, row, before, shift)
            if group is not None:
                self.found.append((group, place))
                held.append(Named(group, *place))
                if phrase.kind in {"he", "she"}:
                    self._pronouns.setdefault(id(group), set()).add(phrase.kind)
        self.found += [pair for token in row if token.is_quoted for pair in self._quoted(token, shift, here)]
        held.sort(key=lambda one: one.place)
        persons = [one for one in held if one.group.kind == "person"]
        if held:
            self._recent = [*self._recent[-_REACH + 1 :], [one.group for one in held]]
        if persons:
            single = len({id(one.group) for one in persons}) == 1
            self._focus = persons[0].group if single else _leading(row, held, shift)
        others = {id(one.group) for one in held if one.group.kind in {"organization", "publication", "group"}}
        self._subject = _subject(row, held, shift) if len(others) == 1 else None
        self._alone = len({id(one.group) for one in held}) == 1

    def _antecedent(self, phrase: Phrase, row: Sentence, named: Sequence[Named], shift: int) -> Group | None:
        before = [one.group for one in named]
        if phrase.kind == "company":
            group = self._company(before)
            return group if group is None or _apart(row, phrase, group, named, shift) else None
        if phrase.kind == "it":
            if phrase.first == 0:
                acts = any(token.low in words("people", "company_acts") for token in row[1:_REACH])
                return self._subject if self._alone or acts else None
            bodies = _distinct(group for group in before if group.kind in {"organization", "publication"})
            return bodies[0] if len(bodies) == 1 and is_company(bodies[0]) and _close(row, phrase) else None
        persons = _distinct(group for group in before if group.kind == "person" and self._may_be(group, phrase.kind))
        if len(persons) == 1:
            return persons[0]
        return self._focus if not persons and self._focus and self._may_be(self._focus, phrase.kind) else None

    def _may_be(self, group: Group, pronoun: str) -> bool:
        """Whether a person has no name of the other pronoun, and was not called by it so far."""
        return may_stand_for(pronoun, group.called) and self._pronouns.get(id(group), {pronoun}) == {pronoun}

    def _company(self, before: list[Group]) -> Group | None:
        """The one company named in the sentence, else in those before it; of several, the one the report is about."""
        for groups in [before, *reversed(self._recent)]:
            bodies = _distinct(group for group in groups if group.kind == "organization" and is_company(group))
            if len(bodies) == 1:
                return bodies[0]
            if bodies:
                return self._main if any(group is self._main for group in bodies) else None
        return self._main

    def _quoted(self, token: Token, shift: int, here: Sequence[Named]) -> Iterator[tuple[Group, Place]]:
        """`the company` within a quotation, where one is named in it before."""
        inner = token.quotation
        if inner is None:
            return
        row = tokens(token.text)
        first = shift + token.start
        for phrase in phrases(row):
            place = (first + row[phrase.first].start, first + row[phrase.stop - 1].end)
            before = (one.group for one in here if first <= one.place < place[0])
            bodies = _distinct(group for group in before if group.kind == "organization" and is_company(group))
            if phrase.kind == "company" and len(bodies) == 1:
                yield bodies[0], place


def _distinct(groups: Iterator[Group]) -> list[Group]:
    return list({id(group): group for group in groups}.values())


def _main(named: Sequence[Named]) -> Group | None:
    """The company that a report is about: named three times, and three times as often as any other."""
    counts = Counter(id(one.group) for one in named if one.group.kind == "organization" and is_company(one.group))
    first, *others = counts.most_common(2) or [(0, 0)]
    if first[1] < _OFTEN or any(first[1] < _TIMES * times for _, times in others):
        return None
    return next(one.group for one in named if id(one.group) == first[0])


def _leading(row: Sentence, held: Sequence[Named], shift: int) -> Group | None:
    """The one person beside a verb of saying, else the one who begins the sentence, unless it is `Ann Lee and Tom`."""
    persons = [one for one in held if one.group.kind == "person"]
    telling = _distinct(one.group for one in persons if _tells(row, one.place - shift))
    if telling:
        return telling[0] if len(telling) == 1 else None
    first, second = held[0], held[1]
    joined = [token.low for token in row if first.place < shift + token.start < second.place]
    if second.group.kind == "person" and "and" in joined:
        return None
    begins = row[0].low not in {"if", "when", "whether", "unless"} and first.place - shift - row[0].start < _LEAD
    return first.group if first.group.kind == "person" and begins else None


def _tells(row: Sentence, place: int) -> bool:
    """Whether a verb of saying stands right before the name and its title, or right after it."""
    at = next((number for number, token in enumerate(row) if token.start >= place), len(row) - 1)
    first, stop = at, at + 1
    while first > 0 and row[first - 1].is_capital:
        first -= 1
    while stop < len(row) and row[stop].is_capital:
        stop += 1
    return (first > 0 and row[first - 1].low in verbs()) or (stop < len(row) and row[stop].low in verbs())


def _subject(row: Sentence, held: Sequence[Named], shift: int) -> Group | None:
    """The company that begins the sentence and acts in it: no `Orlon’s problems`, no `Orlon shares`."""
    if not held or held[0].group.kind != "organization" or not is_company(held[0].group):
        return None
    first = held[0].place - shift
    opening = next((at for at, token in enumerate(row) if token.start >= first), 0)
    led = [token.low for token in row[:opening]]
    if any(low not in closed("determiners") | closed("openers") | {","} for low in led):
        return None
    acting = (
        auxiliaries() | closed("verbs") | closed("adverbs") | set(verbs()) | set(mapping("irregular", "past")) | {","}
    )
    stop = next((at for at, token in enumerate(row) if token.start >= held[0].end - shift), len(row))
    owned = any(token.is_possessive or token.is_quoted for token in row[opening:stop])
    following = row[stop].low if stop < len(row) and not owned else ""
    return held[0].group if following in acting or following.endswith(("ly", "ed")) else None


def _apart(row: Sentence, phrase: Phrase, group: Group, named: Sequence[Named], shift: int) -> bool:
    """Whether a new clause has begun since the name: what one does to a company is done to another."""
    names = [one for one in named if one.group is group]
    if not names:
        return True
    between = [token for token in row[: phrase.first] if token.end > names[-1].place - shift]
    if any(token.is_possessive and token.start < names[-1].end - shift for token in between):
        return True  # Orlon’s critics accuse the company
    between = [token for token in between if token.start >= names[-1].end - shift]
    last = between[-1].low if between else ""
    links = closed("subordinators") | closed("relatives") | {",", ";", ":", "—", "and", "but"} | set(verbs())
    return not last.endswith("ing") and any(token.low in links or token.is_quoted for token in between)


def _close(row: Sentence, phrase: Phrase) -> bool:
    """Whether no quotation stands between: who speaks there is another."""
    return not any(token.is_quoted for token in row[: phrase.first])


def is_company(group: Group) -> bool:
    """Whether it may be a company: no body of a state, no acronym of one, no document, no project."""
    named = {word for name in group.called for word in name.lower().split()}
    nations = listed("neither") | listed("groups")
    if any(word in nations or word.endswith(_NATIONAL) for name in group.called for word in (name.lower(),)):
        return False  # the Lebanese
    return named.isdisjoint(set(words("names", "no_company")) | nouns("documents"))
