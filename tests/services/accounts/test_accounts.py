from __future__ import annotations

import pytest

from services.accounts.accounts import COLOURS, Accounts, Way
from services.clock import SteppedClock
from services.errors import AnswerNotUnderstood, AppError, Refusal, Rejected, SignInNeeded
from services.paths import Paths
from services.publishing.drafts import DraftPart, Drafts
from services.store.database import Database
from services.x_api.client import User

LOCAL = "http://127.0.0.1:8080"


class OneUser:
    """An X that knows who is asking, and counts how often it is asked."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.asked = 0

    def me(self) -> User:
        self.asked += 1
        return self.user


def _again(accounts: Accounts, **options: object) -> Accounts:
    """As the next run of the program sees the same folder."""
    return Accounts(
        accounts._database,
        accounts._clock,
        accounts._settings,
        accounts._paths,
        **options,  # type: ignore[arg-type]  # any of its own
    )


def test_a_fresh_folder_has_the_practice_account(accounts: Accounts) -> None:
    account = accounts.active()
    assert (account.way, account.handle) == (Way.PRACTICE, "tea")
    assert account.x_user_id == "1000000000000000001"
    assert accounts.active() == accounts.practice() == account
    assert accounts.all() == (account,)


def test_the_practice_account_has_the_sample_shop(
    accounts: Accounts, database: Database, clock: SteppedClock, paths: Paths
) -> None:
    from services.media.pictures import PictureStore
    from services.my_shop.products import Products
    from services.my_shop.profiles import Profiles

    account = accounts.practice()
    card = Profiles(database, clock).get(account.id)
    assert (card.name, card.own_tags) == ("Leaf & Kiln", ("leafandkiln",))
    assert (card.country, account.zone) == ("PT", "Europe/Lisbon")
    assert card.hours[0].closed
    assert card.hours[1].opens == "10:00"
    products = Products(database, clock).all(account.id)
    assert len(products) >= 5
    pictures = PictureStore(paths, database, clock)
    for picture_hash in [card.logo, *(product.picture for product in products)]:
        assert picture_hash is not None
        picture = pictures.get(picture_hash)
        assert picture.width > 100
        assert picture.height > 100
        assert len(pictures.read(picture_hash)) == picture.bytes


def test_it_is_made_once_and_decodes_nothing(accounts: Accounts, database: Database) -> None:
    import subprocess
    import sys

    code = (
        "import sys, pathlib\n"
        "from services.clock import SystemClock\n"
        "from services.paths import paths_under\n"
        "from services.shop import open_shop\n"
        "shop = open_shop(paths_under(pathlib.Path(sys.argv[1])), SystemClock())\n"
        "shop.accounts.active()\n"
        "heavy = {'PIL', 'tweepy', 'requests', 'keyring', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    folder = str(database.path.parent / "other")
    done = subprocess.run(
        [sys.executable, "-c", code, folder], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    accounts.practice()
    _again(accounts).practice()
    counts = [
        database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("account", "shop_profile")
    ]
    assert counts == [1, 1]


def test_the_own_shop_takes_the_practice_drafts_along(
    accounts: Accounts, database: Database, clock: SteppedClock
) -> None:
    drafts = Drafts(database, clock)
    practice = accounts.active()
    for text in ("شاي جديد", "", "新しい茶"):
        draft = drafts.new(practice.id)
        drafts.save(draft.id, parts=(DraftPart(text),))
    database.connection.execute("UPDATE part SET attempted_at = 5")
    own = accounts.start_own_shop(handle=" @Leaf ", zone="Asia/Tokyo")
    assert (own.way, own.handle, own.zone) == (Way.BY_HAND, "Leaf", "Asia/Tokyo")
    assert accounts.active() == own
    copies = drafts.all(own.id)
    assert {draft.text for draft in copies} == {"شاي جديد", "新しい茶"}
    assert not {draft.id for draft in copies} & {one.id for one in drafts.all(practice.id)}
    assert all(draft.parts[0].attempted_at is None for draft in copies)
    assert len(drafts.all(practice.id)) == 2


def test_an_own_shop_is_used_again(accounts: Accounts) -> None:
    own = accounts.start_own_shop(handle="", zone="UTC")
    assert own.handle is None
    accounts.activate(accounts.practice().id)
    again = accounts.start_own_shop(handle="leaf", zone="Asia/Tokyo")
    assert again == own
    assert accounts.active().id == own.id
    assert [account.way for account in accounts.all()] == [Way.BY_HAND, Way.PRACTICE]


def test_the_choice_outlives_the_run(accounts: Accounts) -> None:
    accounts.practice()
    own = accounts.start_own_shop(handle="leaf", zone="UTC")
    assert _again(accounts).active() == own
    accounts.activate(accounts.practice().id)
    assert _again(accounts).active().way is Way.PRACTICE
    with pytest.raises(KeyError):
        accounts.activate("nobody")


def test_a_practice_run_stays_there_and_forgets_nothing(accounts: Accounts) -> None:
    own = accounts.start_own_shop(handle="leaf", zone="UTC")
    run = _again(accounts, practice_only=True)
    assert run.active().way is Way.PRACTICE
    assert run.of_this_run() == (run.practice(),)
    assert _again(accounts).active() == own
    assert run.activate(own.id) == run.active() == own


def test_a_script_has_one_account_for_each_x(accounts: Accounts) -> None:
    run = _again(accounts, x_url=LOCAL)
    account = run.active()
    assert (account.way, account.x_url, account.handle) == (Way.CONNECTED, LOCAL, None)
    assert _again(accounts, x_url=LOCAL).active() == account
    assert _again(accounts, x_url="http://[::1]:9").active().id != account.id
    assert run.of_this_run() == (account,)
    assert account not in accounts.all()
    assert accounts.active().way is Way.PRACTICE


def test_who_a_script_is_is_asked_once_a_run_and_never_changes(accounts: Accounts) -> None:
    run = _again(accounts, x_url=LOCAL)
    account = run.active()
    x = OneUser(User("42", "leaf", "Leaf"))
    for _ in range(3):
        known = run.identify(account, x)  # type: ignore[arg-type]  # a stand-in
        assert (known.x_user_id, known.handle) == ("42", "leaf")
    assert x.asked == 1
    later = _again(accounts, x_url=LOCAL)
    with pytest.raises(SignInNeeded):
        later.identify(later.active(), OneUser(User("43", "kiln", "")))  # type: ignore[arg-type]  # a stand-in
    assert later.active().x_user_id == "42"


def test_an_account_that_is_known_is_not_asked_again(accounts: Accounts) -> None:
    x = OneUser(User("1", "x", ""))
    practice = accounts.practice()
    assert accounts.identify(practice, x) == practice  # type: ignore[arg-type]  # a stand-in
    assert x.asked == 0


def test_what_x_says_of_premium_is_kept_with_a_connected_account(accounts: Accounts) -> None:
    run = _again(accounts, x_url=LOCAL)
    account = run.active()
    assert not account.long_posts
    x = OneUser(User("42", "leaf", "Leaf", has_premium=True))
    assert run.identify(account, x).long_posts  # type: ignore[arg-type]  # a stand-in
    assert run.note_tier(account.id, User("42", "leaf", "Leaf")).long_posts
    assert not run.note_tier(account.id, User("42", "leaf", "", has_premium=False)).long_posts


def test_in_practice_and_by_hand_the_owner_says_it(accounts: Accounts) -> None:
    own = accounts.start_own_shop(handle="leaf", zone="UTC")
    for account in (accounts.practice(), own):
        assert not account.long_posts
        assert accounts.set_long_posts(account.id, True).long_posts
        user = User("1", "x", "", has_premium=False)
        assert accounts.note_tier(account.id, user).long_posts


def test_the_owner_changes_zone_handle_and_budget(accounts: Accounts) -> None:
    own = accounts.start_own_shop(handle="leaf", zone="UTC")
    assert accounts.set_zone(own.id, "Asia/Tehran").zone == "Asia/Tehran"
    assert accounts.set_handle(own.id, "@kiln").handle == "kiln"
    assert accounts.set_handle(own.id, " ").handle is None
    assert accounts.set_budget(own.id, 5_000_000).budget == 5_000_000


def test_an_account_is_found_by_its_handle(accounts: Accounts) -> None:
    own = accounts.start_own_shop(handle="Leaf", zone="UTC")
    assert accounts.by_handle("@leaf") == own
    assert accounts.by_handle("nobody") is None


@pytest.mark.parametrize(
    ("reason", "meant"),
    [
        (Refusal.INVALID, AnswerNotUnderstood),
        (Refusal.NOT_FOUND, AnswerNotUnderstood),
        (Refusal.NOT_PERMITTED, SignInNeeded),
    ],
)
def test_who_we_are_being_refused_is_no_refusal_of_a_post(
    accounts: Accounts, reason: Refusal, meant: type[AppError]
) -> None:
    """A post that waited for the answer waits on; it has done nothing wrong."""

    class Refusing:
        def me(self) -> User:
            raise Rejected(reason, "GET answered 400")

    account = accounts.script_account("http://127.0.0.1:1")
    with pytest.raises(meant):
        accounts.identify(account, Refusing())  # type: ignore[arg-type]  # a stand-in


def test_any_number_of_shops_each_with_a_colour_of_its_own(accounts: Accounts) -> None:
    practice = accounts.practice()
    first = accounts.start_own_shop(handle="tea", zone="UTC")
    more = [accounts.add(handle, "Asia/Tokyo") for handle in ("@kiln", "", " 茶 ")]
    assert [one.handle for one in more] == ["kiln", None, "茶"]
    assert all(one.way is Way.BY_HAND for one in more)
    assert accounts.all() == (first, *more, practice)
    colours = [one.colour for one in accounts.all()]
    assert len(set(colours)) == len(colours)
    again = accounts.set_colour(first.id, more[0].colour)
    assert again.colour == more[0].colour
    assert accounts.add("next", "UTC").colour == first.colour
    assert accounts.active() == again


def test_more_shops_than_colours_share_them(accounts: Accounts) -> None:
    made = [accounts.add("", "UTC") for _ in range(2 * len(COLOURS))]
    assert {one.colour for one in made} == set(COLOURS)


def test_the_way_back_leads_to_the_shop_last_in_view(accounts: Accounts) -> None:
    first = accounts.start_own_shop(handle="tea", zone="UTC")
    second = accounts.add("kiln", "UTC")
    assert accounts.own() == first
    accounts.activate(second.id)
    accounts.activate(accounts.practice().id)
    assert accounts.own() == _again(accounts).own() == second
    assert accounts.start_own_shop(handle="", zone="UTC") == second


def test_the_sample_shops_handle_gives_way_to_an_own_one(accounts: Accounts) -> None:
    assert accounts.practice().handle == "tea"
    assert accounts.by_handle("tea") == accounts.practice()
    own = accounts.start_own_shop(handle="Tea", zone="UTC")
    assert accounts.by_handle("@TEA") == own


def _connected(accounts: Accounts, handle: str) -> str:
    own = accounts.add(handle, "UTC")
    accounts.set_way(own.id, Way.CONNECTED)
    return own.id


def test_another_name_of_the_same_account_is_told_of_once(accounts: Accounts) -> None:
    own = _connected(accounts, "tea")
    assert accounts.remember_x_user(own, User("42", "teahouse", "")).handle == "teahouse"
    # What the owner wrote before X knew them was no name of X's.
    assert accounts.told_of_name() is None
    assert accounts.note_tier(own, User("42", "TeaHouse", "")).handle == "TeaHouse"
    assert accounts.told_of_name() is None
    accounts.note_tier(own, User("42", "blue_door", ""))
    told = _again(accounts).told_of_name()
    assert told is not None
    assert (told[0].id, told[0].handle, told[1]) == (own, "blue_door", "TeaHouse")
    assert accounts.told_of_name() is None


def test_another_account_on_x_is_refused_and_nothing_of_it_kept(accounts: Accounts) -> None:
    own = _connected(accounts, "tea")
    before = accounts.remember_x_user(own, User("42", "tea", ""))
    for notes in (accounts.remember_x_user, accounts.note_tier):
        with pytest.raises(SignInNeeded):
            notes(own, User("43", "other", "", has_premium=True, verified=True))
    assert accounts.get(own) == before
    assert accounts.told_of_name() is None


def test_an_account_that_is_kept_twice_is_found(accounts: Accounts) -> None:
    first, second = _connected(accounts, "tea"), _connected(accounts, "")
    accounts.remember_x_user(first, User("42", "tea", ""))
    other = accounts.other_with(second, "42")
    assert other is not None
    assert other.id == first
    assert accounts.other_with(first, "42") is None
    assert accounts.other_with(second, accounts.practice().x_user_id or "") is None
