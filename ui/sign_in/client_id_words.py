"""What was pasted instead of a Client ID, said so that the owner finds the right one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.accounts.client_id import SECRETS, ClientIdProblem

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def problem_words(problem: ClientIdProblem) -> str:
    """Empty while nothing stands there."""
    said = {
        ClientIdProblem.EMPTY: "",
        ClientIdProblem.ADDRESS: translate(
            "SignIn", "This is an address. The Client ID is a row of letters and digits."
        ),
        ClientIdProblem.HANDLE: translate(
            "SignIn", "This is a name on X. The Client ID is a row of letters and digits."
        ),
        ClientIdProblem.MAIL: translate(
            "SignIn", "This is a mail address. The Client ID is a row of letters and digits."
        ),
        ClientIdProblem.SPACES: translate(
            "SignIn", "These are several words. Copy the Client ID alone, with X's copy button."
        ),
        ClientIdProblem.BEARER: translate("SignIn", "This is the Bearer Token of your app."),
        ClientIdProblem.TOKEN: translate("SignIn", "This is an Access Token of your app."),
        ClientIdProblem.OTHER_SIGNS: translate(
            "SignIn", "A Client ID has plain letters and digits alone. Copy it once more from X."
        ),
        ClientIdProblem.APP_NUMBER: translate(
            "SignIn", "This is the number of your app. The Client ID is longer, with letters."
        ),
        ClientIdProblem.API_KEY: translate(
            "SignIn", "This is the API Key. The Client ID stands further down, under OAuth 2.0."
        ),
        ClientIdProblem.SECRET: translate("SignIn", "This is a secret of your app."),
        ClientIdProblem.TOO_SHORT: translate(
            "SignIn", "This is too short for a Client ID. Copy it with X's copy button."
        ),
        ClientIdProblem.TOO_LONG: translate(
            "SignIn", "This is too long for a Client ID. Copy it with X's copy button."
        ),
    }[problem]
    if problem in SECRETS:
        return translate(
            "SignIn",
            "{what} It was not kept and is not needed here. Whoever has it could use your app, "
            "so make a new one at X; then copy the Client ID.",
        ).format(what=said)
    return said
