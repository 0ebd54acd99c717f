"""Whatever the stores hold, nothing anybody has written leaves in a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.account import SignedIn, Way
from services.errors import KeychainProblem, StorageProblem
from services.health.report import Report, error_name, folder_shown, to_text
from services.health.values import (
    ClockHealth,
    DatabaseHealth,
    DiskHealth,
    KeyringHealth,
    SenderHealth,
    Version,
)
from services.health.versions import versions
from services.x_api.last_answers import LastAnswers

NOW = 1_795_168_800
WORDS = ("مرحبا يا صديقي", "قوری خزه‌ای", "苔色の急須", "茶壶很漂亮", "🍵🫖 lovely pot", "Anna-Lena")
SECRETS = ("QmVhcmVyVG9rZW4xMjM0NTY3ODkw", "refresh-abcDEF0123456789", "verifier~zz9")
HOME = Path("/home/ines")


class Came:
    def __init__(self) -> None:
        self.status_code = 200
        self.headers: dict[str, str] = {}


def _whole(shop: Any, account_ids: list[str]) -> str:
    health = shop.health
    return to_text(
        Report(
            made_at=NOW,
            folder=HOME / ".local/share/Shoplark",
            home=HOME,
            user="ines",
            versions=versions(qt="6.12.0"),
            keyring=KeyringHealth("Secret Service (GNOME Keyring)"),
            clock=health.clock(),
            disk=health.disk(),
            database=health.database(),
            sender=health.sender(),
            accounts=tuple(health.account(shop.accounts.get(one)) for one in account_ids),
        )
    )


@pytest.fixture
def own(shop: Any) -> str:
    shop.accounts.active()
    account_id: str = shop.accounts.start_own_shop(handle="tea", zone="UTC").id
    shop.accounts.set_way(account_id, Way.CONNECTED)
    shop.accounts.set_signed_in(account_id, SignedIn.YES)
    return account_id


_TEXT_COLUMNS = """
    SELECT m.name AS name, p.name AS field FROM sqlite_schema AS m, pragma_table_info(m.name) AS p
    WHERE m.type = 'table' AND p.type = 'TEXT' AND m.sql NOT LIKE '%CHECK%(%' || p.name || '%IN%'
"""


def _plant(shop: Any, account_id: str, word: str) -> int:
    """Into every column of every table that takes it: how many there were."""
    import sqlite3

    planted = 0
    connection = shop.database.connection
    connection.execute("PRAGMA foreign_keys=OFF")
    columns = connection.execute(_TEXT_COLUMNS).fetchall()
    for row in columns:
        if row["field"] in ("id", "account_id", "zone", "callback_ports", "way", "sign_in"):
            continue
        try:
            changed = connection.execute(
                f"UPDATE {row['name']} SET {row['field']} = ?",
                (word,),
            )
        except (sqlite3.Error, AssertionError):
            continue
        planted += changed.rowcount > 0
    connection.execute("PRAGMA foreign_keys=ON")
    return planted


_FOREIGN = st.text("مرحباخوبی苔色茶壶急須🍵🫖ßéñ", min_size=2, max_size=12)
_TOKENS = st.from_regex(r"\A[A-Za-z0-9_~-]{24,60}\Z")


@pytest.mark.parametrize("word", [*WORDS, *SECRETS])
def test_words_planted_in_every_table_never_leave(shop: Any, own: str, word: str) -> None:
    _plant_and_look(shop, own, word)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=_FOREIGN | _TOKENS)
def test_nothing_that_could_be_written_or_kept_leaves(shop: Any, own: str, word: str) -> None:
    _plant_and_look(shop, own, word)


def _plant_and_look(shop: Any, own: str, word: str) -> None:
    LastAnswers(shop.database, shop.clock, own).note(word, None, Came())
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO rate_window VALUES (?, ?, ?, ?)", (own, word, NOW, NOW + 900)
        )
    shop.accounts.set_client_id(own, word)
    shop.accounts.set_signed_in(own, SignedIn.YES, frozenset({word.split()[0]}))
    assert _plant(shop, own, word) > 20
    text = _whole(shop, [own])
    for part in (word, *word.split()):
        assert part not in text
    assert text.isascii()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.text(min_size=1), name=st.text(), number=st.text())
def test_whatever_a_program_says_of_itself_only_names_and_numbers_leave(
    shop: Any, own: str, word: str, name: str, number: str
) -> None:
    answers = LastAnswers(shop.database, shop.clock, own)
    answers.note("POST /2/tweets", type("Odd", (), {"name": word})(), Came())  # type: ignore[arg-type]  # an older row
    report = Report(
        NOW,
        HOME,
        HOME,
        "ines",
        versions=(Version("Shoplark", number),),
        keyring=KeyringHealth(name),
        accounts=(shop.health.account(shop.accounts.get(own)),),
    )
    text = to_text(report)
    assert text.isascii()
    assert text.isprintable() or set(text) - set(" \n") <= set(map(chr, range(33, 127)))
    assert all(len(line) < 250 for line in text.splitlines())


def test_neither_a_handle_nor_an_id_is_in_it(shop: Any, own: str) -> None:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET handle = 'teahouse_9', x_user_id = '4242424242'")
    text = _whole(shop, [own])
    assert "teahouse_9" not in text
    assert "4242424242" not in text
    assert own not in text
    assert "Account 1 on X" in text


def test_several_accounts_each_have_their_part(shop: Any, own: str) -> None:
    text = _whole(shop, [own, own])
    assert "Account 2 on X" in text
    assert text.count("Calls:") == 2


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        (HOME / ".local/share/Shoplark", "~/.local/share/Shoplark"),
        (HOME, "~"),
        (Path("/mnt/INES/shop"), "/mnt/~/shop"),
        (Path("/home/ines/ines/x"), "~/~/x"),
        (Path("/srv/お茶"), "/srv/お茶"),
    ],
)
def test_the_owners_name_is_not_in_a_path(folder: Path, shown: str) -> None:
    assert folder_shown(folder, HOME, "ines") == shown
    assert folder_shown(Path("/srv"), HOME, "") == "/srv"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("OutOfCredit", "OutOfCredit"),
        ("", ""),
        ("Enum", "another error"),
        ("Anna wrote", "another error"),
        ("__name__", "another error"),
        ("Exception", "another error"),
    ],
)
def test_only_errors_of_ours_are_named(name: str, shown: str) -> None:
    assert error_name(name) == shown


def test_it_reads_as_plain_lines() -> None:
    report = Report(
        NOW,
        HOME,
        HOME,
        "ines",
        keyring=KeyringHealth("", KeychainProblem.MISSING),
        clock=ClockHealth(NOW, -400, NOW - 60),
        disk=DiskHealth(None, 2 * 1024**2, StorageProblem.READ_ONLY),
        database=DatabaseHealth(NOW, 5 * 1024**2, 3, whole=False),
        sender=SenderHealth(other_computer=True, busy=True),
    )
    assert to_text(report) == (
        "Shoplark health report, 2026-11-20 10:00:00 UTC\n"
        "\n"
        "Data folder: ~\n"
        "\n"
        "This computer\n"
        "  Password store: trouble; none, missing\n"
        "  Clock: trouble; 2026-11-20 10:00:00 UTC, -400 s from X's clock, "
        "at 2026-11-20 09:59:00 UTC\n"
        "  Disk: trouble; not known, 2.0 MB used, read_only\n"
        "  Database: trouble; 5.0 MB, step 3, damaged, last copy: none\n"
        "  Sending: trouble; sent from another computer, another process is sending\n"
    )
    assert "This computer\n\n" not in to_text(replace(report, keyring=None))
