"""What the geometry and the layers of the photo performer hand each other. Values only, no drawing.

Axes. *Picture*: pixels, x right, y down. *Canonical*: centimetres of a mean face that looks at the camera, x towards
the person's left (the viewer's right), y up, z out of the face. A pair is always (left, right) of the person's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Map = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.int32]
Pair = tuple[float, float]
Box = tuple[int, int, int, int]

NONE: Pair = (0.0, 0.0)
OPEN_MOUTH_CM = 0.22
"""Inner lip gap from which a photographed mouth counts as open (measured on 8 photos: closed ones reach .15)."""
GLASSES_SCORE = 0.085
"""`glasses.frame_contrast` from which glasses are assumed. On 38 portraits it parts the 6 wearers from the others; of
500 further faces 47 lie above it, 2 of them without glasses, and about 17 wearers between .05 and it."""


def project(affine: Floats, points_cm: Floats) -> Floats:
    """N×2 pixels of N×3 canonical points through a 2×4 ``affine``.

    >>> project(np.array([[10.0, 0, 0, 5], [0, -10, 0, 7]]), np.array([[1.0, 2.0, 9.0]])).tolist()
    [[15.0, -13.0]]
    """
    return np.asarray(points_cm @ affine[:, :3].T + affine[:, 3], np.float64)


class Undo(str, Enum):
    """How much of the photographed expression goes before the new one comes."""

    CONFLICTS = "conflicts"
    ALL = "all"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class BrowPose:
    """What the photographed brows show, in cm beyond what is usual; see `brows`.

    Attributes:
        worry_cm: (left, right) inner end up, the brow sloping down outwards, as in sorrow.
        knit_cm: (left, right) inner end down and inwards, as in a scowl.
        raised_cm: (left, right) the whole brow up, as in surprise.
    """

    worry_cm: Pair = NONE
    knit_cm: Pair = NONE
    raised_cm: Pair = NONE


@dataclass(frozen=True, slots=True)
class FaceTraits:
    """What this person's photographed face measures, in canonical centimetres.

    Attributes:
        mouth_gap_cm: Mean distance of the inner lips in the middle.
        mouth_width_cm: Corner to corner.
        corner_lift_cm: (left, right) height of the mouth corners above the middle of the lips, without what an open
            jaw alone adds to it.
        smile: 0 none, 1 a full smile, at most 1.3.
        eye_height_cm: (left, right) lid opening.
        eye_width_cm: (left, right) inner to outer corner.
        lid_brow_cm: (left, right) upper lid to the brow's lower edge.
        inner_brow_cm: (left, right) inner brow above the inner eye corner.
        glasses_score: Contrast of something like a frame, see `GLASSES_SCORE`.
        roughness: Fine skin contrast, about .015 (young) to .045; a stand-in for how readily wrinkles show.
        lip_height_cm: Red of the upper and the lower lip together, in the middle.
        brows: What the brows show.
    """

    mouth_gap_cm: float
    mouth_width_cm: float
    corner_lift_cm: Pair
    smile: float
    eye_height_cm: Pair
    eye_width_cm: Pair
    lid_brow_cm: Pair
    inner_brow_cm: Pair
    glasses_score: float = 0.0
    roughness: float = 0.02
    lip_height_cm: float = 1.7
    brows: BrowPose = BrowPose()

    @property
    def mouth_open(self) -> bool:
        """Whether the photo shows the inside of the mouth."""
        return self.mouth_gap_cm > OPEN_MOUTH_CM

    @property
    def glasses(self) -> bool:
        """Whether the person seems to wear glasses."""
        return self.glasses_score > GLASSES_SCORE


@dataclass(frozen=True, slots=True, eq=False)
class Rims:
    """The rims of a pair of glasses, as rings of points in one plane of the head.

    Attributes:
        plane_z_cm: Canonical depth of that plane.
        left_cm: Inner and outer edge of the rim before the person's left eye, N×2 canonical points each.
        right_cm: The same before the right eye.
        bridge_cm: Outline of the bar between them, or None where it does not stand out.
    """

    plane_z_cm: float
    left_cm: tuple[Floats, Floats]
    right_cm: tuple[Floats, Floats]
    bridge_cm: Floats | None = None

    @property
    def pieces(self) -> tuple[tuple[Floats, Floats | None], ...]:
        """Outline and hole of every piece of the frame."""
        lenses = tuple((outer, inner) for inner, outer in (self.left_cm, self.right_cm))
        return lenses if self.bridge_cm is None else (*lenses, (self.bridge_cm, None))


@dataclass(frozen=True, slots=True, eq=False)
class SourceMesh:
    """The photographed face as a mesh; made once a photo.

    Attributes:
        landmarks_px: 478×3 picture pixels (468 face points, right iris 468–472, left iris 473–477).
        scale: Pixels a canonical centimetre.
        rotation: 3×3, canonical → camera (x right, y up, z towards the viewer).
        camera: 2×4 affine, canonical cm (x, y, z, 1) → picture pixels.
        local_cm: 478×3 personal shape in the canonical frame; ``camera`` takes it back to ``landmarks_px`` exactly.
        coarse_px: 576×2 picture pixels: 468 face points (closed lips pinched to their dark seam) and three rings.
        vertices_px: V×2 picture pixels of the twice subdivided mesh; ``topology.fine_mesh()`` has its triangles.
        draw_order: Triangle numbers of the fine mesh, far to near.
        roi_xyxy: Whole pixels around the outermost ring, within the picture.
        picture_wh: Width and height of the picture.
        traits: Measures of this face.
        rims: Of glasses, where they stand out from the skin all the way round.
    """

    landmarks_px: Floats
    scale: float
    rotation: Floats
    camera: Floats
    local_cm: Floats
    coarse_px: Floats
    vertices_px: Floats
    draw_order: Ids
    roi_xyxy: Box
    picture_wh: tuple[int, int]
    traits: FaceTraits
    rims: Rims | None = None

    def to_px(self, points_cm: Floats) -> Floats:
        """N×2 picture pixels of N×3 canonical points."""
        return project(self.camera, points_cm)

    def direction_px(self, direction_cm: tuple[float, float, float]) -> Floats:
        """2 picture pixels a canonical direction spans, e.g. (0, 1, 0): one centimetre up the face."""
        return np.asarray(self.camera[:, :3] @ np.array(direction_cm), np.float64)


@dataclass(frozen=True, slots=True)
class MouthShape:
    """An open mouth to draw towards: arcs hung between the mouth corners.

    Attributes:
        weight: 0 none, 1 exactly this shape.
        up_cm: Height of the upper arc above the corner line.
        down_cm: Depth of the lower arc below it.
        roundness: Power of the arc's profile; .5 is an ellipse, larger is pointed.
    """

    weight: float
    up_cm: float
    down_cm: float
    roundness: float = 0.6


@dataclass(frozen=True, slots=True)
class HeadTurn:
    """Small rotation of the whole head, in degrees, signed as `pyojeong.media.face.HeadPose`."""

    yaw_degrees: float = 0.0
    pitch_degrees: float = 0.0
    roll_degrees: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.yaw_degrees or self.pitch_degrees or self.roll_degrees)


@dataclass(frozen=True, slots=True)
class Movement:
    """What this one photographed face has to do; relative to the photo, so all zero is the photo itself.

    Attributes:
        activations: Muscle (a key of ``muscles.FIELDS``, ARKit stems such as ``mouthSmile``) → (left, right). Undoing
            the photo makes them negative.
        blink: (left, right) share of the lid opening that closes.
        wide: (left, right) widening, already capped for this eye.
        squint: (left, right) lower lid up, upper a little down; includes the share of raised cheeks.
        lid_slope: Sad (> 0) or angry (< 0) tilt of the upper lids.
        jaw_open: 1 is 15.5 degrees.
        jaw_left_cm: Sideways, towards the person's left.
        jaw_forward_cm: Towards the viewer.
        mouth_close: 0 as photographed and moved, 1 lips sealed.
        upper_cover: Share of the photographed lip gap the upper lip comes down, over the teeth.
        mouth_shape: Target of an open mouth, or None.
        gaze_left_cm: (x, y) canonical shift of the left iris.
        gaze_right_cm: (x, y) canonical shift of the right iris.
        undo: Share of the photographed expression removed; drives the removal of its shading.
        unknit: Share of photographed knit brows removed; drives the removal of their lines.
        smile: The smile there is when all is done, photographed plus new (0–1.3); for teeth and folds.
        blush: [0, 1].
        tongue_out: [0, 1]; drawn by the layers only.
        turn: Of the head.
    """

    activations: Mapping[str, Pair] = field(default_factory=dict)
    blink: Pair = NONE
    wide: Pair = NONE
    squint: Pair = NONE
    lid_slope: float = 0.0
    jaw_open: float = 0.0
    jaw_left_cm: float = 0.0
    jaw_forward_cm: float = 0.0
    mouth_close: float = 0.0
    upper_cover: float = 0.0
    mouth_shape: MouthShape | None = None
    gaze_left_cm: Pair = NONE
    gaze_right_cm: Pair = NONE
    undo: float = 0.0
    unknit: float = 0.0
    smile: float = 0.0
    blush: float = 0.0
    tongue_out: float = 0.0
    turn: HeadTurn = HeadTurn()

    def __post_init__(self) -> None:
        object.__setattr__(self, "activations", MappingProxyType(dict(self.activations)))

    @property
    def resting(self) -> bool:
        """Whether nothing moves or changes colour: the picture is the photo, whatever smile it holds."""
        return replace(self, smile=0.0) == Movement()

    def pair(self, muscle: str) -> Pair:
        """The (left, right) activation of ``muscle``; (0, 0) when it rests."""
        return self.activations.get(muscle, NONE)


@dataclass(frozen=True, slots=True, eq=False)
class Deformed:
    """The face after a movement, with the way back to the photo; one per frame.

    Attributes:
        roi_xyxy: Whole picture pixels the maps cover; larger than the source's when the head turns.
        displacement_cm: 468×3 canonical displacement of the face points, without the head's turn.
        coarse_px: 576×2 roi pixels.
        vertices_px: V×2 roi pixels.
        map_x: float32 roi H×W: the *picture* column each roi pixel comes from. Eye and mouth holes continue the skin
            around them; the layers cover them.
        map_y: The same for rows.
        inside: bool roi H×W: pixels that may change; all others must stay bit-identical.
        moved: bool roi H×W, within ``inside``: pixels whose source is more than .02 px away from themselves.
        skull: 2×4 affine, canonical cm (x, y, z, 1) → roi pixels, of what the skull holds (eyeballs, upper teeth).
    """

    roi_xyxy: Box
    displacement_cm: Floats
    coarse_px: Floats
    vertices_px: Floats
    map_x: Map
    map_y: Map
    inside: Mask
    moved: Mask
    skull: Floats
