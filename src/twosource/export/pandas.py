"""The dossier's sections as tables."""

from typing import TYPE_CHECKING

import msgspec

from twosource.export.convert import to_document
from twosource.export.document import Document
from twosource.types.dossier import Dossier

if TYPE_CHECKING:
    import pandas as pd

SECTIONS = tuple(name for name in Document.__struct_fields__ if name not in ("schema", "story", "made_by"))


def to_pandas(dossier: Dossier) -> "dict[str, pd.DataFrame]":
    """Section -> table, one row a record, columns as in the public format, nested ones as `a.b`.

    Lists (spans, ids) stay lists in their cell.
    """
    import pandas as pd  # noqa: PLC0415  # optional: only who asks for tables needs it

    document = msgspec.to_builtins(to_document(dossier))
    return {name: pd.json_normalize(document[name]) for name in SECTIONS}
