"""Supertonic voices (Supertone Inc., weights under OpenRAIL-M) from a folder the person downloaded.

The folder is that of the published models 2 and 3: ``onnx/`` with ``duration_predictor.onnx``, ``text_encoder.onnx``,
``vector_estimator.onnx``, ``vocoder.onnx``, ``tts.json``, ``unicode_indexer.json``; ``voice_styles/NAME.json``.
Written against those documented files and names of inputs; the weights themselves could not be run here.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pyojeong.media.sound import Sound
from pyojeong.media.sound_mixing import louder
from pyojeong.performing.voice.asking import checked, pace_of
from pyojeong.performing.voice.failures import voice_failed, voice_missing
from pyojeong.performing.voice.fitting import fitted
from pyojeong.performing.voice.speaking import Line, Speech

_PARTS = ("duration_predictor", "text_encoder", "vector_estimator", "vocoder")
_STEPS = 8
"""Of the flow; the publisher's examples use 5 to 10."""
_CALM_SPEED = 1.05
_MOST_CHARACTERS = 120
_PUNCTUATION = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "_": " ", "~": "-"}
)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SupertonicSpeaker:
    """Speaks with the models in ``folder``; pitch cannot be asked, pace and loudness follow voice and mood.

    Attributes:
        folder: As published.
        threads: Of the runtime.
    """

    folder: Path
    threads: int = 1
    name: str = field(default="supertonic", init=False)

    @property
    def cache_key(self) -> str:
        """Changes with the files."""
        files = sorted((f.name, f.stat().st_size) for f in (self.folder / "onnx").glob("*"))
        return "supertonic 1 " + hashlib.sha256(repr(files).encode()).hexdigest()[:16]

    def voices(self) -> tuple[str, ...]:
        """Names of the style files."""
        return tuple(sorted(file.stem for file in (self.folder / "voice_styles").glob("*.json")))

    def say(self, line: Line) -> Speech:
        """``line`` as the model says it; the same line always sounds the same."""
        text = checked(line, self.voices())
        manner, pace = pace_of(line)
        style = self._style(line.voice.name)
        seed = int.from_bytes(hashlib.sha256((text + line.voice.name).encode()).digest()[:8], "little")
        random = np.random.default_rng(seed)
        pieces = [self._made(part, style, _CALM_SPEED * pace, random) for part in parts_of(text)]
        rate = int(self._settings["ae"]["sample_rate"])
        silence = np.zeros(round(0.3 * rate), np.float32)
        joined = np.concatenate([piece for part in pieces for piece in (part, silence)][:-1])
        return fitted(line.words, louder(Sound(joined, rate), manner.gain_db), name=self.name)

    @cached_property
    def _settings(self) -> dict[str, Any]:
        return dict(self._json(self.folder / "onnx" / "tts.json"))

    @cached_property
    def _index(self) -> list[int]:
        return list(self._json(self.folder / "onnx" / "unicode_indexer.json"))

    @cached_property
    def _sessions(self) -> dict[str, Any]:
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = self.threads
        missing = [part for part in _PARTS if not (self.folder / "onnx" / f"{part}.onnx").is_file()]
        if missing:
            raise self._incomplete(f"onnx/{missing[0]}.onnx")
        return {
            part: ort.InferenceSession(str(self.folder / "onnx" / f"{part}.onnx"), options, ["CPUExecutionProvider"])
            for part in _PARTS
        }

    def _style(self, voice: str) -> tuple[Floats, Floats]:
        told = self._json(self.folder / "voice_styles" / f"{voice}.json")
        try:
            speaking, lasting = (
                np.array(told[key]["data"], np.float32).reshape(told[key]["dims"]) for key in ("style_ttl", "style_dp")
            )
        except (KeyError, TypeError, ValueError) as error:
            raise voice_failed(self.name, f"목소리 파일이 다릅니다: {voice}", f"style {voice} is malformed") from error
        return speaking, lasting

    def _made(self, text: str, style: tuple[Floats, Floats], speed: float, random: np.random.Generator) -> Floats:
        speaking, lasting = style
        ids = self._numbers(text)
        mask = np.ones((1, 1, ids.shape[1]), np.float32)
        run = self._run
        seconds = run("duration_predictor", text_ids=ids, style_dp=lasting, text_mask=mask) / speed
        encoded = run("text_encoder", text_ids=ids, style_ttl=speaking, text_mask=mask)
        sizes, latent = self._settings["ae"], self._settings["ttl"]
        chunk = int(sizes["base_chunk_size"]) * int(latent["chunk_compress_factor"])
        wanted = int(float(seconds.reshape(-1)[0]) * int(sizes["sample_rate"]))
        length = max(1, -(-wanted // chunk))
        depth = int(latent["latent_dim"]) * int(latent["chunk_compress_factor"])
        wave = random.standard_normal((1, depth, length)).astype(np.float32)
        shown = np.ones((1, 1, length), np.float32)
        total = np.array([_STEPS], np.float32)
        for step in range(_STEPS):
            wave = run(
                "vector_estimator",
                noisy_latent=wave,
                text_emb=encoded,
                style_ttl=speaking,
                text_mask=mask,
                latent_mask=shown,
                current_step=np.array([step], np.float32),
                total_step=total,
            )
        return np.asarray(run("vocoder", latent=wave).reshape(-1)[:wanted], np.float32)

    def _run(self, part: str, **inputs: npt.NDArray[Any]) -> Floats:
        try:
            return np.asarray(self._sessions[part].run(None, inputs)[0], np.float32)
        except (RuntimeError, ValueError) as error:  # onnxruntime's own errors are RuntimeErrors
            raise voice_failed(
                self.name, f"{part} 모델이 이 문장에서 실패했습니다.", f"{part} failed: {error}"
            ) from error

    def _numbers(self, text: str) -> npt.NDArray[np.int64]:
        known = self._index
        codes = [ord(character) for character in text]
        numbers = [known[code] if code < len(known) else -1 for code in codes]
        if all(number < 0 for number in numbers):
            raise voice_failed(self.name, "이 모델이 아는 글자가 없습니다.", "the model knows none of these characters")
        return np.array([[number for number in numbers if number >= 0]], np.int64)

    def _json(self, file: Path) -> Any:
        try:
            return json.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise self._incomplete(str(file.relative_to(self.folder))) from error
        except ValueError as error:
            raise voice_failed(self.name, f"손상된 파일입니다: {file.name}", f"{file.name} is damaged") from error

    def _incomplete(self, file: str) -> Exception:
        return voice_missing(self.name, f"{self.folder}에 {file}이(가) 없습니다.", f"{self.folder} lacks {file}")


def parts_of(text: str) -> list[str]:
    """``text`` as the models take it: Korean in decomposed letters between its tags, no part beyond 120 characters.

    >>> parts_of("안녕.") == ["<ko>" + unicodedata.normalize("NFKD", "안녕.") + "</ko>"]
    True
    """
    parts: list[str] = []
    for word in unicodedata.normalize("NFC", text.translate(_PUNCTUATION)).split():
        if parts and len(parts[-1]) + 1 + len(word) <= _MOST_CHARACTERS:
            parts[-1] += " " + word
        else:
            parts.append(word)
    closed = [part if part[-1] in ".!?,;:'\")" else part + "." for part in parts]
    return ["<ko>" + unicodedata.normalize("NFKD", part) + "</ko>" for part in closed]
