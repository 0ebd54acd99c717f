"""What X counts and links, by examples; test_against_npm.py holds it against the original."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.text.measure import CONFIGS, LIMIT, LONG, Config, Kind, Parsed, parse

# The first text to need a table loads it.
unhurried = settings(deadline=None)
SCRIPTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("aé#＃@._/:&?-()\u200c\u200d\ufe0f\u0301🏽👩🇬茶سا۱字。 \n"),
    ),
    max_size=120,
)
PLAIN = st.text(st.sampled_from("abc é字茶سلام🫖👍🏽\n "), max_size=400)


def texts(parsed: Parsed, kind: Kind) -> list[str]:
    return [one.text for one in parsed.of_kind(kind)]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("hello", 5),
        ("e\u0301e\u0301", 2),
        ("\u212b", 1),
        ("お茶です", 8),
        ("チャイ・茶", 10),
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
        ("🇯🇵🇮", 4),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
        ("🍕🏽", 4),
        ("🧑🏿‍🚀🏳️‍⚧️🐻‍❄️🫱🏻‍🫲🏽", 8),
        ("👩\u200d", 3),
        ("line\nline", 9),
        ("https://leafkiln.example.com/a/very/long/path?of=things", 23),
        ("see tea.shop", 27),
        ("日本語example.comです", 33),
        ("readme.md", 23),
        ("アマゾン.com.", 13),
        ("例え.アマゾン", 13),
        ("https://例え.アマゾン", 23),
    ],
)
def test_weighs_as_x_does(text, weight):
    assert parse(text).weighted_length == weight


@pytest.mark.parametrize(
    ("config", "weights"),
    [(CONFIGS[1], (5, 4, 7)), (CONFIGS[2], (8, 8, 12)), (CONFIGS[3], (2, 8, 2)), (LONG, (2, 8, 2))],
)
def test_each_configuration_has_its_weights(config, weights):
    signs = ("👨‍👩‍👦", "お茶です", "👩🏽‍🤝‍👨🏻")
    assert tuple(parse(sign, config=config).weighted_length for sign in signs) == weights


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://x.com/a_(b)_c).", ["https://x.com/a_(b)_c"]),
        ("HTTPS://Tea.CO.UK:8080/a, yes", ["HTTPS://Tea.CO.UK:8080/a"]),
        ("readme.md and 3.14 and e.g. that", ["readme.md"]),
        ("main.py, d3.select", ["main.py", "d3.select"]),
        ("mail me@shop.com", []),
        ("@tea.shop", []),
        ("tea.shop/p?x=1&y=2. Next.One", ["tea.shop/p?x=1&y=2", "Next.One"]),
        ("tea.shop?x=1 tea.shop:80", ["tea.shop", "tea.shop"]),
        ("x.com/?u=http://y.com z.org", ["x.com/?u=http://y.com", "z.org"]),
        ("http://localhost and http://", []),
        ("https://例え.jp/茶", ["https://例え.jp/"]),
        ("müller.de", ["müller.de"]),
        ("-bad-.com _a.com", []),
        ("(see tea.shop)", ["tea.shop"]),
        ("a.com日b.com", ["a.com", "b.com"]),
        ("https://t.co/abc?x=1/more https://t.co/" + "a" * 41, ["https://t.co/abc?x=1/more"]),
        ("سلام tea.shop، خوب", ["tea.shop"]),
        ("http://" + "a" * 64 + ".com", []),
        ("shop.music web.kids", ["shop.music", "web.kids"]),
    ],
)
def test_finds_links(text, links):
    parsed = parse(text)
    assert texts(parsed, Kind.URL) == links
    assert parsed.has_link == bool(links)


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
        ("#𠀀字 #tea🫖", ["#𠀀字", "#tea"]),
    ],
)
def test_finds_hashtags(text, tags):
    assert texts(parse(text), Kind.HASHTAG) == tags


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@tea and ＠cup!", ["@tea", "＠cup"]),
        ("a@b.com x.com/@tea", []),
        ("سلام @tea", ["@tea"]),
        ("お茶@teaです", ["@tea"]),
        ("@@tea", []),
        ("RT@tea xRT@cup", ["@tea"]),
        ("@té @tea://", []),
        ("@" + "a" * 25, ["@" + "a" * 20]),
    ],
)
def test_finds_mentions(text, names):
    assert texts(parse(text), Kind.MENTION) == names


def test_finds_lists_and_cashtags():
    parsed = parse("@tea/cups $TEA $a.b $toolong1 us$tea @x/1")
    assert texts(parsed, Kind.LIST) == ["@tea/cups"]
    assert texts(parsed, Kind.CASHTAG) == ["$TEA", "$a.b"]
    assert texts(parsed, Kind.MENTION) == ["@x"]


@pytest.mark.parametrize(
    ("text", "name"), [("@mia hello", "mia"), ("　＠mia", "mia"), (".@mia", None), ("@mia@x", None)]
)
def test_knows_whom_a_post_answers(text, name):
    assert parse(text).reply_to == name


@pytest.mark.parametrize(
    ("text", "valid"),
    [("", False), ("a", True), ("x" * 280, True), ("x" * 281, False), ("a\ufeffb", False)],
)
def test_valid_is_what_x_takes(text, valid):
    assert parse(text).valid is valid


@unhurried
@given(SCRIPTS)
def test_entities_cut_what_they_say_and_never_overlap(text):
    parsed = parse(text)
    assert all(text[one.start : one.end] == one.text for one in parsed.entities)
    assert all(a.end <= b.start for a, b in pairwise(parsed.entities))
    units = text.encode("utf-16-le")
    for one in parsed.entities:
        assert units[one.start16 * 2 : one.end16 * 2].decode("utf-16-le") == one.text


@unhurried
@given(SCRIPTS)
def test_a_composed_text_weighs_as_its_nfc(text):
    whole = unicodedata.normalize("NFC", text)
    assert parse(text).weighted_length == parse(whole).weighted_length


@unhurried
@given(PLAIN)
def test_overflow_is_where_it_stops_fitting(text):
    small = Config(limit=20)
    parsed = parse(text, config=small)
    assert (parsed.overflow is None) == parsed.fits
    if parsed.overflow is not None:
        assert parse(text[: parsed.overflow], config=small).weighted_length <= 20
        assert parsed.left < 0


def test_overflow_never_tears_a_link_a_family_or_a_letter():
    assert parse("x" * 270 + " https://tea.shop/long").overflow == 271
    assert parse("x" * 279 + "👩🏽‍🤝‍👨🏻").overflow == 279
    assert parse("x" * 279 + "ye\u0301").overflow == 280
    # Nothing composes these: the letter would stay without its mark.
    assert parse("x" * 279 + "q\u0301").overflow == 279
    assert parse("e\u0301" * 300).overflow == 560
    assert parse("x" * LIMIT).overflow is None


@unhurried
@given(st.text(max_size=60))
def test_anything_at_all_is_measured(text):
    """Unassigned, private, noncharacters and halves too."""
    for config in (*CONFIGS.values(), LONG):
        assert parse(text, config=config).weighted_length >= 0
