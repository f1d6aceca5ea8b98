"""A person's photo becomes stickers: cut out, performing, with marks and words, at the size of every store."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

from pyojeong.errors import PyojeongError
from pyojeong.media import Clip, Image
from pyojeong.performing.character import Mark
from pyojeong.performing.portrait.muscles.movement import movement_for
from pyojeong.performing.portrait.stage import Undo
from pyojeong.reading.face.choosing import find_faces
from pyojeong.rig import Expression
from pyojeong.stickers.composing import act_called
from pyojeong.stickers.packing import write_pack
from pyojeong.stickers.photo_stickers import PHOTO_MOMENTS, Bust, photo_notice, photo_pack, photo_sticker
from pyojeong.stickers.photo_stickers.acting import PAINTED, photo_act
from pyojeong.stickers.photo_stickers.faces import PHOTO_FACES
from pyojeong.stickers.photo_stickers.figure import figure_of, stance
from pyojeong.stickers.photo_stickers.tint import TINTS, tinted
from pyojeong.stickers.stores import find_store, known_stores


@pytest.fixture(scope="module")
def bust() -> Bust:
    """NASA's portrait of Eileen Collins, cut out."""
    image = Image(astronaut())
    return Bust(image, find_faces(image)[0])


def test_the_background_is_gone_and_the_face_is_there(bust: Bust) -> None:
    pixels = bust.showing(Expression())
    alpha, (x, y) = pixels[..., 3], bust.mouth()
    assert 0.3 < (alpha > 127).mean() < 0.9
    assert alpha[round(y), round(x)] == 255
    assert not alpha[0, 0] and not alpha[0, -1]


def test_nothing_is_sawn_off_in_a_right_angle(bust: Bust) -> None:
    alpha = bust.showing(Expression())[..., 3]
    assert not alpha[-1, 0] and not alpha[-1, -1]


def test_the_outline_is_smooth_and_near_the_cut_out(bust: Bust) -> None:
    ring = np.array(bust.outline())
    turns = np.diff(np.unwrap(np.arctan2(*np.diff(np.vstack([ring, ring[:2]]), axis=0).T)))
    assert np.degrees(abs(turns)).max() < 95
    assert np.degrees(abs(turns)).mean() < 10
    area = 0.5 * abs(np.dot(ring[:, 0], np.roll(ring[:, 1], 1)) - np.dot(ring[:, 1], np.roll(ring[:, 0], 1)))
    solid = (bust.showing(Expression())[..., 3] > 110).sum()
    assert abs(area / solid - 1) < 0.06


def test_the_expression_changes_the_face_and_nothing_of_the_outline(bust: Bust) -> None:
    rest, open_ = bust.showing(Expression()), bust.showing(Expression({"jawOpen": 0.8}))
    assert np.array_equal(rest[..., 3], open_[..., 3])
    assert (abs(rest[..., :3].astype(int) - open_[..., :3]).max(2) > 20).sum() > 200


@pytest.mark.parametrize("size", [(360, 360), (740, 640), (96, 74)])
def test_stickers_have_the_size_asked_and_stay_inside(bust: Bust, size: tuple[int, int]) -> None:
    drawn = photo_sticker(bust, "hello", caption="안녕!", label=False).picture_of(size)
    assert isinstance(drawn, Image)
    assert drawn.pixels.shape == (size[1], size[0], 4)
    alpha = drawn.pixels[..., 3]
    edge = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert not edge.any()
    assert (alpha == 255).mean() > 0.15


def test_there_is_a_white_rim_between_person_and_ground(bust: Bust) -> None:
    drawn = photo_sticker(bust, "neutral", label=False).picture_of((360, 360))
    assert isinstance(drawn, Image)
    rows = drawn.pixels[180]
    first = int(np.flatnonzero(rows[:, 3] > 250)[0])
    assert (rows[first + 1 : first + 5, :3] > 235).all()


def test_a_film_begins_with_the_still_and_moves(bust: Bust) -> None:
    sticker = photo_sticker(bust, "laugh", moves=True, label=False)
    film = sticker.picture_of((160, 160))
    assert isinstance(film, Clip)
    first, later = film.frame(0), film.frame(film.count // 3)
    assert first.shape == (160, 160, 4)
    assert (abs(first.astype(int) - later).max(2) > 30).mean() > 0.02


@pytest.mark.parametrize("name", ["surprised", "waiting"])
def test_the_first_frame_has_the_whole_caption(bust: Bust, name: str) -> None:
    wordless, captioned = (
        photo_sticker(bust, name, caption=words, moves=True, label=False).picture_of((160, 160))
        for words in ("", "어!")
    )
    assert isinstance(wordless, Clip) and isinstance(captioned, Clip)
    still = photo_sticker(bust, name, caption="어!", label=False).picture_of((160, 160))
    assert isinstance(still, Image)
    inked = [(abs(frame.astype(int) - wordless.frame(0)).max(2) > 60).mean() for frame in (captioned.frame(0),)]
    assert inked[0] > 0.02
    assert (captioned.frame(0)[..., 3] > 127).mean() > 0.6 * (still.pixels[..., 3] > 127).mean()


def test_marks_that_paint_a_face_give_way_to_the_skins_own_blush() -> None:
    act = photo_act(act_called("furious"))
    assert not PAINTED & act.key.marks.keys()
    assert Mark.VEIN in act.key.marks
    assert act.key.expression.blush > 0.5


@pytest.mark.parametrize("name", PHOTO_FACES)
def test_own_faces_are_of_moments_there_are_and_both_sides_of_them_move(name: str) -> None:
    act = photo_act(act_called(name))
    assert {**act.key.expression.to_dict(), "blush": 0.0} == {**PHOTO_FACES[name].to_dict(), "blush": 0.0}
    sided = {stem for stem in ("browDown", "eyeSquint", "mouthFrown") if max(act.key.expression.both(stem)) > 0}
    assert sided and all(min(act.key.expression.both(stem)) > 0 for stem in sided)


def test_terror_is_no_surprise_and_disgust_no_anger() -> None:
    terror, surprise, disgust, anger = (
        photo_act(act_called(f"{name}-strong")).key for name in ("fear", "surprise", "disgust", "anger")
    )
    assert terror.expression.both("mouthStretch")[0] > 0.8 > surprise.expression.both("mouthStretch")[0]
    assert terror.expression["browInnerUp"] > terror.expression.both("browOuterUp")[0] + 0.5
    assert disgust.expression["tongueOut"] > 0.8 and disgust.expression.both("browDown")[0] < 0.5
    assert anger.expression.both("browDown")[0] > 0.9
    assert {Mark.SHIVER} <= terror.marks.keys() & disgust.marks.keys()


@pytest.mark.parametrize("name", PHOTO_MOMENTS)
def test_every_moment_is_told_by_the_face_and_marks_alone(name: str) -> None:
    act = photo_act(act_called(name))
    assert not act.key.pose.prop
    assert not act.key.gag
    assert act.key.marks or act.key.expression.coefficients


def test_the_label_says_that_the_photo_was_edited_unless_switched_off(bust: Bust) -> None:
    plain, labelled = (photo_sticker(bust, "ok", label=on).picture_of((360, 360)) for on in (False, True))
    assert isinstance(plain, Image) and isinstance(labelled, Image)
    assert not np.array_equal(plain.pixels, labelled.pixels)


def test_marks_never_cover_the_eyes(bust: Bust) -> None:
    for name in ("angry", "surprised", "hooray"):
        figure = figure_of(bust, stance(photo_act(act_called(name)).key))
        (lx, ly), (rx, ry) = figure.eyes
        assert lx < rx
        assert abs(ly - ry) < 60
        assert figure.silhouette.contains(lx, ly)


def test_the_record_has_the_photos_digest_and_never_the_photo(bust: Bust) -> None:
    making = photo_sticker(bust, "hello").making
    assert making.photo
    assert making.parameters["photo_sha256"] == bust.digest
    assert len(json.dumps(making.to_dict())) < 5000


def test_a_pack_is_written_and_says_that_it_holds_photos(bust: Bust, tmp_path: Path) -> None:
    pack = photo_pack(bust, "discord", count=2, title="나")
    written = write_pack(pack, find_store("discord"), tmp_path / "pack")
    assert pack.uses_photo
    assert len(written.files) >= 2
    assert "photo" in (tmp_path / "pack" / "declaration.md").read_text("utf-8")


def test_a_number_the_store_does_not_take_is_refused(bust: Bust) -> None:
    with pytest.raises(PyojeongError, match="32"):
        photo_pack(bust, "kakao", count=5)


@pytest.mark.parametrize("name", known_stores())
def test_every_store_says_what_it_thinks_of_photos(name: str) -> None:
    korean, english = photo_notice(find_store(name))
    assert "사진" in korean
    assert "hoto" in english


def corners_and_brows(bust: Bust, name: str) -> tuple[float, float]:
    """How far the mouth's corners and the inner brows go, up being positive, as the performer moves them."""
    moved = bust._movement(photo_act(act_called(name)).key.expression).activations
    brows = sum(moved.get("browInnerUp", (0.0, 0.0))) - sum(moved.get("browDown", (0.0, 0.0)))
    return sum(moved.get("mouthSmile", (0.0, 0.0))) - sum(moved.get("mouthFrown", (0.0, 0.0))), brows


def test_strong_feelings_go_further_than_a_face_does(bust: Bust) -> None:
    for name, sign in (("angry", -1), ("furious", -1), ("sadness", 1), ("sadness-strong", 1)):
        _, brows = corners_and_brows(bust, name)
        assert sign * brows > 1.5, name
    assert corners_and_brows(bust, "sadness")[0] < -2.0 < corners_and_brows(bust, "laugh")[0]


def test_anger_and_sorrow_keep_their_eyes_on_a_photo() -> None:
    for name in ("angry", "furious", "sadness"):
        assert max(photo_act(act_called(name)).key.expression.both("eyeBlink")) < 0.4


def test_a_face_at_rest_is_not_exaggerated(bust: Bust) -> None:
    traits = bust._performer.scene.mesh.traits
    assert bust._movement(Expression()) == movement_for(Expression(), traits, undo=Undo.ALL)


def test_tears_begin_under_the_lids_and_under_the_rims_of_glasses(bust: Bust, monkeypatch: pytest.MonkeyPatch) -> None:
    bare, (right, left, wide) = bust.tears(), bust.eyes()
    assert all(tear[1] > eye[1] + 0.3 * wide for tear, eye in zip(bare, (right, left), strict=True))
    monkeypatch.setattr("pyojeong.stickers.photo_stickers.bust.GLASSES_SCORE", -1.0)
    assert all(low[1] > high[1] + 0.2 * wide for low, high in zip(bust.tears(), bare, strict=True))


def _at(pixels: np.ndarray, place: np.ndarray, reach: int = 3) -> np.ndarray:
    x, y = np.rint(place).astype(int)
    return pixels[y - reach : y + reach + 1, x - reach : x + reach + 1, :3].reshape(-1, 3).mean(0)


@pytest.mark.parametrize(("mark", "channel"), [(Mark.GREEN, 1), (Mark.PALE, 2)])
def test_nausea_and_fright_go_into_the_skin_and_spare_lips_and_hair(bust: Bust, mark: Mark, channel: int) -> None:
    plain = bust.showing(Expression())
    shown = tinted(plain, bust.points, [(mark, 1.0)])
    forehead, chin, lips = bust.points[151], bust.points[199], bust.points[14]
    hair = bust.points[10] - (0, 0.25 * (bust.points[152, 1] - bust.points[10, 1]))

    def gone(place: np.ndarray) -> float:
        one, other = _at(plain, place), _at(shown, place)
        return float(other[channel] / other.sum() - one[channel] / one.sum())

    assert gone(forehead) > 0.035
    assert gone(forehead) > 2 * max(gone(chin), 0.0)
    assert gone(forehead) > 2 * max(abs(gone(lips)), abs(gone(hair)))
    assert np.array_equal(shown[..., 3], plain[..., 3])
    half = tinted(plain, bust.points, [(mark, 0.5)])
    assert 0.3 < np.abs(half.astype(float) - plain).sum() / np.abs(shown.astype(float) - plain).sum() < 0.7


def test_a_photo_in_black_and_white_stays_so(bust: Bust) -> None:
    grey = bust.showing(Expression()).copy()
    grey[..., :3] = grey[..., :3].mean(2, keepdims=True)
    assert np.array_equal(tinted(grey, bust.points, [(Mark.GREEN, 1.0)]), grey)


def test_a_tint_is_no_mark_beside_the_face(bust: Bust) -> None:
    act = photo_act(act_called("disgusted"))
    assert Mark.GREEN in act.key.marks and Mark.GREEN in TINTS
    sticker = photo_sticker(bust, "disgusted", label=False)
    assert sticker.making.parameters["act"]["marks"]["green"] == 1.0  # type: ignore[index]
    drawn = sticker.picture_of((200, 200))
    film = photo_sticker(bust, "disgusted", moves=True, label=False).picture_of((200, 200))
    assert isinstance(drawn, Image) and isinstance(film, Clip)
    solid = drawn.pixels[drawn.pixels[..., 3] == 255][:, :3].astype(int)
    green = ((solid[:, 1] > solid[:, 0] + 12) & (solid[:, 1] > solid[:, 2] + 12)).mean()
    assert 0.03 < green < 0.4


def test_no_stars_turn_around_an_embarrassed_head() -> None:
    for name in ("embarrassment", "embarrassed", "embarrassment-strong"):
        act = photo_act(act_called(name))
        assert Mark.DIZZY not in act.key.marks and act.key.expression.blush == 1.0
        assert act.key.expression["browInnerUp"] > 0.8 and max(act.key.expression.both("mouthSmile")) > 0.3
