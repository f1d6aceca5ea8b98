"""What a model card says, in a few words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pyojeong.interfaces.messages import say
from pyojeong.weights.card import Card

#: Name of a model that comes along → its task in Korean; cards are written in English.
_TASKS_KOREAN: Mapping[str, str] = MappingProxyType(
    {
        "drawn-emotion": "채팅창 크기의 그림 얼굴 → 여덟 감정의 몫",
        "face-coefficients": "얼굴 그물의 거리 → 표정 계수 일부(ARKit)",
        "face-emotion": "얼굴 사진 → 여덟 감정의 몫과 확신",
        "gate-ko": "한국어 한 줄 → 욕설이나 비하로 보일 가능성",
        "text-ko": "한국어 문장 → 여덟 감정의 몫, 44가지 느낌, 좋고 나쁨, 세기, 확신",
    }
)
#: Path into ``measured`` → what the number there is, in Korean and in English.
_SHARES: Mapping[tuple[str, ...], tuple[str, str]] = MappingProxyType(
    {
        ("each_design_left_out", "accuracy"): ("처음 보는 디자인을 맞힘", "designs never seen"),
        ("nsmc_dev", "accuracy"): ("NSMC 개발용 정확도", "NSMC dev accuracy"),
        ("exam_80", "accuracy"): ("80문장 시험 맞힘", "exam of 80 sentences"),
        ("everyday_test", "top1"): ("일상 문장 1 맞힘", "everyday sentences 1, top-1"),
        ("everyday_test_2", "top1"): ("일상 문장 2 맞힘", "everyday sentences 2, top-1"),
        ("public_test", "votes_clear", "accuracy"): ("표가 뚜렷한 공개 시험 얼굴", "PublicTest, clear votes"),
        ("written", "gate", "recall"): ("새로 쓴 문장에서 거친 말을 찾음", "rude lines found, newly written set"),
        ("written", "gate", "false_alarms"): ("고운 말을 잘못 막음", "clean lines stopped there"),
    }
)
_CORRELATIONS = "Pearson r, 5 folds by picture"


def task_of(card: Card) -> str:
    """What the model does, in the person's language where that is known."""
    labels = card.labels.get("logits")
    usual = f"한국어 문장 → 라벨 {len(labels)}개 → 여덟 감정의 몫" if labels else card.task
    return say(_TASKS_KOREAN.get(card.name, usual), card.task)


def quality_lines(card: Card) -> list[str]:
    """The figures a person can weigh: shares in per cent, the mean correlation; else every single number there is.

    >>> from pyojeong.weights.card import Card
    >>> card = Card("m", "m.npz", "0" * 64, "t", "MIT", "s", measured={"nsmc_dev": {"accuracy": 0.887}, "ridge": 1.0})
    >>> len(quality_lines(card)), "88.7%" in quality_lines(card)[0]
    (1, True)
    """
    return [*_shares(card.measured), *_mean_correlation(card)] or list(_single_numbers(card.measured))


def _shares(measured: Mapping[str, Any]) -> Iterator[str]:
    for path, names in _SHARES.items():
        found: Any = measured
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        if isinstance(found, int | float):
            yield f"{say(*names)} {found:.1%}"


def _mean_correlation(card: Card) -> Iterator[str]:
    """Over the outputs the model has; those that were left out for being poor are in the card too."""
    correlations = card.measured.get(_CORRELATIONS, {})
    kept = [correlations[name] for names in card.labels.values() for name in names if name in correlations]
    if kept:
        mean = sum(kept) / len(kept)
        yield say(f"상관 r 평균 {mean:.2f} (계수 {len(kept)}개)", f"mean r {mean:.2f} ({len(kept)} coefficients)")


def _single_numbers(measured: Mapping[str, Any]) -> Iterator[str]:
    return (f"{name} {value}" for name, value in measured.items() if isinstance(value, int | float))
