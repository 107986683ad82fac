"""What each head is trained on. Where a set lacks the labels of a head, it adds nothing to that head's loss."""

import torch
from torch import Tensor
from torch.nn import functional

from attribution.model import Scores, link_scores
from attribution.targets import ANY_TAG, UNLABELLED
from twosource.models.labels import LINKS, MENTION_TAGS, ROLES

# A batch with a few labelled pieces only must not count as much as one that is labelled throughout.
_FEW = 256
_FEW_ACTS = 16


def _entropy(scores: Tensor, labels: Tensor, few: int = _FEW) -> Tensor:
    """Mean cross-entropy over the labelled pieces, taken as `few` at least; 0 if there are none."""
    known = labels != UNLABELLED
    each = functional.cross_entropy(scores[known], labels[known].long(), reduction="sum")
    return each / known.sum().clamp(min=few)


def _allowed(scores: Tensor, bits: Tensor) -> Tensor:
    """Minus log of the probability of all tags that a corpus leaves open, over pieces where it rules some out."""
    known = (bits != 0) & (bits != ANY_TAG)
    kept = scores[known]
    open_tags = (bits[known].unsqueeze(-1) >> torch.arange(MENTION_TAGS, device=bits.device)) & 1
    held = kept.masked_fill(open_tags == 0, float("-inf")).logsumexp(-1)
    return (kept.logsumexp(-1) - held).sum() / known.sum().clamp(min=_FEW)


def _linked(scores: Tensor, labels: Tensor) -> Tensor:
    """Per cue the binary cross-entropy over all pieces, by the length of what is to be found; mean over the cues."""
    known = (labels != UNLABELLED).float()
    each = functional.binary_cross_entropy_with_logits(scores, labels.clamp(min=0).float(), reduction="none") * known
    kept = known.any(-1)
    per_cue = each.sum(-1) / (labels.clamp(min=0).sum(-1) + 1)
    return per_cue[kept].mean() if bool(kept.any()) else scores.sum() * 0


def losses(scores: Scores, labels: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each head by name, not yet weighted."""
    found = {role: _entropy(scores.roles[:, :, n], labels["roles"][:, :, n]) for n, role in enumerate(ROLES)}
    found["act"] = _entropy(scores.acts, labels["acts"], _FEW_ACTS)
    found["tags"] = _allowed(scores.tags, labels["tags"])
    pairs = link_scores(scores.links, labels["cues"].long())
    for number, role in enumerate(LINKS):
        found[f"link_{role}"] = _linked(pairs[:, number], labels["links"][:, number])
    return found
