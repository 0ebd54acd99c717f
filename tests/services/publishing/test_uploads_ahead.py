"""The video of a post is on X before the post's hour, and never publishes anything itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from services.errors import ServerTrouble
from services.media.videos import Videos
from services.publishing.may_send import MaySend
from services.publishing.states import State
from services.publishing.uploads_ahead import EARLY, UploadsAhead, Waiting
from services.settings import Settings

if TYPE_CHECKING:
    from services.paths import Paths
    from services.publishing.posts import Post
    from tests.services.publishing.conftest import Desk

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


@pytest.fixture
def ahead(desk: Desk) -> UploadsAhead:
    clients: Any = desk.clients
    may_send = MaySend(Settings(desk.database), desk.clock, desk.accounts, lambda: "")
    return UploadsAhead(
        desk.database,
        desk.clock,
        desk.accounts,
        clients,
        desk.pictures,
        may_send,
        desk.publisher.uploading,
    )


def queued(desk: Desk, paths: Paths, due_in: int) -> Post:
    kept = Videos(paths.pictures, desk.database, desk.clock, desk.pictures).add_file(POT)
    return desk.queue("動く急須", pictures=((kept.picture.hash, ""),), due_in=due_in)


def test_it_waits_until_some_minutes_before(desk: Desk, paths: Paths, ahead: UploadsAhead) -> None:
    post = queued(desk, paths, due_in=EARLY + 60)
    assert ahead.all() == ()

    desk.clock.advance(61)

    assert post.due_at is not None
    assert ahead.all() == (Waiting(post.id, desk.account.id),)
    assert ahead.all(besides=frozenset({post.id})) == ()


def test_the_post_then_goes_out_without_another_upload(
    desk: Desk, paths: Paths, ahead: UploadsAhead
) -> None:
    post = queued(desk, paths, due_in=60)
    (waiting,) = ahead.all()

    ahead.send(waiting)

    assert desk.x.calls == ["video"]
    assert desk.outbox.get(post.id).state is State.QUEUED
    assert ahead.all() == ()
    desk.clock.advance(61)
    (sent,) = desk.publish()
    assert sent.state is State.SENT
    assert desk.x.calls == ["video", "create"]


def test_what_x_has_too_long_is_sent_again(desk: Desk, paths: Paths, ahead: UploadsAhead) -> None:
    queued(desk, paths, due_in=60)
    (waiting,) = ahead.all()
    ahead.send(waiting)

    desk.clock.advance(86_400)

    assert len(ahead.all()) == 1


def test_trouble_leaves_the_post_as_it_is(desk: Desk, paths: Paths, ahead: UploadsAhead) -> None:
    post = queued(desk, paths, due_in=60)
    desk.x.trouble["video"] = [ServerTrouble()]
    (waiting,) = ahead.all()

    with pytest.raises(ServerTrouble):
        ahead.send(waiting)

    assert desk.outbox.get(post.id) == post


def test_one_taken_back_meanwhile_is_not_sent(
    desk: Desk, paths: Paths, ahead: UploadsAhead
) -> None:
    post = queued(desk, paths, due_in=60)
    (waiting,) = ahead.all()
    desk.outbox.move_back_to_draft(post.id)

    ahead.send(waiting)

    assert desk.x.calls == []


def test_pictures_are_left_to_the_post_itself(desk: Desk, ahead: UploadsAhead) -> None:
    desk.queue("a cup", pictures=((desk.picture().hash, ""),))

    assert ahead.all() == ()
