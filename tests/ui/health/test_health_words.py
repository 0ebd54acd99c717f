from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.account import Account, Way
from services.clock import DAY
from services.errors import KeychainProblem, StorageProblem
from services.health.account_values import (
    AccountHealth,
    BudgetHealth,
    Call,
    CallHealth,
    Credit,
    CreditHealth,
    Figures,
    ShownHealth,
    SignInHealth,
    SignInTrouble,
)
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
    State,
)
from ui.health import spans
from ui.health.account_words import At, account_rows, credit_row, sign_in_row
from ui.health.call_words import call_rows
from ui.health.computer_words import (
    clock_row,
    database_row,
    disk_row,
    keyring_row,
    sender_row,
)
from ui.health.row_words import Press, RowWords, state_words
from widgets.isolates import CLOSE, OPEN

NOW = 1_795_168_800
AT = At(NOW, "UTC")
ACCOUNT = Account("a", Way.CONNECTED, "tea", "1", "c", None, "UTC", "#000000", None)


def plain(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "").replace("\u2068", "").replace("\u2069", "")


def says(row: RowWords) -> tuple[str, str]:
    return plain(row.sentence), row.button


@pytest.fixture(autouse=True)
def _english(qapp: Any) -> None:
    """Plurals come from the English file."""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (7_199, "119 minutes"),
        (7_200, "2 hours"),
        (2 * DAY - 1, "47 hours"),
        (2 * DAY, "2 days"),
        (40 * DAY, "40 days"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(seconds: int, words: str) -> None:
    assert spans.span(seconds) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW, "just now"),
        (NOW - 59, "just now"),
        (NOW + 99, "just now"),
        (NOW - 300, "5 minutes ago"),
        (NOW - 3 * 3_600, "3 hours ago"),
        (NOW - 3 * DAY, "on Nov 17"),
    ],
)
def test_how_long_ago(at: int, words: str) -> None:
    assert plain(spans.ago(at, NOW, "UTC")) == words


def test_a_time_to_come_has_its_day_when_it_is_another() -> None:
    assert plain(spans.moment(NOW + 3_600, NOW, "UTC")).startswith("11:00")
    assert plain(spans.moment(NOW + DAY, NOW, "UTC")).startswith("Nov 21, 10:00")


@pytest.mark.parametrize(
    ("problem", "sentence", "button"),
    [
        (None, "KWallet keeps what signs you in.", ""),
        (
            KeychainProblem.LOCKED,
            "KWallet is locked. What is to go out waits until it is open.",
            "Unlock and try again",
        ),
        (
            KeychainProblem.NO_ANSWER,
            "KWallet waits for your password, perhaps behind this window.",
            "Unlock and try again",
        ),
        (KeychainProblem.REFUSED, "KWallet refused to keep a word.", "Try again"),
        (KeychainProblem.TOO_LONG, "KWallet has too little room.", "Try again"),
    ],
)
def test_the_keyring(problem: KeychainProblem | None, sentence: str, button: str) -> None:
    assert says(keyring_row(KeyringHealth("KWallet", problem))) == (sentence, button)


def test_a_missing_keyring_has_no_name() -> None:
    sentence, button = says(keyring_row(KeyringHealth("", KeychainProblem.MISSING)))
    assert sentence.startswith("There is none that Shoplark can use")
    assert button == "Try again"


@pytest.mark.parametrize(
    ("ahead", "sentence", "button"),
    [
        (None, "X says its time with its next answer.", ""),
        (30, "It goes with X's clock.", ""),
        (40, "It is 40 seconds ahead of X's clock.", "Set the clock…"),
        (-240, "It is 4 minutes behind X's clock.", "Set the clock…"),
        (
            7_200,
            "It is 2 hours ahead of X's clock: posts go out too early.",
            "Set the clock…",
        ),
        (
            -3 * DAY,
            "It is 3 days behind X's clock: posts go out too late.",
            "Set the clock…",
        ),
    ],
)
def test_the_clock(ahead: int | None, sentence: str, button: str) -> None:
    found = ClockHealth(NOW, ahead, NOW - 60)
    assert says(clock_row(found, can_be_set=True)) == (sentence, button)
    by_hand, pressed = says(clock_row(found, can_be_set=False))
    assert by_hand.startswith(sentence)
    assert ("computer's settings" in by_hand) is bool(button)
    assert pressed == ""


def test_a_clock_that_cannot_be_right() -> None:
    row = clock_row(ClockHealth(0, impossible=True), can_be_set=True)
    assert "January 1, 1970" in row.sentence
    assert (row.state, row.press) == (State.TROUBLE, Press.CLOCK)


def test_the_disk() -> None:
    gigabyte = 10**9
    assert says(disk_row(DiskHealth(2 * gigabyte, 5 * 10**6))) == (
        "2.0 GB free; Shoplark's data takes 5.0 MB.",
        "",
    )
    assert says(disk_row(DiskHealth(4 * 10**8, 5 * 10**6))) == (
        "Only 400.0 MB is left; Shoplark's data takes 5.0 MB.",
        "Show the folder",
    )
    assert says(disk_row(DiskHealth(None, 10**6)))[0] == "Shoplark's data takes 1.0 MB."
    full = disk_row(DiskHealth(0, 1, StorageProblem.FULL))
    assert says(full)[0] == "It is full: nothing more can be saved."
    shut = disk_row(DiskHealth(gigabyte, 1, StorageProblem.READ_ONLY))
    assert says(shut) == ("Shoplark may not write to its folder.", "Show the folder")


def test_the_data_file() -> None:
    new = DatabaseHealth(NOW, 1, 3)
    assert says(database_row(new)) == (
        "It was whole when Shoplark started. Its first copy is yet to come.",
        "Check it now",
    )
    looked = replace(new, whole=True, copied_day=NOW // DAY * DAY)
    assert (
        says(database_row(looked))[0] == "Looked through just now: it is whole. Last copy: Nov 20."
    )
    damaged = database_row(replace(new, whole=False))
    assert (damaged.press, damaged.button) == (Press.RESTORE, "Start again")
    locked = database_row(replace(new, problem=StorageProblem.LOCKED))
    assert says(locked) == ("It cannot be read just now.", "Check it now")


def test_who_else_sends() -> None:
    assert sender_row(SenderHealth()).press is None
    assert "right now" in sender_row(SenderHealth(busy=True)).sentence
    other = sender_row(SenderHealth(other_computer=True))
    assert (other.press, other.button) == (Press.SEND_FROM_HERE, "Send from this computer")


@pytest.mark.parametrize("trouble", SignInTrouble)
def test_each_trouble_of_the_sign_in_has_its_sentence(trouble: SignInTrouble) -> None:
    row = sign_in_row(SignInHealth(trouble), AT)
    assert row.sentence.endswith(".")
    wanted = {
        SignInTrouble.NOT_ENROLLED: Press.APP,
        SignInTrouble.OTHER_KIND: Press.APP,
        SignInTrouble.REFUSED: None,
    }
    assert row.press is wanted.get(trouble, Press.SIGN_IN)
    assert bool(row.button) is (row.press is not None)


def test_signed_in() -> None:
    assert says(sign_in_row(SignInHealth(None, NOW - 300), AT)) == (
        "Signed in; X last took a call 5 minutes ago.",
        "",
    )
    assert "not been asked" in sign_in_row(SignInHealth(), AT).sentence


@pytest.mark.parametrize("credit", Credit)
def test_each_state_of_the_credit_has_its_sentence(credit: Credit) -> None:
    at = None if credit is Credit.UNKNOWN else NOW - 300
    row = credit_row(CreditHealth(credit, at, None), AT)
    assert "{" not in row.sentence
    assert ("5 minutes ago" in plain(row.sentence)) is (at is not None)


def test_when_credit_is_asked_for_again() -> None:
    row = credit_row(CreditHealth(Credit.GONE, NOW, NOW + 3_600), AT)
    assert plain(row.sentence).startswith(
        "It is used up, X said just now. X is asked again at 11:00"
    )
    assert (row.press, row.button) == (Press.CREDIT, "Add credit")


def _health(**parts: Any) -> AccountHealth:
    whole: dict[str, Any] = {
        "account": ACCOUNT,
        "sign_in": SignInHealth(),
        "credit": CreditHealth(Credit.THERE, NOW),
        "budget": BudgetHealth(12_000_000, 0, None),
        "shown": ShownHealth(),
        "calls": (),
    }
    return AccountHealth(**whole | parts)


def _rows(health: AccountHealth, *, in_view: bool = True) -> dict[str, RowWords]:
    return {row.key: row for row in account_rows(health, NOW, in_view=in_view)}


def test_the_months_money() -> None:
    assert says(_rows(_health())["budget"]) == ("$12.00 spent; no budget is set.", "")
    near = _health(budget=BudgetHealth(12_000_000, 500_000, 15_000_000))
    assert says(_rows(near)["budget"]) == (
        "$12.00 of $15.00 spent. Perhaps $0.50 more.",
        "Change the budget",
    )
    assert _rows(near, in_view=False)["budget"].press is None


@pytest.mark.parametrize(
    ("owns", "state", "price"),
    [(True, State.GOOD, "$0.001"), (False, State.NOTE, "$0.005"), (None, State.UNKNOWN, "$0.001")],
)
def test_what_a_read_costs(owns: bool | None, state: State, price: str) -> None:
    row = _rows(_health(shown=ShownHealth(owns_app=owns)))["price"]
    assert row.state is state
    assert plain(row.sentence).startswith(f"{price} each")


@pytest.mark.parametrize("figures", Figures)
def test_whether_x_shows_an_owners_figures(figures: Figures) -> None:
    row = _rows(_health(shown=ShownHealth(figures=figures)))["figures"]
    assert row.sentence
    assert row.press is None


def test_another_form_of_answers_is_a_row_only_when_it_came() -> None:
    assert "form" not in _rows(_health())
    row = _rows(_health(shown=ShownHealth(drifted_at=NOW - 300)))["form"]
    assert plain(row.sentence).startswith("They came in another form 5 minutes ago")


@given(
    st.sampled_from(Call),
    st.none() | st.integers(0, NOW),
    st.sampled_from(["", "Offline", "RateLimited", "Rejected", "KeychainTrouble", "Unheard"]),
    st.none() | st.integers(NOW + 1, NOW + DAY),
)
def test_every_call_has_a_name_and_a_whole_sentence(
    call: Call, at: int | None, trouble: str, until: int | None
) -> None:
    (row,) = call_rows([CallHealth(call, at, 200, trouble, until)], AT)
    assert row.name
    assert "{" not in row.sentence
    assert bool(row.sentence) is (at is not None or until is not None)


def test_a_shut_window_stands_after_what_was_answered() -> None:
    (row,) = call_rows([CallHealth(Call.MENTIONS, NOW, 429, "RateLimited", NOW + 900)], AT)
    assert plain(row.sentence).startswith("X asked to wait just now. X takes no more before 10:15")


def test_the_words_for_how_it_stands() -> None:
    assert [state_words(state) for state in (None, *State)] == [
        "Looking…",
        "Well",
        "Note",
        "Needs you",
        "Not known yet",
    ]
