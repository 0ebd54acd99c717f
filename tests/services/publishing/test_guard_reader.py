"""What stands beside a post: the queue, drafts, history, and customers' praise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock
from services.my_shop.profiles import Profile, Profiles
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.guard_reader import Guards
from services.publishing.guard_values import Asked, Beside, Similar
from services.publishing.mix import Mix
from services.publishing.moves import finish, move
from services.publishing.outbox import Outbox
from services.publishing.post_options import Poll, PostKind, PostOptions
from services.publishing.states import State
from services.store.database import Database
from services.text.heated import Heat

BOWL = "The blue bowl is back in stock today"


@pytest.fixture
def guards(database: Database, clock: SteppedClock) -> Guards:
    return Guards(database, clock, Outbox(database, clock), Profiles(database, clock))


class Room:
    """Posts of one account, in whatever state a test wants them."""

    def __init__(self, database: Database, clock: SteppedClock, account: Account) -> None:
        self.database, self.clock, self.account_id = database, clock, account.id
        self.drafts, self.outbox = Drafts(database, clock), Outbox(database, clock)

    def draft(self, *texts: str, options: PostOptions | None = None) -> str:
        post = self.drafts.new(self.account_id)
        self.drafts.save(post.id, parts=tuple(map(DraftPart, texts)), options=options)
        return post.id

    def queue(self, *texts: str, days: int = 1, options: PostOptions | None = None) -> str:
        post_id = self.draft(*texts, options=options)
        self.outbox.enqueue(post_id, due_at=self.clock.now() + days * DAY)
        return post_id

    def send(self, *texts: str, days_ago: int = 1, options: PostOptions | None = None) -> str:
        post_id = self.queue(*texts, options=options)
        at = self.clock.now() - days_ago * DAY
        with self.database.transaction() as connection:
            move(connection, post_id, State.SENDING, now=at)
            finish(connection, post_id, now=at)
        return post_id

    def from_x(self, text: str, x_id: str, *, days_ago: int = 1, parent: str | None = None) -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, "
                "created_at) VALUES (?, ?, ?, ?, ?, ?)",
                (self.account_id, x_id, x_id, parent, text, self.clock.now() - days_ago * DAY),
            )

    def praised(self, text: str) -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO customer(id, account_id, x_user_id, handle, name, "
                "first_seen_at, looked_up_at) VALUES ('c', ?, '7', 'anna', 'Anna', 0, 0)",
                (self.account_id,),
            )
            connection.execute(
                "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, topic, created_at, received_at) "
                "VALUES (?1, ?2, 'mention', ?1, ?1, 'c', ?3, 'praise', 0, 0)",
                (text[:20], self.account_id, text),
            )


@pytest.fixture
def room(database: Database, clock: SteppedClock, account: Account) -> Room:
    return Room(database, clock, account)


def beside(guards: Guards, room: Room, *texts: str, post_id: str | None = None) -> Beside:
    found = guards.read(Asked(room.account_id, texts, post_id))
    assert found.beside is not None
    return found.beside


def test_the_words_alone_need_no_other_posts(
    guards: Guards, room: Room, database: Database
) -> None:
    profiles = Profiles(database, room.clock)
    profiles.save(room.account_id, Profile(words_to_avoid=("cheap",)))
    found = guards.read_words(Asked(room.account_id, ("Cheap, 24 €", "You liars")))
    assert found.words.avoided == (((0, 5),), ())
    assert found.words.heat[0] == ()
    assert found.words.reasons == (Heat.INSULT,)
    assert found.words.is_heated
    assert found.kind is PostKind.SELL
    assert found.beside is None


def test_similar_in_queue_drafts_and_history(guards: Guards, room: Room) -> None:
    draft = room.draft("The blue bowls are back in stock")
    found = beside(guards, room, BOWL).similar
    assert found is not None
    assert (found.post_id, found.state) == (draft, State.DRAFT)
    queued = room.queue("The blue bowl is back in stock now", days=3)
    found = beside(guards, room, BOWL).similar
    assert found is not None
    assert (found.post_id, found.state) == (queued, State.QUEUED)
    assert found.at == room.clock.now() + 3 * DAY
    sent = room.send("The blue bowl is back in stock, today!", days_ago=200)
    found = beside(guards, room, BOWL).similar
    assert found == Similar(sent, 1.0, State.SENT, room.clock.now() - 200 * DAY)


def test_a_post_is_never_like_itself_nor_like_a_deleted_one(guards: Guards, room: Room) -> None:
    own = room.draft(BOWL)
    gone = room.draft(BOWL + "!")
    room.drafts.delete(gone)
    assert beside(guards, room, BOWL, post_id=own) == Beside()


def test_a_post_known_from_x_alone(guards: Guards, room: Room) -> None:
    room.from_x(BOWL + "! https://t.co/x", "55", days_ago=100)
    room.from_x("Yes, the blue bowl is back in stock", "56", parent="1")
    found = beside(guards, room, BOWL)
    assert found.similar == Similar("55", 1.0, State.SENT, room.clock.now() - 100 * DAY)
    assert found.same_as is None


def test_exactly_the_same_within_90_days(guards: Guards, room: Room) -> None:
    sent = room.send(BOWL)
    assert beside(guards, room, f" {BOWL}\n").same_as == sent


def test_the_mix_counts_what_is_sent_and_what_will_be(guards: Guards, room: Room) -> None:
    for day in range(1, 13):
        room.send(f"New in, {day} €, number {day}", days_ago=day)
    for day in range(1, 9):
        room.queue(f"Thank you, {day} neighbours", days=day)
    room.draft("How to wash a cup")
    room.from_x("Which one do you like?", "77", days_ago=60)
    assert beside(guards, room, "A cup").mix == Mix(sell=12, people=8)
    assert guards.mix(room.account_id) == Mix(sell=12, people=8)


def test_the_owners_kind_polls_and_boards_count(
    guards: Guards, room: Room, database: Database
) -> None:
    room.send("24 €", options=PostOptions(kind=PostKind.HELP))
    room.queue("New in", options=PostOptions(poll=Poll(("a", "b"))))
    board = room.queue("New in: https://board.example/x", "and more")
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO board(id, account_id, name, link, created_at, changed_at) "
            "VALUES ('b', ?, '', 'https://board.example/x', 0, 0)",
            (room.account_id,),
        )
        connection.execute("UPDATE post SET board_id = 'b' WHERE id = ?", (board,))
    assert guards.mix(room.account_id) == Mix(help=2, ask=1)
    asked = Asked(room.account_id, ("New: https://board.example/x",), board_id="b")
    assert guards.read_words(asked).kind is PostKind.HELP
    bare = replace(asked, texts=("New: 24 €",))
    assert guards.read_words(bare).kind is PostKind.SELL
    for look, kind in (
        ('{"qr_at": "top-end"}', PostKind.HELP),
        ('{"qr_at": null}', PostKind.SELL),
        ("no look", PostKind.SELL),
    ):
        with database.transaction() as connection:
            connection.execute("UPDATE board SET look = ?", (look,))
        assert guards.read_words(bare).kind is kind


def test_a_board_that_leads_into_the_own_shop_sells(
    guards: Guards, room: Room, database: Database
) -> None:
    Profiles(database, room.clock).save(room.account_id, Profile(website="https://kiln.example"))
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO board(id, account_id, name, link, created_at, changed_at) "
            "VALUES ('b', ?, '', 'https://www.kiln.example/new', 0, 0)",
            (room.account_id,),
        )
    asked = Asked(room.account_id, ("New: https://www.kiln.example/new",), board_id="b")
    assert guards.read_words(asked).kind is PostKind.SELL


def test_the_link_that_x_adds_for_pictures_sells_nothing(
    guards: Guards, room: Room, database: Database
) -> None:
    room.from_x("The window is blue https://t.co/a", "70")
    room.from_x("A jar https://t.co/b https://t.co/c", "71")
    with database.transaction() as connection:
        connection.execute("UPDATE own_post SET pictures = 1")
    assert guards.mix(room.account_id) == Mix(sell=1, people=1)


def test_a_long_gap_before_that_link_is_read_once(
    guards: Guards, room: Room, database: Database
) -> None:
    """What is quadratic here would take longer than a test may."""
    room.from_x(f"A jar{' ' * 400_000}x https://t.co/a \n", "72")
    room.from_x("https://t.co/a " * 20_000 + "x", "73")
    with database.transaction() as connection:
        connection.execute("UPDATE own_post SET pictures = 1")
    assert guards.mix(room.account_id) == Mix(sell=1, people=1)


def test_this_post_is_not_counted_with_the_others(guards: Guards, room: Room) -> None:
    own = room.queue("New in, 24 €")
    assert beside(guards, room, "New in, 24 €", post_id=own).mix == Mix()


def test_praise_is_counted_in_the_same_twenty(guards: Guards, room: Room) -> None:
    room.praised("Your little blue teapot makes every morning a good one, truly")
    room.send("★★★★★ from Ben")
    room.send("What a week", "Anna: Your little blue teapot makes every morning a good one")
    room.send("The kiln is open")
    found = beside(guards, room, "Carla said: “It is the best bowl I own”")
    assert found.praise == 2
    assert found.shows_praise
    assert not beside(guards, room, "The kiln is warm").shows_praise


def test_another_accounts_posts_are_its_own(guards: Guards, room: Room) -> None:
    room.send(BOWL)
    other = guards.read(Asked("practice", (BOWL,)))
    assert other.beside == Beside()


def test_nothing_written(guards: Guards, room: Room) -> None:
    assert beside(guards, room) == Beside()
    assert beside(guards, room, "") == Beside()
