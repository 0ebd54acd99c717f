"""The pictures of a post: what X crops, words proposed, a video, and a GIF that is refused."""

from __future__ import annotations

from ui.compose.alt_text_dialog import AltTextDialog
from ui.icons import RESOURCES
from ui.tour import clip
from ui.tour.hand import paste_pictures, type_text
from ui.tour.stage import Stage, TourFailed, dialog_of
from ui.tour.words import TourWords

PRACTICE = RESOURCES / "practice"
THREE = ("blue-cups.jpg", "linen-cloth.jpg", "gift-box.jpg")
SECONDS = 42


def play(stage: Stage, words: TourWords) -> None:
    crop_and_proposal(stage, words)
    gif_refused(stage)
    stage.throw_away_draft()
    a_video(stage, words)
    stage.throw_away_draft()


def crop_and_proposal(stage: Stage, words: TourWords) -> None:
    """Three pictures, of each of which X's feed shows a part."""
    compose = stage.compose
    compose.new_draft()
    type_text(compose, words.queued[0])
    paste_pictures(compose, [PRACTICE / name for name in THREE])
    stage.settle()
    first = compose.composer.content.pictures[0]
    compose.composer.describe(first.hash)
    stage.settle()
    dialog = dialog_of(AltTextDialog)
    if not dialog.proposal.isVisible() or dialog.image.shown is None:
        raise TourFailed("no words are proposed, or nothing is cropped")
    stage.shoot("describe-proposed", proposal=dialog.proposal.text(), facts=dialog.facts.text())
    dialog.take_proposal()
    dialog.accept()
    stage.settle()
    described = compose.composer.content.pictures[0].alt_text
    stage.expect("words taken over", bool(described), True)
    stage.shoot("compose-three-pictures", alt_text=described)


def gif_refused(stage: Stage) -> None:
    compose = stage.compose
    moving = clip.gif(stage.shop.paths.cache / "steam.gif", frames=4)
    paste_pictures(compose, [moving])
    stage.settle()
    said = compose.composer.advice.advice.sentence
    stage.expect("pictures", len(compose.composer.content.pictures), len(THREE))
    stage.shoot("compose-gif-refused", said=said)


def a_video(stage: Stage, words: TourWords) -> None:
    compose = stage.compose
    compose.new_draft()
    type_text(compose, words.queued[1])
    shown = clip.video(
        stage.shop.paths.cache / "glazing.mp4", seconds=SECONDS, width=1_280, height=720
    )
    paste_pictures(compose, [shown])
    stage.settle()
    (held,) = compose.composer.content.pictures
    kept = stage.shop.pictures.get(held.hash)
    stage.expect("length", kept.millis, SECONDS * 1_000)
    stage.shoot("compose-video", mime=kept.mime, said=compose.composer.advice.advice.sentence)
    compose.composer.describe(held.hash)
    stage.settle()
    dialog = dialog_of(AltTextDialog)
    stage.shoot("video-facts", facts=dialog.facts.text())
    dialog.accept()
    stage.settle()
