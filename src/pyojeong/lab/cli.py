"""``pyojeong-lab``: train, evaluate and export models. Needs the ``lab`` extra (torch, scikit-learn, matplotlib)."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Annotated

import typer

from pyojeong.errors import PyojeongError

app = typer.Typer(help="표정 연구실: 모델을 가르치고, 재고, 내보냅니다.", no_args_is_help=True)
train_app = typer.Typer(help="Train a model.", no_args_is_help=True)
evaluate_app = typer.Typer(help="Measure a model on rows it never learned from.", no_args_is_help=True)
export_app = typer.Typer(help="Put a trained model into the package, with its card.", no_args_is_help=True)
app.add_typer(train_app, name="train")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(export_app, name="export")

Data = Annotated[Path, typer.Option(help="Folder of the downloaded text sets.", envvar="PYOJEONG_DATA")]
Corpora = Annotated[Path, typer.Option(help="The repository's own sentences.")]
Work = Annotated[Path, typer.Option(help="Where every stage keeps its result; run again to go on.")]
Picture = Annotated[Path | None, typer.Option(help="Also draw what was measured into this PNG.")]
Pictures = Annotated[Path | None, typer.Option(help="Also write per-class tables, confusions, reliability here.")]
_OPENED = "Also open the everyday tests and the hard groups: at most twice for any one model."
WithTests = Annotated[bool, typer.Option("--everyday-test", help=_OPENED)]
FaceData = Annotated[Path, typer.Option(help="Folder that holds fer2013_ferplus.", envvar="PYOJEONG_FACE_DATA")]
FaceWork = Annotated[Path, typer.Option(help="Where meshes and checkpoints are kept.")]
WithPublicTest = Annotated[bool, typer.Option("--public-test", help="Also open PublicTest: once for any one model.")]
Storybook = Annotated[Path | None, typer.Option(help="JSON of the Korean African Storybook, whose labels are ours.")]
INSTALL = "pip install 'pyojeong[lab]'"
_CORPORA, _WORK, _FACE_WORK = Path("corpora"), Path("out/text"), Path("out/face-emotion")


@train_app.command("text")
def train_text(data: Data, corpora: Corpora = _CORPORA, work: Work = _WORK) -> None:
    """Train the text model: about 45 minutes on two busy cores."""
    from pyojeong.lab.text_product import train_text_model

    typer.echo(train_text_model(data, corpora, work))


@train_app.command("face-emotion")
def train_face_emotion(
    data: FaceData,
    work: FaceWork = _FACE_WORK,
    minutes: Annotated[float, typer.Option(help="How long to train; the learning rate goes by it.", min=0.1)] = 75.0,
    workers: Annotated[int, typer.Option(help="Processes that learn together, one thread each.", min=1)] = 4,
    start: Annotated[Path | None, typer.Option(help="A face emotion ONNX file to learn on from.")] = None,
) -> None:
    """Train the face emotion model within the minutes given; a stopped run goes on where it was."""
    from pyojeong.lab import face_emotion_product

    typer.echo(face_emotion_product.train_face_emotion(data, work, minutes=minutes, workers=workers, start=start))


@train_app.command("tale-turns")
def train_tale_turns(
    output: Annotated[Path, typer.Option("--output", "-o", help="The weights: reading/tale/turns.txt.")],
    storybook: Storybook = None,
    corpora: Corpora = _CORPORA,
) -> None:
    """Learn who says what in tales: a minute."""
    from pyojeong.lab import tale_turns

    tales = tale_turns.labelled_tales(corpora / "tales", storybook)
    output.write_text(tale_turns.turns_text(tale_turns.learned(tales, tale_turns.prior_weights())), "utf-8")


@evaluate_app.command("tale-turns")
def evaluate_tale_turns(storybook: Storybook = None, corpora: Corpora = _CORPORA) -> None:
    """Who says what: the share right of tales that were left out while learning, ten parts: about a minute."""
    from pyojeong.lab import tale_turns

    tales = tale_turns.labelled_tales(corpora / "tales", storybook)
    typer.echo(f"{tale_turns.left_out(tales, tale_turns.prior_weights()):.3f}")


@train_app.command("drawn-emotion")
def train_drawn_emotion(
    emoji: Annotated[Path, typer.Option(help="Folder of the emoji sets with their catalog.csv.")],
    work: Annotated[Path, typer.Option(help="Where drawings are kept.")] = Path("out/drawn-emotion"),
) -> None:
    """Draw what is missing of our designs, learn to read them, measure, and put the reader into the package."""
    from pyojeong.lab import drawn_emotion_product

    typer.echo(drawn_emotion_product.train_drawn_emotion(emoji, work))


@train_app.command("head-template")
def train_head_template(
    source: Annotated[Path, typer.Argument(metavar="FOLDER", help="ICT-FaceKit's arrays: ict_facekit_light.npz.")],
    portraits: Annotated[Path, typer.Option(help="Folder of portraits by which landmarks are placed.")],
) -> None:
    """Make the head template of avatars from ICT-FaceKit's shapes: about a minute."""
    from pyojeong.lab import head_template_product

    typer.echo(head_template_product.train_head_template(source, portraits))


@evaluate_app.command("text")
def evaluate_text(
    data: Data, corpora: Corpora = _CORPORA, everyday_test: WithTests = False, pictures: Pictures = None
) -> None:
    """Measure the shipped text model; one JSON document on stdout."""
    from pyojeong.lab.text_product import measure_shipped

    report = measure_shipped(data, corpora, tests=everyday_test, pictures=pictures)
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2))


@export_app.command("text")
def export_text(
    data: Data,
    corpora: Corpora = _CORPORA,
    work: Work = _WORK,
    everyday_test: WithTests = False,
    pictures: Pictures = None,
) -> None:
    """Copy the trained text model into the package and write its card with what it measures."""
    from pyojeong.lab.text_product import export_text_model

    typer.echo(export_text_model(data, corpora, work, tests=everyday_test, pictures=pictures))


@evaluate_app.command("face-emotion")
def evaluate_face_emotion(
    data: FaceData, work: FaceWork = _FACE_WORK, public_test: WithPublicTest = False, picture: Picture = None
) -> None:
    """Measure the shipped face emotion model; one JSON document on stdout."""
    from pyojeong.lab.face_emotion_product import measure_shipped as measure_faces

    report = measure_faces(data, work, public_test=public_test, picture=picture)
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2))


@export_app.command("face-emotion")
def export_face_emotion(
    data: FaceData, work: FaceWork = _FACE_WORK, public_test: WithPublicTest = False, picture: Picture = None
) -> None:
    """Put the trained members into the package as one model and write its card with what it measures."""
    from pyojeong.lab import face_emotion_product

    typer.echo(face_emotion_product.export_face_emotion(data, work, public_test=public_test, picture=picture))


@export_app.command("gate")
def export_gate(
    data: Data,
    shared_alike: Annotated[Path, typer.Option(help="Folder that holds kmhas and beep_hate.")],
    corpora: Corpora = _CORPORA,
) -> None:
    """Train the gate's model of abuse, measure it, and put it into the package: about two minutes."""
    from pyojeong.lab.gate_training import Sources, train_and_export

    typer.echo(train_and_export(Sources(data, shared_alike, corpora)))


@export_app.command("classifier")
def export_classifier(
    source: Annotated[str, typer.Argument(metavar="FOLDER|OWNER/NAME", help="A classifier with PyTorch weights.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Folder to write.")],
) -> None:
    """Turn a Hugging Face classifier into an ONNX folder for `pyojeong models add`."""
    from pyojeong.lab import classifier_export

    typer.echo(classifier_export.export_classifier(source, output))


@app.command("explore")
def explore_set(
    dataset: Annotated[
        str, typer.Argument(metavar="NAME|TABLE|FOLDER", help="A known set, a CSV or TSV, or pictures.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="REPORT.html", help="The page to write.")],
    data: Annotated[Path | None, typer.Option(help="Folder of the downloaded sets.", envvar="PYOJEONG_DATA")] = None,
    corpora: Corpora = _CORPORA,
    text: Annotated[str, typer.Option(metavar="COLUMN", help="Column of an own table that holds the text.")] = "",
    label: Annotated[str, typer.Option(metavar="COLUMN", help="Column of an own table that holds the label.")] = "",
    part: Annotated[str, typer.Option(metavar="COLUMN", help="Column that names the split of a row.")] = "",
    looked_at: Annotated[int, typer.Option("--faces", help="Pictures in which faces are looked for.", min=0)] = 200,
) -> None:
    """Draw what is in a set of texts or faces on one page that opens without a network."""
    from pyojeong.lab.explore.exploring import Places, explore
    from pyojeong.lab.explore.own_table import Columns

    typer.echo(explore(dataset, Places(data, corpora), output, columns=Columns(text, label, part), looked_at=looked_at))


def main() -> None:
    """Run the command line; a person's mistake ends with code 2 and one line."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        app()
    except PyojeongError as mistake:
        typer.echo(mistake.korean, err=True)
        raise SystemExit(2) from mistake
    except ModuleNotFoundError as missing:
        if _is_ours(missing):
            raise
        typer.echo(f"연구실에는 {missing.name} 패키지가 더 필요합니다; 설치: {INSTALL}", err=True)
        raise SystemExit(2) from missing


def _is_ours(missing: ModuleNotFoundError) -> bool:
    """Whether a module of this package is what is missing: then it is a bug, not an extra left out."""
    return (missing.name or "pyojeong").partition(".")[0] == "pyojeong"
