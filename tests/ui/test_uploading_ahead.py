"""A video has a lane of its own: its post waits for it, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from services.clock import SteppedClock
from services.errors import ServerTrouble
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.shop import Shop
from ui.background import Background
from ui.tasks import InlineTasks, Lane
from ui.upload_words import upload_message

POT = Path(__file__).parents[1] / "data" / "pot.mp4"


class HeldUploads(InlineTasks):
    """In line, but for the uploads: they run when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], None]] = []

    def run(self, call: Any, *, lane: Lane, owner: Any, done: Any, failed: Any) -> None:
        go = super().run
        if lane is not Lane.UPLOAD:
            go(call, lane=lane, owner=owner, done=done, failed=failed)
            return
        self.held.append(lambda: go(call, lane=lane, owner=owner, done=done, failed=failed))


@pytest.fixture
def tasks(qapp: Any) -> HeldUploads:
    return HeldUploads()


@pytest.fixture
def post_id(shop: Shop, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("services.x_api.practice.media._FILM_SECONDS", 0)
    kept = shop.videos.add_file(POT).picture
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("إبريق يدور", ((kept.hash, ""),)),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    return draft.id


def test_its_post_waits_and_goes_out_when_it_is_there(
    shop: Shop, tasks: HeldUploads, post_id: str
) -> None:
    background = Background(shop, tasks)
    heard: list[Any] = []
    background.uploading.connect(heard.append)

    background.send_due()
    background.send_due()
    assert len(tasks.held) == 1
    assert shop.outbox.get(post_id).state is State.QUEUED
    tasks.held.pop()()

    assert shop.outbox.get(post_id).state is State.SENT
    assert heard[-1].over


def test_another_post_goes_out_while_it_is_sent_early(
    shop: Shop, tasks: HeldUploads, post_id: str, clock: SteppedClock
) -> None:
    shop.outbox.move(post_id, due_at=clock.now() + 300, due_wall=None, due_zone=None)
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("新しいお茶"),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    background = Background(shop, tasks)

    background.send_due()

    assert len(tasks.held) == 1
    assert shop.outbox.get(draft.id).state is State.SENT
    assert shop.outbox.get(post_id).state is State.QUEUED
    tasks.held.pop()()
    assert shop.outbox.get(post_id).state is State.QUEUED
    clock.advance(301)
    background.send_due()
    assert shop.outbox.get(post_id).state is State.SENT


def queued(shop: Shop, text: str, *, due_at: int, video: str = "") -> str:
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart(text, ((video, ""),) if video else ()),))
    shop.outbox.enqueue(draft.id, due_at=due_at)
    return draft.id


def states(shop: Shop, *post_ids: str) -> list[State]:
    return [shop.outbox.get(each).state for each in post_ids]


def test_no_other_post_waits_for_a_due_one_s_video(
    shop: Shop, tasks: HeldUploads, post_id: str, clock: SteppedClock
) -> None:
    other = queued(shop, "新しいお茶", due_at=clock.now())
    background = Background(shop, tasks)

    background.send_due()

    assert states(shop, post_id, other) == [State.QUEUED, State.SENT]
    tasks.held.pop()()
    assert states(shop, post_id) == [State.SENT]


def test_a_second_video_waits_for_its_turn_in_the_lane(
    shop: Shop, tasks: HeldUploads, post_id: str, clock: SteppedClock
) -> None:
    (first,) = shop.outbox.get(post_id).parts[0].attachments
    second = queued(shop, "Once more", due_at=clock.now(), video=first.picture)
    background = Background(shop, tasks)

    background.send_due(asked=True)

    assert states(shop, post_id, second) == [State.QUEUED, State.QUEUED]
    tasks.held.pop()()
    assert states(shop, post_id, second) == [State.SENT, State.QUEUED]
    tasks.held.pop()()
    assert states(shop, second) == [State.SENT]


def test_one_sent_now_meanwhile_is_not_uploaded_twice(
    shop: Shop, tasks: HeldUploads, post_id: str, clock: SteppedClock
) -> None:
    shop.outbox.move(post_id, due_at=clock.now() + 300, due_wall=None, due_zone=None)
    background = Background(shop, tasks)
    background.send_due()

    shop.outbox.move(post_id, due_at=clock.now(), due_wall=None, due_zone=None)
    background.send_due(asked=True)

    assert states(shop, post_id) == [State.QUEUED]
    tasks.held.pop()()
    assert states(shop, post_id) == [State.SENT]


def test_a_bug_of_ours_holds_nothing_back(
    shop: Shop, tasks: HeldUploads, post_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_waiting: object) -> None:
        raise KeyError(post_id)

    monkeypatch.setattr(shop.uploads_ahead, "send", gone)
    background = Background(shop, tasks)
    background.send_due()
    with pytest.raises(KeyError):
        tasks.held.pop()()

    background.send_due()

    assert states(shop, post_id) == [State.SENT]
    assert tasks.held == []


def test_one_that_does_not_come_about_is_left_to_the_post(
    shop: Shop, tasks: HeldUploads, post_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trouble(_waiting: object) -> None:
        raise ServerTrouble("busy")

    monkeypatch.setattr(shop.uploads_ahead, "send", trouble)
    background = Background(shop, tasks)

    background.send_due()
    tasks.held.pop()()

    assert shop.outbox.get(post_id).state is State.SENT
    assert tasks.held == []


def test_the_strip_says_how_far_it_is() -> None:
    from services.publishing.uploading import UploadStep

    half, all_of_it = upload_message(UploadStep("a", 5, 10)), upload_message(UploadStep("a", 9, 9))

    assert half is not None
    assert half.sentence == "A video is on its way to X: 50 %"
    assert all_of_it is not None
    assert "working on the video" in all_of_it.sentence
    assert upload_message(UploadStep("a", over=True)) is None
