"""One visitor's tale: its lines, who plays whom, what is seen at any moment, and the film; nothing of the screen."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring
from pyojeong.interfaces.actors import actors_of, is_design
from pyojeong.interfaces.settings import settings
from pyojeong.interfaces.stills import Staging, Stills, staging_of
from pyojeong.interfaces.stories import (
    FilmOrder,
    Story,
    cast_tale,
    company_of,
    film_of,
    size_of,
    text_of,
)
from pyojeong.interfaces.visitor_folders import visitor_folder
from pyojeong.interfaces.web.history import History
from pyojeong.interfaces.web.latest import Latest
from pyojeong.interfaces.web.refusals import refusal
from pyojeong.interfaces.web.score.desk import ScoreDesk
from pyojeong.interfaces.web.story.billing import Billing
from pyojeong.interfaces.web.story.cast_desk import STEPS, CastDesk, Work
from pyojeong.interfaces.web.story.covers import sample_story
from pyojeong.interfaces.web.story.drafts import Draft, opened, written
from pyojeong.interfaces.web.story.kept_films import kept_films
from pyojeong.interfaces.web.story.pace import Pace
from pyojeong.interfaces.web.story.scenes import Scenes
from pyojeong.reading.page.stopping import Stop
from pyojeong.stories.cast import Company

if TYPE_CHECKING:
    from pyojeong.stories.production import Film, FilmMaker, Made, Stage

LOOKED_AT = 360
"""Lines of the pictures people look at before the film is made: drawn in a tenth of a second."""
_UNTITLED = "동화"
_TELL_SECONDS = 0.25


class StoryDesk(CastDesk):
    """What one visitor sees and does; `watch` tells the screen after every change.

    Attributes:
        lines: The score with its history, edited as on the page 감정 악보.
        scenes: Those of `staging`, and where the person lets them play.
        title: The tale's own.
        order: How the film shall be.
        staging: What can be looked at before the film is made, or None.
        staged: Of how many lines it is known how they sound, while that is found out; None otherwise.
        stage: What is done of the film now: the stage, how much, and of how much.
        pace: How long that stage still lasts.
        made: The film, or None.
        private: Whether somebody's face is in that film: then it goes with the desk.
    """

    def __init__(self) -> None:
        self._folder, self._kept = visitor_folder(settings().home / "stories"), kept_films()
        super().__init__(self.folder / "held")
        self.lines = ScoreDesk()
        self.scenes = Scenes(self.lines)
        self.title, self.order = "", FilmOrder()
        self.staging: Staging | None = None
        self.staged: tuple[int, int] | None = None
        self.stage: tuple[Stage, int, int] | None = None
        self.pace = Pace()
        self.made: Made | None = None
        self.private = False
        self._made_of: tuple[Story, FilmOrder] | None = None
        self._film_name = ""
        self._billing: Billing | None = None
        self._stills = Stills(self.folder)
        self._looking: Latest[Story] = Latest(self._look)
        self._score_shown: Score | None = None
        self.lines.watch(self._follow_lines)

    def close(self) -> None:
        """Stop all work and forget everything, on the disk, too; a film that shows nobody is kept for its maker."""
        self.cancel()
        self._looking.stop()
        self.lines.close()
        self.unwatch()
        self._stills.close()
        self._folder.cleanup()
        if self._film_name:
            self._kept.hold(self._film_name)

    @property
    def folder(self) -> Path:
        """Where everything of this visitor lies, until they go."""
        return Path(self._folder.name)

    @property
    def story(self) -> Story | None:
        """What is told and who plays whom, or None before a tale is read."""
        score, company = self.lines.score, self.companies.now
        return None if score is None or company is None else Story(self.title, score, company)

    @property
    def fresh(self) -> bool:
        """Whether the film is of what is here now."""
        return self.made is not None and self._made_of == (self.story, self.order)

    # the tale

    async def read(self, text: str) -> None:
        """Read a tale; whatever there was goes."""
        if not text.strip():
            self.fail(refusal("story-empty"))
            return
        story = await self._worked(Work.READING, lambda *_: cast_tale(text))
        if story is not None:
            self.begin(story)

    async def take(self, data: bytes, name: str) -> None:
        """Read a tale's file: text, PDF or Word; or open a score."""
        story = await self._worked(Work.READING, lambda *_: _opened(data, name))
        if story is not None:
            self.begin(story)

    async def read_sample(self, name: str) -> None:
        """Read a tale that came along."""
        story = await self._worked(Work.READING, lambda *_: sample_story(name))
        if story is not None:
            self.begin(story)

    def begin(self, story: Story) -> None:
        """Go on with a story; whose it is, is said at the film's end."""
        self.title, self.made, self.told = story.title, None, None
        self.order = replace(self.order, title="", credits=story.credits)
        self._made_of = None
        self._forget_film()
        self.wardrobe.clear()
        self._lay(story.score, story.company)
        self._changed()

    def go_on(self, draft: Draft) -> None:
        """Begin where a draft was left, with its film; what was brought is gone, and said to be."""
        self.title, self.order = draft.title, draft.order
        usual, before = company_of(draft.score).parts, draft.company.parts
        kept = {role: part for role, part in before.items() if is_design(part) or not part.source}
        parts = {role: kept.get(role) or usual.get(role) for role in (*before, *usual)}
        company = Company(draft.company.narrator, {role: part for role, part in parts.items() if part is not None})
        self._lay(draft.score, company)
        if len(kept) < len(before):
            self.told = "story-gone"
        self._find_film(draft)
        self._changed()

    def _lay(self, score: Score, company: Company) -> None:
        """Lines and cast, with nothing before them."""
        self._billing = Billing(company, score)
        self.companies = History(company, longest=STEPS)
        self.lines.begin(score)
        self.lines.history.start_here()

    def _find_film(self, draft: Draft) -> None:
        """The film that was made before the person left, if it is still kept."""
        name = secrets.token_urlsafe(18)
        found = self._kept.take(draft.film, name, self.folder) if draft.film else None
        if found is None or self.story is None:
            return
        self.made, of = found
        self._film_name = name
        same = of == written(replace(draft, film="")) and draft.company == self.companies.now
        self._made_of = (self.story, self.order) if same else _told_by(of)

    @property
    def draft(self) -> Draft | None:
        """What is kept of this over a reload."""
        story = self.story
        return None if story is None else Draft(story.score, story.company, story.title, self.order, self._film_name)

    # lines

    def _follow_lines(self) -> None:
        """After an edit: somebody new who speaks gets a part, and who has nothing left to say or do goes."""
        if self.lines.trouble is not None:
            self.fail(self.lines.trouble)
        score, company = self.lines.score, self.companies.now
        if score is not None and company is not None and score is not self._score_shown:
            self._score_shown = score
            self._changed()
        else:
            self.tell()

    # how it shall be

    def wish(self, **wishes: object) -> None:
        """Change the order: shape, height, frames_per_second, subtitled, music, title."""
        try:
            self.order = replace(self.order, **wishes)  # type: ignore[arg-type]
        except PyojeongError as wrong:
            self.fail(wrong)
            return
        self._changed()

    def _changed(self) -> None:
        story = self.story
        if story is not None and self._billing is not None:
            company = self._billing.fitted(story.company, story.score)
            self.companies.amend(company)
            self._looking.ask(replace(story, company=company))
        self.tell()

    # looking before it is made

    async def _look(self, story: Story) -> None:
        loop = asyncio.get_running_loop()

        def told(done: int, whole: int) -> None:
            if self._looking.superseded:
                raise PyojeongError("그만두었습니다.", "Cancelled.", kind="cancelled")
            loop.call_soon_threadsafe(self._staged, done, whole)

        try:
            self.staging = await asyncio.to_thread(self._staging, story, told)
            self.scenes.show(self.staging.play.scenes, story.score)
        except PyojeongError as failure:
            if failure.kind != "cancelled":
                self.staging = None
                self.fail(failure)
        except Exception as failure:  # told to the person, whatever it is
            self.fail(failure)
        self.staged = None
        self.tell()

    def _staged(self, done: int, whole: int) -> None:
        self.staged = (done, whole) if done < whole else None
        self.tell()

    def _staging(self, story: Story, told: Callable[[int, int], None]) -> Staging:
        from pyojeong.performing.film.screenplay import Format

        actors = actors_of(story.company, self.wardrobe.brought)
        film = film_of(story, self.order, actors, untitled=_UNTITLED)
        small = replace(film, format=Format(size_of(self.order.shape, LOOKED_AT), self.order.frames_per_second))
        play = self._maker().screenplay(small, progress=lambda _, done, whole: told(done, whole))
        return staging_of(play, actors, subtitled=self.order.subtitled)

    def still(self, seconds: float) -> bytes:
        """A JPEG of what is seen then; costs time.

        Raises:
            PyojeongError: When it cannot be drawn.
        """
        if self.staging is None:
            raise refusal("story-not-staged")
        return self._stills.picture(self.staging, seconds)

    def heard(self, number: int) -> bytes:
        """A WAV file of a line; costs time.

        Raises:
            PyojeongError: When there is no such line, or no voice can say it.
        """
        from pyojeong.media.sound_files import wav_bytes
        from pyojeong.performing.voice.speaking import Line
        from pyojeong.reading.text.pronouncing import spoken_words

        story = self.story
        if story is None or not 0 <= number < len(story.score.beats):
            raise refusal("story-no-line")
        beat = story.score.beats[number]
        words = spoken_words(story.score.text_of(beat))
        if not any(word.surface for word in words):
            raise refusal("story-silent-line")
        line = Line(words, beat.mood, story.company.part_of(beat.speaker).voice)
        return wav_bytes(wiring.speaker().say(line).sound)

    # the film

    async def film(self) -> None:
        """Make the film; what was drawn before is not drawn again."""
        story, order = self.story, self.order
        if story is None:
            return
        self.stage, self.pace = None, Pace()
        private = self.wardrobe.private
        with self._telling():
            made = await self._worked(Work.FILMING, lambda stop, _: self._filmed(story, order, stop))
        self.stage = None
        if made is not None:
            self.told, self.private = "story-made", private
            await self._finish(made, story, order)
            if made.unsaid:
                words = story.score.text_of(story.score.beats[made.unsaid[0][0]])[:30]
                self.fail(refusal("story-unsaid", count=len(made.unsaid), words=words))
        self.tell()

    async def _finish(self, made: Made, story: Story, order: FilmOrder) -> None:
        """Show a film that is made, and keep it for its day when nobody is seen in it."""
        self.made, self._made_of = made, (story, order)
        self._forget_film()
        if self.private:
            return
        name, of = secrets.token_urlsafe(18), written(Draft(story.score, story.company, story.title, order))
        try:
            await asyncio.to_thread(self._kept.keep, name, made, of)
        except (OSError, PyojeongError) as failure:
            self.fail(failure)
        else:
            self._film_name = name

    def _forget_film(self) -> None:
        if self._film_name:
            self._kept.forget(self._film_name)
        self._film_name = ""

    def _filmed(self, story: Story, order: FilmOrder, stop: Stop) -> Made:
        def progress(stage: Stage, done: int, whole: int) -> None:
            stop()
            self.pace.told(stage, done, whole)
            self.stage = (stage, done, whole)

        film: Film = film_of(story, order, actors_of(story.company, self.wardrobe.brought), untitled=_UNTITLED)
        return self._maker(music=order.music).make(film, self.folder / "film.mp4", progress=progress)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell the screen a few times a second how far it is: told of every frame, it would take from the drawing."""

        async def tell() -> None:
            while True:
                await asyncio.sleep(_TELL_SECONDS)
                self.tell()

        task = asyncio.create_task(tell())
        try:
            yield
        finally:
            task.cancel()

    def _maker(self, *, music: bool = True) -> FilmMaker:
        """Chunks that show somebody's face stay with what else is theirs, and go with it."""
        return wiring.film_maker(music=music, folder=self.folder / "chunks" if self.wardrobe.private else None)


def _told_by(text: str) -> tuple[Story, FilmOrder]:
    draft = opened(text)
    return Story(draft.title, draft.score, draft.company), draft.order


def _opened(data: bytes, name: str) -> Story:
    from pyojeong.emotion import score_json
    from pyojeong.interfaces.stories import story_of

    text = text_of(data, PurePosixPath(name).name or "글")
    return story_of(score_json.loads(text)) if text.lstrip().startswith("{") else cast_tale(text)
