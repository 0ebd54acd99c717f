"""What an app's token may do: by its scopes, its app's package and its account's standing."""

import json
from urllib.parse import urlsplit

import pytest

from services.x_api.practice import TOKEN, x
from services.x_api.practice.oauth_apps import CALLBACKS, SCOPES
from services.x_api.practice.permission import NEEDED
from tests.services.x_api.practice.consent import Browser

POST = json.dumps({"text": "青い湯のみ"}).encode()


@pytest.fixture
def browser(bare):
    return Browser(bare.x)


def say(browser, token):
    return browser.ask("POST", "/2/tweets", token, POST)


def test_every_call_says_what_it_needs(described):
    assert set(NEEDED) == set(x._ROUTES)
    document = described._document
    flow = document["components"]["securitySchemes"]["OAuth2UserToken"]["flows"]
    newer = {"users.email", "block.write"}  # 2.166 has neither, 2.167 the second.
    assert SCOPES - newer <= set(flow["authorizationCode"]["scopes"])
    for route, scopes in NEEDED.items():
        method, _, path = route.partition(" ")
        (operation,) = (
            on[method.lower()]
            for name, on in document["paths"].items()
            if method.lower() in on and _plain(name) == _plain(path)
        )
        (told,) = (one for one in operation["security"] if "OAuth2UserToken" in one)
        assert scopes == set(told["OAuth2UserToken"]), route


def test_the_addresses_are_the_documents_own(described):
    flow = described._document["components"]["securitySchemes"]["OAuth2UserToken"]["flows"]
    told = flow["authorizationCode"]
    assert urlsplit(told["tokenUrl"]).path == "/2/oauth2/token"
    assert urlsplit(told["authorizationUrl"]).path.endswith("/oauth2/authorize")


def _plain(path):
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def test_without_the_scope_to_write_it_may_read_only(browser):
    token = browser.sign_in(scope="tweet.read users.read offline.access")["access_token"]

    assert browser.me(token).status == 200
    refused = say(browser, token)
    assert refused.status == 403
    assert refused.json()["detail"] == "You are not permitted to perform this action."
    assert browser.ask("POST", "/2/media/upload", token, b"{}").status == 403
    all_of_them = browser.sign_in()["access_token"]
    assert say(browser, all_of_them).status == 201


def test_an_app_is_given_no_more_than_it_may_ask(browser):
    browser.x.set_app(may_ask=["tweet.read", "users.read", "offline.access"])

    told = browser.sign_in()

    assert told["scope"] == "offline.access tweet.read users.read"
    assert say(browser, told["access_token"]).status == 403


def test_an_app_outside_the_package_gets_tokens_and_nothing_else(browser):
    browser.x.set_app(enrolled=False)

    token = browser.sign_in()["access_token"]

    assert browser.me(token).json()["reason"] == "client-not-enrolled"
    assert browser.me(TOKEN).status == 200
    browser.x.set_app(enrolled=True)
    assert browser.me(token).status == 200


def test_a_suspended_account(browser):
    token = browser.sign_in()["access_token"]
    browser.x.set_account(suspended=True)

    for one in (token, TOKEN):
        refused = browser.me(one)
        assert refused.status == 403
        assert refused.json()["detail"].startswith("Your account is suspended")
    browser.x.set_account(suspended=False)
    assert browser.me(token).status == 200


def test_a_renamed_account(browser):
    token = browser.sign_in()["access_token"]
    browser.x.set_account(handle="leaf_and_kiln")

    told = browser.me(token).json()["data"]
    assert (told["id"], told["username"]) == ("1000000000000000001", "leaf_and_kiln")


def test_tokens_live_as_long_as_the_app_says(browser, clock):
    browser.x.set_app(token_seconds=3)
    told = browser.sign_in()

    assert told["expires_in"] == 3
    clock.advance(2)
    assert browser.me(told["access_token"]).status == 200
    clock.advance(1)
    assert browser.me(told["access_token"]).status == 401


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "toaster"},
        {"token_seconds": 0},
        {"callbacks": [f"http://127.0.0.1:{port}/" for port in range(8000, 8011)]},
        {"callbacks": ["http://127.0.0.1/\r\nSet-Cookie: a=b"]},
        {"callbacks": ["javascript:alert(1)"]},
        {"may_ask": ["everything"]},
        {"client_id": ""},
        {"colour": "green"},
    ],
)
def test_an_app_that_cannot_be(browser, changes):
    with pytest.raises((ValueError, TypeError)):
        browser.x.set_app(**changes)
    assert browser.x.set_app().callbacks == CALLBACKS


@pytest.mark.parametrize("changes", [{"handle": "mika_ocha"}, {"browsing": "x"}, {"name": "x"}])
def test_an_account_that_cannot_be(caller, changes):
    with pytest.raises(ValueError, match=r"another's|nobody|nothing"):
        caller.x.set_account(**changes)
