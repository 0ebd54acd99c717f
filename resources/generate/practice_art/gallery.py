"""Which pictures there are, by the name of their file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import above_scenes, place_scenes, table_scenes
from .canvas import Canvas
from .shop_front import shop_front

PICTURES: Mapping[str, Callable[[], Canvas]] = {
    "moss-teapot": table_scenes.moss_teapot,
    "celadon-cups": table_scenes.celadon_cups,
    "blue-cups": table_scenes.blue_cups,
    "ash-bowl": table_scenes.ash_bowl,
    "matcha-whisk": table_scenes.matcha,
    "sencha-tin": table_scenes.sencha_tin,
    "smoked-tin": table_scenes.smoked_tin,
    "jasmine-tin": table_scenes.jasmine_tin,
    "linen-cloth": table_scenes.linen_cloths,
    "parcels": table_scenes.parcels,
    "drying-bowls": table_scenes.drying_bowls,
    "tea-table": place_scenes.tea_table,
    "kiln-shelf": place_scenes.kiln_shelf,
    "shop-front": shop_front,
    "glaze-tiles": above_scenes.glaze_tiles,
    "three-teas": above_scenes.three_teas,
    "gift-box": above_scenes.gift_box,
    "logo": place_scenes.logo,
}
