from base64 import b64encode
from io import BytesIO
from urllib.parse import quote

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from services.media.board_values import Cell
from services.media.download_trouble import DownloadProblem, DownloadStopped
from services.media.web import Got
from tests.held_tasks import HeldTasks
from tests.ui.board.parts import heard, photo
from ui.board.feed_dialog import FeedDialog
from ui.board.product_pictures import ProductPictures
from ui.board.source_menu import SourceMenu
from ui.board.sources import Sources
from ui.tasks import Lane
from widgets.pasted import Linked

BOARD = "https://www.pinterest.com/leaf/cups/"
CUP = "https://shop.example/%D9%81%D9%86%D8%AC%D8%A7%D9%86.jpg"


class OtherSites:
    """Takes the place of the web: what each address brings, and what was asked."""

    def __init__(self):
        self.pages = {}
        self.asked = []

    def get(self, address, *, limits, watch=None):
        self.asked.append(address)
        found = self.pages.get(address)
        if found is None:
            raise DownloadStopped(DownloadProblem.NOT_FOUND)
        return Got(found, address)

    def find(self, address, *, limits):
        return address


@pytest.fixture
def sites(shop, monkeypatch):
    made = OtherSites()
    monkeypatch.setitem(shop.__dict__, "web", made)
    return made


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def sources(themed, shop, inline_tasks, window):
    return Sources(shop, inline_tasks, window, account_id=shop.accounts.active().id)


@pytest.fixture
def came(sources):
    """Also those that come together."""
    cells = heard(sources.came)
    sources.came_together.connect(lambda together: cells.extend((cell,) for cell in together))
    return cells


def captions(came):
    return [cell.caption for (cell,) in came]


def test_one_bad_file_leaves_the_others(sources, came, tmp_path):
    failed = heard(sources.failed)
    for name, data in (("a cup.jpg", photo("red")), ("bad.jpg", photo("red")[:200])):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "b cup.jpg").write_bytes(photo("blue"))
    sources.offer([tmp_path / name for name in ("a cup.jpg", "bad.jpg", "b cup.jpg")])
    assert captions(came) == ["a cup", "b cup"]
    assert [error.path.name for (error,) in failed] == ["bad.jpg"]


def test_a_folder_comes_in_the_order_of_counting(sources, came, tmp_path):
    for number in (10, 2, 1):
        (tmp_path / f"Tasse {number}.JPG").write_bytes(photo("red", (60 + number, 60)))
    (tmp_path / ".hidden.jpg").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / "deeper.jpg").mkdir()
    told = heard(sources.told)
    sources.offer([tmp_path])
    assert captions(came) == ["Tasse 1", "Tasse 2", "Tasse 10"]
    assert told == []


def test_of_a_large_folder_as_many_as_fit_are_taken_and_the_rest_told(sources, came, tmp_path):
    folder = tmp_path / "آنية"
    folder.mkdir()
    for number in range(1, 8):
        (folder / f"{number}.jpg").write_bytes(photo("red", (50 + number, 60)))
    sources.room = lambda: 3
    told, settled = heard(sources.told), heard(sources.settled)
    sources.offer([folder])
    assert len(came) == 3
    assert "4" in told[0][0]
    assert "آنية" in told[0][0]
    assert len(settled) == 1


def test_a_folder_without_pictures_is_told(sources, came, tmp_path):
    refused = heard(sources.refused)
    sources.offer([tmp_path])
    assert came == []
    assert tmp_path.name in refused[0][0]


def test_a_picture_of_a_page_is_fetched_with_its_words_and_page(sources, came, sites):
    sites.pages[CUP] = photo("teal")
    sources.offer([Linked(CUP, "https://shop.example/", "Blue cup")])
    ((cell,),) = came
    assert (cell.caption, cell.source) == ("Blue cup", "https://shop.example/")


def test_without_words_its_name_speaks(sources, came, sites):
    sites.pages[CUP] = photo("teal")
    sources.offer([Linked(CUP)])
    ((cell,),) = came
    assert (cell.caption, cell.source) == ("فنجان", CUP)


def test_what_the_browser_gave_is_not_fetched_again(sources, came, sites):
    sources.offer([Linked(CUP, "", "Cup", photo("teal"))])
    assert captions(came) == ["Cup"]
    assert sites.asked == []


def test_the_larger_one_is_fetched_and_the_given_one_stays_for_trouble(sources, came, sites, shop):
    sites.pages[CUP] = photo("teal", (900, 600))
    sources.offer([Linked(CUP, given=photo("teal"), larger=True)])
    sources.offer([Linked(f"{CUP}?gone", given=photo("teal"), larger=True)])
    sizes = [shop.pictures.get(cell.picture).width for (cell,) in came]
    assert sizes == [900, 600]


def test_a_small_size_of_pinterest_is_fetched_in_its_largest(sources, came, sites, shop):
    name = "ab/cd/ef/abcdef0123456789abcdef0123456789"
    sites.pages[f"https://i.pinimg.com/736x/{name}.jpg"] = photo("teal", (736, 500))
    sources.offer(
        [Linked(f"https://i.pinimg.com/236x/{name}.jpg", given=photo("teal", (236, 160)))]
    )
    ((cell,),) = came
    assert shop.pictures.get(cell.picture).width == 736


def test_without_a_connection_one_try_is_enough(sources, sites, monkeypatch):
    asked = []

    def offline(address, **_limits):
        asked.append(address)
        raise DownloadStopped(DownloadProblem.OFFLINE)

    monkeypatch.setattr(sites, "get", offline)
    failed = heard(sources.failed)
    name = "ab/cd/ef/abcdef0123456789abcdef0123456789"
    sources.offer([Linked(f"https://i.pinimg.com/236x/{name}.jpg")])
    assert len(asked) == 1
    assert failed[0][0].problem is DownloadProblem.OFFLINE


def test_an_address_without_https_is_asked_for_with_it(sources, came, sites):
    sites.pages[CUP] = photo("teal")
    sources.offer([Linked(CUP.replace("https", "http"))])
    assert sites.asked == [CUP]
    assert len(came) == 1


def test_a_link_that_leads_to_a_page_is_refused_in_a_sentence(sources, came, sites):
    sites.pages[CUP] = b"<!doctype html><title>Cups</title>"
    refused = heard(sources.refused)
    sources.offer([Linked(CUP)])
    assert came == []
    assert "page" in refused[0][0]


def test_trouble_on_the_way_is_told_as_it_is(sources, sites):
    failed = heard(sources.failed)
    sources.offer([Linked(CUP)])
    assert failed[0][0].problem is DownloadProblem.NOT_FOUND


def test_nothing_in_a_drop_is_told(sources):
    refused = heard(sources.refused)
    sources.offer(())
    assert "no picture" in refused[0][0]


def test_a_page_s_picture_is_pasted_with_its_words(sources, came):
    source = QMimeData()
    source.setHtml(f'<img src="{CUP}" alt="抹茶茶碗">')
    out = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(out, "PNG")
    source.setData("image/png", QByteArray(out.getvalue()))
    QGuiApplication.clipboard().setMimeData(source)
    sources.paste()
    assert captions(came) == ["抹茶茶碗"]


def test_a_picture_written_out_in_its_address_is_pasted(sources, came):
    source = QMimeData()
    data = quote(b64encode(photo("red")).decode())
    source.setHtml(f'<img src="data:image/jpeg;base64,{data}">')
    QGuiApplication.clipboard().setMimeData(source)
    sources.paste()
    assert len(came) == 1


def test_a_copied_picture_is_pasted(sources, came):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    sources.paste()
    assert len(came) == 1


def test_pictures_keep_their_order_though_one_must_be_fetched(
    themed, shop, window, sites, tmp_path
):
    tasks = HeldTasks()
    sources = Sources(shop, tasks, window, account_id="")
    came = heard(sources.came)
    sites.pages[CUP] = photo("teal")
    (tmp_path / "cup two.jpg").write_bytes(photo("red"))
    sources.offer([Linked(CUP, "", "one"), tmp_path / "cup two.jpg"])
    tasks.let_go(Lane.WORK)
    assert came == []
    assert sources.waiting == 1
    tasks.let_go(Lane.FETCH)
    tasks.let_go(Lane.WORK)
    assert captions(came) == ["one", "cup two"]
    assert sources.waiting == 0


def test_a_capture_becomes_a_cell(themed, shop, inline_tasks, window, qtbot):
    shot = QPixmap(640, 480)
    shot.fill(QColor("teal"))
    sources = Sources(shop, inline_tasks, window, grab=lambda _screen: shot)
    came = heard(sources.came)
    sources.room = lambda: 2
    sources.ask_screen()
    qtbot.wait_until(lambda: bool(sources.capture.overlays))
    QTest.keyClick(sources.capture.overlays[0], Qt.Key.Key_Return)
    ((cell,),) = came
    picture = shop.pictures.get(cell.picture)
    assert (picture.width, picture.height, cell.caption) == (640, 480, "")
    assert not window.isVisible()
    sources.capture.bar.done_button.click()
    assert window.isVisible()


@pytest.fixture
def products(shop):
    account = shop.accounts.active().id
    made = []
    for name, minor, colour in (("کاسه سبز", 2450, "green"), ("Teapot", None, "red")):
        picture = shop.pictures.add_bytes(photo(colour), name=f"{colour}.jpg").hash
        link = f"https://shop.example/{colour}"
        made.append(
            shop.products.add(
                account, name=name, price_minor=minor, currency="EUR", link=link, picture=picture
            )
        )
    made.append(shop.products.add(account, name="Without a picture"))
    return made


def chooser_over(window):
    (dialog,) = window.findChildren(ProductPictures)
    return dialog


def test_products_bring_their_names_prices_and_links(sources, came, products, window):
    sources.ask_products()
    dialog = chooser_over(window)
    assert not dialog.add_button.isEnabled()
    for card in reversed(dialog.cards[-2:]):
        QTest.keyClick(card, Qt.Key.Key_Space)
    dialog.add_button.click()
    first, second = (cell for (cell,) in came)
    assert first == Cell(products[1].picture, "Teapot", source=products[1].link)
    assert second.caption == "کاسه سبز"
    assert "24" in second.price


def test_what_was_chosen_together_is_taken_back_together(opened, products):
    dialog = opened()
    dialog.sources.ask_products()
    chooser = chooser_over(dialog)
    for card in chooser.cards[-2:]:
        card.click()
    chooser.add_button.click()
    assert len(dialog.project.board.cells) == 2
    dialog.project.undo()
    assert dialog.project.board.cells == ()


def test_no_more_products_than_the_board_has_room_for(sources, came, products, window):
    sources.room = lambda: 1
    sources.ask_products()
    dialog = chooser_over(window)
    cards = dialog.cards[-2:]
    cards[0].click()
    cards[1].click()
    assert [card.place for card in cards] == [1, 0]
    cards[0].click()
    cards[1].click()
    assert [card.place for card in cards] == [0, 1]
    dialog.add_button.click()
    assert len(came) == 1


def test_no_product_with_a_picture_is_told(sources, shop, monkeypatch):
    monkeypatch.setattr(type(shop.products), "all", lambda *_: ())
    refused = heard(sources.refused)
    sources.ask_products()
    assert "My shop" in refused[0][0]


def test_a_feed_brings_its_cells_and_its_link(sources, came, window, shop):
    picture = shop.pictures.add_bytes(photo("red"), name="a.jpg").hash
    found = heard(sources.link_found)
    sources.ask_feed()
    (dialog,) = window.findChildren(FeedDialog)
    dialog.chosen.emit((Cell(picture, "Cup", credit="pinterest.com/leaf"),), BOARD)
    dialog.chosen.emit((), "")
    dialog.reject()
    assert captions(came) == ["Cup"]
    assert found == [(BOARD,)]


def test_the_link_of_a_board_is_pasted_as_its_feed(sources, came, window, sites):
    QGuiApplication.clipboard().setText(f"Look: {BOARD}")
    assert sources.may_paste()
    sources.paste()
    (dialog,) = window.findChildren(FeedDialog)
    assert sites.asked[0].startswith("https://www.pinterest.com/leaf/cups")
    dialog.reject()


def test_words_are_no_picture_and_may_not_be_pasted(sources):
    refused = heard(sources.refused)
    QGuiApplication.clipboard().setText("New cups in the shop")
    assert not sources.may_paste()
    sources.paste()
    assert "no picture" in refused[0][0]


def test_the_menu_leads_to_every_source(sources, window, monkeypatch, qtbot):
    asked = []
    names = ("ask_files", "ask_folder", "ask_products", "ask_feed", "ask_screen", "paste")
    for name in names:
        monkeypatch.setattr(sources, name, lambda *_words, name=name: asked.append(name))
    menu = SourceMenu(sources, window)
    for action in (menu.files, menu.folder, menu.products, menu.feed, menu.screen, menu.paste):
        action.trigger()
    assert asked == list(names)
    QGuiApplication.clipboard().setText("words")
    menu.menu.aboutToShow.emit()
    assert not menu.paste.isEnabled()
