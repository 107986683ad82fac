"""The two verbs of the public API: read the reports, investigate the story."""

from collections.abc import Iterable
from datetime import date
from os import PathLike

from twosource.models.reader import made_by
from twosource.pipeline.detector import installed
from twosource.pipeline.gather import gathered, investigated
from twosource.pipeline.plan import plan, toward
from twosource.pipeline.run import Progress, silent
from twosource.readers import read as read_all
from twosource.types.article import Article
from twosource.types.dossier import Dossier, Unread
from twosource.version import __version__


def read(paths: Iterable[str | PathLike[str]]) -> list[Article]:
    """The reports in these files and folders, ordered by id.

    Input that gives no report is passed over; `twosource.readers.read` also lists it with the reasons.
    """
    return list(read_all(paths).articles)


def investigate(
    articles: Iterable[Article],
    *,
    as_of: date | None = None,
    unread: Iterable[Unread] = (),
    progress: Progress = silent,
    kinds: Iterable[str] | None = None,
) -> Dossier:
    """All findings about the story that these reports tell.

    `as_of` is the day on which predictions are judged to be due or not; without it, the first
    on which the last report can have come out. `unread` is handed through to the dossier, so that nothing is lost in
    silence. `kinds` names the kinds of finding that are wanted ("Prediction"): only those and what they rest on are
    looked for; KeyError for one that nothing makes.
    """
    story = gathered(articles, as_of)
    detectors = installed() if kinds is None else toward(kinds, installed())
    findings, failures = investigated(story, plan(detectors), progress)
    return Dossier(
        story=story,
        findings=findings,
        failures=failures,
        unread=tuple(unread),
        made_by={"twosource": __version__, **made_by()},
    )
