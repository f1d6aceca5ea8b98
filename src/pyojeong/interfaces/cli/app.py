"""The commands gathered, and what happens when one of them fails."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from pyojeong import __version__
from pyojeong.interfaces.cli import character, sticker, sticker_check, story
from pyojeong.interfaces.cli.avatar import avatar
from pyojeong.interfaces.cli.models import list_models, remove_model, verify_models
from pyojeong.interfaces.cli.models_add import add_model
from pyojeong.interfaces.cli.perform import perform
from pyojeong.interfaces.cli.read_face import read_face
from pyojeong.interfaces.cli.read_page import read_page
from pyojeong.interfaces.cli.read_text import read_text
from pyojeong.interfaces.cli.screen import complain, speak_utf8
from pyojeong.interfaces.cli.serve import serve
from pyojeong.interfaces.cli.usage import shows_help_only, usage_sentence
from pyojeong.interfaces.failures import person_error
from pyojeong.interfaces.messages import say, sentence

OK, OURS, PERSONS, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="pyojeong",
    help=say(
        "표정: 한국어 글에서 감정을 읽고 사진에서 얼굴을 재며, 어떤 얼굴이든 그 감정을 짓게 합니다.",
        "Pyojeong reads the emotion in Korean writing, measures faces, and lets any face perform the emotion.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
read_app = typer.Typer(
    no_args_is_help=True,
    help=say("글에서 감정을, 사진에서 얼굴을 읽습니다.", "Read the emotion in text, or the faces in a photo."),
)
character_app = typer.Typer(
    no_args_is_help=True, help=say("그림 캐릭터를 만들고 그립니다.", "Make and draw characters.")
)
sticker_app = typer.Typer(
    no_args_is_help=True, help=say("이모티콘 팩을 짜고 그립니다.", "Plan and draw sticker packs.")
)
story_app = typer.Typer(
    no_args_is_help=True, help=say("동화를 배역과 감정으로 읽고 영화로 만듭니다.", "Cast tales and make films of them.")
)
models_app = typer.Typer(no_args_is_help=True, help=say("모델 파일.", "The model files."))

read_app.command("text", help=say("문장마다 감정을 읽고, 그렇게 본 낱말을 보입니다.", read_text.__doc__ or ""))(
    read_text
)
read_app.command(
    "face",
    help=say(
        "얼굴의 자리, 고개 방향, 대강의 표정을 재고 드러난 감정을 읽습니다.",
        "Measure each face: its place, the turn of the head, its coarse expression, and read the feeling it shows.",
    ),
)(read_face)
read_app.command(
    "page",
    help=say("종이를 찍은 사진에서 글을, 웹 페이지에서 그림과 얼굴을 읽습니다.", read_page.__doc__ or ""),
)(read_page)
models_app.command("list", help=say("모델과 출처, 허가, 품질.", list_models.__doc__ or ""))(list_models)
models_app.command("verify", help=say("파일이 온전한지 봅니다.", verify_models.__doc__ or ""))(verify_models)
models_app.command("add", help=say("글을 읽는 더 큰 모델을 더합니다.", add_model.__doc__ or ""))(add_model)
models_app.command("remove", help=say("더한 모델을 지웁니다.", remove_model.__doc__ or ""))(remove_model)
character_app.command("new", help=say("캐릭터를 만듭니다.", character.new.__doc__ or ""))(character.new)
character_app.command(
    "draw", help=say("캐릭터를 그립니다: 멈춘 그림, 움직이는 그림, SVG.", character.draw.__doc__ or "")
)(character.draw)
character_app.command("sheet", help=say("여덟 감정을 한 장에 그립니다.", character.sheet.__doc__ or ""))(
    character.sheet
)
character_app.command("designs", help=say("디자인과 고를 수 있는 것.", character.designs.__doc__ or ""))(
    character.designs
)
sticker_app.command("plan", help=say("팩을 짭니다: 어떤 순간을 어떤 말로.", sticker.plan.__doc__ or ""))(sticker.plan)
sticker_app.command("pack", help=say("팩을 상점 규격대로 그립니다.", sticker.pack.__doc__ or ""))(sticker.pack)
sticker_app.command(
    "check", help=say("내기 전에 팩을 살핍니다: 규격, 그림, 감정, 글귀.", sticker_check.check.__doc__ or "")
)(sticker_check.check)
sticker_app.command("caption", help=say("하고 싶은 말에 어울리는 글귀.", sticker.caption.__doc__ or ""))(
    sticker.caption
)
story_app.command("cast", help=say("누가 무엇을 어떤 마음으로 말하나.", story.cast.__doc__ or ""))(story.cast)
story_app.command("film", help=say("악보나 동화로 영화를 만듭니다.", story.film.__doc__ or ""))(story.film)
app.add_typer(read_app, name="read")
app.command("perform", help=say("사진 속 얼굴에 다른 표정을 줍니다.", perform.__doc__ or ""))(perform)
app.command("avatar", help=say("사진 속 사람을 입체 머리로 만듭니다.", avatar.__doc__ or ""))(avatar)
app.add_typer(character_app, name="character")
app.add_typer(sticker_app, name="sticker")
app.add_typer(story_app, name="story")
app.command("serve", help=say("이 컴퓨터의 브라우저로 스튜디오를 엽니다.", serve.__doc__ or ""))(serve)
app.add_typer(models_app, name="models")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def pyojeong(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help=say("판 번호.", "The version.")),
    ] = False,
) -> None:
    """Options before any command; the callback has answered already when one was given."""


def run(arguments: Sequence[str]) -> int:
    """The exit code of ``pyojeong`` with ``arguments``: 0 well, 2 the person's mistake, 1 ours, 130 interrupted."""
    try:
        code = app(list(arguments), prog_name="pyojeong", standalone_mode=False)
        return _interrupted() if code == INTERRUPTED else int(code or OK)
    except typer.TyperException as misuse:
        if not shows_help_only(misuse):
            complain(usage_sentence(misuse))
        return PERSONS
    except (KeyboardInterrupt, typer.Abort):  # the parser turns most of the former into its exit code 130
        return _interrupted()
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as failure:
        return _failed(failure)


def _interrupted() -> int:
    complain(say("멈췄습니다.", "Stopped."))
    return INTERRUPTED


def _failed(failure: Exception) -> int:
    known = person_error(failure)
    if known is not None:
        complain(sentence(known))
        return PERSONS
    complain(_bug_sentence(failure))
    if os.environ.get("PYOJEONG_DEBUG"):
        traceback.print_exception(failure)
    return OURS


def _bug_sentence(failure: Exception) -> str:
    name = f"{type(failure).__name__}: {failure}"
    return say(
        f"표정 프로그램의 잘못으로 멈췄습니다({name}); PYOJEONG_DEBUG=1로 다시 하면 자세히 보입니다.",
        f"Pyojeong itself failed ({name}); PYOJEONG_DEBUG=1 shows where.",
    )


def main() -> None:
    """Run the command line and exit with its code."""
    speak_utf8()
    sys.exit(run(sys.argv[1:]))
