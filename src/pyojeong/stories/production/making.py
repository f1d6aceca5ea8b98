"""A score and its cast become a film: said, directed, drawn where it is not drawn yet, and joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from pyojeong.emotion import Score
from pyojeong.errors import PyojeongError
from pyojeong.media.writing import write_file
from pyojeong.performing.film.crew import Crew, Job, draw
from pyojeong.performing.film.encoding import Chapter, join
from pyojeong.performing.film.frames import scene_pages
from pyojeong.performing.film.plan import Kind, chunks, scene_starts, stretches
from pyojeong.performing.film.screenplay import Format, Screenplay
from pyojeong.performing.film.screenplay_json import screenplay_to_json, source_to_json
from pyojeong.performing.film.sources import ActorSource
from pyojeong.performing.film.subtitle_files import srt, vtt
from pyojeong.performing.film.subtitles import Page
from pyojeong.performing.voice.speaking import Speaker
from pyojeong.stories.cast import Company
from pyojeong.stories.directing import Spoken, directed
from pyojeong.stories.production.chunk_store import ChunkStore, Keys
from pyojeong.stories.production.lines import said_beats
from pyojeong.stories.production.soundtrack import Music, soundtrack
from pyojeong.stories.production.speeches import KeptSpeeches

CHUNK_SECONDS = 4
"""Of film a chunk: short enough that a killed drawing loses little and both cores stay busy to the end."""


class Stage(str, Enum):
    """What is being done."""

    SPEAKING = "speaking"
    DRAWING = "drawing"
    JOINING = "joining"


Progress = Callable[[Stage, int, int], None]
"""Told the stage, how much of it is done, and of how much; what it raises stops the making and loses nothing."""


Unsaid = tuple[tuple[int, PyojeongError], ...]
"""Beats that no voice could say, with the reason."""


@dataclass(frozen=True, slots=True)
class Film:
    """What is to be made.

    Attributes:
        score: Beats with speakers and moods.
        about: For each beat whose face shows it (see `reading.tale`).
        company: Who plays whom.
        actors: Role → where its actor comes from, for every role that is seen.
        title: Of the film.
        credits: Lines of the last page.
        format: Size and rate.
        subtitled: Whether lines are written into the picture; files beside the film have them anyway.
        there: For each beat who else is there by its words; empty for nobody.
    """

    score: Score
    about: tuple[str | None, ...]
    company: Company
    actors: Mapping[str, ActorSource]
    title: str
    credits: tuple[str, ...] = ()
    format: Format = field(default_factory=Format)
    subtitled: bool = True
    there: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        path: The film.
        subtitles: Its SubRip and WebVTT files.
        seconds: Length of the film.
        drawn: Frames that were drawn now.
        frames: Frames of the film.
        drawn_scenes: Numbers of the scenes of which something was drawn now.
        unsaid: Beats that no voice could say, with the reason.
        screenplay: What was filmed.
    """

    path: Path
    subtitles: tuple[Path, Path]
    seconds: float
    drawn: int
    frames: int
    drawn_scenes: tuple[int, ...]
    unsaid: Unsaid
    screenplay: Screenplay


class FilmMaker:
    """Makes films.

    Args:
        speaker: Says lines, best one that keeps what it said.
        folder: Where drawn chunks are kept between films.
        music: Makes beds; None for films without music.
        workers: Processes that draw; the cores there are when left out.
        crew: Draws what is missing: processes of this machine, unless another is given.
    """

    def __init__(
        self, speaker: Speaker, folder: Path, *, music: Music | None = None, workers: int = 0, crew: Crew = draw
    ) -> None:
        self._speaker, self._music = speaker, music
        self._store = ChunkStore(folder)
        self._crew, self._workers = crew, workers

    def screenplay(self, film: Film, *, progress: Progress = lambda *_: None) -> Screenplay:
        """The film on paper, after every line was said.

        Raises:
            PyojeongError: When there is nothing to say, or a voice is not there.
        """
        with self._shelf() as shelf:
            return self._told(film, shelf, progress)[0]

    def make(self, film: Film, path: Path, *, progress: Progress = lambda *_: None) -> Made:
        """The film at ``path``, with its subtitles beside it.

        Raises:
            PyojeongError: When it cannot be drawn or written; what was said and drawn is kept for the next time.
        """
        with self._shelf() as speeches:
            play, unsaid = self._told(film, speeches, progress)
            pieces, drawn, scenes = self._drawn(film, play, progress)
            progress(Stage.JOINING, 0, 1)
            sound = soundtrack(play, speeches, self._music)
            join(pieces, sound, path, title=play.title, comment=" · ".join(play.credits), chapters=chapters_of(play))
        subtitles = _subtitles(play, path)
        self._store.trimmed(pieces)
        progress(Stage.JOINING, 1, 1)
        last = stretches(play)[-1]
        frames = last.first + last.count
        return Made(path, subtitles, frames / play.format.frames_per_second, drawn, frames, scenes, unsaid, play)

    def _shelf(self) -> KeptSpeeches:
        return KeptSpeeches(self._store.folder)

    def _told(self, film: Film, shelf: KeptSpeeches, progress: Progress) -> tuple[Screenplay, Unsaid]:
        """The screenplay, and the lines no voice could say; every speech is put on the shelf."""
        count = len(film.score.beats)
        spoken: list[Spoken] = []
        unsaid: list[tuple[int, PyojeongError]] = []
        for said in said_beats(
            film.score, film.company, self._speaker, progress=lambda done: progress(Stage.SPEAKING, done, count)
        ):
            shelf.keep(said.beat, said.speech)
            spoken.append(
                Spoken(
                    said.beat, said.speech.utterance, film.about[said.beat], film.there[said.beat] if film.there else ()
                )
            )
            unsaid += [] if said.failure is None else [(said.beat, said.failure)]
        if not spoken:
            raise PyojeongError(
                "영화로 만들 글이 없습니다. 한 문장이라도 적어 주세요.",
                "There is nothing to make a film of; write a sentence.",
                kind="empty-text",
            )
        play = directed(film.score, spoken, film.company, title=film.title, credits=film.credits, format=film.format)
        return play, tuple(unsaid)

    def _drawn(self, film: Film, play: Screenplay, progress: Progress) -> tuple[list[Path], int, tuple[int, ...]]:
        """Every chunk in order, how many frames had to be drawn, and in which scenes."""
        keys = Keys(play, film.actors, subtitled=film.subtitled)
        longest = CHUNK_SECONDS * play.format.frames_per_second
        pieces: list[Path] = []
        missing: dict[Path, Job] = {}
        scenes: set[int] = set()
        for stretch, frames in chunks(play, longest):
            piece = self._store.path_of(keys.of(stretch, frames))
            pieces.append(piece)
            if not self._store.holds(piece, len(frames)):
                missing[piece] = Job(stretch.first + frames.start, stretch.first + frames.stop, piece)
                scenes |= {stretch.scene} if stretch.kind is Kind.SCENE else set()
        count = sum(job.past - job.first for job in missing.values())
        progress(Stage.DRAWING, 0, count)
        if missing:
            self._draw(film, play, list(missing.values()), lambda done: progress(Stage.DRAWING, done, count))
        return pieces, count, tuple(sorted(scenes))

    def _draw(self, film: Film, play: Screenplay, jobs: Sequence[Job], told: Callable[[int], None]) -> None:
        actors = {role: source_to_json(source) for role, source in film.actors.items()}
        first_line = {"screenplay": screenplay_to_json(play), "actors": actors, "subtitled": film.subtitled}
        self._crew(first_line, jobs, workers=self._workers, progress=told)


def chapters_of(play: Screenplay) -> list[Chapter]:
    """One a scene, called by its first words."""
    starts = scene_starts(play)
    ends = [*starts[1:], starts[-1] + play.scenes[-1].seconds]
    return [
        Chapter(f"{number}. {scene.turns[0].text[:24]}" if scene.turns else f"{number}.", start, end)
        for number, (scene, start, end) in enumerate(zip(play.scenes, starts, ends, strict=True), start=1)
    ]


def film_pages(play: Screenplay) -> list[Page]:
    """Every subtitle with its times from the film's start."""
    return [page.later(start) for number, start in enumerate(scene_starts(play)) for page in scene_pages(play, number)]


def _subtitles(play: Screenplay, path: Path) -> tuple[Path, Path]:
    pages = film_pages(play)
    files = path.with_suffix(".srt"), path.with_suffix(".vtt")
    for file, text in zip(files, (srt(pages), vtt(pages)), strict=True):
        write_file(file, text.encode("utf-8", "replace"))
    return files
