"""``pyojeong story``: a tale becomes a score with speakers, a cast, and a film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.options import AsJson
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show, show_saved
from pyojeong.interfaces.cli.story_options import (
    CastFile,
    CastOut,
    FilmHeight,
    FilmOut,
    FilmRate,
    FilmShape,
    FilmTitle,
    FilmWorkers,
    NoMusic,
    NoSubtitles,
    ScoreOrTale,
    ScoreOut,
    TaleFile,
)
from pyojeong.interfaces.messages import pictured, say

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from pyojeong.emotion import Score
    from pyojeong.interfaces.stories import Story
    from pyojeong.stories.production import Made


def cast(tale: TaleFile, output: ScoreOut, cast_file: CastOut = None, as_json: AsJson = False) -> None:
    """Find who says what in a tale and how it is felt; -o keeps it as a score to edit, --cast the parts."""
    from pyojeong.interfaces.score_files import check_score_name, write_score
    from pyojeong.interfaces.stories import cast_tale, story_json, tale_text
    from pyojeong.media.writing import check_place
    from pyojeong.stories.cast_toml import save_company

    check_score_name(output)
    for place in (output, cast_file):
        if place is not None:
            check_place(place)
    with patience():
        story = cast_tale(tale_text(tale))
    write_score(story.score, output)
    if cast_file is not None:
        save_company(story.company, cast_file)
    if as_json:
        print_json(story_json(story))
    else:
        show(_lines(story))
        if stood_in := _stand_ins(story):
            show(stood_in)
        show_saved(output, say(f"{len(story.score.beats)}줄", f"{len(story.score.beats)} lines"))
        if cast_file is not None:
            show_saved(cast_file, say(f"배역 {len(story.company.parts)}", f"{len(story.company.parts)} roles"))


def film(
    source: ScoreOrTale,
    output: FilmOut,
    cast_file: CastFile = None,
    shape: FilmShape = "16:9",
    height: FilmHeight = 720,
    frames_per_second: FilmRate = 30,
    title: FilmTitle = "",
    no_subtitles: NoSubtitles = False,
    no_music: NoMusic = False,
    workers: FilmWorkers = None,
    as_json: AsJson = False,
) -> None:
    """Make a film of a score or a tale: voices, acting, subtitles, music; only what changed is drawn again."""
    from pyojeong.interfaces.cli.story_progress import film_progress
    from pyojeong.interfaces.stories import FilmOrder, film_json, made_film

    order = FilmOrder(
        shape,
        height,
        frames_per_second,
        subtitled=not no_subtitles,
        music=not no_music,
        title=title,
        workers=workers,
    )
    _check_kept(output, source, cast_file)
    story = _story_of(source)
    base = source.parent
    if cast_file is not None:
        story, base = _recast(story, cast_file), cast_file.parent
    with film_progress() as progress:
        made = made_film(story, output, order, base=base, progress=progress)
    for beat, failure in made.unsaid:
        complain(_unsaid(story.score, beat, failure))
    if as_json:
        print_json(film_json(made, str(made.path), [str(path) for path in made.subtitles]))
    else:
        show_saved(made.path, *_made(made))


def _check_kept(output: Path, *given: Path | None) -> None:
    """Returns when writing the film, or the subtitles beside it, leaves what was given as it is."""
    written = [path.resolve() for path in (output, output.with_suffix(".srt"), output.with_suffix(".vtt"))]
    for path in given:
        if path is not None and path.resolve() in written:
            raise PyojeongError(
                f"{path}을(를) 덮어쓰게 됩니다; 영화의 이름을 바꿔 주세요.",
                f"This would overwrite {path}; give the film another name.",
                kind="overwrites-input",
            )


def _story_of(source: Path) -> Story:
    """What a score's document tells, or a tale's text is read as."""
    from pyojeong.emotion import score_json
    from pyojeong.interfaces.documents import read_document
    from pyojeong.interfaces.stories import cast_tale, story_of, tale_text

    if source.suffix.lower() == ".json":
        return story_of(score_json.loads(read_document(source)))
    with patience():
        return cast_tale(tale_text(source))


def _recast(story: Story, cast_file: Path) -> Story:
    """The story as somebody cast it; what does not fit is told."""
    from pyojeong.interfaces.stories import cast_notices
    from pyojeong.stories.cast_toml import load_company

    recast = replace(story, company=load_company(cast_file))
    for notice in cast_notices(recast):
        complain(say(*notice))
    return recast


def _made(made: Made) -> Iterator[str]:
    """How long it is, and how much of it is new."""
    minutes, seconds = divmod(round(made.seconds), 60)
    yield say(f"{minutes}분 {seconds}초", f"{minutes} min {seconds} s")
    drawn, scenes = len(made.drawn_scenes), len(made.screenplay.scenes)
    yield say(f"새로 그린 장면 {drawn}/{scenes}", f"scenes drawn anew {drawn}/{scenes}")


def _unsaid(score: Score, beat: int, failure: PyojeongError) -> str:
    words = score.text_of(score.beats[beat])[:30]
    return say(
        f"“{words}” 줄은 소리 없이 자막으로만 넣었습니다: {failure.korean}",
        f"The line “{words}” is shown and not heard: {failure.english}",
    )


def _lines(found: Story) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), title=pictured(found.title) or None)
    for heading in (("누가", "who"), ("감정", "feeling"), ("말", "words")):
        table.add_column(say(*heading))
    for beat in found.score.beats:
        mood = beat.mood
        feeling = say("모르겠어요", "unsure") if mood.unsure else say(mood.leading.korean, mood.leading.value)
        who = pictured(beat.speaker) if beat.speaker else say("해설", "narrator")
        table.add_row(who, feeling, pictured(found.score.text_of(beat)))
    return table


def _stand_ins(found: Story) -> Text:
    """Who is drawn as another kind, a line each."""
    from rich.text import Text

    from pyojeong.stories.casting import stand_in_note

    notes = {role: stand_in_note(role, part.source) for role, part in found.company.parts.items()}
    return Text("\n".join(f"{role}: {say(*note)}" for role, note in notes.items() if note))
