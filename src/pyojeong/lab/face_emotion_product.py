"""The face emotion model as a product: trained into a file, measured, and put into the package with its card."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.multiprocessing.spawn import spawn

from pyojeong.emotion.taxonomy import FER2013, FERPLUS
from pyojeong.errors import PyojeongError
from pyojeong.lab import face_emotion_data as faces
from pyojeong.lab.face_emotion_data import Floats, Pictures
from pyojeong.lab.face_emotion_evaluation import both_views, fitted, report
from pyojeong.lab.face_emotion_export import write
from pyojeong.lab.face_emotion_network import EmotionNetwork
from pyojeong.lab.face_emotion_pictures import confusion_picture
from pyojeong.lab.face_emotion_training import Recipe, joined, train
from pyojeong.lab.face_emotion_unfolding import unfolded
from pyojeong.lab.face_emotion_views import levellings
from pyojeong.reading.face.aligning import CROP_PX, Matrix
from pyojeong.reading.face.emotion_model import MODEL, OWN_LOGITS, VOTED_LOGITS, EmotionModel, Settings
from pyojeong.weights.card import Card, Ingredient, save_card
from pyojeong.weights.store import SHIPPED, sha256_of

log = logging.getLogger(__name__)

_MESHES, _START = "meshes.npy", "start.pt"
_SETTLED_ON = 16
"""Every how many-th picture the norms of an unfolded network are settled on."""
_RATE_LEARNING_ON = 0.05
_FILE = f"{MODEL}.onnx"


def train_face_emotion(data: Path, work: Path, *, minutes: float, workers: int, start: Path | None = None) -> Path:
    """The folder of the finished training; run again to go on where it stopped.

    Args:
        data: Folder that holds the set.
        work: Where meshes and checkpoints are kept.
        minutes: How long to train.
        workers: Processes that learn together.
        start: A model file to learn on from, instead of from noise.
    """
    work.mkdir(parents=True, exist_ok=True)
    pictures = faces.load(data)
    meshes_of(pictures, work)
    recipe = Recipe(minutes=minutes, workers=workers)
    if start is not None:
        recipe = learning_on(recipe, start, pictures, work)
    spawn(_worker, (data, work, recipe), nprocs=workers)  # type: ignore[no-untyped-call]
    return work


def learning_on(recipe: Recipe, start: Path, pictures: Pictures, work: Path) -> Recipe:
    """The recipe from the weights of the file ``start``: full size at once, and smaller steps than from noise."""
    material = pictures.chosen(faces.learned_from(pictures)).pixels[::_SETTLED_ON]
    torch.save(unfolded(start, recipe.shape, material).state_dict(), work / _START)
    return replace(recipe, start=work / _START, top_rate=_RATE_LEARNING_ON, sides_px=((0.0, CROP_PX),))


def _worker(number: int, data: Path, work: Path, recipe: Recipe) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    pictures = faces.load(data)
    train(pictures, levellings(meshes_of(pictures, work)), recipe, work, number)


def meshes_of(pictures: Pictures, work: Path) -> Floats:
    """The meshes laid on the pictures, kept in ``work`` after the first time (about 6 ms a picture)."""
    kept = work / _MESHES
    if not kept.is_file():
        np.save(kept, faces.meshes(pictures.pixels, _told))
    return np.asarray(np.load(kept), np.float32)


def _told(done: int) -> None:
    if done % 5000 == 0:
        log.info("meshes: %d", done)


def assembled(network: EmotionNetwork, held_out: Pictures, matrices: Matrix, path: Path) -> Settings:
    """The model file at ``path``, with what was fitted on the held-out pictures."""
    write(network, Settings().to_json(), path)
    settings = fitted(both_views(EmotionModel(path), held_out, matrices).voted, held_out)
    write(network, settings.to_json(), path)
    return settings


def measure_shipped(data: Path, work: Path, *, public_test: bool, picture: Path | None) -> dict[str, Any]:
    """Every out-of-sample figure of the shipped model; PublicTest only when asked for."""
    pictures = faces.load(data)
    matrices = levellings(meshes_of(pictures, work))
    model = EmotionModel.shipped()
    parts = {"dev": faces.dev(pictures)}
    if public_test:
        parts["public_test"] = faces.test(pictures)
    measured = {name: report(model, pictures.chosen(rows), matrices[rows]) for name, rows in parts.items()}
    if picture is not None:
        last = measured[list(parts)[-1]]
        confusion_picture({"FER+ 또렷한 표": last["votes_clear"], "FER2013 라벨": last["own_label"]}, picture)
    return measured


def export_face_emotion(data: Path, work: Path, *, public_test: bool, picture: Path | None) -> Path:
    """The card written beside the model's new place in the package."""
    network, epochs = _joined(work)
    begun = "an older file of this model (--start)" if (work / _START).is_file() else "noise"
    pictures = faces.load(data)
    target = SHIPPED / _FILE
    dev = faces.dev(pictures)
    assembled(network, pictures.chosen(dev), levellings(meshes_of(pictures, work)[dev]), target)
    save_card(emotion_card(sha256_of(target), begun, epochs, {}), target.with_suffix(".json"))
    measured = measure_shipped(data, work, public_test=public_test, picture=picture)
    save_card(emotion_card(sha256_of(target), begun, epochs, measured), target.with_suffix(".json"))
    return target.with_suffix(".json")


def _joined(work: Path) -> tuple[EmotionNetwork, list[int]]:
    try:
        return joined(Recipe(), work)
    except FileNotFoundError as missing:
        raise PyojeongError(
            f"{work}에 가르친 얼굴 감정 모델이 없습니다. 먼저 pyojeong-lab train face-emotion을 해 주세요.",
            f"There is no trained face emotion model in {work}; run pyojeong-lab train face-emotion first.",
            kind="no-training",
        ) from missing


def emotion_card(sha256: str, begun: str, epochs: Sequence[int], measured: dict[str, Any]) -> Card:
    """The card of the face emotion model.

    Args:
        sha256: Of its file.
        begun: What the training began from.
        epochs: How many each worker learned.
        measured: What `measure_shipped` gives.
    """
    return Card(
        name=MODEL,
        file=_FILE,
        sha256=sha256,
        task="A grey 48×48 face in; logits of eight feelings as people would vote, and of FER2013's seven labels, out.",
        licence="Apache-2.0",
        source=f"pyojeong-lab train face-emotion from {begun}, then export face-emotion; epochs each worker had time "
        f"for: {', '.join(map(str, epochs))}. Not bit for bit: the schedule goes by time.",
        ingredients=_INGREDIENTS,
        labels={VOTED_LOGITS: FERPLUS.labels, OWN_LOGITS: FER2013.labels},
        measured=measured,
        weak=_WEAK,
    )


_INGREDIENTS = (
    Ingredient(
        "FER2013 pictures and labels (Goodfellow et al. 2013)",
        "none stated; web-scraped",
        "26,273 of Training to learn from, 1,733 (SHA-1 of the number of the group of copies starts with 0) to choose "
        "on; copies of PublicTest and of the private test left out. The pictures are not part of the package.",
    ),
    Ingredient("FER+ votes (Barsoum et al. 2016)", "MIT", "ten votes a picture, as soft targets"),
    Ingredient("MediaPipe face mesh", "Apache-2.0", "meshes that level half of what the networks see"),
)
_WEAK = (
    "Contempt is hardly ever read, disgust in less than half, fear in seven of ten (votes) or half (label).",
    "The answer in FER2013's labels is the weaker one, and learned to the end: .87 where learned from, .72 on dev.",
    "PublicTest was opened three times in the history of this model: .888 of clear votes and .637 of labels for its "
    "first weights, .891 and .639 for its second; the third learned on from the second, and its figures stand here.",
    "Shown expressions are read, not felt ones; actors, stock photos and English-language web searches of 2013.",
    "Babies, profiles, hands before the mouth and covered faces were few; darkness and glare were only imitated.",
    "당황 is not among the votes: it is put together by an authored rule from wavering votes and the mesh.",
)
