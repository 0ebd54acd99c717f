"""A real Secret Service keeps and gives back what the keychain puts there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from services.accounts.keychain import Keychain

SERVICE = "Shoplark (desktop test)"
SECRET = "sécret-パス-🔑-" + "x" * 1000

pytestmark = [pytest.mark.desktop, pytest.mark.loopback]


@pytest.fixture(autouse=True)
def _real_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import SecretService

    keyring.set_keyring(SecretService.Keyring())


def test_a_secret_is_stored_and_read_by_another_process() -> None:
    keychain = Keychain(SERVICE)
    keychain.write("account-1", "access_token", SECRET)
    assert keychain.read("account-1", "access_token") == SECRET
    program = (
        "from services.accounts.keychain import Keychain; import sys;"
        f"sys.stdout.buffer.write(Keychain({SERVICE!r}).read('account-1', 'access_token').encode())"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert other.stdout.decode() == SECRET
    keychain.delete("account-1", "access_token")
    assert keychain.read("account-1", "access_token") is None
