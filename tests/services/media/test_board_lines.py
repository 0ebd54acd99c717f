import pytest

from services.media.board_lines import even_height, reads_leftwards, said, shows_all
from services.media.text_painter import TextSpec
from tests.services.media.ruled import RuledPainter


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("فنجان أزرق", True),
        ("چای سبز", True),
        ("כוס", True),
        ("١٢٣ فنجان", True),
        ("🍵 شاي", True),
        ("Blue mug فنجان", False),
        ("抹茶", False),
        ("茶壶", False),
        ("🍵 £12", False),
        ("", False),
    ],
)
def test_the_first_letter_with_a_direction_decides(text, leftwards):
    assert reads_leftwards(text) is leftwards


def test_words_are_said_on_one_line():
    assert said("  Blue\nmug\t🍵 ") == "Blue mug 🍵"


@pytest.mark.parametrize(
    ("width", "lines", "whole"), [(800, 1, True), (250, 1, False), (250, 2, True)]
)
def test_words_that_do_not_show_to_their_end_are_found(width, lines, whole):
    spec = TextSpec("Blue mug", width, 100, "#000000", most_lines=lines)
    assert shows_all(spec, RuledPainter()) is whole


def test_lines_of_all_scripts_get_the_same_room():
    assert even_height(136, 100) == even_height(150, 100) == even_height(160, 100) == 160
    assert even_height(272, 100) == even_height(320, 100) == 320
    assert even_height(199, 100) == 199
