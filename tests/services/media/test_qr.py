import shutil
import subprocess
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from services.media.qr import MOST_SIGNS, QUIET, fits, rows_of, side_of

LINK = "https://www.pinterest.com/teashop/autumn-board/"


def test_a_code_is_square_with_its_quiet_zone():
    rows = rows_of(LINK)
    assert {len(row) for row in rows} == {len(rows)}
    assert (len(rows) - 2 * QUIET - 17) % 4 == 0
    edge = [*rows[:QUIET], *rows[-QUIET:]]
    assert not any(any(row) for row in edge)
    assert not any(any(row[:QUIET] + row[-QUIET:]) for row in rows)
    assert rows[QUIET][QUIET : QUIET + 7] == (True,) * 7


@pytest.mark.parametrize("link", ["", "https://example.com/" + "x" * MOST_SIGNS])
def test_no_link_and_a_long_one_are_refused(link):
    assert not fits(link)
    with pytest.raises(ValueError, match="no code that can be read"):
        rows_of(link)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=MOST_SIGNS))
def test_whatever_fits_becomes_a_code(link):
    if fits(link):
        assert 29 <= len(rows_of(link)) <= 57 + 2 * QUIET
    else:
        assert len(quote(link)) > MOST_SIGNS


@pytest.mark.parametrize("width", [600, 1_200, 2_731, 4_096])
def test_a_module_is_whole_pixels_and_three_when_seen_600_wide(width):
    modules = len(rows_of(LINK))
    side = side_of(modules, width)
    assert side % modules == 0
    assert side / modules * 600 / width >= 3


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not there to judge")
@pytest.mark.parametrize(
    "link", [LINK, "https://example.com/" + "x" * 180, "https://example.com/茶/پاییز"]
)
def test_a_phone_reads_it_from_a_board_seen_600_wide(link, tmp_path):
    rows = rows_of(link)
    module = side_of(len(rows), 4_096) // len(rows)
    code = Image.new("L", (len(rows), len(rows)))
    code.putdata([0 if dark else 255 for row in rows for dark in row])
    board = Image.new("RGB", (4_096, 2_304), "#3a5f4b")
    board.paste(code.resize((len(rows) * module,) * 2, Image.Resampling.NEAREST), (2_500, 700))
    path = tmp_path / "board.jpg"
    board.resize((600, 338), Image.Resampling.LANCZOS).save(path, quality=80)
    told = subprocess.run(  # a judge of Debian's, with our own file
        [str(shutil.which("zbarimg")), "--raw", "-q", "--nodbus", str(path)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert unquote(told.stdout.decode().strip()) == link
