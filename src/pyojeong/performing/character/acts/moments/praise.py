"""Moments of praise, cheering and celebration."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, moment, play
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.stances import (
    CROSSED,
    FIST_UP,
    HANGING,
    HIP,
    POINTING,
    THUMB_UP,
    at_head,
    beside_head,
    both,
    from_body,
    on_body,
    one,
)

_E, _M = Emotion, Mark

PRAISE: tuple[Act, ...] = (
    moment(
        "good-job",
        "잘했어",
        "good job",
        _E.JOY,
        0.6,
        play(face(_E.JOY, 0.7, eyeBlink=0.9, jawOpen=0.3), one(THUMB_UP, HIP, lean_degrees=-3), _M.SPARKLE, _M.CLAP),
        motions.PUSH,
        "잘했어 굿 최고 엄지척 따봉",
    ),
    moment(
        "cheer-up",
        "힘내",
        "cheer up",
        _E.JOY,
        0.7,
        play(
            face(_E.JOY, 0.6, jawOpen=0.5, browDown=0.35),
            one(FIST_UP, from_body(1.0, 0.0, Hand.FIST), legs=Legs.WIDE, lean_degrees=4, ears=0.7),
            _M.EXCLAIM,
            _M.SPARKLE,
        ),
        motions.PUMP,
        "힘내 파이팅 화이팅 아자 응원",
    ),
    moment(
        "congratulations",
        "축하해",
        "congratulations",
        _E.JOY,
        0.9,
        play(
            face(_E.JOY, 1.0, jawOpen=0.55, eyeBlink=0.9),
            one(HANGING, beside_head(1.2, -0.5), legs=Legs.TIPTOE, ears=0.8, prop="popper"),
            _M.CONFETTI,
            _M.SPARKLE,
        ),
        motions.WAVE_BOTH,
        "축하 축하해 경축 합격 ㅊㅋ",
    ),
    moment(
        "birthday",
        "생일 축하해",
        "happy birthday",
        _E.JOY,
        0.8,
        play(face(_E.JOY, 0.8, jawOpen=0.3), Pose(prop="cake"), _M.CONFETTI, _M.NOTE),
        motions.SWAY,
        "생일 생일축하 생축 케이크",
    ),
    moment(
        "gift",
        "선물이야",
        "a gift",
        _E.JOY,
        0.6,
        play(
            face(_E.JOY, 0.6, blush=0.5),
            both(HANGING, prop="gift", lean_degrees=3, turn=(0.1, 0.1)),
            _M.HEART,
            _M.BLUSH,
        ),
        motions.PUSH,
        "선물 선물이야 받아 깜짝선물",
    ),
    moment(
        "clap",
        "짝짝짝",
        "applause",
        _E.JOY,
        0.6,
        play(
            face(_E.JOY, 0.8, eyeBlink=0.9, jawOpen=0.4),
            both(on_body(0.16, -0.35, Hand.OPEN), ears=0.4),
            _M.CLAP,
            _M.NOTE,
        ),
        motions.CLAP,
        "짝짝짝 박수 대단해 브라보",
        1.4,
    ),
    moment(
        "victory",
        "브이",
        "victory",
        _E.JOY,
        0.7,
        play(
            face(_E.JOY, 0.8, jawOpen=0.4, eyeBlinkLeft=0.95),
            one(beside_head(1.3, 0.05, Hand.TWO), HIP, lean_degrees=-5, ears=0.6),
            _M.GLOW,
            _M.SPARKLE,
        ),
        motions.PUSH,
        "브이 승리 이겼다 예이 성공",
    ),
    moment(
        "you",
        "너!",
        "you!",
        _E.JOY,
        0.5,
        play(
            face(_E.JOY, 0.5, browOuterUpLeft=0.6, eyeBlinkRight=0.95),
            one(POINTING, HIP, lean_degrees=5, turn=(0.4, 0)),
            _M.EXCLAIM,
        ),
        motions.PUSH,
        "너 바로너 당신 콕 지목",
    ),
    moment(
        "proud",
        "뿌듯",
        "proud",
        _E.JOY,
        0.6,
        play(
            face(_E.JOY, 0.6, eyeBlink=1.0, headPitch=14),
            both(HIP, turn=(0.15, -0.45), ears=0.8, squash=1.04),
            _M.SPARKLE,
            _M.PUFF,
        ),
        motions.SIGH,
        "뿌듯 자랑 우쭐 흐뭇 으쓱",
    ),
    moment(
        "agreed",
        "인정",
        "agreed",
        _E.NEUTRAL,
        0.5,
        play(
            rest(eyeBlink=1.0, browOuterUp=0.4, mouthPress=0.4, mouthSmile=0.12),
            one(at_head(0.3, 0.86, Hand.THUMB), CROSSED, turn=(0, 0.2)),
            _M.GLOW,
        ),
        motions.NOD,
        "인정 ㅇㅈ 맞아 공감",
    ),
    moment(
        "well-done-today",
        "오늘도 수고했어",
        "well done today",
        _E.JOY,
        0.4,
        play(
            face(_E.JOY, 0.4, browInnerUp=0.35, eyeBlink=0.2),
            replace(one(beside_head(0.9, 0.35, Hand.OPEN), HANGING, head_shift=(0.06, 0.0)), lean_degrees=6.0),
            _M.HEART,
            _M.FLOWER,
        ),
        motions.SWAY,
        "수고 수고했어 고생 토닥토닥",
    ),
)
