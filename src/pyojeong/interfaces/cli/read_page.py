"""``pyojeong read page``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.asking import argument, option
from pyojeong.interfaces.cli.options import AsJson
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show, show_saved
from pyojeong.interfaces.messages import say, sentence

if TYPE_CHECKING:
    from rich.table import Table

    from pyojeong.interfaces.pages import PageEye
    from pyojeong.interfaces.webpages import FoundPage
    from pyojeong.media import Image
    from pyojeong.reading.page import Page

TEXT_SUFFIXES = (".txt", ".md", ".json")
WebOrPicture = Annotated[
    str,
    argument("IMAGE|URL", "종이를 찍은 사진이나 웹 주소.", "A photo of paper, or a web address."),
]
Target = Annotated[
    Path | None,
    option(
        "-o --output",
        "저장할 파일: 글이면 txt|md|json, 웹 그림이면 png|jpg|webp|tiff.",
        "File to write: txt|md|json for text, png|jpg|webp|tiff for a web picture.",
        metavar="OUT",
    ),
]
PictureNumber = Annotated[
    int | None,
    option("--picture", "웹 페이지의 몇 번째 그림인지.", "Which picture of the web page.", metavar="N"),
]
ByClova = Annotated[
    bool,
    option(
        "--clova",
        "내 CLOVA OCR로 읽습니다: 그림이 네이버로 갑니다.",
        "Read by your CLOVA OCR: the picture goes to Naver.",
    ),
]


def read_page(
    page: WebOrPicture,
    output: Target = None,
    picture: PictureNumber = None,
    clova: ByClova = False,
    as_json: AsJson = False,
) -> None:
    """Read photographed or scanned writing as text; of a web page, find its pictures and their faces."""
    from pyojeong.interfaces.pages import PageEye
    from pyojeong.interfaces.webpages import is_web_address

    eye = PageEye.CLOVA if clova else PageEye.HERE
    if is_web_address(page):
        _web(page, output, picture, eye, as_json=as_json)
        return
    if picture is not None:
        raise PyojeongError("--picture는 웹 주소와 함께 씁니다.", "--picture goes with a web address.", kind="option")
    from pyojeong.interfaces import wiring

    _check_text_name(output)
    _deliver(_read(wiring.opened_image(page), eye), page, output, as_json=as_json)


def _web(address: str, output: Path | None, number: int | None, eye: PageEye, *, as_json: bool) -> None:
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.webpages import look_at, webpage_json
    from pyojeong.media.saving import picture_format

    wants_text = output is not None and output.suffix.lower() in TEXT_SUFFIXES
    if output is not None and not wants_text:
        picture_format(output)
    with patience():
        found = look_at(address)
    for notice in found.notices:
        complain(sentence(notice))
    chosen = found.picture(number).picture
    if output is not None and wants_text:
        _deliver(_read(chosen.image, eye), chosen.address, output, as_json=as_json)
        return
    if output is not None:
        wiring.save_picture(chosen.image, output)
    if as_json:
        print_json(webpage_json(found))
    elif output is None:
        show(_table(found))
    else:
        show_saved(output)


def _read(image: Image, eye: PageEye) -> Page:
    from pyojeong.interfaces.pages import read_page as read

    with patience():
        return read(image, eye)


def _deliver(page: Page, name: str, output: Path | None, *, as_json: bool) -> None:
    from pyojeong.interfaces.documents import write_document
    from pyojeong.interfaces.pages import page_json

    document = page_json(page, name)
    if output is not None:
        whole = json.dumps(document, ensure_ascii=False, indent=2) if output.suffix.lower() == ".json" else page.text
        write_document(output, whole + "\n")
    if as_json:
        print_json(document)
    elif output is None:
        _print(page)
    else:
        show_saved(output, say(f"{len(page.lines)}줄", f"{len(page.lines)} lines"))


def _print(page: Page) -> None:
    """The text alone where it goes on to a program; doubtful words marked where a person looks."""
    if not sys.stdout.isatty():
        sys.stdout.write(page.text + "\n")
        return
    from rich.text import Text

    from pyojeong.interfaces.pages import is_doubtful

    for line in page.lines:
        show(Text(" ").join(Text(word.text, "yellow underline" if is_doubtful(word) else "") for word in line.words))
    show(
        say(
            f"확신 {page.confidence:.2f}; 밑줄 친 말은 틀렸을 수 있습니다.",
            f"Certainty {page.confidence:.2f}; underlined words may be wrong.",
        )
    )


def _check_text_name(output: Path | None) -> None:
    if output is not None and output.suffix.lower() not in TEXT_SUFFIXES:
        names = ", ".join(TEXT_SUFFIXES)
        raise PyojeongError(
            f"읽은 글은 {names} 로 저장할 수 있는데 {output.suffix or '확장자 없음'}입니다.",
            f"Text is saved as {names}, but got {output.suffix or 'no extension'}.",
            kind="unknown-format",
        )


def _table(found: FoundPage) -> Table:
    from rich.table import Table

    from pyojeong.reading.page.web.looking import Seen

    kinds = {Seen.MAIN: say("페이지의 그림", "its picture"), Seen.SCREENSHOT: say("페이지의 모습", "screenshot")}
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in (("번호", "number"), ("무엇", "what"), ("크기", "size"), ("얼굴", "faces"), ("주소", "address")):
        table.add_column(say(*heading), overflow="fold")
    for number, one in enumerate(found.pictures):
        width, height = one.picture.image.size_wh
        mark = f"{number} *" if number == found.chosen else str(number)
        table.add_row(mark, kinds[one.picture.seen], f"{width}×{height}", str(len(one.faces)), one.picture.address)
    return table
