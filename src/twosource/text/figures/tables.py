"""The word tables that the grammar of figures reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTables:
    """Word lists of one language, in lower case (currency codes as printed); see `lexicon/data`.

    `opens` are the words and signs with which a figure can start.
    """

    cardinals: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    money_suffixes: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    vague: frozenset[str]
    bounds_before: Mapping[str, str]
    bounds_after: Mapping[str, str]
    currency_signs: Mapping[str, str]
    currency_prefixes: Mapping[str, str]
    currency_codes: Mapping[str, str]
    currency_words: Mapping[str, str]
    measures: Mapping[str, str]
    times: Mapping[str, str]
    nouns: Mapping[str, str]
    collectives: Mapping[str, str]
    plurals: Mapping[str, str]
    per: Mapping[str, str]
    labels: frozenset[str]
    no_units: frozenset[str]
    stops: frozenset[str]
    changes: frozenset[str]
    opens: frozenset[str]


def figure_tables(
    mapping: Callable[[str, str], Mapping[str, str]], words: Callable[[str, str], tuple[str, ...]]
) -> FigureTables:
    """The tables, from functions that give a table of strings or a list of words by file and key."""

    def numbers(key: str) -> Mapping[str, Decimal]:
        return {word: Decimal(value) for word, value in mapping("numbers", key).items()}

    starts = [mapping("numbers", key) for key in ("cardinals", "ordinals", "vague")]
    signs = [mapping("units", key) for key in ("currency_signs", "currency_prefixes", "currency_codes")]
    return FigureTables(
        opens=frozenset(("a", "an", "half", "none", *(word.lower() for part in starts + signs for word in part))),
        cardinals=numbers("cardinals"),
        ordinals=numbers("ordinals"),
        scales=numbers("scales"),
        suffixes=numbers("suffixes"),
        money_suffixes=numbers("money_suffixes"),
        fractions=numbers("fractions"),
        vague=frozenset(mapping("numbers", "vague")),
        bounds_before=mapping("bounds", "before"),
        bounds_after=mapping("bounds", "after"),
        currency_signs=mapping("units", "currency_signs"),
        currency_prefixes=mapping("units", "currency_prefixes"),
        currency_codes=mapping("units", "currency_codes"),
        currency_words=mapping("units", "currency_words"),
        measures=mapping("units", "measures"),
        times=mapping("units", "times"),
        nouns={**mapping("units", "persons"), **mapping("units", "things")},
        collectives=mapping("units", "collectives"),
        plurals=mapping("units", "irregular_plurals"),
        per=mapping("units", "per"),
        no_units=frozenset(words("figures", "no_units")),
        labels=frozenset(words("figures", "labels")),
        stops=frozenset(words("figures", "stops")),
        changes=frozenset(words("figures", "changes")),
    )
