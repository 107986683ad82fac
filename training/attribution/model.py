"""One encoder, several heads, one pass."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from twosource.models.labels import ACTS, LINK_SIZE, LINKS, MENTION_TAGS, ROLES
from twosource.models.pieces import SHAPES

OUTPUTS = ("roles", "acts", "tags", "links")
_BIO = 3
# Dice for every pair of pieces cost a CPU a tenth of its time; the other dropouts stay.
_ATTENTION_DROPOUTS = ("attention_probs_dropout_prob", "attention_dropout")
# A query with this in each place and a key with its opposite score about -4: at first, nothing belongs to a cue.
_APART = 0.7


@dataclass(frozen=True, slots=True)
class Scores:
    """Of B windows of T pieces: roles (B, T, 4, 3), acts (B, T, 8), tags (B, T, 13), links (B, T, 4, 64)."""

    roles: Tensor
    acts: Tensor
    tags: Tensor
    links: Tensor


class Reader(nn.Module):
    """The encoder is told the id and the shape of each piece; each head is one linear layer on its last states."""

    def __init__(self, encoder: str, dropout: float = 0.0) -> None:
        """`encoder` is a folder or a name that transformers knows. Shapes begin as zero: they disturb nothing."""
        super().__init__()
        config = AutoConfig.from_pretrained(encoder)
        for name in _ATTENTION_DROPOUTS:
            if hasattr(config, name):
                setattr(config, name, 0.0)
        # The eager form exports to ONNX without surprises, and on a CPU it is the faster one in training.
        options = {"config": config, "attn_implementation": "eager", "add_pooling_layer": False}
        self.encoder = AutoModel.from_pretrained(encoder, **options)
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(width, len(ROLES) * _BIO)
        self.acts = nn.Linear(width, len(ACTS))
        self.tags = nn.Linear(width, MENTION_TAGS)
        self.links = nn.Linear(width, 2 * len(LINKS) * LINK_SIZE)
        with torch.no_grad():
            self.links.bias.view(len(LINKS), 2, LINK_SIZE).copy_(torch.tensor([_APART, -_APART]).view(1, 2, 1))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The scores in the order of `OUTPUTS`, from integers (B, T)."""
        words = self.encoder.get_input_embeddings()(ids) + self.shapes(shapes)
        states = self.dropout(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        rows, length = ids.shape
        roles = self.roles(states).view(rows, length, len(ROLES), _BIO)
        links = self.links(states).view(rows, length, 2 * len(LINKS), LINK_SIZE)
        return roles, self.acts(states), self.tags(states), links


def link_scores(links: Tensor, cues: Tensor) -> Tensor:
    """Of each cue (C, 2) with each piece: (C, 2, T), above 0 where the piece belongs to its source, its content."""
    queries = links[cues[:, 0], cues[:, 1]][:, 0::2]
    keys = links[cues[:, 0]][:, :, 1::2]
    return torch.einsum("crd,ctrd->crt", queries, keys) / LINK_SIZE**0.5
