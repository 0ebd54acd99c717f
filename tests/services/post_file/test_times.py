"""Days, hours and zones as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clock import from_wall
from services.post_file.times import (
    NotATime,
    order_in,
    read_day,
    read_hour,
    read_when,
    read_zone,
)
from services.post_file.values import DateOrder

ZONE = "Europe/Helsinki"
_DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "2026/11/24",
        "24.11.2026",
        "24/11/26",
        "2026年11月24日",
        "2026/11/24(火)",
        "٢٤/١١/٢٠٢٦",
        "۱۴۰۵/۰۹/۰۳",
        "24 Nov 2026",
        "Nov 24, 2026",
        "Tue, 24 Nov 2026",
        "24 de noviembre de 2026",
        "martes 24 de noviembre de 2026",
        "24 نوفمبر 2026",
        "\u200f24/11/2026\u200e",
    ],
)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text, DateOrder.DAY_FIRST) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9:00", "09:00"),
        ("09:00:30", "09:00"),
        ("9.30", "09:30"),
        ("9h30", "09:30"),
        ("9am", "09:00"),
        ("12 am", "00:00"),
        ("9:30 p. m.", "21:30"),
        ("午後3時30分", "15:30"),
        ("下午3点", "15:00"),
        ("15時", "15:00"),
        ("۰۹:۰۰", "09:00"),
        ("3:30 م", "15:30"),
    ],
)
def test_an_hour_is_read(text: str, hour: str) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["", "soon", "9", "25:00", "10:75", "31/02/2026", "1/1/1/1"])
def test_what_is_no_time_says_so(text: str) -> None:
    with pytest.raises(NotATime):
        read_hour(text)
    with pytest.raises(NotATime):
        read_day(text, None)


@pytest.mark.parametrize("name", ["Mars/Base", "../../etc/passwd", "+99:00", "Helsinki time"])
def test_an_unknown_zone_says_so(name: str) -> None:
    with pytest.raises(NotATime):
        read_zone(name, ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24T09:00",
        "2026-11-24 09:00:00",
        "2026-11-24T07:00:00Z",
        "2026-11-24T08:00+01:00",
        "24/11/2026 9:00 am",
        "2026年11月24日9時",
        "Nov 24, 2026 9:00 AM",
        "24 Nov 2026, 09:00",
        "٢٤/١١/٢٠٢٦ ٠٩:٠٠",
        "2026-11-24 07:00 UTC",
        "24/11/2026 7:00 am GMT",
        "2026-11-24 09:00:00 +0200",
        "2026-11-24 9:00 AM +02:00",
        "2026-11-24 09:00 Europe/Helsinki",
        "November 24, 2026 at 9:00 AM",
        "24 de noviembre de 2026 a las 9:00",
        "24 نوفمبر 2026 الساعة 9:00",
        "۱۴۰۵/۰۹/۰۳ ساعت ۹:۰۰",
        "20261124T0900",
        "20261124T070000Z",
    ],
)
def test_a_day_and_hour_in_one_cell(text: str) -> None:
    when = read_when(day=text, hour="", zone="", usual_zone=ZONE, order=order_in([text])[0])
    assert (when.wall, when.zone) == ("2026-11-24T09:00", ZONE)
    assert when.due_at == from_wall("2026-11-24T09:00", ZONE)


def test_a_zone_of_its_own_is_kept_and_an_offset_becomes_the_shop_s_hour() -> None:
    own = read_when(day="2026-11-24", hour="09:00", zone="Asia/Tokyo", usual_zone=ZONE, order=None)
    assert (own.wall, own.zone) == ("2026-11-24T09:00", "Asia/Tokyo")
    offset = read_when(day="2026-11-24", hour="09:00", zone="+09:00", usual_zone=ZONE, order=None)
    assert offset.due_at == own.due_at
    assert (offset.wall, offset.zone) == ("2026-11-24T02:00", ZONE)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "25/04/2026"], (DateOrder.DAY_FIRST, True)),
        (["03/04/2026", "04/25/2026"], (DateOrder.MONTH_FIRST, True)),
        (["03/04/2026", "05/06/2026"], (DateOrder.DAY_FIRST, False)),
        (["2026-04-03", "soon"], (None, True)),
    ],
)
def test_the_order_of_a_date_is_proved_or_asked(
    cells: list[str], order: tuple[DateOrder | None, bool]
) -> None:
    assert order_in(cells) == order


@given(_DAYS, st.sampled_from(["{d}/{m}/{y}", "{y}-{m}-{d}", "{d}.{m}.{y}", "{y}年{m}月{d}日"]))
def test_any_day_comes_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    assert read_day(text, DateOrder.DAY_FIRST) == day


@given(_DAYS, st.integers(0, 23), st.integers(0, 59), st.integers(-14, 14))
def test_any_moment_with_an_offset_is_that_moment(
    day: date, hour: int, minute: int, offset: int
) -> None:
    text = f"{day.isoformat()}T{hour:02}:{minute:02}{offset:+03}:00"
    when = read_when(day=text, hour="", zone="", usual_zone="UTC", order=None)
    naive = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    assert when.due_at == (naive - timedelta(hours=offset)).timestamp()


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    for day, hour in ((text, ""), (text, "09:00"), ("2026-11-24", text)):
        try:
            read_when(day=day, hour=hour, zone="", usual_zone=ZONE, order=None)
        except NotATime:
            continue


def test_the_persian_new_year_of_many_years() -> None:
    for year, day in (
        (1404, date(2025, 3, 21)),
        (1405, date(2026, 3, 21)),
        (1408, date(2029, 3, 20)),
    ):
        assert read_day(f"{year}/1/1", None) == day
    assert read_day("1403/12/30", None) == date(2025, 3, 20)


def test_a_zone_behind_the_hour_is_the_post_s_own() -> None:
    when = read_when(
        day="2026-11-24 09:00 Asia/Tokyo", hour="", zone="", usual_zone=ZONE, order=None
    )
    assert (when.wall, when.zone) == ("2026-11-24T09:00", "Asia/Tokyo")
    assert (when.file_wall, when.file_zone) == ("2026-11-24T09:00", "Asia/Tokyo")
    with pytest.raises(NotATime):
        read_when(day="2026-11-24 09:00 Mars/Base", hour="", zone="", usual_zone=ZONE, order=None)
