"""Trained weights, before they are exported, run as the reader of an exported model runs that."""

from pathlib import Path

from twosource.models.decode import Encoder, Floats, Ints


def torch_encoder(weights: Path, encoder: str, threads: int = 2) -> Encoder:
    """Trained weights, as attribution.train writes them."""
    import torch  # noqa: PLC0415 -- an exported model is evaluated without torch
    from safetensors.torch import load_file  # noqa: PLC0415

    from attribution.model import Reader  # noqa: PLC0415

    torch.set_num_threads(threads)
    model = Reader(encoder)
    model.load_state_dict(load_file(weights))
    model.eval()

    def run(ids: Ints, mask: Ints, shapes: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        with torch.inference_mode():
            given = model(*(torch.from_numpy(array) for array in (ids, mask, shapes)))
        roles, acts, tags, links = (array.numpy() for array in given)
        return roles, acts, tags, links

    return run
