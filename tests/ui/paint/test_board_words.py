"""Words of every script on a finished board, by the program's own painter."""

from io import BytesIO

import pytest
from PIL import Image

from services.media.board_picture import Source, draw
from services.media.board_plan import Label
from services.media.board_planner import plan
from services.media.board_values import Captions, Cell, Look
from ui.paint.text_painter import text_painter

CAPTIONS = {
    "en": "Moss teapot",
    "ar": "إبريق شاي أخضر",
    "fa": "قوری سبز خزه‌ای",
    "ja": "苔の急須、黒釉",
    "zh": "青瓷茶杯，手工制作",
    "emoji": "🫖🍵 📦",
}
PRICES = ("$24", "٣٥ د.إ", "۲۴۰٬۰۰۰", "¥3,200", "￥128", "")
RIBBONS = ("Sold out", "نفد", "تمام شد", "売り切れ", "售罄", "")


@pytest.fixture(scope="module")
def painter(qapp):
    return text_painter("en")


@pytest.fixture(scope="module", params=[Captions.OVER, Captions.UNDER], ids=["over", "under"])
def made(painter, tmp_path_factory, request):
    """The plan and its picture, at the size of the reference board."""
    path = tmp_path_factory.mktemp("board") / "grey.png"
    Image.new("RGB", (1_366, 1_152), "#9a9a9a").save(path)
    words = zip(CAPTIONS.values(), PRICES, RIBBONS, strict=True)
    cells = [Cell("", caption, price=price, ribbon=ribbon) for caption, price, ribbon in words]
    look = Look(captions=request.param, right_to_left=False)
    planned = plan(look, cells, sizes=[(1_366, 1_152)] * 6, painter=painter)
    ready = draw(planned, [Source(path, 1_366, 1_152)] * 6, painter=painter)
    with Image.open(BytesIO(ready.data)) as image:
        return planned, image.convert("RGB")


def label(planned, text):
    return next(i for i in planned.items if isinstance(i, Label) and i.spec.text == text)


def shown(image, planned, item):
    scale = image.width / planned.width
    rect = item.rect
    box = (rect.x, rect.y, rect.right, rect.bottom)
    return image.crop(tuple(round(edge * scale) for edge in box))


def inked(words, ink):
    """Columns in which there is something of the ink's brightness."""
    dark = ink in ("#000000", "#1d1b18") or int(ink[1:3], 16) < 128
    grey = words.convert("L").point(lambda value: 255 * (value < 90 if dark else value > 190))
    columns = grey.resize((grey.width, 1), Image.Resampling.BOX).tobytes()
    return [at for at, value in enumerate(columns) if value > 2]


def test_no_sign_lacks_a_letter(painter):
    assert painter.missing("".join((*CAPTIONS.values(), *PRICES, *RIBBONS))) == ""


@pytest.mark.parametrize("script", ["en", "ar", "fa", "ja", "zh"])
def test_captions_are_there_and_begin_where_their_script_does(made, script):
    planned, image = made
    item = label(planned, CAPTIONS[script])
    words = shown(image, planned, item)
    columns = inked(words, item.spec.colour)
    assert len(columns) > words.width // 6
    if script in ("ar", "fa"):
        assert words.width - max(columns) < words.width * 0.12
        assert min(columns) > words.width * 0.2
    else:
        assert min(columns) < words.width * 0.12


def test_emoji_are_in_colour(made):
    planned, image = made
    words = shown(image, planned, label(planned, CAPTIONS["emoji"])).convert("HSV")
    strong = sum(saturation > 120 for _, saturation, _ in words.get_flattened_data())
    assert strong > 500


@pytest.mark.parametrize("text", [*filter(None, PRICES)])
def test_prices_stand_in_ink_on_their_tag(made, text):
    planned, image = made
    item = label(planned, text)
    assert len(inked(shown(image, planned, item), item.spec.colour)) > 20


@pytest.mark.parametrize("text", [*filter(None, RIBBONS)])
def test_ribbons_cross_a_corner(made, text):
    planned, image = made
    item = label(planned, text)
    assert abs(item.angle) == 45
    scale = image.width / planned.width
    middle = (item.rect.x + item.rect.w / 2) * scale, (item.rect.y + item.rect.h / 2) * scale
    reach = item.rect.h * scale / 2
    box = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
    colours = image.crop(tuple(map(round, box))).getcolors(1 << 20)
    assert any(min(colour) > 220 for _, colour in colours)
    assert any(colour[0] < 40 and 70 < colour[1] < 140 for _, colour in colours)
