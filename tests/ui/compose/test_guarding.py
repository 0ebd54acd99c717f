"""What is written is guarded when the keys stand still, and nothing runs at rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from services.errors import AppError, StorageProblem, StorageTrouble
from services.my_shop.profiles import Profile
from services.publishing.drafts import DraftPart
from services.publishing.guard_values import Findings
from services.publishing.post_options import PostKind, PostOptions
from services.shop import Shop
from ui.compose.content import Content, PartContent
from ui.compose.guarding import Guarding
from ui.tasks import InlineTasks

BOWL = "The blue bowl is back in stock today"


def words(*texts: str, **more: Any) -> Content:
    return Content(tuple(PartContent(text) for text in texts), **more)


class LateTasks(InlineTasks):
    """Keeps calls until they are asked to be made."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, call: Any, **where: Any) -> None:
        self.waiting.append(lambda: InlineTasks.run(self, call, **where))

    def work(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def late() -> LateTasks:
    return LateTasks()


@pytest.fixture
def cold(shop: Shop, late: LateTasks, qtbot: QtBot) -> Guarding:
    """As the program starts."""
    made = Guarding(shop, late)
    made.told = []  # type: ignore[attr-defined]  # the test's own list
    made.found.connect(made.told.append)  # type: ignore[attr-defined]  # as above
    return made


@pytest.fixture
def guarding(cold: Guarding, late: LateTasks) -> Guarding:
    """After its first look."""
    cold.watch("another account", words("One"), "first")
    cold.look_now()
    late.work()
    told(cold).clear()
    return cold


def told(guarding: Guarding) -> list[Findings]:
    return guarding.told  # type: ignore[attr-defined, no-any-return]  # as above


def rest(guarding: Guarding) -> None:
    """The keys stand still."""
    guarding.look_now()


@pytest.fixture
def account_id(shop: Shop) -> str:
    return shop.accounts.start_own_shop(handle="tea", zone="UTC").id


def test_the_first_look_is_made_in_the_lane(
    cold: Guarding, late: LateTasks, account_id: str, qtbot: QtBot
) -> None:
    cold.watch(account_id, words(""), None)
    cold._on_rest()
    assert late.waiting == []
    cold.watch(account_id, words("You liars"), None)
    qtbot.waitUntil(lambda: len(late.waiting) == 1, timeout=5_000)
    assert told(cold) == []
    late.work()
    assert told(cold)[0].words.is_heated


def test_before_sending_even_the_first_look_is_made_at_once(
    cold: Guarding, late: LateTasks, account_id: str
) -> None:
    cold.watch(account_id, words("You liars"), None)
    cold._on_rest()
    cold.look_now()
    assert told(cold)[0].words.is_heated
    cold.look_now()
    assert len(told(cold)) == 1


def test_it_waits_until_the_keys_stand_still(
    guarding: Guarding, late: LateTasks, account_id: str, qtbot: QtBot
) -> None:
    timer = guarding.findChild(QTimer)
    assert timer is not None
    assert 300 <= timer.interval() <= 400
    for length in range(1, 5):
        guarding.watch(account_id, words(BOWL[:length]), None)
    assert told(guarding) == []
    assert late.waiting == []
    qtbot.waitUntil(lambda: len(told(guarding)) == 1, timeout=5_000)
    assert told(guarding)[0].asked.texts == (BOWL[:4],)
    assert told(guarding)[0].beside is None
    late.work()
    assert told(guarding)[1].beside is not None
    assert not timer.isActive()
    assert late.waiting == []


def test_what_is_the_same_is_not_looked_at_again(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    guarding.watch(account_id, words(BOWL), "p")
    rest(guarding)
    late.work()
    guarding.watch(account_id, words(BOWL), "p")
    rest(guarding)
    assert len(told(guarding)) == 2
    assert late.waiting == []


def test_an_answer_to_older_words_is_dropped_and_the_newest_asked(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    for text in ("One", "One t", "One two"):
        guarding.watch(account_id, words(text), "p")
        rest(guarding)
    assert len(late.waiting) == 1
    late.work()
    assert [one.beside for one in told(guarding)] == [None] * 3
    late.work()
    assert told(guarding)[-1].beside is not None
    assert told(guarding)[-1].asked.texts == ("One two",)


def test_what_stands_beside_is_kept_while_it_is_read_again(
    guarding: Guarding, late: LateTasks, account_id: str, shop: Shop
) -> None:
    other = shop.drafts.new(account_id)
    shop.drafts.save(other.id, parts=(DraftPart(BOWL),))
    guarding.watch(account_id, words(BOWL + "!"), "p")
    rest(guarding)
    late.work()
    guarding.watch(account_id, words(BOWL + "!!"), "p")
    rest(guarding)
    beside = told(guarding)[-1].beside
    assert beside is not None
    assert beside.similar is not None
    assert beside.similar.post_id == other.id
    guarding.watch(account_id, words(BOWL), "another")
    rest(guarding)
    assert told(guarding)[-1].beside is None


def test_the_first_save_gives_a_post_its_id_and_nothing_else(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    guarding.watch(account_id, words("One"), None)
    rest(guarding)
    late.work()
    guarding.watch(account_id, words("One two"), "p")
    assert guarding.findings is not None


def test_nothing_written_reads_no_posts(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    guarding.watch(account_id, words(""), None)
    guarding.watch(account_id, words(" "), None)
    rest(guarding)
    assert late.waiting == []
    assert told(guarding)[-1].kind is PostKind.GUESSED


def test_a_long_post_is_not_looked_at_on_the_main_thread(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    guarding.watch(account_id, words("cup " * 6_000), "p")
    guarding._on_rest()
    assert told(guarding) == []
    late.work()
    assert len(told(guarding)) == 1


def test_anger_that_was_called_fine_is_fine_until_there_is_more(
    guarding: Guarding, account_id: str
) -> None:
    guarding.watch(account_id, words("You liars"), "p")
    rest(guarding)
    assert not guarding.is_fine
    guarding.call_it_fine()
    assert guarding.is_fine
    guarding.watch(account_id, words("You liars and idiots"), "p")
    rest(guarding)
    assert guarding.is_fine
    guarding.watch(account_id, words("You liars 😡"), "p")
    rest(guarding)
    assert not guarding.is_fine
    guarding.watch(account_id, words("You liars"), "another")
    rest(guarding)
    assert not guarding.is_fine


def read_of(cold: Guarding, late: LateTasks, account_id: str, post_id: str) -> None:
    """Its answer is on the way."""
    cold.watch(account_id, words(BOWL), post_id)
    cold._on_rest()
    assert len(late.waiting) == 1


def test_an_answer_is_not_told_of_the_empty_sheet_of_another_account(
    cold: Guarding, late: LateTasks, account_id: str
) -> None:
    read_of(cold, late, account_id, "p")
    cold.watch("another account", words(""), None)
    cold._on_rest()
    late.work()
    assert cold.findings is None
    assert told(cold) == []


def test_an_answer_is_not_told_of_another_draft(
    cold: Guarding, late: LateTasks, account_id: str
) -> None:
    read_of(cold, late, account_id, "p")
    cold.watch(account_id, words("Something else"), "another")
    late.work()
    assert cold.findings is None
    cold._on_rest()
    late.work()
    assert told(cold)[-1].asked.post_id == "another"
    assert told(cold)[-1].beside is not None


def test_a_draft_saved_while_it_is_read_is_not_like_itself(
    cold: Guarding, late: LateTasks, account_id: str, shop: Shop
) -> None:
    cold.watch(account_id, words(BOWL), None)
    cold._on_rest()
    own = shop.drafts.new(account_id)
    shop.drafts.save(own.id, parts=(DraftPart(BOWL),))
    cold.watch(account_id, words(BOWL), own.id)
    late.work()
    assert told(cold) == []
    cold._on_rest()
    late.work()
    beside = told(cold)[-1].beside
    assert beside is not None
    assert beside.similar is None


def test_what_is_fine_in_one_unsaved_post_is_not_in_the_next(
    guarding: Guarding, account_id: str
) -> None:
    guarding.watch(account_id, words("You liars"), None)
    rest(guarding)
    guarding.call_it_fine()
    guarding.watch(account_id, words(""), None)
    guarding.watch(account_id, words("You idiots"), None)
    rest(guarding)
    assert not guarding.is_fine


def test_what_is_fine_stays_so_when_it_is_saved_first(guarding: Guarding, account_id: str) -> None:
    guarding.watch(account_id, words("You liars"), None)
    rest(guarding)
    guarding.call_it_fine()
    guarding.watch(account_id, words("You liars"), "p")
    assert guarding.is_fine
    rest(guarding)
    assert guarding.is_fine
    guarding.watch(account_id, words(""), None)
    guarding.watch(account_id, words("You liars"), "another")
    rest(guarding)
    assert not guarding.is_fine


def test_another_post_that_is_opened_has_nothing_of_the_one_before(
    guarding: Guarding, late: LateTasks, account_id: str
) -> None:
    guarding.watch(account_id, words("You liars"), None)
    rest(guarding)
    guarding.call_it_fine()
    told(guarding).clear()
    guarding.forget()
    late.work()
    assert guarding.findings is None
    assert told(guarding) == []
    guarding.watch(account_id, words("You liars"), None)
    rest(guarding)
    assert not guarding.is_fine


def test_a_bug_in_the_lane_ends_one_look_alone(
    guarding: Guarding,
    late: LateTasks,
    account_id: str,
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_asked: object) -> Findings:
        raise ValueError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(shop.guards, "read", fail)
        guarding.watch(account_id, words("One"), "p")
        rest(guarding)
        with pytest.raises(ValueError, match="a bug"):
            late.work()
    guarding.watch(account_id, words("One two"), "p")
    rest(guarding)
    late.work()
    assert told(guarding)[-1].beside is not None


def test_another_voice_card_or_queue_is_looked_at_again(
    guarding: Guarding, late: LateTasks, account_id: str, shop: Shop
) -> None:
    guarding.look_again()
    guarding.watch(account_id, words("Cheap cups"), "p")
    rest(guarding)
    assert told(guarding)[-1].words.avoided == ((),)
    shop.profiles.save(account_id, Profile(words_to_avoid=("cheap",)))
    guarding.look_again()
    rest(guarding)
    assert told(guarding)[-1].words.avoided == (((0, 5),),)


def test_the_owners_kind_is_asked_with_the_words(guarding: Guarding, account_id: str) -> None:
    guarding.watch(account_id, words("24 €", options=PostOptions(kind=PostKind.PEOPLE)), "p")
    rest(guarding)
    assert told(guarding)[-1].kind is PostKind.PEOPLE


def test_the_mix_is_told_to_the_account_that_asked(
    guarding: Guarding, late: LateTasks, account_id: str, qtbot: QtBot
) -> None:
    guarding.watch(account_id, words(""), None)
    guarding.ask_mix("another")
    guarding.ask_mix(account_id)
    with qtbot.assertNotEmitted(guarding.mixed):
        late.work()
    with qtbot.waitSignal(guarding.mixed):
        late.work()


def test_a_disk_that_cannot_be_read_costs_the_advice_alone(
    guarding: Guarding,
    late: LateTasks,
    account_id: str,
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_asked: object) -> Findings:
        raise trouble

    trouble: AppError = StorageTrouble(StorageProblem.FULL, shop.paths.data)
    monkeypatch.setattr(shop.guards, "read", fail)
    guarding.watch(account_id, words("One"), "p")
    rest(guarding)
    late.work()
    guarding.watch(account_id, words("One two"), "p")
    rest(guarding)
    assert len(late.waiting) == 1
    monkeypatch.setattr(shop.guards, "read_words", fail)
    guarding.watch(account_id, words("One two three"), "p")
    rest(guarding)
    assert len(told(guarding)) == 2
