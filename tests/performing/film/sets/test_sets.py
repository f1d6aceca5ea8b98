"""Sets as they are seen: whole, pure, different by seed, mood and place, moved by camera and time."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import skia

from pyojeong.emotion import Emotion
from pyojeong.media.image import Pixels
from pyojeong.performing.film.camera import Camera
from pyojeong.performing.film.screenplay import Framing, Hour, Opening, Place, Scene, Shot, Weather
from pyojeong.performing.film.sets import backdrop_of, bucket_of
from pyojeong.performing.film.sets.building import built
from pyojeong.performing.film.sets.layout import Layout
from pyojeong.performing.film.sets.places import COMPOSITIONS
from pyojeong.performing.film.sets.rasters import Size, sheet_raster
from pyojeong.performing.film.sets.tones import Mood

SMALL = (256, 144)
REST = Camera()


def scene(
    place: Place, weather: Weather, tone: Emotion, seed: int = 3, hour: Hour = Hour.DAY, *, moon: bool = False
) -> Scene:
    shot = Shot(0.0, Framing.WIDE, ())
    return Scene(place, weather, tone, 1.0, Opening.CUT, 8.0, (shot,), (), seed, hour, moon)


def drawn(
    place: Place,
    weather: Weather = Weather.CLEAR,
    tone: Emotion = Emotion.NEUTRAL,
    *,
    seed: int = 3,
    seconds: float = 2.0,
    camera: Camera = REST,
    size: tuple[int, int] = SMALL,
    hour: Hour = Hour.DAY,
    moon: bool = False,
) -> Pixels:
    """A frame over magenta that a gap would leave seen."""
    backdrop = backdrop_of(scene(place, weather, tone, seed, hour, moon=moon), size)
    pixels = np.zeros((size[1], size[0], 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    backdrop.behind(canvas, seconds, camera)
    backdrop.before(canvas, seconds, camera)
    surface.flushAndSubmit()
    return pixels


@cache
def plain(place: Place) -> Pixels:
    return drawn(place)


def difference(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one[..., :3].astype(int) - other[..., :3]).mean())


def test_every_place_is_composed() -> None:
    assert set(COMPOSITIONS) == set(Place)


@pytest.mark.parametrize("place", Place)
def test_the_first_sheet_covers_all(place: Place) -> None:
    layout = Layout.of(SMALL, 5)
    mood = Mood(Emotion.NEUTRAL, 0, Weather.CLEAR)
    raster = sheet_raster(COMPOSITIONS[place].sheets[0], layout, Size.of(layout, SMALL), mood)
    assert raster.image.isOpaque() or raster.covered[1] > raster.covered[0]
    assert raster.image.width() >= SMALL[0]


TONES, WEATHERS, PLACES = list(Emotion), list(Weather), list(Place)


@pytest.mark.parametrize("weather", Weather)
@pytest.mark.parametrize("place", Place)
def test_no_gap_in_any_air(place: Place, weather: Weather) -> None:
    """Tones are taken in turn so that every weather meets every tone; each place meets each tone below."""
    tone = TONES[(PLACES.index(place) + WEATHERS.index(weather)) % len(TONES)]
    frame = drawn(place, weather, tone, size=(128, 72), camera=Camera(1.03, -0.012))
    assert (frame[..., 3] == 255).all()
    assert frame[..., :3].std() > 5


@pytest.mark.parametrize("place", Place)
def test_pure_whatever_was_drawn_before(place: Place) -> None:
    first = drawn(place, Weather.SNOW, Emotion.JOY, seconds=1.3, camera=Camera(1.01, 0.004))
    drawn(place, Weather.SNOW, Emotion.JOY, seconds=6.1, camera=Camera(1.03, -0.011))
    assert np.array_equal(first, drawn(place, Weather.SNOW, Emotion.JOY, seconds=1.3, camera=Camera(1.01, 0.004)))
    built.cache_clear()
    assert np.array_equal(first, drawn(place, Weather.SNOW, Emotion.JOY, seconds=1.3, camera=Camera(1.01, 0.004)))


@pytest.mark.parametrize("place", Place)
def test_seeds_differ(place: Place) -> None:
    assert difference(plain(place), drawn(place, seed=4)) > 1.0


@pytest.mark.parametrize("place", Place)
def test_moods_differ(place: Place) -> None:
    moods = [drawn(place, tone=tone) for tone in Emotion]
    assert all((mood[..., 3] == 255).all() for mood in moods)
    assert min(difference(a, b) for n, a in enumerate(moods) for b in moods[:n]) > 3.0


@pytest.mark.parametrize("place", Place)
def test_the_camera_moves_it_without_showing_an_edge(place: Place) -> None:
    right = drawn(place, camera=Camera(1.0, 0.012))
    assert difference(plain(place), right) > 0.3
    far = drawn(place, camera=Camera(0.9, 0.5))
    assert (far[..., 3] == 255).all()


def test_near_things_move_more_than_far_ones() -> None:
    size = (640, 360)
    rest, moved = drawn(Place.VILLAGE, size=size), drawn(Place.VILLAGE, size=size, camera=Camera(1.0, 0.012))

    def shift(rows: slice) -> int:
        a, b = (frame[rows, 60:-60, 1].astype(float) for frame in (rest, moved))
        wide = a.shape[1]
        scores = {s: np.abs(a[:, 12 : wide - 12] - b[:, 12 - s : wide - 12 - s]).mean() for s in range(0, 12)}
        return min(scores, key=lambda s: scores[s])

    assert shift(slice(320, 345)) > shift(slice(30, 80))


@pytest.mark.parametrize("place", Place)
def test_something_moves_of_itself(place: Place) -> None:
    assert difference(plain(place), drawn(place, seconds=5.0)) > 0.0


@pytest.mark.parametrize("weather", [w for w in Weather if w is not Weather.CLEAR])
def test_weather_is_seen_and_moves(weather: Weather) -> None:
    one, later = drawn(Place.FIELD, weather), drawn(Place.FIELD, weather, seconds=3.0)
    assert difference(one, plain(Place.FIELD)) > 0.2
    assert difference(one, later) > 0.05


def test_it_does_not_rain_indoors() -> None:
    dry = drawn(Place.ROOM)
    wet = drawn(Place.ROOM, Weather.RAIN)
    assert np.array_equal(dry[115:, 80:176], wet[115:, 80:176])
    assert not np.array_equal(dry, wet)


@pytest.mark.parametrize("size", [(144, 256), (160, 160), (256, 144)])
@pytest.mark.parametrize("place", Place)
def test_every_shape_of_picture(place: Place, size: tuple[int, int]) -> None:
    assert (drawn(place, size=size)[..., 3] == 255).all()


def test_a_weak_mood_is_painted_as_its_step() -> None:
    assert bucket_of(0.01) == 1
    assert bucket_of(0.26) == bucket_of(0.5) == 2


def test_large_pictures_do_not_take_finer_sheets_than_needed() -> None:
    layout = Layout.of((3840, 2160))
    size = Size.of(layout, (3840, 2160))
    assert size.unit == pytest.approx(3.0)
    assert size.grain == pytest.approx(2.0)


OUTSIDE = [place for place in Place if COMPOSITIONS[place].moon_at and COMPOSITIONS[place].window is None]
WINDOWS = [Place.ROOM, Place.SCHOOL]


def test_only_what_has_its_own_sky_or_none_at_all_knows_no_hours() -> None:
    assert set(Place) - {*OUTSIDE, *WINDOWS} == {Place.NIGHT, Place.STAGE, Place.UNDERSEA}


@pytest.mark.parametrize("place", OUTSIDE)
def test_every_hour_has_its_own_light_outside(place: Place) -> None:
    pictures = [drawn(place, Weather.STARS if hour is Hour.NIGHT else Weather.CLEAR, hour=hour) for hour in Hour]
    assert all((picture[..., 3] == 255).all() for picture in pictures)
    assert min(difference(a, b) for n, a in enumerate(pictures) for b in pictures[:n]) > 5.0
    day, dawn, dusk, night = (picture[..., :3].astype(float).mean((0, 1)) for picture in pictures)
    assert dusk[0] / dusk[2] > 1.08 * day[0] / day[2]  # redder
    assert dusk[0] / dusk[2] > 1.08 * dawn[0] / dawn[2]  # than the morning, too
    assert night.mean() < 0.75 * day.mean()


@pytest.mark.parametrize("size", [SMALL, (144, 256), (180, 180)])
@pytest.mark.parametrize("place", OUTSIDE)
def test_a_moon_stands_in_every_sky(place: Place, size: tuple[int, int]) -> None:
    dark, lit = (drawn(place, Weather.STARS, hour=Hour.NIGHT, moon=moon, size=size) for moon in (False, True))
    gained = lit[..., :3].astype(int).sum(-1) - dark[..., :3].astype(int).sum(-1)
    disc = np.argwhere(gained > 150)
    assert len(disc) > 12
    assert disc[:, 0].max() < 0.5 * size[1]
    assert lit[tuple(disc.mean(0).astype(int))][:3].min() > 140


@pytest.mark.parametrize("place", WINDOWS)
def test_indoors_the_window_alone_shows_the_hour(place: Place) -> None:
    day, night = drawn(place), drawn(place, hour=Hour.NIGHT, moon=True)
    changed = np.abs(day[..., :3].astype(int) - night[..., :3]).sum(-1) > 60
    assert 0.01 < changed.mean() < 0.12


@pytest.mark.parametrize("weather", [Weather.RAIN, Weather.SNOW, Weather.FOG])
def test_a_night_of_rain_or_snow_is_dark(weather: Weather) -> None:
    day, night = (drawn(Place.VILLAGE, weather, hour=hour)[..., :3].mean() for hour in (Hour.DAY, Hour.NIGHT))
    assert night < 0.8 * day
