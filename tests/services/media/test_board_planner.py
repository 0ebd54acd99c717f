from dataclasses import replace
from itertools import combinations
from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.media.board_layout import LETTER, layout
from services.media.board_plan import Blurred, Code, Label, Logo, Shown
from services.media.board_planner import plan
from services.media.board_rect import Rect
from services.media.board_tags import VEIL
from services.media.board_values import REFERENCE, Arrangement, Captions, Cell, Corner, Look, Shape
from services.media.contrast import READABLE, contrast
from services.media.qr import QUIET
from tests.services.media.ruled import RuledPainter

LINK = "https://www.pinterest.com/teashop/autumn-board/"
LOGO = "b" * 64
CAPTIONS = (
    "",
    "Blue mug",
    "فنجان أزرق للشاي",
    "چای سبز تازه با نعنا",
    "抹茶茶碗とお盆のセット",
    "青花瓷茶壶",
    "Cups ☕️🍵👩‍🍳 for two",
    "A handmade teapot from Kyoto with a bamboo handle and a very long story to tell",
    "Donaudampfschifffahrtsgesellschaftskapitän",
)
CELLS = st.lists(
    st.builds(
        Cell,
        picture=st.just("a" * 64),
        caption=st.sampled_from(CAPTIONS),
        focus=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
        zoom=st.floats(1, 8),
        price=st.sampled_from(("", "£12", "€ 1,250.00", "۱۲۰٬۰۰۰ تومان", "￥3,800（税込）")),
        ribbon=st.sampled_from(("", "Sold out", "نفد", "売り切れ", "Only three of them are left")),
        credit=st.sampled_from(("", "@kyoto_tea", "صورة: ليلى")),
    ),
    min_size=1,
    max_size=12,
)
LOOKS = st.builds(
    Look,
    shape=st.sampled_from(Shape),
    arrangement=st.sampled_from(Arrangement),
    free_ratio=st.floats(1 / 3, 3),
    gutter=st.integers(0, 30),
    edged=st.booleans(),
    corners=st.integers(0, 200),
    background=st.sampled_from(("#ffffff", "#22333b", "#7a7a7a", "#f4efe6")),
    blurred=st.booleans(),
    captions=st.sampled_from(Captions),
    accent=st.sampled_from(("#0b6b63", "#ffd400", "#808080")),
    logo=st.sampled_from((None, LOGO)),
    logo_at=st.sampled_from(Corner),
    qr_at=st.none() | st.sampled_from(Corner),
    right_to_left=st.booleans(),
)
SIZES = ((3_000, 2_000), (2_000, 3_000), (2_000, 2_000), (1_600, 900))


def planned(look, cells, *, link=LINK, logo_size=(300, 150)):
    sizes = [SIZES[at % 4] for at in range(len(cells))]
    painter = RuledPainter()
    made = plan(look, cells, link=link, sizes=sizes, logo_size=logo_size, painter=painter)
    return made, painter


def of(made, kind):
    return [item for item in made.items if isinstance(item, kind)]


def seen(label):
    """A label's rect, of a turned one points along its long edges."""
    rect = label.rect
    if not label.angle:
        return rect
    x, y = rect.x + rect.w / 2, rect.y + rect.h / 2
    turn = radians(label.angle)
    points = []
    for along in range(-50, 51):
        for side in (-0.5, 0.5):
            dx, dy = along / 100 * rect.w, side * rect.h
            points.append(
                (x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn))
            )
    return points


def words_box(label):
    wide, high = RuledPainter().measure(label.spec)
    return Rect(label.rect.x + label.text_at[0], label.rect.y + label.text_at[1], wide, high)


def lies_on(rect, label):
    """Whether the label shows within `rect`, a little smaller for rounding. Of a caption only the
    words count: its veil may run on behind what stands on it."""
    small = rect.inset(2)
    shown = words_box(label) if label.ground == VEIL and not label.angle else seen(label)
    if label.angle:
        cell = label.clip
        shown = [
            (x, y) for x, y in shown if cell.x <= x <= cell.right and cell.y <= y <= cell.bottom
        ]
    if isinstance(shown, Rect):
        return small.touches(shown)
    return any(small.x < x < small.right and small.y < y < small.bottom for x, y in shown)


@settings(max_examples=150)
@given(LOOKS, CELLS)
def test_no_mark_covers_another_or_leaves_the_board(look, cells):
    made, _ = planned(look, cells)
    board = Rect(0, 0, made.width, made.height)
    solid = [item.rect for item in (*of(made, Logo), *of(made, Code))]
    labels = of(made, Label)
    for rect in (*solid, *(label.rect for label in labels if not label.angle)):
        assert board.holds(rect)
    assert not any(a.touches(b) for a, b in combinations(solid, 2))
    assert not any(lies_on(rect, label) for rect in solid for label in labels)
    for one, other in combinations(labels, 2):
        if one.clip is None or other.clip is None or one.clip.touches(other.clip):
            flat, turned = sorted((one, other), key=lambda label: label.angle != 0)
            box = words_box(flat) if flat.ground == VEIL and not flat.angle else flat.rect
            assert flat.angle or not lies_on(box, turned)


@settings(max_examples=150)
@given(LOOKS, CELLS)
def test_words_can_be_read_where_they_stand(look, cells):
    made, painter = planned(look, cells)
    cell_rects = [item.rect for item in of(made, Shown)]
    for label in of(made, Label):
        spec = label.spec
        assert spec.size >= 0.83 * made.width * LETTER
        wide, high = painter.measure(spec)
        x, y = label.text_at
        assert x >= 0
        assert y >= 0
        assert x + wide <= label.rect.w
        assert y + high <= label.rect.h
        ground = label.ground[:7] or made.background
        if len(label.ground) == 9:
            # The veil on a picture that is all white.
            shade = round(255 * (1 - int(label.ground[7:], 16) / 255))
            ground = f"#{shade:02x}{shade:02x}{shade:02x}"
        assert contrast(spec.colour, ground) >= READABLE
        assert label.clip is None or label.clip in cell_rects


@settings(max_examples=100)
@given(LOOKS, CELLS)
def test_prices_and_sold_out_are_shown_whole_or_not_at_all(look, cells):
    made, painter = planned(look, cells)
    said = {" ".join(text.split()) for cell in cells for text in (cell.price, cell.ribbon)}
    for label in of(made, Label):
        if label.spec.text in said and label.ground == look.accent:
            assert painter.shows_all(label.spec)


@given(LOOKS, CELLS)
def test_the_pictures_stand_as_laid_out(look, cells):
    made, _ = planned(look, cells, link="")
    sizes = [SIZES[at % 4] for at in range(len(cells))]
    tried = [layout(look, sizes, REFERENCE, lines=lines) for lines in (0, 1, 2)]
    shown = of(made, Shown)
    assert (made.width, made.height, tuple(item.rect for item in shown)) in [
        (laid.width, laid.height, laid.cells) for laid in tried
    ]
    assert made.background == look.background
    assert [item.cell for item in shown] == list(range(len(cells)))
    for item in shown:
        assert 0 <= item.radius <= min(item.rect.w, item.rect.h) / 2
    kinds = [type(item) for item in made.items]
    assert kinds == sorted(kinds, key=[Blurred, Shown, Label, Logo, Code].index)
    assert (Blurred in kinds) is look.blurred


def full(count=4, **changes):
    cells = [
        Cell("a" * 64, "Blue mug", price="£12", ribbon="Sold out", credit="@kyoto")
        for _ in range(count)
    ]
    return planned(replace(Look(captions=Captions.OVER), **changes), cells)[0]


def texts(made):
    return [label.spec.text for label in of(made, Label)]


def test_a_roomy_board_shows_everything():
    made = full(logo=LOGO, qr_at=Corner.TOP_START)
    assert texts(made).count("Sold out") == 4
    assert texts(made).count("£12") == 4
    assert texts(made).count("Blue mug") == 4
    assert texts(made).count("@kyoto") >= 3
    assert len(of(made, Logo)) == len(of(made, Code)) == 1


def test_in_narrow_cells_the_credit_gives_way_first_and_sold_out_last():
    cells = [
        Cell("a" * 64, "Blue mug", price="£12", ribbon="Sold out", credit="@kyoto")
        for _ in range(12)
    ]
    counts = []
    for shape in (Shape.WIDE, Shape.TALL, Shape.FREE):
        look = Look(shape=shape, free_ratio=1 / 3, captions=Captions.OVER)
        look = replace(look, arrangement=Arrangement.HERO)
        said = texts(planned(look, cells)[0])
        counts.append(said)
        assert said.count("Sold out") >= said.count("£12") >= said.count("@kyoto")
        assert said.count("Blue mug") >= said.count("@kyoto")
    assert any(said.count("@kyoto") < 12 for said in counts)


def test_a_logo_goes_to_the_next_corner_where_the_code_stands():
    made = full(logo=LOGO, logo_at=Corner.BOTTOM_END, qr_at=Corner.BOTTOM_END)
    (logo,), (code,) = of(made, Logo), of(made, Code)
    assert code.rect.x > made.width / 2
    assert logo.rect.right < made.width / 2
    assert logo.rect.y > made.height / 2


def test_a_logo_keeps_its_proportions_and_is_no_billboard():
    for size in ((300, 150), (100, 900), (2_000, 100), (64, 64), None):
        made, _ = planned(Look(logo=LOGO), [Cell("a" * 64)] * 4, logo_size=size)
        (logo,) = of(made, Logo)
        ratio = size[0] / size[1] if size else 1
        assert logo.picture == LOGO
        assert logo.rect.w / logo.rect.h == pytest.approx(ratio, rel=0.03)
        assert logo.rect.w <= made.width * 0.25
        assert logo.rect.h <= made.height * 0.26


@pytest.mark.parametrize("corner", Corner)
@pytest.mark.parametrize("right_to_left", [False, True])
def test_corners_mirror(corner, right_to_left):
    made = full(qr_at=corner, right_to_left=right_to_left)
    (code,) = of(made, Code)
    at_left = code.rect.x < made.width / 2
    assert at_left is ((corner.value.endswith("start")) is not right_to_left)
    assert (code.rect.y < made.height / 2) is corner.value.startswith("top")
    price = next(label for label in of(made, Label) if label.spec.text == "£12" and label.clip)
    ribbon = next(label for label in of(made, Label) if label.angle)
    middle = price.clip.x + price.clip.w / 2
    if corner.value.startswith("bottom"):
        assert (price.rect.x > middle) is right_to_left
        assert ribbon.angle == (-45 if right_to_left else 45)


def test_a_code_is_read_from_600_pixels_and_stands_on_whole_pixels():
    (code,) = of(full(qr_at=Corner.TOP_END), Code)
    assert code.rect.w == code.rect.h
    assert code.rect.w % len(code.rows) == 0
    assert code.rect.w / len(code.rows) * 600 / REFERENCE >= 2
    assert not any(any(row) for row in code.rows[:QUIET])


@pytest.mark.parametrize("link", ["", "https://example.com/" + "x" * 300])
def test_without_a_link_that_fits_there_is_no_code(link):
    made, _ = planned(Look(qr_at=Corner.TOP_END), [Cell("a" * 64)] * 2, link=link)
    assert not of(made, Code)


def test_arabic_begins_at_the_right_and_english_at_the_left_of_its_veil():
    made, painter = planned(
        Look(captions=Captions.OVER), [Cell("a" * 64, "فنجان أزرق"), Cell("b" * 64, "Blue mug")]
    )
    arabic, english = of(made, Label)
    assert english.text_at[0] < 0.1 * english.rect.w
    end = arabic.text_at[0] + painter.measure(arabic.spec)[0]
    assert end > 0.9 * arabic.rect.w


def test_a_chosen_focus_wins_over_the_guess():
    cells = [Cell("a" * 64, focus=(0.0, 0.5)), Cell("b" * 64), Cell("c" * 64)]
    made = plan(
        Look(shape=Shape.SQUARE, arrangement=Arrangement.STRIP),
        cells,
        sizes=[(3_000, 1_000)] * 3,
        focuses=[(1.0, 0.5), (1.0, 0.5), None],
        painter=RuledPainter(),
    )
    first, second, third = (item.part for item in of(made, Shown))
    assert first[0] == 0
    assert second[2] == 1
    assert third[0] + third[2] == pytest.approx(1)


def test_captions_under_a_picture_are_off_it():
    made, _ = planned(
        Look(captions=Captions.UNDER, background="#22333b"),
        [Cell("a" * 64, "Blue\nmug", price="£12")] * 6,
    )
    shown = [item.rect for item in of(made, Shown)]
    under = [label for label in of(made, Label) if label.spec.text == "Blue mug"]
    assert len(under) == 6
    for label in under:
        assert not any(label.rect.touches(rect) for rect in shown)
        assert label.ground == ""
        assert label.spec.colour == "#ffffff"


def test_words_under_pictures_take_no_more_room_than_they_need():
    look = Look(captions=Captions.UNDER)
    long = "A handmade teapot from Kyoto with a bamboo handle and a long story"
    highs = []
    for captions in (("", ""), ("Mug", ""), ("Mug", "青花瓷茶壶"), ("Mug", long)):
        made, _ = planned(look, [Cell("a" * 64, caption) for caption in captions])
        highs.append({item.rect.h for item in of(made, Shown)})
    none, one, other, two = (high.pop() for high in highs if len(high) == 1)
    assert none == 2_304
    assert none > one == other > two


def test_captions_are_drawn_only_where_asked():
    cells = [Cell("a" * 64, "Blue mug")] * 2
    assert not of(planned(Look(), cells)[0], Label)


def test_sizes_must_belong_to_the_cells():
    with pytest.raises(ValueError, match="2 cells, 1 sizes"):
        plan(Look(), [Cell("a")] * 2, sizes=[(1, 1)], painter=RuledPainter())


def test_what_has_no_room_is_told():
    """A strip of twelve is far too narrow for a price as long as this one."""
    cells = [Cell("a" * 64)] * 11 + [Cell("a" * 64, price="$1,249.99 each, with its box")]
    made, _ = planned(Look(shape=Shape.PANORAMA, arrangement=Arrangement.STRIP), cells)
    assert made.left_out == (11,)
    made, _ = planned(Look(), cells[-2:])
    assert made.left_out == ()


def test_captions_that_nobody_wants_to_see_are_not_missing():
    made, _ = planned(Look(captions=Captions.NONE), [Cell("a" * 64, "Blue mug")] * 4)
    assert made.left_out == ()


@given(LOOKS, CELLS)
def test_each_word_is_shown_whole_or_told_to_be_left_out(look, cells):
    made, painter = planned(look, cells)
    wanted = 0
    for cell in cells:
        words = [cell.price, cell.ribbon, cell.credit]
        words += [cell.caption] if look.captions is not Captions.NONE else []
        wanted += sum(map(bool, words))
    labels = of(made, Label)
    cut = sum(not painter.shows_all(label.spec) for label in labels)
    assert (wanted - len(labels) + cut > 0) is bool(made.left_out)
    assert len(made.left_out) <= wanted - len(labels) + cut
    assert set(made.left_out) <= set(range(len(cells)))


@given(LOOKS, CELLS)
def test_a_code_and_a_logo_stand_on_one_picture_or_on_none(look, cells):
    """But where a mosaic leaves no other way: a strip would take the board's whole height."""
    made, _ = planned(look, cells)
    rects = [item.rect for item in of(made, Shown)]
    for item in (*of(made, Code), *of(made, Logo)):
        on = [rect for rect in rects if rect.touches(item.rect)]
        if isinstance(item, Code) and (made.height == REFERENCE or len(on) > 1):
            continue
        assert not on or on[0].holds(item.rect)
        assert len(on) <= 1


@given(LOOKS, CELLS)
def test_no_word_is_broken_in_its_middle(look, cells):
    made, painter = planned(look, cells)
    for label in of(made, Label):
        for word in label.spec.text.split():
            if word.isascii():
                alone = replace(label.spec, text=word, width=100_000, most_lines=1)
                assert painter.measure(alone)[0] <= label.spec.width


ARRANGED = [
    (arrangement, shape, count)
    for arrangement in Arrangement
    for shape in (Shape.WIDE, Shape.SQUARE, Shape.TALL, Shape.PANORAMA)
    for count in (2, 4, 7, 12)
]


@pytest.mark.parametrize(("arrangement", "shape", "count"), ARRANGED)
@pytest.mark.parametrize("corner", [Corner.BOTTOM_END, Corner.TOP_START])
def test_a_code_never_reaches_over_its_neighbours(arrangement, shape, count, corner):
    look = Look(shape=shape, arrangement=arrangement, edged=True, qr_at=corner, logo=LOGO)
    made, _ = planned(look, [Cell("a" * 64, "Blue mug", price="£12")] * count)
    (code,) = of(made, Code)
    on = [item.rect for item in of(made, Shown) if item.rect.touches(code.rect)]
    assert len(on) <= 1
    assert all(rect.holds(code.rect) for rect in on)
    assert all(code.rect.w <= 0.86 * min(rect.w, rect.h) for rect in on)
    assert code.rect.w / len(code.rows) * 600 / made.width >= 2
    (logo,) = of(made, Logo)
    on = [item.rect for item in of(made, Shown) if item.rect.touches(logo.rect)]
    assert len(on) <= 1
    assert all(rect.holds(logo.rect) for rect in on)


@pytest.mark.parametrize("arrangement", [Arrangement.GRID, Arrangement.STRIP])
def test_twelve_small_pictures_keep_their_short_words(arrangement):
    """Prices and short names of twelve are all there, beside a logo and a code."""
    look = Look(arrangement=arrangement, captions=Captions.OVER, logo=LOGO, edged=True)
    look = replace(look, qr_at=Corner.BOTTOM_END, logo_at=Corner.TOP_START, gutter=10)
    made, _ = planned(look, [Cell("a" * 64, "Cup", price="€ 24")] * 12, logo_size=(400, 400))
    assert made.left_out == ()


def test_words_run_along_a_picture_too_narrow_for_them():
    cells = [Cell("a" * 64, "Celadon cups, two", price="$1,249.99", ribbon="Sold out")] * 2
    slim = [(250, 2_000), (3_000, 2_000)]
    look = Look(shape=Shape.WIDE, arrangement=Arrangement.MOSAIC, captions=Captions.OVER)
    made = plan(look, cells, sizes=slim, painter=RuledPainter())
    assert made.left_out == ()
    along = {label.spec.text for label in of(made, Label) if abs(label.angle) == 90}
    assert "Celadon cups, two" in along


def test_prices_of_a_board_stand_in_one_place():
    """Where a logo takes the head of one picture, all stand above their captions."""
    cells = [Cell("a" * 64, "Tin", price="¥3,200")] * 4
    look = Look(captions=Captions.OVER, logo=LOGO, logo_at=Corner.TOP_START)
    made, _ = planned(look, cells)
    lows = {
        label.clip.bottom - label.rect.bottom < label.clip.h / 2
        for label in of(made, Label)
        if label.spec.text == "¥3,200"
    }
    assert lows == {True}


def test_a_caption_stays_at_the_foot_where_a_code_stands():
    for count in (2, 3, 5):
        look = Look(captions=Captions.OVER, qr_at=Corner.BOTTOM_END, edged=True)
        made, _ = planned(look, [Cell("a" * 64, "Blue mug for two")] * count)
        for label in of(made, Label):
            assert label.rect.bottom == label.clip.bottom
            assert (label.rect.x, label.rect.w) == (label.clip.x, label.clip.w)


def test_words_below_a_picture_on_a_blurred_ground_are_a_card_of_their_own():
    look = Look(captions=Captions.UNDER, blurred=True, corners=12, edged=True, gutter=10)
    made, _ = planned(look, [Cell("a" * 64, "Blue mug"), Cell("b" * 64, CAPTIONS[7])])
    first, second = of(made, Label)
    pictures = [item.rect for item in of(made, Shown)]
    assert first.radius > 0
    assert first.rect.h < second.rect.h
    for label, picture in zip((first, second), pictures, strict=True):
        assert label.rect.y > picture.bottom
        assert (label.rect.x, label.rect.w) == (picture.x, picture.w)


def test_a_code_and_a_logo_are_as_round_as_the_cells():
    for corners, most in ((0, 0), (12, 49), (200, 200)):
        made = full(logo=LOGO, qr_at=Corner.TOP_START, corners=corners)
        for item in (*of(made, Logo), *of(made, Code)):
            assert item.radius <= min(most, item.rect.w // 10)
            assert (item.radius > 0) is (corners > 0)
            if isinstance(item, Code):
                assert 0.3 * item.radius < QUIET / 2 * item.rect.w / len(item.rows)


def test_a_tag_leaves_the_goods_to_be_seen():
    cells = [Cell("a" * 64, ribbon="Sold out")] * 12
    for arrangement in (Arrangement.HERO, Arrangement.MOSAIC, Arrangement.GRID):
        made, _ = planned(Look(arrangement=arrangement), cells)
        for label in of(made, Label):
            if label.angle == 0:
                assert label.rect.h <= 0.5 * label.clip.h


def test_letters_that_stand_higher_than_others_lose_no_caption():
    class High(RuledPainter):
        def measure(self, spec):
            wide, high = super().measure(spec)
            return wide, round(high * 1.12)

    cells = [Cell("a" * 64, CAPTIONS[2], ribbon="New")] * 12
    look = Look(captions=Captions.OVER, gutter=10, edged=True)
    made = plan(look, cells, sizes=[(1, 1)] * 12, painter=High())
    assert made.left_out == ()
