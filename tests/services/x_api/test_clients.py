import subprocess
import sys
from dataclasses import replace

import pytest

from services.accounts.accounts import Account, Way
from services.accounts.keychain import Keychain
from services.accounts.token_calls import TokenCalls
from services.accounts.tokens import Tokens
from services.errors import BudgetReached, Refusal, Rejected, SignInNeeded
from services.x_api.clients import Clients
from services.x_api.gateway import HOST
from services.x_api.ledger import Ledger
from services.x_api.spending import Spending
from services.x_api.transport import Transport
from tests.scripted_x import ScriptedX, answer, x_user

LOOPBACK = "http://127.0.0.1:8999"


class Keyring:
    """In memory, and how often it was read."""

    def __init__(self):
        self.kept = {}
        self.reads = 0

    def get_password(self, service, name):
        self.reads += 1
        return self.kept.get(name)


@pytest.fixture
def keyring():
    return Keyring()


@pytest.fixture
def made(paths, clock, database, accounts, keyring):
    opened = []

    def make(transport=None):
        transport = transport or Transport()
        calls = TokenCalls(transport.x_url or HOST, clock, adapter=transport.adapter)
        keychain = Keychain("Shoplark", backend=keyring)
        tokens = Tokens(keychain, database, clock, paths, calls, accounts=accounts)
        clients = Clients(paths, clock, database, accounts, lambda: tokens, transport)
        opened.append(clients)
        return clients

    yield make
    for clients in opened:
        clients.close()


def kept(keyring, account, clock, value="kept-token", *, host=""):
    name = f"{account.id}/access_token{host}"
    keyring.kept[name] = f"{clock.now() + 7_200} {clock.now()} {value}"


@pytest.fixture
def connected(accounts, database):
    account = accounts.start_own_shop(handle="tea", zone="UTC")
    database.connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (account.id,))
    return accounts.get(account.id)


def answering(client, *answers):
    """Puts a scripted X under a metered client."""
    x = ScriptedX(*answers)
    for scheme in ("https://", "http://"):
        client._inner._tweepy.session.mount(scheme, x)
    return x


def test_practice_knows_what_the_owner_said_of_premium(made, accounts):
    clients, account = made(), accounts.practice()
    long = "茶" * 200

    with pytest.raises(Rejected) as caught:
        clients.for_account(account).create_post(long)
    accounts.set_long_posts(account.id, True)

    assert caught.value.reason is Refusal.TOO_LONG
    client = clients.for_account(account)
    assert client.create_post(long).id
    assert client.me().has_premium is True
    accounts.set_long_posts(account.id, False)
    assert clients.for_account(account).me().has_premium is False


def test_by_hand_nothing_is_called(made, accounts):
    account = accounts.start_own_shop(handle="tea", zone="UTC")

    with pytest.raises(SignInNeeded):
        made().for_account(account)


def test_a_connected_account_uses_its_token_and_the_real_x(made, connected, keyring, clock):
    kept(keyring, connected, clock)
    client = made().for_account(connected)
    x = answering(client, answer({"data": x_user()}))

    client.me()

    assert x.asked[0].url.startswith(HOST)
    assert x.asked[0].headers["Authorization"] == "Bearer kept-token"


@pytest.mark.parametrize(
    "entry", [None, "", "  ", "رمز", "two\nlines", "1 2 رمز", "soon 2 token", "1 2 3 token"]
)
def test_a_token_that_cannot_be_sent_asks_to_sign_in(made, connected, keyring, entry):
    keyring.kept[f"{connected.id}/access_token"] = entry
    client = made().for_account(connected)
    x = answering(client)

    with pytest.raises(SignInNeeded) as caught:
        client.me()

    assert x.asked == []
    assert not entry or entry not in str(caught.value)


def test_the_keyring_is_asked_once_and_not_before_the_first_call(made, connected, keyring, clock):
    kept(keyring, connected, clock)
    clients = made()
    client = clients.for_account(connected)
    assert keyring.reads == 0
    answering(client, answer({"data": x_user()}), answer({"data": x_user()}))

    client.me()
    clients.for_account(connected).me()

    assert keyring.reads == 1


def test_a_token_goes_to_no_other_host_than_its_own(made, connected, keyring, clock):
    kept(keyring, connected, clock, "of-the-real-x")
    kept(keyring, connected, clock, "of-this-one", host=" 127.0.0.1:8999")
    there = made(Transport(x_url=LOOPBACK)).for_account(connected)
    elsewhere = made(Transport(x_url="http://127.0.0.1:9000")).for_account(connected)
    x, nowhere = answering(there, answer({"data": x_user()})), answering(elsewhere)

    there.me()
    with pytest.raises(SignInNeeded):
        elsewhere.me()

    assert x.asked[0].headers["Authorization"] == "Bearer of-this-one"
    assert nowhere.asked == []


def test_a_scripts_account_uses_the_token_of_its_environment(made, accounts):
    clients = made(Transport(x_url=LOOPBACK, token="script-token"))
    client = clients.for_account(accounts.script_account(LOOPBACK))
    x = answering(client, answer({"data": x_user()}))

    client.me()

    assert x.asked[0].url.startswith(f"{LOOPBACK}/2/users/me")
    assert x.asked[0].headers["Authorization"] == "Bearer script-token"


def test_another_x_in_xs_place_is_asked_without_a_socket_or_a_keyring(made, connected, keyring):
    x = ScriptedX(answer({"data": x_user()}))
    clients = made(Transport(token="practice-token", adapter=lambda: x))

    clients.for_account(connected).me()

    assert x.asked[0].headers["Authorization"] == "Bearer practice-token"
    assert keyring.reads == 0


def test_a_scripts_token_goes_to_no_other_x(made, accounts):
    clients = made(Transport(x_url=LOOPBACK, token="script-token"))
    client = clients.for_account(accounts.script_account("http://127.0.0.1:9000"))
    x = answering(client)

    with pytest.raises(SignInNeeded):
        client.me()
    assert x.asked == []


def test_an_x_that_is_not_on_this_computer_is_refused(made, connected):
    with pytest.raises(SignInNeeded):
        made().for_account(replace(connected, x_url="https://x.example"))


def test_calls_are_booked_and_the_budget_is_kept(
    made, connected, accounts, database, clock, keyring
):
    kept(keyring, connected, clock)
    client = made().for_account(connected)
    answering(client, answer({"data": {"id": "5", "text": "x"}}, 201))
    client.create_post("お茶")
    assert Ledger(database, clock).spent_this_month(connected.id) == 15_000

    accounts.set_budget(connected.id, 20_000)
    with pytest.raises(BudgetReached):
        client.create_post("茶")


def test_lanes_share_an_accounts_gateway(made, connected):
    clients = made()

    assert clients.for_account(connected)._inner is clients.for_account(connected)._inner


def test_practice_is_free_and_booked_nowhere(made, accounts, database, clock):
    account = accounts.practice()

    client = made().for_account(account)
    me = client.me()
    client.create_post("Tea again")

    assert me.id == account.x_user_id
    assert Spending(database, clock).month(account.id).calls == ()


def test_one_practice_x_a_process(made, accounts):
    clients = made()

    clients.for_account(accounts.practice()).create_post("茶")

    assert clients.practice_x() is clients.practice_x()


def test_after_closing_it_opens_again(made, accounts):
    clients = made()
    clients.for_account(accounts.practice()).create_post("first")
    clients.close()

    page = clients.for_account(accounts.practice()).own_posts(accounts.practice().x_user_id)

    assert page.posts[0].text == "first"


def test_a_damaged_sample_shop_begins_anew_and_the_file_is_kept(made, accounts, paths):
    clients = made()
    clients.for_account(accounts.practice()).create_post("茶")
    clients.close()
    paths.practice_state.write_bytes(b"torn" * 5_000)

    page = made().for_account(accounts.practice()).own_posts(accounts.practice().x_user_id)

    assert page.posts
    assert page.posts[0].text != "茶"
    (kept,) = paths.data.glob("damaged-*-practice.sqlite")
    assert kept.read_bytes() == b"torn" * 5_000


def test_nothing_heavy_is_loaded_before_the_first_client():
    code = (
        "import sys, services.x_api.clients, services.x_api.intents, services.x_api.prices\n"
        "import services.x_api.ledger, services.x_api.transport\n"
        "heavy = {'tweepy', 'requests', 'urllib3', 'keyring', 'PIL'} & set(sys.modules)\n"
        "print(*sorted(heavy))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True
    )
    assert loaded.stdout.split() == []


def test_an_account_is_what_the_clients_expect():
    assert {"id", "way", "x_url", "budget"} <= set(Account.__dataclass_fields__)
    assert {way.value for way in Way} == {"practice", "by_hand", "connected"}
