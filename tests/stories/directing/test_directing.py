"""Scenes, who is on stage, and where the camera is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from pyojeong.emotion import Beat, Emotion, Mood, Score
from pyojeong.performing.film.playing import Playing
from pyojeong.performing.film.screenplay import Framing, Place, Screenplay, Shot, Turn
from pyojeong.reading.text.pronouncing import spoken_words
from pyojeong.rig.speech import silent
from pyojeong.stories.casting import cast_by_name
from pyojeong.stories.directing import Spoken, directed
from pyojeong.stories.directing.places import settings_of
from pyojeong.stories.directing.shots import shots_of
from pyojeong.stories.directing.stages import partnered, stages_of

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.3)


def turn(number: int, start: float, seconds: float, text: str, role: str = "", feels: str | None = None) -> Turn:
    return Turn(number, role, text, start, silent(spoken_words(text), seconds), MOOD, feels=feels or role or None)


def shots(turns: list[Turn], seen: set[str], seconds: float, **who: Any) -> tuple[Shot, ...]:
    arriving = who.pop("arriving", True)
    stages = stages_of(turns, seen, **who)
    told = [partnered(turn, stage) for turn, stage in zip(turns, stages, strict=True)]
    return shots_of(told, stages, seconds, unit=9 / 16, arriving=arriving)


def placed(*lines: str) -> list[Place]:
    return [s.place for s in settings_of([(line, False) for line in lines], list(range(len(lines))))]


def test_being_somewhere_moves_and_mere_mention_does_not() -> None:
    assert placed("나무꾼이 숲속으로 들어갔습니다.")[-1] is Place.FOREST
    assert placed("아이는 방에 앉았습니다.", "호랑이가 말했습니다.")[-1] is not Place.MOUNTAIN
    assert placed("자라는 용궁으로 헤엄쳐 갔습니다. 바닷속은 깊었습니다.")[-1] is Place.UNDERSEA


@pytest.mark.parametrize(
    ("where", "place"),
    [
        *[(where, Place.FOREST) for where in ("숲길", "솔숲", "대숲", "숲 한가운데", "나무숲")],
        *[(where, Place.SEA) for where in ("앞바다", "바닷가", "갯벌", "모래밭", "부둣가")],
        *[(where, Place.MOUNTAIN) for where in ("뒷산", "산길", "고갯길", "산기슭", "벼랑")],
        *[(where, Place.FIELD) for where in ("들길", "들녘", "논길", "밭둑", "과수원")],
        *[(where, Place.RIVER) for where in ("강둑", "개울가", "호숫가", "나루터", "옹달샘")],
        *[(where, Place.VILLAGE) for where in ("골목길", "마을길", "앞마당", "돌담길", "시골길")],
        *[(where, Place.ROOM) for where in ("건넌방", "마루", "다락방", "대청마루", "병원")],
        *[(where, Place.MARKET) for where in ("저잣거리", "주막", "빵집", "광장", "시장통")],
        *[(where, Place.SCHOOL) for where in ("복도", "서당", "도서관", "교문")],
        *[(where, Place.PALACE) for where in ("왕궁", "성문", "어전")],
        *[(where, Place.STAGE) for where in ("강당", "극장", "학예회")],
        *[(where, Place.SNOW) for where in ("눈밭", "설원", "얼음판")],
        *[(where, Place.SKY) for where in ("하늘길", "우주")],
    ],
)
def test_compounds_are_places_too(where: str, place: Place) -> None:
    first = "여우는 마을에서 놀았습니다." if place is Place.ROOM else "여우는 방에서 놀았습니다."
    assert placed(first, f"그때 토끼는 {where}에서 놀았습니다.")[-1] is place


def test_who_lifts_or_behaves_is_in_no_field_or_cave() -> None:
    line = "욕심쟁이는 도끼를 들고 못되게 굴었습니다."
    assert placed("여우는 마을에 살았습니다.", line, line)[-1] is Place.VILLAGE


def weathers(*lines: str) -> list[str]:
    return [s.weather.value for s in settings_of([(line, False) for line in lines], list(range(len(lines))))]


@pytest.mark.parametrize(
    "line",
    [
        "어느 날 밤, 숲속에 여우가 왔습니다.",
        "숲에 달이 떴습니다.",
        "숲은 캄캄해졌습니다.",
        "숲에 해가 지고 별이 빛났습니다.",
    ],
)
def test_night_is_night_until_morning_wherever_they_go(line: str) -> None:
    told = weathers(line, "여우는 걸었습니다.", "여우는 강가로 내려갔습니다. 강물이 흘렀습니다.", "아침이 되었습니다.")
    assert told == ["stars", "stars", "stars", "clear"]


def test_weather_holds_until_it_is_over() -> None:
    told = [
        "비가 주룩주룩 내렸습니다.",
        "아이는 마을로 뛰었습니다.",
        "비가 그쳤습니다.",
        "눈이 펑펑 내렸습니다.",
        "아이는 웃었습니다.",
    ]
    assert weathers(*told) == ["rain", "rain", "clear", "snow", "snow"]


@pytest.mark.parametrize(
    "line", ["개가 짖었어요.", "사과를 세 개 먹었어요.", "아이는 울음을 그쳤어요.", "여우는 맑은 목소리로 노래했어요."]
)
def test_dogs_apples_and_sobs_end_no_rain(line: str) -> None:
    assert weathers("비가 내렸어요.", line) == ["rain", "rain"]


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("비가 그치고 눈이 내리기 시작했어요.", "snow"),
        ("소나기가 그치자 눈이 펑펑 내렸어요.", "snow"),
        ("비가 그치더니 안개가 자욱해졌어요.", "fog"),
        ("비가 개고 해가 났어요.", "clear"),
        ("먹구름이 걷혔습니다.", "clear"),
        ("날이 활짝 개었어요.", "clear"),
    ],
)
def test_what_ends_may_be_followed(line: str, then: str) -> None:
    assert weathers("비가 내렸어요.", line) == ["rain", then]


def test_what_is_said_changes_no_weather_and_eyes_are_no_snow() -> None:
    beats = [("“밤이 무서워. 비가 온대.”", True), ("아이의 눈이 컸습니다.", False)]
    assert [s.weather.value for s in settings_of(beats, [0, 1])] == ["clear", "clear"]


def test_nowhere_at_night_is_night() -> None:
    assert placed("어느 날 밤이었습니다.", "여우가 걸었습니다.") == [Place.NIGHT, Place.NIGHT]


def test_no_petals_fall_in_the_sea() -> None:
    assert weathers("봄바람이 부는 산에 꽃이 피었습니다.", "자라는 용궁으로 갔습니다. 바닷속은 깊었습니다.") == [
        "petals",
        "clear",
    ]


def test_who_left_is_no_longer_there() -> None:
    turns = [
        turn(0, 0.9, 3, "산신령이 나타났습니다.", feels="산신령"),
        turn(1, 4.2, 3, "산신령은 물속으로 사라졌습니다.", feels="산신령"),
        turn(2, 7.6, 3, "나무꾼은 절을 했습니다.", feels="나무꾼"),
    ]
    last = shots(turns, {"산신령", "나무꾼"}, 12)[-1]
    assert [standing.role for standing in last.standing] == ["나무꾼"]


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("줄이 끊어지면서 호랑이는 수수밭으로 떨어졌습니다.", {"호랑이"}),
        ("호랑이는 낭떠러지 아래로 뚝 떨어지고 말았습니다.", {"호랑이"}),
        ("호랑이의 눈물이 우물에 떨어졌습니다.", set()),
        ("호랑이는 배가 고파 힘이 떨어졌습니다.", set()),
    ],
)
def test_who_fell_down_elsewhere_is_gone(line: str, gone: set[str]) -> None:
    (stage,) = stages_of([turn(0, 0.9, 3, line, feels="호랑이")], {"호랑이", "오빠"}, [("오빠",)])
    assert set(stage.during) - set(stage.after) == gone


@pytest.mark.parametrize(
    ("line", "role", "alone"),
    [
        ("달래는 길을 잃고 말았습니다.", "", True),
        ("달래는 홀로 숲을 걸었습니다.", "", True),
        ("“할머니, 어디 계세요?”", "달래", True),
        ("달래는 혼자 중얼거렸습니다.", "", False),
        ("달래는 밥을 먹었습니다.", "", False),
    ],
)
def test_who_is_lost_is_alone_until_they_come(line: str, role: str, alone: bool) -> None:
    turns = [
        turn(0, 0.9, 3, "할머니와 달래가 살았습니다.", feels="할머니"),
        turn(1, 4.2, 3, line, role, feels="달래"),
        turn(2, 7.6, 3, "“달래야!”", "할머니"),
    ]
    stages = [set(stage) for stage, _ in stages_of(turns, {"할머니", "달래"}, [("할머니", "달래"), (), ()])]
    assert stages == [{"할머니", "달래"}, {"달래"} if alone else {"할머니", "달래"}, {"할머니", "달래"}]


@pytest.mark.parametrize(
    ("line", "feels", "known", "there"),
    [
        (
            "세 친구는 마당에서 웃었습니다.",
            "세 친구",
            ["여우", "달래", "너구리", "할머니"],
            {"달래", "너구리", "할머니"},
        ),
        ("모두 행복하게 웃었습니다.", None, ["달래", "할머니"], {"달래", "할머니"}),
        ("두 친구는 웃었습니다.", None, ["달래", "너구리", "할머니"], {"너구리", "할머니"}),
        ("눈이 내렸습니다.", None, ["달래", "할머니"], set()),
    ],
)
def test_a_word_for_several_shows_who_was_seen_last(
    line: str, feels: str | None, known: list[str], there: set[str]
) -> None:
    seen = {"여우", "달래", "너구리", "할머니", "세 친구"}
    stage, _ = stages_of([turn(0, 0.9, 3, line, feels=feels)], seen, [("세 친구",)] if feels else (), known=known)[0]
    assert set(stage) == there


def test_two_who_are_named_together_are_both_seen() -> None:
    turns = [turn(0, 0.9, 3, "토끼와 자라가 만났습니다.", feels="토끼"), turn(1, 4.2, 3, "둘은 걸었습니다.")]
    for shot in shots(turns, {"토끼", "자라"}, 9, there=[("토끼", "자라"), ()]):
        assert {standing.role for standing in shot.standing} == {"토끼", "자라"}


def test_who_was_there_stays_when_the_light_changes() -> None:
    last = shots([turn(0, 0.9, 3, "“가자.”", "토끼")], {"토끼", "자라"}, 6, arriving=False, onstage=["자라"])[-1]
    assert {standing.role for standing in last.standing} == {"토끼", "자라"}


def test_two_face_each_other() -> None:
    turns = [turn(0, 0.9, 3, "“가자.”", "토끼"), turn(1, 4.3, 3, "“그래.”", "자라"), turn(2, 7.8, 3, "“응.”", "토끼")]
    shot = shots(turns, {"토끼", "자라"}, 12)[-1]
    rabbit, turtle = shot.standing
    assert rabbit.facing > 0 > turtle.facing


def talked(*names: str) -> Screenplay:
    lines = [f"“{name}의 말이야.”" for name in names]
    text = " ".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    beats = [Beat(a, a + len(line), MOOD, n) for a, line, n in zip(starts, lines, names, strict=True)]
    spoken = [Spoken(n, silent(spoken_words(line), 3.0), names[n]) for n, line in enumerate(lines)]
    return directed(Score(text, MOOD, tuple(beats)), spoken, cast_by_name(names), title="말")


def test_two_who_talk_turn_eyes_and_heads_to_each_other_and_their_faces_stay_readable() -> None:
    scene = talked("토끼", "자라", "토끼", "자라").scenes[0]
    playing = Playing(scene)
    for turn in scene.turns[1:]:
        at = (turn.start + turn.end) / 2
        left, right = scene.shot_at(at).standing
        one, other = (playing.moment(s.role, at, facing=s.facing).expression for s in (left, right))
        assert 6.0 < one.yaw_degrees < 18.0
        assert -18.0 < other.yaw_degrees < -6.0
        assert 0.1 < one["eyeLookOutLeft"] - one["eyeLookInLeft"] < 0.6
        assert 0.1 < other["eyeLookOutRight"] - other["eyeLookInRight"] < 0.6


@pytest.mark.parametrize("speaker", ["토끼", "자라", "여우"])
def test_of_three_all_turn_to_who_speaks(speaker: str) -> None:
    scene = talked("토끼", "자라", "여우", speaker).scenes[0]
    standing = {s.role: s for s in scene.shot_at(scene.turns[-1].end - 0.1).standing}
    for role, other in standing.items():
        if role != speaker:
            assert other.facing * (standing[speaker].across - other.across) > 0.05


def hugging(*, alone: bool = False) -> list[Turn]:
    turns = [turn(0, 0.9, 3, "“가자.”", "할머니"), *([] if alone else [turn(1, 4.3, 3, "“그래.”", "달래")])]
    told = turn(2, 7.8, 3, "할머니가 달래를 꼭 안았습니다.", feels="할머니")
    return [*turns, replace(told, act="hug")]


def test_two_who_hug_are_near_each_other_alone_and_the_one_who_does_it_in_front() -> None:
    turns = [turn(0, 0.9, 3, "“왔구나.”", "너구리"), *(replace(t, start=t.start + 4) for t in hugging())]
    before, hug = shots(turns, {"할머니", "달래", "너구리"}, 16)[-2:]
    assert len(before.standing) == 3
    assert [standing.role for standing in hug.standing] == ["달래", "할머니"]
    child, granny = hug.standing
    assert child.across - granny.across == pytest.approx(1.3 * child.size * 9 / 16)
    assert granny.facing > 0.4 > -0.4 > child.facing


def test_whom_a_deed_touches_is_told_or_the_only_other_one() -> None:
    turns = hugging()
    stages = stages_of(turns, {"할머니", "달래"})
    assert partnered(turns[-1], stages[-1]).partner == "달래"
    unnamed = replace(turns[-1], text="할머니가 꼭 안았습니다.")
    assert partnered(unnamed, stages[-1]).partner == "달래"
    assert partnered(turns[0], stages[0]).partner is None


@pytest.mark.parametrize(
    ("line", "act", "there"),
    [
        ("할머니가 달래를 꼭 안았습니다.", "hug", {"할머니", "달래"}),
        ("너구리는 달래를 등에 태우고 달렸습니다.", "run", {"너구리", "달래"}),
        ("너구리는 달래를 생각했습니다.", "thinking", {"너구리"}),
    ],
)
def test_who_is_touched_or_brought_along_is_there(line: str, act: str, there: set[str]) -> None:
    told = replace(turn(0, 0.9, 3, line, feels=line[: line.index(" ") - 1]), act=act)
    (stage,) = stages_of([told], {"할머니", "달래", "너구리"})
    assert set(stage.during) == there


def test_who_is_buried_is_gone_and_who_buries_stays() -> None:
    turns = [
        turn(0, 0.9, 3, "“얘야.”", "어머니"),
        turn(1, 4.2, 3, "청개구리는 어머니를 강가에 묻었습니다.", feels="청개구리"),
        turn(2, 7.6, 3, "청개구리는 울었습니다.", feels="청개구리"),
    ]
    assert stages_of(turns, {"어머니", "청개구리"})[-1].during == ("청개구리",)


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("소년은 아버지를 양지바른 산에 묻었습니다.", {"아버지"}),
        ("소년은 아버지를 땅에 묻고 울었습니다.", {"아버지"}),
        ("소년은 소녀와 함께 아버지를 묻어 드렸습니다.", {"아버지"}),
        ("아버지는 뒷산에 묻혔습니다.", {"아버지"}),
        ("소년은 소녀와 함께 아버지의 무덤에 꽃을 놓았습니다.", {"아버지"}),
        ("소년은 소녀와 아버지 무덤을 찾아갔습니다.", {"아버지"}),
        ("소년은 아버지의 장례를 치렀습니다.", {"아버지"}),
        ("그해 겨울 아버지께서 돌아가셨습니다. 소년과 소녀는 울었습니다.", {"아버지"}),
        ("아버지가 세상을 떠났습니다.", {"아버지"}),
        ("소년은 소녀에게 길을 묻고 걸었습니다.", set()),
        ("소년은 소녀에게 묻고 또 묻고 울었습니다.", set()),
        ("소년은 보물을 땅에 묻었습니다. 소녀는 그것을 보았습니다.", set()),
        ("소년의 옷에 흙이 묻었습니다. 소녀가 털어 주었습니다.", set()),
        ("소년은 소녀를 위해 무덤가의 꽃을 꺾었습니다.", set()),
        ("소년은 소녀에게 얼굴을 묻고 울었습니다.", set()),
        ("소년은 아버지를 산에 묻지 않았습니다.", set()),
    ],
)
def test_only_who_is_buried_is_gone(line: str, gone: set[str]) -> None:
    faces = {"소년", "소녀", "아버지"}
    there = ("소녀", "아버지")
    (stage,) = stages_of([turn(0, 0.9, 3, line, feels="소년")], faces, [there])
    assert set(stage.during) == faces and faces - set(stage.after) == gone


@pytest.mark.parametrize(("gap", "stays"), [(" ", True), ("\n\n", False)])
def test_who_is_there_stays_when_the_moon_rises_over_them(gap: str, stays: bool) -> None:
    lines = ["숲에 밤이 왔습니다.", "토끼와 자라가 걸었습니다.", "비가 내렸습니다.", "자라는 비를 맞았습니다."]
    text = f"{lines[0]} {lines[1]}{gap}{lines[2]} {lines[3]}"
    beats = [Beat(text.index(line), text.index(line) + len(line), MOOD) for line in lines]
    about, there = [None, "토끼", None, "자라"], [(), ("토끼", "자라"), (), ("자라",)]
    spoken = [Spoken(n, silent(spoken_words(line), 5.0), about[n], there[n]) for n, line in enumerate(lines)]
    play = directed(Score(text, MOOD, tuple(beats)), spoken, cast_by_name(["토끼", "자라"]), title="비")
    last = play.scenes[-1]
    assert [scene.weather.value for scene in play.scenes] == ["stars", "rain"]
    assert {s.role for s in last.shots[-1].standing} == ({"토끼", "자라"} if stays else {"자라"})


def test_a_place_seen_again_is_the_same_picture() -> None:
    told = ["토끼는 숲속에 살았습니다.", "토끼는 바닷가로 갔습니다. 파도가 쳤습니다.", "토끼는 숲속으로 돌아갔습니다."]
    text = "\n\n".join(told)
    beats = [Beat(text.index(line), text.index(line) + len(line), MOOD) for line in told]
    spoken = [Spoken(n, silent(spoken_words(line), 9.0), "토끼", ("토끼",)) for n, line in enumerate(told)]
    play = directed(Score(text, MOOD, tuple(beats)), spoken, cast_by_name(["토끼"]), title="숲")
    places, seeds = [scene.place for scene in play.scenes], [scene.seed for scene in play.scenes]
    assert places == [Place.FOREST, Place.SEA, Place.FOREST]
    assert seeds[0] == seeds[2] != seeds[1]


@pytest.mark.parametrize(
    ("line", "feels", "together"),
    [
        ("모두 웃었습니다.", None, True),
        ("둘은 손을 잡고 달을 보았습니다.", None, True),
        ("비가 내렸습니다.", None, False),
        ("토끼는 모두 먹었습니다.", "토끼", False),
    ],
)
def test_what_all_do_everybody_on_stage_does(line: str, feels: str | None, together: bool) -> None:
    turns = [turn(0, 0.9, 3, "“가자.”", "토끼"), turn(1, 4.3, 3, "“그래.”", "자라"), turn(2, 7.8, 3, line, feels=feels)]
    stages = stages_of(turns, {"토끼", "자라"})
    assert partnered(turns[-1], stages[-1]).together is together


def test_who_all_hold_hands_stand_near_each_other() -> None:
    turns = [turn(n, 0.9 + 3.4 * n, 3, "“가자.”", name) for n, name in enumerate(("토끼", "자라", "여우"))]
    turns.append(replace(turn(3, 11.2, 3, "셋은 손을 잡았습니다."), act="hold-hands"))
    apart, near = shots(turns, {"토끼", "자라", "여우"}, 16)[-2:]
    gaps = [[b.across - a.across for a, b in pairwise(shot.standing)] for shot in (apart, near)]
    assert len(near.standing) == 3
    assert 0.1 < max(gaps[1]) < 0.75 * min(gaps[0])


def test_who_hugs_somebody_unseen_holds_it_to_the_chest() -> None:
    turns = hugging(alone=True)
    told = partnered(turns[-1], stages_of(turns, {"할머니"})[-1])
    assert (told.act, told.partner) == ("cradle", None)


def test_a_close_speaker_looks_to_whom_he_speaks() -> None:
    loud = Mood.of(Emotion.ANGER, intensity=0.9)
    turns = [turn(0, 0.9, 3, "“가자.”", "토끼"), turn(1, 4.3, 3, "“그래.”", "자라")]
    turns.append(replace(turn(2, 7.8, 3, "“안 돼!”", "자라"), mood=loud))
    shot = shots(turns, {"토끼", "자라"}, 12)[-1]
    assert shot.framing is Framing.CLOSE
    assert [standing.role for standing in shot.standing] == ["자라"]
    assert shot.standing[0].facing < -0.3


def test_a_long_line_shows_who_listens_and_no_shot_stands_still() -> None:
    turns = [turn(0, 0.9, 3, "“가자.”", "토끼"), turn(1, 4.3, 20, "“아주 긴 말이란다.”", "자라")]
    cuts = shots(turns, {"토끼", "자라"}, 26)
    starts = [shot.start for shot in cuts] + [26]
    assert max(b - a for a, b in pairwise(starts)) <= 9
    assert any([s.role for s in shot.standing] == ["토끼"] for shot in cuts[1:])
    assert cuts[0].framing is Framing.WIDE


def test_no_scene_of_one_short_line() -> None:
    text = " ".join(
        f"나무꾼이 {what}."
        for what in ("숲속으로 갔습니다", "숲에서 나무를 했습니다", "바다에 갔습니다", "숲속에서 웃었습니다")
    )
    ends = [n + 1 for n, c in enumerate(text) if c == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    score = Score(text, MOOD, tuple(Beat(a, b, MOOD) for a, b in zip(starts, ends, strict=True)))
    lengths = (9.0, 9.0, 2.0, 9.0)
    spoken = [
        Spoken(n, silent(spoken_words(score.text_of(beat)), lengths[n]), "나무꾼") for n, beat in enumerate(score.beats)
    ]
    play = directed(score, spoken, cast_by_name(["나무꾼"]), title="나무꾼")
    assert all(sum(t.utterance.seconds for t in scene.turns) >= 8 for scene in play.scenes)


def test_a_tale_without_paragraphs_is_cut_into_scenes_all_the_same() -> None:
    line = "토끼는 숲에서 오래오래 이야기했습니다."
    text = "\n".join([line] * 60)
    starts = range(0, len(text), len(line) + 1)
    score = Score(text, MOOD, tuple(Beat(at, at + len(line), MOOD) for at in starts))
    spoken = [Spoken(n, silent(spoken_words(line), 8.0), "토끼") for n in range(60)]
    play = directed(score, spoken, cast_by_name(["토끼"]), title="긴 말")
    assert all(scene.seconds < 120 for scene in play.scenes)
    assert [turn.beat for scene in play.scenes for turn in scene.turns] == list(range(60))
