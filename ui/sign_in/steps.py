"""The six steps of connecting an account, and at which of them it stands."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from services.accounts.account import Account, SignedIn, Way

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


class Step(IntEnum):
    APP = 0
    CREDIT = 1
    CLIENT_ID = 2
    BROWSER = 3
    BACK = 4
    PROOF = 5


def step_name(step: Step) -> str:
    return {
        Step.APP: translate("SignIn", "App on X"),
        Step.CREDIT: translate("SignIn", "Credit"),
        Step.CLIENT_ID: translate("SignIn", "Client ID"),
        Step.BROWSER: translate("SignIn", "Browser"),
        Step.BACK: translate("SignIn", "Back here"),
        Step.PROOF: translate("SignIn", "Proof"),
    }[step]


def standing(account: Account, *, again: bool = False) -> Step | None:
    """Where the account stands; None before the first step. `again`: its sign-in is over.

    Signed in but not proven, it is the owner's word that is missing, and no sign-in.
    """
    if account.signed_in is SignedIn.YES and (not again or account.unproven):
        return Step.PROOF
    if account.client_id:
        return Step.BROWSER
    return Step.CLIENT_ID if account.way is Way.CONNECTED else None
