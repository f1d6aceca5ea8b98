import sys
from pathlib import Path

import pytest

from pyojeong.performing.character.face import FacePlaces

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def places() -> FacePlaces:
    return FacePlaces(
        eyes=((77, 100), (163, 100)),
        eye_radius=17,
        brows_above=33,
        mouth=(120, 136),
        mouth_size=40,
        cheeks=((48, 138), (192, 138)),
        cheek_size=(19, 12),
        nose=(120, 119),
    )
