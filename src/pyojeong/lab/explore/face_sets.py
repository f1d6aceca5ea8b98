"""The sets of faces known by name, and a person's own folder."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from pyojeong.emotion.taxonomy import FER2013
from pyojeong.errors import PyojeongError
from pyojeong.lab.explore.face_set import FaceSet, Labelling, Poses, Ratios, Showing, Votes
from pyojeong.lab.explore.text_sets import folder_of
from pyojeong.media.image import Pixels
from pyojeong.media.opening import open_image

NAMES = ("ferplus", "portraits", "sfhq")
_SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif"))
_FIGURES = ("sfhq_figs", "sfhq_t2i_figs")
_FACTS_MIN, _FACTS_MAX = 2, 30  # a column with other numbers of values is no category
_NOT_FACTS = frozenset(("file", "row", "col", "sfhq_t2i_id", "folder", "px", "licence"))
_FER_ORDER = ("happy", "sad", "angry", "fear", "surprise", "disgust", "neutral")
_FERPLUS_ORDER = (
    *("happiness", "sadness", "anger", "fear", "surprise", "disgust", "neutral"),
    *("contempt", "unknown", "NF"),
)
_FERPLUS_COLUMNS = (
    *("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear"),
    *("contempt", "unknown", "NF"),
)


def face_set(name: str, data: Path | None) -> FaceSet:
    """The set called ``name`` in the folder of downloaded sets."""
    if data is None:
        raise PyojeongError(
            f"{name} 사진이 든 자료 폴더를 모릅니다. --data 또는 PYOJEONG_DATA로 알려 주세요.",
            f"The folder of {name} is not known; give it by --data or PYOJEONG_DATA.",
            kind="no-data",
        )
    if name == "ferplus":
        return _ferplus(folder_of(data, "fer2013_ferplus"))
    if name == "portraits":
        return _portraits(folder_of(data, "portraits") / "portraits")
    return _sfhq([folder_of(data, folder) / folder for folder in _FIGURES])


def own_face_set(folder: Path) -> FaceSet:
    """Every picture below ``folder``; the first folder on the way to it is its label."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    below = [path.relative_to(folder).parts for path in files]
    labels = tuple(sorted({parts[0] for parts in below if len(parts) > 1}))
    values = [labels.index(parts[0]) if len(parts) > 1 else -1 for parts in below]
    return FaceSet(
        folder.name,
        f"{folder.name} 폴더",
        "폴더의 사진입니다. 하위 폴더 이름을 라벨로 읽었고, 사진은 이 문서에 싣지 않습니다.",
        "사진을 준 사람의 것",
        tuple("/".join(parts) for parts in below),
        tuple("전체" for _ in files),
        _opener(files),
        labellings=(Labelling("하위 폴더 (label)", labels, np.array(values, np.int64)),) if labels else (),
    )


def _ferplus(above: Path) -> FaceSet:
    from pyojeong.lab import face_emotion_data as fer

    pictures = fer.load(above)
    own = tuple(name.lower() for name in FER2013.labels)
    reorder = np.array([_FER_ORDER.index(name) for name in own])
    columns = [_FERPLUS_COLUMNS.index(name) for name in _FERPLUS_ORDER]
    votes = Votes(_FERPLUS_ORDER, pictures.votes[:, columns])
    single = (votes.counts == votes.counts.max(1, keepdims=True)).sum(1) == 1
    leading = np.where(votes.given & single, votes.counts.argmax(1), -1)
    return FaceSet(
        "ferplus",
        "FER2013 + FER+ (48×48 흑백 얼굴)",
        "웹에서 모은 얼굴에 FER2013이 라벨 하나를, FER+가 열 사람의 표를 달았습니다. 사진에는 밝힌 허락이 없어 "
        "세기만 하고 보이지 않습니다. 표가 동점인 사진에는 으뜸 표가 없습니다.",
        "사진: 밝혀지지 않음 · FER+ 표: MIT",
        tuple(f"{usage} {number}" for number, usage in enumerate(pictures.usage.tolist())),
        tuple(pictures.usage.tolist()),
        lambda number: np.asarray(pictures.pixels[number], np.uint8),
        labellings=(
            Labelling("FER2013 라벨", _FER_ORDER, reorder[pictures.own]),
            Labelling("FER+ 으뜸 표", _FERPLUS_ORDER, leading),
        ),
        votes=votes,
    )


def _portraits(folder: Path) -> FaceSet:
    rows = _table(folder / "index.csv")
    return FaceSet(
        "portraits",
        "생성된 인물 사진 38장 (generated portraits)",
        "실제 사람이 아닌, 그림 모델이 만든 어른의 정면 얼굴입니다. 나이와 성별은 적혀 있지 않습니다.",
        "MIT",
        tuple(row["file"] for row in rows),
        tuple("전체" for _ in rows),
        _opener([folder / row["file"] for row in rows]),
        showing=Showing.THUMBNAILS,
        columns=_facts(rows),
    )


def _sfhq(folders: Sequence[Path]) -> FaceSet:
    index = [{"묶음 (set)": f.name} | row for f in folders for row in _table(f / "index.csv")]
    measured = {row["file"]: row for folder in folders for row in _table(folder / "mediapipe.csv")}
    known = [measured.get(row["file"], {}) for row in index]
    posed = [row for row in known if row.get("yaw") and row.get("pitch")]
    scores = [name for name in next(iter(measured.values()), {}) if name[:1].islower() and name not in _PLACES]
    above = {folder.name: folder for folder in folders}
    return FaceSet(
        "sfhq",
        "SFHQ 그림에서 오린 생성 얼굴 (SFHQ figure crops)",
        "실제 사람이 아닌, 그림 모델이 만든 정면 얼굴입니다. 나이와 성별은 적혀 있지 않고, 검색어(clip_…)는 그 얼굴이 "
        "걸린 말일 뿐 사실이 아닙니다.",
        "MIT",
        tuple(row["file"] for row in index),
        tuple(row["묶음 (set)"] for row in index),
        _opener([above[row["묶음 (set)"]] / "images" / row["file"] for row in index]),
        showing=Showing.THUMBNAILS,
        columns=_facts(index),
        poses=Poses(_numbers(posed, "yaw"), _numbers(posed, "pitch"), "mediapipe.csv"),
        faces=_numbers([row for row in known if row.get("n_faces")], "n_faces").astype(np.int64),
        expressions={name: _numbers(posed, name) for name in scores},
    )


_PLACES = frozenset(("file", "n_faces", "x0", "y0", "x1", "y1", "yaw", "pitch", "colourfulness"))


def _opener(files: Sequence[Path]) -> Callable[[int], Pixels]:
    return lambda number: open_image(files[number]).pixels[:, :, :3]


def _facts(rows: Sequence[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """The columns that sort the pictures into a few kinds."""
    names = [name for name in rows[0] if name not in _NOT_FACTS] if rows else []
    columns = {name: tuple(row.get(name, "") or "(빈칸)" for row in rows) for name in names}
    return {name: values for name, values in columns.items() if _FACTS_MIN <= len(set(values)) <= _FACTS_MAX}


def _numbers(rows: Sequence[Mapping[str, str]], column: str) -> Ratios:
    return np.array([float(row[column]) for row in rows], np.float64)


def _table(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        raise PyojeongError(
            f"{path}가 없습니다. --data에 그 자료를 온전히 담은 폴더를 알려 주세요.",
            f"{path} is missing; give the folder that holds the whole set by --data.",
            kind="no-data",
        )
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
