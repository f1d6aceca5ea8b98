"""A classifier is taken into a folder of models: read, examined, copied whole with its card, opened again."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyojeong.emotion import Emotion
from pyojeong.errors import PyojeongError
from pyojeong.reading.text.classifiers import exam
from pyojeong.reading.text.classifiers.folder import Activation, ClassifierFolder, weights_beside
from pyojeong.reading.text.classifiers.keeper import ClassifierKeeper, Manner
from pyojeong.reading.text.classifiers.labels import MULTI_LABEL_SETS, Labels, match_labels, told_labels
from pyojeong.reading.text.classifiers.network import ClassifierNetwork
from pyojeong.reading.text.classifiers.pieces import cutter_of
from pyojeong.weights.card import Card, save_card
from pyojeong.weights.store import Stored, is_whole, sha256_of

FORMAT = "pyojeong.classifier/1"
#: How the model is understood, beside its files.
MANNER_FILE = "reading.json"
EXAM = "exam_80"
_NAME = re.compile(r"[0-9A-Za-z가-힣][0-9A-Za-z가-힣._-]{0,63}")
_OUTPUT = "logits"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A classifier that was read and examined, and not kept yet."""

    folder: ClassifierFolder
    manner: Manner
    result: exam.Result


def examined(path: Path, *, labels: str | None = None) -> Candidate:
    """The classifier in the folder ``path`` with its temperature fitted and its result.

    Args:
        path: A Hugging Face folder with an ONNX file.
        labels: What its labels mean, as `told_labels` takes it; by their names when None.

    Raises:
        PyojeongError: When a part is missing, broken or does not fit; ``labels-permuted`` when the answers say that the
            labels stand in another order.
    """
    folder = ClassifierFolder.opened(path)
    names = folder.label_names
    meant = match_labels(names) if labels is None else told_labels(labels, names)
    usual = Activation.SIGMOID if meant.source in MULTI_LABEL_SETS else Activation.SOFTMAX
    manner = Manner(meant, folder.activation or usual)
    chances = _keeper(folder, manner).chances([text for _, text in exam.questions()])
    likelier = exam.likelier_labels(chances, manner)
    result = exam.graded(chances, manner)
    if likelier is not None:
        better = exam.graded(chances, Manner(likelier, manner.activation))
        raise _permuted(meant, likelier, result, better, exam.answers_of_labels(chances))
    return Candidate(folder, exam.fitted(chances, manner), result)


def check_name(name: str, taken: Mapping[str, Stored]) -> None:
    """Returns when a model may be called ``name``.

    Raises:
        PyojeongError: ``model-name`` when it is no plain name, or another model has it.
    """
    if not _NAME.fullmatch(name):
        raise PyojeongError(
            f"모델 이름은 글자와 숫자, . _ - 로 64자까지인데 {name!r}입니다; --name으로 정해 주세요.",
            f"A model's name has up to 64 letters, digits, . _ -, but got {name!r}; choose one with --name.",
            kind="model-name",
        )
    if name.casefold() in {other.casefold() for other in taken}:
        raise PyojeongError(
            f"모델 {name}이(가) 이미 있습니다; --name으로 다른 이름을 정하거나 먼저 지워 주세요"
            f"(pyojeong models remove {name}).",
            f"There is a model {name} already; choose another --name or remove it first (pyojeong models remove).",
            kind="model-name",
        )


def usual_name(source: str) -> str:
    """The name a source suggests: its last part, lower case.

    >>> usual_name("me/My KoELECTRA"), usual_name("models/out/")
    ('my-koelectra', 'out')
    """
    return re.sub(r"[^0-9a-z가-힣._-]+", "-", source.rstrip("/").rpartition("/")[2].casefold()).strip("-.")


def kept(candidate: Candidate, models: Path, *, name: str, licence: str, source: str) -> Stored:
    """The candidate copied into ``models`` as ``name``, whole or not at all: the card comes last.

    Raises:
        PyojeongError: ``model-folder`` when the copy does not open.
        OSError: When the place cannot be written or the disk is full.
    """
    models.mkdir(parents=True, exist_ok=True)
    beside = models / f".adding-{secrets.token_hex(6)}"
    try:
        for file in candidate.folder.files():
            (beside / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(candidate.folder.path / file, beside / file)
        manner = json.dumps(manner_json(candidate.manner), ensure_ascii=False, indent=2) + "\n"
        (beside / MANNER_FILE).write_text(manner, "utf-8")
        _check_copy(candidate, beside)
        card = _card(candidate, beside, name=name, licence=licence, source=source)
        target = models / name
        if target.is_dir():  # left by an adding that was killed before its card came
            shutil.rmtree(target)
        beside.rename(target)
        save_card(card, target / "card.json")
        (target / "card.json").replace(models / f"{name}.json")
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Stored(card, models)


def removed(model: Stored, models: Path) -> None:
    """Take a model out of ``models``, its card first, so that it is whole or gone.

    Raises:
        PyojeongError: ``model-shipped`` when it does not lie there.
    """
    card = models / f"{model.card.name}.json"
    if model.folder != models or not card.is_file():
        raise PyojeongError(
            f"모델 {model.card.name}은(는) 패키지에 들어 있어 지울 수 없습니다; 더한 모델만 지울 수 있습니다.",
            f"The model {model.card.name} is part of the package; only models that were added can be removed.",
            kind="model-shipped",
        )
    card.unlink()
    first, _, rest = model.card.file.partition("/")
    if rest:
        shutil.rmtree(models / first)
    else:
        model.path.unlink(missing_ok=True)


def is_classifier(model: Stored) -> bool:
    """Whether `opened_keeper` opens it: a card alone says."""
    return any(part.rpartition("/")[2] == MANNER_FILE for part in model.card.parts)


def opened_keeper(model: Stored) -> ClassifierKeeper:
    """The keeper of a model that was added.

    Raises:
        PyojeongError: ``no-model`` when it reads no text; ``model-broken`` when a file is missing or changed.
    """
    name = model.card.name
    if not is_classifier(model):
        raise PyojeongError(
            f"모델 {name}은(는) 글을 읽는 모델이 아닙니다; pyojeong models add로 더한 모델을 골라 주세요.",
            f"The model {name} reads no text; choose one that was added with pyojeong models add.",
            kind="no-model",
        )
    if not is_whole(model):
        raise PyojeongError(
            f"모델 {name}의 파일이 없거나 바뀌었습니다; 지우고(pyojeong models remove {name}) 다시 더해 주세요.",
            f"Files of the model {name} are missing or changed; remove it (pyojeong models remove {name}) and add it "
            "again.",
            kind="model-broken",
        )
    folder = model.folder / model.card.file.partition("/")[0]
    return _keeper(
        ClassifierFolder.opened(folder), manner_of_json(json.loads((folder / MANNER_FILE).read_text("utf-8")))
    )


def manner_json(manner: Manner) -> dict[str, Any]:
    """The manner as its JSON document."""
    labels = manner.labels
    return {
        "format": FORMAT,
        "labels": list(labels.names),
        "emotions": [None if emotion is None else emotion.value for emotion in labels.emotions],
        "label_set": labels.source,
        "activation": manner.activation.value,
        "temperature": manner.temperature,
    }


def manner_of_json(document: Mapping[str, Any]) -> Manner:
    """The manner a document tells.

    Raises:
        PyojeongError: When it is none of this format.
    """
    try:
        if document["format"] != FORMAT:
            raise ValueError(f"format must be {FORMAT}")
        emotions = tuple(None if value is None else Emotion(value) for value in document["emotions"])
        labels = Labels(tuple(document["labels"]), emotions, document["label_set"])
        return Manner(labels, Activation(document["activation"]), float(document["temperature"]))
    except (KeyError, TypeError, ValueError) as broken:
        raise PyojeongError(
            f"{MANNER_FILE}을(를) 읽을 수 없습니다: {broken}.",
            f"Cannot read {MANNER_FILE}: {broken}.",
            kind="model-broken",
        ) from broken


def _keeper(folder: ClassifierFolder, manner: Manner) -> ClassifierKeeper:
    cutter = cutter_of(folder)
    network = ClassifierNetwork(folder.path / folder.onnx, labels=len(manner.labels.names), padding=cutter.padding)
    return ClassifierKeeper(cutter, network, manner)


def _check_copy(candidate: Candidate, copied: Path) -> None:
    """Opens the copy: a graph may keep its arrays in files of any name, and only those of the usual names came along.

    Raises:
        PyojeongError: ``model-folder``.
    """
    try:
        _keeper(ClassifierFolder.opened(copied), candidate.manner)
    except PyojeongError as broken:
        usual = ", ".join(weights_beside(candidate.folder.onnx))
        raise PyojeongError(
            f"옮긴 모델이 열리지 않습니다; 큰 배열은 {candidate.folder.onnx} 안이나 {usual}에 있어야 합니다.",
            f"The copied model does not open; large arrays must lie in {candidate.folder.onnx} or {usual}.",
            kind="model-folder",
        ) from broken


def _card(candidate: Candidate, copied: Path, *, name: str, licence: str, source: str) -> Card:
    """The card of files copied to ``copied``, which will lie in a folder called ``name``."""
    result, onnx = candidate.result, candidate.folder.onnx
    others = sorted({*candidate.folder.files(), MANNER_FILE} - {onnx})
    recall = {emotion.value: share for emotion, share in result.recall.items() if share is not None}
    unsaid = [emotion.value for emotion, share in result.recall.items() if share is None]
    return Card(
        name=name,
        file=f"{name}/{onnx}",
        sha256=sha256_of(copied / onnx),
        task=f"Korean sentence -> {len(candidate.manner.labels.names)} labels, read as shares of eight emotions",
        licence=licence,
        source=source,
        labels={_OUTPUT: candidate.manner.labels.names},
        measured={
            EXAM: {
                "accuracy": round(result.accuracy, 4),
                "floor": round(result.floor, 4),
                "sentences": result.answered,
                "recall": recall,
            }
        },
        weak=tuple(f"no label speaks of {emotion}" for emotion in unsaid),
        parts={f"{name}/{part}": sha256_of(copied / part) for part in others},
    )


def _permuted(
    given: Labels, likelier: Labels, result: exam.Result, better: exam.Result, answers: tuple[Emotion, ...]
) -> PyojeongError:
    shown = [f"{name}→{emotion.korean}" for name, emotion in zip(given.names, answers, strict=True)][:10]
    some = ", ".join(shown) + (", …" if len(given.names) > len(shown) else "")
    return PyojeongError(
        f"라벨 순서가 틀린 것 같습니다: 시험 문장을 {result.accuracy:.0%} 맞히는데 "
        f"다른 순서라면 {better.accuracy:.0%}입니다"
        f'(라벨이 실제로 답하는 감정: {some}). 맞는 순서를 말해 주세요: --labels "{likelier.words}"',
        f"The labels seem to stand in another order: {result.accuracy:.0%} of the exam is right, {better.accuracy:.0%} "
        f'would be (each label answers to: {some}). Say the right order: --labels "{likelier.words}"',
        kind="labels-permuted",
    )
