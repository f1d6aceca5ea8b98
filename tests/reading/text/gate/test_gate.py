from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyojeong.reading.text.gate import Gate
from pyojeong.reading.text.gate.forms import plain_forms
from pyojeong.reading.text.gate.jamo import SYLLABLE, composed, typed
from pyojeong.reading.text.gate.traced import Traced, merged

DISGUISED = (
    *("시발", "시 발", "시1발", "씨.발", "ㅅㅣㅂㅏㄹ", "ㅅㅂ", "ㅅ ㅂ", "tlqkf", "ＴＬＱＫＦ", "시\u200b발"),
    *("벼ㅇ신", "병1신", "개 새 끼", "ㄱㅅㄲ"),
)
INNOCENT = (
    *("시발점", "씨앗을 심었다", "우리 집은 18층이야", "개나리가 폈다", "다시 발표했다", "3시 발표야", "출시발표회"),
    *("오후 3시.발표는 강당", "병신년 새해", "새끼손가락을 걸었다", "고양이 새끼가 귀엽다", "수리부엉이 새끼 두 마리"),
    *("미친 듯이 좋다", "십팔번 노래", "오래 보지 못했다", "잠을 자지 못했다", "불이 꺼져 있다", "위기가 닥쳐 왔다"),
    *("서랍을 뒤져 봤다", "엄마한테 졸라서 샀다", "콩나물 대가리를 땄다", "시뻘건 불길", "이 년 동안 기다렸다"),
    *("아저씨 발 밟았어요", "시바견 귀엽다", "시방 마늘밭에 비가 온다", "그 시키는 대로 했다", "병신고식을 치렀다"),
)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate.shipped()


@pytest.mark.parametrize("word", DISGUISED)
def test_disguises_are_seen_through_and_the_word_is_shown_whole(gate: Gate, word: str) -> None:
    text = f"아 진짜 {word}"
    verdict = gate.check(text)
    assert not verdict.polite
    assert [text[a:b] for a, b in verdict.rude] == [word]


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_words_pass(gate: Gate, text: str) -> None:
    verdict = gate.check(text)
    assert verdict.polite and not verdict.rude


def test_abuse_without_a_rude_word_is_only_suspected(gate: Gate) -> None:
    verdict = gate.check("저런 쓰레기들은 다 감옥에 보내야 한다")
    assert not verdict.polite and not verdict.rude and verdict.chance > 0.5
    assert gate.check("오늘 날씨가 참 좋다").chance < 0.2


def test_long_texts_are_looked_through_to_their_end(gate: Gate) -> None:
    text = "가나다 " * 10_000 + "시발"
    assert gate.check(text).rude == ((len(text) - 2, len(text)),)
    assert gate.check("").polite


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("시발씨병신ㅅㅂㅏㅣ1l0. \u200btlqkf가나다\n"), max_size=24))
def test_spans_lie_in_order_inside_whatever_was_written(gate: Gate, text: str) -> None:
    rude = gate.check(text).rude
    assert all(0 <= a < b <= len(text) for a, b in rude)
    assert all(end < start for (_, end), (start, _) in pairwise(rude))


@given(st.text(max_size=30))
def test_every_form_knows_where_its_characters_come_from(text: str) -> None:
    for form in plain_forms(text):
        assert len(form.text) == len(form.spans)
        assert all(0 <= a < b <= len(text) for a, b in form.spans)
        assert list(form.spans) == sorted(form.spans)


def test_keys_become_syllables() -> None:
    assert SYLLABLE.sub(lambda found: composed(found.group()), typed("gksrmfrhk dkfgdk")) == "한글과 앓아"


def test_touching_spans_are_one() -> None:
    assert merged([]) == ()
    assert Traced.of("가나").original(0, 2) == (0, 2)
