"""Voices from outside: what they are asked, what is made of their answers, and what is told when they fail."""

from __future__ import annotations

import json
import sys
import threading
import types
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.errors import PyojeongError
from pyojeong.performing.voice.online_packages import EdgeSpeaker, GoogleSpeaker, spans_of
from pyojeong.performing.voice.openai_speech import OpenAISpeaker
from pyojeong.performing.voice.recorded_speech import RecordedSpeaker
from pyojeong.performing.voice.speaking import Line, Voice
from pyojeong.performing.voice.supertonic_speech import SupertonicSpeaker, parts_of
from pyojeong.performing.voice.system_speech import MacSpeaker, WindowsSpeaker
from pyojeong.reading.text.pronouncing import spoken_words
from spoken_lines import line, two_bursts, wav_of

AUDIO = wav_of(two_bursts())


class Service(ThreadingHTTPServer):
    asked: dict[str, object]
    key: str | None
    answer: tuple[int, bytes]


class Answering(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        self.server.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"]))) | {"path": self.path}
        self.server.key = self.headers.get("Authorization")
        status, body = self.server.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[Service]:
    server = Service(("127.0.0.1", 0), Answering)
    server.answer = (200, AUDIO)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def speaker_of(service: Service, **more: object) -> OpenAISpeaker:
    return OpenAISpeaker(f"http://127.0.0.1:{service.server_port}/v1", "tts", ("nova",), **more)  # type: ignore[arg-type]


def test_a_service_is_asked_for_the_written_line_in_its_mood(service: Service) -> None:
    speaker = speaker_of(service, key="secret", instructed=True)
    said = speaker.say(line("가나, 다라.", "nova", Mood.of(Emotion.SADNESS), pace=0.9))
    assert service.asked["input"] == "가나, 다라." and service.asked["path"] == "/v1/audio/speech"
    assert service.asked["speed"] == pytest.approx(0.9 * 0.82, abs=0.01) and "슬프고" in str(
        service.asked["instructions"]
    )
    assert service.key == "Bearer secret" and "secret" not in repr(speaker) + speaker.cache_key
    assert said.sound.seconds == pytest.approx(1.6) and said.utterance.word_seconds[1] == pytest.approx(
        (1.0, 1.5), abs=0.03
    )


@pytest.mark.parametrize(
    "answer, said",
    [
        ((401, b"{}"), "열쇠"),
        ((404, b""), "모델"),
        ((500, b""), "500"),
        ((200, b"<html>"), "소리"),
        ((200, wav_of(np.zeros(9000))), "말이 없습니다"),
    ],
)
def test_a_service_that_fails_is_told(service: Service, answer: tuple[int, bytes], said: str) -> None:
    service.answer = answer
    with pytest.raises(PyojeongError) as told:
        speaker_of(service).say(line("가나.", "nova"))
    assert told.value.kind == "voice" and said in told.value.korean


def test_a_service_that_is_away_and_addresses_that_are_none_are_told() -> None:
    with pytest.raises(PyojeongError, match="닿지 않습니다"):
        OpenAISpeaker("http://127.0.0.1:9/v1", "tts", ("nova",), seconds=2.0).say(line("가.", "nova"))
    with pytest.raises(ValueError, match="http"):
        OpenAISpeaker("file:///etc", "tts", ("nova",))


def test_google_is_asked_through_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    class Fake:
        def __init__(self, text: str, lang: str) -> None:
            asked.update(text=text, lang=lang)

        def write_to_fp(self, stream: object) -> None:
            stream.write(AUDIO)  # type: ignore[attr-defined]

    package, inner = types.ModuleType("gtts"), types.ModuleType("gtts.tts")
    package.gTTS, inner.gTTSError = Fake, type("gTTSError", (Exception,), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gtts", package)
    monkeypatch.setitem(sys.modules, "gtts.tts", inner)
    assert len(GoogleSpeaker().say(line("가나, 다라.", "ko")).utterance.phones) == 8
    assert asked == {"text": "가나, 다라.", "lang": "ko"}


def test_edge_tells_the_times_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    class Fake:
        def __init__(self, text: str, voice: str, *, rate: str, pitch: str, boundary: str) -> None:
            asked.update(voice=voice, rate=rate, pitch=pitch, boundary=boundary)

        def stream_sync(self) -> Iterator[dict[str, object]]:
            yield {"type": "audio", "data": AUDIO[:1000]}
            yield {"type": "WordBoundary", "offset": 1_500_000, "duration": 3_000_000, "text": "가나"}
            yield {"type": "WordBoundary", "offset": 10_500_000, "duration": 3_500_000, "text": "다라"}
            yield {"type": "audio", "data": AUDIO[1000:]}

    package, inner = types.ModuleType("edge_tts"), types.ModuleType("edge_tts.exceptions")
    package.Communicate, inner.EdgeTTSException = Fake, type("EdgeTTSException", (Exception,), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "edge_tts", package)
    monkeypatch.setitem(sys.modules, "edge_tts.exceptions", inner)
    said = EdgeSpeaker().say(line("가나, 다라.", "ko-KR-SunHiNeural", pace=1.25, pitch=12.0))
    assert asked == {"voice": "ko-KR-SunHiNeural", "rate": "+25%", "pitch": "+200Hz", "boundary": "WordBoundary"}
    assert said.utterance.word_seconds == (pytest.approx((0.15, 0.45)), pytest.approx((1.05, 1.4)))


def test_told_words_that_are_split_joined_or_unknown_find_their_own() -> None:
    asked = line("“가나, 다라마 바사.")
    told = [("가", 0.1, 0.2), ("나", 0.2, 0.3), ("??", 0.3, 0.4), ("다라마 바사", 0.5, 1.0)]
    assert spans_of(asked, told) == {0: (0.1, 0.3), 1: (0.5, 1.0), 2: (0.5, 1.0)}


@pytest.mark.parametrize("speaker, voice", [(GoogleSpeaker(), "ko"), (EdgeSpeaker(), "ko-KR-InJoonNeural")])
def test_packages_that_are_not_installed_are_named(
    speaker: object, voice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("gtts", "edge_tts"):
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(PyojeongError, match="pip install") as told:
        speaker.say(line("가.", voice))  # type: ignore[attr-defined]
    assert told.value.kind == "voice-missing"


def program(folder: Path, name: str, code: str) -> str:
    (folder / "audio.wav").write_bytes(AUDIO)
    file = folder / name
    file.write_text(
        f"#!{sys.executable}\nimport sys, json, pathlib\n"
        f"audio = pathlib.Path({str(folder / 'audio.wav')!r}).read_bytes()\n{code}\n"
    )
    file.chmod(0o755)
    return str(file)


def test_the_mac_is_asked_for_its_korean_voices(tmp_path: Path) -> None:
    say = program(
        tmp_path, "say",
        "a = sys.argv[1:]\n"
        "if a == ['-v', '?']: print('Alex  en_US  # Hello\\nYuna (Enhanced)   ko_KR  # 안녕하세요')\n"
        "else:\n"
        "    assert a[:4] == ['-v', 'Yuna (Enhanced)', '-r', '210']\n"
        "    assert sys.stdin.buffer.read().decode() == '가나, 다라.'\n"
        "    pathlib.Path(a[5]).write_bytes(audio)",
    )  # fmt: skip
    speaker = MacSpeaker(command=say)
    assert speaker.voices() == ("Yuna (Enhanced)",)
    assert len(speaker.say(line("가나, 다라.", "Yuna (Enhanced)", pace=1.2)).utterance.phones) == 8


def test_windows_is_told_by_its_standard_input(tmp_path: Path) -> None:
    shell = program(
        tmp_path, "powershell",
        "told = sys.stdin.buffer.read().decode()\n"
        "if not told: print('Microsoft Heami Desktop')\n"
        "else:\n"
        "    told = json.loads(told); assert told['voice'] == 'Microsoft Heami Desktop'\n"
        "    assert told['rate'] == 6 and told['text'] == '가나, \"$(다라)'\n"
        "    pathlib.Path(told['file']).write_bytes(audio)",
    )  # fmt: skip
    speaker = WindowsSpeaker(command=shell)
    assert speaker.voices() == ("Microsoft Heami Desktop",)
    assert speaker.say(line('가나, "$(다라)', "Microsoft Heami Desktop", pace=2.0)).sound.seconds == pytest.approx(1.6)


@pytest.mark.parametrize("code, said", [("sys.exit(3)", "실패"), ("import time; time.sleep(30)", "끝나지 않았습니다")])
def test_commands_that_fail_or_hang_are_told(tmp_path: Path, code: str, said: str) -> None:
    with pytest.raises(PyojeongError, match=said):
        MacSpeaker(command=program(tmp_path, "say", code), seconds=1.0).voices()
    with pytest.raises(PyojeongError) as told:
        MacSpeaker(command=str(tmp_path / "nothing")).voices()
    assert told.value.kind == "voice-missing"


def test_recordings_are_found_by_the_number_of_their_line(tmp_path: Path) -> None:
    (tmp_path / "007.wav").write_bytes(AUDIO)
    speaker = RecordedSpeaker(tmp_path, {"가나, 다라.": 7, "마바.": 8})
    before = speaker.cache_key
    assert speaker.say(line("가나, 다라.", "recorded")).sound.seconds == pytest.approx(1.6)
    for text, said in (("마바.", "8번"), ("사아.", "번호가 없습니다")):
        with pytest.raises(PyojeongError, match=said) as told:
            speaker.say(line(text, "recorded"))
        assert told.value.kind == "voice-missing"
    (tmp_path / "007.wav").write_bytes(wav_of(two_bursts()[:-99]))
    assert speaker.cache_key != before


def test_voices_are_sent_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "1.wav").write_bytes(AUDIO)
    words = spoken_words("음...글쎄,\n  가자!")
    assert [word.written for word in words] == ["음...", "글쎄,", "가자!"]
    asked = Line(words, Mood.of(Emotion.NEUTRAL), Voice("recorded"))
    assert RecordedSpeaker(tmp_path, {"음...글쎄, 가자!": 1}).say(asked).utterance.words == words


def tiny_supertonic(folder: Path) -> Path:
    """Models of one node each that take and give what the published ones do."""
    import onnx
    from onnx import TensorProto, helper

    (folder / "onnx").mkdir(parents=True)
    (folder / "voice_styles").mkdir()
    floats, ints = TensorProto.FLOAT, TensorProto.INT64
    mask = ("text_mask", floats, [1, 1, None])

    def save(
        name: str,
        takes: list[tuple[str, int, list[int | None]]],
        gives: tuple[str, list[int | None]],
        nodes: list[object],
    ) -> None:
        graph = helper.make_graph(nodes, name, [helper.make_tensor_value_info(*t) for t in takes],
                                  [helper.make_tensor_value_info(gives[0], floats, gives[1])])  # fmt: skip
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.save(model, folder / "onnx" / f"{name}.onnx")

    node = helper.make_node
    ids, ttl = ("text_ids", ints, [1, None]), ("style_ttl", floats, [1, 2, 3])
    save("duration_predictor", [ids, ("style_dp", floats, [1, 1, 2]), mask], ("duration", [1]),
         [node("ReduceMean", ["style_dp"], ["duration"], axes=[1, 2], keepdims=0)])  # fmt: skip
    save("text_encoder", [ids, ttl, mask], ("text_emb", [1, 2, 3]), [node("Identity", ["style_ttl"], ["text_emb"])])
    wave, shown = ("noisy_latent", floats, [1, 8, None]), ("latent_mask", floats, [1, 1, None])
    steps = [("current_step", floats, [1]), ("total_step", floats, [1])]
    small = node("Div", ["noisy_latent", "total_step"], ["small"])
    kept = node("Mul", ["small", "total_step"], ["latent"])
    encoded = ("text_emb", floats, [1, 2, 3])
    save("vector_estimator", [wave, encoded, ttl, mask, shown, *steps], ("latent", [1, 8, None]), [small, kept])
    turned = node("Transpose", ["latent"], ["turned"], perm=[0, 2, 1])
    flat = node("Flatten", ["turned"], ["wav"], axis=1)
    save("vocoder", [("latent", floats, [1, 8, None])], ("wav", [1, None]), [turned, flat])
    settings = {"ae": {"sample_rate": 8000, "base_chunk_size": 4}, "ttl": {"chunk_compress_factor": 2, "latent_dim": 4}}
    (folder / "onnx" / "tts.json").write_text(json.dumps(settings))
    (folder / "onnx" / "unicode_indexer.json").write_text(json.dumps([n if n < 0x1200 else -1 for n in range(0x1200)]))
    style = {
        "style_ttl": {"dims": [1, 2, 3], "data": [[[0.0] * 3] * 2]},
        "style_dp": {"dims": [1, 1, 2], "data": [[[1.05, 1.05]]]},
    }
    (folder / "voice_styles" / "F1.json").write_text(json.dumps(style))
    return folder


def test_supertonic_is_run_from_its_folder(tmp_path: Path) -> None:
    speaker = SupertonicSpeaker(tiny_supertonic(tmp_path / "supertonic"))
    assert speaker.voices() == ("F1",)
    said = speaker.say(line("가나, 다라.", "F1"))
    assert said.sound.rate == 8000 and said.sound.seconds == pytest.approx(1.0, abs=0.001)
    assert np.array_equal(said.sound.samples, speaker.say(line("가나, 다라.", "F1")).sound.samples)
    assert speaker.say(line("가나, 다라.", "F1", pace=2.0)).sound.seconds == pytest.approx(0.5, abs=0.001)


def test_supertonic_without_its_files_is_told(tmp_path: Path) -> None:
    folder = tiny_supertonic(tmp_path / "supertonic")
    (folder / "onnx" / "vocoder.onnx").unlink()
    with pytest.raises(PyojeongError, match="vocoder") as told:
        SupertonicSpeaker(folder).say(line("가.", "F1"))
    assert told.value.kind == "voice-missing"
    (folder / "voice_styles" / "F1.json").write_text("{")
    with pytest.raises(PyojeongError, match="손상"):
        SupertonicSpeaker(folder).say(line("가.", "F1"))
    with pytest.raises(PyojeongError) as told:
        SupertonicSpeaker(tmp_path / "nowhere").say(line("가.", "F1"))
    assert told.value.kind == "unknown-voice"


def test_long_text_goes_in_parts() -> None:
    parts = parts_of("가나다라 " * 60)
    assert len(parts) == 3 and all(part.startswith("<ko>") and part.endswith(".</ko>") for part in parts)
