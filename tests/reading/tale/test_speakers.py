"""Who says what, against tales labelled by hand, and in the ways Korean tales are written."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest

import labelled_tales as labelled
from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.reading.tale.quotes import pieces_of
from pyojeong.reading.tale.roles import roles_of
from pyojeong.reading.tale.speakers import saying_of


def said(text: str) -> list[tuple[str, str | None]]:
    pieces = pieces_of(text)
    speakers = saying_of(text, pieces).speakers
    return [(text[p.start : p.end], s) for p, s in zip(pieces, speakers, strict=True) if p.said]


@pytest.mark.parametrize(("split", "least"), [("dev", 0.92), ("test", 0.75)])
def test_labelled_tales(split: str, least: float) -> None:
    tales = list(labelled.tales(split))
    right, asked = sum(labelled.right_of(t) for t in tales), sum(len(t.said) for t in tales)
    assert right / asked >= least


@pytest.mark.parametrize(("file", "least"), [("more", 0.8), ("samples", 0.95), ("second_hand", 0.75)])
def test_later_labelled_tales(file: str, least: float) -> None:
    tales = list(labelled.tales("dev", file))
    right, asked = sum(labelled.right_of(t) for t in tales), sum(len(t.said) for t in tales)
    assert right / asked >= least


def test_who_acts_another_day_did_not_just_speak() -> None:
    text = (
        "소녀가 곰을 만났다. “고마워요!” 소녀가 말했다.\n할머니가 소녀를 안으며 말했다. “어서 오렴.”\n"
        "“할머니, 곰이 도와줬어요!”\n다음 날 아침, 세 친구는 마당에서 웃었다."
    )
    assert said(text)[-1][1] == "소녀"


def test_those_of_a_kind_are_told_apart_by_what_they_are_like() -> None:
    text = (
        "붉은 수탉은 목소리가 컸고, 흰 수탉은 일찍 일어났다. 붉은 수탉이 말했다. “내가 먼저다.” "
        "흰 수탉이 말했다. “내가 먼저다!”"
    )
    assert [speaker for _, speaker in said(text)] == ["붉은 수탉", "흰 수탉"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("우체부는 가방을 꺼냈다. 우체부가 다가왔다. “편지 왔습니다.” 우체부가 모자를 고쳐 썼다.", ["우체부"]),
        ("등짐장수 하나가 말했다. “그렇소?”", ["등짐장수"]),
        (
            "창남이는 걸었다. 선생님이 물었다. “한창남! 어디 가니?” “집에 갑니다.” 창남이는 인사했다.",
            ["선생님", "창남이"],
        ),
        ("소녀가 할머니를 보았다. 그러고는 조용히 말했다. “안녕하세요.” 할머니는 웃었다.", ["소녀"]),
        ("당나귀가 속삭이자 “거기 누구야?” 하고 메아리가 들렸어요.", ["메아리"]),
        ("왕이 신하에게 물었다. “이게 무엇이냐?” “모르옵니다.”", ["왕", "신하"]),
        ("“이걸 정해야겠다,” 마을 사람들이 고개를 끄덕였어요.", ["마을 사람들"]),
        ("우린 한목소리로 외쳤다. “만세!”", ["우리"]),
        ("초록이는 아무 말도 하지 않았어요. “나는 이불!” 파랑이가 말했어요.", ["파랑이"]),
        ("멧돼지만 “그건 그렇지.” 하고 중얼거렸다.", ["멧돼지"]),
        (
            "옛날에 어머니 개구리가 살았다. 어머니 개구리가 말했다. “오너라.” 어머니가 말했다. “어서.”",
            ["어머니 개구리"] * 2,
        ),
        (
            "첫 손님은 먹구름이에요. 먹구름이 앉았어요. 먹구름이 말했어요. “저요.” 손님이 말했어요. “여기요.”",
            ["먹구름"] * 2,
        ),
        ("꼬마가 말했다. “안녕!” 그 꼬마 이름이 달래였다. 달래가 말했다. “또 봐!”", ["달래", "달래"]),
        ("여우가 왔다. 토끼도 왔다.\n“조심해라.”\n하고 크게 소리친 토끼가 달아났다.", ["토끼"]),
        ("여우와 토끼가 살았다. 토끼가 찾았다. 그러나 여우는 오지 않았다.\n“어디 갔을까?”", ["토끼"]),
        (
            "토끼가 여우에게 물었다.\n“춥니?”\n다정히 묻는 소리에,\n“네, 추워요.”\n여우는 고개를 끄덕였다.",
            ["토끼", "여우"],
        ),
        ("여우가 왔다. 토끼들도 왔다. 여우가 넘어졌다.\n“아하하하!”\n토끼들은 손뼉을 치며 웃었다.", ["토끼들"]),
        ("선생님이 물었다.\n“음, 지우인가.”\n“네, 접니다.”\n지우는 일어섰다.", ["선생님", "지우"]),
        ("대장이 호령을 계속했다.\n“앞으로!”\n병사들이 움직였다.", ["대장"]),
        ("“아아, 선생님…….”\n하는 토끼의 소리는 떨렸다. 선생님은 울었다.", ["토끼"]),
    ],
)
def test_signs_of_who_speaks(text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker in said(text)] == speakers


@pytest.mark.parametrize(
    ("tale", "line", "speaker"),
    [
        ("sun-and-moon", "“엄마다!", "누이동생"),
        ("sun-and-moon", "“나도, 나도 줄을", "호랑이"),
        ("golden-axe", "“네, 바로 그것이", "나무꾼"),
        ("golden-axe", "“예, 예!", "욕심쟁이"),
        ("rabbit-and-turtle", "“제가 다녀오겠습니다.", "자라"),
    ],
)
def test_who_speaks_is_told_in_the_line_after(tale: str, line: str, speaker: str) -> None:
    text = (Path(__file__).parents[3] / f"src/pyojeong/stories/tales/{tale}.txt").read_text("utf-8")
    words = line.strip("“")
    assert [who for spoken, who in said(text) if spoken.strip('"“').startswith(words)] == [speaker]


def test_who_called_somebody_so_before_calls_him_again() -> None:
    lines = (
        "할머니가 외쳤다. “달래야!” 달래가 대답했다. “네!”\n할아버지가 왔다. 할머니도 왔다. 달래는 뛰었다.",
        "“달래야, 천천히 가렴.”",
        "달래는 멈췄다.",
    )
    assert said("\n".join(lines))[-1][1] == "할머니"


def test_a_long_talk_does_not_fade_those_who_began_it() -> None:
    talk = "\n".join(f"“{n}번 문을 열었다.”\n“{n}번 문을 닫았다.”" for n in "일이삼사오육칠팔")
    speakers = [speaker for _, speaker in said(f"여우가 토끼를 만났다. 여우가 토끼에게 말했다.\n{talk}\n곰이 왔다.")]
    assert set(speakers) == {"여우", "토끼"} and speakers[0] == "여우"


def test_first_one_speaks_then_the_other() -> None:
    text = "“가자.” 형이 말하자 아우가 대답했습니다. “네, 형님.”"
    assert [speaker for _, speaker in said(text)] == ["형", "아우"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("여우가 말했습니다. “배가 고프구나.”", "여우"),
        ("“배가 고프구나.” 여우가 말했습니다.", "여우"),
        ("“배가 고프구나.” 하고 여우가 하늘을 보았습니다.", "여우"),
        ("여우가 뛰어나와, “배가 고프구나.”", "여우"),
        ("「배가 고프구나.」 여우가 말하였다.", "여우"),
        ("— 배가 고프구나. — 여우가 말했다.", "여우"),
        ("여우는 걸었다. 그는 “배가 고프구나.”라고 말했다.", "여우"),
        ("‘배가 고프구나.’ 여우는 생각했다.", "여우"),
        ("나는 “배가 고파요.”라고 말했어요.", "나"),
        ("불이 대답했어요. “그래, 태워 주마.”", "불"),
        ("“배가 고프구나.” 늙은 여우 한 마리가 말했다.", "여우"),
        ("할머니는 아이가 달아났다고 말했다. “어디로 갔을까.”", "할머니"),
        ("“배가 고프구나.” 하고 말한 것은 여우였다.", "여우"),
        ("여우가 고함을 쳤다. “비켜라!”", "여우"),
    ],
)
def test_ways_of_saying(text: str, speaker: str) -> None:
    assert [found for _, found in said(text)] == [speaker]


def test_a_line_that_goes_on_keeps_its_speaker() -> None:
    text = "“그만!” 토끼가 외쳤어요. “이제 집에 갈래요.” 자라는 토끼를 바라보았어요."
    assert [speaker for _, speaker in said(text)] == ["토끼", "토끼"]


def test_nobody_calls_himself() -> None:
    text = "토끼와 자라가 만났어요. 토끼가 말했어요. “자라야, 어디 가니?”\n\n“바다에 가지.”\n\n“토끼야, 같이 갈래?”"
    assert said(text)[0][1] == "토끼"
    assert dict(said(text))["“토끼야, 같이 갈래?”"] != "토끼"


def test_who_hears_did_not_say_it() -> None:
    assert said("여우는 “살려 줘!” 하는 소리를 들었어요. 토끼가 덫에 걸렸어요.")[0][1] != "여우"


def test_quotes_within_quotes_are_one_line() -> None:
    text = "토끼가 말했다. “여우가 ‘가자.’ 하고 말했어요.”"
    assert said(text) == [("“여우가 ‘가자.’ 하고 말했어요.”", "토끼")]


def test_a_speech_over_two_paragraphs_is_one() -> None:
    text = "선생님이 말했다. “첫째 말이다.\n\n둘째 말이다.”"
    assert said(text) == [("“첫째 말이다.\n\n둘째 말이다.”", "선생님")]


def test_several_known_one_by_one_speak_through_the_first() -> None:
    text = "오빠가 말했다. “가자.” 누이동생이 말했다. “응.” 오누이가 외쳤다. “살려 주세요!”"
    assert [s for _, s in said(text)][2] in ("오빠", "누이동생")


@pytest.mark.parametrize(
    ("told", "speaker", "there"),
    [
        ("여우와 토끼가 함께 외쳤다. “만세!”", "토끼", ["여우", "토끼"]),
        ("“만세!” 여우와 토끼는 한목소리로 외쳤다.", "토끼", ["여우", "토끼"]),
        ("여우가 토끼와 함께 외쳤다. “만세!”", "여우", ["여우", "토끼"]),
        ("“만세!” 두 친구는 함께 외쳤다.", "여우", []),
        ("두 친구가 동시에 소리쳤다. “만세!”", "여우", []),
        ("둘이 함께 외쳤다. “만세!”", "토끼", []),
    ],
)
def test_what_two_say_together_is_said_by_one_while_the_other_is_there(
    told: str, speaker: str, there: list[str]
) -> None:
    text = f"숲에 여우와 토끼가 살았다. 여우가 토끼와 놀았다. 여우와 토끼가 만났다. {told} 곰이 왔다."
    pieces = pieces_of(text)
    found = zip(pieces, saying_of(text, pieces).speakers, strict=True)
    beats = tuple(Beat(p.start, p.end, Mood.of(Emotion.NEUTRAL), speaker=who) for p, who in found)
    roles = roles_of(Score(text, Mood.of(Emotion.NEUTRAL), beats))
    number = next(n for n, beat in enumerate(beats) if beat.speaker)
    tells = number - 1 if told.endswith("”") else number + 1
    assert (beats[number].speaker, roles.there[number]) == (speaker, (speaker,))
    assert sorted(roles.there[tells]) == there
    assert set(roles.names) == {"여우", "토끼"}  # nobody is called 두 친구


def test_a_word_for_both_means_both_are_there() -> None:
    text = "“무서워.” 누이동생이 말했다. “울지 마.” 오빠가 말했다. 호랑이가 왔다. 오누이는 서로 꼭 끌어안았다."
    pieces = pieces_of(text)
    found = zip(pieces, saying_of(text, pieces).speakers, strict=True)
    beats = tuple(Beat(p.start, p.end, Mood.of(Emotion.NEUTRAL), speaker=who) for p, who in found)
    roles = roles_of(Score(text, Mood.of(Emotion.NEUTRAL), beats))
    assert sorted(roles.there[-1]) == ["누이동생", "오빠"] and "오누이" not in roles.names


def test_several_who_are_not_known_one_by_one_speak_as_one() -> None:
    assert said("마을에 세 아이가 살았다. 세 아이가 외쳤다. “만세!” 세 아이는 웃었다.")[0][1] == "세 아이"


def test_every_piece_is_in_order_and_whole() -> None:
    for tale in labelled.tales("test"):
        pieces = pieces_of(tale.text)
        assert all(a.end <= b.start for a, b in pairwise(pieces))
        left = tale.text
        for piece in reversed(pieces):
            left = left[: piece.start] + left[piece.end :]
        assert not any(c.isalnum() for c in left)


def test_long_tales_stay_linear() -> None:
    """Counted in calls, which no busy machine makes more."""

    def calls(count: int) -> int:
        numbers = range(count, 2 * count)  # other lines every time: some are remembered
        text = "\n".join(f"여우{n}호가 말했다. “{n}번 가자.” 토끼는 {n}걸음 걸었다." for n in numbers)
        made = 0

        def counted(frame: object, event: str, argument: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(counted)
        try:
            saying_of(text, pieces_of(text))
        finally:
            sys.setprofile(None)
        return made

    calls(20)
    assert calls(400) < 5 * calls(100)
