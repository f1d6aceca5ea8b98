"""``pyojeong models add``: a bigger text model is checked, examined and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.interfaces.cli.options import AsJson, LabelWords, LicenceWord, ModelSource, NewName
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show
from pyojeong.interfaces.messages import say
from pyojeong.interfaces.models import models_json

if TYPE_CHECKING:
    from rich.table import Table

    from pyojeong.emotion import Emotion
    from pyojeong.reading.text.classifiers.adding import Candidate


def add_model(
    source: ModelSource,
    name: NewName = None,
    labels: LabelWords = None,
    licence: LicenceWord = None,
    as_json: AsJson = False,
) -> None:
    """Add a Hugging Face text classifier as a reader, after checking its label order, licence and quality."""
    from pyojeong.interfaces import wiring
    from pyojeong.reading.text.classifiers import adding
    from pyojeong.reading.text.classifiers.licences import spdx_of

    chosen = name or adding.usual_name(source)
    adding.check_name(chosen, {model.card.name: model for model in wiring.stored_models()})
    with patience():
        candidate = adding.examined(_folder(source), labels=labels)
        spdx = licence or spdx_of(candidate.folder.licence)
        if not as_json:
            _show(candidate)
        _warn(candidate, spdx)
        origin = source if not Path(source).is_dir() else Path(source).resolve().name
        model = adding.kept(candidate, wiring.models_folder(), name=chosen, licence=spdx, source=origin)
    if as_json:
        print_json(models_json([model]))
    else:
        show(say(f"더했습니다: {chosen} ({spdx})", f"Added: {chosen} ({spdx})"))
        show(f'pyojeong read text --model {chosen} "…"')


def _folder(source: str) -> Path:
    """The local folder of that name, else what the hub has under it."""
    from pyojeong.interfaces import wiring
    from pyojeong.reading.text.classifiers.hub import downloaded, is_hub_id

    if Path(source).exists() or not is_hub_id(source):
        return Path(source)
    return downloaded(source, wiring.models_folder().parent / "downloads")


def _show(candidate: Candidate) -> None:
    """The label order as it was understood, and the exam's result."""
    result = candidate.result
    show(_labels_table(candidate))
    show(
        say(
            f"시험 {result.answered}문장 가운데 맞힌 비율 {result.accuracy:.1%} (바닥 {result.floor:.1%}), 감정마다:",
            f"Exam: {result.accuracy:.1%} of {result.answered} sentences right (floor {result.floor:.1%}); each:",
        )
    )
    show(_exam_table(candidate))


def _labels_table(candidate: Candidate) -> Table:
    from rich.table import Table

    labels = candidate.manner.labels
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("#", say("라벨", "label"), say("뜻", "meaning")):
        table.add_column(heading)
    for number, (label, emotion) in enumerate(zip(labels.names, labels.emotions, strict=True)):
        table.add_row(str(number), label, "-" if emotion is None else _called(emotion))
    return table


def _exam_table(candidate: Candidate) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for emotion in candidate.result.recall:
        table.add_column(_called(emotion))
    table.add_row(*("-" if share is None else f"{share:.0%}" for share in candidate.result.recall.values()))
    return table


def _warn(candidate: Candidate, spdx: str) -> None:
    """One line on stderr for each thing to know before using the model."""
    from pyojeong.reading.text.classifiers.licences import UNKNOWN, is_non_commercial

    if spdx == UNKNOWN:
        complain(
            say(
                "주의: 이 모델의 허가를 알 수 없습니다; 쓰기 전에 출처에서 확인하고 --licence로 적어 주세요.",
                "Note: the licence of this model is not known; look it up before using it and say it with --licence.",
            )
        )
    elif is_non_commercial(spdx):
        complain(
            say(
                f"주의: 이 모델의 허가({spdx})는 상업적으로 쓰는 것을 막습니다.",
                f"Note: the licence of this model ({spdx}) forbids commercial use.",
            )
        )
    if not candidate.result.above_floor:
        complain(
            say(
                "주의: 이 모델은 시험 문장에서 찍기보다 낫지 않습니다; 라벨의 뜻과 토크나이저를 확인해 주세요.",
                "Note: on the exam this model is no better than guessing; check its labels and its tokenizer.",
            )
        )


def _called(emotion: Emotion) -> str:
    return say(emotion.korean, emotion.value)
