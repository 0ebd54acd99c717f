"""A post with a video, end to end: sent once, tried again after trouble, never twice."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from services.clock import SteppedClock
from services.errors import Offline, OutcomeUnknown, Refusal, Rejected, ServerTrouble
from services.media.videos import Videos
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.publishing.uploading import UploadStep
from services.shop import Shop
from services.x_api.practice import inspection

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

POT = Path(__file__).parents[2] / "data" / "pot.mp4"


@pytest.fixture
def post(desk: Desk, paths) -> Post:
    kept = Videos(paths.pictures, desk.database, desk.clock, desk.pictures).add_file(POT)
    return desk.queue("動く急須 🍵", pictures=((kept.picture.hash, ""),))


def test_it_is_sent_and_goes_on_the_post(desk: Desk, post: Post) -> None:
    (sent,) = desk.publish()

    assert sent.state is State.SENT
    assert desk.x.calls == ["video", "create"]
    assert desk.x.posts[0].media_keys == ("v1",)
    assert desk.x.uploads == [desk.pictures.read(post.pictures[0])]


def test_how_far_it_is_is_told_and_ends(desk: Desk, post: Post) -> None:
    heard: list[UploadStep] = []
    desk.publisher.uploading.listen(heard.append)

    desk.publish()

    size = POT.stat().st_size
    assert heard == [
        UploadStep(post.id, 0, size),
        UploadStep(post.id, size // 2, size),
        UploadStep(post.id, size, size),
        UploadStep(post.id, over=True),
    ]


def test_trouble_on_the_way_sends_it_whole_again(desk: Desk, post: Post) -> None:
    heard: list[UploadStep] = []
    desk.publisher.uploading.listen(heard.append)
    desk.x.trouble["video"] = [Offline(), ServerTrouble()]

    for _ in range(3):
        desk.publish(asked=True)
        desk.clock.advance(120)

    assert desk.x.calls == ["video", "video", "video", "create"]
    assert len(desk.x.posts) == 1
    assert heard[-1].over


def test_one_x_could_not_use_comes_back_to_the_owner(desk: Desk, post: Post) -> None:
    desk.x.trouble["video"] = [Rejected(Refusal.BAD_VIDEO)]

    (back,) = desk.publish()

    assert (back.state, back.reason, back.reason_detail) == (
        State.NEEDS_YOU,
        "Rejected",
        "bad_video",
    )
    assert desk.x.posts == []


def test_a_post_in_doubt_is_not_sent_twice(desk: Desk, post: Post) -> None:
    desk.x.trouble["create"] = [(OutcomeUnknown(),)]

    desk.publish()
    desk.clock.advance(60)
    desk.publish()

    assert desk.outbox.get(post.id).state is State.SENT
    assert desk.x.calls.count("video") == 1
    assert len(desk.x.posts) == 1


def test_our_copy_that_is_gone_is_noticed_before_anything_is_sent(desk: Desk, post: Post) -> None:
    desk.pictures.path(post.pictures[0]).unlink()

    (back,) = desk.publish()

    assert (back.state, back.reason) == (State.NEEDS_YOU, "BadImage")
    assert desk.x.calls == []


def test_on_the_practice_x(shop: Shop, clock: SteppedClock, monkeypatch) -> None:
    """Over the real gateway: announced, in pieces, waited for, on the post."""
    monkeypatch.setattr("services.x_api.video_upload.PIECE", 3_000)
    monkeypatch.setattr("services.x_api.practice.media._FILM_SECONDS", 0)
    account = shop.accounts.active()
    kept = shop.videos.add_file(POT).picture
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("إبريق يدور", ((kept.hash, ""),)),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())

    shop.publisher.publish_due(account_id=account.id)

    assert shop.outbox.get(draft.id).state is State.SENT
    held = inspection.own_posts(shop.clients.practice_x().state)[0]
    assert held.text == "إبريق يدور"
    (media,) = held.media
    assert media.mime == "video/mp4"
    assert media.sha256 == hashlib.sha256(shop.pictures.read(kept.hash)).hexdigest()
