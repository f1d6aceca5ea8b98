"""The text sets known by name, each read from the folder it is distributed in.

Files of tests that must stay unopened are not opened here either: of the everyday set only its training sentences.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from pyojeong.emotion import Emotion, Feeling
from pyojeong.emotion.taxonomy import GOEMOTIONS, KOTE
from pyojeong.errors import PyojeongError
from pyojeong.lab import datasets
from pyojeong.lab.explore.text_set import Manners, TextRow, TextSet

_LEARN, _DEV = "학습", "확인"
_TRANSLATED = ((_LEARN, "train"), (_DEV, "dev"), ("시험", "test"))
_SHARED_ALIKE = "CC BY-SA 4.0"
#: Codes 0-8 as in the card of K-MHaS (Lee et al. 2022, COLING).
_KMHAS = ("출신", "외모", "정치", "욕설", "나이", "성별", "인종", "종교", "혐오 아님")
_BEEP = ("none", "offensive", "hate")


def folder_of(data: Path, name: str) -> Path:
    """The folder above ``name``: ``data`` itself, or one of its folders of kinds of sets.

    Raises:
        PyojeongError: When there is none.
    """
    for above in (data, data / "text", data / "face", data / "by-sa", data.parent / "by-sa", data.parent / "face"):
        if (above / name).is_dir():
            return above
    raise PyojeongError(
        f"{data} 안에서 {name} 폴더를 찾지 못했습니다. --data에 그 폴더를 담은 폴더를 알려 주세요.",
        f"No folder {name} in {data}; give the folder that holds it by --data.",
        kind="no-data",
    )


def text_set(name: str, data: Path | None, corpora: Path) -> TextSet:
    """The set called ``name``; ``data`` holds the downloaded sets, ``corpora`` this repository's sentences."""
    if name == "everyday":
        return _everyday(corpora)
    if data is None:
        raise PyojeongError(
            f"{name}을 읽을 자료 폴더를 모릅니다. --data 또는 PYOJEONG_DATA로 알려 주세요.",
            f"The folder of {name} is not known; give it by --data or PYOJEONG_DATA.",
            kind="no-data",
        )
    folder, reader = _READERS[name]
    return reader(folder_of(data, folder))


def _nsmc(above: Path) -> TextSet:
    learn, dev = datasets.nsmc(above)
    return TextSet(
        "nsmc",
        "NSMC 네이버 영화평 (Naver Sentiment Movie Corpus)",
        "영화평 가운데 별점 1–4를 부정, 9–10을 긍정으로 옮긴 학습 묶음입니다. 사람이 글을 읽고 단 라벨이 아닙니다.",
        "CC0",
        ("부정", "긍정"),
        tuple(
            TextRow(row.text, (int(row.positive),), part)
            for part, rows in ((_LEARN, learn), (_DEV, dev))
            for row in rows
        ),
        shown_parts=frozenset({_LEARN}),
        agreement="라벨은 글쓴이의 별점이고 평가자가 없어, 평가자 일치도라는 것이 없습니다.",
    )


def _kote(above: Path) -> TextSet:
    learn, held = datasets.kote(above)
    emotions = [KOTE.emotion_of(label) for label in KOTE.labels]
    return TextSet(
        "kote",
        "KOTE 온라인 댓글 44감정 (Korean Online That-gul Emotions)",
        "다섯 사람이 고른 감정을 모두 합친 라벨이라, 한 글에 감정이 여럿이고 서로 어긋나기도 합니다.",
        "MIT",
        tuple(map(str, Feeling)),
        tuple(TextRow(row.text, row.labels, part) for part, rows in ((_LEARN, learn), (_DEV, held)) for row in rows),
        groups=tuple(e.korean if e else "" for e in emotions),
        shown_parts=frozenset({_LEARN}),
        agreement=(
            "다섯 평가자의 합집합(union)만 배포되어, 누가 무엇을 골랐는지 알 수 없고 일치도(kappa)를 잴 수 없습니다."
        ),
        english={str(f): f.english for f in Feeling},
    )


def _goemotions(above: Path) -> TextSet:
    rows = [
        TextRow(fields[0], tuple(int(i) for i in fields[1].split(",")), part)
        for part, file in _TRANSLATED
        for fields in (line.split("\t") for line in _lines(above / "goemotions_ko" / f"{file}.tsv.xz", heading=0))
        if len(fields) >= 2
    ]
    emotions = [GOEMOTIONS.emotion_of(label) for label in GOEMOTIONS.labels]
    return TextSet(
        "goemotions",
        "GoEmotions 한국어 번역 (28 emotions)",
        "영어 Reddit 댓글을 기계로 옮긴 글입니다. 라벨은 영어 글을 읽은 사람이 달았습니다.",
        "Apache-2.0",
        GOEMOTIONS.labels,
        tuple(rows),
        groups=tuple(e.korean if e else "" for e in emotions),
        shown_parts=frozenset({_LEARN}),
        agreement="여러 사람의 답을 걸러 합친 라벨만 있어, 이 파일에서는 일치도를 잴 수 없습니다.",
    )


def _everyday(corpora: Path) -> TextSet:
    if not (corpora / "authored").is_dir():
        raise PyojeongError(
            f"{corpora}에 authored 폴더가 없습니다. --corpora에 저장소의 corpora 폴더를 알려 주세요.",
            f"{corpora} has no folder authored; give the repository's corpora folder by --corpora.",
            kind="no-data",
        )
    order = {emotion: number for number, emotion in enumerate(Emotion)}
    rows = datasets.everyday_training(corpora)
    return TextSet(
        "everyday",
        "일상 문장 (this repository's everyday sentences)",
        "이 저장소가 지은 문장과 사람의 줄에 단 라벨 가운데 학습에 쓰는 것만 봅니다. 시험 파일은 열지 않았습니다.",
        "글 Apache-2.0 (human은 MIT·CC0)",
        tuple(e.korean for e in Emotion),
        tuple(
            TextRow(r.text, (order[r.emotion],), r.hand, None if r.second is None else order[r.second], r.intensity)
            for r in rows
        ),
        part_word="쓴 손 (hand)",
        agreement="한 파일에 한 사람이 라벨을 달아, 학습 문장에는 평가자 일치도가 없습니다.",
        english={e.korean: e.value for e in Emotion},
    )


def _chatbot(above: Path) -> TextSet:
    return TextSet(
        "chatbot",
        "Chatbot_data 위로 대화",
        "말을 건 쪽의 글만 셉니다. 라벨은 감정이 아니라 화제(일상·이별·사랑)입니다.",
        "MIT",
        ("일상", "이별", "사랑"),
        tuple(TextRow(text, (label,), "전체") for text, label in datasets.chat_topics(above)),
    )


def _curse(above: Path) -> TextSet:
    return TextSet(
        "curse",
        "욕설 댓글 (Curse-detection-data)",
        "욕설을 가리려고 모은 댓글입니다. 글은 첫 글자만 보입니다.",
        "MIT",
        ("아님", "욕설"),
        tuple(TextRow(text, (label,), "전체") for text, label in datasets.insults(above)),
        manners=Manners.OFFENSIVE,
    )


def _kmhas(above: Path) -> TextSet:
    rows = []
    for part, file in ((_DEV, "valid"), ("시험", "test")):
        for line in _lines(above / "kmhas" / f"kmhas_{file}.txt.xz", heading=1):
            text, _, labels = line.rpartition("\t")
            rows.append(TextRow(text, tuple(int(i) for i in labels.split(",")), part))
    return TextSet(
        "kmhas",
        "K-MHaS 혐오 표현 (Korean Multi-label Hate Speech)",
        "뉴스 댓글의 혐오 대상을 여럿 고른 자료입니다. 학습 묶음은 여기에 없습니다. 글은 첫 글자만 보입니다.",
        _SHARED_ALIKE,
        _KMHAS,
        tuple(rows),
        shown_parts=frozenset({_DEV}),
        manners=Manners.OFFENSIVE,
    )


def _beep(above: Path) -> TextSet:
    rows = []
    for part, file in ((_LEARN, "train.tsv.xz"), (_DEV, "dev.tsv")):
        for fields in (line.split("\t") for line in _lines(above / "beep_hate" / file, heading=1)):
            if len(fields) == 4:
                rows.append(TextRow(fields[0], (_BEEP.index(fields[3]),), part))
    return TextSet(
        "beep",
        "BEEP! 연예 뉴스 댓글 (Korean hate speech)",
        "연예 뉴스 댓글에 혐오·공격·아님을 단 자료입니다. 글은 첫 글자만 보입니다.",
        _SHARED_ALIKE,
        ("아님", "공격 (offensive)", "혐오 (hate)"),
        tuple(rows),
        shown_parts=frozenset({_LEARN}),
        manners=Manners.OFFENSIVE,
    )


def _lines(path: Path, *, heading: int) -> Iterable[str]:
    """The lines of a text file, packed or not, after ``heading`` lines."""
    if not path.exists():
        raise PyojeongError(
            f"자료 {path}가 없습니다. --data에 내려받은 폴더를 알려 주세요.",
            f"Data {path} is missing; give the downloaded folder by --data.",
            kind="no-data",
        )
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\r\n") for line in file if line.strip()][heading:]


_READERS: Mapping[str, tuple[str, Callable[[Path], TextSet]]] = MappingProxyType(
    {
        "nsmc": ("nsmc", _nsmc),
        "kote": ("kote", _kote),
        "goemotions": ("goemotions_ko", _goemotions),
        "chatbot": ("chatbot_data", _chatbot),
        "curse": ("curse_2runo", _curse),
        "kmhas": ("kmhas", _kmhas),
        "beep": ("beep_hate", _beep),
    }
)
NAMES = (*tuple(_READERS)[:3], "everyday", *tuple(_READERS)[3:])
"""Every text set known by name."""
