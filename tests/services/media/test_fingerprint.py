import random
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from services.media import fingerprint
from services.media.pictures import PictureStore
from tests.services.media.drawn import saved


def photographed(seed, size=(900, 600)):
    """Something like a photograph: soft light, a few things, grain."""
    lot = random.Random(seed)  # noqa: S311  # a picture, not a secret
    small = Image.new("RGB", (9, 6))
    small.putdata([tuple(lot.randrange(40, 230) for _ in range(3)) for _ in range(54)])
    image = small.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        x, y = lot.randrange(size[0]), lot.randrange(size[1])
        w, h = lot.randrange(60, 300), lot.randrange(60, 300)
        colour = tuple(lot.randrange(256) for _ in range(3))
        draw.ellipse((x - w // 2, y - h // 2, x + w // 2, y + h // 2), colour)
    grain = Image.effect_noise(size, 18).convert("RGB")
    return Image.blend(image, grain, 0.06).filter(ImageFilter.GaussianBlur(0.8))


def mug(colour, ground="#efe9df", size=(800, 800)):
    """Goods of one form before one wall."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 600, 800, 800), "#c8b8a0")
    draw.ellipse((480, 330, 660, 530), outline=colour, width=34)
    draw.rounded_rectangle((230, 250, 550, 640), 40, fill=colour)
    return image.filter(ImageFilter.GaussianBlur(2))


def again(image, kind, **options):
    return Image.open(BytesIO(saved(image, kind, **options))).convert("RGB")


def cut(image, left, top, right, bottom):
    w, h = image.size
    return image.crop((w * left, h * top, w * (1 - right), h * (1 - bottom)))


CHANGES = {
    "jpeg 40": lambda image: again(image, "JPEG", quality=40),
    "jpeg 75": lambda image: again(image, "JPEG", quality=75),
    "webp 50": lambda image: again(image, "WEBP", quality=50),
    "64 colours": lambda image: again(image.quantize(64), "PNG"),
    "half": lambda image: image.resize((image.width // 2, image.height // 2)),
    "a quarter, saved": lambda image: again(
        image.resize((image.width // 4, image.height // 4)), "JPEG", quality=60
    ),
    "as X shows it": lambda image: again(image.resize((680, 453)), "JPEG", quality=85),
    "lighter": lambda image: ImageEnhance.Brightness(image).enhance(1.05),
    "one hundredth off each edge": lambda image: cut(image, 0.01, 0.01, 0.01, 0.01),
    "two off one edge": lambda image: cut(image, 0, 0, 0.02, 0),
}
MUGS = ("#274b6d", "#a5352b", "#3f6f4a", "#d8b13a", "#f6f4f0", "#241f1c")


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_picture_is_known_again(change):
    for seed in range(12):
        image = photographed(seed)
        apart = fingerprint.distance(fingerprint.of(image), fingerprint.of(CHANGES[change](image)))
        assert apart is not None


@pytest.mark.parametrize("change", ["jpeg 40", "webp 50", "half"])
def test_goods_before_a_plain_wall_are_known_again(change):
    for colour in MUGS:
        marks = [fingerprint.of(one) for one in (mug(colour), CHANGES[change](mug(colour)))]
        assert fingerprint.distance(*marks) is not None


def test_distinct_pictures_are_told_apart():
    marks = [fingerprint.of(photographed(seed)) for seed in range(60)]
    assert all(fingerprint.distance(a, b) is None for a, b in combinations(marks, 2))


def test_one_form_in_other_colours_is_another_picture():
    marks = [fingerprint.of(mug(colour)) for colour in MUGS]
    assert all(fingerprint.distance(a, b) is None for a, b in combinations(marks, 2))


def test_mirrored_and_turned_are_other_pictures():
    image = photographed(3)
    for turned in (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90):
        other = fingerprint.of(image.transpose(turned))
        assert fingerprint.distance(fingerprint.of(image), other) is None


@pytest.mark.parametrize("size", [(1, 1), (40, 3), (800, 600)])
@pytest.mark.parametrize("colour", ["white", "#8a2f2f"])
def test_one_colour_is_like_nothing(size, colour):
    mark = fingerprint.of(Image.new("RGB", size, colour))
    assert mark == fingerprint.NONE
    assert fingerprint.distance(mark, mark) is None


def test_a_logo_is_seen_on_white():
    logo = Image.new("RGBA", (400, 400), (10, 20, 30, 0))
    ImageDraw.Draw(logo).polygon([(40, 40), (360, 120), (120, 380)], "#a5352b")
    flat = Image.new("RGB", logo.size, "white")
    flat.paste(logo, mask=logo.getchannel("A"))
    assert fingerprint.of(logo) == fingerprint.of(flat)


def kept(store, image, name, kind="JPEG", **options):
    return store.add_bytes(saved(image, kind, **options), name=name)


def test_the_store_finds_the_same_picture_in_other_bytes(store):
    image = photographed(1)
    first = kept(store, image, "a.jpg", quality=90)
    kept(store, photographed(2), "other.jpg")
    again_ = kept(store, image.resize((450, 300)), "b.webp", "WEBP", quality=70)
    for picture in (first, again_):
        store.thumbnail(picture.hash, 96)
    assert store.like(first.hash) == (again_,)
    assert store.like(again_.hash) == (first,)


def test_another_shape_is_another_picture(store):
    """A square out of a wide picture's middle may have like waves."""
    image = mug("#274b6d")
    first = kept(store, image, "a.jpg")
    wide = kept(store, image.resize((1_200, 800)), "b.jpg")
    store.thumbnail(wide.hash, 96)
    assert store.like(first.hash) == ()


def test_a_fingerprint_comes_with_the_first_thumbnail_and_stays(store, database):
    picture = kept(store, photographed(5), "a.jpg")
    sql = "SELECT fingerprint FROM picture WHERE hash = ?"
    assert database.connection.execute(sql, (picture.hash,)).fetchone()[0] is None
    store.thumbnail(picture.hash, 96)
    mark = database.connection.execute(sql, (picture.hash,)).fetchone()[0]
    assert len(mark) == 16 + 96
    store.thumbnail(picture.hash, 640)
    assert database.connection.execute(sql, (picture.hash,)).fetchone()[0] == mark


def test_among_five_thousand_it_is_found(paths, database, clock):
    store = PictureStore(paths, database, clock)
    lot = random.Random(8)  # noqa: S311  # marks, not secrets
    rows = [
        (f"{number:064x}", f"{lot.getrandbits(64):016x}{lot.getrandbits(384):096x}")
        for number in range(5_000)
    ]
    near = f"{int(rows[7][1][:16], 16) ^ 0b10101:016x}{rows[7][1][16:]}"
    rows.append((f"{9_999:064x}", near))
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, fingerprint) "
            "VALUES (?, 'image/jpeg', 900, 600, 1, '', 0, ?)",
            rows,
        )
    assert [picture.hash for picture in store.like(rows[7][0])] == [f"{9_999:064x}"]
