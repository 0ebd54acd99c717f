"""Fills the practice account with the sample shop: its card, hours, products and pictures.

Sizes of the pictures are read from their first bytes: no picture is decoded, it takes milliseconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from services.clock import Clock
from services.media.pictures import PictureStore
from services.my_shop.products import Products
from services.my_shop.profiles import DayHours, Profile, Profiles
from services.paths import Paths
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.practice.sample_shop import SampleProfile


class PracticeShop:
    def __init__(self, paths: Paths, database: Database, clock: Clock) -> None:
        from services.x_api.practice import sample_shop

        self._profile = sample_shop.PROFILE
        self._products = sample_shop.PRODUCTS
        self._pictures = PictureStore(paths, database, clock)
        self._database = database
        self._clock = clock
        self._hashes: dict[Path, str] = {}

    @property
    def handle(self) -> str:
        return self._profile.handle

    @property
    def x_user_id(self) -> str:
        return self._profile.user_id

    @property
    def zone(self) -> str:
        """Where the sample shop stands, wherever the owner is."""
        return self._profile.zone

    def keep_pictures(self) -> None:
        """Before `fill`, outside its transaction: files are written here."""
        for path in (self._profile.logo, *(product.picture for product in self._products)):
            self._hashes[path] = self._keep(path)

    def fill(self, account_id: str) -> None:
        Profiles(self._database, self._clock).save(
            account_id, _card(self._profile, self._hashes[self._profile.logo])
        )
        products = Products(self._database, self._clock)
        for product in self._products:
            products.add(
                account_id,
                name=product.name,
                price_minor=product.price_minor,
                currency=product.currency,
                link=product.link,
                picture=self._hashes[product.picture],
            )

    def _keep(self, path: Path) -> str:
        from services.x_api.practice.pictures import kind_of

        data = path.read_bytes()
        kind = kind_of(data)
        if kind is None:
            raise ValueError(f"not a picture: {path.name}")
        picture = self._pictures.add_known(
            data, name=path.name, mime=kind.mime, width=kind.width, height=kind.height
        )
        return picture.hash


def _card(sample: SampleProfile, logo: str) -> Profile:
    return Profile(
        name=sample.name,
        sells=sample.sells,
        country=sample.country,
        speaker=sample.speaker,
        speaker_role=sample.speaker_role,
        voice=sample.voice,
        sign_off=sample.sign_off,
        words_to_use=sample.words_to_use,
        words_to_avoid=sample.words_to_avoid,
        website=sample.website,
        own_tags=sample.own_tags,
        colours=(sample.first_colour, sample.second_colour),
        logo=logo,
        hours=tuple(
            DayHours(weekday, day.opens, day.closes) for weekday, day in enumerate(sample.hours)
        ),
    )
