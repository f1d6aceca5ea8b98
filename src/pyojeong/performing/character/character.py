"""One character: a design and what was chosen about it. Plain data, written as ``pyojeong.character/1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from unicodedata import category

from pyojeong.errors import PyojeongError
from pyojeong.media.drawing.nodes import checked_colour
from pyojeong.performing.character.space import Choice, Slider, Space, Swatch

FORMAT = "pyojeong.character/1"
LONGEST_NAME = 80
"""Letters: no store's titles, which names become, are longer; alt texts repeat it in every line."""
Chosen = Mapping[str, "float | str"]


@dataclass(frozen=True, slots=True)
class Character:
    """A design and the choices that differ from its rest.

    Attributes:
        design: Name of the design.
        name: What its maker calls it; may be empty.
        chosen: Slider → number, swatch → ``#rrggbb``, choice → option; what is missing is at rest.
        seed: Which of the small accidents of hand-drawn lines.
        drawn_from_photo: Whether a photo of a person gave the choices; a pack's declaration says so.
    """

    design: str
    name: str = ""
    chosen: Chosen = field(default_factory=dict)
    seed: int = 0
    drawn_from_photo: bool = False

    def __post_init__(self) -> None:
        for text in (self.design, self.name):
            if any("\ud800" <= letter <= "\udfff" for letter in text):  # JSON lets halves of letters through
                raise _unreadable("design과 name은 온전한 글자여야", "design and name must be whole letters", text)
        if len(self.name) > LONGEST_NAME or has_controls(self.name):
            korean, english = (
                f"name은 {LONGEST_NAME}자까지의 한 줄이어야",
                f"name must be a line of up to {LONGEST_NAME} letters",
            )
            raise _unreadable(korean, english, self.name[:LONGEST_NAME])
        object.__setattr__(self, "chosen", MappingProxyType(dict(self.chosen)))

    def __hash__(self) -> int:
        return hash((self.design, self.name, tuple(sorted(self.chosen.items())), self.seed, self.drawn_from_photo))

    def with_chosen(self, **chosen: float | str) -> Character:
        """The same character with other choices."""
        return replace(self, chosen={**self.chosen, **chosen})

    def to_dict(self) -> dict[str, object]:
        """The document `from_dict` reads."""
        return {
            "format": FORMAT,
            "design": self.design,
            "name": self.name,
            "chosen": dict(sorted(self.chosen.items())),
            "seed": self.seed,
            "drawn_from_photo": self.drawn_from_photo,
        }

    @classmethod
    def from_dict(cls, document: object) -> Character:
        """The character `to_dict` wrote; what its design offers is checked when it is drawn.

        >>> bori = Character("mascot", "보리", {"ears": "cat"}, seed=3)
        >>> Character.from_dict(bori.to_dict()) == bori
        True

        Raises:
            PyojeongError: When it is no such document; the sentence names the part that is wrong.
        """
        if not isinstance(document, Mapping) or document.get("format") != FORMAT:
            found = document.get("format") if isinstance(document, Mapping) else type(document).__name__
            raise _unreadable(f"format은 {FORMAT!r}이어야", f"format must be {FORMAT!r}", found)
        unknown = sorted(document.keys() - _KEYS)
        if unknown:
            raise _unreadable(
                f"쓸 수 있는 항목은 {', '.join(_KEYS)}이어야", f"keys must be {', '.join(_KEYS)}", unknown
            )
        for key, (kind, korean, english) in _KINDS.items():
            if not isinstance(document.get(key, kind()), kind) or (kind is int and document.get(key) is True):
                raise _unreadable(f"{key}은(는) {korean}", f"{key} must be {english}", document[key])
        if not document.get("design"):
            raise _unreadable("design에 디자인 이름이 있어야", "design must name a design", document.get("design"))
        given = {key: document[key] for key in _KINDS if key in document}
        for name, value in given.get("chosen", {}).items():
            if not isinstance(value, (str, float, int)) or isinstance(value, bool):
                raise _unreadable(f"{name}은(는) 수나 낱말이어야", f"{name} must be a number or a word", value)
        return cls(**given)


def has_controls(text: str) -> bool:
    r"""Whether a line holds what is no letter of one: line ends, zeros, escapes that steer a terminal.

    >>> has_controls("보리 🐻"), has_controls("보리\n")
    (False, True)
    """
    return any(category(letter) == "Cc" for letter in text)


_KINDS: Mapping[str, tuple[type, str, str]] = {
    "design": (str, "글자여야", "text"),
    "name": (str, "글자여야", "text"),
    "chosen": (dict, "이름과 값의 묶음이어야", "an object of names and values"),
    "seed": (int, "정수여야", "a whole number"),
    "drawn_from_photo": (bool, "true나 false여야", "true or false"),
}
_KEYS = ("format", *_KINDS)


def _unreadable(korean: str, english: str, found: object) -> PyojeongError:
    return PyojeongError(
        f"캐릭터 문서를 읽을 수 없습니다: {korean} 하는데 {found!r}입니다.",
        f"The character cannot be read: {english}, but got {found!r}.",
        kind="bad-character",
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """A character's choices beside what rests: every name of the space has a value.

    >>> space = Space(sliders=(Slider("ears", "귀 크기", "Ear size", 0.5, 2.0, 1.0),))
    >>> choices = Choices(space, {"ears": 1.4})
    >>> choices.number("ears")
    1.4
    """

    space: Space
    chosen: Chosen

    def __post_init__(self) -> None:
        for name, value in self.chosen.items():
            check_choice(self.space, name, value)

    def number(self, name: str) -> float:
        """A slider's value."""
        slider = self.space[name]
        assert isinstance(slider, Slider), name
        return float(self.chosen.get(name, slider.rest))

    def colour(self, name: str) -> str:
        """A swatch's colour."""
        swatch = self.space[name]
        assert isinstance(swatch, Swatch), name
        return str(self.chosen.get(name, swatch.rest))

    def option(self, name: str) -> str:
        """Which option of a choice."""
        choice = self.space[name]
        assert isinstance(choice, Choice), name
        return str(self.chosen.get(name, choice.options[0].name))


class UnofferedError(ValueError):
    """A choice that a space does not offer; its text is English, `korean` says the same."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(english)
        self.korean = korean


def check_choice(space: Space, name: str, value: float | str) -> None:
    """Nothing, when ``value`` may be chosen for ``name``.

    Raises:
        UnofferedError: With what may be chosen.
    """
    if name not in space:
        names = ", ".join(space.names)
        raise UnofferedError(
            f"고를 수 있는 것은 {names}인데 {name!r}입니다", f"choice must be one of {names}, but got {name!r}"
        )
    item = space[name]
    if isinstance(item, Swatch):
        _check_colour(name, str(value))
    elif isinstance(item, Choice):
        names = ", ".join(option.name for option in item.options)
        if value not in [option.name for option in item.options]:
            raise UnofferedError(
                f"{name}은(는) {names} 가운데 하나여야 하는데 {value!r}입니다",
                f"{name} must be one of {names}, but got {value!r}",
            )
    elif isinstance(value, str) or not item.low <= value <= item.high:
        raise UnofferedError(
            f"{name}은(는) {item.low}–{item.high} 사이의 수여야 하는데 {value!r}입니다",
            f"{name} must be in [{item.low}, {item.high}], but got {value!r}",
        )


def _check_colour(name: str, value: str) -> None:
    try:
        checked_colour(value)
    except ValueError as odd:
        raise UnofferedError(
            f"{name}은(는) #rrggbb처럼 소문자로 적은 색이어야 하는데 {value!r}입니다", f"{name}: {odd}"
        ) from odd
