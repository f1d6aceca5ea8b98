"""Sounds of any file are opened, brought to a rate and written whole."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pyojeong.errors import PyojeongError
from pyojeong.media.sound import Sound
from pyojeong.media.sound_files import open_sound, resampled, save_sound, wav_bytes


def tone(hertz: float = 440.0, seconds: float = 0.5, rate: int = 24_000) -> Sound:
    at = np.arange(round(seconds * rate)) / rate
    return Sound((0.5 * np.sin(2 * np.pi * hertz * at)).astype(np.float32), rate)


def pitch_of(sound: Sound) -> float:
    samples = sound.samples if sound.samples.ndim == 1 else sound.samples[:, 0]
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 18))
    return float(np.argmax(spectrum) * sound.rate / (1 << 18))


def encoded(sound: Sound, container: str, codec: str) -> bytes:
    held = io.BytesIO()
    with av.open(held, "w", format=container) as out:
        stream = out.add_stream(codec, rate=48_000)
        frame = av.AudioFrame.from_ndarray(sound.samples[None, :], "fltp", "mono")
        frame.sample_rate = sound.rate
        resampler = av.AudioResampler("fltp", stream.codec_context.layout.name, 48_000, frame_size=960)
        for one in (frame, None):
            for piece in resampler.resample(one):
                out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return held.getvalue()


@given(
    arrays(np.float32, st.integers(0, 50), elements=st.floats(-1, 1, width=32)), st.sampled_from([8000, 22_050, 48_000])
)
def test_a_wav_file_comes_back_to_a_sample(samples: np.ndarray, rate: int) -> None:
    with wave.open(io.BytesIO(wav_bytes(Sound(samples, rate)))) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, rate)
        back = np.frombuffer(read.readframes(100), "<i2") / 32767
    assert np.abs(back - samples).max(initial=0.0) <= 0.51 / 32767


def test_stereo_keeps_its_sides(tmp_path: Path) -> None:
    left = tone().samples
    save_sound(Sound(np.stack([left, 0.1 * left], axis=1), 24_000), tmp_path / "둘.wav")
    back = open_sound(tmp_path / "둘.wav")
    assert back.samples.shape == (12_000, 2) and back.rate == 24_000
    assert np.abs(back.samples[:, 1] - 0.1 * left).max() < 1e-4
    assert [p.name for p in tmp_path.iterdir()] == ["둘.wav"]


@pytest.mark.parametrize(
    "container, codec", [("mp3", "libmp3lame"), ("ogg", "libopus"), ("matroska", "aac"), ("adts", "aac")]
)
def test_what_others_encode_is_opened_at_the_rate_and_width_asked_for(container: str, codec: str) -> None:
    opened = open_sound(encoded(tone(440.0, 1.0, 48_000), container, codec), rate=22_050, channels=2)
    assert opened.rate == 22_050 and opened.samples.ndim == 2
    assert opened.seconds == pytest.approx(1.0, abs=0.06) and pitch_of(opened) == pytest.approx(440.0, abs=1.0)


@pytest.mark.parametrize("rate", [8000, 22_050, 44_100, 48_000])
def test_another_rate_is_the_same_pitch_and_length(rate: int) -> None:
    made = resampled(tone(1000.0, 0.7), rate)
    assert len(made.samples) == round(0.7 * rate) and pitch_of(made) == pytest.approx(1000.0, abs=1.0)


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"", "empty-file"),
        (b"RIFF....WAVE", "not-a-sound"),
        (b"hello " * 100, "not-a-sound"),
        (b"#EXTM3U\nhttp://127.0.0.1/a", "not-a-sound"),
    ],
)
def test_what_is_no_sound_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(PyojeongError) as told:
        open_sound(data)
    assert told.value.kind == kind


def test_a_cut_off_file_never_raises_anything_else() -> None:
    whole = wav_bytes(tone(seconds=0.05))
    for end in range(0, len(whole), 97):
        try:
            assert open_sound(whole[:end]).seconds <= 0.06
        except PyojeongError as told:
            assert told.kind in ("empty-file", "not-a-sound", "no-sound")


def test_missing_folders_long_sounds_and_other_suffixes_are_told(tmp_path: Path) -> None:
    for act, kind in (
        (lambda: open_sound(tmp_path / "none.wav"), "missing-file"),
        (lambda: open_sound(tmp_path), "directory"),
        (lambda: open_sound(wav_bytes(tone(seconds=2.0)), longest_seconds=1.0), "too-long"),
        (lambda: save_sound(tone(), tmp_path / "a.xyz"), "unknown-format"),
        (lambda: save_sound(tone(), tmp_path / "nowhere" / "a.wav"), "missing-folder"),
    ):
        with pytest.raises(PyojeongError) as told:
            act()
        assert told.value.kind == kind
