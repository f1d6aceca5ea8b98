"""A process of its own in which the espeak-ng program speaks: lines of JSON in, JSON and samples out.

espeak-ng is GPL-3. It is loaded here and nowhere else, so the product talks to it over a pipe, as to any program.

Asked: one line ``{"text": …, "voice": "ko+f2", "rate": 165, "pitch": 50, "range": 0}``. Answered: one line
``{"rate": 22050, "samples": N, "phonemes": [["k", 0], ["u", 812], …]}`` (IPA name, first sample), then N little-endian
int16 samples; or ``{"error": …}``. It ends when its standard input closes or its parent is gone.
"""

from __future__ import annotations

import ctypes
import json
import os
import queue
import sys
import threading
import time
from typing import Any, BinaryIO

_SYNCHRONOUS = 2
_PHONEME_EVENTS, _IPA_NAMES, _DONT_EXIT = 0x0001, 0x0002, 0x8000
_PHONEME = 7
_LIST_END = 0
_UTF8 = 1
_BY_CHARACTER = 1
_RATE, _PITCH, _RANGE = 1, 3, 4


class _Identity(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    """``espeak_EVENT`` of ``speak_lib.h``."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Identity),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Program:
    """The library, ready to speak."""

    def __init__(self) -> None:
        import espeakng_loader

        self._path = espeakng_loader.get_library_path()
        self._data = espeakng_loader.get_data_path().encode()
        self._heard = _Callback(self._hear)  # kept: the library holds no reference
        self._samples = bytearray()
        self._phonemes: list[tuple[str, int]] = []

    def _begin(self) -> int:
        """Load afresh for every line: phases it keeps would let what was said before change what is said now."""
        self._library = ctypes.CDLL(self._path)
        options = _PHONEME_EVENTS | _IPA_NAMES | _DONT_EXIT
        rate: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, self._data, options)
        if rate <= 0:
            raise RuntimeError(f"espeak-ng found no data in {self._data!r}")
        self._library.espeak_SetSynthCallback(self._heard)
        self._library.espeak_ng_SetRandSeed(ctypes.c_long(1))
        return rate

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, 2 * count)
        number = 0
        while events[number].type != _LIST_END:
            event = events[number]
            if event.type == _PHONEME:
                self._phonemes.append((event.id.string.decode("utf-8", "replace"), event.sample))
            number += 1
        return 0

    def say(self, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        self._samples, self._phonemes = bytearray(), []
        rate = self._begin()
        try:
            return self._said(asked, rate)
        finally:
            self._library.espeak_Terminate()
            _unload(self._library)

    def _said(self, asked: dict[str, Any], rate: int) -> tuple[dict[str, Any], bytes]:
        if self._library.espeak_SetVoiceByName(asked["voice"].encode()) != 0:
            return {"error": f"no voice {asked['voice']!r}"}, b""
        for parameter, name in ((_RATE, "rate"), (_PITCH, "pitch"), (_RANGE, "range")):
            self._library.espeak_SetParameter(parameter, int(asked[name]), 0)
        text = asked["text"].encode()
        failed = self._library.espeak_Synth(text, len(text) + 1, 0, _BY_CHARACTER, 0, _UTF8, None, None)
        if failed:
            return {"error": f"espeak_Synth answered {failed}"}, b""
        self._library.espeak_Synchronize()
        told = {"rate": rate, "samples": len(self._samples) // 2, "phonemes": self._phonemes}
        return told, bytes(self._samples)


def _unload(library: ctypes.CDLL) -> None:
    import _ctypes

    if sys.platform == "win32":
        _ctypes.FreeLibrary(library._handle)
    else:
        _ctypes.dlclose(library._handle)


def _listen(stream: BinaryIO, asked: queue.Queue[dict[str, Any]]) -> None:
    """Reads in a thread, so that a closed pipe ends the process even while the library hangs."""
    for line in stream:
        asked.put(json.loads(line))
    os._exit(0)


def _watch(parent: int) -> None:
    """A fork of the parent may keep the pipe open after the parent is gone."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(0)


def main() -> None:
    """Speak until the parent is gone."""
    asked: queue.Queue[dict[str, Any]] = queue.Queue()
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    out = sys.stdout.buffer
    program = _Program()
    while True:
        told, samples = program.say(asked.get())
        out.write(json.dumps(told).encode() + b"\n" + samples)
        out.flush()


if __name__ == "__main__":
    main()
