"""``pyojeong sticker``: packs planned and drawn, captions suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyojeong.errors import PyojeongError
from pyojeong.interfaces.cli.options import AsJson, NoMark, Writing
from pyojeong.interfaces.cli.photo import PhotoFace, drawn_sentence, photo_pack_in_hand
from pyojeong.interfaces.cli.screen import complain, patience, print_json, show, show_saved, stderr_console
from pyojeong.interfaces.cli.sticker_options import (
    Author,
    CharacterFile,
    Count,
    HowMany,
    PackFolder,
    PackSource,
    PlanFile,
    PlanOut,
    PlanSeed,
    StoreName,
    Title,
    VoiceName,
    Wishes,
)
from pyojeong.interfaces.messages import say

if TYPE_CHECKING:
    from rich.table import Table

    from pyojeong.performing.character import Character
    from pyojeong.stickers.packing import Pack
    from pyojeong.stickers.planning import PackPlan

Notice = tuple[str, str]
_USUAL_VOICE = "banmal"


def plan(
    character: CharacterFile,
    output: PlanOut,
    store: StoreName = None,
    count: Count = None,
    voice: VoiceName = _USUAL_VOICE,
    wish: Wishes = "",
    seed: PlanSeed = 0,
    title: Title = None,
    author: Author = "",
    as_json: AsJson = False,
) -> None:
    """Plan a pack: which moments, in which order, with which words; a file to be edited."""
    from pyojeong.interfaces.caption_writers import voice_of
    from pyojeong.interfaces.characters import load_character
    from pyojeong.interfaces.sticker_packs import plan_notices, planned, save_plan

    who, how = load_character(character), voice_of(voice)
    with patience():
        made, notices = planned(
            _named(store), who, count=count, voice=how, seed=seed, wishes=wish, title=title, author=author
        )
    save_plan(made, output)
    _complain_of((*notices, *plan_notices(made)))
    if as_json:
        print_json(made.to_dict())
    else:
        show(_plan_table(made))
        show_saved(output, say(f"{len(made.items)}개", f"{len(made.items)} stickers"))


def pack(
    source: PackSource,
    output: PackFolder,
    store: StoreName = None,
    plan: PlanFile = None,
    voice: VoiceName = _USUAL_VOICE,
    wish: Wishes = "",
    face: PhotoFace = None,
    count: Count = None,
    title: Title = None,
    no_mark: NoMark = False,
    as_json: AsJson = False,
) -> None:
    """Draw a pack into a folder, to a store's spec; stopped, the same command goes on from there.

    --face and --no-mark belong to packs of a photo; a plan says itself how many, in which voice and under which title.
    """
    from pyojeong.interfaces.photo_characters import is_picture
    from pyojeong.interfaces.sticker_packs import pack_json, plan_notices
    from pyojeong.stickers.planning import check_plan, draw_pack

    if is_picture(source):
        _refuse(_ELSE_THAN_PHOTOS, ("--plan", plan), ("--wish", wish))
        made, told = photo_pack_in_hand(
            source, _named(store), face=face, count=count, voice=voice, title=title, no_mark=no_mark
        )
        _write_photo_pack(made, _named(store), output, told, as_json=as_json)
        return
    _refuse(_OF_PHOTOS, ("--face", face), ("--no-mark", no_mark))

    with patience():
        wanted = _wanted(source, plan, store, _Asked(voice, wish, count, title))
        check_plan(wanted)
    _complain_of(plan_notices(wanted))
    with _progress(len(wanted.items) + len(wanted.rules.icons)) as advance:
        written = draw_pack(wanted, output, progress=advance)
    if as_json:
        print_json(pack_json(wanted, written))
    else:
        show(drawn_sentence(written, len(wanted.items)))


def _write_photo_pack(made: Pack, store: str, output: Path, notices: Sequence[Notice], *, as_json: bool) -> None:
    from pyojeong.interfaces.sticker_packs import written_json
    from pyojeong.stickers.packing import write_pack
    from pyojeong.stickers.stores import find_store

    rules = find_store(store)
    with _progress(len(made.stickers) + len(rules.icons)) as advance:
        written = write_pack(made, rules, output, progress=advance)
    if as_json:
        print_json(written_json(made.title, store, written, notices))
    else:
        show(drawn_sentence(written, len(made.stickers)))


_OF_PHOTOS = "사진으로 팩을 만들 때만 씁니다", "goes with a photo of a person only"
_ELSE_THAN_PHOTOS = (
    "사진 팩에는 쓰지 않습니다; 수와 말투는 --count와 --voice로 정합니다",
    "does not go with a photo; --count and --voice say how many and how they speak",
)
_IN_THE_PLAN = (
    "계획에 적혀 있는 것이라 여기서 바꾸지 않습니다; 계획 파일을 고치거나 pyojeong sticker plan으로 새로 짜 주세요",
    "is the plan's to say; edit the plan's file, or make another with pyojeong sticker plan",
)


def _refuse(why: tuple[str, str], *options: tuple[str, object]) -> None:
    """Options that do nothing here.

    Raises:
        PyojeongError: When one of them was given; ``why`` is its predicate, which names the way out.
    """
    given = ", ".join(name for name, value in options if value not in (None, "", False))
    if given:
        raise PyojeongError(f"{given}은(는) {why[0]}.", f"{given} {why[1]}.", kind="option")


def _complain_of(notices: Sequence[Notice]) -> None:
    for notice in notices:
        complain(say(*notice))


def caption(text: Writing, voice: VoiceName = _USUAL_VOICE, count: HowMany = 5, as_json: AsJson = False) -> None:
    """Suggest captions for what you want to say."""
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.caption_writers import captions_json, voice_of
    from pyojeong.interfaces.cli.text_source import text_from

    words, how = text_from(text), voice_of(voice)
    with patience():
        found = wiring.written_captions(words, wiring.text_reader().read(words).mood, how, count=count)
    _complain_of(found.notices)
    if found.model is not None:
        complain(
            say(
                f"언어 모델({found.model})이 쓴 글귀입니다. 팩 계획에 넣을 때는 text_model에 적어야 신고서가 맞습니다.",
                f"A language model ({found.model}) wrote these; name it as text_model in a plan, for the declaration.",
            )
        )
    if as_json:
        print_json(captions_json(words, found, how))
    else:
        show("\n".join(found.lines))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a plan made now shall be like; a plan that is there already says all of it itself."""

    voice: str
    wish: str
    count: int | None
    title: str | None

    def refuse(self) -> None:
        """Nothing when nothing was asked.

        Raises:
            PyojeongError: When something was.
        """
        voice = "" if self.voice == _USUAL_VOICE else self.voice
        options = ("--wish", self.wish), ("--voice", voice), ("--count", self.count), ("--title", self.title)
        _refuse(_IN_THE_PLAN, *options)


def _wanted(source: Path, plan: Path | None, store: str | None, asked: _Asked) -> PackPlan:
    """The plan to draw: the one given, for the store that is named; or one made now.

    Raises:
        PyojeongError: When a file does not fit, or plan and store contradict each other.
    """
    from pyojeong.interfaces.sticker_packs import load_plan, plan_or_character
    from pyojeong.performing.character import Character

    found = plan_or_character(source)
    if plan is not None or not isinstance(found, Character):
        asked.refuse()
    if isinstance(found, Character):
        wanted = replace(load_plan(plan), character=found) if plan else _planned_now(found, store, asked)
    elif plan is None:
        wanted = found
    else:
        raise PyojeongError(
            "--plan은 캐릭터와 함께 씁니다; 계획만 그릴 때는 빼 주세요.",
            "--plan goes with a character; leave it out to draw the plan itself.",
            kind="option",
        )
    return wanted if store is None else replace(wanted, store=store)


def _planned_now(character: Character, store: str | None, asked: _Asked) -> PackPlan:
    from pyojeong.interfaces.caption_writers import voice_of
    from pyojeong.interfaces.sticker_packs import planned

    made, notices = planned(
        _named(store),
        character,
        count=asked.count,
        voice=voice_of(asked.voice),
        wishes=asked.wish,
        title=asked.title,
    )
    _complain_of(notices)
    return made


def _named(store: str | None) -> str:
    if store is not None:
        return store
    from pyojeong.stickers.stores import known_stores

    names = ", ".join(known_stores())
    raise PyojeongError(f"--for에 상점을 적어 주세요: {names}.", f"Name a store with --for: {names}.", kind="no-store")


@contextmanager
def _progress(files: int) -> Iterator[Callable[[float], None]]:
    """A bar where a person watches; on Ctrl-C everybody is told what is kept."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console, reached = stderr_console(), 0
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        shown = bar.add_task(say("그리는 중", "drawing"), total=files)

        def advance(share: float) -> None:
            nonlocal reached
            reached = min(files, round(share * (files + 1)))
            bar.update(shown, completed=reached)

        try:
            yield advance
        except KeyboardInterrupt:
            bar.stop()
            complain(
                say(
                    f"{files}개 가운데 {reached}개를 그려 두었습니다; 같은 명령을 다시 하면 이어서 그립니다.",
                    f"{reached} of {files} are drawn and kept; the same command goes on from there.",
                )
            )
            raise


def _plan_table(made: PackPlan) -> Table:
    from rich.table import Table

    from pyojeong.stickers.composing import act_called

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in (("번호", "number"), ("순간", "moment"), ("글귀", "caption"), ("움직임", "moves")):
        table.add_column(say(*heading), overflow="fold")
    for number, item in enumerate(made.items, start=1):
        act = act_called(item.moment)
        named = f"{say(act.korean, act.english)} ({item.moment})"
        table.add_row(str(number), named, item.caption, "●" if made.moves(number) else "")
    return table
