"""What stands in the web's place in the tour: one public board with the sample shop's pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.web import Got, Limits, Watch
from ui.icons import RESOURCES

BOARD = "https://www.pinterest.com/leafandkiln/shelf/"
HIDDEN = "pinterest.com/leafandkiln/hidden"
_PICTURES = "https://i.pinimg.com/236x/0a/1b/2c/"


FILES = (
    "celadon-cups.jpg",
    "moss-teapot.jpg",
    "ash-bowl.jpg",
    "jasmine-tin.jpg",
    "blue-cups.jpg",
    "linen-cloth.jpg",
    "gift-box.jpg",
    "kiln-shelf.jpg",
    "tea-table.jpg",
    "three-teas.jpg",
    "glaze-tiles.jpg",
)


class TourWeb:
    """`titles`: of the first pictures. After them one is named that cannot be had."""

    def __init__(self, titles: Sequence[str]) -> None:
        named = (*titles, *("" for _ in FILES))[: len(FILES)]
        self._titles = dict(zip(FILES, named, strict=True))

    def get(self, address: str, *, limits: Limits, watch: Watch | None = None) -> Got:
        if address == f"{BOARD.rstrip('/')}.rss":
            return Got(self._feed().encode(), address, "utf-8")
        name = address.rpartition("/")[2].partition(".")[0]
        files = list(self._titles)
        if address.startswith("https://i.pinimg.com/") and int(name, 16) < len(files):
            file = files[int(name, 16)]
            if watch is None or watch(1, 2):
                return Got((RESOURCES / "practice" / file).read_bytes(), address)
        raise DownloadStopped(DownloadProblem.NOT_FOUND)

    def find(self, address: str, *, limits: Limits, enough: Callable[[str], bool]) -> str:
        raise DownloadStopped(DownloadProblem.NOT_FOUND)

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{escape(title)}</title><link>{BOARD}</link>"
            f"<description>{escape(_image(number))}</description></item>"
            for number, title in enumerate((*self._titles.values(), ""))
        )
        head = f"<title>Leaf &amp; Kiln</title><link>{BOARD}</link>"
        return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'


def _image(number: int) -> str:
    return f'<img src="{_PICTURES}{number:032x}.jpg">'
