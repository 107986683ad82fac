"""Verdicts applied to the predictions of a dossier."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from twosource.types.article import Article
from twosource.types.dossier import Dossier, Unread
from twosource.types.verdict import Verdict
from twosource.types.writing import Outcome, Prediction

if TYPE_CHECKING:
    from twosource.types.finding import Finding
    from twosource.types.moment import Moment


def decided(dossier: Dossier, verdicts: Iterable[Verdict], faults: Iterable[Unread] = ()) -> Dossier:
    """The dossier with these verdicts, in the order in which they were given: of several, the last one counts.

    A verdict holds for its prediction, and for the same words with the same day in other reports. One whose words these
    reports do not print is kept, and decides nothing; what could not be read as a verdict is listed as not read.
    """
    found = dossier.of(Prediction)
    placed = [replace(one, predictions=_meant(dossier, found, one)) for one in verdicts]
    last: dict[str, Verdict] = {key: one for one in placed for key in one.predictions}
    ruled = tuple(replace(one, outcome=_outcome(one, last)) for one in found)
    findings: dict[type[Finding], tuple[Finding, ...]] = {**dossier.findings}
    if found:
        findings[Prediction] = ruled
    return replace(dossier, findings=findings, verdicts=tuple(placed), unread=(*dossier.unread, *faults))


def _outcome(prediction: Prediction, last: dict[str, Verdict]) -> Outcome:
    verdict = last.get(prediction.id)
    return prediction.outcome if verdict is None or verdict.ruling == "withdrawn" else verdict.ruling


def _meant(dossier: Dossier, found: Sequence[Prediction], verdict: Verdict) -> tuple[str, ...]:
    """The ids of the predictions that it decides: those of its report in its words, and the same ones elsewhere."""
    reports = {article.id: article for article in dossier.articles}
    alike: dict[tuple[str, Moment | None], list[Prediction]] = defaultdict(list)
    for one in found:
        if folded(one.forecast.span.exact) == folded(verdict.words):
            alike[folded(verdict.words), one.due].append(one)
    known = verdict.article in reports
    own = {key for key, report in reports.items() if (key == verdict.article if known else _is_of(verdict, report))}
    groups = (group for group in alike.values() if any(one.forecast.span.article in own for one in group))
    return tuple(one.id for group in groups for one in group)


def _is_of(verdict: Verdict, article: Article) -> bool:
    """Whether the report is the one that the verdict names: a file of the same name, where no report has its text."""
    return PurePath(verdict.report).name == PurePath(article.file or article.id).name


def folded(words: str) -> str:
    """Words as they are compared: blanks, letter case and the shape of quotation marks make no difference."""
    plain = words.translate({ord(mark): "'" for mark in "‘’‛`"} | {ord(mark): '"' for mark in "“”„"})
    return " ".join(plain.split()).casefold()
