"""The own shop as a connected one: its X is a second practice X, asked without any socket."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from services.accounts.accounts import Account, SignedIn, Way
from services.clock import Clock
from services.x_api.transport import Transport

if TYPE_CHECKING:
    from services.media.web import Web
    from services.shop import Shop
    from services.x_api.practice import PracticeX
    from services.x_api.practice.adapter import PracticeAdapter

TOKEN = "tour-token"  # noqa: S105  # opens nothing but that practice X


class ConnectedX:
    """Made when a connected account first asks it something."""

    def __init__(self, clock: Clock, language: str = "en") -> None:
        self._clock = clock
        self._language = language

    @cached_property
    def x(self) -> PracticeX:
        from services.x_api.practice import open_practice

        return open_practice(":memory:", self._clock, token=TOKEN)

    def transport(self) -> Transport:
        return Transport(token=TOKEN, adapter=self._adapter, web=self._web)

    def close(self) -> None:
        if "x" in self.__dict__:
            self.x.close()

    def _adapter(self) -> PracticeAdapter:
        from services.x_api.practice.adapter import PracticeAdapter

        return PracticeAdapter(self.x)

    def _web(self) -> Web:
        from ui.tour.feed_web import TourWeb
        from ui.tour.words import words_in

        words = words_in(self._language)
        return TourWeb((*words.captions, *words.products))


def set_way(shop: Shop, account: Account, way: Way) -> Account:
    """As the wizard and the sign-out do it."""
    signed_in = SignedIn.YES if way is Way.CONNECTED else SignedIn.NONE
    with shop.database.transaction():
        shop.accounts.set_signed_in(account.id, signed_in)
        return shop.accounts.set_way(account.id, way)
