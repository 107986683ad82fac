"""The policy of an audit: which rules are asked of which unnamed sources, in a TOML file that a desk can edit."""

import tomllib
from importlib.resources import files
from typing import Literal

import msgspec

from twosource.errors import UnreadableError

Sourcing = Literal["own", "inherited", "unclear"]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which sources a rule is asked, and what is said where it is broken."""

    of: list[Sourcing]
    says: str


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules; one that is None is not asked."""

    no_reason: Rule | None = None
    vague: Rule | None = None
    no_number: Rule | None = None
    alone: Rule | None = None
    quoted: Rule | None = None


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A policy: `reasons` are words that make a reason one, `vague` descriptions that tell nothing (lower case)."""

    rules: Rules
    reasons: list[str] = []
    vague: list[str] = []


def default() -> str:
    """The text of the policy that ships."""
    return files(__package__).joinpath("policy.toml").read_text(encoding="utf-8")


def policy(text: str) -> Policy:
    """The policy of a TOML text; raises UnreadableError that says what is wrong, and where."""
    try:
        return msgspec.convert(tomllib.loads(text), Policy)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableError(str(error)) from error
