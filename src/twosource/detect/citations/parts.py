"""Ranges of a sentence: where content begins and ends."""

from twosource.detect.citations.draft import Draft
from twosource.lexicon.grammar import closed
from twosource.text.clauses import Sentence
from twosource.text.rows import Range

SEPARATORS = frozenset({"and", "but", "while", "though", "although", "whereas", "yet"})


def new_clause(row: Sentence, place: int) -> bool:
    """Whether another clause begins there, which goes not on with what was said before."""
    return row[place].low in closed("coordinators") | closed("subordinators") | closed("relatives") | {
        "according",
        "adding",
        "citing",
        "saying",
        "noting",
    }


def clause_start(row: Sentence, place: int, found: list[Draft]) -> int:
    """Where the clause begins that a cue closes: after a label, after a joint that follows the cue before."""
    label = next(
        (at + 1 for at in range(min(8, place)) if row[at].low == ":" and row[0].low in {"•", "-", "*", "–"}), 0
    )
    last = max((one.cue[1] for one in found if not one.agentless), default=0)
    for at in range(place - 2, max(last, label), -1):
        if last and (row[at].low == ";" or (row[at].low == "," and row[at + 1].low in SEPARATORS)):
            return at + 1
    return label


def content_end(row: Sentence) -> int:
    """Where the sentence ends but for its closing marks."""
    end = len(row)
    while end and row[end - 1].low in {".", "!", "?", ";", ":", ",", "...", "…"}:
        end -= 1
    return end


def part(row: Sentence, first: int, stop: int) -> list[Range]:
    """The range without openers and marks at its edges; none if nothing is left."""
    while first < stop and (
        (not row[first].is_word and not row[first].is_quoted and row[first].low not in "([$#@")
        or row[first].low in {"but", "and", "however", "meanwhile"}
    ):
        first += 1
    while first < stop and not row[stop - 1].is_word and not row[stop - 1].is_quoted and row[stop - 1].low not in ")]%":
        stop -= 1
    if stop - 1 > first and row[stop - 1].low == ")" and not any(token.low == "(" for token in row[first:stop]):
        stop -= 1
    return [(first, stop)] if first < stop else []
