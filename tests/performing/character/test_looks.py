import random

import pytest

from pyojeong.emotion import Emotion
from pyojeong.performing.character.looks import EYE_RULES, MOUTH_RULES, Eye, Looks, Mouth, looks_of
from pyojeong.rig import ARKIT_NAMES, Expression
from pyojeong.rig.compose import prototype


def both(**stems: float) -> dict[str, float]:
    return {stem + side: value for stem, value in stems.items() for side in ("Left", "Right")}


def test_every_emotion_at_full_strength_has_its_own_pair_of_eyes_and_mouth() -> None:
    pairs = {emotion: looks_of(prototype(emotion, 1.0)) for emotion in Emotion}
    assert len(set(pairs.values())) == len(Emotion), pairs


def test_full_strength_is_another_topology_than_a_hint() -> None:
    for emotion in (Emotion.JOY, Emotion.FEAR, Emotion.SURPRISE, Emotion.DISGUST):
        assert looks_of(prototype(emotion, 0.35)) != looks_of(prototype(emotion, 1.0)), emotion


@pytest.mark.parametrize("emotion", [e for e in Emotion if e is not Emotion.NEUTRAL])
def test_no_felt_face_has_the_resting_mouth(emotion: Emotion) -> None:
    assert looks_of(prototype(emotion, 0.35)).mouth is not Mouth.OMEGA


def test_a_face_that_does_nothing_rests() -> None:
    assert looks_of(Expression()) == Looks(Eye.OPEN, Eye.OPEN, Mouth.OMEGA)


@pytest.mark.parametrize("brow", ["browDownLeft", "browInnerUp", "browOuterUpRight"])
def test_moving_brows_forbid_the_omega(brow: str) -> None:
    assert looks_of(Expression({brow: 0.5})).mouth is not Mouth.OMEGA


@pytest.mark.parametrize(
    ("coefficients", "mouth"),
    [
        ({"jawOpen": 0.35}, Mouth.TALK),
        ({"jawOpen": 0.3, "mouthFunnel": 0.6}, Mouth.ROUND),
        ({"mouthPucker": 0.8}, Mouth.KISS),
        ({"jawOpen": 0.2, "mouthClose": 0.8}, Mouth.BILABIAL),
        (both(mouthPress=0.6) | {"mouthRollLower": 0.6, "mouthRollUpper": 0.5}, Mouth.BILABIAL),
        ({"tongueOut": 0.7, "jawOpen": 0.3}, Mouth.TONGUE),
        ({"jawOpen": 0.7} | both(mouthFrown=0.7), Mouth.WAIL),
        ({"jawOpen": 0.6} | both(mouthStretch=0.8, browDown=0.9, mouthFrown=0.6), Mouth.TEETH),
        ({"jawOpen": 0.6} | both(mouthSmile=0.8), Mouth.LAUGH),
        (both(mouthPress=0.6, browDown=0.7), Mouth.POUT),
        (both(noseSneer=0.7), Mouth.SNEER),
    ],
)
def test_mouth_of(coefficients: dict[str, float], mouth: Mouth) -> None:
    assert looks_of(Expression(coefficients)).mouth is mouth


@pytest.mark.parametrize(
    ("coefficients", "eye"),
    [
        (both(eyeBlink=1.0), Eye.SHUT),
        (both(eyeBlink=1.0, cheekSquint=0.8), Eye.ARCH),
        (both(eyeBlink=1.0, mouthFrown=0.8), Eye.WEEPING),
        (both(eyeBlink=1.0, eyeSquint=0.9, browDown=0.7), Eye.CLENCHED),
        (both(eyeBlink=0.4), Eye.WEARY),
        (both(eyeWide=0.8), Eye.WIDE),
        (both(eyeSquint=0.6), Eye.LIDDED),
    ],
)
def test_eyes_of(coefficients: dict[str, float], eye: Eye) -> None:
    looks = looks_of(Expression(coefficients))
    assert (looks.right_eye, looks.left_eye) == (eye, eye)


def test_a_wink_shuts_one_eye() -> None:
    looks = looks_of(Expression({"eyeBlinkRight": 1.0, "cheekSquintRight": 0.7, "mouthSmileRight": 0.5}))
    assert (looks.right_eye, looks.left_eye) == (Eye.ARCH, Eye.OPEN)


def test_wanted_kinds_win() -> None:
    looks = looks_of(prototype(Emotion.JOY, 1.0), eyes="heart", mouth="kiss")
    assert looks == Looks(Eye.HEART, Eye.HEART, Mouth.KISS)


def test_a_wanted_kind_has_to_exist() -> None:
    with pytest.raises(ValueError, match=r"eyes must be one of open, .*, but got 'square'"):
        looks_of(Expression(), eyes="square")


def crossing(name: str, rest: dict[str, float]) -> list[float]:
    """Values of ``name`` at which the looks change, met from below."""
    found, last = [], looks_of(Expression(rest | {name: 0.0}))
    for step in range(1, 101):
        looks = looks_of(Expression(rest | {name: step / 100}))
        if looks != last:
            found.append(step / 100)
        last = looks
    return found


@pytest.mark.parametrize("seed", range(6))
def test_a_coefficient_trembling_around_a_threshold_does_not_flicker(seed: int) -> None:
    chance = random.Random(seed)
    thresholds = 0
    for name in ARKIT_NAMES:
        others = chance.sample(ARKIT_NAMES, 5) if seed else []
        rest = {other: chance.random() for other in others if other != name}
        for at in crossing(name, rest):
            thresholds += 1
            seen, held = [], None
            for step in range(12):
                value = min(1.0, max(0.0, at + (0.03 if step % 2 else -0.03)))
                held = looks_of(Expression(rest | {name: value}), before=held)
                seen.append(held)
            assert len(set(seen[2:])) == 1, (name, at, rest)
    assert thresholds > 20


def test_what_was_held_is_left_when_its_cause_is_gone() -> None:
    wide = looks_of(Expression(both(eyeWide=0.9)))
    assert looks_of(Expression(), before=wide) == looks_of(Expression())


def test_rules_end_in_one_that_always_holds() -> None:
    assert EYE_RULES[-1][0] is Eye.OPEN
    assert MOUTH_RULES[-1][0] is Mouth.LINE
