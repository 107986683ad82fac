"""A unit of reading: some records of one file, or some small files. The plan of a run is a list of these."""

from typing import Literal

import msgspec

Kind = Literal["files", "lines", "archive", "parquet"]


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """Records `skip` to `skip + count` of the files, counted from byte (or row group) `offset` on.

    `first` is the number of the record at `offset` in its file. `poison` are records, counted from `skip`, on which a
    process died: they are named and not touched. `breaks` says that none can even be found after the last.
    """

    kind: Kind
    files: list[str]
    count: int
    offset: int = 0
    first: int = 1
    skip: int = 0
    poison: list[int] = []
    breaks: bool = False


class Fields(msgspec.Struct, frozen=True):
    """Which keys of a record hold what: `text=body` reads the text from the key `body`."""

    names: dict[str, str] = {}

    def renamed(self, record: object) -> object:
        """The record with the keys that the reader knows."""
        if not isinstance(record, dict) or not self.names:
            return record
        return {**record, **{ours: record[theirs] for ours, theirs in self.names.items() if theirs in record}}
