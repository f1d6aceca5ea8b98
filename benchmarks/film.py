"""A film of a minute at 720p30 on all cores, beside moviepy building a simpler one of the same lines.

``python -m benchmarks.film [--actor character|photo|avatar] [--image PHOTO|HEAD.glb]``; on a quiet machine. Without an
image a photo that comes with the package plays, or the 3D head built of it. The peer's film has the same length, sound,
backdrops and subtitles, but each line is one still: nothing in it moves. It needs ``pip install moviepy``.

``--minutes 20`` makes a film about as long instead, of the tales that come with the package told one after another, and
prints the resident memory of all its processes in each stage; no peer. Needs ``/proc``, so Linux.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from pyojeong.interfaces import wiring
from pyojeong.interfaces.actors import actors_of, beside
from pyojeong.interfaces.avatars import avatar_of, save_avatar
from pyojeong.interfaces.stories import FilmOrder, Story, cast_tale, company_of, film_of
from pyojeong.performing.film.actors import opened
from pyojeong.performing.film.frames import FilmFrames
from pyojeong.performing.film.music import bed
from pyojeong.performing.film.sets import backdrop_of
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.stories.cast import Company, Looks
from pyojeong.stories.production import Film, FilmMaker, Made, Stage
from pyojeong.stories.production.lines import said_beats
from pyojeong.stories.production.soundtrack import soundtrack

LINES = 9
LETTERS_A_MINUTE = 360
"""Of a tale, blanks counted: 7,500 characters became 21 minutes."""
SAMPLE_SECONDS = 5.0
TALES = Path(__file__).parent.parent / "src/pyojeong/stories/tales"
SAMPLE = Path(__file__).parent.parent / "src/pyojeong/interfaces/samples/astronaut.jpg"
WANTED = {"character": 0.6, "photo": 1.0, "avatar": 1.0}
"""Wall seconds a second of film."""


def first_lines() -> Story:
    """The first lines of a sample tale."""
    cast = cast_tale((TALES / "golden-axe.txt").read_text("utf-8"))
    score = replace(cast.score, beats=cast.score.beats[:LINES])
    return replace(cast, score=score, company=company_of(score))


def long_tale(minutes: float) -> Story:
    """The package's tales one after another, as often as it takes."""
    wanted, told = round(minutes * LETTERS_A_MINUTE), ""
    for path in cycle(sorted(TALES.glob("*.txt"))):
        if len(told) >= wanted:
            break
        told += path.read_text("utf-8") + "\n\n"
    return cast_tale(told[:wanted])


def the_film(story: Story, looks: str, image: Path | None, folder: Path) -> Film:
    """The film people get of a story, everybody played by one kind of actor; a head is built in ``folder``."""
    company = story.company
    if looks != "character":
        source = str(image or (_built_head(folder) if looks == "avatar" else SAMPLE))
        parts = {role: replace(p, looks=Looks(looks), source=source, chosen={}) for role, p in company.parts.items()}
        company = Company(company.narrator, parts)
    told = replace(story, company=company)
    return film_of(told, FilmOrder(), actors_of(company, beside(Path.cwd())), untitled="측정")


def _built_head(folder: Path) -> Path:
    """The 3D head of the sample's face."""
    path = folder / "head.glb"
    save_avatar(avatar_of(wiring.opened_image(SAMPLE)), path)
    return path


@dataclass(slots=True)
class Memory:
    """Most resident bytes of this process, of one that it started, and of all together, in each stage."""

    stage: str = Stage.SPEAKING.value
    most: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Looks every `SAMPLE_SECONDS` seconds, and once at the end."""
        ended = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(ended,))
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()

    def _watch(self, ended: threading.Event) -> None:
        running = True
        while running:
            running = not ended.wait(SAMPLE_SECONDS)
            mine, *others = _resident()
            seen = mine, max(others, default=0), mine + sum(others)
            before = self.most.get(self.stage, (0, 0, 0))
            self.most[self.stage] = max(before[0], seen[0]), max(before[1], seen[1]), max(before[2], seen[2])


def _resident() -> list[int]:
    """Resident bytes of this process and then of all it started, shared libraries counted in each."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):  # ended meanwhile
            continue
    family = [os.getpid()]
    for member in family:  # grows while it is gone through
        family += [child for child, parent in parents.items() if parent == member]
    return [_pages(process) * os.sysconf("SC_PAGE_SIZE") for process in family]


def _pages(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def ours(film: Film, folder: Path, memory: Memory) -> tuple[Made, dict[str, float], float]:
    """The film made from nothing: seconds of each stage, and CPU seconds of all processes."""
    begun: dict[Stage, float] = {}
    before = _cpu()

    def told(stage: Stage, done: int, _: int) -> None:
        begun.setdefault(stage, time.perf_counter())
        memory.stage = stage.value

    start = time.perf_counter()
    made = FilmMaker(EspeakSpeaker(), folder / "chunks", music=bed).make(film, folder / "ours.mp4", progress=told)
    end = time.perf_counter()
    marks = [start, *sorted(begun.values())[1:], end]
    names = [stage.value for stage in sorted(begun, key=lambda stage: begun[stage])]
    return made, {n: b - a for n, a, b in zip(names, marks, marks[1:], strict=False)}, _cpu() - before


def peer(film: Film, made: Made, folder: Path) -> float:
    """Seconds moviepy takes: a still and a subtitle a line, the same sound."""
    from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip, concatenate_videoclips

    from pyojeong.media.fonts import FontWeight, font_path
    from pyojeong.media.sound_files import save_sound
    from pyojeong.media.sound_mixing import joined

    said = said_beats(film.score, film.company, EspeakSpeaker())
    speeches = {s.beat: s.speech for s in said}
    save_sound(joined(list(soundtrack(made.screenplay, speeches, bed))), folder / "sound.wav")
    actors = {role: opened(source) for role, source in film.actors.items()}
    frames = FilmFrames(made.screenplay, actors, backdrop_of, subtitled=False)
    stills = []
    at, rate = 3.2, film.format.frames_per_second
    for scene in made.screenplay.scenes:
        for turn in scene.turns:
            path = folder / f"still-{len(stills)}.png"
            Pillow.fromarray(frames.frame(round((at + turn.start + turn.utterance.seconds / 2) * rate))).save(path)
            stills.append((path, turn.text, turn.utterance.seconds))
        at += scene.seconds
    start = time.perf_counter()
    lines = []
    for path, text, seconds in stills:
        words = TextClip(font=str(font_path(FontWeight.BOLD)), text=text, font_size=34, color="white", bg_color="black")
        shown = words.with_duration(seconds).with_position(("center", 640))
        lines.append(CompositeVideoClip([ImageClip(str(path)).with_duration(seconds), shown]))
    whole = concatenate_videoclips(lines)
    whole = whole.with_audio(AudioFileClip(str(folder / "sound.wav")).subclipped(0, whole.duration))
    whole.write_videofile(
        str(folder / "peer.mp4"), fps=rate, preset="veryfast", audio_codec="aac", threads=2, logger=None
    )
    return (time.perf_counter() - start) / float(whole.duration)


def _cpu() -> float:
    used = (resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


def _peak_megabytes() -> tuple[float, float]:
    """Of this process, and of the largest child."""
    kinds = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    mine, child = (resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)
    return mine, child


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--actor", choices=tuple(WANTED), default="character")
    parser.add_argument("--image", type=Path)
    parser.add_argument("--minutes", type=float, help="of a film whose memory is watched; without the peer")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, memory = Path(name), Memory()
        story = long_tale(asked.minutes) if asked.minutes else first_lines()
        film = the_film(story, asked.actor, asked.image, folder)
        if asked.minutes:
            with memory.watched():
                _, each = _printed(asked.actor, film, folder, memory)
            for stage, (mine, other, whole) in memory.most.items():
                print(f"  {stage}: {mine / 1e6:.0f} MB here, {other / 1e6:.0f} in one other, {whole / 1e6:.0f} in all")
            return
        made, each = _printed(asked.actor, film, folder, memory)
        mine, child = _peak_megabytes()
        print(f"  peak {mine:.0f} MB here, {child:.0f} MB in the largest process that draws")
        try:
            beside = peer(film, made, folder)
        except ModuleNotFoundError:
            print("  peer: pip install moviepy", file=sys.stderr)
            return
        print(f"  moviepy, stills only: wall {beside:.2f} s; ours takes {each / beside:.2f} times that")


def _printed(actor: str, film: Film, folder: Path, memory: Memory) -> tuple[Made, float]:
    """The film, and wall seconds a second of it; what it took is printed."""
    made, stages, cpu = ours(film, folder, memory)
    each, wanted = sum(stages.values()) / made.seconds, WANTED[actor]
    letters = len(film.score.text)
    print(f"{actor}: {made.seconds:.1f} s of film, {made.frames} frames, a tale of {letters:,} characters")
    print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
    print(f"  a second of film: wall {each:.2f} s (wanted {wanted}), CPU {cpu / made.seconds:.2f} s")
    return made, each


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
