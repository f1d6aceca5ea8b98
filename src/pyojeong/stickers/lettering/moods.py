"""Styles that sound like a feeling: who shouts, who trembles, who droops; louder with intensity."""

from __future__ import annotations

from dataclasses import replace

from pyojeong.emotion.emotion import Emotion
from pyojeong.stickers.lettering.forms import Form
from pyojeong.stickers.lettering.motion import Motion
from pyojeong.stickers.lettering.style import Style
from pyojeong.stickers.lettering.voices import Voice

_STYLES = {
    Emotion.JOY: Style(
        Voice.ROUND,
        Form.BOUNCE,
        fill="#fff06a",
        fill_low="#ffab1f",
        ink="#5a2f12",
        lip=0.05,
        gloss=0.75,
        accent="#ff6f91",
    ),
    Emotion.SADNESS: Style(
        Voice.SOFT,
        Form.SHRINK,
        fill="#e6f5ff",
        fill_low="#79bdf0",
        ink="#1f3c6b",
        unsteadiness=0.012,
        accent="#ffe27a",
    ),
    Emotion.ANGER: Style(
        Voice.SHOUT,
        Form.SHAKE,
        fill="#ff7a4d",
        fill_low="#ff3b30",
        ink="#2a0f12",
        ink_width=0.1,
        lip=0.06,
        unsteadiness=0.012,
        accent="#ffe14d",
        life=1.0,
    ),
    Emotion.FEAR: Style(
        Voice.HAND,
        Form.WAVE,
        fill="#f3ecff",
        fill_low="#bda6ec",
        ink="#35235c",
        ink_width=0.085,
        unsteadiness=0.02,
        accent="#ffe27a",
    ),
    Emotion.EMBARRASSMENT: Style(
        Voice.SOFT,
        Form.WOBBLE,
        fill="#ffe6ed",
        fill_low="#ff9dba",
        ink="#6b1f3c",
        unsteadiness=0.014,
        accent="#fff08a",
    ),
    Emotion.SURPRISE: Style(
        Voice.SHOUT,
        Form.GROW,
        fill="#ffffff",
        fill_low="#ffd91a",
        ink="#26202e",
        ink_width=0.1,
        lip=0.06,
        accent="#ff7a4d",
    ),
    Emotion.DISGUST: Style(
        Voice.HAND,
        Form.WOBBLE,
        fill="#eef8b8",
        fill_low="#b4d85a",
        ink="#2f4012",
        unsteadiness=0.024,
        accent="#e5c3f7",
    ),
    Emotion.NEUTRAL: Style(
        Voice.SOFT,
        Form.PLAIN,
        fill="#ffffff",
        ink="#33363f",
        accent="#ffe14d",
        life=0.4,
    ),
}
_MOTIONS = {
    Emotion.JOY: Motion.HOP,
    Emotion.SADNESS: Motion.WAVE,
    Emotion.ANGER: Motion.SHAKE,
    Emotion.FEAR: Motion.SHAKE,
    Emotion.EMBARRASSMENT: Motion.BOIL,
    Emotion.SURPRISE: Motion.POP,
    Emotion.DISGUST: Motion.BOIL,
    Emotion.NEUTRAL: Motion.TYPE,
}


def style_for(emotion: Emotion, intensity: float = 0.7, *, seed: int = 1) -> Style:
    """How a caption of this feeling is dressed; its form and size grow with ``intensity`` in [0, 1].

    Raises:
        ValueError: When the intensity is out of range.

    >>> style_for(Emotion.ANGER, 1.0).most > style_for(Emotion.ANGER, 0.2).most
    True
    """
    if not 0.0 <= intensity <= 1.0:
        raise ValueError(f"intensity must be in [0, 1], but got {intensity!r}")
    style = _STYLES[emotion]
    return replace(style, strength=0.35 + 0.65 * intensity, most=58.0 + 44.0 * intensity, seed=seed)


def motion_for(emotion: Emotion) -> Motion:
    """How a caption of this feeling moves."""
    return _MOTIONS[emotion]
