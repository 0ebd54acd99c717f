"""What a board's dialog tells over the board: a `Message` with the icon of its tone."""

from __future__ import annotations

from ui.icons import icon
from ui.messages import Message, Tone
from widgets.banner import Banner

_TONES = {Tone.CALM: "info", Tone.WARNING: "amber", Tone.TROUBLE: "red"}
_ICONS = {"info": "info", "amber": "triangle-alert", "red": "circle-alert"}


class BoardBanner(Banner):
    def __init__(self) -> None:
        super().__init__(icons={key: icon(name) for key, name in _ICONS.items()})

    def tell(self, message: Message) -> None:
        self.show_message(message.sentence, message.button, _TONES[message.tone])
