"""Pictures made for a test, as files."""

import random
from io import BytesIO

from PIL import Image


def saved(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width, height, mode="RGB"):
    amount = width * height * len(Image.new(mode, (1, 1)).getbands())
    data = random.Random(7).randbytes(amount)  # noqa: S311  # noise, not a secret
    return Image.frombytes(mode, (width, height), data)
