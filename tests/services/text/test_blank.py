import pytest

from services.text.blank import is_blank


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b\u200d\u2060", "\u3164\u2800", "\u202e\ufe0f", "　"]
)
def test_nothing_to_see(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " 茶", "\u200fس", "🫖", ".", "\u0301"])
def test_something_to_see(text):
    assert not is_blank(text)
