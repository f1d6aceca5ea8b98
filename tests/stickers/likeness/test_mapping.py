"""A photo's traits become a character that may be drawn, looks like the person, and says what was guessed."""

from __future__ import annotations

import pytest

from measured_faces import face, remarked, shaped
from pyojeong.media.drawing.colours import contrast
from pyojeong.media.drawing.painting import painted
from pyojeong.performing.character import DESIGNS, Acting, Character, Slider, choices_of, draw
from pyojeong.stickers.likeness import Guess, Likeness, character_of

PEOPLE = [name for name, design in DESIGNS.items() if "hair-style" in design.space]


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_takes_the_person_and_is_drawn(design: str) -> None:
    likeness = character_of(face(), design, seed=4, clothes="#884422")
    choices_of(likeness.character)
    assert likeness.character.drawn_from_photo
    assert likeness.guesses
    assert painted(draw(likeness.character, Acting()), 120).pixels[..., 3].any()


@pytest.mark.parametrize("design", DESIGNS)
def test_extreme_faces_stay_within_what_may_be_chosen(design: str) -> None:
    space, drawn = DESIGNS[design].space, []
    for z in (-4.0, 4.0):
        traits = face(
            shape={"z": dict.fromkeys(face().shape.z, z)},
            eyes={"size": z, "openness": z, "distance": z, "tilt_degrees": 10 * z},
            brows={"thickness": z, "tilt_degrees": 10 * z},
            lips={"fullness": z},
        )
        character = character_of(traits, design).character
        choices_of(character)  # refuses what the design has not
        chosen = {name: value for name, value in character.chosen.items() if isinstance(space[name], Slider)}
        assert all(space[name].low <= value <= space[name].high for name, value in chosen.items())
        drawn.append(chosen)
    assert not drawn[0] or drawn[0] != drawn[1]  # two ends, not one middle


@pytest.mark.parametrize("design", [name for name, design in DESIGNS.items() if "glasses" in design.space])
def test_glasses_are_worn_where_seen_and_asked_where_doubtful(design: str) -> None:
    seen = {"kind": "square", "colour": "#222222", "tinted": False, "certainty": 0.95, "form_certainty": 0.2}
    assert character_of(face(glasses=seen), design).character.chosen["glasses"] == "square"
    doubtful = character_of(face(glasses={**seen, "certainty": 0.5}), design)
    assert doubtful.character.chosen["glasses"] == "none"
    asked = next(guess for guess in doubtful.asked if guess.name == "glasses")
    assert "square" in asked.alternatives


def test_frames_are_seen_on_the_skin() -> None:
    for frame, skin in (("#bc9289", "#f5c9bf"), ("#443326", "#593b2e")):
        seen = {"kind": "round", "colour": frame, "tinted": False, "certainty": 0.95, "form_certainty": 0.2}
        traits = face(glasses=seen, skin={"colour": skin, "as_photographed": skin})
        chosen = character_of(traits, "chibi").character.chosen
        assert contrast(str(chosen["glasses-colour"]), str(chosen["skin"])) >= 3.9


def test_tinted_glasses_become_sunglasses() -> None:
    seen = {"kind": "round", "colour": "#111111", "tinted": True, "certainty": 0.95, "form_certainty": 0.2}
    assert character_of(face(glasses=seen), "chibi").character.chosen["glasses"] == "sun"


def test_a_doubtful_beard_is_asked_and_not_drawn() -> None:
    stubble = character_of(face(beard={"kind": "stubble", "colour": "#222222", "certainty": 0.5}), "chibi")
    assert stubble.character.chosen["beard"] == "none"
    assert "beard" in {guess.name for guess in stubble.asked}
    full = character_of(face(beard={"kind": "full", "colour": "#222222", "certainty": 0.9}), "chibi")
    assert full.character.chosen["beard"] == "full"


@pytest.mark.parametrize("design", PEOPLE)
def test_three_hair_styles_are_offered(design: str) -> None:
    guess = next(g for g in character_of(face(), design).guesses if g.name == "hair-style")
    coarse = ("parted", "short", "bun")
    assert (guess.value, *guess.alternatives) == (coarse if design == "pixel" else ("side-part", "fringe", "bun"))


@pytest.mark.parametrize("design", [name for name, design in DESIGNS.items() if "clothes" in design.space])
def test_nobody_is_put_into_a_tie(design: str) -> None:
    character = character_of(face(), design, clothes="#884422").character
    assert choices_of(character).option("clothes") not in ("shirt", "suit", "blazer")


def test_hair_close_to_the_head_may_be_tied() -> None:
    close = {"length": "short", "styles": {"short-straight": 0.41, "fringe": 0.3, "short-curly": 0.29}}
    bearded = {"kind": "full", "colour": "#222222", "certainty": 0.9}

    def offered(**told: object) -> tuple[object, ...]:
        guesses = character_of(face(**told), "webtoon").guesses
        return next(guess for guess in guesses if guess.name == "hair-style").alternatives

    assert offered(hair=close) == ("fringe", "tied", "short-curly")
    assert "tied" not in offered(hair=close, beard=bearded)
    assert "tied" not in offered(hair={**close, "length": "long"})


def test_a_style_hardly_ahead_of_the_next_is_asked() -> None:
    def asked(share: float) -> bool:
        rest = (1 - share) / 2
        hair = {"styles": {"short-straight": share, "fringe": rest, "short-curly": rest}, "certainty": 0.95}
        return "hair-style" in {guess.name for guess in character_of(face(hair=hair), "webtoon").asked}

    assert asked(0.41) and not asked(0.9)


def test_cropped_heads_are_told_by_what_the_bare_styles_share() -> None:
    together = {"styles": {"short-straight": 0.42, "buzz": 0.40, "bald": 0.18}}
    assert character_of(face(hair=together), "chibi").character.chosen["hair-style"] == "buzz"
    apart = {"styles": {"short-straight": 0.42, "buzz": 0.40, "side-part": 0.18}}
    assert character_of(face(hair=apart), "chibi").character.chosen["hair-style"] == "short-straight"


def test_a_daring_style_needs_to_be_clearly_nearest() -> None:
    hair = {"styles": {"bun": 0.4, "quiff": 0.35, "short-curly": 0.25}}
    assert character_of(face(hair=hair), "chibi").character.chosen["hair-style"] == "quiff"
    hair = {"styles": {"bun": 0.8, "quiff": 0.15, "short-curly": 0.05}}
    assert character_of(face(hair=hair), "chibi").character.chosen["hair-style"] == "bun"


def test_hair_of_the_skins_own_colour_is_a_bare_crown_and_asked() -> None:
    thin = {"colour": "#c79b78", "styles": {"side-part": 0.5, "receding": 0.3, "fringe": 0.2}}
    bare = character_of(face(hair=thin), "chibi")
    assert bare.character.chosen["hair-style"] == "receding"
    assert {"hair-style", "hair-colour"} <= {guess.name for guess in bare.asked}
    fair = {"colour": "#e0bd98"}  # 12 to 16 units from the skin: a bare crown only where a style says so
    assert character_of(face(hair={**thin, **fair}), "chibi").character.chosen["hair-style"] == "receding"
    for hair in ({**thin, "length": "long"}, fair):
        assert character_of(face(hair=hair), "chibi").character.chosen["hair-style"] == "side-part"


@pytest.mark.parametrize(
    ("ratio", "slider"), [("jaw_width", "jaw"), ("mouth_width", "mouth-size"), ("face_length", "face-length")]
)
def test_a_larger_ratio_moves_its_slider_up(ratio: str, slider: str) -> None:
    values = [float(character_of(shaped(**{ratio: z}), "chibi").character.chosen[slider]) for z in (-2, -1, 0, 1, 2)]
    assert values == sorted(values)
    assert len(set(values)) == len(values)


def test_nose_lips_and_eyes_never_go_to_the_end() -> None:
    traits = face(
        lips={"fullness": 4.0},
        eyes={"tilt_degrees": 40.0, "openness": -4.0},
        shape={"z": {**face().shape.z, "nose_width": 4.0, "nose_length": 4.0}},
    )
    chosen, space = character_of(traits, "chibi").character.chosen, DESIGNS["chibi"].space
    for name, most in (("nose-size", 0.51), ("eye-tilt", 0.46), ("lips", 0.61)):
        slider = space[name]
        assert isinstance(slider, Slider)
        share = (float(chosen[name]) - slider.rest) / (slider.high - slider.rest)
        assert 0.3 < share < most, name


def test_a_turned_head_is_drawn_milder() -> None:
    front = character_of(shaped(jaw_width=2.0), "chibi").character.chosen["jaw"]
    turned = face(shape={"z": {**face().shape.z, "jaw_width": 2.0}, "certainty": 0.2})
    assert 0 < float(character_of(turned, "chibi").character.chosen["jaw"]) < 0.5 * float(front)


def test_a_black_and_white_photo_gives_no_certain_colour() -> None:
    grey = character_of(remarked("no-colour"), "chibi")
    colours = [g for g in grey.guesses if g.name in ("skin", "hair-colour", "iris")]
    assert colours
    assert all(guess.asked for guess in colours)


def test_an_animals_coat_is_the_hairs_and_two_people_differ() -> None:
    dark, fair = (character_of(face(hair={"colour": c}), "cat").character for c in ("#18120c", "#c9a468"))
    assert dark.chosen["fur"] != fair.chosen["fur"]
    assert "skin" not in dark.chosen


def test_a_likeness_must_wear_what_it_says() -> None:
    worn = Character("chibi", chosen={"jaw": 0.5}, drawn_from_photo=True)
    with pytest.raises(ValueError, match="jaw"):
        Likeness(worn, (Guess("jaw", 0.1, 0.5),))
    with pytest.raises(ValueError, match="photo"):
        Likeness(Character("chibi"), ())


def test_its_document_names_every_guess_in_korean() -> None:
    document = character_of(remarked("dark"), "chibi").to_dict()
    guesses = document["guesses"]
    assert isinstance(guesses, list)
    assert next(g["korean"] for g in guesses if g["name"] == "hair-style") == "머리 모양"
    assert document["remarks"][0]["code"] == "dark"  # type: ignore[index]


def test_the_hairs_measured_outline_is_drawn_and_the_unseen_one_is_not() -> None:
    high = [2.9 if n < 5 or n > 31 else 1.1 for n in range(36)]
    flat = [1.7 if n < 5 or n > 31 else 1.1 for n in range(36)]
    style = {"styles": {"short-straight": 1.0}, "outline_seen": [True] * 36}
    tall, low = (character_of(face(hair={**style, "outline": o}), "chibi").character.chosen for o in (high, flat))
    assert float(tall["hair-top"]) > 0.1 > float(low["hair-top"]) + 0.1
    cropped = character_of(face(hair={**style, "styles": {"buzz": 1.0}, "outline": high}), "chibi").character.chosen
    assert cropped["hair-style"] == "buzz" and "hair-top" not in cropped  # what stands off there is the skull
    hidden = face(hair={**style, "outline": high, "outline_seen": [False] * 36})
    assert character_of(hidden, "chibi").character.chosen["hair-top"] == 0.0


def test_hair_that_is_wide_on_one_side_low_down_is_mostly_a_turned_head() -> None:
    lopsided = [1.0 if 1 <= n <= 17 else 1.9 for n in range(36)]
    hair = {"styles": {"bob": 1.0}, "outline": lopsided, "outline_seen": [True] * 36}
    chosen = character_of(face(hair=hair), "chibi").character.chosen
    apart = {n: float(chosen[f"hair-{n}-left"]) - float(chosen[f"hair-{n}-right"]) for n in ("temple", "side", "low")}
    assert apart["temple"] > apart["side"] > apart["low"] >= 0
