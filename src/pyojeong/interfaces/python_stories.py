"""What the package offers a Python programmer about tales: cast them, and make films of them.

>>> story = cast_story('"떡 하나 주면 안 잡아먹지." 호랑이가 말했어요.')
>>> list(story.company.parts)
['호랑이']
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pyojeong.emotion import Score
from pyojeong.interfaces.stories import FilmOrder, Story, cast_own_tale, cast_tale, made_film, story_of
from pyojeong.stories.cast import Company
from pyojeong.stories.cast_toml import load_company, save_company
from pyojeong.stories.production import Made, Stage
from pyojeong.stories.tales import Tale


def cast_story(text: str | Tale) -> Story:
    """Who says what in a tale, how it is felt (``.score``), and who plays whom (``.company``).

    A tale of a collection (`pyojeong.stories.tales.tales_from_json`) brings its title and its credits.

    Raises:
        PyojeongError: When there is nothing to read, or more than 100,000 characters.
    """
    return cast_own_tale(text) if isinstance(text, Tale) else cast_tale(text)


def save_cast(story: Story | Company, path: str | Path) -> None:
    """Write who plays whom as ``CAST.toml``, whole or not at all.

    Raises:
        PyojeongError: When the place cannot be written.
    """
    save_company(story.company if isinstance(story, Story) else story, Path(path))


def make_film(
    what: Story | Score | Tale | str,
    path: str | Path,
    *,
    cast: Company | str | Path | None = None,
    shape: str = "16:9",
    height: int = 720,
    frames_per_second: int = 30,
    subtitles: bool = True,
    music: bool = True,
    title: str = "",
    workers: int | None = None,
    progress: Callable[[Stage, int, int], None] | None = None,
) -> Made:
    """The film at ``path``, with ``.srt`` and ``.vtt`` beside it; only what changed since the last time is drawn.

    Args:
        what: A story, a score with speakers, a tale of a collection, or the text of one.
        path: A name ending in ``.mp4``.
        cast: Who plays whom, or its ``CAST.toml``, beside which its photos lie; the story's own, or chosen by name.
        shape: ``16:9``, ``9:16`` or ``1:1``.
        height: Lines of the shorter side: 480, 720, 1080, 1440, 2160.
        frames_per_second: 24, 25, 30 or 60.
        subtitles: Whether lines are written into the picture.
        music: Whether soft music lies under it.
        title: The tale's own when empty.
        workers: Processes that draw; all cores when None.
        progress: Told the stage, how much of it is done, and of how much; what it raises stops the making.

    Raises:
        PyojeongError: When a part cannot be played, or the film cannot be made or written.
    """
    order = FilmOrder(shape, height, frames_per_second, subtitled=subtitles, music=music, title=title, workers=workers)
    story, base = _recast(_story(what), cast)
    return made_film(story, Path(path), order, base=base, progress=progress or _unwatched)


def _recast(story: Story, cast: Company | str | Path | None) -> tuple[Story, Path]:
    """The story with another cast, and the folder its files lie in."""
    if cast is None or isinstance(cast, Company):
        return (story if cast is None else replace(story, company=cast)), Path()
    return replace(story, company=load_company(Path(cast))), Path(cast).parent


def _story(what: Story | Score | Tale | str) -> Story:
    if isinstance(what, (str, Tale)):
        return cast_story(what)
    return story_of(what) if isinstance(what, Score) else what


def _unwatched(stage: Stage, done: int, whole: int) -> None:
    """Nobody wants to know."""
