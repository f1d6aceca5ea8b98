"""What a phonetician would measure of the voices: ``python -m benchmarks.voice_phonetics``.

Vowels against Yang 1996, stops and hisses against what is published of Korean, strength of consonants against the
vowels beside them (Fletcher 1953), melody, and what a broken synthesiser shows first: clicks, a floor that is loud.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from benchmarks.voice_measures import Samples, in_vowels, pitch_track
from benchmarks.voice_sentences import said
from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.voice.characters import CHARACTERS
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.performing.voice.speaking import Line, Speech, Voice
from pyojeong.performing.voice.tract import Tract
from pyojeong.rig.speech import Phone, Role, SpokenWord, Stop

CALM = Mood.of(Emotion.NEUTRAL)
VOWELS = dict(zip("ㅏㅓㅗㅜㅡㅣㅔㅐ", "아어오우으이에애", strict=True))


def spoken(speaker: EspeakSpeaker, surface: str, voice: Voice, stop: Stop = Stop.PERIOD) -> Speech:
    """``surface`` as one word."""
    return speaker.say(Line((SpokenWord(surface, 0, len(surface), surface, stop),), CALM, voice))


def within(speech: Speech, start: float, end: float) -> Samples:
    """Samples between two seconds."""
    rate = speech.sound.rate
    return speech.sound.samples[round(start * rate) : round(end * rate)].astype(float)


def formants_hz(samples: Samples, rate: int, ceiling: float) -> Samples:
    """F1–F3 by linear prediction of order 10 under ``ceiling`` Hz, medians of frames of 50 ms; nan where not found."""
    size = round(len(samples) * 2 * ceiling / rate)
    spectrum = np.fft.rfft(samples)[: size // 2 + 1]
    low = np.fft.irfft(spectrum, size)
    low = np.append(low[0], low[1:] - 0.94 * low[:-1])
    length = round(0.050 * 2 * ceiling)
    found = [_poles(low[at : at + length], 2 * ceiling) for at in range(0, len(low) - length + 1, length // 4)]
    return np.asarray(np.nanmedian(np.array(found), axis=0))


def _poles(frame: Samples, rate: float, order: int = 10) -> Samples:
    frame = frame * np.hanning(len(frame))
    own = np.correlate(frame, frame, "full")[len(frame) - 1 : len(frame) + order]
    matrix = own[np.abs(np.subtract.outer(np.arange(order), np.arange(order)))]
    weights = np.linalg.solve(matrix + 1e-9 * own[0] * np.eye(order), own[1:])
    roots = np.roots(np.append(1.0, -weights))
    roots = roots[roots.imag > 0.01]
    hertz, width = np.angle(roots) * rate / (2 * np.pi), -np.log(np.abs(roots)) * rate / np.pi
    kept = np.sort(hertz[(hertz > 150) & (width < 500)])[:3]
    return np.append(kept, np.full(3 - len(kept), np.nan))


def vowels(speaker: EspeakSpeaker) -> None:
    """Formants of long vowels; pitch is lowered, so that harmonics do not pull the estimate."""
    print("| vowel | jun F1 F2 | Yang's men | hana F1 F2 | Yang's women × 1.06 |\n|---|---|---|---|---|")
    off: list[float] = []
    for vowel, syllable in VOWELS.items():
        cells = []
        for name, lower, ceiling in (("jun", -6.0, 5000.0), ("hana", -12.0, 5500.0)):
            speech = spoken(speaker, syllable * 2, Voice(name, lower, 0.5))
            last = speech.utterance.phones[-1]
            heard = formants_hz(within(speech, last.start + 0.06, last.start + 0.20), speech.sound.rate, ceiling)
            wanted = Tract(CHARACTERS[name].tract, CHARACTERS[name].tract_times).vowel(vowel)
            off += [abs(heard[n] / wanted[n] - 1) for n in range(2)]
            cells += [f"{heard[0]:.0f} {heard[1]:.0f}", f"{wanted[0]:.0f} {wanted[1]:.0f}"]
        print(f"| {vowel} | {' | '.join(cells)} |")
    print(f"\nmedian off {100 * np.nanmedian(off):.1f} %, 90 % within {100 * np.nanpercentile(off, 90):.0f} %\n")


def _band_db(samples: Samples, rate: int, low: float, high: float) -> Samples:
    """Level every millisecond in a band, over 5 ms."""
    spectrum, hertz = np.fft.rfft(samples), np.fft.rfftfreq(len(samples), 1 / rate)
    band = np.fft.irfft(spectrum * ((hertz >= low) & (hertz < high)), len(samples))
    hop = rate // 1000
    return np.asarray(10 * np.log10(np.convolve(band**2, np.ones(5 * hop) / (5 * hop), "same")[::hop] + 1e-10))


def stop_times_ms(speech: Speech, stop: Phone) -> tuple[float, float]:
    """Closure and voice onset, in ms, as heard around ``stop``: quiet until the burst, burst until the swing."""
    samples, rate = speech.sound.samples.astype(float), speech.sound.rate
    high, low = _band_db(samples, rate, 1500, 8000), _band_db(samples, rate, 60, 500)
    first, last = max(round(1000 * stop.start) - 25, 0), round(1000 * stop.end) + 20
    floor = high[first : round(1000 * stop.end)].min()
    quiet = np.flatnonzero(high[first:last] < floor + 12)
    burst = first + quiet[-1] + int(np.argmax(np.diff(high[first + quiet[-1] : last], prepend=floor) > 1.5))
    strong = low[last - 20 : last + 30].max() - 8
    swing = burst + int(np.argmax(low[burst : last + 30] > strong))
    return float(burst - (first + quiet[0])), float(swing - burst)


def stops(speaker: EspeakSpeaker) -> None:
    """Closure and voice onset between vowels and at the start, and pitch after the stop, of jun and narae."""
    print("| | closure between vowels ms | voice onset there ms | at the start ms | pitch of the first vowel st |")
    print("|---|---|---|---|---|")
    for name, kinds in (("plain", "가다바"), ("tense", "까따빠"), ("strong", "카타파")):
        inside, start, heights = [], [], []
        for voice in ("jun", "narae"):
            for syllable in kinds:
                speech = spoken(speaker, f"나{syllable}나", Voice(voice))
                inside.append(stop_times_ms(speech, speech.utterance.phones[2]))
                speech = spoken(speaker, f"{syllable}나나나", Voice(voice))
                start.append(stop_times_ms(speech, speech.utterance.phones[0])[1])
                seconds, track, _ = pitch_track(speech.sound.samples.astype(float), speech.sound.rate)
                vowel = speech.utterance.phones[1]
                mine = track[(seconds > vowel.start) & (seconds < vowel.end) & (track > 0)]
                heights.append(12 * np.log2(np.median(mine) / CHARACTERS[voice].pitch_hz))
        closure, onset = np.median(inside, axis=0)
        print(f"| {name} | {closure:.0f} | {onset:.0f} | {np.median(start):.0f} | {np.mean(heights):+.1f} |")
    print()


def strengths(speaker: EspeakSpeaker) -> None:
    """Level of consonants against the vowels beside them, dB, and the middle of the power of hisses, Hz."""
    sounds = "ㅁㄴㅇㄹㅅㅆㅈㅊㅎㅋㅌㅍㄱㄷㅂ"
    print("| | " + " | ".join(sounds) + " | ㅅ, ㅅ before ㅣ Hz |\n|" + "---|" * (len(sounds) + 2))
    for voice in ("jun", "narae", "kkoma"):
        levels: dict[str, list[float]] = defaultdict(list)
        hisses: dict[bool, list[float]] = defaultdict(list)
        for speech in said(speaker, voice, CALM):
            phones = speech.utterance.phones
            for n, phone in enumerate(phones):
                near = [p for p in phones[max(0, n - 3) : n + 4] if p.role is Role.VOWEL and p.end - p.start > 0.03]
                if phone.role in (Role.VOWEL, Role.GLIDE) or not near:
                    continue
                own = _level_db(within(speech, phone.start + 0.005, phone.end - 0.005))
                beside = [_level_db(within(speech, p.start + 0.01, p.end - 0.01)) for p in near]
                levels[phone.sound].append(own - float(np.mean(beside)))
                if phone.sound in "ㅅㅆ" and phone.role is Role.ONSET:
                    middle = _middle_hz(within(speech, phone.start + 0.02, phone.end - 0.03), speech.sound.rate)
                    hisses[phones[n + 1].sound in "ㅣj"].append(middle)
        row = " | ".join(f"{np.mean(levels[s]):.0f}" for s in sounds)
        print(f"| {voice} | {row} | {np.mean(hisses[False]):.0f}, {np.mean(hisses[True]):.0f} |")
    print()


def _level_db(samples: Samples) -> float:
    return float(10 * np.log10((samples**2).mean() + 1e-12))


def _middle_hz(samples: Samples, rate: int) -> float:
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 2048)) ** 2
    hertz = np.fft.rfftfreq(2048, 1 / rate)
    kept = (hertz > 1000) & (hertz < 11_000)
    return float((hertz[kept] * power[kept]).sum() / power[kept].sum())


def melody_and_faults(speaker: EspeakSpeaker) -> None:
    """Spread and fall of the pitch, the rise of a question; the largest jerk, the floor before it, the mean."""
    print("| | deviation st | fall st/s | question st | largest jerk | floor dBFS | mean |")
    print("|---|---|---|---|---|---|---|")
    for voice in CHARACTERS:
        spread, slopes, jerks, floors, means = [], [], [], [], []
        for speech in said(speaker, voice, CALM):
            samples = speech.sound.samples.astype(float)
            seconds, track, _ = pitch_track(samples, speech.sound.rate)
            track = track * in_vowels(seconds, speech.utterance.phones)
            typical = np.median(track[track > 0])
            kept = (track > 0.6 * typical) & (track < 1.7 * typical)
            tones = 12 * np.log2(track[kept] / CHARACTERS[voice].pitch_hz)
            spread.append(tones)
            slopes.append(np.polyfit(seconds[kept], tones, 1)[0])
            jerks.append(_jerk(samples, speech.sound.rate))
            floors.append(_level_db(samples[: round(0.03 * speech.sound.rate)]))
            means.append(abs(samples.mean()))
        print(
            f"| {voice} | {np.concatenate(spread).std():.1f} | {np.mean(slopes):.1f} | {_rise(speaker, voice):+.1f} | "
            f"{max(jerks):.1f} | {max(floors):.0f} | {max(means):.5f} |"
        )


def _jerk(samples: Samples, rate: int) -> float:
    """Largest second difference against those of the 10 ms around it; a click of one sample has over 12."""
    bent = np.abs(np.diff(samples, 2))
    width = rate // 100
    return float((bent / (np.sqrt(np.convolve(bent**2, np.ones(width) / width, "same")) + 1e-4)).max())


def _rise(speaker: EspeakSpeaker, voice: str) -> float:
    speech = spoken(speaker, "어디가나요", Voice(voice), Stop.QUESTION)
    last = speech.utterance.phones[-1]
    most = 2.6 * CHARACTERS[voice].pitch_hz
    seconds, track, _ = pitch_track(speech.sound.samples.astype(float), speech.sound.rate, high=most)
    mine = track[(seconds > last.start) & (seconds < last.end - 0.01) & (track > 0)]
    return float(12 * np.log2(mine[-3:].mean() / mine[:3].mean()))


if __name__ == "__main__":
    one = EspeakSpeaker()
    vowels(one)
    stops(one)
    strengths(one)
    melody_and_faults(one)
