"""Hair: rough labels picked by eye → a small network → its own answers picked by eye → the network that is shipped.

Run: ``python -m pyojeong.lab.hair_training SFHQ_FOLDER…``. The second stage learns from the first one's answers on
pictures where a person found them right (``net`` in `hair_picks.tsv`), so its labels are better than GrabCut's.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from pyojeong.lab.hair_export import shipped
from pyojeong.lab.hair_network import SIDE_PX, HairNetwork
from pyojeong.lab.hair_weak import started, weak_long, weak_short
from pyojeong.media.opening import open_image
from pyojeong.reading.face.finding import FaceFinder
from pyojeong.reading.face.traits.frame import framed
from pyojeong.reading.face.traits.hair_mask import network_planes
from pyojeong.reading.face.traits.person import person_share

PICKS = Path(__file__).with_name("hair_picks.tsv")
"""By eye, from sheets of 96: which label of a picture is right. short, long: GrabCut's; none: no hair in sight;
hat: whatever GrabCut took is not hair; net: the first stage's answer; test: set aside for looking at only."""
BATCH = 12
STAGES = ((16, 3e-3), (5, 1.5e-3))
"""Epochs and highest learning rate of each stage; the loss of the first hardly fell after twelve."""
_OVER_EDGE = 45

Planes = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One picture: 6×160×160 planes, its label, and where the label counts, both 160×160 of 0 and 1."""

    planes: Planes
    label: NDArray[np.uint8]
    counts: NDArray[np.uint8]


def picked() -> dict[str, str]:
    """File → which of its labels is right."""
    with PICKS.open(encoding="utf-8") as rows:
        return {row["file"]: row["pick"] for row in csv.DictReader(rows, delimiter="\t")}


def lessons(folders: Sequence[Path], picks: dict[str, str], network: HairNetwork | None = None) -> list[Lesson]:
    """A lesson of every pick; those of kind ``net`` only where a ``network`` answers for them."""
    finder = FaceFinder()
    found = []
    for name, pick in picks.items():
        path = next((folder / name for folder in folders if (folder / name).exists()), None)
        if path is None or pick == "test" or (pick == "net" and network is None):
            continue
        image = open_image(path)
        for face in finder.find(image)[:1]:
            crop = framed(image.rgb, face)
            person = person_share(crop.rgb)
            planes = network_planes(crop, person)
            start = started(crop, person)
            if pick == "net" and network is not None:
                label = answered(network, planes)
            else:
                label = weak_long(start) if pick == "long" else weak_short(start)
            found.append(_lesson(planes, label, pick))
    return found


def answered(network: HairNetwork, planes: Planes) -> NDArray[np.uint8]:
    """The network's own answer as a label."""
    with torch.no_grad():
        logits = network(torch.from_numpy(planes[None]))[0, 0].numpy()
    return np.asarray((logits > 0) & (planes[4] > 0), np.uint8)


def _lesson(planes: Planes, label: NDArray[np.uint8], pick: str) -> Lesson:
    counts = (planes[4] > 0).astype(np.uint8)
    if pick == "hat":  # what hair there is below a hat nobody labelled
        counts = counts & ((label > 0) | (planes[5] > 0) | (planes[3] < 0.15)).astype(np.uint8)
    if pick in ("hat", "none"):
        label = np.zeros_like(label)
    rim = cv2.morphologyEx(label, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return Lesson(planes, label, np.asarray(counts * (1 - rim), np.uint8))


def varied(lesson: Lesson, rng: np.random.Generator) -> Lesson:
    """The lesson mirrored, moved, relit, greyed, roughened or more tightly cut."""
    planes, label, counts = lesson.planes, lesson.label, lesson.counts
    if rng.random() < 0.5:
        planes, label, counts = planes[:, :, ::-1], label[:, ::-1], counts[:, ::-1]
    way = _moved(rng)
    side = (SIDE_PX, SIDE_PX)
    layers = np.ascontiguousarray(planes.transpose(1, 2, 0))
    rgb = cv2.warpAffine(np.ascontiguousarray(layers[:, :, :3]), way, side, borderMode=cv2.BORDER_REPLICATE)
    others = cv2.warpAffine(np.ascontiguousarray(layers[:, :, 3:]), way, side)
    label, counts = (cv2.warpAffine(np.ascontiguousarray(m), way, side) for m in (label, counts))
    seen = others[:, :, 1] > 0.5
    if rng.random() < 0.4:
        seen = seen & _tighter(rng)
    light = _relit((rgb + 1) / 2, rng) * 2 - 1
    stacked = np.dstack([light, others]).astype(np.float32) * seen[:, :, None]
    return Lesson(np.ascontiguousarray(stacked.transpose(2, 0, 1)), label, np.asarray(counts * seen, np.uint8))


def _moved(rng: np.random.Generator) -> NDArray[np.float64]:
    zoom, angle = np.exp(rng.normal(0, 0.06)), np.radians(rng.normal(0, 5))
    turn = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    middle = np.full(2, SIDE_PX / 2)
    return np.column_stack([turn, middle - turn @ middle + rng.normal(0, 4, 2)])


def _tighter(rng: np.random.Generator) -> NDArray[np.bool_]:
    seen = np.zeros((SIDE_PX, SIDE_PX), bool)
    left, top, right, bottom = rng.integers(0, _OVER_EDGE, 4)
    seen[top : SIDE_PX - bottom, left : SIDE_PX - right] = True
    return seen


def _relit(rgb: Planes, rng: np.random.Generator) -> Planes:
    gains = np.exp(rng.normal(0, 0.12, 3) + rng.normal(0, 0.25))
    light = np.clip(rgb * gains, 0, 1) ** np.exp(rng.normal(0, 0.2))
    if rng.random() < 0.3:
        grey = light.mean(2, keepdims=True)
        light = grey + (light - grey) * rng.uniform(0, 1.4)
    noisy = light + rng.normal(0, rng.uniform(0, 0.024), light.shape)
    return np.asarray(np.clip(noisy, 0, 1), np.float32)


def trained(network: HairNetwork, group: Sequence[Lesson], *, epochs: int, rate: float, seed: int) -> HairNetwork:
    """The network after ``epochs`` over ``group``: cross entropy and soft Dice where labels count."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    steps = len(group) // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=epochs * steps, pct_start=0.15)
    network.train()
    for epoch in range(epochs):
        order, total = rng.permutation(len(group)), 0.0
        for step in range(steps):
            batch = [varied(group[i], rng) for i in order[step * BATCH : (step + 1) * BATCH]]
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += loss.item()
        sys.stderr.write(f"epoch {epoch}: loss {total / steps:.4f}\n")
    return network.eval()


def _loss(network: HairNetwork, batch: Sequence[Lesson]) -> torch.Tensor:
    planes = torch.from_numpy(np.stack([lesson.planes for lesson in batch]))
    label = torch.from_numpy(np.stack([lesson.label for lesson in batch])).float()
    counts = torch.from_numpy(np.stack([lesson.counts for lesson in batch])).float()
    logits = network(planes)[:, 0]
    softened = label * 0.96 + 0.02  # labels are rough: certainty beyond .98 is not theirs to give
    entropy = torch.nn.functional.binary_cross_entropy_with_logits(logits, softened, reduction="none")
    share = torch.sigmoid(logits) * counts
    both, either = (share * label).sum((1, 2)), share.sum((1, 2)) + (label * counts).sum((1, 2))
    dice: torch.Tensor = 1 - ((2 * both + 200) / (either + 200)).mean()
    return (entropy * counts).sum() / counts.sum() + 0.5 * dice


def main(folders: Sequence[Path], first: Path | None = None) -> None:
    """Both stages, or the second alone on the weights kept in ``first``; the ONNX file and its card are written."""
    picks = picked()
    network = HairNetwork()
    if first is None:
        epochs, rate = STAGES[0]
        network = trained(network, lessons(folders, picks), epochs=epochs, rate=rate, seed=0)
    else:
        network.load_state_dict(torch.load(first))
        network.eval()
    epochs, rate = STAGES[1]
    group = lessons(folders, picks, network)
    network = trained(network, group, epochs=epochs, rate=rate, seed=1)
    shipped(network, len(group))


if __name__ == "__main__":
    kept = [Path(a.removeprefix("--first=")) for a in sys.argv[1:] if a.startswith("--first=")]
    main([Path(a) for a in sys.argv[1:] if not a.startswith("--")], kept[0] if kept else None)
