"""The sentence and its reading."""

from __future__ import annotations

from functools import lru_cache
from itertools import cycle
from typing import Any

from pyojeong.emotion import Evidence, Mood, Score
from pyojeong.interfaces import wiring
from pyojeong.interfaces.palette import EMOTION_COLOURS
from pyojeong.interfaces.web.markup import box, button, text
from pyojeong.interfaces.web.sentences import SAMPLE_TEXTS
from pyojeong.interfaces.web.studio.components import ScoreStrip, Sentence
from pyojeong.interfaces.web.studio.desk import Desk
from pyojeong.interfaces.web.words import Words

LONGEST_TEXT = 5000
"""Characters the box takes; longer texts are for the command line, which streams them."""
NAMED_SHOWN = 5
"""A whole text may name a dozen feelings; the strongest come first."""
_SCORE_WORDS = ("score-hint", "score-whole", "unsure", "unsure-hint", "read-intensity", "certainty", "named", "decided")


class WritingPanel:
    """The box a person writes in, and the emotion score of what they wrote."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._samples = cycle((*SAMPLE_TEXTS[1:], SAMPLE_TEXTS[0]))
        with box("section", "panel writing", aria_labelledby="writing-title"):
            with box("div", "panel-head"):
                text("h2", words("sentence-title"), id="writing-title")
                button(words("sentence-sample"), self._other_sample, "quiet")
            self._sentence = Sentence()
            self._sentence.props.update(
                placeholder=words("sentence-placeholder"), label=words("sentence-label"), limit=LONGEST_TEXT
            )
            self._sentence.on("write", lambda event: desk.write(str(event.args)))
            with box("div", "panel-head") as self._score_head:
                text("h3", words("score-title"))
                text("span", words("score-hint"), "hint")
            with box("div", "score-place", aria_live="polite"):
                self._strip = ScoreStrip()
                self._strip.props["words"] = words.several(*_SCORE_WORDS)
                self._strip.on("choose", lambda event: desk.perform_text(_number(event.args)))
                self._none = text("p", words("score-empty"), "hint")
            self._weak = text("p", words("weak-feelings"), "hint weak")
            self._kinder = text("p", "", "hint kinder", role="status")
        desk.watch(self.follow)
        self.follow()

    def _other_sample(self) -> None:
        self._desk.write(next(self._samples))

    def follow(self) -> None:
        """Show the desk's text and reading."""
        desk = self._desk
        self._sentence.props["text"] = desk.text
        shown = {"beats": [], "whole": None} if desk.score is None else score_shown(desk.score, self._words)
        self._strip.props.update(**shown, chosen=desk.beat)
        self._none.set_visibility(desk.score is None)
        self._score_head.set_visibility(desk.score is not None)
        self._weak.set_visibility(desk.score is not None)
        self._kinder.set_text(kinder_words(desk.text, self._words))
        self._kinder.set_visibility(bool(self._kinder.text))
        refusal = desk.unreadable
        self._none.set_text(self._words("score-empty") if refusal is None else self._words.error(refusal))


@lru_cache(maxsize=8)
def kinder_words(sentence: str, words: Words) -> str:
    """What asks to say it more kindly, with the rude words; empty when there is nothing to ask."""
    verdict = wiring.gate().check(sentence)
    rude = ", ".join(dict.fromkeys(sentence[start:end] for start, end in verdict.rude))
    if rude:
        return words("kinder-words", rude=rude)
    return "" if verdict.polite else words("kinder-tone")


def score_shown(score: Score, words: Words) -> dict[str, Any]:
    """What the strip in the browser draws of a score."""
    beats = [
        {**_mood_shown(beat.mood, score.text_of(beat), words), "length": beat.end - beat.start} for beat in score.beats
    ]
    return {"beats": beats, "whole": _mood_shown(score.mood, score.text, words)}


def _mood_shown(mood: Mood, stretch: str, words: Words) -> dict[str, Any]:
    name = words("unsure") if mood.unsure else words.emotion(mood.leading)
    return {
        "name": name,
        "plain": stretch,
        "icon": "#sign-unsure" if mood.unsure else f"#face-{mood.leading}",
        "colour": EMOTION_COLOURS[mood.leading],
        "intensity": round(mood.intensity, 3),
        "certainty": round(mood.certainty, 3),
        "unsure": mood.unsure,
        "named": [words.feeling(feeling) for feeling in mood.named[:NAMED_SHOWN]],
        "pieces": pieces(stretch, list(mood.evidence)),
    }


def pieces(stretch: str, evidence: list[Evidence]) -> list[dict[str, Any]]:
    """``stretch`` cut where evidence starts and ends; words that spoke against the emotion weigh 0.

    >>> pieces("정말 속상해", [Evidence(3, 6, 0.9)])
    [{'text': '정말 ', 'weight': 0.0}, {'text': '속상해', 'weight': 0.9}]
    """
    cut: list[dict[str, Any]] = []
    reached = 0
    for one in sorted(evidence, key=lambda e: e.start):
        if one.weight <= 0 or one.start < reached or one.end > len(stretch):
            continue
        cut.append({"text": stretch[reached : one.start], "weight": 0.0})
        cut.append({"text": stretch[one.start : one.end], "weight": round(one.weight, 3)})
        reached = one.end
    cut.append({"text": stretch[reached:], "weight": 0.0})
    return [piece for piece in cut if piece["text"]]


def _number(argument: object) -> int | None:
    return int(argument) if isinstance(argument, int | float) else None
