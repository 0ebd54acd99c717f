"""Small pictures of a feed to look at: fetched within narrow limits, kept nowhere."""

from __future__ import annotations

from pathlib import Path

from services.errors import BadImage, ImageProblem
from services.media.download_trouble import DownloadStopped
from services.media.feeds import FeedPicture
from services.media.web import Limits, Watch, Web

SIDE = 320
"""Sharp in a tile at twice the scale."""
_LIMITS = Limits(4_000_000, 20)


def fetch_thumb(web: Web, picture: FeedPicture, watch: Watch) -> bytes:
    """In the `fetch` lane. Raises DownloadStopped."""
    try:
        return web.get(picture.small, limits=_LIMITS, watch=watch).data
    except DownloadStopped as stopped:
        # The small form is only guessed; the last of the full ones stands in the feed itself.
        if stopped.may_pass or picture.full[-1] == picture.small:
            raise
        return web.get(picture.full[-1], limits=_LIMITS, watch=watch).data


def shrink(data: bytes) -> bytes:
    """A JPEG or PNG of at most SIDE. In the `work` lane. Raises BadImage."""
    from services.media import images

    name = Path("picture")
    facts = images.facts_of(data, name)
    if not facts.width or not facts.height:
        raise BadImage(ImageProblem.TOO_SMALL, name)
    scale = min(1.0, SIDE / min(facts.width, facts.height))
    image = images.load(
        data, name, at_least=(round(facts.width * scale), round(facts.height * scale))
    )
    image.thumbnail((2 * SIDE, 2 * SIDE) if scale < 1 else image.size, reducing_gap=3.0)
    return images.to_png(image) if image.mode == "RGBA" else images.to_jpeg(image, 85)
