"""Packs as other tools make them, sound or with one fault, written with Pillow, films with PyAV.

`sound_pack(store)` is a pack with nothing wrong in its files; `FAULTS[name]()` gives one that is broken in one way.
Both are a `DrawnPack`; its ``write`` makes a folder and ``zipped`` an archive.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import numpy as np
import PIL.Image
import PIL.ImageDraw

INK, SKIN = (70, 45, 35, 255), (255, 214, 130, 255)
FRAME_MS = 100


@dataclass(frozen=True)
class DrawnPack:
    """Files of a pack: what is wrong with it (empty: nothing), for which store, name → bytes."""

    fault: str
    store: str
    files: Mapping[str, bytes]

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        return folder

    def zipped(self, path: Path) -> Path:
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in self.files.items():
                archive.writestr(name, data)
        return path


def face(size_wh: tuple[int, int], number: int = 0, *, turn: float = 0.0, margin_px: int = 12) -> PIL.Image.Image:
    """A round face on nothing; ``number`` changes colour, eyes and mouth, ``turn`` in [0, 1] moves it up and down."""
    fine = 3
    width, height = size_wh[0] * fine, size_wh[1] * fine
    side = min(width, height) - 2 * margin_px * fine
    picture = PIL.Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = PIL.ImageDraw.Draw(picture)
    lift = (1 - np.cos(turn * 2 * np.pi)) * side * 0.06
    sway = np.sin(turn * 2 * np.pi) * margin_px * fine * 0.5  # no two frames alike: Pillow would join them
    left, top = (width - side) / 2 + sway, (height - side) / 2 + side * 0.12 - lift
    tall = side * 0.88
    skin = (SKIN[0], SKIN[1] - number * 5 % 90, SKIN[2] + number * 23 % 110, 255)
    pen.ellipse([left, top, left + side, top + tall], skin, INK, width=max(2, side // 45))
    eye = side * (0.04 + 0.012 * (number % 4))
    for share in (0.33, 0.67):
        x, y = left + side * share, top + tall * (0.4 + 0.02 * (number % 3))
        pen.ellipse([x - eye, y - eye, x + eye, y + eye], INK)
    mouth = [left + side * 0.38, top + tall * 0.5, left + side * 0.62, top + tall * (0.62 + 0.04 * (number % 5))]
    bow = (0, 180) if number % 2 else (180, 360)
    pen.arc(mouth, *bow, fill=INK, width=max(2, side // 45))
    return picture.resize(size_wh, PIL.Image.Resampling.LANCZOS)


def png(picture: PIL.Image.Image) -> bytes:
    return _saved(picture, "PNG")


def moving(
    kind: str, size_wh: tuple[int, int], number: int = 0, *, frames: int = 10, ms: int = FRAME_MS, loop: int = 2
) -> bytes:
    """A moving face: APNG, WebP or a GIF on white."""
    pictures = [face(size_wh, number, turn=i / frames) for i in range(frames)]
    if kind == "GIF":
        pictures = [_on_white(picture) for picture in pictures]
    return _saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=ms, loop=loop)


def film(size_wh: tuple[int, int], times_ms: Sequence[int], number: int = 0, last_ms: int = 100) -> bytes:
    """A WebM of VP9 with alpha whose frames begin at ``times_ms``; the last is shown for ``last_ms``."""
    rate = Fraction(1000)
    options = {"crf": "16", "b:v": "0", "auto-alt-ref": "0", "deadline": "realtime", "cpu-used": "8"}
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="webm") as container:
        stream = container.add_stream("libvpx-vp9", rate=rate, options=options)
        packets = []
        stream.width, stream.height = size_wh
        stream.pix_fmt, stream.time_base = "yuva420p", 1 / rate
        for place, time in enumerate(times_ms):
            pixels = np.asarray(face(size_wh, number, turn=place / len(times_ms)))
            frame = _layered(pixels)
            frame.pts, frame.time_base = time, 1 / rate
            packets += stream.encode(frame)
        packets += stream.encode()
        for packet, until in zip(packets, [*times_ms[1:], times_ms[-1] + last_ms], strict=True):
            packet.duration = until - packet.pts
            container.mux(packet)
    return buffer.getvalue()


def _layered(pixels: np.ndarray) -> av.VideoFrame:
    """A frame of brightness, two halved colour planes and alpha, in the full range's simplest words (ITU-R BT.601)."""
    height, width = pixels.shape[:2]
    red, green, blue = (pixels[:, :, n].astype(float) for n in range(3))
    bright = 16 + (65.738 * red + 129.057 * green + 25.064 * blue) / 256
    blues = 128 + (-37.945 * red - 74.494 * green + 112.439 * blue) / 256
    reds = 128 + (112.439 * red - 94.154 * green - 18.285 * blue) / 256
    frame = av.VideoFrame(width, height, "yuva420p")
    halves = [plane[::2, ::2] for plane in (blues, reds)]
    for plane, values in zip(frame.planes, (bright, *halves, pixels[:, :, 3]), strict=True):
        rows = np.zeros((plane.height, plane.line_size), np.uint8)
        rows[: values.shape[0], : values.shape[1]] = np.clip(np.rint(values), 0, 255)
        plane.update(rows.tobytes())
    return frame


@cache
def sound_pack(store: str) -> DrawnPack:
    """A pack whose files are what the store wants."""
    return DrawnPack("", store, _SOUND[store]())


def _saved(picture: PIL.Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG" if kind == "APNG" else kind, **options)
    return buffer.getvalue()


def _on_white(picture: PIL.Image.Image) -> PIL.Image.Image:
    ground = PIL.Image.new("RGB", picture.size, (255, 255, 255))
    ground.paste(picture, mask=picture)
    return ground


_KAKAO_ICON = {"icon.png": png(face((78, 78), margin_px=2))}


def _kakao() -> dict[str, bytes]:
    return {f"{i:02d}.png": png(face((360, 360), i)) for i in range(1, 33)} | _KAKAO_ICON


def _kakao_animated() -> dict[str, bytes]:
    moved = {f"{i:02d}.gif": moving("GIF", (360, 360), i, frames=12, loop=0) for i in range(1, 4)}
    return moved | {f"{i:02d}.png": png(face((360, 360), i)) for i in range(4, 25)} | _KAKAO_ICON


def _line() -> dict[str, bytes]:
    files = {f"{i:02d}.png": png(face((370, 320), i)) for i in range(1, 9)}
    return files | {"main.png": png(face((240, 240))), "tab.png": png(face((96, 74), margin_px=2))}


def _line_animated() -> dict[str, bytes]:
    files = {f"{i:02d}.png": moving("APNG", (320, 270), i) for i in range(1, 9)}
    return files | {"main.png": moving("APNG", (240, 240)), "tab.png": png(face((96, 74), margin_px=2))}


def _ogq() -> dict[str, bytes]:
    files = {f"{i:02d}.png": png(face((740, 640), i)) for i in range(1, 25)}
    return files | {"main.png": png(face((240, 240))), "tab.png": png(face((96, 74), margin_px=2))}


def _whatsapp() -> dict[str, bytes]:
    files = {f"{i:02d}.webp": _saved(face((512, 512), i), "WEBP") for i in range(1, 4)}
    return files | {"tray.png": png(face((96, 96), margin_px=2))}


def _telegram_video() -> dict[str, bytes]:
    times = range(0, 1200, 200)
    return {"001.webm": film((512, 512), times, 1), "icon.webm": film((100, 100), times)}


_SOUND: Mapping[str, Callable[[], dict[str, bytes]]] = {
    "kakao": _kakao,
    "kakao-animated": _kakao_animated,
    "line": _line,
    "line-animated": _line_animated,
    "ogq": _ogq,
    "whatsapp": _whatsapp,
    "telegram-video": _telegram_video,
}


def _broken(fault: str, store: str, **changed: bytes | None) -> DrawnPack:
    """The sound pack with some files replaced (``f01_png`` is 01.png) or, by None, left out."""
    files = dict(sound_pack(store).files)
    for key, data in changed.items():
        name = key.removeprefix("f").replace("_", ".")
        if data is None:
            del files[name]
        else:
            files[name] = data
    return DrawnPack(fault, store, files)


def _wrong_size() -> DrawnPack:
    return _broken("wrong-size", "kakao", f03_png=png(face((358, 360), 3)))


def _too_heavy() -> DrawnPack:
    """151,000 bytes to the byte: a textured picture, filled up behind its end."""
    grain = np.random.default_rng(4).integers(0, 256, (360, 360, 4), np.uint8)
    picture = face((360, 360), 5)
    rough = np.asarray(picture).copy()
    rough[60:220, 60:220, :3] = grain[60:220, 60:220, :3]
    data = png(PIL.Image.fromarray(rough))
    if len(data) > 151_000:
        raise ValueError(f"the textured picture is too large already: {len(data)}")
    return _broken("too-heavy", "kakao", f05_png=data + b"\0" * (151_000 - len(data)))


def _too_many_frames() -> DrawnPack:
    return _broken("too-many-frames", "kakao-animated", f01_gif=moving("GIF", (360, 360), 1, frames=25, loop=0))


def _no_alpha() -> DrawnPack:
    return _broken("no-alpha", "kakao", f07_png=png(_on_white(face((360, 360), 7))))


def _opaque() -> DrawnPack:
    return _broken("opaque", "kakao", f07_png=png(_on_white(face((360, 360), 7)).convert("RGBA")))


def _too_few() -> DrawnPack:
    return _broken("too-few", "kakao", f32_png=None)


def _wrong_format() -> DrawnPack:
    return _broken("wrong-format", "kakao", f09_png=_saved(_on_white(face((360, 360), 9)), "JPEG"))


def _cut_off() -> DrawnPack:
    whole = sound_pack("kakao").files["04.png"]
    return _broken("cut-off", "kakao", f04_png=whole[: len(whole) // 2])


def _not_a_picture() -> DrawnPack:
    return _broken("not-a-picture", "kakao", f06_png="그림이 아닌 글".encode())


def _same_picture_twice() -> DrawnPack:
    files = dict(sound_pack("kakao").files)
    files["11.png"] = files["10.png"]
    return DrawnPack("same-picture-twice", "kakao", files)


def _no_icon() -> DrawnPack:
    return _broken("no-icon", "line", main_png=None)


def _odd_size() -> DrawnPack:
    return _broken("odd-size", "line", f02_png=png(face((369, 320), 2)))


def _no_margin() -> DrawnPack:
    return _broken("no-margin", "line", f02_png=png(face((370, 320), 2, margin_px=0)))


def _too_long() -> DrawnPack:
    return _broken("too-long", "line-animated", f01_png=moving("APNG", (320, 270), 1, frames=10, ms=500, loop=1))


def _broken_second() -> DrawnPack:
    return _broken("broken-second", "line-animated", f01_png=moving("APNG", (320, 270), 1, frames=10, ms=125, loop=1))


def _too_many_plays() -> DrawnPack:
    return _broken("too-many-plays", "line-animated", f01_png=moving("APNG", (320, 270), 1, frames=10, loop=5))


def _stands_still() -> DrawnPack:
    return _broken("stands-still", "line-animated", f01_png=png(face((320, 270), 1)))


def _moves_among_stills() -> DrawnPack:
    return _broken("moves-among-stills", "whatsapp", f02_webp=moving("WEBP", (512, 512), 2, frames=4, loop=0))


def _empty_picture() -> DrawnPack:
    return _broken("empty-picture", "kakao", f08_png=png(PIL.Image.new("RGBA", (360, 360), (0, 0, 0, 0))))


def _other_name() -> DrawnPack:
    pack = sound_pack("line")
    files = {("스티커 1.png" if name == "01.png" else name): data for name, data in pack.files.items()}
    return replace(pack, fault="other-name", files=files)


def _film_too_long() -> DrawnPack:
    return _broken("film-too-long", "telegram-video", f001_webm=film((512, 512), range(0, 3500, 250), 1))


def _film_too_small() -> DrawnPack:
    return _broken("film-too-small", "telegram-video", f001_webm=film((480, 480), range(0, 1200, 200), 1))


def _film_too_fast() -> DrawnPack:
    """Every frame 16 ms."""
    return _broken("film-too-fast", "telegram-video", f001_webm=film((512, 512), range(0, 160, 16), 1, last_ms=16))


def _film_bursts() -> DrawnPack:
    """Few frames a second in the mean, some of them 16 ms after another."""
    times = [*range(0, 64, 16), *range(200, 1200, 200)]
    return _broken("film-bursts", "telegram-video", f001_webm=film((512, 512), times, 1))


FAULTS: Mapping[str, Callable[[], DrawnPack]] = {
    "wrong-size": _wrong_size,
    "too-heavy": _too_heavy,
    "too-many-frames": _too_many_frames,
    "no-alpha": _no_alpha,
    "opaque": _opaque,
    "too-few": _too_few,
    "wrong-format": _wrong_format,
    "cut-off": _cut_off,
    "not-a-picture": _not_a_picture,
    "same-picture-twice": _same_picture_twice,
    "no-icon": _no_icon,
    "odd-size": _odd_size,
    "no-margin": _no_margin,
    "too-long": _too_long,
    "broken-second": _broken_second,
    "too-many-plays": _too_many_plays,
    "stands-still": _stands_still,
    "moves-among-stills": _moves_among_stills,
    "empty-picture": _empty_picture,
    "other-name": _other_name,
    "film-too-long": _film_too_long,
    "film-too-small": _film_too_small,
    "film-too-fast": _film_too_fast,
    "film-bursts": _film_bursts,
}
