"""Acts fit what is done: 60 lines with the act they want, or none."""

from __future__ import annotations

import pytest

from pyojeong.emotion import Emotion, Mood
from pyojeong.performing.character.acts import MOMENTS
from pyojeong.performing.film.deeds import DEEDS
from pyojeong.stories.directing.acts import _listed, act_during

MOOD = Mood.of(Emotion.NEUTRAL, intensity=0.5)

TOLD = [
    ("나무꾼은 기뻐서 절을 몇 번이나 했어요.", "thanks-a-lot"),
    ("오누이는 서로 꼭 끌어안고 하늘을 보았습니다.", "hug"),
    ("호랑이도 하늘을 보고 빌었습니다.", "praying"),
    ("토끼는 배를 잡고 웃었어요.", "laugh"),
    ("산신령이 껄껄 웃으며 말했습니다.", "laugh"),
    ("나무꾼은 주저앉아 엉엉 울었습니다.", "sob"),
    ("자라는 눈물만 뚝뚝 흘렸습니다.", "cry"),
    ("토끼는 온몸이 덜덜 떨렸습니다.", "scared"),
    ("토끼가 깜짝 놀라 소리쳤습니다.", "shocked"),
    ("산신령은 호통을 치고 사라졌습니다.", "furious"),
    ("아이는 쿨쿨 잠들었습니다.", "sleeping"),
    ("돼지는 죽을 맛있게 먹었습니다.", "eating"),
    ("할머니는 한참 생각했습니다.", "thinking"),
    ("사람들이 손뼉을 쳤습니다.", "clap"),
    ("아이들은 춤을 추었습니다.", "dancing"),
    ("소녀는 노래를 불렀습니다.", "singing"),
    ("욕심쟁이는 부끄러워서 고개를 숙였어요.", "shy"),
    ("곰은 하루 종일 걸어 지쳤습니다.", "tired"),
    ("할머니는 몹시 아팠습니다.", "sick"),
    ("개가 막아섰습니다.", "stop"),
    ("여우는 어깨를 으쓱했습니다.", "proud"),
    ("어머니는 아들을 껴안았습니다.", "hug"),
    ("아이가 킥킥 웃음을 참았습니다.", "giggle"),
    ("두 사람은 작별을 했습니다.", "bye"),
    ("소년은 사냥꾼에게 애원했습니다.", "begging"),
    ("호랑이는 집 안을 샅샅이 뒤지다가 아이들을 보았어요.", ""),
    ("두 아이는 뒷문으로 살금살금 빠져나갔습니다.", ""),
    ("호랑이는 먹지 못했습니다.", ""),
    ("아이는 울지 않았습니다.", ""),
    ("아이는 안 울었습니다.", ""),
    ("용왕님은 간을 먹어야 했습니다.", ""),
    ("아이는 떡을 먹고 싶었습니다.", ""),
    ("여우는 닭을 먹으려고 기다렸습니다.", ""),
    ("아이는 자러 갔습니다.", ""),
    ("자라가 앞으로 나왔습니다.", ""),
    ("먹으면 안 된다고 말했습니다.", ""),
    ("산신령은 도끼를 들고 나왔습니다.", ""),
    ("나무꾼은 산에 올라갔습니다.", ""),
    ("병사들이 토끼를 묶었습니다.", ""),
    ("수수는 붉은빛을 띱니다.", ""),
    ("어머니는 광주리를 이었습니다.", ""),
    ("문이 열렸습니다.", ""),
]
SAID = [
    ("안녕, 토끼야!", "hello"),
    ("고맙습니다, 산신령님.", "thanks-a-lot"),
    ("미안하다, 아우야.", "sorry"),
    ("제발 살려 주세요.", "begging"),
    ("그만해!", "stop"),
    ("만세, 이겼다!", "hooray"),
    ("하하하, 우습구나.", "laugh"),
    ("아이고, 큰일 났네.", "shocked"),
    ("글쎄, 잘 모르겠구나.", "thinking"),
    ("오빠, 나는 밤이 무서워.", "scared"),
    ("배고프다.", "hungry"),
    ("다리가 아파요.", "sick"),
    ("싫어, 안 갈래.", "no"),
    ("떡 하나 주면 안 잡아먹지.", ""),
    ("네 간을 먹어야 병이 낫는다.", ""),
    ("무섭지 않아.", ""),
    ("아프지 않아요.", ""),
    ("이 금도끼가 네 도끼냐?", ""),
    ("어디로 가는 길이니?", ""),
    ("저는 떡을 팔러 갑니다.", ""),
]


def test_there_are_sixty() -> None:
    assert len(TOLD) + len(SAID) >= 60


@pytest.mark.parametrize(("line", "act"), TOLD)
def test_told(line: str, act: str) -> None:
    assert act_during(line, MOOD) == act


@pytest.mark.parametrize(("line", "act"), SAID)
def test_said(line: str, act: str) -> None:
    assert act_during(line, MOOD, said=True) == act


def test_every_act_is_one_a_body_knows() -> None:
    assert {name for names in _listed().values() for name in names.values()} <= {*MOMENTS, *DEEDS}


JOY = Mood.of(Emotion.JOY, intensity=0.6)


@pytest.mark.parametrize("line", ["아이고, 우리 강아지! 살아 돌아왔구나.", "어머나, 이게 누구니!"])
def test_who_calls_out_for_joy_is_moved(line: str) -> None:
    assert act_during(line, JOY, said=True) == "moved"


def test_who_cries_for_joy_is_moved() -> None:
    assert act_during("할머니는 기뻐서 눈물을 흘렸습니다.", JOY) == "moved"


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("너구리는 곶감을 한 입 먹고 눈이 동그래졌습니다.", "surprised"),
        ("토끼의 눈이 휘둥그레졌습니다.", "surprised"),
        ("너구리는 곶감을 한 입 먹었습니다.", "bite"),
        ("아이들은 팥죽을 먹었습니다.", "eating"),
        ("너구리는 잔뜩 겁을 먹었습니다.", ""),
        ("아이는 굳게 마음을 먹었습니다.", ""),
        ("호랑이는 어머니를 잡아먹었습니다.", ""),
        ("가슴이 두근두근 뛰었습니다.", ""),
        ("소년의 심장이 마구 뛰었어요.", ""),
        ("맥박이 빠르게 뛰었습니다.", ""),
        ("쌀값이 껑충 뛰었습니다.", ""),
        ("물가가 뛰었습니다.", ""),
        ("소년은 가슴을 펴고 뛰었습니다.", "run"),
        ("어머니는 빨래를 걷었어요.", ""),
        ("어머니는 빨래를 걷고 들어왔어요.", ""),
        ("소녀는 커튼을 걷었습니다.", ""),
        ("사또는 세금을 걷었습니다.", ""),
        ("소녀는 커튼 뒤로 걸었습니다.", "walk"),
        ("나그네는 빨래를 들고 걸었습니다.", "walk"),
        ("종이 땡땡 울었습니다.", ""),
        ("새가 울었습니다.", "moved"),
        ("달이 구름 속에 숨었습니다.", ""),
        ("둥근 달이 하늘에 떠올랐어요.", ""),
        ("금도끼가 물 위로 떠올랐습니다.", ""),
        ("좋은 생각이 떠올랐습니다.", "thinking"),
        ("나무에 감이 주렁주렁 달렸어요.", ""),
        ("영감은 턱에 혹이 달렸습니다.", ""),
        ("영감은 산으로 달렸습니다.", "run"),
        ("커다란 나무가 쿵 쓰러졌습니다.", ""),
        ("소년은 희망을 안고 떠났습니다.", ""),
        ("도깨비는 아이에게 겁을 주었습니다.", ""),
        ("도깨비는 아이에게 방망이를 주었습니다.", "offer"),
        ("도깨비는 혀를 쑥 내밀었습니다.", ""),
        ("할머니는 마당에서 고추를 말렸습니다.", ""),
        ("할머니는 싸움을 말렸습니다.", "stop"),
        ("할아버지는 귀를 먹었습니다.", ""),
        ("바람이 조용히 잤습니다.", ""),
        ("의자에 먼지가 앉았습니다.", ""),
        ("나그네는 산속 절에 갔습니다.", ""),
        ("스님은 절에서 살았습니다.", ""),
        ("소녀는 새의 노래를 들었습니다.", ""),
        ("광대는 박수를 받았습니다.", ""),
        ("두 사람은 걱정 없이 살았습니다.", ""),
        ("곰은 생각보다 컸습니다.", ""),
        ("문 밖에서 고함 소리가 들렸습니다.", ""),
        ("소녀는 눈을 떴습니다.", ""),
        ("소년은 손을 들었습니다.", ""),
    ],
)
def test_no_false_act(line: str, act: str) -> None:
    assert act_during(line, JOY) == act


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("너구리는 달래를 등에 태우고 집으로 달렸습니다.", "run"),
        ("할머니가 달래를 꼭 안으며 말했습니다.", "hug"),
        ("할머니는 너구리의 머리를 쓰다듬었습니다.", "pat"),
        ("어머니는 아이의 등을 토닥였습니다.", "pat"),
        ("너구리는 꾸벅 고개를 숙였습니다.", "bow"),
        ("달래는 손가락으로 하늘을 가리켰습니다.", "point"),
        ("토끼는 껑충껑충 뛰었습니다.", "leap"),
        ("토끼는 껑충껑충 뛰다가 넘어졌습니다.", "fall"),
        ("오누이는 손을 꼭 잡았습니다.", "hold-hands"),
        ("오누이는 토끼를 잡았습니다.", ""),
        ("아이는 고개를 끄덕였습니다.", "nod"),
        ("아이는 고개를 저었습니다.", "shake-head"),
        ("아이는 노를 저었습니다.", ""),
        ("아이는 손을 흔들었습니다.", "wave"),
        ("나그네가 문을 두드렸습니다.", "knock"),
        ("혹부리 영감은 북을 두드렸습니다.", ""),
        ("다람쥐는 도토리를 주웠습니다.", "pick-up"),
        ("아이는 떡을 건넸습니다.", "offer"),
        ("아이가 귓속말로 속삭였습니다.", "whisper"),
        ("나무꾼이 외쳤습니다.", "shout"),
        ("여우는 나무 뒤에 숨었습니다.", "hide"),
        ("나그네는 물을 마셨습니다.", "drink"),
        ("나무꾼은 무릎을 꿇고 빌었습니다.", "praying"),
        ("아이는 바닥에 앉아 엉엉 울었습니다.", "sob"),
        ("아이는 달리지 않았습니다.", ""),
        ("아이는 손을 잡고 싶었습니다.", ""),
    ],
)
def test_deeds_of_tales(line: str, act: str) -> None:
    assert act_during(line, MOOD) == act


def test_no_act_comes_again_at_once() -> None:
    assert act_during("토끼는 웃었어요.", MOOD, before=("laugh",)) == ""
