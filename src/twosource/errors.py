"""What can go wrong, as one tree.

TwosourceError
├── UnreadableError       a file is no report that can be read; carries the reason
├── UnwritableError       what was made cannot be kept: no space, no permission, another run's folder
├── SpanError             a place lies outside its text, or is empty
├── EvidenceError         a finding was made without words to point at
├── ModelError            a file of the shipped model is not the one that was shipped
└── DetectorError         a detector's signature declares no scope, need or result that can be met
"""


class TwosourceError(Exception):
    """The root: whoever catches this catches all that this package raises on purpose."""


class UnreadableError(TwosourceError):
    """A file holds no report that can be read. The message is the reason, in a reader's words."""


class UnwritableError(TwosourceError):
    """What was made cannot be kept. The message says where and why."""


class SpanError(TwosourceError):
    """A span lies outside its text, or is empty."""


class EvidenceError(TwosourceError):
    """A finding has no span, or a span that its article does not bear out."""


class ModelError(TwosourceError):
    """A file of the shipped model is missing, or is not the one that was shipped."""


class DetectorError(TwosourceError):
    """A detector's signature cannot be planned: what is missing stands in the message."""
