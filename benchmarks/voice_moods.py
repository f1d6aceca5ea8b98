"""Whether a mood can be told from the sound alone: ``python -m benchmarks.voice_moods [--voices narae,jun]``.

Pitch, spread, pace, loudness and slope of the spectrum of twenty sentences in every mood, as differences from the same
voice calm, and how often the nearest mood is the right one when the sentence was left out. By rule, not by ear: it
tells that the moods differ in sound and in the published directions, not that people hear them.
"""

from __future__ import annotations

import argparse

import numpy as np

from benchmarks.voice_measures import Samples, in_vowels, pitch_track, syllables_a_second
from benchmarks.voice_sentences import said
from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.voice.characters import CHARACTERS
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.speaking import Speech

NAMES = ("pitch st", "spread st", "syl/s", "level dB", "slope dB", "pauses s")
PUBLISHED = {
    Emotion.JOY: "+++++",
    Emotion.SADNESS: "-----",
    Emotion.ANGER: "+++++",
    Emotion.FEAR: "+-+--",
}
"""Signs of the first five for voices (Juslin & Laukka 2003, doi 10.1037/0033-2909.129.5.770, table 11)."""


def features(speech: Speech) -> Samples:
    """The numbers of one sentence, in the order of `NAMES`."""
    samples, rate, phones = speech.sound.samples.astype(float), speech.sound.rate, speech.utterance.phones
    seconds, track, _ = pitch_track(samples, rate)
    track = track * in_vowels(seconds, phones)
    typical = np.median(track[track > 0])
    tones = 12 * np.log2(track[(track > 0.6 * typical) & (track < 1.7 * typical)] / 100)
    power, hertz = np.abs(np.fft.rfft(samples)) ** 2, np.fft.rfftfreq(len(samples), 1 / rate)
    slope = power[(hertz > 1000) & (hertz < 5000)].sum() / power[(hertz > 50) & (hertz < 1000)].sum()
    sounding = sum(phone.end - phone.start for phone in phones)
    level = 10 * np.log10((samples**2).sum() / rate / sounding)
    pauses = speech.sound.seconds - sounding
    slope_db = 10 * np.log10(slope)
    return np.array([tones.mean(), tones.std(), syllables_a_second(phones), level, slope_db, pauses])


def measured(speaker: EspeakSpeaker, voices: list[str]) -> Samples:
    """Differences from calm: voices × moods × sentences × features."""
    found = np.array(
        [[[features(s) for s in said(speaker, voice, Mood.of(emotion))] for emotion in Emotion] for voice in voices]
    )
    calm = found[:, list(Emotion).index(Emotion.NEUTRAL)].mean(axis=1)
    return np.asarray(found - calm[:, None, None])


def confusion(found: Samples) -> Samples:
    """Which mood is nearest (Mahalanobis) to each sentence left out, of each voice: moods × moods, shares."""
    voices, moods, sentences, _ = found.shape
    counts = np.zeros((moods, moods))
    for left in range(sentences):
        rest = np.delete(found, left, axis=2)
        means = rest.mean(axis=(0, 2))
        inside = (rest - means[None, :, None]).reshape(-1, found.shape[-1])
        weights = np.linalg.inv(np.cov(inside.T) + 1e-6 * np.eye(found.shape[-1]))
        for voice in range(voices):
            for mood in range(moods):
                apart = found[voice, mood, left] - means
                counts[mood, np.argmin(np.einsum("ij,jk,ik->i", apart, weights, apart))] += 1
    return np.asarray(counts / counts.sum(axis=1, keepdims=True))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voices", default=",".join(CHARACTERS))
    voices = parser.parse_args().voices.split(",")
    found = measured(EspeakSpeaker(), voices)
    print("| | " + " | ".join(NAMES) + " | as published |\n|" + "---|" * (len(NAMES) + 2))
    for number, emotion in enumerate(Emotion):
        means = found[:, number].mean(axis=(0, 1))
        signs = PUBLISHED.get(emotion, "")
        told = sum((value > 0) == (sign == "+") for sign, value in zip(signs, means, strict=False))
        print(f"| {emotion} | " + " | ".join(f"{v:+.1f}" for v in means) + f" | {f'{told} of 5' if signs else ''} |")
    shares = confusion(found)
    print("\n| said | " + " | ".join(map(str, Emotion)) + " |\n|" + "---|" * (len(Emotion) + 1))
    for number, emotion in enumerate(Emotion):
        print(f"| {emotion} | " + " | ".join(f"{share:.2f}" for share in shares[number]) + " |")
    print(f"\nright {np.trace(shares) / len(shares):.3f} of {found.shape[0] * found.shape[1] * found.shape[2]}")


if __name__ == "__main__":
    main()
