"""What to do about the password store of this computer's system, while signing in."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

from services.errors import KeychainProblem

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def happened(problem: KeychainProblem) -> str:
    return {
        KeychainProblem.MISSING: translate("SignIn", "This computer has no password store."),
        KeychainProblem.LOCKED: translate("SignIn", "This computer's password store is locked."),
        KeychainProblem.REFUSED: translate("SignIn", "This computer's password store refused."),
        KeychainProblem.NO_ANSWER: translate(
            "SignIn", "This computer's password store waits for its password."
        ),
        KeychainProblem.TOO_LONG: translate(
            "SignIn", "This computer's password store has no room for what X gave."
        ),
    }[problem]


def what_to_do(problem: KeychainProblem, *, system: str = sys.platform) -> str:
    """`system` as in `sys.platform`."""
    if system == "win32":
        return _on_windows(problem)
    if system == "darwin":
        return _on_macos(problem)
    return _on_linux(problem)


def _on_windows(problem: KeychainProblem) -> str:
    if problem is KeychainProblem.MISSING:
        return translate(
            "SignIn",
            "Windows keeps it as a service: open Services, start “Credential Manager”, then try "
            "again.",
        )
    if problem is KeychainProblem.TOO_LONG:
        return translate(
            "SignIn",
            "Open Credential Manager, remove entries you no longer need, then try again.",
        )
    return translate(
        "SignIn",
        "Sign out of Windows and in again, then try again. At work, whoever looks after the "
        "computer may have switched Credential Manager off.",
    )


def _on_macos(problem: KeychainProblem) -> str:
    if problem is KeychainProblem.MISSING:
        return translate(
            "SignIn",
            "Open Keychain Access and see that there is a keychain called “login”, then try again.",
        )
    if problem is KeychainProblem.REFUSED:
        return translate(
            "SignIn",
            "When macOS asks whether Shoplark may use the keychain, press Always Allow; then try "
            "again.",
        )
    return translate(
        "SignIn",
        "Open Keychain Access, unlock the keychain “login” with your Mac's password, then try "
        "again.",
    )


def _on_linux(problem: KeychainProblem) -> str:
    if problem is KeychainProblem.MISSING:
        return translate(
            "SignIn",
            "Install GNOME Keyring or KWallet with your system's software manager, log out and in "
            "again, then try again.",
        )
    if problem in (KeychainProblem.LOCKED, KeychainProblem.NO_ANSWER):
        return translate(
            "SignIn",
            "Give it the password when its window asks: mostly that of your computer. Then try "
            "again.",
        )
    return translate(
        "SignIn",
        "Open “Passwords and Keys” or KWalletManager, see that the store is there and unlocked, "
        "then try again.",
    )
