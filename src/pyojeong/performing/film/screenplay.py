"""A film on paper: scenes, shots and lines with their times. Everything a frame needs is here or follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from pyojeong.emotion import Emotion, Mood
from pyojeong.rig.expression import Expression
from pyojeong.rig.speech import Utterance


class Place(str, Enum):
    """A drawn backdrop."""

    FOREST = "forest"
    SEA = "sea"
    PALACE = "palace"
    NIGHT = "night"
    VILLAGE = "village"
    SCHOOL = "school"
    SNOW = "snow"
    FIELD = "field"
    MOUNTAIN = "mountain"
    RIVER = "river"
    ROOM = "room"
    MARKET = "market"
    STAGE = "stage"
    SKY = "sky"
    UNDERSEA = "undersea"


class Weather(str, Enum):
    """What falls or floats in the air."""

    CLEAR = "clear"
    RAIN = "rain"
    SNOW = "snow"
    PETALS = "petals"
    LEAVES = "leaves"
    STARS = "stars"
    FOG = "fog"


class Hour(str, Enum):
    """What time of the day it is, as far as light tells it."""

    DAY = "day"
    DAWN = "dawn"
    DUSK = "dusk"
    NIGHT = "night"


class Framing(str, Enum):
    """How near the camera is."""

    WIDE = "wide"
    MEDIUM = "medium"
    CLOSE = "close"


class Opening(str, Enum):
    """How a scene comes after the one before."""

    PAGE = "page"
    CUT = "cut"
    FADE = "fade"


@dataclass(frozen=True, slots=True)
class Format:
    """Of the film.

    Attributes:
        size_wh: Pixels; both even.
        frames_per_second: Rate.
    """

    size_wh: tuple[int, int] = (1280, 720)
    frames_per_second: int = 30

    def __post_init__(self) -> None:
        if any(side < 2 or side % 2 for side in self.size_wh):
            raise ValueError(f"size_wh must be even and at least 2, but got {self.size_wh}")
        if not 1 <= self.frames_per_second <= 120:
            raise ValueError(f"frames_per_second must be in [1, 120], but got {self.frames_per_second}")


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of somebody, or of the narrator, in a scene.

    Attributes:
        beat: Number of the score's beat it comes from.
        role: Who says it; a role of the screenplay, or its narrator.
        text: As written, for subtitles; the utterance's words lie in it.
        start: Seconds from the scene's start at which the utterance begins.
        utterance: Words and sounds with their times.
        mood: How it is felt.
        expression: Set by hand; None lets it follow the mood.
        feels: Whose face shows the mood: the speaker, or for the narrator's line whom it is about; None for nobody.
        act: What the body does meanwhile (see `film.deeds` and `performing.character.acts`), or empty.
        partner: With whom or to whom it is done, who stands near meanwhile; None for nobody.
        together: Whether everybody on stage feels and does it (모두 웃었다); then ``feels`` is None.
    """

    beat: int
    role: str
    text: str
    start: float
    utterance: Utterance
    mood: Mood
    expression: Expression | None = None
    feels: str | None = None
    act: str = ""
    partner: str | None = None
    together: bool = False

    def is_of(self, role: str) -> bool:
        """Whether ``role``'s face shows the mood."""
        return self.together or self.feels == role

    @property
    def end(self) -> float:
        """Seconds from the scene's start at which its last silence ends."""
        return self.start + self.utterance.seconds


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is in the picture.

    Attributes:
        role: Who.
        across: Of the middle of its face, [0, 1] of the picture's width.
        size: Height of its face in picture heights.
        facing: Towards which side it turns, [-1, 1]; 0 looks at us.
    """

    role: str
    across: float
    size: float
    facing: float = 0.0


@dataclass(frozen=True, slots=True)
class Shot:
    """From one cut of the camera to the next; the last of a scene ends with it.

    Attributes:
        start: Seconds from the scene's start.
        framing: How near.
        standing: Who is seen, the farthest first.
    """

    start: float
    framing: Framing
    standing: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Lines at one place.

    Attributes:
        place: Backdrop.
        weather: In the air.
        tone: Colours and music follow it.
        strength: Of the tone, [0, 1].
        opening: How it comes after the scene before.
        seconds: Length.
        shots: In order, the first at 0.
        turns: In order, without overlap.
        seed: Of everything that is a matter of chance in it (clouds, blinks, flakes).
        hour: Of the day.
        moon: Whether a moon stands in the sky.
    """

    place: Place
    weather: Weather
    tone: Emotion
    strength: float
    opening: Opening
    seconds: float
    shots: tuple[Shot, ...]
    turns: tuple[Turn, ...]
    seed: int = 0
    hour: Hour = Hour.DAY
    moon: bool = False

    def __post_init__(self) -> None:
        if not self.seconds > 0:
            raise ValueError(f"scene must last, but got {self.seconds} s")
        if not self.shots or self.shots[0].start != 0:
            raise ValueError("scene must have shots, the first at 0")
        starts = [shot.start for shot in self.shots]
        if starts != sorted(starts) or starts[-1] >= self.seconds:
            raise ValueError(f"shots must be in order and begin before {self.seconds} s, but got {starts}")
        if any(later.start < sooner.end - 1e-6 for sooner, later in zip(self.turns, self.turns[1:], strict=False)):
            raise ValueError("turns must be in order without overlap")
        if self.turns and self.turns[-1].end > self.seconds + 1e-6:
            raise ValueError(f"turns must end within {self.seconds} s, but the last ends at {self.turns[-1].end}")

    def shot_at(self, seconds: float) -> Shot:
        """The shot ``seconds`` after the scene's start."""
        return next(shot for shot in reversed(self.shots) if shot.start <= max(seconds, 0.0))


@dataclass(frozen=True, slots=True)
class Screenplay:
    """The whole film.

    Attributes:
        title: Shown on the first page and kept in the file.
        credits: Lines of the last page: who wrote, whose voices and pictures, that it is synthetic.
        scenes: In order.
        shown: Role → name as subtitles show it; the narrator's is empty.
        format: Size and rate.
    """

    title: str
    credits: tuple[str, ...]
    scenes: tuple[Scene, ...]
    shown: Mapping[str, str] = field(default_factory=dict)
    format: Format = field(default_factory=Format)

    def __post_init__(self) -> None:
        if not self.scenes:
            raise ValueError("screenplay must have a scene")
        object.__setattr__(self, "shown", MappingProxyType(dict(self.shown)))

    @property
    def seconds(self) -> float:
        """Of all scenes, without title and credits."""
        return sum(scene.seconds for scene in self.scenes)
