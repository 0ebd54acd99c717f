"""Stand-ins bear the modules of keyring's own backends; none is a KeyringBackend, which keyring
would choose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.core
import pytest

from services.accounts import keyring_choice
from services.accounts.keyring_choice import Store, choose, store_of
from services.accounts.keyring_names import name_of
from services.errors import KeychainProblem, KeychainTrouble


def backend(module: str, *, name: str = "Keyring", **values: Any) -> Any:
    return type(name, (), {"__module__": module, "viable": True, **values})()


SYSTEMS = [backend(store.value[0], priority=5) for store in Store if store is not Store.OTHER]
PLAIN = backend("keyrings.alt.file", name="PlaintextKeyring", priority=0.5)
ENCRYPTED_FILE = backend("keyrings.alt.file", name="EncryptedKeyring", priority=0.6)
MAKESHIFT = backend("somebodys.files", priority=0.5)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`offered(backend)`: what keyring chooses, now and when asked to choose again."""

    def offer(chosen: Any) -> None:
        monkeypatch.setattr(keyring, "get_keyring", lambda: chosen)
        monkeypatch.setattr(keyring.core, "init_backend", lambda: None)

    return offer


@pytest.fixture
def not_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(keyring.core, "load_config", lambda: None)


@pytest.mark.parametrize("chosen", SYSTEMS, ids=lambda one: store_of(one).name)
def test_the_systems_own_is_taken(offered: Any, chosen: Any) -> None:
    offered(chosen)
    assert choose() is chosen


@pytest.mark.parametrize(
    "chosen",
    [
        PLAIN,
        ENCRYPTED_FILE,
        MAKESHIFT,
        keyring.backends.fail.Keyring(),
        keyring.backends.null.Keyring(),
    ],
    ids=lambda one: type(one).__module__ + type(one).__name__,
)
def test_what_keeps_plain_files_or_nothing_is_never_taken(offered: Any, chosen: Any) -> None:
    offered(chosen)
    with pytest.raises(KeychainTrouble) as caught:
        choose()
    assert caught.value.problem is KeychainProblem.MISSING
    assert caught.value.__context__ is None


def test_of_a_chain_the_best_safe_one_is_asked_alone(offered: Any) -> None:
    wallet = SYSTEMS[-1]
    offered(backend("keyring.backends.chainer", backends=[PLAIN, wallet, MAKESHIFT]))
    assert choose() is wallet
    offered(backend("keyring.backends.chainer", backends=[PLAIN, MAKESHIFT]))
    with pytest.raises(KeychainTrouble):
        choose()


def test_keyrings_own_chain_has_the_module_that_is_looked_for() -> None:
    chain = keyring.backends.chainer.ChainerBackend()
    assert type(chain).__module__ == keyring_choice._CHAINER
    assert isinstance(chain.backends, list)


def test_instead_of_a_makeshift_the_systems_own_is_looked_for(
    offered: Any, not_configured: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.backends import SecretService

    class Stands:
        viable = True

    monkeypatch.setattr(keyring_choice.sys, "platform", "linux")
    monkeypatch.setattr(SecretService, "Keyring", Stands)
    offered(PLAIN)
    assert isinstance(choose(), Stands)
    monkeypatch.setattr(Stands, "viable", False)
    with pytest.raises(KeychainTrouble):
        choose()


def test_an_owner_who_switched_keyring_off_is_obeyed(
    offered: Any, not_configured: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.backends import SecretService

    monkeypatch.setattr(keyring_choice.sys, "platform", "linux")
    monkeypatch.setattr(SecretService, "Keyring", lambda: pytest.fail("was looked for"))
    nothing = keyring.backends.null.Keyring()
    offered(nothing)
    monkeypatch.setattr(keyring.core, "load_config", lambda: nothing)
    with pytest.raises(KeychainTrouble):
        choose()


def test_a_broken_configuration_is_a_missing_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> None:
        raise ModuleNotFoundError("no.such.module")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    with pytest.raises(KeychainTrouble) as caught:
        choose()
    assert (caught.value.problem, caught.value.detail) == (
        KeychainProblem.MISSING,
        "ModuleNotFoundError",
    )


@pytest.mark.parametrize("store", [Store.SECRET_SERVICE, Store.LIBSECRET, Store.KWALLET])
def test_the_names_are_those_of_the_installed_keyring(store: Store) -> None:
    """A new release that moved a module would have every store taken for another one."""
    import importlib

    module, name = store.value
    assert isinstance(getattr(importlib.import_module(module), name), type)


def test_each_store_has_the_name_its_system_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from services.accounts import keyring_names

    monkeypatch.setattr(keyring_names, "_answering_program", lambda: "gnome-keyring-d")
    assert [name_of(one) for one in SYSTEMS] == [
        "Windows Credential Manager",
        "macOS Keychain",
        "Secret Service (GNOME Keyring)",
        "Secret Service (GNOME Keyring)",
        "KWallet",
    ]
    monkeypatch.setattr(keyring_names, "_answering_program", lambda: "something else")
    assert name_of(SYSTEMS[2]) == "Secret Service"
    assert name_of(backend("keyrings.cryptfile.cryptfile")) == "cryptfile"
