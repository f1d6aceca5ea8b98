"""The places and how each is composed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.film.screenplay import Place
from pyojeong.performing.film.sets.places.field import FIELD
from pyojeong.performing.film.sets.places.forest import FOREST
from pyojeong.performing.film.sets.places.heaven import HEAVEN
from pyojeong.performing.film.sets.places.market import MARKET
from pyojeong.performing.film.sets.places.mountain import MOUNTAIN
from pyojeong.performing.film.sets.places.night import NIGHT
from pyojeong.performing.film.sets.places.palace import PALACE
from pyojeong.performing.film.sets.places.river import RIVER
from pyojeong.performing.film.sets.places.room import ROOM
from pyojeong.performing.film.sets.places.school import SCHOOL
from pyojeong.performing.film.sets.places.sea import SEA
from pyojeong.performing.film.sets.places.snow import SNOW
from pyojeong.performing.film.sets.places.stage import STAGE
from pyojeong.performing.film.sets.places.undersea import UNDERSEA
from pyojeong.performing.film.sets.places.village import VILLAGE
from pyojeong.performing.film.sets.sheets import Composition

COMPOSITIONS: Mapping[Place, Composition] = MappingProxyType(
    {
        Place.FOREST: FOREST,
        Place.SEA: SEA,
        Place.PALACE: PALACE,
        Place.NIGHT: NIGHT,
        Place.VILLAGE: VILLAGE,
        Place.SCHOOL: SCHOOL,
        Place.SNOW: SNOW,
        Place.FIELD: FIELD,
        Place.MOUNTAIN: MOUNTAIN,
        Place.RIVER: RIVER,
        Place.ROOM: ROOM,
        Place.MARKET: MARKET,
        Place.STAGE: STAGE,
        Place.SKY: HEAVEN,
        Place.UNDERSEA: UNDERSEA,
    }
)
