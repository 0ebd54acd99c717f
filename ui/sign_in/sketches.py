"""What X's pages look like at each step, drawn: labels stand in English, as X writes them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from widgets.sketch_values import Piece, Shape, Sketch

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""

CONSOLE = "console.x.com"
PERMISSIONS = "Read and write and Direct message"
NATIVE = "Native App"
USER_SETTINGS = "User authentication settings"
PACKAGE = "Pay-per-use"
SET_UP = "Set up"
CALLBACK = "Callback URI"
WEBSITE = "Website URL"
SAVE = "Save"
CLIENT_ID = "Client ID"
AUTHORIZE = "Authorize app"
WENT_WRONG = "Something went wrong"
"""X's own labels, which it does not translate."""


def app(callbacks: Sequence[str]) -> Sketch:
    return Sketch(
        translate(
            "SignIn",
            "The settings of an app on X: setting up, permissions, type of app, callback "
            "addresses, website and saving are marked",
        ),
        CONSOLE,
        (
            Piece(Shape.HEADING, USER_SETTINGS),
            Piece(Shape.BUTTON, SET_UP, mark=2, share=0.4),
            Piece(Shape.GAP),
            Piece(Shape.HEADING, "App permissions"),
            Piece(Shape.CHOICE, "Read"),
            Piece(Shape.CHOICE, "Read and write"),
            Piece(Shape.CHOICE, PERMISSIONS, on=True, mark=3),
            Piece(Shape.GAP),
            Piece(Shape.HEADING, "Type of App"),
            Piece(Shape.CHOICE, NATIVE, on=True, mark=4),
            Piece(Shape.CHOICE, "Web App, Automated App or Bot"),
            Piece(Shape.GAP),
            Piece(Shape.FIELD, CALLBACK, callbacks[0], mark=5),
            Piece(Shape.GAP),
            Piece(Shape.FIELD, WEBSITE, "https://…", mark=6),
            Piece(Shape.GAP),
            Piece(Shape.BUTTON, SAVE, mark=7, share=0.4),
            Piece(Shape.GAP),
        ),
    )


def permissions() -> Sketch:
    """What to choose where an app may not write."""
    return Sketch(
        translate(
            "SignIn", "What an app may do: the last of three choices is marked, and the saving"
        ),
        CONSOLE,
        (
            Piece(Shape.HEADING, USER_SETTINGS),
            Piece(Shape.BAR, share=0.9),
            Piece(Shape.GAP),
            Piece(Shape.HEADING, "App permissions"),
            Piece(Shape.CHOICE, "Read"),
            Piece(Shape.CHOICE, "Read and write"),
            Piece(Shape.CHOICE, PERMISSIONS, on=True, mark=0),
            Piece(Shape.GAP),
            Piece(Shape.BUTTON, SAVE, mark=0, share=0.4),
        ),
    )


def credit() -> Sketch:
    return Sketch(
        translate(
            "SignIn",
            "X's pages for money: the button that buys credits and the app's package are marked",
        ),
        CONSOLE,
        (
            Piece(Shape.HEADING, "Billing"),
            Piece(Shape.BAR, share=0.75),
            Piece(Shape.GAP),
            Piece(Shape.FIELD, "Credits", "$0.00"),
            Piece(Shape.BUTTON, "Buy credits", mark=1, share=0.5),
            Piece(Shape.GAP),
            Piece(Shape.BAR, share=1.0),
            Piece(Shape.BAR, share=0.85),
            Piece(Shape.GAP),
            Piece(Shape.CHOICE, f"{PACKAGE}, Production", on=True, mark=2),
            Piece(Shape.GAP),
            Piece(Shape.FIELD, "Spending limit", mark=3),
            Piece(Shape.GAP),
        ),
    )


def client_id() -> Sketch:
    return Sketch(
        translate("SignIn", "The keys of an app on X: the Client ID is marked, no other is needed"),
        CONSOLE,
        (
            Piece(Shape.HEADING, "Keys and tokens"),
            Piece(Shape.BAR, share=0.8),
            Piece(Shape.GAP),
            Piece(Shape.CROSS, "API Key"),
            Piece(Shape.CROSS, "Bearer Token"),
            Piece(Shape.GAP),
            Piece(Shape.HEADING, "OAuth 2.0"),
            Piece(Shape.FIELD, CLIENT_ID, "V2hhdCBhIG5pY2U…", mark=1),
            Piece(Shape.GAP),
            Piece(Shape.CROSS, "Client Secret"),
        ),
    )


def consent(mark: int = 0) -> Sketch:
    """`mark`: the number of what is to be done there, where that is one of several."""
    return Sketch(
        translate("SignIn", "X asks whether the app may use your account: its yes is marked"),
        "x.com",
        (
            Piece(Shape.PERSON),
            Piece(Shape.GAP),
            Piece(Shape.BAR, share=0.9),
            Piece(Shape.BAR, share=0.6),
            Piece(Shape.GAP),
            Piece(Shape.TICK, share=0.8),
            Piece(Shape.TICK, share=0.9),
            Piece(Shape.TICK, share=0.65),
            Piece(Shape.TICK, share=0.75),
            Piece(Shape.GAP),
            Piece(Shape.BUTTON, AUTHORIZE, mark=mark),
            Piece(Shape.BUTTON, "Cancel"),
        ),
    )


def back() -> Sketch:
    """Our own page in the browser, which says that all is well."""
    return Sketch(
        translate("SignIn", "The page in your browser that says you can close it"),
        "127.0.0.1",
        (
            Piece(Shape.GAP),
            Piece(Shape.TICK, translate("SignIn", "Back to Shoplark")),
            Piece(Shape.GAP),
            Piece(Shape.BAR, share=0.8),
            Piece(Shape.BAR, share=0.5),
            Piece(Shape.GAP),
        ),
        turns=True,
    )


def went_wrong() -> Sketch:
    return Sketch(
        translate("SignIn", "The page of X that says something went wrong"),
        "x.com",
        (
            Piece(Shape.GAP),
            Piece(Shape.CROSS, WENT_WRONG),
            Piece(Shape.GAP),
            Piece(Shape.BAR, share=0.9),
            Piece(Shape.BAR, share=0.7),
            Piece(Shape.GAP),
            Piece(Shape.BUTTON, "Back to app", share=0.5),
        ),
    )


def store() -> Sketch:
    return Sketch(
        translate(
            "SignIn", "The password store's own window: its field for the password is marked"
        ),
        "",
        (
            Piece(Shape.GAP),
            Piece(Shape.BAR, share=0.7),
            Piece(Shape.BAR, share=0.5),
            Piece(Shape.GAP),
            Piece(Shape.FIELD, translate("SignIn", "Password"), "••••••••", mark=0),
            Piece(Shape.GAP),
            Piece(Shape.BUTTON, share=0.4),
        ),
        turns=True,
    )
