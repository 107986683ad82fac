"""A training run that can stop at any step and go on."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from attribution.batches import Batch, Corpus
from attribution.config import Config, Training
from attribution.losses import losses
from attribution.model import Reader, Scores

_LOG_EVERY = 20


def rate(step: int, steps: int, settings: Training) -> float:
    """The share of the peak rate: up in a line, then down in a line."""
    risen = settings.warm_up * steps
    if step < risen:
        return (step + 1) / risen
    left = max(0.0, (steps - step) / max(1.0, steps - risen))
    return settings.final_rate + (1 - settings.final_rate) * left


def optimizer_of(model: Reader, settings: Training) -> torch.optim.AdamW:
    """AdamW with a rate for the encoder and one for what begins untrained; fused: the plain one is slow on a CPU."""
    fresh = [value for name, value in model.named_parameters() if not name.startswith("encoder.")]
    groups = [
        {"params": list(model.encoder.parameters()), "lr": settings.encoder_rate},
        {"params": fresh, "lr": settings.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=settings.decay, fused=True)


def tensors(batch: Batch, device: str) -> dict[str, Tensor]:
    """The arrays of a batch as tensors."""
    names = ("ids", "mask", "shapes", "roles", "acts", "tags", "cues", "links")
    return {name: torch.from_numpy(getattr(batch, name)).to(device) for name in names}


class Run:
    """A training run: the weights, their running average, and where it stands."""

    def __init__(self, config: Config, encoder: str, corpus: Corpus, out: Path, device: str = "cpu") -> None:
        """Builds the model and takes up what lies in `out`."""
        torch.manual_seed(config.seed)
        self.config, self.corpus, self.out, self.device = config, corpus, out, device
        self.model = Reader(encoder, config.train.dropout).to(device)
        self.average = {name: value.detach().clone() for name, value in self.model.state_dict().items()}
        self.optimizer = optimizer_of(self.model, config.train)
        self.reduced = config.train.precision != "float32"
        self.bases = [group["lr"] for group in self.optimizer.param_groups]
        self.step, self.epoch, self.place = 0, 0, 0
        if (out / "last.pt").exists():
            self._resume()

    def _resume(self) -> None:
        kept = torch.load(self.out / "last.pt", weights_only=True)
        self.model.load_state_dict(kept["model"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.average = kept["average"]
        self.step, self.epoch, self.place = kept["step"], kept["epoch"], kept["place"]
        torch.set_rng_state(kept["random"])

    def save(self, name: str) -> None:
        """Writes the averaged weights under a name, and everything that is needed to go on."""
        save_file({key: value.contiguous() for key, value in self.average.items()}, self.out / f"{name}.safetensors")
        kept: dict[str, Any] = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "random": torch.get_rng_state(),
            "step": self.step,
            "epoch": self.epoch,
            "place": self.place,
        }
        torch.save(kept, self.out / "next.pt")
        (self.out / "next.pt").replace(self.out / "last.pt")

    def _averaged(self) -> None:
        """A running average of the weights is good at any time, not only once the rate has fallen."""
        kept = min(self.config.train.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                if value.is_floating_point():
                    self.average[name].lerp_(value, 1 - kept)

    def learn(self, batch: Batch, steps: int) -> dict[str, float]:
        """One step. Returns the loss of each head."""
        for group, base in zip(self.optimizer.param_groups, self.bases, strict=True):
            group["lr"] = base * rate(self.step, steps, self.config.train)
        given = tensors(batch, self.device)
        with torch.autocast(self.device, getattr(torch, self.config.train.precision), enabled=self.reduced):
            scores = self.model(given["ids"], given["mask"], given["shapes"])
        found = losses(Scores(*(each.float() for each in scores)), given)
        whole = torch.stack([found[name] * weight for name, weight in self.config.weights.items()]).sum()
        whole.backward()  # type: ignore[no-untyped-call,unused-ignore]  # torch says nothing of it
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config.train.clip)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        self._averaged()
        return {name: float(value.detach()) for name, value in found.items()}

    def _ahead(self) -> Iterator[Batch]:
        """The batches from here to the end."""
        for epoch in range(self.epoch, self.config.train.epochs):
            self.epoch = epoch
            for batch in self.corpus.batches(epoch, self.config.train.batch, self.place):
                self.place += 1
                yield batch
            self.place, self.epoch = 0, epoch + 1
            self.save(f"epoch-{epoch + 1}")

    def all_steps(self) -> int:
        """The steps of the whole run."""
        return sum(len(self.corpus.epoch(n, self.config.train.batch)) for n in range(self.config.train.epochs))

    def go(self, log: Path, save_every: int, stop_at: int | None = None) -> None:
        """Trains to the end, or to a step; a line of JSON for every few steps."""
        self.model.train()
        steps, since, pieces, sums = self.all_steps(), time.monotonic(), 0, dict.fromkeys(self.config.weights, 0.0)
        for batch in self._ahead():
            pieces += batch.size
            for name, value in self.learn(batch, steps).items():
                sums[name] += value / _LOG_EVERY
            if self.step % _LOG_EVERY == 0:
                speed, since = pieces / (time.monotonic() - since), time.monotonic()
                line = {"step": self.step, "of": steps, "epoch": self.epoch, "pieces_per_second": round(speed), **sums}
                with log.open("a", encoding="utf-8") as lines:
                    lines.write(json.dumps(line) + "\n")
                pieces, sums = 0, dict.fromkeys(sums, 0.0)
            if self.step % save_every == 0:
                self.save(f"step-{self.step}")
            if stop_at is not None and self.step >= stop_at:
                break
