"""The search finds what was planted, however it was written down, and nothing else."""

from __future__ import annotations

import base64
import gzip
import html
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.secrets_search import (
    LEAST_SIGNS,
    forms,
    search,
    search_bytes,
    search_processes,
)

SECRET = "q7RfT2+x/Zs4~d9-k_L1vBn0pW8=e3Yh"
OTHER = "another-secret-nobody-wrote-down"
TEXTS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=LEAST_SIGNS)

WRITTEN = {
    "plain": SECRET.encode(),
    "in a form": urlencode({"refresh_token": SECRET}).encode(),
    "percent, lower case": quote(SECRET, safe="").lower().encode(),
    "JSON": json.dumps({"token": SECRET}).encode(),
    "a JSON of JavaScript": json.dumps(SECRET).replace("/", r"\/").encode(),
    "HTML": html.escape(f"<p>{SECRET}</p>").encode(),
    "hex": SECRET.encode().hex().encode(),
    "HEX": SECRET.encode().hex().upper().encode(),
    "UTF-16 LE": f"token {SECRET}".encode("utf-16-le"),
    "UTF-16 BE": f"token {SECRET}".encode("utf-16-be"),
    "UTF-16 at an odd place": b"x" + SECRET.encode("utf-16-le"),
    "lower case": SECRET.lower().encode(),
    "the first half": SECRET[:16].encode() + b"...",
    "the last half": b"..." + SECRET[16:].encode(),
    **{
        f"base64 behind {before} bytes": base64.b64encode(b"x" * before + SECRET.encode() + b"yz")
        for before in range(4)
    },
    **{
        f"base64url behind {before} bytes": base64.urlsafe_b64encode(
            b"x" * before + SECRET.encode()
        ).rstrip(b"=")
        for before in range(4)
    },
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_was_planted_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    file = tmp_path / "deep" / "er" / "a.bin"
    file.write_bytes(os.urandom(100) + WRITTEN[name] + os.urandom(100))
    found = search([OTHER, SECRET], [tmp_path])
    assert {(finding.where, finding.secret) for finding in found} == {(str(file), 1)}
    assert SECRET not in repr(found)
    file.write_bytes(os.urandom(100))
    assert search([OTHER, SECRET], [tmp_path]) == ()


@given(secret=TEXTS, before=st.binary(max_size=9), after=st.binary(max_size=9))
def test_any_secret_in_base64_wherever_it_begins(secret: str, before: bytes, after: bytes) -> None:
    whole = before + secret.encode() + after
    assert search_bytes([secret], base64.b64encode(whole), "here")
    assert search_bytes([secret], base64.urlsafe_b64encode(whole), "here")
    assert search_bytes([secret], base64.urlsafe_b64encode(whole).rstrip(b"="), "here")


@settings(max_examples=30)
@given(secret=TEXTS, before=st.integers(0, 200), chunk=st.integers(1, 80))
def test_one_across_a_border_of_chunks(
    tmp_path_factory: pytest.TempPathFactory, secret: str, before: int, chunk: int
) -> None:
    folder = tmp_path_factory.mktemp("chunks")
    (folder / "log").write_bytes(b"\n" * before + secret.encode() + b"\n" * 50)
    assert search([secret], [folder], chunk=chunk)


def test_no_form_is_so_short_that_it_is_found_by_chance() -> None:
    assert min(map(len, forms("a" * LEAST_SIGNS).values())) >= LEAST_SIGNS
    with pytest.raises(ValueError, match="too short"):
        search_bytes(["short"], b"", "here")
    with pytest.raises(ValueError, match="nothing"):
        search_bytes([], b"", "here")


def test_in_a_name_a_link_a_packed_log_and_an_archive(tmp_path: Path) -> None:
    word = "plainLettersOnlyNoSlash"
    (tmp_path / f"token-{word}.txt").touch()
    (tmp_path / "link").symlink_to(f"/nowhere/{word}")
    with gzip.open(tmp_path / "old.log.gz", "wb") as packed:
        packed.write(b"x" * 5000 + word.encode())
    with zipfile.ZipFile(tmp_path / "posts.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("words.json", "x" * 5000 + word)
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b nothing of the sort")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 nothing of the sort")
    where = {finding.where.removeprefix(f"{tmp_path}/") for finding in search([word], [tmp_path])}
    assert where == {
        f"the name {tmp_path}/token-{word}.txt",
        "link",
        "old.log.gz (gzip)",
        "posts.zip (words.json)",
    }


def test_in_a_database_also_where_it_was_taken_out_again(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "a.sqlite")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA secure_delete = OFF")
    database.execute("CREATE TABLE kept (words TEXT)")
    database.execute("INSERT INTO kept VALUES (?)", (SECRET,))
    database.commit()
    database.execute("DELETE FROM kept")
    database.commit()
    # Nothing of it is to be read by a question, and the file itself was not even written yet.
    assert database.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    assert [finding.where for finding in search([SECRET], [tmp_path])]
    database.close()
    assert [finding.where for finding in search([SECRET], [tmp_path])]


def test_a_folder_that_is_not_there_is_not_clean(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        search([SECRET], [tmp_path / "nothing"])


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("where", ["cmdline", "environ", ""])
def test_in_the_arguments_and_the_environment_of_a_process(where: str) -> None:
    arguments = [SECRET] if where == "cmdline" else []
    environment = {"TOKEN": SECRET} if where == "environ" else {}
    wait = "import sys; print(flush=True); sys.stdin.read()"
    child = subprocess.Popen(
        [sys.executable, "-c", wait, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        found = search_processes([OTHER, SECRET], [child.pid])
    finally:
        child.communicate()
    expected = [f"/proc/{child.pid}/{where}"] if where else []
    assert sorted({finding.where for finding in found}) == expected
