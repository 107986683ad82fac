"""The first stage: a unit of records to articles with their signs. It runs in a process of its own."""

from collections import Counter
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from twosource.corpus.disk import note
from twosource.corpus.offers import Offer, offers
from twosource.corpus.sign import Sign, sign_of
from twosource.corpus.spool import Index, Kept, Refused, write
from twosource.corpus.unit import Fields, Unit
from twosource.errors import UnwritableError
from twosource.readers.finish import article_of
from twosource.text.safety import named
from twosource.types.article import Article
from twosource.types.dossier import Unread

_SHOWN = 300


def read_unit(unit: Unit, fields: Fields, file: Path, trace: Path | None = None) -> None:
    """Reads the unit and keeps what it gave in `file`; raises UnwritableError where the disk is full.

    The number of the record that it is at is kept in `trace`, if one is given.
    """
    articles: list[tuple[Article, Sign]] = []
    kept: list[Kept] = []
    refused: list[Refused] = []
    passed: Counter[str] = Counter()
    for offer in offers(unit, fields, partial(note, trace)):
        if offer.passed is not None:
            passed[offer.passed] += 1
            continue
        made = _article(offer)
        if isinstance(made, Refused):
            refused.append(made)
        else:
            articles.append((made, sign := sign_of(made)))
            kept.append(_kept(made, sign, offer))
    write(file, articles, kept, Index(kept=[], refused=refused, passed=dict(passed)))


def _kept(article: Article, sign: Sign, offer: Offer) -> Kept:
    return Kept(
        report=article.id,
        day=sign.day,
        file=named(offer.file),
        place=offer.place,
        outlet=article.outlet,
        url=article.url,
    )


def _article(offer: Offer) -> Article | Refused:
    """The article, under an id that no other text of any corpus has; without the map back to the page."""
    if offer.result is None or isinstance(offer.result, Unread):
        return _refused(offer, offer.result.reason if offer.result else "nothing")
    try:
        name = "a" + sha256(offer.result.text.encode("utf-8", "replace")).hexdigest()[:32]
        article = replace(article_of(replace(offer.result, file=named(offer.file)), name), runs=())
    except OSError as error:  # the text is at hand: the machine fails (the tongues unpack to a temporary file)
        message = f"{named(offer.file)}, {offer.place}: cannot be read now: {error.strerror or error}"
        raise UnwritableError(message) from error
    except Exception as error:  # noqa: BLE001  # a bad document never stops a run
        return _refused(offer, f"the reader gave up: {type(error).__name__}: {error}")
    return article if article.skipped is None else _refused(offer, article.skipped)


def _refused(offer: Offer, reason: str) -> Refused:
    return Refused(file=named(offer.file), place=offer.place, reason=named(reason)[:_SHOWN])
