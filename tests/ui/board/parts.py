"""A picture to put on a board, and a list of what a signal said."""

from io import BytesIO

from PIL import Image


def photo(colour, size=(600, 400)):
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values))
    return said
