"""A screenplay and its actors as JSON: how they travel to the processes that draw, and what a chunk's name is made of.

Nobody edits this file: people edit the score and the cast. Numbers are written whole, so that what is read back draws
the same pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from pyojeong.emotion import Emotion
from pyojeong.emotion.score_json import mood_from_json, mood_to_json
from pyojeong.media.face import Face, HeadPose
from pyojeong.performing.character.character import Character
from pyojeong.performing.film.screenplay import (
    Format,
    Framing,
    Hour,
    Opening,
    Place,
    Scene,
    Screenplay,
    Shot,
    Standing,
    Turn,
    Weather,
)
from pyojeong.performing.film.sources import ActorSource, AvatarSource, CharacterSource, PhotoSource
from pyojeong.rig.expression import Expression
from pyojeong.rig.speech import Phone, Role, SpokenWord, Stop, Utterance

Document = dict[str, Any]


def screenplay_to_json(play: Screenplay) -> Document:
    """The whole screenplay."""
    return {
        "title": play.title,
        "credits": list(play.credits),
        "scenes": [scene_to_json(scene) for scene in play.scenes],
        "shown": dict(play.shown),
        "size_wh": list(play.format.size_wh),
        "frames_per_second": play.format.frames_per_second,
    }


def screenplay_from_json(document: Document) -> Screenplay:
    """The screenplay that `screenplay_to_json` wrote."""
    width, height = document["size_wh"]
    return Screenplay(
        document["title"],
        tuple(document["credits"]),
        tuple(_scene(item) for item in document["scenes"]),
        document["shown"],
        Format((width, height), document["frames_per_second"]),
    )


def scene_to_json(scene: Scene) -> Document:
    """One scene."""
    return {
        "place": scene.place.value,
        "weather": scene.weather.value,
        "tone": scene.tone.value,
        "strength": scene.strength,
        "opening": scene.opening.value,
        "seconds": scene.seconds,
        "seed": scene.seed,
        "hour": scene.hour.value,
        "moon": scene.moon,
        "shots": [
            {
                "start": shot.start,
                "framing": shot.framing.value,
                "standing": [[s.role, s.across, s.size, s.facing] for s in shot.standing],
            }
            for shot in scene.shots
        ],
        "turns": [_turn_to_json(turn) for turn in scene.turns],
    }


def source_to_json(source: ActorSource) -> Document:
    """Where an actor comes from; a photo's face goes with it."""
    if isinstance(source, CharacterSource):
        return {"kind": "character", "character": source.character.to_dict()}
    if isinstance(source, AvatarSource):
        return {"kind": "avatar", "path": str(source.path)}
    face = source.face
    return {
        "kind": "photo",
        "path": str(source.path),
        "box": list(face.box_xyxy),
        "landmarks": face.landmarks.tolist(),
        "pose": [face.pose.yaw, face.pose.pitch, face.pose.roll],
    }


def source_from_json(document: Mapping[str, Any]) -> ActorSource:
    """The source that `source_to_json` wrote."""
    if document["kind"] == "character":
        return CharacterSource(Character.from_dict(document["character"]))
    if document["kind"] == "avatar":
        return AvatarSource(Path(document["path"]))
    left, top, right, bottom = document["box"]
    face = Face((left, top, right, bottom), np.array(document["landmarks"], np.float64), HeadPose(*document["pose"]))
    return PhotoSource(Path(document["path"]), face)


def _turn_to_json(turn: Turn) -> Document:
    said = turn.utterance
    return {
        "beat": turn.beat,
        "role": turn.role,
        "text": turn.text,
        "start": turn.start,
        "mood": {**mood_to_json(turn.mood), "evidence": []},
        "expression": None if turn.expression is None else turn.expression.to_dict(),
        "feels": turn.feels,
        "act": turn.act,
        "partner": turn.partner,
        "together": turn.together,
        "seconds": said.seconds,
        "words": [[w.written, w.start, w.end, w.surface, w.stop.value] for w in said.words],
        "phones": [[p.sound, p.role.value, p.word, p.syllable, p.start, p.end] for p in said.phones],
    }


def _scene(item: Document) -> Scene:
    return Scene(
        place=Place(item["place"]),
        weather=Weather(item["weather"]),
        tone=Emotion(item["tone"]),
        strength=item["strength"],
        opening=Opening(item["opening"]),
        seconds=item["seconds"],
        shots=tuple(
            Shot(shot["start"], Framing(shot["framing"]), tuple(Standing(*standing) for standing in shot["standing"]))
            for shot in item["shots"]
        ),
        turns=tuple(_turn(turn) for turn in item["turns"]),
        seed=item["seed"],
        hour=Hour(item["hour"]),
        moon=item["moon"],
    )


def _turn(item: Document) -> Turn:
    words = tuple(SpokenWord(w, start, end, surface, Stop(stop)) for w, start, end, surface, stop in item["words"])
    phones = tuple(Phone(s, Role(r), word, syllable, a, b) for s, r, word, syllable, a, b in item["phones"])
    return Turn(
        beat=item["beat"],
        role=item["role"],
        text=item["text"],
        start=item["start"],
        utterance=Utterance(words, phones, item["seconds"]),
        mood=mood_from_json(item["mood"]),
        expression=None if item["expression"] is None else Expression.from_dict(item["expression"]),
        feels=item["feels"],
        act=item["act"],
        partner=item["partner"],
        together=item["together"],
    )
