"""Eight emotions in two bands. The second band is another pose, other eyes and another mouth, not more of the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import (
    BELLY,
    CHEEK,
    CHEST,
    CROSSED,
    FIST_UP,
    HIGH,
    HIP,
    LIMP,
    MOUTH,
    NAPE,
    OUT,
    STOP_SIGN,
    at_head,
    both,
    one,
)

STRONG_FROM = 0.6
"""Intensity at which an emotion is played in its second band."""

_E, _M = Emotion, Mark
_SOFT: tuple[Act, ...] = (
    Act(
        "joy",
        "기쁨",
        "glad",
        _E.JOY,
        0.4,
        play(face(_E.JOY, 0.55, jawOpen=0.16), both(CHEST, lean_degrees=-3, ears=0.4), _M.FLOWER, _M.BLUSH),
        motions.SWAY,
        tags=("기뻐", "좋아", "행복"),
    ),
    Act(
        "sadness",
        "슬픔",
        "sad",
        _E.SADNESS,
        0.4,
        play(
            face(_E.SADNESS, 0.7, eyeBlink=0.1),
            both(BELLY, head_shift=(0.0, 0.06), legs=Legs.KNOCK, ears=-0.8, turn=(-0.1, 0.25)),
            _M.GLOOM,
            _M.TEAR,
        ),
        motions.SIGH,
        2.2,
        ("슬퍼", "속상해", "우울"),
    ),
    Act(
        "anger",
        "화남",
        "cross",
        _E.ANGER,
        0.4,
        play(face(_E.ANGER, 0.75, eyeWide=0.0), both(HIP, lean_degrees=-3, ears=-0.3, turn=(0.0, 0.1)), _M.VEIN),
        motions.TREMBLE,
        tags=("화나", "짜증", "흥"),
    ),
    Act(
        "fear",
        "불안",
        "uneasy",
        _E.FEAR,
        0.4,
        play(
            face(_E.FEAR, 0.6, jawOpen=0.0, mouthStretch=0.5, eyeWide=0.4),
            both(MOUTH, legs=Legs.KNOCK, ears=-0.5, squash=0.96),
            _M.SWEAT,
            _M.SHIVER,
        ),
        motions.TREMBLE,
        tags=("불안", "걱정", "떨려"),
    ),
    Act(
        "embarrassment",
        "당황",
        "flustered",
        _E.EMBARRASSMENT,
        0.4,
        play(face(_E.EMBARRASSMENT, 0.7, blush=0.5), one(NAPE, lean_degrees=4, ears=-0.2), _M.SWEAT, _M.BLUSH),
        motions.SWAY,
        tags=("당황", "머쓱", "민망"),
    ),
    Act(
        "surprise",
        "놀람",
        "surprised",
        _E.SURPRISE,
        0.4,
        play(
            face(_E.SURPRISE, 0.6, mouthFunnel=0.5, eyeWide=0.35),
            one(at_head(0.3, 0.72, Hand.OPEN), legs=Legs.TIPTOE, ears=0.7),
            _M.EXCLAIM,
        ),
        motions.PEEK,
        tags=("어", "오", "놀람"),
    ),
    Act(
        "disgust",
        "싫음",
        "put off",
        _E.DISGUST,
        0.4,
        play(
            face(_E.DISGUST, 0.75),
            one(STOP_SIGN, lean_degrees=-6, turn=(-0.6, 0.0), head_shift=(-0.06, 0.0), ears=-0.3),
            _M.SCRIBBLE,
        ),
        motions.SHAKE_HEAD,
        tags=("싫어", "별로", "으"),
    ),
    Act(
        "neutral",
        "평온",
        "calm",
        _E.NEUTRAL,
        0.4,
        play(rest(), Pose(), mouth="line"),  # a fresh reader took the designs' resting smiles for joy
        motions.BREATHE,
        2.4,
        ("음", "그냥", "보통"),
    ),
)
_STRONG: tuple[Act, ...] = (
    Act(
        "joy-strong",
        "신남",
        "overjoyed",
        _E.JOY,
        1.0,
        play(
            face(_E.JOY, 1.0, jawOpen=0.62, eyeBlink=0.9),
            both(HIGH, legs=Legs.JUMP, lift=0.12, ears=1.0),
            _M.HEART,
            _M.CONFETTI,
        ),
        motions.JUMP,
        tags=("신나", "야호", "최고"),
    ),
    Act(
        "sadness-strong",
        "펑펑 욺",
        "sobbing",
        _E.SADNESS,
        1.0,
        play(
            face(_E.SADNESS, 1.0, jawOpen=0.6, mouthStretch=0.4, eyeBlink=0.95),
            both(LIMP, legs=Legs.SIT, ears=-1.0, turn=(0.0, -0.12)),
            _M.STREAM,
            _M.PUDDLE,
            mouth="wail",
        ),
        motions.SOB,
        tags=("엉엉", "눈물", "ㅠㅠ"),
    ),
    Act(
        "anger-strong",
        "격노",
        "furious",
        _E.ANGER,
        1.0,
        play(
            face(_E.ANGER, 1.0, mouthStretch=0.7, mouthUpperUp=0.6, mouthLowerDown=0.6, jawOpen=0.3, mouthPress=0.0),
            both(FIST_UP, legs=Legs.WIDE, ears=0.6),
            _M.FLUSH,
            _M.STEAM,
            _M.FIRE,
        ),
        motions.STOMP,
        tags=("열받아", "분노", "버럭"),
    ),
    Act(
        "fear-strong",
        "공포",
        "terrified",
        _E.FEAR,
        1.0,
        play(
            face(_E.FEAR, 1.0, jawOpen=0.7, eyeWide=1.0),
            both(CHEEK, legs=Legs.TIPTOE, ears=1.0, squash=1.05),
            _M.PALE,
            _M.SPLASH,
        ),
        motions.TREMBLE,
        1.2,
        ("무서워", "으악", "공포"),
    ),
    Act(
        "embarrassment-strong",
        "멘붕",
        "mortified",
        _E.EMBARRASSMENT,
        1.0,
        play(
            face(_E.EMBARRASSMENT, 1.0, mouthStretch=0.6, blush=1.0),
            both(OUT, legs=Legs.KNOCK, lean_degrees=5, ears=-0.7),
            _M.FLUSH,
            _M.DIZZY,
            _M.SPLASH,
            eyes="swirl",
            mouth="wave",
        ),
        motions.SWAY,
        1.1,
        ("멘붕", "어쩔줄", "창피"),
    ),
    Act(
        "surprise-strong",
        "충격",
        "astounded",
        _E.SURPRISE,
        1.0,
        play(
            face(_E.SURPRISE, 1.0, jawOpen=0.9, mouthFunnel=0.5, eyeWide=1.0),
            both(OUT, legs=Legs.JUMP, lift=0.05, ears=1.0),
            _M.SHOCK,
            _M.EXCLAIM,
        ),
        motions.START,
        tags=("헉", "깜짝", "대박"),
    ),
    Act(
        "disgust-strong",
        "토 나옴",
        "revolted",
        _E.DISGUST,
        1.0,
        play(
            face(_E.DISGUST, 1.0, eyeBlink=0.95, eyeSquint=0.8, tongueOut=0.9, jawOpen=0.4),
            replace(one(BELLY, MOUTH), bow=0.25, lean_degrees=4.0, ears=-0.9),
            _M.GREEN,
            _M.GLOOM,
            _M.SWEAT,
        ),
        motions.SOB,
        1.5,
        ("우웩", "토나와", "역겨워"),
    ),
    Act(
        "neutral-strong",
        "무념무상",
        "deadpan",
        _E.NEUTRAL,
        1.0,
        play(rest(eyeBlink=0.42), both(CROSSED, ears=-0.2), _M.DOTS, mouth="line"),
        motions.DRIFT,
        2.6,
        ("무표정", "할말없음", "..."),
    ),
)
BANDS: Mapping[Emotion, tuple[Act, Act]] = MappingProxyType(
    {soft.emotion: (soft, strong) for soft, strong in zip(_SOFT, _STRONG, strict=True)}
)
"""Each emotion's two acts, the quiet one first."""
EMOTION_ACTS: tuple[Act, ...] = _SOFT + _STRONG
