"""THE MATERIAL: pictures, moving pictures, where a face is, and their file formats."""

from pyojeong.media.clip import Clip
from pyojeong.media.face import Face, HeadPose
from pyojeong.media.image import Image

__all__ = ["Clip", "Face", "HeadPose", "Image"]
