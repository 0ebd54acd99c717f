"""How far a video is on its way to X, in one calm sentence for the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from ui.messages import Message, Tone

if TYPE_CHECKING:
    from services.publishing.uploading import UploadStep


def upload_message(step: UploadStep) -> Message | None:
    """None when it is over."""
    if step.over:
        return None
    translate = QCoreApplication.translate
    if step.of and step.done >= step.of:
        words = translate("Upload", "X is working on the video. The post goes out when it is done.")
        return Message(words, tone=Tone.CALM)
    percent = QLocale().toString(round(100 * step.done / step.of) if step.of else 0)
    said = translate("Upload", "A video is on its way to X: {percent} %")
    return Message(said.format(percent=percent), tone=Tone.CALM)
