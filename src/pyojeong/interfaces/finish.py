"""How a performance is finished: the kind of file, its background, its mark and its tempo; checked at birth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pyojeong.errors import PyojeongError
from pyojeong.interfaces import wiring

#: Suffix → media type of every file that is written.
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "webp": "image/webp",
        "tif": "image/tiff",
        "tiff": "image/tiff",
        "gif": "image/gif",
        "apng": "image/apng",
        "mp4": "video/mp4",
    }
)
STILL = ("png", "jpg", "jpeg", "webp", "tif", "tiff")
MOVING = ("gif", "webp", "png", "apng", "mp4")
ALWAYS_MOVING = ("gif", "apng", "mp4")
OPAQUE = ("jpg", "jpeg", "mp4")
SECONDS_RANGE = (0.5, 30.0)
FRAMES_PER_SECOND_RANGE = (1.0, 60.0)
DEFAULT_SECONDS, DEFAULT_FRAMES_PER_SECOND = 3.0, 20.0
"""GIF keeps time in hundredths of a second, so 20 is exact there; 30 is not."""
KEEP_BACKGROUND, NO_BACKGROUND = "keep", "none"


@dataclass(frozen=True, slots=True)
class Staging:
    """What is around the face; checked at birth.

    Attributes:
        background: ``keep``, ``none`` (transparent) or a colour.
        visible_mark: Whether the small mark of edited photos is drawn; the one in the metadata always is.
        mark_language: ``ko`` or ``en``; None is the language of this process.
    """

    background: str = KEEP_BACKGROUND
    visible_mark: bool = True
    mark_language: str | None = None

    def __post_init__(self) -> None:
        if self.background != KEEP_BACKGROUND:
            wiring.background_of(self.background)

    @property
    def transparent(self) -> bool:
        """Whether there is nothing behind the person."""
        return self.background != KEEP_BACKGROUND and wiring.background_of(self.background).kind == NO_BACKGROUND


AS_IT_IS = Staging()


@dataclass(frozen=True, slots=True)
class Tempo:
    """Length and rate of what moves; checked at birth."""

    seconds: float = DEFAULT_SECONDS
    frames_per_second: float = DEFAULT_FRAMES_PER_SECOND

    def __post_init__(self) -> None:
        _check_within("길이(초)", "Length in seconds", self.seconds, SECONDS_RANGE)
        _check_within("1초당 장수", "Frames a second", self.frames_per_second, FRAMES_PER_SECOND_RANGE)


@dataclass(frozen=True, slots=True)
class Finish:
    """What the finished file is; checked at birth.

    Attributes:
        suffix: File extension without the dot, lower case.
        staging: Background and mark.
        tempo: Length and rate, None for one moment.

    >>> Finish.of(".GIF").tempo, Finish.of("webp").tempo, Finish.of("webp", seconds=2.0).tempo.seconds
    (Tempo(seconds=3.0, frames_per_second=20.0), None, 2.0)
    """

    suffix: str = "png"
    staging: Staging = AS_IT_IS
    tempo: Tempo | None = None

    def __post_init__(self) -> None:
        _check_suffix(self.suffix, moving=self.tempo is not None)
        if self.staging.transparent and self.suffix in OPAQUE:
            raise PyojeongError(
                f"투명한 배경은 png나 webp에 저장됩니다; {self.suffix}에는 투명함이 없습니다.",
                f"A transparent background needs png or webp; {self.suffix} has no transparency.",
                kind="unknown-format",
            )

    @classmethod
    def of(
        cls,
        suffix: str,
        staging: Staging = AS_IT_IS,
        *,
        seconds: float | None = None,
        frames_per_second: float = DEFAULT_FRAMES_PER_SECOND,
    ) -> Finish:
        """The finish of a file that ends with ``suffix``; WebP and PNG play only when ``seconds`` is given.

        Raises:
            PyojeongError: On an unknown format, or what that format cannot do.
        """
        word = suffix.lower().removeprefix(".")
        length = DEFAULT_SECONDS if seconds is None and word in ALWAYS_MOVING else seconds
        return cls(word, staging, None if length is None else Tempo(length, frames_per_second))


def _check_suffix(suffix: str, *, moving: bool) -> None:
    if suffix in (MOVING if moving else STILL):
        return
    if suffix in STILL:
        raise PyojeongError(
            f"움직이는 그림은 {', '.join(MOVING)}로 저장하는데 {suffix}입니다.",
            f"Moving pictures are saved as {', '.join(MOVING)}, but got {suffix}.",
            kind="unknown-format",
        )
    known = ", ".join(dict.fromkeys((*STILL, *MOVING)))
    raise PyojeongError(
        f"저장할 수 있는 형식은 {known}인데 {suffix or '확장자 없음'}입니다.",
        f"Files can be saved as {known}, but got {suffix or 'no extension'}.",
        kind="unknown-format",
    )


def _check_within(korean: str, english: str, value: float, bounds: tuple[float, float]) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise PyojeongError(
            f"{korean}은(는) {low:g}–{high:g}이어야 하는데 {value:g}입니다.",
            f"{english} must be {low:g}–{high:g}, but got {value:g}.",
            kind="tempo",
        )
