"""What a unit of reading gave: the reports, to be fetched one by one, and before all an index of them."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from twosource.corpus.disk import whole
from twosource.corpus.sign import Sign
from twosource.types.article import Article

_NUMBER = 8


class Kept(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A report that was accepted: where it stood, and where it and its sign lie in the spool of its unit."""

    report: str
    day: int | None
    file: str
    place: str
    outlet: str | None
    url: str | None
    unit: int = 0
    offset: int = 0
    length: int = 0
    sign_length: int = 0


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """An offer that gave no report."""

    file: str
    place: str
    reason: str


class Index(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """All that a unit gave; `passed` counts the records that are about others, by type."""

    kept: list[Kept]
    refused: list[Refused]
    passed: dict[str, int]


def write(file: Path, articles: Iterable[tuple[Article, Sign]], kept: list[Kept], rest: Index) -> None:
    """Writes the reports with their signs, in the order of `kept`, then the index, then its place."""
    placed = []
    with whole(file) as stream:
        for (article, sign), one in zip(articles, kept, strict=True):
            text, short = msgspec.msgpack.encode(article), msgspec.msgpack.encode(sign)
            where = {"offset": stream.tell(), "length": len(text), "sign_length": len(short)}
            placed.append(msgspec.structs.replace(one, **where))
            stream.write(text + short)
        place = stream.tell()
        stream.write(msgspec.msgpack.encode(msgspec.structs.replace(rest, kept=placed)))
        stream.write(place.to_bytes(_NUMBER, "big"))


def index_of(file: Path) -> Index:
    """The index of what a unit gave."""
    with file.open("rb") as stream:
        end = stream.seek(-_NUMBER, 2)
        place = int.from_bytes(stream.read(_NUMBER), "big")
        stream.seek(place)
        return msgspec.msgpack.decode(stream.read(end - place), type=Index)


def spool_of(folder: Path, unit: int) -> Path:
    """The file that a unit's reports are kept in."""
    return folder / f"{unit:06}.spool"


def article_at(folder: Path, unit: int, offset: int, length: int) -> Article:
    """The report at that place."""
    with spool_of(folder, unit).open("rb") as stream:
        stream.seek(offset)
        return msgspec.msgpack.decode(stream.read(length), type=Article)


def sign_at(folder: Path, kept: Kept) -> Sign:
    """The sign of a report."""
    with spool_of(folder, kept.unit).open("rb") as stream:
        stream.seek(kept.offset + kept.length)
        return msgspec.msgpack.decode(stream.read(kept.sign_length), type=Sign)
