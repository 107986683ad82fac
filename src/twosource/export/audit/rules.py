"""Which rules of a policy an unnamed source breaks."""

from collections.abc import Callable

from twosource.export.audit.policy import Policy
from twosource.export.audit.sources import UnnamedSource, described


def broken(source: UnnamedSource, policy: Policy) -> list[str]:
    """What the policy says of this source, in the order of its rules."""
    found = []
    for name, breaks in _CHECKS.items():
        rule = getattr(policy.rules, name)
        if rule and source.sourcing in rule.of and breaks(source, policy):
            found.append(rule.says)
    return found


def _no_reason(source: UnnamedSource, policy: Policy) -> bool:
    given = source.reason.exact.lower() if source.reason else ""
    return not any(word.lower() in given for word in policy.reasons)


def _vague(source: UnnamedSource, policy: Policy) -> bool:
    listed = {word.lower() for word in policy.vague}
    return all(words in listed for words in described(source))


def _no_number(source: UnnamedSource, _: Policy) -> bool:
    return source.count is None


def _alone(source: UnnamedSource, _: Policy) -> bool:
    return source.count == 1


def _quoted(source: UnnamedSource, _: Policy) -> bool:
    return any(one.kind == "direct" for one in source.attributions)


_CHECKS: dict[str, Callable[[UnnamedSource, Policy], bool]] = {
    "no_reason": _no_reason,
    "vague": _vague,
    "no_number": _no_number,
    "alone": _alone,
    "quoted": _quoted,
}
