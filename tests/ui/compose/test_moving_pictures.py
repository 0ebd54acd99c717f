"""A picture that moves says so wherever it is shown, as X says it: "GIF"."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt

from ui.compose.alt_text_dialog import AltTextDialog
from ui.compose.compose_page import ComposePage
from ui.tour.hand import paste_pictures


def steam(folder: Path) -> Path:
    path = folder / "steam.gif"
    frames = [Image.new("RGB", (48, 48), colour) for colour in ("teal", "orange", "navy")]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=80)
    return path


def test_its_tile_its_preview_and_its_window_say_that_it_moves(
    page: ComposePage, tmp_path: Path
) -> None:
    paste_pictures(page, (steam(tmp_path),))

    (tile,) = page.composer.sheet.strip.tiles()
    assert tile.accessibleName() == "Moving picture steam.gif, no description"
    assert page.preview.value.lengths == ("GIF",)
    page.composer.describe(page.composer.content.pictures[0].hash)
    (dialog,) = page.composer.findChildren(AltTextDialog)
    assert dialog.image.sign == "GIF"
    assert dialog.edit.isVisible()
    dialog.accept()


def test_its_tile_is_drawn_with_the_sign_at_its_start(page: ComposePage, tmp_path: Path) -> None:
    paste_pictures(page, (steam(tmp_path),))
    (tile,) = page.composer.sheet.strip.tiles()

    def darkened() -> tuple[bool, bool]:
        drawn = tile.grab().toImage()
        wide = drawn.width()
        row = [drawn.pixelColor(x, 10).lightness() for x in range(wide)]
        return min(row[: wide // 2]) < 40, min(row[wide // 2 : wide - 28]) < 40

    assert darkened() == (True, False)
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert darkened()[1]


def test_a_still_picture_says_nothing_of_it(page: ComposePage, pictures: tuple[Path, ...]) -> None:
    paste_pictures(page, pictures[:1])

    (tile,) = page.composer.sheet.strip.tiles()
    assert tile.accessibleName() == "Picture 1 of 1: teal.png, no description"
    assert page.preview.value.lengths == ()
