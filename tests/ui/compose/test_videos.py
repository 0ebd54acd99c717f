"""A video in the post: attached, alone, told about, and never asked for words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from services.errors import BadVideo, VideoProblem
from services.publishing.post_options import Poll
from services.shop import Shop
from ui.compose.compose_page import ComposePage
from ui.messages import words
from ui.tour.hand import paste_pictures, type_text
from ui.video_words import sentence

POT = Path(__file__).parents[2] / "data" / "pot.mp4"
CUP = Path(__file__).parents[2] / "data" / "cup.mov"
Paths = tuple[Path, ...]


def names(page: ComposePage) -> list[str]:
    return [one.name for one in page.composer.content.pictures]


def said(page: ComposePage) -> str:
    return plain(page.composer.advice.advice.sentence)


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_a_video_is_pasted_and_kept_for_the_post(page: ComposePage, shop: Shop) -> None:
    type_text(page, "動く急須 🍵")
    paste_pictures(page, (POT,))

    page.save_now()

    (one,) = page.composer.content.pictures
    kept = shop.pictures.get(one.hash)
    assert (one.name, kept.mime, kept.millis) == ("pot.mp4", "video/mp4", 1_200)
    (post,) = shop.drafts.all(shop.accounts.active().id)
    assert post.parts[0].attachments[0].is_video


def test_its_tile_and_the_preview_say_how_long_it_runs(page: ComposePage) -> None:
    paste_pictures(page, (POT,))

    (tile,) = page.composer.sheet.strip.tiles()
    assert plain(tile.accessibleName()) == "Video pot.mp4, 0:01"
    value = page.preview.value
    assert value.lengths == ("0:01",)
    (image,) = value.images
    assert image is not None
    assert image.width() > image.height() > 0


def test_it_is_chosen_in_the_same_dialog(page: ComposePage) -> None:
    page.composer.sheet.picture_button.click()
    (dialog,) = page.findChildren(QFileDialog)
    assert "*.mov" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(CUP)])
    dialog.close()

    assert names(page) == ["cup.mov"]


def test_that_a_place_was_taken_out_is_said(page: ComposePage) -> None:
    paste_pictures(page, (POT,))

    assert said(page) == "pot.mp4 told where it was filmed. That was taken out of our copy."


def test_what_was_said_of_it_goes_with_it(page: ComposePage) -> None:
    paste_pictures(page, (POT,))

    page.composer.remove(page.composer.content.pictures[0].hash)

    assert "filmed" not in said(page)


def test_nobody_is_asked_to_describe_it(page: ComposePage) -> None:
    type_text(page, "Ready to go")
    paste_pictures(page, (POT,))

    assert not page.composer.adviser.stops(queued=False)


def test_a_picture_does_not_join_a_video(page: ComposePage, pictures: Paths) -> None:
    paste_pictures(page, (POT, pictures[0]))

    assert names(page) == ["pot.mp4"]
    assert said(page) == (
        "The video goes alone: teal.png was left out. Take out the video, or begin a new part."
    )
    assert not page.composer.sheet.strip.plus.isVisible()


def test_a_video_does_not_join_pictures(page: ComposePage, pictures: Paths) -> None:
    paste_pictures(page, (pictures[0], POT))

    assert names(page) == ["teal.png"]
    assert said(page).startswith("A video goes alone: pot.mp4 was left out.")


def test_undo_does_not_bring_a_picture_back_beside_a_video(
    page: ComposePage, pictures: Paths
) -> None:
    paste_pictures(page, pictures[:1])
    (one,) = page.composer.content.pictures
    page.composer.remove(one.hash)
    paste_pictures(page, (POT,))

    page.composer.parts.now.put_back(one, 0)

    assert names(page) == ["pot.mp4"]


def test_a_video_and_a_poll_hinder_one_another(page: ComposePage) -> None:
    paste_pictures(page, (POT,))
    options = page.composer.content.options
    page.composer.set_options(type(options)(poll=Poll(("tea", "茶"), 60)))

    assert page.composer.adviser.hindrance


def test_parts_with_a_video_are_not_joined(page: ComposePage, pictures: Paths) -> None:
    type_text(page, "one")
    paste_pictures(page, pictures[:1])
    page.composer.parts.add()
    type_text(page, "two")
    paste_pictures(page, (POT,))

    page.composer.parts.join()

    assert len(page.composer.content.parts) == 2
    assert said(page) == "A video or a moving picture goes alone in a part."


def test_no_board_is_made_of_a_video(page: ComposePage) -> None:
    paste_pictures(page, (POT,))

    assert page.composer.for_board == ()


def test_one_x_would_refuse_is_told_in_one_sentence(page: ComposePage, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(POT.read_bytes()[:5_000])
    type_text(page, "words stay")

    paste_pictures(page, (cut,))

    assert page.composer.content.text == "words stay"
    assert names(page) == []
    assert said(page) == "cut.mp4 is cut short. It was left out; copy it from the camera again."


@pytest.mark.parametrize("problem", VideoProblem)
def test_each_problem_has_its_sentence(problem: VideoProblem) -> None:
    error = BadVideo(problem, Path("قدر.mp4"), found=200_500)

    told = sentence(error)

    assert "قدر.mp4" in told
    assert "{" not in told
    assert words(error).sentence == told


def test_a_length_that_is_too_long_by_a_moment_does_not_read_as_if_it_fitted() -> None:
    error = BadVideo(VideoProblem.TOO_LONG, Path("a.mp4"), found=140_400)

    assert "2:21" in sentence(error)


def test_a_second_video_is_named_with_what_is_in_its_way(page: ComposePage) -> None:
    paste_pictures(page, (POT, CUP))

    assert names(page) == ["pot.mp4"]
    assert said(page) == (
        "The video goes alone: cup.mov was left out. Take out the other video, or begin a new part."
    )
