"""Files, bytes, Pillow pictures and arrays become an `Image`; anything else becomes a sentence that helps."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import PIL
import PIL.Image

from pyojeong.errors import PyojeongError
from pyojeong.media.decoding import image_from_pil, is_grey, pixels_from_array
from pyojeong.media.image import Image

ImageSource = str | Path | bytes | BinaryIO | PIL.Image.Image | npt.NDArray[np.generic]
"""What `open_image` takes."""

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF", "AVIF")
"""Pillow's names of what is read. Closed on purpose: Pillow's EPS reader would start Ghostscript."""

MIN_SIDE_PX = 32
"""Below this no face of the mesh (192 px input) has anything to hold on to."""

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_READABLE = "JPEG, PNG, WebP, GIF, TIFF, BMP, HEIC, AVIF"
_HEADER_LOCK = threading.Lock()


def open_image(source: ImageSource, *, max_megapixels: float = 64.0) -> Image:
    """The picture, upright, 8 bits a channel, RGB or RGBA.

    The content decides what a file is, never its extension. Of a moving picture the first frame is taken.

    Args:
        source: A path, the file's bytes, an open binary file, a Pillow picture, or an array (`pixels_from_array`).
        max_megapixels: Larger pictures are refused from their header, before any pixel is decoded.

    Raises:
        PyojeongError: When there is no readable picture; ``kind`` tells why.
    """
    if isinstance(source, PIL.Image.Image):
        _check_size(source.size, max_megapixels)
        return _decoded(source.copy(), getattr(source, "filename", ""))
    if isinstance(source, np.ndarray):
        return _from_array(source, max_megapixels)
    if isinstance(source, str | Path):
        with _opened(Path(source)) as stream:
            return _from_stream(stream, Path(source).name, max_megapixels)
    data = source if isinstance(source, bytes) else source.read()
    return _from_stream(io.BytesIO(data), "", max_megapixels)


def _from_array(array: npt.NDArray[np.generic], max_megapixels: float) -> Image:
    if array.ndim >= 2:
        _check_size((array.shape[1], array.shape[0]), max_megapixels)
    pixels = pixels_from_array(array)
    return Image(pixels, grey=is_grey(pixels))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        if path.is_dir():
            korean = f"{path}은(는) 폴더입니다. 그림 파일을 골라 주세요."
            raise _refusal("directory", korean, f"{path} is a folder; choose a file.")
        if path.exists() and not path.is_file():
            raise _refusal("not-a-file", f"{path}은(는) 보통 파일이 아닙니다.", f"{path} is not a regular file.")
        stream = path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _refusal("missing-file", f"파일이 없습니다: {path}", f"There is no such file: {path}") from error
    except PermissionError as error:
        korean = f"파일을 읽을 권한이 없습니다: {path}"
        raise _refusal("no-permission", korean, f"No permission to read {path}") from error
    except (OSError, ValueError) as error:
        raise _refusal("file", f"파일을 열 수 없습니다: {path}", f"Cannot open {path}: {error}") from error
    with stream:
        yield stream


def _from_stream(stream: BinaryIO, name: str, max_megapixels: float) -> Image:
    head = stream.read(2048)
    stream.seek(0)
    if not head:
        raise _refusal("empty-file", f"빈 파일입니다{_of(name)}.", f"The file is empty{_of(name)}.")
    with _header_of(stream, head, name) as picture:
        _check_size(picture.size, max_megapixels)
        return _decoded(picture, name)


@contextmanager
def _header_of(stream: BinaryIO, head: bytes, name: str) -> Iterator[PIL.Image.Image]:
    _learn_heif()
    try:
        # Pillow warns at half its own limit; `_check_size` speaks instead. The lock, because the filter list is shared.
        with _HEADER_LOCK, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = PIL.Image.open(stream, formats=FORMATS)
    except PIL.Image.DecompressionBombError as error:
        raise _beyond_pillow() from error
    except PIL.UnidentifiedImageError as error:
        raise _not_an_image(head, name) from error
    except Exception as error:  # mutated headers raise SyntaxError, struct.error, KeyError, MemoryError … (fuzzed)
        raise _damaged(error, name) from error
    with picture:
        yield picture


def _decoded(picture: PIL.Image.Image, name: str) -> Image:
    try:
        picture.seek(0)
        picture.load()
    except Exception as error:  # as above: the decoders promise no type for damaged data
        raise _damaged(error, name) from error
    return image_from_pil(picture, name)


def _learn_heif() -> None:
    if "HEIF" not in PIL.Image.OPEN:
        import pi_heif

        pi_heif.register_heif_opener()


def _check_size(size_wh: tuple[int, int], max_megapixels: float) -> None:
    width, height = size_wh
    if min(size_wh) < MIN_SIDE_PX:
        raise _refusal(
            "too-small",
            f"그림은 가로와 세로가 {MIN_SIDE_PX}픽셀 이상이어야 하는데 {width}×{height}입니다.",
            f"A picture must be at least {MIN_SIDE_PX} px wide and high, but this one is {width}×{height}.",
        )
    if width * height > max_megapixels * 1e6:
        raise _refusal(
            "too-large",
            f"그림이 너무 큽니다: {width}×{height}픽셀인데 {max_megapixels:g}메가픽셀까지 엽니다. "
            "줄여서 다시 열어 주세요.",
            f"The picture is too large: {width}×{height} px, but at most {max_megapixels:g} megapixels are opened; "
            "make it smaller first.",
        )


def _beyond_pillow() -> PyojeongError:
    """Pillow refuses at twice its `MAX_IMAGE_PIXELS` and does not tell the size."""
    limit = f"{2 * (PIL.Image.MAX_IMAGE_PIXELS or 0) / 1e6:.0f}"
    korean = f"그림이 {limit}메가픽셀보다 큽니다. 줄여서 다시 열어 주세요."
    return _refusal("too-large", korean, f"The picture has more than {limit} megapixels; make it smaller first.")


def _not_an_image(head: bytes, name: str) -> PyojeongError:
    if b"<svg" in head.lower():
        korean = f"SVG 벡터 그림은 열지 않습니다{_of(name)}. PNG로 내보낸 뒤 열어 주세요."
        return _refusal("svg", korean, f"SVG drawings are not opened{_of(name)}; export it as PNG first.")
    if head.startswith(b"%PDF"):
        korean = f"PDF 문서는 그림이 아닙니다{_of(name)}. 쪽을 PNG나 JPEG로 저장한 뒤 열어 주세요."
        return _refusal("pdf", korean, f"A PDF is not a picture{_of(name)}; save the page as PNG or JPEG first.")
    if _is_film(head):
        korean = f"영상 파일입니다{_of(name)}. 한 장면을 그림으로 저장한 뒤 열어 주세요."
        return _refusal("film", korean, f"This is a film{_of(name)}; save one frame as a picture first.")
    if head.startswith(_SIGNATURES) or head[4:8] == b"ftyp":
        return _damaged(OSError("header"), name)
    return _refusal(
        "not-an-image",
        f"그림 파일이 아닙니다{_of(name)}. {_READABLE} 파일을 열 수 있습니다.",
        f"This is not a picture{_of(name)}; {_READABLE.replace('·', ', ')} can be opened.",
    )


def _is_film(head: bytes) -> bool:
    still = (b"heic", b"heix", b"mif1", b"avif", b"avis", b"hevc", b"msf1")
    return head.startswith(b"\x1aE\xdf\xa3") or (head[4:8] == b"ftyp" and not any(b in head[8:64] for b in still))


def _damaged(error: Exception, name: str) -> PyojeongError:
    if any(word in str(error).lower() for word in ("truncated", "end of file", "eof", "not enough", "cut off")):
        korean = f"그림 파일이 중간에 잘려 있습니다{_of(name)}. 다시 내려받거나 다시 저장해 주세요."
        english = f"The picture file is cut off{_of(name)}; download or save it again."
        return _refusal("truncated", korean, english)
    korean = f"그림 파일이 손상되었습니다{_of(name)}. 다른 프로그램에서 열어 다시 저장해 주세요."
    return _refusal("damaged", korean, f"The picture file is damaged{_of(name)}; open it elsewhere and save it again.")


def _of(name: str) -> str:
    return f" ({name})" if name else ""


def _refusal(kind: str, korean: str, english: str) -> PyojeongError:
    return PyojeongError(korean, english, kind=kind)
