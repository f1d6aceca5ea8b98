"""What DNSMOS thinks of the voices beside espeak-ng as it comes: ``python -m benchmarks.voice_judges FOLDER``.

FOLDER is where ``pip install --no-deps --target FOLDER speechmos`` (MIT) went; it carries the models of DNSMOS P.835
and P.808 (Reddy, Gopal & Cutler 2022, doi 10.1109/ICASSP43922.2022.9746108). They were trained on people speaking
through noise and its suppression, not on synthesis: they hear noise, roughness and muffling, nothing of melody.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.voice_measures import Samples
from benchmarks.voice_sentences import SENTENCES, said
from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.voice.characters import CHARACTERS, NARRATOR
from pyojeong.performing.voice.espeak_process import EspeakProcess
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.reading.text.pronouncing import spoken_words

RATE, SECONDS = 16_000, 9.01
_POLYNOMIALS = (
    (-0.08397278, 1.22083953, 0.0052439),
    (-0.13166888, 1.60915514, -0.39604546),
    (-0.06766283, 1.11546468, 0.04602535),
)
"""Of speech, background and whole, as the package has them."""
_VOWELS_RMS = 0.1


class Judge:
    """The models of one folder."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        models = folder / "speechmos" / "dnsmos_models"
        if not models.is_dir():
            raise SystemExit(f"no DNSMOS in {folder}: pip install --no-deps --target {folder} speechmos")
        self._parts = onnxruntime.InferenceSession(str(models / "sig_bak_ovr.onnx"), options)
        self._whole = onnxruntime.InferenceSession(str(models / "model_v8.onnx"), options)
        self._bank = _mel_bank()

    def heard(self, samples: Samples, rate: int) -> Samples:
        """Speech, background and whole (P.835) and P.808 of a recording in pieces of nine seconds: their mean."""
        size = round(len(samples) * RATE / rate)
        low = np.clip(np.fft.irfft(np.fft.rfft(samples)[: size // 2 + 1], size) * size / len(samples), -1.0, 1.0)
        length = int(SECONDS * RATE)
        pieces = [low[at : at + length] for at in range(0, len(low) - length + 1, length)]
        return np.asarray(np.mean([self._piece(piece) for piece in pieces], axis=0))

    def _piece(self, piece: Samples) -> list[float]:
        raw = self._parts.run(None, {"input_1": piece[None].astype(np.float32)})[0][0]
        parts = [float(np.polyval(p, value)) for p, value in zip(_POLYNOMIALS, raw, strict=True)]
        mel = self._mel(piece[:-160])[None].astype(np.float32)
        return [*parts, float(self._whole.run(None, {"input_1": mel})[0][0][0])]

    def _mel(self, piece: Samples) -> Samples:
        frames = np.lib.stride_tricks.sliding_window_view(np.pad(piece, 160), 321)[::160]
        window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(321) / 321)
        power = np.maximum(1e-10, np.abs(np.fft.rfft(frames * window, axis=1)) ** 2 @ self._bank.T)
        level = 10 * np.log10(power / power.max())
        return np.asarray((np.maximum(level, -80.0) + 40.0) / 40.0)


def _mel_bank(count: int = 120) -> Samples:
    """Slaney's triangles of equal area."""
    step = np.log(6.4) / 27
    mels = np.linspace(0.0, 15.0 + np.log(8.0) / step, count + 2)
    edges = np.where(mels < 15.0, mels * 200 / 3, 1000.0 * np.exp(step * (mels - 15.0)))
    hertz = np.fft.rfftfreq(321, 1 / RATE)
    rows = [np.interp(hertz, edges[n : n + 3], [0, 2 / (edges[n + 2] - edges[n]), 0]) for n in range(count)]
    return np.array(rows)


def plain(process: EspeakProcess, variant: str) -> tuple[Samples, int]:
    """The tale as espeak-ng says it by itself from our surface forms, as loud as ours."""
    parts, rate = [], 0
    for sentence in SENTENCES:
        surface = " ".join(word.surface + str(word.stop) for word in spoken_words(sentence))
        spoken = process.say(surface, voice=variant, rate=165, pitch=50)
        parts.append(spoken.samples)
        rate = spoken.rate
    samples = np.concatenate(parts)
    return samples * _VOWELS_RMS / np.sqrt((samples**2).mean()), rate


def main() -> None:
    """Print the table: voices calm, moods as the mean of all voices asked for, espeak-ng."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--moods", default=NARRATOR, help="voices whose moods are judged, too")
    asked = parser.parse_args()
    judge, speaker, process = Judge(asked.folder), EspeakSpeaker(), EspeakProcess()
    print("| | speech | background | whole | P.808 |\n|---|---|---|---|---|")
    for variant in ("ko", "ko+f2", "ko+m7"):
        _told(f"espeak-ng {variant}", judge.heard(*plain(process, variant)))
    jobs = [(voice, Emotion.NEUTRAL) for voice in CHARACTERS]
    jobs += [(voice, e) for voice in asked.moods.split(",") for e in Emotion if e is not Emotion.NEUTRAL]
    for voice, emotion in jobs:
        lines = list(said(speaker, voice, Mood.of(emotion)))
        samples = np.concatenate([line.sound.samples for line in lines]).astype(float)
        _told(f"{voice}, {emotion}", judge.heard(samples, lines[0].sound.rate))


def _told(name: str, marks: Samples) -> None:
    print(f"| {name} | " + " | ".join(f"{mark:.2f}" for mark in marks) + " |", flush=True)


if __name__ == "__main__":
    main()
