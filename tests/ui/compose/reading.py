"""What stands in the composer."""

from __future__ import annotations

from ui.compose.compose_page import ComposePage


def names(page: ComposePage) -> list[str]:
    return [one.name for one in page.composer.content.pictures]
