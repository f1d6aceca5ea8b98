"""One visitor's score and what they do to it. Knows nothing of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pyojeong.emotion import Beat, Emotion, Feeling, Mood, Score, SetBy, score_editing, score_json
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.text_files import CP949, decoded
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.job import Job, StoppedError
from pyojeong.interfaces.web.score import drafts
from pyojeong.interfaces.web.score.drafts import Draft
from pyojeong.interfaces.web.score.reading import read_anew
from pyojeong.interfaces.web.watched import Watched
from pyojeong.rig.compose import compose

LONGEST_TEXT = 300_000
"""Characters of one score, as many as the reader takes at once: a novel."""
LONGEST_HISTORY = 200
UNSAID_INTENSITY = 0.6
"""How strongly a person's emotion is felt where the reader did not know one; authored."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one step of the work may change.

    Attributes:
        score: What is read and edited; None before anything is.
        chosen: Number of the chosen beat.
    """

    score: Score | None = None
    chosen: int = 0


class ScoreDesk(Watched):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        history: Where undo and redo lead.
        arrived: Whether it is known what to begin with.
        composing: Whether the person is writing or pasting a text.
        written: The text that writing started from; empty for a new one.
        name: What the files made of the score are called.
        reading: The reading of a text.
        revision: Grows with every change that a browser should keep.
        sent: The text another page sent to be read, or the score to be edited, until it is; or None.
    """

    def __init__(self) -> None:
        super().__init__("the score page")
        self.history: History[Sheet] = History(Sheet(), longest=LONGEST_HISTORY)
        self.arrived = False
        self.composing = False
        self.written = ""
        self.name = ""
        self.reading = Job(self.tell)
        self.revision = 0
        self.sent: str | Score | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        """Stop all work."""
        self.reading.stop()
        self.unwatch()

    @property
    def score(self) -> Score | None:
        """The score, or None before anything is read."""
        return self.history.now.score

    @property
    def chosen(self) -> int:
        """Number of the chosen beat."""
        return self.history.now.chosen

    @property
    def beat(self) -> Beat | None:
        """The chosen beat, or None where there is none."""
        score = self.score
        return score.beats[self.chosen] if score is not None and score.beats else None

    @property
    def busy(self) -> bool:
        """Whether a text is being read; nothing is edited meanwhile."""
        return self.reading.progress is not None

    async def take(self, data: bytes, name: str = "") -> None:
        """Open a file: a `pyojeong.score/1` document, or a text, which is read; refused while a text is being read."""
        if self._refuses():
            return
        try:
            text, encoding = decoded(data, name or "글")
            self.told = "score-cp949" if encoding == CP949 else None
            if text.lstrip().startswith("{"):
                score = await asyncio.to_thread(score_json.loads, text)
                if self._refuses():  # a text came meanwhile and would take the score's place
                    return
                self.name = PurePosixPath(name).stem
                self.begin(score)
            else:
                await self.read(text, name=PurePosixPath(name).stem)
        except Exception as failure:  # shown to the person, whatever it is
            self.fail(failure)

    async def read(self, text: str, *, name: str = "") -> None:
        """Read ``text``; when it is the score's own text, changed, hand-set beats whose words are still there stay."""
        if len(text) > LONGEST_TEXT:
            self.fail(_too_long(len(text)))
            return
        old = self.score
        kept = score_editing.carried(old, text) if old is not None and self.written and not name else ()
        if await self._read(Score(text, Mood.of(Emotion.NEUTRAL), kept), stay=bool(self.written)):
            self.name = name or self.name

    async def read_sent(self) -> bool:
        """Read what another page sent, as one step after what was there; False when nothing was."""
        if self.sent is None:
            return False
        if self._refuses():
            return True
        sent, self.sent = self.sent, None
        if isinstance(sent, Score):
            self.begin(sent)
            return True
        self.arrived, self.composing, self.written = True, self.score is None, ""
        await self.read(sent)
        return True

    async def reread(self) -> None:
        """Read everything anew but the hand-set beats."""
        self.told = None
        if self.score is not None:
            await self._read(self.score, stay=True)

    async def _read(self, score: Score, *, stay: bool) -> bool:
        """Reads what no person set in ``score`` and shows the result, at the place of before where one stays.

        False when it did not come to that.
        """
        if self._refuses():
            return False
        self.trouble = None
        try:
            place = self.beat.start if stay and self.beat is not None else 0
            read = await self.reading.done(lambda _, told: read_anew(score, told))
            refused = self.trouble
            self.begin(read, score_editing.beat_at(read, place))
            self.fail(refused)  # what was refused meanwhile was not taken: its notice outlives the reading
        except StoppedError:
            self.told = "score-stopped"
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
        else:
            return True
        self.tell()
        return False

    def _refuses(self) -> bool:
        """Whether a text is being read, so that nothing else can be taken; the person is told."""
        if self.busy:
            self.fail(_still_reading())
        return self.busy

    def begin(self, score: Score, chosen: int = 0) -> None:
        """Show a score that was read or opened, as one step; undo leads no further back than to the first."""
        self.arrived, self.composing, self.written = True, False, ""
        first = self.score is None
        self._step(Sheet(score, chosen), key=None)
        if first:
            self.history.start_here()
            self.tell()

    def start_with(self, draft: Draft) -> None:
        """Start with ``draft``; undo leads no further back."""
        self.arrived, self.name = True, draft.name
        self.history = History(Sheet(draft.score, draft.chosen), longest=LONGEST_HISTORY)
        self.composing = draft.score is None
        self._changed()

    def adopt(self, other: ScoreDesk) -> None:
        """Go on where another desk is, with all its history."""
        self.arrived, self.name = True, other.name
        self.composing, self.written = other.composing, other.written
        self.history = other.history.copied()
        self._changed()

    def compose(self, written: str) -> None:
        """Let the person write: a new text, or on from the one that is there."""
        self.arrived, self.composing, self.written = True, True, written
        self.told = self.trouble = None
        self.tell()

    def put_aside(self) -> None:
        """Back from writing to the score that is there."""
        self.composing, self.written = self.score is None, ""
        self.tell()

    def choose(self, number: int) -> None:
        """Turn to another beat."""
        score = self.score
        if score is not None and score.beats:
            self.history.close_step()
            self.history.amend(replace(self.history.now, chosen=min(max(number, 0), len(score.beats) - 1)))
            self.tell()

    def feel(self, emotion: Emotion, number: int | None = None) -> None:
        """Set the emotion of one beat by the person's word; of the chosen one when None."""
        wanted = self.chosen if number is None else number
        if self.score is None or not 0 <= wanted < len(self.score.beats):
            return  # dropped on a beat that has been joined with another meanwhile

        def told(score: Score) -> Score:
            old = score.beats[wanted].mood
            intensity = UNSAID_INTENSITY if old.unsure else old.intensity
            fitting = [feeling for feeling in old.named if feeling.emotion is emotion]
            return score_editing.with_mood(score, wanted, Mood.told(emotion, intensity=intensity, named=fitting))

        self._edit(told, chosen=wanted)

    def intensify(self, intensity: float) -> None:
        """Set how strongly the chosen beat is felt, in [0, 1]."""
        part = min(max(intensity, 0.0), 1.0)
        number = self.chosen
        self._edit(lambda score: score_editing.with_intensity(score, number, part), key=f"intensity {number}")

    def toggle(self, feeling: Feeling) -> None:
        """Name a feeling of the chosen beat, or take the name away."""
        number = self.chosen

        def named(score: Score) -> Score:
            old = score.beats[number].mood.named
            rest = [one for one in old if one is not feeling]
            return score_editing.with_named(score, number, rest if feeling in old else [*old, feeling])

        self._edit(named)

    def speak(self, speaker: str) -> None:
        """Say who says the chosen beat."""
        number = self.chosen
        if self.beat is not None and (self.beat.speaker or "") != speaker.strip():
            self._edit(lambda score: score_editing.with_speaker(score, number, speaker))

    def stage(self, numbers: Iterable[int], *, place: str | None, weather: str | None) -> None:
        """Say where beats play, and in which weather; None leaves it to their words."""
        self._edit(lambda score: score_editing.with_setting(score, numbers, place=place, weather=weather))

    def hold(self) -> None:
        """Keep the expression the chosen beat has now, whatever its mood becomes."""
        number = self.chosen
        if self.beat is not None:
            held = {name: round(value, 4) for name, value in compose(self.beat.mood).to_dict().items() if value}
            self._edit(lambda score: score_editing.with_expression(score, number, held))

    def let_go(self) -> None:
        """Let the expression of the chosen beat follow its mood."""
        number = self.chosen
        self._edit(lambda score: score_editing.with_expression(score, number, None))

    def split(self, at: int) -> None:
        """Cut the chosen beat at character ``at`` of the text; halves nobody set are read anew."""
        number = self.chosen
        if self._edit(lambda score: score_editing.split(score, number, at)) and self.score is not None:
            self._refine(self.score.beats[number : number + 2])

    def merge(self) -> None:
        """Join the chosen beat with the next; read anew when nobody set either."""
        number = self.chosen
        if self._edit(lambda score: score_editing.merge(score, number)) and self.score is not None:
            self._refine(self.score.beats[number : number + 1])

    def reread_beat(self) -> None:
        """Read the chosen beat anew; the person's word about it is taken back."""
        if self.score is None or self.beat is None or self.busy:
            return
        read = self.beat.read or self.beat.mood
        number = self.chosen
        self._edit(lambda score: score_editing.with_reading(score, number, read))
        self._refine([self.score.beats[number]])

    def undo(self) -> None:
        """Take the last step back."""
        if self.history.undoable and not self.busy:
            self.history.back()
            self._changed()

    def redo(self) -> None:
        """Make the step that was taken back again."""
        if self.history.redoable and not self.busy:
            self.history.forth()
            self._changed()

    def draft(self) -> str:
        """What the browser keeps."""
        return drafts.written(Draft(self.score, self.chosen, self.name))

    async def finished(self) -> None:
        """Returns when every beat that was split, joined or asked for is read."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def _edit(self, edit: Callable[[Score], Score], *, key: str | None = None, chosen: int | None = None) -> bool:
        """Makes one step; False when it was refused or nothing can be edited now."""
        score = self.history.before(key).score
        if score is None or not score.beats or self.busy:
            return False
        try:
            edited = edit(score)
        except PyojeongError as refusal:
            self.fail(refusal)
            return False
        self.told = None
        self._step(Sheet(edited, self.chosen if chosen is None else chosen), key=key)
        return True

    def _step(self, sheet: Sheet, *, key: str | None) -> None:
        self.history.add(sheet, key=key)
        self.trouble = None
        self._changed()

    def _changed(self) -> None:
        self.revision += 1
        self.tell()

    def _refine(self, beats: Iterable[Beat]) -> None:
        """Reads beats nobody set on their own, in the background, as part of the step that made them."""
        for beat in beats:
            if beat.set_by is SetBy.READER and self.score is not None:
                task = asyncio.create_task(self._refined(beat, self.score.text_of(beat)))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _refined(self, beat: Beat, words: str) -> None:
        try:
            mood = (await asyncio.to_thread(wiring.text_reader().read, words)).mood
        except PyojeongError:  # nothing readable in it: it keeps the mood of the beat it was cut from
            return
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
            return
        sheet = self.history.now
        if sheet.score is None:
            return
        place = next((number for number, one in enumerate(sheet.score.beats) if one is beat), None)
        if place is not None:  # else the person was faster
            self.history.amend(replace(sheet, score=score_editing.with_reading(sheet.score, place, mood)))
            self._changed()


def _still_reading() -> PyojeongError:
    return PyojeongError(
        "아직 앞의 글을 읽고 있어 새로 온 것을 받지 않았습니다; 다 읽은 뒤나 그만둔 뒤에 다시 주세요.",
        "The text before is still being read, so nothing new was taken; give it again when that is done or stopped.",
        kind="busy",
    )


def _too_long(length: int) -> PyojeongError:
    return PyojeongError(
        f"악보 하나에는 {LONGEST_TEXT:,}자까지 담는데 {length:,}자가 왔습니다. 장(章)마다 나누어 열어 주세요.",
        f"One score holds up to {LONGEST_TEXT:,} characters, but {length:,} came; open it chapter by chapter.",
        kind="text-too-long",
    )
