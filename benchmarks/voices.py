"""The spoken voices in numbers beside espeak-ng as it comes: ``python -m benchmarks.voices [--wavs DIR]``.

One paragraph in every character, calm; then in the narrator's voice in every mood. No listening test: pitch,
harmonics to noise, distance from the average speech spectrum, rhythm, closures of the lips, CPU seconds.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks.voice_measures import (
    Samples,
    closure_errors,
    harmonics_to_noise_db,
    in_vowels,
    mel_cepstra,
    modulation_peak_hz,
    pitch_track,
    spectrum_distance_db,
    syllables_a_second,
    thirds_db,
    vowel_npvi,
)
from pyojeong.emotion import Emotion, Mood
from pyojeong.media.loudness import loudness_of
from pyojeong.media.sound_files import save_sound
from pyojeong.performing.voice.characters import CHARACTERS, NARRATOR
from pyojeong.performing.voice.espeak_process import EspeakProcess
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.speaking import Line, Speech, Voice
from pyojeong.reading.text.pronouncing import spoken_words

PARAGRAPH = (
    "옛날 옛적에, 깊은 산속에 호랑이가 살았어요. 배고픈 호랑이는 마을을 찾아 내려왔습니다. 떡 하나 주면 안 잡아먹지! "
    "할머니는 깜짝 놀라 뒤돌아보았어요. 누구세요? 바깥에는 차가운 바람이 불고, 토끼와 쥐는 풀을 뜯어 먹었어요. "
    "아이들은 조용히 숨을 죽이고… 문을 꼭 잡았어요."
)
COLUMNS = "F0 Hz | range st | HNR dB | LTAS dB | nPVI | syl/s | modulation Hz | lips ms, p95 | LUFS | CPU s/s"


def row(said: Speech, cpu: float, pitch: float) -> str:
    """The figures of one recording."""
    samples, rate, phones = said.sound.samples.astype(float), said.sound.rate, said.utterance.phones
    seconds, track, height = pitch_track(samples, rate)
    track = track * in_vowels(seconds, phones)
    heard = track[(track > 0.6 * np.median(track[track > 0])) & (track < 1.7 * np.median(track[track > 0]))]
    spread = 12 * np.log2(np.percentile(heard, 95) / np.percentile(heard, 5))
    lips = 1000 * closure_errors(said.sound, phones)
    return (
        f"{np.median(heard):.0f} | {spread:.1f} | {harmonics_to_noise_db(height, track):.1f} | "
        f"{spectrum_distance_db(thirds_db(samples, rate), pitch)[1]:.1f} | {vowel_npvi(phones):.0f} | "
        f"{syllables_a_second(phones):.1f} | {modulation_peak_hz(samples, rate):.1f} | "
        f"{np.median(lips):+.0f}, {np.percentile(np.abs(lips), 95):.0f} | {loudness_of(said.sound).lufs:.1f} | "
        f"{cpu:.3f}"
    )


def spoken(speaker: EspeakSpeaker, voice: str, mood: Mood) -> tuple[Speech, float]:
    """The paragraph, and CPU seconds for a second of it (the best of three)."""
    line = Line(spoken_words(PARAGRAPH), mood, Voice(voice))
    spent = []
    for _ in range(3):
        start = time.process_time()
        said = speaker.say(line)
        spent.append(time.process_time() - start)
    return said, min(spent) / said.sound.seconds


def raw(variant: str) -> None:
    """espeak-ng as it comes, for comparison."""
    surface = " ".join(word.surface for word in spoken_words(PARAGRAPH) if word.surface)
    said = EspeakProcess().say(surface, voice=variant, rate=165, pitch=50)
    _, track, height = pitch_track(said.samples, said.rate)
    distance = spectrum_distance_db(thirds_db(said.samples, said.rate), float(np.median(track[track > 0])))[1]
    noise = harmonics_to_noise_db(height, track)
    swing = modulation_peak_hz(said.samples, said.rate)
    pitch = np.median(track[track > 0])
    print(f"| {variant}, monotone | {pitch:.0f} | 0 | {noise:.1f} | {distance:.1f} | | | {swing:.1f} | | | |")


def distances(cepstra: dict[str, Samples]) -> None:
    """Distance of every two voices: mean mel cepstra in standard deviations, and semitones between their pitches."""
    print("\n| | " + " | ".join(cepstra) + " |\n|" + "---|" * (len(cepstra) + 1))
    for first, own in cepstra.items():
        cells = []
        for second, other in cepstra.items():
            spread = np.sqrt((own.var(axis=0) + other.var(axis=0)) / 2)
            far = float(np.sqrt((((own.mean(axis=0) - other.mean(axis=0)) / spread) ** 2).sum()))
            tones = abs(12 * np.log2(CHARACTERS[first].pitch_hz / CHARACTERS[second].pitch_hz))
            cells.append(f"{far:.1f}, {tones:.0f}" if first != second else "–")
        print(f"| {first} | " + " | ".join(cells) + " |")


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wavs", type=Path, help="folder for the recordings")
    folder = parser.parse_args().wavs
    speaker = EspeakSpeaker()
    speaker.say(Line(spoken_words("가."), Mood.of(Emotion.NEUTRAL), Voice(NARRATOR)))
    print(f"| | {COLUMNS} |\n|" + "---|" * 11)
    cepstra = {}
    jobs = [(name, Emotion.NEUTRAL) for name in CHARACTERS] + [(NARRATOR, e) for e in Emotion if e != Emotion.NEUTRAL]
    for name, emotion in jobs:
        said, cpu = spoken(speaker, name, Mood.of(emotion))
        label = name if emotion is Emotion.NEUTRAL else f"{name}, {emotion}"
        print(f"| {label} | {row(said, cpu, CHARACTERS[name].pitch_hz)} |")
        if emotion is Emotion.NEUTRAL:
            cepstra[name] = mel_cepstra(said.sound.samples.astype(float), said.sound.rate)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            save_sound(said.sound, folder / f"{label.replace(', ', '-')}.wav")
    for variant in ("ko", "ko+f2", "ko+m7"):
        raw(variant)
    distances(cepstra)


if __name__ == "__main__":
    main()
