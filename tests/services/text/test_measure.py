import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.measure import LIMIT, measure

SCRIPTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("aé#＃@._/:&?-()\u200c\u200d\ufe0f\u0301🏽👩🇬茶سا۱字。 \n"),
    ),
    max_size=120,
)
PLAIN = st.text(st.sampled_from("abc é字茶سلام🫖👍🏽\n "), max_size=400)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("hello", 5),
        ("e\u0301e\u0301", 2),
        ("\u212b", 1),
        ("お茶です", 8),
        ("چای سبز", 7),
        ("می‌خواهم", 8),
        ("‘quoted’ – dash", 15),
        ("…", 2),
        ("©", 1),
        ("©️", 2),
        ("🫖", 2),
        ("👍🏽", 2),
        ("👩🏽‍🤝‍👨🏻", 2),
        ("👁️‍🗨️", 2),
        ("1️⃣#️⃣", 4),
        ("🇯🇵🇮🇷", 4),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
        ("🍕🏽", 4),
        ("line\r\nline", 9),
        ("https://leafkiln.example.com/a/very/long/path?of=things", 23),
        ("see tea.shop", 27),
        ("日本語example.comです", 33),
    ],
)
def test_weighs_as_x_does(text, weight):
    assert measure(text).weighted_length == weight


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://x.com/a_(b)_c).", ["https://x.com/a_(b)_c"]),
        ("HTTPS://Tea.CO.UK:8080/a, yes", ["HTTPS://Tea.CO.UK:8080/a"]),
        ("readme.md and 3.14 and e.g. that", ["readme.md"]),
        ("mail me@shop.com", []),
        ("@tea.shop", []),
        ("tea.shop/p?x=1&y=2. Next.One", ["tea.shop/p?x=1&y=2", "Next.One"]),
        ("x.com/?u=http://y.com z.org", ["x.com/?u=http://y.com", "z.org"]),
        ("http://localhost and http://", []),
        ("https://例え.jp/茶", ["https://例え.jp/"]),
        ("müller.de", ["müller.de"]),
        ("-bad-.com _a.com", []),
        ("(see tea.shop)", ["tea.shop"]),
    ],
)
def test_finds_links(text, links):
    measured = measure(text)
    assert [link.text for link in measured.links] == links
    assert measured.has_link == bool(links)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#tea #Mugs2026", ["#tea", "#Mugs2026"]),
        ("#چای_سبز #می‌خواهم", ["#چای_سبز", "#می‌خواهم"]),
        ("#شاي،", ["#شاي"]),
        ("#お茶 ＃陶器。", ["#お茶", "＃陶器"]),
        ("#茶・器", ["#茶・器"]),
        ("#हिन्दी", ["#हिन्दी"]),
        ("a#b &#c #1 #_ #", []),
        ("#️⃣", []),
        ("#tea#two", []),
        ("tea.shop/#anchor #real", ["#real"]),
        ("🫖#tea", ["#tea"]),
    ],
)
def test_finds_hashtags(text, tags):
    assert [tag.text for tag in measure(text).hashtags] == tags


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@tea and ＠cup!", ["@tea", "＠cup"]),
        ("a@b.com x.com/@tea", []),
        ("سلام @tea", ["@tea"]),
        ("お茶@teaです", ["@tea"]),
        ("@@tea", []),
    ],
)
def test_finds_mentions(text, names):
    assert [name.text for name in measure(text).mentions] == names


@given(SCRIPTS)
def test_spans_cut_what_they_say_and_never_overlap(text):
    measured = measure(text)
    spans = sorted(
        (*measured.links, *measured.hashtags, *measured.mentions), key=lambda span: span.start
    )
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert measured.weighted_length >= 0


@given(SCRIPTS)
def test_a_composed_text_weighs_as_its_nfc(text):
    whole = unicodedata.normalize("NFC", text)
    if not measure(text).links and not measure(whole).links:
        assert measure(text).weighted_length == measure(whole).weighted_length


@given(PLAIN)
def test_overflow_is_the_longest_start_that_fits(text):
    measured = measure(text, limit=20)
    assert (measured.overflow is None) == measured.fits
    if measured.overflow is not None:
        assert measure(text[: measured.overflow], limit=20).weighted_length <= 20
        assert measured.left < 0


def test_overflow_never_tears_a_link_or_a_family():
    text = "x" * 270 + " https://tea.shop/long"
    assert measure(text).overflow == 271
    text = "x" * 279 + "👩🏽‍🤝‍👨🏻"
    assert measure(text).overflow == 279
    assert measure("x" * LIMIT).overflow is None


@pytest.mark.parametrize(
    "text",
    [
        "a." * 50_000,
        "日" * 100_000 + ".",
        "#" * 100_000,
        "http://" * 14_000 + ".",
        "x.com/((" * 9_000,
        "👩\u200d" * 40_000,
        "a\u0301" * 50_000,
        "http://a.b1 x.q1 " * 6_000,
        "www.tea.shop " * 8_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_pastes_stay_quick(text):
    began = time.perf_counter()
    measure(text)
    # 20 ms as measured; the bar leaves room for a busy machine and still fails anything quadratic.
    assert time.perf_counter() - began < 1.0
