"""The program is asked, dies, hangs and is forgotten, and nobody is left waiting or running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pyojeong.errors import PyojeongError
from pyojeong.performing.voice.espeak_process import EspeakProcess


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def gone(process: int) -> bool:
    for _ in range(100):
        if not running(process):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def espeak() -> EspeakProcess:
    return EspeakProcess()


def test_it_says_hangul_with_the_place_of_every_phoneme(espeak: EspeakProcess) -> None:
    said = espeak.say("궁무리", voice="ko+f2", rate=165, pitch=45)
    assert [name[0] for name, _, _ in said.phonemes] == ["ɡ", "u", "ŋ", "m", "u", "ɾ", "i"]
    assert all(start < end <= len(said.samples) for _, start, end in said.phonemes)
    again = espeak.say("궁무리", voice="ko+f2", rate=165, pitch=45)
    assert (said.samples == again.samples).all()


def test_a_killed_program_is_started_again(espeak: EspeakProcess) -> None:
    espeak.say("가", voice="ko", rate=165, pitch=45)
    first = espeak._process
    assert first is not None
    os.kill(first.pid, signal.SIGKILL)
    assert len(espeak.say("나", voice="ko", rate=165, pitch=45).samples) > 1000
    assert espeak._process is not None and espeak._process.pid != first.pid


def test_closing_and_forgetting_leave_no_process_behind() -> None:
    espeak = EspeakProcess()
    espeak.say("가", voice="ko", rate=165, pitch=45)
    assert espeak._process is not None
    first = espeak._process.pid
    espeak.close()
    assert gone(first)
    espeak.say("가", voice="ko", rate=165, pitch=45)
    second = espeak._process.pid
    del espeak
    assert gone(second)


def test_it_ends_when_its_parent_is_killed() -> None:
    code = (
        "from pyojeong.performing.voice.espeak_process import EspeakProcess; import time\n"
        "e = EspeakProcess(); e.say('가', voice='ko', rate=165, pitch=45)\n"
        "print(e._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert running(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone(child)


def test_a_hanging_program_is_given_up_and_ended() -> None:
    espeak = EspeakProcess(seconds=0.5, command=(sys.executable, "-c", "import time; time.sleep(60)"))
    with pytest.raises(PyojeongError) as told:
        espeak.say("가", voice="ko", rate=165, pitch=45)
    assert told.value.kind == "voice" and "0.5초" in told.value.korean
    assert espeak._process is None


@pytest.mark.parametrize(
    "code", ["", "print('null')", "print('not json')", 'print(\'{"rate": 1, "samples": 9, "phonemes": []}\')']
)
def test_a_program_that_answers_nonsense_twice_is_told(code: str) -> None:
    espeak = EspeakProcess(command=(sys.executable, "-c", code))
    with pytest.raises(PyojeongError) as told:
        espeak.say("가", voice="ko", rate=165, pitch=45)
    assert told.value.kind == "voice" and "두 번" in told.value.korean


def test_a_fork_has_its_own_program(espeak: EspeakProcess) -> None:
    espeak.say("가", voice="ko", rate=165, pitch=45)
    code = (
        "import os; from pyojeong.performing.voice.espeak_process import EspeakProcess\n"
        "e = EspeakProcess(); a = e.say('가', voice='ko', rate=165, pitch=45); mine = e._process.pid\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    b = e.say('가', voice='ko', rate=165, pitch=45)\n"
        "    os._exit(0 if len(b.samples) == len(a.samples) and e._process.pid != mine else 7)\n"
        "assert os.waitpid(child, 0)[1] == 0 and len(e.say('나', voice='ko', rate=165, pitch=45).samples) > 100"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
