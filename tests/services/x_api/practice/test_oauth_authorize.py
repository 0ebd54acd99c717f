"""The authorize page: what it shows, what it takes, and where it sends the browser."""

from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clock import SteppedClock
from services.x_api.practice import Request, open_practice
from tests.services.x_api.practice.consent import CALLBACK, Browser, Form, asked, back_at

WRONG = "You weren't able to give access to the App."


@pytest.fixture
def browser(bare):
    return Browser(bare.x)


def test_the_page_says_who_asks_and_for_what(browser):
    page = browser.open(asked())

    text = page.body.decode()
    assert page.status == 200
    assert "Shoplark at Leaf &amp; Kiln wants to access your account" in text
    assert "@tea" in text
    assert "Post and repost for you." in text
    assert "Send messages for you." not in text
    assert Form(text).buttons == ["allow", "cancel"]
    assert "script" not in text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page == browser.open(asked())


def test_allow_goes_back_with_a_code_and_the_state(browser):
    answer = browser.press(browser.open(asked()))

    assert answer.headers["location"].startswith(CALLBACK + "?")
    told = back_at(answer)
    assert told["state"] == "state-of-this-try"
    assert set(told) == {"state", "code"}
    assert answer.body == b""


def test_cancel_goes_back_without(browser):
    told = back_at(browser.press(browser.open(asked()), "cancel"))
    assert told == {"state": "state-of-this-try", "error": "access_denied"}


@pytest.mark.parametrize(
    "other",
    [
        {"client_id": "another"},
        {"client_id": ""},
        {"redirect_uri": CALLBACK + "/"},
        {"redirect_uri": "http://127.0.0.1:9999/callback"},
        {"redirect_uri": "http://localhost:8765/callback"},
        {"redirect_uri": "https://elsewhere.example.com/callback"},
        {"redirect_uri": ""},
        {"response_type": "token"},
        {"scope": "tweet.read everything"},
        {"scope": "tweet.read  users.read"},
        {"scope": ""},
        {"state": ""},
        {"state": "s" * 501},
        {"code_challenge": ""},
        {"code_challenge": "short"},
        {"code_challenge": "=" * 43},
        {"code_challenge_method": "plain"},
        {"code_challenge_method": ""},
    ],
)
def test_what_does_not_fit_goes_nowhere(browser, other):
    page = browser.open(asked(**other))

    assert page.status == 400
    assert "location" not in page.headers
    assert WRONG in page.body.decode()
    good = Form(browser.open(asked()).body.decode()).fields
    changed = {**good, **other, "decision": "allow"}
    sent = browser.send("/i/oauth2/authorize", {k: v for k, v in changed.items() if v})
    assert (sent.status, sent.headers.get("location")) == (400, None)


@pytest.mark.parametrize("other", [{"ticket": "x"}, {"state": "of-another"}, {"ticket": "茶"}])
def test_the_form_must_be_the_pages_own(browser, other):
    form = Form(browser.open(asked()).body.decode())

    assert browser.send(form.action, {**form.fields, **other, "decision": "allow"}).status == 400
    query = urlencode({**form.fields, "decision": "allow"})
    plain = Request("POST", form.action, {}, {"content-type": "text/plain"}, query.encode())
    assert browser.x.handle(plain).status == 400


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=500))
def test_any_state_comes_back_as_it_was(state):
    x = open_practice(":memory:", SteppedClock(1_795_168_800), sample=False)
    browser = Browser(x)
    page = browser.open(asked(state=state))
    assert Form(page.body.decode()).fields["state"] == state
    assert back_at(browser.press(page))["state"] == state
    x.close()


@given(
    st.sampled_from([CALLBACK, "http://127.0.0.1:8766/callback"]),
    st.text(st.sampled_from("/:?#.08cCk%20 "), max_size=3),
    st.integers(0, 30),
)
def test_only_the_registered_address_itself_is_gone_to(callback, extra, place):
    x = open_practice(":memory:", SteppedClock(1_795_168_800), sample=False)
    x.set_app(callbacks=[callback])
    asked_for = callback[:place] + extra + callback[place:]
    page = Browser(x).open(asked(redirect_uri=asked_for))
    assert page.status == (200 if asked_for == callback else 400)
    x.close()


def test_everything_shown_is_escaped(browser):
    nasty = "\"><script>alert(1)</script>'&"
    browser.x.set_app(name=nasty)

    text = browser.open(asked(state=nasty)).body.decode()

    assert "<script" not in text
    assert Form(text).fields["state"] == nasty
    assert back_at(browser.press(browser.open(asked(state=nasty))))["state"] == nasty


def test_a_callback_with_a_question_of_its_own(browser):
    callback = "http://127.0.0.1:8765/callback?from=x"
    browser.x.set_app(callbacks=[callback])

    answer = browser.press(browser.open(asked(redirect_uri=callback)))

    assert urlsplit(answer.headers["location"]).query.startswith("from=x&state=")


def test_a_web_app_shows_at_the_token_address_only(browser):
    browser.x.set_app(kind="web")

    assert browser.exchange(browser.code()).status == 401


def test_another_may_be_signed_in_in_the_browser(x):
    browser = Browser(x)
    x.set_account(browsing="mika_ocha")

    assert "@mika_ocha" in browser.open(asked()).body.decode()
    token = browser.sign_in()["access_token"]
    assert browser.me(token).json()["data"]["username"] == "mika_ocha"
    x.set_account(browsing="tea")
    assert browser.me(browser.sign_in()["access_token"]).json()["data"]["username"] == "tea"
