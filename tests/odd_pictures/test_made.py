"""Every odd file comes to what it should, and what hid in it is gone."""

from pathlib import Path

import pytest

from services.errors import BadImage, ImageProblem
from services.media import images
from services.media.for_x import prepare
from tests.odd_pictures.made import HIDDEN, odd_pictures

ODD = tuple(odd_pictures())


@pytest.mark.parametrize("odd", ODD, ids=[odd.name for odd in ODD])
def test_an_odd_picture(odd):
    path = Path(odd.name)
    if isinstance(odd.comes_to, ImageProblem):
        with pytest.raises(BadImage) as caught:
            prepare(odd.data, path)
        assert caught.value.problem is odd.comes_to, caught.value.detail
        assert caught.value.path == path
        return
    ready = prepare(odd.data, path)
    assert ready.mime == odd.comes_to
    assert HIDDEN not in ready.data
    assert len(ready.data) <= 5_000_000
    image = images.load(ready.data, path)
    assert image.size == (ready.width, ready.height)
    assert prepare(ready.data, path) == ready
