import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.html_pictures import pictures_of, words_of


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("A cup", "A cup"),
        ("<p>A</p><p>cup &amp; saucer</p>", "A cup & saucer"),
        ("A<SCRIPT src=x>say()</Script > cup", "A cup"),
        ("<style>p{}</style>چای<script>1</script> سبز", "چای سبز"),
        ("A <script>that never ends", "A that never ends"),
        ("İİ<script>no</script>yes", "İİyes"),
        ("<script>one <style>two</style> three", "one  three"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_words_without_what_is_not_said(html, words):
    assert words_of(html) == words


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<img src="/a.jpg"><IMG SRC=/b.jpg />', ["/a.jpg", "/b.jpg"]),
        ('<img alt="no end" src="/a.jpg"', []),
        (f'<img alt="{"x" * 9_000}" src="/a.jpg"><img src="/b.jpg">', ["/b.jpg"]),
        ('<images src="/a.jpg">', []),
        ("<img src='/é茶.jpg'>", ["/é茶.jpg"]),
        ('<img data-src="/a.jpg" src="data:image/gif;base64,R0">', []),
    ],
)
def test_pictures(html, found):
    assert [one[0].address for one in pictures_of(html)] == found


@given(st.lists(st.sampled_from(["<img", "<", ">", " src='/a.jpg'", "<script", "</script", "x"])))
def test_any_html_is_read(parts):
    html = "".join(parts)
    words_of(html)
    assert all(one[0].address == "/a.jpg" for one in pictures_of(html))
