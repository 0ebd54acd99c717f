"""What a proof showed, in the owner's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.account import SignedIn
from ui.sign_in import sketches
from ui.sign_in.check_line import Check
from widgets.isolates import held, left_to_right

if TYPE_CHECKING:
    from services.accounts.proof import Proof

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""

Line = tuple[Check, str]
_SHORT, _LONG = 280, 25_000
"""Characters of a post, as X counts them."""


@dataclass(frozen=True, slots=True)
class Found:
    """`works`: nothing is left to be mended before a post can go out. Else where to mend it.
    `confirm`: the owner is asked whether this is the same shop. `permission`: the app may not
    write; that is chosen at X first, and then signed in again.
    """

    check: Check
    sentence: str
    lines: tuple[Line, ...] = ()
    works: bool = False
    console: bool = False
    permission: bool = False
    sign_in: bool = False
    x_page: bool = False
    confirm: bool = False


def facts(proof: Proof) -> Found:
    if proof.not_enrolled:
        return Found(
            Check.WARN,
            translate(
                "SignIn",
                "X answers that your app is not enrolled. In X's console move it to the "
                "Pay-per-use package, in Production; then prove it again.",
            ),
            console=True,
        )
    if proof.suspended:
        return Found(
            Check.WARN,
            translate(
                "SignIn",
                "X has suspended this account. Look there what it asks of you; nothing here is "
                "lost meanwhile.",
            ),
            x_page=True,
        )
    if proof.other_account:
        return Found(Check.WARN, _other_account(proof), sign_in=True)
    if proof.to_confirm:
        return Found(Check.NOTE, _same_shop(proof), confirm=True)
    if proof.user is None:
        sentence = translate("SignIn", "X did not say who you are. Try again in a while.")
        return Found(Check.WARN, sentence)
    lines = tuple(_lines(proof))
    if not proof.may_write:
        return Found(
            Check.WARN,
            translate(
                "SignIn",
                "You are signed in, but your app may not write posts. Choose the permission "
                "“{choice}” in X's console and save it; then sign in again.",
            ).format(choice=held(sketches.PERMISSIONS)),
            lines,
            permission=True,
        )
    if proof.may_read is False:
        return Found(
            Check.WARN,
            translate(
                "SignIn", "X knows you, but would not show your own posts. Sign in once more."
            ),
            lines,
            sign_in=True,
        )
    return Found(Check.GOOD, translate("SignIn", "It works. X answered."), lines, works=True)


def _other_account(proof: Proof) -> str:
    there = _name(proof.user.handle if proof.user else "")
    here = _name(proof.account.handle or "")
    if proof.account.signed_in is SignedIn.YES:
        stands = translate(
            "SignIn", "Its answer was not kept: {here} is signed in as it was before."
        )
    else:
        stands = translate(
            "SignIn",
            "Its answer was not kept, and {here} is not signed in now; its posts wait.",
        )
    return translate(
        "SignIn",
        "Your browser is signed in to X as {there}, but this shop is {here}. {stands} Switch to "
        "{here} on x.com, then sign in again; or add {there} as an account of its own.",
    ).format(there=there, here=here, stands=stands.format(here=here))


def _same_shop(proof: Proof) -> str:
    return translate(
        "SignIn",
        "X knows you as {there}; here this shop is {here}. Is it the same shop? Nothing goes out "
        "before you say so.",
    ).format(there=_name(proof.user.handle if proof.user else ""), here=_name(proof.renamed_from))


def _lines(proof: Proof) -> list[Line]:
    lines: list[Line] = []
    if proof.renamed_from and proof.user is not None:
        lines.append(
            (
                Check.NOTE,
                translate("SignIn", "Here it was {before}; from now on it is {now}.").format(
                    before=_name(proof.renamed_from), now=_name(proof.user.handle)
                ),
            )
        )
    if proof.kept_twice is not None:
        lines.append(
            (
                Check.WARN,
                translate(
                    "SignIn",
                    "You have this account here twice. Remove one of the two in the settings, or "
                    "all that people write to it is paid for twice.",
                ),
            )
        )
    if proof.may_write:
        lines.append((Check.GOOD, _writing(proof.may_send_pictures)))
    if not proof.may_write_messages:
        lines.append(
            (
                Check.NOTE,
                translate("SignIn", "Shoplark may not read or write your direct messages."),
            )
        )
    if not proof.may_hide:
        lines.append((Check.NOTE, translate("SignIn", "Shoplark may not hide answers on X.")))
    if proof.long_posts is not None:
        lines.append((Check.GOOD if proof.long_posts else Check.NOTE, _length(proof.long_posts)))
    if not proof.stays:
        lines.append(
            (
                Check.WARN,
                translate("SignIn", "X gave it for two hours only. Sign in again to stay longer."),
            )
        )
    return lines


def _writing(pictures: bool) -> str:
    if pictures:
        return translate("SignIn", "Shoplark may post for you, with pictures.")
    return translate("SignIn", "Shoplark may post for you, but not send pictures.")


def _length(long_posts: bool) -> str:
    if long_posts:
        words = translate("SignIn", "X takes long posts from you, up to {most} characters.")
    else:
        words = translate("SignIn", "X takes posts of {most} characters from you, as from most.")
    return words.format(most=QLocale().toString(_LONG if long_posts else _SHORT))


def _name(handle: str) -> str:
    return held(left_to_right(f"@{handle}"))
