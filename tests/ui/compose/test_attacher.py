from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QObject

from services.errors import BadImage
from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.web import Got
from ui.compose.attacher import Attacher
from widgets.pasted import Linked

CUP = "https://shop.example/cup.jpg"


def photo(colour, size=(300, 200)):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


class Sites:
    def __init__(self):
        self.pages = {}

    def get(self, address, *, limits, watch=None):
        if address not in self.pages:
            raise DownloadStopped(DownloadProblem.NOT_FOUND)
        return Got(self.pages[address], address)


@pytest.fixture
def sites():
    return Sites()


@pytest.fixture
def attacher(qapp, shop, inline_tasks, sites, monkeypatch):
    monkeypatch.setitem(shop.__dict__, "web", sites)
    parent = QObject()
    made = Attacher(shop, inline_tasks, parent)
    made.said = []
    made.came.connect(lambda brought: made.said.append(brought.picture.name))
    made.failed.connect(made.said.append)
    yield made
    parent.deleteLater()


def test_files_bytes_and_pages_come_in_their_order(attacher, sites, tmp_path):
    (tmp_path / "one.jpg").write_bytes(photo("red"))
    sites.pages[CUP] = photo("blue")
    attacher.add((tmp_path / "one.jpg", Linked(CUP), photo("green")))
    assert attacher.said == ["one.jpg", "cup.jpg", "picture.png"]
    assert attacher.waiting == 0


def test_a_folder_brings_its_pictures_as_they_are_counted(attacher, tmp_path):
    for number in (10, 9):
        (tmp_path / f"cup {number}.jpg").write_bytes(photo("red", (60 + number, 50)))
    attacher.add((tmp_path,))
    assert attacher.said == ["cup 9.jpg", "cup 10.jpg"]


def test_a_page_and_an_address_that_is_gone_are_told(attacher, sites):
    sites.pages[CUP] = b"<html>a page</html>"
    attacher.add((Linked(CUP), Linked(f"{CUP}?gone")))
    page, gone = attacher.said
    assert isinstance(page, BadImage)
    assert page.path.name == "cup.jpg"
    assert gone.problem is DownloadProblem.NOT_FOUND
