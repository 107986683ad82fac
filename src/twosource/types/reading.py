"""What came of reading a set of files."""

from dataclasses import dataclass

from twosource.types.article import Article
from twosource.types.dossier import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The reports, ordered by id, and what gave no report, ordered by file."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...]
