"""Builds the services: the only place that does. A room is loaded and built when first entered.

Importing all of them would take longer than everything else before the window's first frame.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from services.clock import Clock
from services.paths import Paths
from services.publishing.states import State
from services.room import room
from services.rooms import Rooms
from services.store.database import open_database
from services.x_api.transport import HOST, Transport

if TYPE_CHECKING:
    from services.health.health import Health
    from services.post_file.imports import Imports
    from services.publishing.doubt_answers import DoubtAnswers
    from services.publishing.fill import Fill
    from services.publishing.gaps import Gaps
    from services.publishing.guard_reader import Guards
    from services.publishing.hand_parts import HandParts
    from services.publishing.leaving import Leaving
    from services.publishing.may_send import MaySend
    from services.publishing.planned import Planned
    from services.publishing.publisher import Publisher
    from services.publishing.put_off import PutOff
    from services.publishing.queue_moves import QueueMoves
    from services.publishing.queue_rows import QueueRows
    from services.publishing.resting import Resting
    from services.publishing.rhythm import Rhythms
    from services.publishing.search import PostSearch
    from services.publishing.sent_words import SentWords
    from services.publishing.slots import Slots
    from services.publishing.suggestions import Suggestions
    from services.publishing.take_back import TakeBack
    from services.publishing.templates import Templates
    from services.publishing.uploads_ahead import UploadsAhead
    from services.publishing.versions import Versions


class Shop(Rooms):
    """Every room of the shop, wired: those of `Rooms`, and all of publishing."""

    @room
    def slots(self) -> Slots:
        from services.publishing.slots import Slots

        return Slots(self.database, self.clock)

    @room
    def gaps(self) -> Gaps:
        from services.publishing.gaps import Gaps

        return Gaps(self.database, self.clock, self.slots)

    @room
    def planned(self) -> Planned:
        from services.publishing.planned import Planned

        return Planned(self.database, self.clock)

    @room
    def queue_rows(self) -> QueueRows:
        from services.publishing.queue_rows import QueueRows

        return QueueRows(self.database)

    @room
    def queue_moves(self) -> QueueMoves:
        from services.publishing.queue_moves import QueueMoves

        return QueueMoves(self.database, self.clock, self.slots)

    @room
    def imports(self) -> Imports:
        from services.post_file.imports import Imports

        return Imports(self.database, self.clock, self.pictures, self.queue_moves)

    @room
    def rhythms(self) -> Rhythms:
        from services.publishing.rhythm import Rhythms

        return Rhythms(self.database, self.clock, self.slots)

    @room
    def fill(self) -> Fill:
        from services.publishing.fill import Fill

        return Fill(self.database, self.clock, self.drafts, self.guards)

    @room
    def hand_parts(self) -> HandParts:
        from services.publishing.hand_parts import HandParts

        return HandParts(self.database, self.clock)

    @room
    def take_back(self) -> TakeBack:
        from services.publishing.take_back import TakeBack

        return TakeBack(self.database, self.clock)

    @room
    def doubt_answers(self) -> DoubtAnswers:
        from services.publishing.doubt_answers import DoubtAnswers

        return DoubtAnswers(self.database, self.clock, self.accounts, self.outbox, self.ledger)

    @room
    def sent_words(self) -> SentWords:
        from services.publishing.sent_words import SentWords

        return SentWords(self.database)

    @room
    def post_search(self) -> PostSearch:
        from services.publishing.search import PostSearch

        return PostSearch(self.database)

    @room
    def versions(self) -> Versions:
        from services.publishing.versions import Versions

        return Versions(self.database, self.clock, self.drafts)

    @room
    def templates(self) -> Templates:
        from services.publishing.templates import Templates

        return Templates(self.database, self.clock)

    @room
    def publisher(self) -> Publisher:
        from services.publishing.crash_points import crash_points
        from services.publishing.publisher import Publisher

        return Publisher(
            self.paths,
            self.clock,
            self.database,
            self.accounts,
            self.clients,
            self.pictures,
            self.outbox,
            self.slots,
            settle=self._transport.settle,
            may_send=self.may_send,
            crash_points=crash_points(self._transport, os.environ),
        )

    @room
    def uploads_ahead(self) -> UploadsAhead:
        from services.publishing.uploads_ahead import UploadsAhead

        return UploadsAhead(
            self.database,
            self.clock,
            self.accounts,
            self.clients,
            self.pictures,
            self.may_send,
            self.publisher.uploading,
        )

    @room
    def may_send(self) -> MaySend:
        from services import machine
        from services.publishing.may_send import MaySend

        return MaySend(self.settings, self.clock, self.accounts, machine.mark)

    @room
    def health(self) -> Health:
        from services.accounts.token_entries import place_of
        from services.health.health import Health

        return Health(
            self.paths,
            self.clock,
            self.database,
            self.accounts,
            self.keychain,
            self.may_send,
            self.ledger,
            tokens=None if self._transport.token else lambda: self.tokens,
            place=place_of(self.x_url or HOST),
        )

    @room
    def put_off(self) -> PutOff:
        from services.publishing.put_off import PutOff

        return PutOff(self.database, self.clock, self.slots)

    @room
    def leaving(self) -> Leaving:
        from services.publishing.leaving import Leaving

        return Leaving(self.database, self.clock, self.outbox, self.publisher)

    @room
    def guards(self) -> Guards:
        from services.publishing.guard_reader import Guards

        return Guards(self.database, self.clock, self.outbox, self.profiles)

    @room
    def suggestions(self) -> Suggestions:
        from services.publishing.suggestions import Suggestions

        return Suggestions(self.database)

    @room
    def resting(self) -> Resting:
        from services.publishing.resting import Resting

        return Resting(self.settings, self.clock)


def open_shop(
    paths: Paths,
    clock: Clock,
    *,
    transport: Transport | None = None,
    patient: bool = False,
    practice_only: bool = False,
) -> Shop:
    """Opens the data folder, makes it when there is none. Raises StorageTrouble.

    `patient`: the calling thread waits for other writers (runs without a window).
    `practice_only`: this run keeps to the practice account (`--practice`).
    """
    database = open_database(paths, patient=patient)
    shop = Shop(
        paths,
        clock,
        database,
        transport=transport or Transport(),
        practice_only=practice_only,
    )
    if shop.outbox.any_in(State.SENDING):
        shop.publisher.recover()
    return shop
