from __future__ import annotations

import subprocess
import sys
from functools import cached_property
from typing import TYPE_CHECKING

import pytest

from services.clock import SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths, paths_under
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.room import room
from services.shop import Shop, open_shop
from services.x_api.transport import Transport

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("PIL", "tweepy", "requests", "keyring", "PySide6", "platformdirs", "rapidfuzz", "holidays")


def test_every_room_is_there(shop: Shop) -> None:
    """Each is built once, in the class its annotation names."""
    rooms = {name: one for name, one in rooms_of(Shop) if isinstance(one, room)}
    assert len(rooms) > 40
    for name, one in rooms.items():
        built = getattr(shop, name)
        named = one.build.__annotations__["return"]
        # The open web is a protocol: tests and the tour put something in its place.
        assert type(built).__name__ == {"Web": "Downloads"}.get(named, named)
        assert getattr(shop, name) is built


def test_no_room_is_built_by_each_lane_for_itself() -> None:
    """`cached_property` has a lock before Python 3.12 alone."""
    assert [name for name, one in rooms_of(Shop) if isinstance(one, cached_property)] == []


def rooms_of(shop: type[Shop]) -> list[tuple[str, object]]:
    return [pair for kind in shop.__mro__ for pair in vars(kind).items()]


def test_the_main_job_on_the_practice_account(shop: Shop, clock: SteppedClock) -> None:
    account = shop.accounts.active()
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("New: سنتشا 🍵 新茶"), DraftPart("and a second")))
    picture = shop.products.all(account.id)[0].picture
    assert picture is not None
    shop.drafts.save(
        draft.id,
        parts=(DraftPart("New: سنتشا 🍵 新茶", ((picture, "A moss green teapot"),)),),
    )
    shop.outbox.enqueue(draft.id, due_at=clock.now() + 10)
    assert shop.publisher.publish_due() == ()
    clock.advance(10)
    (sent,) = shop.publisher.publish_due()
    assert sent.state is State.SENT
    page = shop.clients.for_account(account).posts(sent.x_ids)
    assert page.posts[0].text.startswith("New: سنتشا 🍵 新茶")
    assert len(page.posts[0].media_keys) == 1


def test_nothing_heavy_is_loaded_by_opening(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from services.clock import SystemClock\n"
        "from services.paths import paths_under\n"
        "from services.shop import open_shop\n"
        "shop = open_shop(paths_under(pathlib.Path(sys.argv[1])), SystemClock())\n"
        "shop.accounts.active(); shop.outbox.next_due(); shop.slots.next_free("
        "shop.accounts.active().id)\n"
        f"heavy = set({HEAVY}) & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_what_a_killed_sender_left_is_in_doubt_at_the_next_start(
    paths: Paths, clock: SteppedClock
) -> None:
    shop = open_shop(paths, clock)
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("words"),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.database.connection.execute("UPDATE post SET state = 'sending'")
    shop.close()
    again = open_shop(paths, clock)
    assert again.drafts.get(draft.id).state is State.CHECKING
    (sent,) = again.publisher.publish_due()
    assert sent.state is State.SENT
    again.close()


def test_a_post_that_another_process_is_sending_is_left_alone(
    paths: Paths, clock: SteppedClock
) -> None:
    from services.publishing import send_lock

    shop = open_shop(paths, clock)
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("words"),))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.database.connection.execute("UPDATE post SET state = 'sending'")
    with send_lock.hold(paths.send_lock):
        window = open_shop(paths, clock)
        assert window.drafts.get(draft.id).state is State.SENDING
        window.close()
    shop.close()


def test_a_folder_that_is_a_file_is_storage_trouble(tmp_path: Path, clock: SteppedClock) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageTrouble) as caught:
        open_shop(paths_under(tmp_path / "data"), clock)
    assert caught.value.problem is StorageProblem.NOT_A_FOLDER


def test_a_practice_run_and_a_scripts_run_have_their_own_accounts(
    paths: Paths, clock: SteppedClock
) -> None:
    shop = open_shop(paths, clock)
    own = shop.accounts.start_own_shop(handle="leaf", zone="UTC")
    shop.close()
    for options, way in (({"practice_only": True}, "practice"), ({}, "by_hand")):
        run = open_shop(paths, clock, **options)
        assert run.accounts.active().way == way
        run.close()
    script = open_shop(paths, clock, transport=Transport(x_url="http://127.0.0.1:9", token="t"))
    assert script.accounts.active().x_url == "http://127.0.0.1:9"
    assert script.accounts.active() != own
    script.close()
