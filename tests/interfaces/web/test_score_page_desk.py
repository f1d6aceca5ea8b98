"""What a visitor of the score page can do, without a browser."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
from collections.abc import Awaitable, Callable

import pytest

from pyojeong.emotion import Emotion, Feeling, Mood, Score, SetBy, score_json
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.web.score import drafts
from pyojeong.interfaces.web.score.desk import LONGEST_TEXT, ScoreDesk
from pyojeong.interfaces.web.score.drafts import Draft
from pyojeong.interfaces.web.score.reading import PIECE, pieces, read_stretches

TEXT = "발표를 망쳐서 속상해. 그래도 친구가 와서 기뻐. 그렇다."

pytestmark = pytest.mark.usefixtures("word_reader")


def worked(work: Callable[[ScoreDesk], Awaitable[None]], text: str = TEXT) -> ScoreDesk:
    """A desk on which ``text`` was read and then ``work`` was done."""

    async def run() -> ScoreDesk:
        desk = ScoreDesk()
        await desk.take(text.encode())
        await work(desk)
        await desk.finished()
        return desk

    return asyncio.run(run())


def done(*steps: Callable[[ScoreDesk], object], text: str = TEXT) -> ScoreDesk:
    async def work(desk: ScoreDesk) -> None:
        for step in steps:
            step(desk)

    return worked(work, text)


def moods(desk: ScoreDesk) -> list[str]:
    assert desk.score is not None
    return ["?" if b.mood.unsure else b.mood.leading.value for b in desk.score.beats]


def words(desk: ScoreDesk) -> list[str]:
    assert desk.score is not None
    return [desk.score.text_of(beat) for beat in desk.score.beats]


def test_a_text_becomes_beats() -> None:
    desk = done()
    assert moods(desk) == ["sadness", "joy", "?"]
    assert (desk.chosen, desk.busy, desk.trouble) == (0, False, None)


def test_a_beat_nobody_could_read_is_filled_by_the_person() -> None:
    desk = done(lambda d: d.choose(2), lambda d: d.feel(Emotion.DISGUST))
    assert desk.beat is not None and desk.beat.read is not None
    assert (desk.beat.mood.leading, desk.beat.set_by) == (Emotion.DISGUST, SetBy.PERSON)
    assert desk.beat.read.unsure and not desk.beat.mood.unsure


def test_a_feeling_dropped_on_another_beat_chooses_it() -> None:
    desk = done(lambda d: d.feel(Emotion.ANGER, 1))
    assert (desk.chosen, moods(desk)) == (1, ["sadness", "anger", "?"])


def test_halves_that_were_split_are_read_on_their_own() -> None:
    text = "속상해 죽겠는데 또 기뻐 날뛴다."
    desk = done(lambda d: d.split(text.index("또")), text=text)
    assert moods(desk) == ["sadness", "joy"]
    assert words(desk) == ["속상해 죽겠는데", "또 기뻐 날뛴다."]
    desk.undo()
    assert words(desk) == [text]


def test_what_a_person_set_is_not_read_over_when_it_is_split() -> None:
    desk = done(lambda d: d.feel(Emotion.FEAR), lambda d: d.split(TEXT.index("속상해")))
    assert moods(desk)[:2] == ["fear", "fear"]


def test_joined_beats_are_one_reading() -> None:
    desk = done(lambda d: d.merge())
    assert len(words(desk)) == 2 and desk.beat is not None and desk.beat.set_by is SetBy.READER


def test_a_refused_edit_is_told_and_changes_nothing() -> None:
    desk = done(lambda d: d.split(0))
    assert isinstance(desk.trouble, PyojeongError) and "커서" in desk.trouble.korean
    assert not desk.history.undoable and len(words(desk)) == 3
    desk.choose(2)
    desk.merge()
    assert isinstance(desk.trouble, PyojeongError) and "마지막" in desk.trouble.korean


def test_reading_again_keeps_the_persons_word_until_it_is_taken_back() -> None:
    async def work(desk: ScoreDesk) -> None:
        desk.feel(Emotion.SURPRISE)
        await desk.reread()
        assert moods(desk) == ["surprise", "joy", "?"]
        desk.reread_beat()

    assert moods(worked(work)) == ["sadness", "joy", "?"]


def test_a_changed_text_keeps_the_beats_a_person_set() -> None:
    async def work(desk: ScoreDesk) -> None:
        desk.feel(Emotion.SURPRISE, 1)
        desk.compose(TEXT)
        await desk.take(("아침부터 무서웠다. " + TEXT).encode())

    desk = worked(work)
    assert moods(desk) == ["fear", "sadness", "surprise", "?"]
    assert not desk.composing


def test_a_new_text_keeps_nothing() -> None:
    async def work(desk: ScoreDesk) -> None:
        desk.feel(Emotion.SURPRISE, 1)
        desk.compose("")
        await desk.take(TEXT.encode())

    assert moods(worked(work)) == ["sadness", "joy", "?"]


def test_named_feelings_strength_speaker_and_face() -> None:
    desk = done(
        lambda d: d.toggle(Feeling.SORROW),
        lambda d: d.intensify(0.3),
        lambda d: d.intensify(0.9),
        lambda d: d.speak(" 지우 "),
        lambda d: d.hold(),
    )
    assert desk.beat is not None and desk.beat.expression
    assert desk.beat.mood.named == (Feeling.SORROW,)
    assert (desk.beat.mood.intensity, desk.beat.speaker) == (0.9, "지우")
    desk.let_go()
    assert desk.beat.expression is None
    for _ in range(3):
        desk.undo()
    assert desk.beat is not None and desk.beat.mood.intensity == 0.9
    desk.undo()
    assert desk.beat is not None and desk.beat.mood.intensity == 0.8, "both moves of the slider are one step"
    desk.redo()
    assert desk.beat is not None and desk.beat.mood.intensity == 0.9


def test_a_saved_score_is_opened() -> None:
    saved = done(lambda d: d.feel(Emotion.ANGER))
    assert saved.score is not None
    again = ScoreDesk()
    asyncio.run(again.take(score_json.dumps(saved.score).encode(), "금요일.json"))
    assert again.score is not None and moods(again) == ["anger", "joy", "?"]
    assert again.name == "금요일"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"format": "pyojeong.score/9"}', "score"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "encoding"),
        (b"only English here", "no-korean"),
        (("가" * (LONGEST_TEXT + 1)).encode(), "text-too-long"),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_score_stays(data: bytes, kind: str) -> None:
    async def work(desk: ScoreDesk) -> None:
        await desk.take(data, "그림.png")

    desk = worked(work)
    assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == kind
    assert moods(desk) == ["sadness", "joy", "?"] and not desk.busy


def test_old_korean_files_are_read_and_said() -> None:
    desk = ScoreDesk()
    asyncio.run(desk.take(TEXT.encode("cp949"), "옛글.txt"))
    assert (desk.told, moods(desk)) == ("score-cp949", ["sadness", "joy", "?"])


class SlowReader:
    """Reads one piece, and waits to be stopped before the second."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.go_on = threading.Event()

    def read(self, text: str) -> Score:
        self.began.set()
        assert self.go_on.wait(10)
        mood = Mood.of(Emotion.JOY)
        return Score(text, mood, ())


def test_a_long_reading_shows_how_far_it_is_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = SlowReader()

    async def run() -> ScoreDesk:
        desk = ScoreDesk()
        desk.start_with(Draft(Score("기뻐", Mood.of(Emotion.JOY), ())))
        monkeypatch.setattr(wiring, "text_reader", lambda: reader)
        reading = asyncio.create_task(desk.take(("가" * PIECE * 3).encode()))
        await asyncio.to_thread(reader.began.wait, 10)
        assert desk.busy
        desk.feel(Emotion.ANGER)
        desk.reading.stop()
        reader.go_on.set()
        await reading
        return desk

    desk = asyncio.run(run())
    assert (desk.told, desk.busy) == ("score-stopped", False)
    assert desk.score is not None and desk.score.text == "기뻐"


@pytest.mark.parametrize("kind", ["text", "score"])
def test_a_file_dropped_while_a_text_is_read_is_refused_and_the_text_arrives(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    reader = SlowReader()
    score = Score("슬퍼", Mood.of(Emotion.SADNESS), ())
    dropped = score_json.dumps(score) if kind == "score" else "다른 글"

    async def run() -> ScoreDesk:
        desk = ScoreDesk()
        monkeypatch.setattr(wiring, "text_reader", lambda: reader)
        reading = asyncio.create_task(desk.take("앞의 글".encode(), "앞.txt"))
        await asyncio.to_thread(reader.began.wait, 10)
        await desk.take(dropped.encode(), "뒤.txt")
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "busy"
        reader.go_on.set()
        await reading
        return desk

    desk = asyncio.run(run())
    assert desk.score is not None and (desk.score.text, desk.name) == ("앞의 글", "앞")
    assert isinstance(desk.trouble, PyojeongError) and "다시 주세요" in desk.trouble.korean, "it outlives the reading"


def test_a_score_that_is_still_being_opened_is_not_lost_under_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, opened = SlowReader(), threading.Event()
    saved = score_json.dumps(Score("슬퍼", Mood.of(Emotion.SADNESS), ()))
    loads = score_json.loads

    def slow_loads(text: str) -> Score:
        assert opened.wait(10)
        return loads(text)

    async def run() -> ScoreDesk:
        desk = ScoreDesk()
        monkeypatch.setattr(wiring, "text_reader", lambda: reader)
        monkeypatch.setattr(score_json, "loads", slow_loads)
        opening = asyncio.create_task(desk.take(saved.encode(), "악보.json"))
        await asyncio.sleep(0)
        reading = asyncio.create_task(desk.take("앞의 글".encode()))
        await asyncio.to_thread(reader.began.wait, 10)
        opened.set()
        await opening
        assert isinstance(desk.trouble, PyojeongError) and desk.trouble.kind == "busy" and desk.score is None
        reader.go_on.set()
        await reading
        return desk

    desk = asyncio.run(run())
    assert desk.score is not None and desk.score.text == "앞의 글" and desk.trouble is not None


def test_what_another_page_sent_waits_while_a_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = SlowReader()

    async def run() -> ScoreDesk:
        desk = ScoreDesk()
        monkeypatch.setattr(wiring, "text_reader", lambda: reader)
        reading = asyncio.create_task(desk.take("앞의 글".encode()))
        await asyncio.to_thread(reader.began.wait, 10)
        desk.sent = "보낸 글"
        assert await desk.read_sent() and desk.sent == "보낸 글"
        reader.go_on.set()
        await reading
        assert await desk.read_sent() and desk.sent is None
        return desk

    desk = asyncio.run(run())
    assert desk.score is not None and desk.score.text == "보낸 글" and desk.history.undoable


def test_a_long_text_is_read_in_pieces_at_its_lines() -> None:
    line = "오늘은 속상해.\n"
    text = line * (3 * PIECE // len(line))
    cuts = list(pieces(text, 0, len(text)))
    assert len(cuts) >= 3 and cuts[0][0] == 0 and cuts[-1][1] == len(text)
    assert all(a[1] == b[0] and text[a[1] - 1] == "\n" for a, b in itertools.pairwise(cuts))
    shares: list[float] = []
    beats = read_stretches(text, [(0, len(text))], wiring.text_reader().read, shares.append)
    assert [text[b.start : b.end] for b in beats] == [line.strip()] * text.count("\n")
    assert shares == sorted(shares) and shares[-1] == 1.0


@pytest.mark.parametrize("text", ["가나다" * PIECE, "가나다. " * PIECE])
def test_a_text_without_lines_is_cut_too(text: str) -> None:
    cuts = list(pieces(text, 0, len(text)))
    assert max(end - start for start, end in cuts) <= PIECE
    assert "".join(text[start:end] for start, end in cuts) == text


def test_a_draft_brings_the_work_back() -> None:
    desk = done(lambda d: d.feel(Emotion.ANGER, 1))
    again = ScoreDesk()
    again.start_with(drafts.opened(desk.draft()))
    assert (moods(again), again.chosen, again.history.undoable) == (moods(desk), 1, False)


def test_a_reload_goes_on_with_the_whole_history() -> None:
    desk = done(lambda d: d.feel(Emotion.ANGER))
    again = ScoreDesk()
    again.adopt(desk)
    again.undo()
    assert (moods(again)[0], moods(desk)[0]) == ("sadness", "anger")


@pytest.mark.parametrize("text", ["", "!", "eJw=", drafts.base64.b64encode(drafts.zlib.compress(b"[1]")).decode()])
def test_a_broken_draft_is_told(text: str) -> None:
    with pytest.raises(PyojeongError, match="저장해 둔 파일"):
        drafts.opened(text)


def test_a_draft_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "LARGEST_BYTES", 1000)
    document = json.dumps({"score": None, "chosen": 0, "name": "가" * 5000})
    with pytest.raises(PyojeongError):
        drafts.opened(drafts.base64.b64encode(drafts.zlib.compress(document.encode())).decode())


def test_a_feeling_dropped_where_no_beat_is_any_more_changes_nothing() -> None:
    desk = done(lambda d: d.feel(Emotion.ANGER, 9))
    assert moods(desk) == ["sadness", "joy", "?"] and not desk.history.undoable
