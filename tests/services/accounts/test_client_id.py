from __future__ import annotations

import string
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.client_id import SECRETS, ClientIdProblem, problem_of, tidy
from services.x_api.practice import CLIENT_ID

P = ClientIdProblem
PLAIN = st.characters(codec="ascii", categories=["Lu", "Ll", "Nd"])


def marked(name: str, mark: str) -> str:
    """As X writes ids and tokens: base64 without its padding."""
    return urlsafe_b64encode(f"{name}:{mark}".encode()).rstrip(b"=").decode()


ONES = st.builds(marked, st.text(PLAIN, min_size=12, max_size=60), st.just("1:ci"))


@given(ONES)
def test_one_of_x_is_taken(client_id: str) -> None:
    assert tidy(client_id) == client_id
    assert problem_of(client_id) is None


def test_the_practice_x_has_such_a_one() -> None:
    assert problem_of(CLIENT_ID) is None


@given(
    ONES,
    st.text(
        " \t\r\n\"'`“”„«»‘’「」<>\u200b\u200e\u200f\u202a\u202c\u2066\u2069\ufeff\xa0\u3000\xad"
    ),
    st.text(
        " \t\r\n\"'`“”„«»‘’「」<>\u200b\u200e\u200f\u202a\u202c\u2066\u2069\ufeff\xa0\u3000\xad"
    ),
)
def test_what_came_along_when_it_was_copied_is_taken_off(
    client_id: str, before: str, after: str
) -> None:
    assert tidy(before + client_id + after) == client_id
    assert problem_of(before + client_id + after) is None


@given(ONES, st.integers(1, 15), st.sampled_from("\u200b\u200c\u200d\u200e\ufeff\xad"))
def test_unseen_signs_within_it_are_taken_out(client_id: str, at: int, unseen: str) -> None:
    assert tidy(client_id[:at] + unseen + client_id[at:]) == client_id


@pytest.mark.parametrize(
    "label",
    [
        "Client ID: ",
        "client id ",
        "CLIENT_ID=",
        "OAuth 2.0 Client ID\n",
        "Client-Id：",
        "client_id: '",
    ],
)
def test_its_label_is_taken_off(label: str) -> None:
    assert tidy(label + CLIENT_ID) == CLIENT_ID


@given(ONES, st.integers(1, 15), st.sampled_from(" \n\t\u3000"))
def test_one_with_a_gap_is_two_words(client_id: str, at: int, gap: str) -> None:
    assert problem_of(client_id[:at] + gap + client_id[at:]) is P.SPACES


@given(st.text(PLAIN, min_size=24, max_size=24))
def test_an_api_key(text: str) -> None:
    assert problem_of("k" + text) in (P.API_KEY, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", P.EMPTY),
        (" \u200f\n", P.EMPTY),
        ('""', P.EMPTY),
        ("https://developer.x.com/en/portal/projects/1/apps/2", P.ADDRESS),
        ("http://127.0.0.1:8765/callback", P.ADDRESS),
        ("127.0.0.1:8765/callback", P.ADDRESS),
        ("www.x.com", P.ADDRESS),
        ("x.com/teashop", P.ADDRESS),
        ("@teashop", P.HANDLE),
        ("tea@example.org", P.MAIL),
        ("my new app", P.SPACES),
        ("我的 应用", P.SPACES),
        (
            "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2BULvsea4JtiGRiSDSJSI%3DEUifiRBkKG5E2",
            P.BEARER,
        ),
        ("Bearer AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0", P.BEARER),
        ("1234567890-aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789", P.TOKEN),
        (marked("Zk1rT2hGQ0Vq:1700000000000:1", "at:1"), P.TOKEN),
        (marked("Zk1rT2hGQ0Vq:1700000000000:1", "rt:1"), P.TOKEN),
        ("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰", P.OTHER_SIGNS),
        ("٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩", P.OTHER_SIGNS),
        ("ＶＸｐｉＳ０ＦＤＵＨｈｈＶｊｄＪ", P.OTHER_SIGNS),
        ("🍵" * 20, P.OTHER_SIGNS),
        ("VXpiS0FD%3A1%3Aci-abcdef", P.OTHER_SIGNS),
        ("31415926", P.APP_NUMBER),
        ("xvz1evFS4wEEPTGEFPHBog123", P.API_KEY),
        ("L8qq9PZyRg6ieKGEKhZolGC0vJWLw8iEJ88DRdyOgabcdefghi", P.SECRET),
        ("kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7-_wXyZ0123", P.SECRET),
        ("GMGXWv9CNqnxV02HbHgm4oN8lvTKhfQK3Cpzp1dLCYwAB", P.SECRET),
        ("abc", P.TOO_SHORT),
        ("x" * 121, P.TOO_LONG),
    ],
)
def test_what_people_paste_instead(text: str, problem: ClientIdProblem) -> None:
    assert problem_of(text) is problem


def test_one_of_a_new_shape_is_left_to_x() -> None:
    assert problem_of("Qm9ndXNCdXRQb3NzaWJsZQ0") is None


def test_what_opens_something_is_told_apart() -> None:
    assert {P.BEARER, P.TOKEN, P.SECRET} == SECRETS


@given(st.text(max_size=200))
def test_any_text_has_an_answer_and_stays_tidy(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert problem_of(text) is problem_of(once)
    if problem_of(text) is None:
        assert set(once) <= set(string.ascii_letters + string.digits + "-_=")


@given(st.text(alphabet="aA1-_ '\"@:/.\u200b۱", max_size=60))
def test_any_nearly_right_text_too(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert problem_of(text) is problem_of(once)
