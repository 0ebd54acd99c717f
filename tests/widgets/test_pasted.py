from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from widgets.pasted import Linked, holds_pictures, pictures_in
from widgets.pasted_web import Tag, data_of, names_picture, shown_in
from widgets.post_edit import PostEdit

CUP = "https://shop.example/cup.jpg"
JPEG = b"\xff\xd8\xff\xe0 the file itself"


def mime(*, html="", text="", urls=(), image=None, **forms):
    source = QMimeData()
    if html:
        source.setHtml(html)
    if text:
        source.setText(text)
    if urls:
        source.setUrls([QUrl(each) for each in urls])
    if image:
        source.setImageData(image)
    for name, data in forms.items():
        source.setData(name.replace("__", "/").replace("_", "-"), QByteArray(data))
    return source


def picture():
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def test_a_picture_dragged_out_of_chromium_is_the_file_itself():
    source = mime(
        html=f'\ufeff<img id="a" src="{CUP}" alt="Blue  cup" width="300">',
        text=CUP,
        urls=[CUP],
        application__octet_stream=JPEG,
        XdndDirectSave0=b"F",
    )
    assert holds_pictures(source)
    assert pictures_in(source) == (Linked(CUP, "", "Blue cup", JPEG),)


def test_on_windows_the_file_is_called_otherwise():
    source = mime(html=f'<img src="{CUP}" srcset="/cup.jpg 1x, /large.jpg 2x">', urls=[CUP])
    windows = 'application/x-qt-windows-mime;value="{}"'
    source.setData(windows.format("FileContents"), QByteArray(JPEG))
    source.setData(windows.format("chromium/x-renderer-taint"), QByteArray(b"https://a.example"))
    assert pictures_in(source) == (
        Linked("https://a.example/large.jpg", "", "", JPEG, larger=True),
    )


def test_a_picture_that_is_a_link_is_the_picture_and_not_the_page():
    page = "https://shop.example/page.html"
    source = mime(html=f'<img src="{CUP}">', text=page, urls=[page])
    assert pictures_in(source) == (Linked(CUP),)


def test_the_largest_of_a_set_is_fetched_and_the_given_one_kept_for_trouble():
    big = "https://i.pinimg.com/originals/ab/cup.jpg"
    html = f'<img src="{CUP}" srcset="{CUP} 1x, https://i.pinimg.com/474x/cup.jpg 2x,{big} 4x">'
    source = mime(html=html, text=CUP, urls=[CUP], application__octet_stream=JPEG)
    assert pictures_in(source) == (Linked(big, "", "", JPEG, larger=True),)


def test_a_set_written_without_its_site_is_read_as_the_page_s():
    html = f'<img src="{CUP}" srcset="/cup.jpg 1x, /large/cup.jpg 2x">'
    source = mime(html=html, chromium__x_renderer_taint=b"https://shop.example")
    (linked,) = pictures_in(source)
    assert (linked.address, linked.larger) == ("https://shop.example/large/cup.jpg", True)


def test_copy_image_gives_its_bytes_its_words_and_its_page():
    source = mime(
        html='<img src="/cup.jpg" alt="فنجان أزرق"/>',
        urls=[CUP],
        image__png=b"\x89PNG bits",
        chromium__x_source_url=b"https://shop.example/",
    )
    found = pictures_in(source)
    assert found == (Linked(CUP, "https://shop.example/", "فنجان أزرق", b"\x89PNG bits"),)


def test_firefox_promises_the_picture_by_its_address():
    promised = CUP.encode("utf-16-le")
    source = mime(text=CUP, urls=[CUP], application__x_moz_file_promise_url=promised)
    assert pictures_in(source) == (Linked(CUP),)


def test_a_data_address_holds_the_picture_itself():
    address = f"data:image/png;base64,{b64encode(b'bits').decode()}"
    source = mime(html=f'<img src="{address}" alt="x">')
    assert pictures_in(source) == (Linked("", "", "x", b"bits"),)


def test_a_piece_of_a_page_is_words_unless_pictures_are_wanted():
    html = f'<p>New in <b>the shop</b></p><img src="{CUP}"><img src="{CUP}?2">'
    source = mime(html=html, text="New in the shop", image=picture())
    assert not holds_pictures(source)
    assert pictures_in(source) == ()
    wanted = pictures_in(source, beside_words=True)
    assert [one.address for one in wanted] == [CUP, f"{CUP}?2"]


@pytest.mark.parametrize("words", [False, True])
def test_a_link_to_a_page_is_no_picture(words):
    page = "https://shop.example/teapots"
    source = mime(html=f'<a href="{page}">Teapots</a>', text=page, urls=[page])
    assert pictures_in(source, beside_words=words) == ()
    assert not holds_pictures(source, beside_words=words)


def test_a_link_that_ends_like_a_picture_is_one_where_pictures_are_wanted():
    source = mime(text=CUP, urls=[CUP])
    assert pictures_in(source) == ()
    assert pictures_in(source, beside_words=True) == (Linked(CUP),)
    assert pictures_in(mime(text=CUP), beside_words=True) == (Linked(CUP),)


def test_files_and_folders_of_this_computer_come_first():
    urls = [QUrl.fromLocalFile("/pictures/チーポット.jpg"), QUrl.fromLocalFile("/pictures")]
    source = QMimeData()
    source.setUrls(urls)
    source.setImageData(picture())
    expected = tuple(Path(url.toLocalFile()) for url in urls)
    assert pictures_in(source) == expected


def test_bits_beside_a_page_s_picture_are_taken_along():
    source = mime(html=f'<img src="{CUP}" alt="Cup">', image=picture())
    ((linked,)) = pictures_in(source)
    assert (linked.address, linked.words) == (CUP, "Cup")
    assert linked.given.startswith(b"\x89PNG")


def test_a_field_for_words_takes_a_dragged_picture_as_one(qtbot):
    edit = PostEdit()
    qtbot.addWidget(edit)
    offered = []
    edit.pictures_offered.connect(offered.append)
    dragged = mime(html=f'<img src="{CUP}">', text=CUP, urls=[CUP], application__octet_stream=JPEG)
    edit.insertFromMimeData(dragged)
    assert offered == [(Linked(CUP, "", "", JPEG),)]
    edit.insertFromMimeData(mime(text="https://shop.example/page", urls=["https://shop.example"]))
    assert edit.text() == "https://shop.example/page"


def test_bits_alone_become_a_png():
    (data,) = pictures_in(mime(image=picture()))
    assert data.startswith(b"\x89PNG")


def test_a_table_with_words_and_its_picture_is_words():
    source = mime(text="one\ttwo", image=picture())
    assert pictures_in(source) == ()
    assert len(pictures_in(source, beside_words=True)) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<style>b{{}}</style><meta charset=utf-8><img src={CUP}>", (Tag(CUP, "", False),)),
        ("<img src='blob:https://x/1'>", ()),
        ("<img src='javascript:alert(1)'>", ()),
        ("<img alt='none'>", ()),
        ("<img src='http://[bad'>", ()),
        ("<img src='https://a/b.jpg' srcset='a.jpg, b.jpg'>", (Tag("https://a/b.jpg", "", False),)),
    ],
)
def test_odd_tags(html, expected):
    assert shown_in(html).pictures == expected


@given(st.text(), st.text())
def test_no_html_breaks_it(words, page):
    shown = shown_in(f"<img src='{words}' srcset='{words}'>{words}", page)
    assert len(shown.pictures) <= 24


@given(st.text())
def test_no_address_breaks_it(words):
    assert isinstance(data_of(f"data:image/png;base64,{words}"), bytes)
    assert names_picture(words) in (True, False)


@given(st.binary(max_size=60))
def test_data_addresses_come_back_without_their_fillers(data):
    written = b64encode(data).decode()
    assert data_of(f"data:image/png;base64,{written}") == data
    assert data_of(f"DATA:image/png;base64,{written.rstrip('=')}") == data
