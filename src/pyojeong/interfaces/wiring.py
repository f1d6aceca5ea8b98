"""Which concrete keeper answers each promise: the one place that knows.

Every keeper is imported when first asked for; those that cost to make are made once a process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyojeong.emotion import Mood
    from pyojeong.interfaces.caption_writers import Captions
    from pyojeong.media import Clip, Face, Image
    from pyojeong.media.image import Pixels
    from pyojeong.media.opening import ImageSource
    from pyojeong.performing.finishing.background import Background
    from pyojeong.performing.finishing.mark import VisibleMark
    from pyojeong.performing.portrait.performer import PortraitPerformer
    from pyojeong.performing.portrait.stage import Undo
    from pyojeong.performing.voice.speaking import Speaker
    from pyojeong.reading.face.emotion import FaceMoodReader
    from pyojeong.reading.page.clova import Clova
    from pyojeong.reading.page.reader import PageReader
    from pyojeong.reading.page.web.looking import Looker
    from pyojeong.reading.tale import TaleReader
    from pyojeong.reading.text import TextReader
    from pyojeong.reading.text.gate import Gate
    from pyojeong.rig import Expression
    from pyojeong.stickers.captions import Voice
    from pyojeong.stories.production import FilmMaker
    from pyojeong.weights.store import Stored

BoxXyxy = tuple[float, float, float, float]


def text_reader(model: str | None = None) -> TextReader:
    """Reads Korean text into a `Score`; one instance serves many threads.

    The reader holds ``model``, else the model the settings name, else the package's own.

    Raises:
        PyojeongError: When there is no such model, it reads no text, or its files changed.
    """
    from pyojeong.interfaces.settings import settings
    from pyojeong.reading.text import TextReader
    from pyojeong.reading.text.reader import SHIPPED

    name = model or settings().text_model or SHIPPED
    if name == SHIPPED:
        return TextReader.shipped()
    from pyojeong.reading.text.classifiers.adding import is_classifier
    from pyojeong.weights import store

    added = store.find(
        name, (models_folder(), store.SHIPPED), suits=lambda model: model.card.name == SHIPPED or is_classifier(model)
    )
    return _classifier_reader(name, added.folder, frozenset({added.card.sha256, *added.card.parts.values()}))


@lru_cache(maxsize=2)
def _classifier_reader(name: str, folder: Path, files: frozenset[str]) -> TextReader:
    """The two models used last stay open; other ``files`` (SHA-256) under the same name are opened anew."""
    from pyojeong.reading.text import TextReader
    from pyojeong.reading.text.classifiers.adding import opened_keeper
    from pyojeong.weights.store import find

    return TextReader(opened_keeper(find(name, (folder,))))


def models_folder() -> Path:
    """Where the person's own models lie."""
    from pyojeong.interfaces.settings import settings

    return settings().home / "models"


def stored_model(name: str) -> Stored:
    """The model called ``name``.

    Raises:
        PyojeongError: When there is none; the message lists those there are.
    """
    from pyojeong.weights.store import SHIPPED, find

    return find(name, (models_folder(), SHIPPED))


@lru_cache(maxsize=1)
def gate() -> Gate:
    """Finds rude and abusive lines; one instance serves many threads."""
    from pyojeong.reading.text.gate import Gate

    return Gate.shipped()


def stored_models() -> list[Stored]:
    """Every model file there is, with its card; the person's own come before shipped ones of their name."""
    from pyojeong.weights.store import SHIPPED, stored

    return stored((models_folder(), SHIPPED))


def faces_of(image: Image, wanted: Sequence[int] = ()) -> list[Face]:
    """Every face, largest first.

    Raises:
        PyojeongError: When there is none to work with, or none with one of the numbers ``wanted``.
    """
    from pyojeong.reading.face.choosing import choose_face, find_faces

    faces = find_faces(image)
    for number in wanted:
        choose_face(faces, number)
    return faces


def faces_at_a_glance(image: Image) -> list[Face]:
    """The faces of one frame of a camera, largest first; empty when there is none at the first look."""
    from pyojeong.reading.face.choosing import shared_finder

    return shared_finder().glance(image)


def expression_seen(face: Face) -> Expression:
    """What a face does, as far as its mesh tells."""
    from pyojeong.reading.face.coefficients import estimated_expression

    return estimated_expression(face)


@lru_cache(maxsize=1)
def face_mood_reader() -> FaceMoodReader:
    """Reads the feeling in faces; one instance serves many threads."""
    from pyojeong.reading.face.emotion import FaceMoodReader

    return FaceMoodReader.shipped()


def portrait_performer(image: Image, face: Face) -> PortraitPerformer:
    """Shows expressions on ``face`` of ``image``; making it costs, each expression is cheap."""
    from pyojeong.performing.portrait.performer import PortraitPerformer

    return PortraitPerformer(image, face)


def animated(
    image: Image,
    faces: Mapping[int, Face],
    parts: Mapping[int, tuple[Expression, Undo]],
    *,
    seconds: float,
    frames_per_second: float,
) -> Clip:
    """The picture going into its parts and back; see `pyojeong.performing.portrait.animation.animate`.

    Moving pictures carry no colour profile, so the photo is brought to sRGB first.
    """
    from pyojeong.media.colour import to_srgb
    from pyojeong.performing.portrait.animation import animate

    return animate(to_srgb(image), faces, parts, seconds=seconds, frames_per_second=frames_per_second)


def background_of(word: str) -> Background:
    """The background a person named.

    Raises:
        PyojeongError: When the word names none.
    """
    from pyojeong.performing.finishing.background import Background

    return Background.parse(word)


def staged(
    image: Image,
    *,
    background: str,
    visible_mark: bool,
    avoiding: Sequence[BoxXyxy] = (),
    language: str | None = None,
) -> Image:
    """The picture before its background, marked as edited: always in the metadata, visibly when asked.

    ``avoiding`` are the boxes of faces, in pixels, that the visible mark keeps off; ``language`` is the mark's.
    """
    from pyojeong.media.provenance import SourceType, declared
    from pyojeong.performing.finishing.background import with_background

    before = with_background(image, background_of(background))
    if visible_mark:
        before = before.with_pixels(_mark(image.size_wh, avoiding, language).over(before.pixels))
    return declared(before, SourceType.EDITED)


def staged_clip(
    clip: Clip,
    *,
    background: str,
    visible_mark: bool,
    avoiding: Sequence[BoxXyxy] = (),
    language: str | None = None,
) -> Clip:
    """Every frame of the clip as `staged` finishes a picture."""
    from pyojeong.media import Image
    from pyojeong.performing.finishing.background import with_background

    behind = background_of(background)
    mark = _mark(clip.size_wh, avoiding, language) if visible_mark else None

    def frame(number: int) -> Pixels:
        pixels = with_background(Image(clip.frame(number)), behind).pixels
        return pixels if mark is None else mark.over(pixels)

    return replace(clip, frame=frame)


def _mark(size_wh: tuple[int, int], avoiding: Sequence[BoxXyxy], language: str | None) -> VisibleMark:
    from pyojeong.interfaces import messages
    from pyojeong.performing.finishing.mark import visible_mark

    return visible_mark(size_wh, avoiding, language=language or messages.language())


def mark_wanted(said: bool | None = None) -> bool:
    """Whether the visible mark is drawn: as the person said, else as the settings say."""
    from pyojeong.interfaces.settings import settings

    return settings().visible_mark if said is None else said


def opened_image(source: ImageSource | Image) -> Image:
    """The picture, no larger than the settings allow.

    Raises:
        PyojeongError: When there is no readable picture.
    """
    from pyojeong.interfaces.settings import settings
    from pyojeong.media import Image
    from pyojeong.media.opening import open_image

    return source if isinstance(source, Image) else open_image(source, max_megapixels=settings().max_megapixels)


def save_picture(image: Image, path: Path) -> None:
    """Write the picture in the format of the path's extension, whole or not at all."""
    from pyojeong.media.saving import save_image

    save_image(image, path)


def picture_bytes(image: Image, suffix: str) -> bytes:
    """The bytes of a picture file."""
    from pyojeong.media.saving import save_image

    return save_image(image, None, format=suffix)


def save_moving(clip: Clip, path: Path, progress: Callable[[float], None] | None = None) -> None:
    """Write the clip in the format of the path's extension, whole or not at all, declared as an edited photo."""
    from pyojeong.media.clip_files import save_clip
    from pyojeong.media.provenance import SourceType, xmp_packet

    save_clip(clip, path, xmp=xmp_packet(SourceType.EDITED), progress=progress)


def clip_bytes(clip: Clip, suffix: str, progress: Callable[[float], None] | None = None) -> bytes:
    """The bytes of the file `save_moving` writes."""
    from pyojeong.media.clip_files import encode_clip
    from pyojeong.media.provenance import SourceType, xmp_packet

    return encode_clip(clip, suffix, xmp=xmp_packet(SourceType.EDITED), progress=progress)


def page_reader() -> PageReader:
    """Reads pages on this machine, by Tesseract.

    Raises:
        PyojeongError: When Tesseract or its Korean model is missing.
    """
    from pyojeong.reading.page.reader import PageReader
    from pyojeong.reading.page.tesseract import Tesseract

    return PageReader(Tesseract.found())


def clova_reader() -> Clova | None:
    """Reads pages by the person's own CLOVA OCR, to which pictures then go; None where it is not set up.

    Raises:
        PyojeongError: When its address does not fit.
    """
    from pyojeong.interfaces.settings import settings
    from pyojeong.reading.page.clova import Clova

    url, key = settings().clova_url, settings().clova_key.get_secret_value()
    return Clova(url, key) if url and key else None


def web_looker() -> Looker:
    """Looks at web pages; screenshots by Chromium, else by screenshotlayer where there is a key."""
    from pyojeong.interfaces.settings import settings
    from pyojeong.reading.page.web.browser import Browser
    from pyojeong.reading.page.web.fetching import Fetcher, Limits
    from pyojeong.reading.page.web.looking import Looker
    from pyojeong.reading.page.web.screenshotlayer import SECONDS, Screenshotlayer

    fetcher, key = Fetcher(), settings().screenshotlayer_key.get_secret_value()
    service = Screenshotlayer(key, Fetcher(Limits(seconds=SECONDS))) if key else None
    return Looker(fetcher, opened_image, Browser.found(fetcher) or service)


def written_captions(sentence: str, mood: Mood, voice: Voice, *, count: int) -> Captions:
    """Captions for a sentence by the writer the settings name, else by the shipped bank.

    Raises:
        PyojeongError: When what the settings name does not fit.
    """
    from pyojeong.interfaces.caption_writers import written

    return written(sentence, mood, voice, count=count)


def drawn_picture_bytes(image: Image, suffix: str) -> bytes:
    """The bytes of a drawing's picture file, declared as drawn."""
    from pyojeong.media.provenance import SourceType, declared
    from pyojeong.media.saving import save_image

    return save_image(declared(image, SourceType.DRAWN), None, format=suffix)


def drawn_clip_bytes(clip: Clip, suffix: str) -> bytes:
    """The bytes of a drawing's moving file, declared as drawn."""
    from pyojeong.media.clip_files import encode_clip
    from pyojeong.media.provenance import SourceType, xmp_packet

    return encode_clip(clip, suffix, xmp=xmp_packet(SourceType.DRAWN))


def tale_reader() -> TaleReader:
    """Finds who says what in a tale, with the reader of moods the settings name."""
    from pyojeong.reading.tale import TaleReader

    return TaleReader(text_reader())


def film_maker(*, music: bool = True, workers: int = 0, folder: Path | None = None) -> FilmMaker:
    """Makes films; what was drawn before is kept in ``folder``, the program's own when None, as what was said is.

    Chunks are drawn on the cluster that ``RAY_ADDRESS`` names, by processes of this machine when it names none.
    """
    from pyojeong.interfaces.batch.ray_pool import ray_wanted
    from pyojeong.interfaces.film_on_ray import draw_on_ray
    from pyojeong.interfaces.settings import settings
    from pyojeong.performing.film.crew import draw
    from pyojeong.performing.film.music import bed
    from pyojeong.stories.production import FilmMaker

    kept = settings().home / "films" if folder is None else folder
    crew = draw_on_ray if ray_wanted() else draw
    return FilmMaker(speaker(), kept, music=bed if music else None, workers=workers, crew=crew)


@lru_cache(maxsize=1)
def speaker() -> Speaker:
    """Says lines in Korean, by the voice the settings name; keeps what it said.

    Raises:
        PyojeongError: When the settings name no voice there can be.
    """
    from pyojeong.interfaces.settings import settings
    from pyojeong.interfaces.voices import chosen_speaker
    from pyojeong.performing.voice.caching import CachedSpeaker

    return CachedSpeaker(chosen_speaker(settings()), settings().home / "voices")
