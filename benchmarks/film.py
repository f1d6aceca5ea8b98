"""A film of half a minute at 720p30 on all cores, beside moviepy building a simpler one of the same lines.

``python -m benchmarks.film [--actor character|photo|avatar] [--image PHOTO|HEAD.glb]``; on a quiet machine. Without an
image a photo that comes with the package plays, or the 3D head built of it. The peer's film has the same length, sound,
backdrops and subtitles, but each line is one still: nothing in it moves. It needs ``pip install moviepy``.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from pyojeong.interfaces import wiring
from pyojeong.interfaces.avatars import avatar_of, save_avatar
from pyojeong.interfaces.stories import actors_of, beside, cast_tale, company_of
from pyojeong.performing.film.actors import opened
from pyojeong.performing.film.frames import FilmFrames
from pyojeong.performing.film.music import bed
from pyojeong.performing.film.screenplay import Format
from pyojeong.performing.film.sets import backdrop_of
from pyojeong.performing.voice.espeak_speaker import EspeakSpeaker
from pyojeong.reading.tale import roles_of
from pyojeong.stories.cast import Company, Looks
from pyojeong.stories.production import Film, FilmMaker, Made, Stage
from pyojeong.stories.production.lines import said_beats
from pyojeong.stories.production.soundtrack import soundtrack

LINES = 9
SAMPLE = Path(__file__).parent.parent / "src/pyojeong/interfaces/samples/astronaut.jpg"
WANTED = {"character": 0.6, "photo": 1.0, "avatar": 1.0}
"""Wall seconds a second of film."""


def the_film(looks: str, image: Path | None, folder: Path) -> Film:
    """The first lines of a sample tale, everybody played by one kind of actor; a head is built in ``folder``."""
    text = (Path(__file__).parent.parent / "src/pyojeong/stories/tales/golden-axe.txt").read_text("utf-8")
    cast = cast_tale(text)
    score = replace(cast.score, beats=cast.score.beats[:LINES])
    company = company_of(score)
    if looks != "character":
        source = str(image or (_built_head(folder) if looks == "avatar" else SAMPLE))
        parts = {role: replace(p, looks=Looks(looks), source=source, chosen={}) for role, p in company.parts.items()}
        company = Company(company.narrator, parts)
    about = roles_of(score).about
    return Film(score, about, company, actors_of(company, beside(Path.cwd())), cast.title, ("측정",), Format())


def _built_head(folder: Path) -> Path:
    """The 3D head of the sample's face."""
    path = folder / "head.glb"
    save_avatar(avatar_of(wiring.opened_image(SAMPLE)), path)
    return path


def ours(film: Film, folder: Path) -> tuple[Made, dict[str, float], float]:
    """The film made from nothing: seconds of each stage, and CPU seconds of all processes."""
    begun: dict[Stage, float] = {}
    before = _cpu()

    def told(stage: Stage, done: int, _: int) -> None:
        begun.setdefault(stage, time.perf_counter())

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
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = the_film(asked.actor, asked.image, folder)
        made, stages, cpu = ours(film, folder)
        wall = sum(stages.values())
        print(f"{asked.actor}: {made.seconds:.1f} s of film, {made.frames} frames")
        print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
        each, wanted = wall / made.seconds, WANTED[asked.actor]
        print(f"  a second of film: wall {each:.2f} s (wanted {wanted}), CPU {cpu / made.seconds:.2f} s")
        mine, child = _peak_megabytes()
        print(f"  peak {mine:.0f} MB here, {child:.0f} MB in the largest process that draws")
        try:
            beside = peer(film, made, folder)
        except ModuleNotFoundError:
            print("  peer: pip install moviepy", file=sys.stderr)
            return
        print(f"  moviepy, stills only: wall {beside:.2f} s; ours takes {each / beside:.2f} times that")


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
