from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import cv2
import numpy as np
import pytest

pytest.importorskip("matplotlib", reason="matplotlib is in the lab extra")
pytest.importorskip("sklearn", reason="scikit-learn is in the lab extra")
pytestmark = pytest.mark.lab

from pyojeong.errors import PyojeongError  # noqa: E402
from pyojeong.lab.explore import charts  # noqa: E402
from pyojeong.lab.explore.clouds import SIZE_WH, layout  # noqa: E402
from pyojeong.lab.explore.exploring import NAMES, Columns, Places, explore  # noqa: E402
from pyojeong.lab.explore.words import KeyWord  # noqa: E402

NOWHERE = Places(None, Path("nowhere"))
GLAD = ("오늘 친구를 만나서 정말 기뻤다", "합격 소식을 듣고 기뻐서 웃었다", "선물을 받고 즐거워서 웃음이 났다")
SORRY = ("할머니 생각에 눈물이 났다", "이별이 슬퍼서 눈물만 흘렸다", "혼자 남아 서럽고 슬펐다")


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.addresses += [known[name] or "" for name in ("src", "href", "xlink:href") if name in known]
        if tag == "svg":
            self.labels.append(known.get("aria-label") or "")


def explored(dataset: Path, output: Path, columns: Columns) -> str:
    assert explore(str(dataset), NOWHERE, output, columns=columns, looked_at=0) == output
    return output.read_text("utf-8")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = [
        f"{text} {n},{label}" for n in range(8) for label, some in (("기쁨", GLAD), ("슬픔", SORRY)) for text in some
    ]
    path = tmp_path / "일기.csv"
    path.write_text("글,감정\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def test_a_table_becomes_one_page_that_needs_nothing_else(table: Path, tmp_path: Path) -> None:
    html = explored(table, tmp_path / "out" / "r.html", Columns("글", "감정"))

    page = Elements()
    page.feed(html)
    assert page.labels and all(page.labels)
    assert all(address.startswith(("#", "data:")) for address in page.addresses)
    assert not re.search(r"url\((?!data:|#)", html)
    assert "n=48" in html
    assert "눈물" in html and "prefers-color-scheme: dark" in html
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["r.html"]


def test_what_a_table_says_is_never_markup(table: Path, tmp_path: Path) -> None:
    table.write_text("글,감정\n<script>alert(1)</script>,<b>기쁨\n" * 1 + "좋다,슬픔\n", "utf-8")

    html = explored(table, tmp_path / "r.html", Columns("글", "감정"))

    assert "<script" not in html and "<b>" not in html


def test_cp949_tables_of_korean_spreadsheets_are_read(table: Path, tmp_path: Path) -> None:
    table.write_bytes(table.read_text("utf-8").encode("cp949"))

    assert "기쁨" in explored(table, tmp_path / "r.html", Columns("글", "감정"))


def test_a_table_without_labels_is_described_too(table: Path, tmp_path: Path) -> None:
    assert "라벨 없음" in explored(table, tmp_path / "r.html", Columns("글"))


def test_a_folder_of_pictures_is_counted_and_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "사진"
    for label in ("기쁨", "슬픔"):
        (folder / label).mkdir(parents=True)
        picture = np.random.default_rng(len(label)).integers(0, 255, (80, 60, 3)).astype(np.uint8)
        cv2.imencode(".png", picture)[1].tofile(folder / label / "한 장.png")

    html = explored(folder, tmp_path / "r.html", Columns(""))

    assert "60×80" in html
    assert "<img" not in html
    assert "라벨이 서로 다른 무리 · 하위 폴더 (label)" in html  # the same picture under two labels


@pytest.mark.parametrize(
    ("content", "columns", "words"),
    [
        ("글,감정\n", Columns("글"), "읽을 줄이 없습니다"),
        ("글,감정\n가,나,다\n", Columns("글"), "2번째 줄은 칸이 3개"),
        ('글,감정\n"가,나\n', Columns("글"), "표로 읽을 수 없습니다"),
        ("글,감정\n가,나\n", Columns("본문"), "'본문' 열이 없습니다. 있는 열: 글, 감정"),
        ("글,감정\n가,나\n", Columns(""), "--text로 알려"),
        ("글,감정\n" + "".join(f"가,{n}\n" for n in range(99)), Columns("글", "감정"), "라벨로 볼 수 없습니다"),
    ],
)
def test_broken_tables_are_refused_in_a_sentence(table: Path, content: str, columns: Columns, words: str) -> None:
    table.write_text(content, "utf-8")
    output = table.with_name("r.html")

    with pytest.raises(PyojeongError, match=re.escape(words)):
        explore(str(table), NOWHERE, output, columns=columns, looked_at=0)

    assert not output.exists()


def test_a_file_that_is_no_text_is_refused(table: Path) -> None:
    table.write_bytes(b"\xff\xfe\x00\x81" * 20)

    with pytest.raises(PyojeongError, match="UTF-8 또는 CP949"):
        explore(str(table), NOWHERE, table.with_name("r.html"), columns=Columns("글"), looked_at=0)


def test_an_unknown_name_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(PyojeongError) as refused:
        explore("nmsc", NOWHERE, tmp_path / "r.html", columns=Columns(""), looked_at=0)

    assert all(name in refused.value.korean for name in NAMES)


@pytest.mark.parametrize("name", ["nsmc", "everyday", "ferplus", "sfhq"])
def test_a_known_set_without_its_folder_says_which_option_names_it(name: str, tmp_path: Path) -> None:
    for places in (NOWHERE, Places(tmp_path, tmp_path)):
        with pytest.raises(PyojeongError, match=r"--data|--corpora"):
            explore(name, places, tmp_path / "r.html", columns=Columns(""), looked_at=0)


def test_labels_and_votes_of_ferplus_meet_in_one_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="torch is in the lab extra")
    from pyojeong.emotion.taxonomy import FER2013, FERPLUS
    from pyojeong.lab import face_emotion_data
    from pyojeong.lab.explore.face_sets import face_set

    votes = np.zeros((2, 10), np.int64)
    votes[0, FERPLUS.labels.index("happiness")] = votes[1, FERPLUS.labels.index("sadness")] = 10
    own = np.array([FER2013.labels.index("Happy"), FER2013.labels.index("Sad")])
    two = face_emotion_data.Pictures(
        np.zeros((2, 48, 48), np.uint8), votes, own, np.array(["Training"] * 2), np.arange(2), np.zeros(2, bool)
    )
    monkeypatch.setattr(face_emotion_data, "load", lambda folder: two)
    (tmp_path / "fer2013_ferplus").mkdir()
    names = [[one.names[value] for value in one.values] for one in face_set("ferplus", tmp_path).labellings]
    assert names == [["happy", "sad"], ["happiness", "sadness"]]


def test_words_of_a_cloud_do_not_touch_and_stay_inside() -> None:
    words = [
        KeyWord(f"{first}{second}다", 12 - n * 0.25, 9)
        for n, (first, second) in enumerate(
            zip("가나다라마바사아자차카타파하" * 3, "물불숲길별달눈꽃" * 6, strict=False)
        )
    ]

    placed = layout(words)

    assert len(placed) > 20
    for n, one in enumerate(placed):
        left, top, right, bottom = one.box_xyxy
        assert 0 <= left < right <= SIZE_WH[0] and 0 <= top < bottom <= SIZE_WH[1]
        for other in placed[n + 1 :]:
            x0, y0, x1, y1 = other.box_xyxy
            assert right <= x0 or x1 <= left or bottom <= y0 or y1 <= top
    assert placed[0].size_px == max(one.size_px for one in placed)


def test_charts_follow_the_colours_of_the_page_and_keep_their_words() -> None:
    svg = charts.bars(
        ["기쁨", "다른 것"], [("줄", [3, 1])], colours=[charts.colour_of("기쁨"), charts.colour_of("다른 것")]
    )

    assert ">기쁨</text>" in svg
    assert "var(--accent)" in svg and "var(--ink)" in svg
    assert "#10000" not in svg
    assert not re.search(r"<svg[^>]* (width|height)=", svg)
