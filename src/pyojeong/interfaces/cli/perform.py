"""``pyojeong perform``."""

from __future__ import annotations

from pyojeong.interfaces.cli.options import (
    AsJson,
    BackgroundSpec,
    EmotionSpec,
    ExpressionFile,
    FaceNumber,
    FramesPerSecond,
    Intensity,
    NeutralFirst,
    NoMark,
    Output,
    Picture,
    RecipeFile,
    SaveRecipe,
    Seconds,
    Several,
    TextToRead,
)
from pyojeong.interfaces.finish import DEFAULT_FRAMES_PER_SECOND, KEEP_BACKGROUND, Finish, Staging


def perform(
    image: Picture,
    output: Output,
    emotion: EmotionSpec = None,
    text: TextToRead = None,
    expression: ExpressionFile = None,
    several: Several = None,
    recipe: RecipeFile = None,
    face: FaceNumber = None,
    intensity: Intensity = None,
    neutral_first: NeutralFirst = False,
    background: BackgroundSpec = KEEP_BACKGROUND,
    no_mark: NoMark = False,
    seconds: Seconds = None,
    fps: FramesPerSecond = DEFAULT_FRAMES_PER_SECOND,
    save_recipe: SaveRecipe = None,
    as_json: AsJson = False,
) -> None:
    """Give a face in a photo another expression."""
    from pyojeong.interfaces import wiring
    from pyojeong.interfaces.cli.performing import Files, perform_order
    from pyojeong.interfaces.cli.text_source import text_from
    from pyojeong.interfaces.order import Order, expression_from, recipe_from, undo_of

    files = Files(image, output, save_recipe)
    staging = Staging(background, wiring.mark_wanted(False if no_mark else None))
    finish = Finish.of(output.suffix, staging, seconds=seconds, frames_per_second=fps)
    words = None if text is None else text_from(text)
    hand = None if expression is None else expression_from(expression)
    stack = None if recipe is None else recipe_from(recipe)
    order = Order(emotion, words, hand, several, face, intensity, undo_of(neutral_first=neutral_first), stack)
    perform_order(order, finish, files, as_json=as_json)
