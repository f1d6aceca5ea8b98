"""The table of a score opens in a spreadsheet: Hangul, commas and line breaks whole, no cell run as a formula."""

from __future__ import annotations

import csv
import io

from pyojeong.emotion import Beat, Emotion, Feeling, Mood, Score
from pyojeong.emotion.score_editing import with_mood
from pyojeong.interfaces.score_csv import score_csv

TEXT = '=SUM(A1) 슬프다, "정말"\n너무. 글쎄'


def example() -> Score:
    sad = Mood.of(Emotion.SADNESS, intensity=0.5)
    unsure = Mood({Emotion.NEUTRAL: 1.0}, certainty=0.2, unsure=True)
    score = Score(TEXT, sad, (Beat(0, 22, sad, seconds=(0.0, 2.5)), Beat(23, 25, unsure)))
    return with_mood(score, 1, Mood.told(Emotion.JOY, intensity=0.8, named=[Feeling.RELIEF, Feeling.FUN]))


def rows(language: str = "ko") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(score_csv(example(), language=language).decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_knows_that_it_is_unicode() -> None:
    data = score_csv(example(), language="ko")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3


def test_every_beat_is_a_row_with_its_words_whole() -> None:
    first, second = rows()
    assert first["글"] == "'" + TEXT[:22]
    assert (first["감정"], first["정한 이"], first["읽은 감정"], first["세기"]) == ("슬픔", "읽음", "슬픔", "0.5")
    assert (first["시작 초"], first["끝 초"]) == ("0.0", "2.5")
    assert (second["글"], second["감정"], second["정한 이"]) == ("글쎄", "기쁨", "직접 정함")
    assert (second["읽은 감정"], second["이름 붙은 감정"]) == ("모르겠어요", "안심/신뢰; 즐거움/신남")
    assert float(second["유쾌"]) > 0 and float(second["기쁨"]) == 1.0


def test_english_readers_get_english_titles() -> None:
    second = rows("en")[1]
    assert (second["emotion"], second["emotion read"], second["named feelings"]) == ("joy", "not sure", "relief; fun")
