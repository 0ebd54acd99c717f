"""Brings pictures into the store from wherever they were offered, in the order of the offer.

A file and bytes are read in the `work` lane, a folder is opened there first, and a web page's
picture is fetched before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, Signal

from services.errors import AppError, BadImage, ImageProblem
from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.folders import Listed, pictures_of
from services.media.picture_sizes import Sized, sizes_of
from services.media.sniff import format_of, is_other_picture
from services.media.web import Limits, Watch, Web
from ui.tasks import Lane, Tasks
from widgets.pasted import Linked, Offered

if TYPE_CHECKING:
    from services.media.pictures import Picture, PictureStore

_LIMITS = Limits(bytes=64 * 1024 * 1024, seconds=90)
_NAMELESS = "picture"
_MOST_WORDS = 200
_NEXT_SIZE = frozenset(
    {DownloadProblem.NOT_FOUND, DownloadProblem.REFUSED, DownloadProblem.TOO_LARGE}
)
"""After these a smaller size of the same picture may be there; after others it would not come."""


class PageNotPicture(BadImage):
    """The address of a picture brought something else, mostly a page."""

    def __init__(self, address: str) -> None:
        super().__init__(ImageProblem.NOT_A_PICTURE, Path(_name_of(address)))


@dataclass(frozen=True, slots=True)
class Brought:
    """`words`: what its page says it shows. `source`: the page, or the picture's own address."""

    picture: Picture
    words: str = ""
    source: str = ""


Keep = Callable[[Path | bytes, str], Brought]


@dataclass(slots=True, eq=False)
class _Place:
    """One of an offer; `came` when it is its turn to be told of."""

    came: Brought | AppError | Listed | None = None


class Bringing(QObject):
    came = Signal(object)
    """A `Brought`."""
    failed = Signal(object)
    """An AppError: that picture was left out."""
    folder_read = Signal(object)
    """A `Listed`: its pictures follow."""
    settled = Signal()
    """Nothing is being read or fetched any more."""

    def __init__(
        self,
        store: PictureStore,
        web: Callable[[], Web],
        tasks: Tasks,
        parent: QObject,
        *,
        room: Callable[[], int],
        keep: Keep | None = None,
    ) -> None:
        """`room`: how many pictures of a folder are wanted. `web` is asked for when needed.

        `keep` takes a file, or bytes with a name, into the store, in the `work` lane; without it
        the store itself does.
        """
        super().__init__(parent)
        self._web = web
        self._tasks = tasks
        self._room = room
        self._keep_one: Keep = keep or partial(_keep_one, store)
        self._offers: list[list[_Place]] = []
        self._going = True

    @property
    def waiting(self) -> int:
        return sum(place.came is None for offer in self._offers for place in offer)

    def add(self, offered: Sequence[Offered]) -> None:
        offer = [_Place() for _ in offered]
        if not offer:
            return
        self._offers.append(offer)
        for place, one in zip(list(offer), offered, strict=True):
            self._begin(offer, place, one)

    def let_go(self) -> None:
        """Nobody waits any more: what is being fetched is broken off."""
        self._going = False

    def _begin(self, offer: list[_Place], place: _Place, one: Offered) -> None:
        if isinstance(one, Linked) and (not one.given or one.larger or _is_small(one.address)):
            self._tasks.run(
                partial(_fetch, self._web, one, self._watch),
                lane=Lane.FETCH,
                owner=self,
                done=partial(self._on_fetched, offer, place, one),
                failed=partial(self._on_came, offer, place),
            )
        elif isinstance(one, Linked):
            self._on_fetched(offer, place, one, one.given)
        else:
            self._keep(offer, place, partial(_open, self._keep_one, one, self._room()))

    def _keep(
        self, offer: list[_Place], place: _Place, call: Callable[[], Brought | Listed]
    ) -> None:
        self._tasks.run(
            call,
            lane=Lane.WORK,
            owner=self,
            done=partial(self._on_came, offer, place),
            failed=partial(self._on_came, offer, place),
        )

    def _watch(self, _came: int, _whole: int) -> bool:
        return self._going

    def _on_fetched(self, offer: list[_Place], place: _Place, one: Linked, data: bytes) -> None:
        self._keep(offer, place, partial(_keep_linked, self._keep_one, one, data))

    def _on_came(
        self, offer: list[_Place], place: _Place, came: Brought | Listed | AppError
    ) -> None:
        place.came = came
        if isinstance(came, Listed):
            self._open_folder(offer, place, came)
        self._tell(offer)

    def _open_folder(self, offer: list[_Place], place: _Place, listed: Listed) -> None:
        inside = [_Place() for _ in listed.files]
        at = offer.index(place) + 1
        offer[at:at] = inside
        for new, path in zip(inside, listed.files, strict=True):
            self._begin(offer, new, path)

    def _tell(self, offer: list[_Place]) -> None:
        """All that has come, up to the first that has not."""
        while offer and (came := offer[0].came) is not None:
            offer.pop(0)
            if isinstance(came, Listed):
                self.folder_read.emit(came)
            elif isinstance(came, Brought):
                self.came.emit(came)
            else:
                self.failed.emit(came)
        known = len(self._offers)
        self._offers = [each for each in self._offers if each]
        if known and not self._offers:
            self.settled.emit()


def _keep_one(store: PictureStore, one: Path | bytes, name: str) -> Brought:
    if isinstance(one, bytes):
        return Brought(store.add_bytes(one, name=name))
    return Brought(store.add_file(one))


def _open(keep: Keep, one: Path | bytes, most: int) -> Brought | Listed:
    if isinstance(one, Path) and one.is_dir():
        return pictures_of(one, most=most)
    return keep(one, one.name if isinstance(one, Path) else f"{_NAMELESS}.png")


def _fetch(web: Callable[[], Web], one: Linked, watch: Watch) -> bytes:
    """In the `fetch` lane. Raises AppError where there are no smaller bytes to go on with."""
    address = one.address
    if address.startswith("http://"):
        # Nearly every site answers by https, too, and by nothing else is anything fetched.
        address = f"https://{address.removeprefix('http://')}"
    met: AppError | None = None
    for each in dict.fromkeys((*sizes_of((Sized(address),)).full, address)):
        try:
            return _picture_at(web(), each, watch)
        except AppError as error:
            met = error
            if isinstance(error, DownloadStopped) and error.problem not in _NEXT_SIZE:
                break
    if one.given or met is None:
        return one.given
    raise met


def _is_small(address: str) -> bool:
    """A size of a site that is known to keep larger ones of the same picture."""
    return sizes_of((Sized(address),)).full[0] != address


def _picture_at(web: Web, address: str, watch: Watch) -> bytes:
    data = web.get(address, limits=_LIMITS, watch=watch).data
    if format_of(data) is None and not is_other_picture(data):
        raise PageNotPicture(address)
    return data


def _keep_linked(keep: Keep, one: Linked, data: bytes) -> Brought:
    brought = keep(data, _name_of(one.address))
    return replace(brought, words=one.words[:_MOST_WORDS], source=one.page or one.address)


def _name_of(address: str) -> str:
    return unquote(urlsplit(address).path.rpartition("/")[2]).strip() or _NAMELESS
