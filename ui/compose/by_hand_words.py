"""What the owner of an account kept by hand adds on X's own page, said before it opens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.post_options import WhoCanReply
from ui.compose.content import Content


def by_hand_words(content: Content) -> str:
    """Empty where X's page opens with all there is."""
    translate = QCoreApplication.translate
    options = content.options
    further = len(content.parts) - 1
    things = []
    if options.poll is not None:
        things.append(translate("ByHand", "the poll"))
    if further == 1:
        things.append(translate("ByHand", "the second part"))
    elif further > 1:
        things.append(translate("ByHand", "%Ln further parts", "", further))
    if options.who_can_reply is not WhoCanReply.EVERYONE:
        things.append(translate("ByHand", "the choice of who can reply"))
    if options.paid_partnership:
        things.append(translate("ByHand", "the mark of a paid partnership"))
    if options.made_with_ai:
        things.append(translate("ByHand", "the mark of AI"))
    if not things:
        return ""
    said = translate("ByHand", "On X's page you add {things} yourself: Shoplark has it all ready.")
    return said.format(things=QLocale().createSeparatedList(things))
