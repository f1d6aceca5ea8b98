"""The mouth: the kind chosen by the looks, or the one shape of all that is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pyojeong.media.drawing.nodes import Group, Matrix
from pyojeong.performing.character.acting import Acting
from pyojeong.performing.character.face import mouthlines, mouthopen
from pyojeong.performing.character.face.forms import mouth_form
from pyojeong.performing.character.face.mouthcase import MouthCase
from pyojeong.performing.character.face.mouthspoken import spoken
from pyojeong.performing.character.face.spokenform import spoken_form
from pyojeong.performing.character.face.style import FacePlaces, FaceStyle
from pyojeong.performing.character.looks import Looks, Mouth
from pyojeong.performing.character.pens import Nodes, Pen

MOUTHS: Mapping[Mouth, Callable[[MouthCase], Nodes]] = MappingProxyType(
    {
        Mouth.OMEGA: mouthlines.omega,
        Mouth.SMILE: mouthlines.smile,
        Mouth.LINE: mouthlines.level,
        Mouth.FROWN: mouthlines.frown,
        Mouth.SNEER: mouthlines.sneer,
        Mouth.POUT: mouthlines.pout,
        Mouth.WAVE: mouthlines.wave,
        Mouth.BILABIAL: mouthlines.bilabial,
        Mouth.KISS: mouthlines.kiss,
        Mouth.CHEW: mouthlines.chew,
        Mouth.LAUGH: mouthopen.laugh,
        Mouth.WAIL: mouthopen.wail,
        Mouth.ROUND: mouthopen.round_mouth,
        Mouth.TEETH: mouthopen.teeth_bared,
        Mouth.TALK: mouthopen.talk,
        Mouth.TONGUE: mouthopen.tongue_out,
        Mouth.SPIT: mouthopen.spit,
    }
)


def mouth_nodes(pen: Pen, places: FacePlaces, style: FaceStyle, acting: Acting, looks: Looks) -> Nodes:
    """One group."""
    case = MouthCase(pen, style, mouth_form(acting.expression), places.mouth, places.mouth_size, acting.phase)
    tilt = Matrix.turned(places.tilt_degrees, places.mouth) if places.tilt_degrees else None
    if acting.speech is not None:
        drawn = spoken(case, spoken_form(acting.expression, acting.speech))
    else:
        drawn = MOUTHS[looks.mouth](case)
    return (Group(drawn, matrix=tilt, name="mouth"),)
