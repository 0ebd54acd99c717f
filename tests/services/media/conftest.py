"""A picture store in a fresh folder."""

import pytest

from services.media.pictures import PictureStore


@pytest.fixture
def store(paths, database, clock):
    return PictureStore(paths, database, clock)
