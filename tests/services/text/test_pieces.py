"""A text measured key by key is what it is when it is measured whole."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.text.measure import CONFIGS, LONG, Config, parse
from services.text.pieces import PIECE

edits = st.lists(
    st.tuples(
        st.integers(0, 2_000),
        st.integers(0, 400),
        st.sampled_from(
            (
                "a",
                " ",
                "\n",
                ".",
                "b c",
                "#x",
                "@y ",
                "🏽",
                "\u200d",
                "\u0301",
                "\ufeff",
                "/",
                "　",
                "",
                "word " * 200,
                "茶" * 500,
            )
        ),
    ),
    max_size=8,
)
pieces = st.lists(
    st.sampled_from(
        (
            "word ",
            "tea.shop/a ",
            "#茶 ",
            "\n",
            "👩🏽‍🤝‍👨🏻",
            "https://x.com",
            "@mia ",
            "e\u0301",
            "　",
            "a" * 90,
        )
    ),
    min_size=100,
    max_size=300,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces, edits, st.sampled_from((CONFIGS[3], LONG, Config(limit=1_000))))
def test_key_by_key_it_is_as_if_measured_whole(words, changes, config):
    text = "".join(words)
    parsed = parse(text, config=config)
    for place, length, put in changes:
        place %= len(text) + 1
        text = text[:place] + put + text[place + length :]
        parsed = parse(text, config=config, before=parsed)
        assert parsed == parse(text, config=config)
        assert "".join(piece.text for piece in parsed.pieces) == text
        apart = parse(text.replace(" ", "\n"), config=config)
        assert apart.weighted_length == parsed.weighted_length


def test_a_key_in_a_long_post_costs_its_own_piece():
    text = ("the kiln is warm, come by. " * 12 + "\n") * 60
    before = parse(text, config=LONG)
    after = parse(text[:9_000] + "x" + text[9_000:], config=LONG, before=before)
    kept = {id(piece) for piece in before.pieces} & {id(piece) for piece in after.pieces}
    assert len(before.pieces) - len(kept) <= 2
    assert all(len(piece.text) <= 2 * PIECE for piece in after.pieces)


def test_another_configuration_takes_nothing_over():
    text = "茶" * 1_000
    before = parse(text, config=CONFIGS[1])
    assert parse(text, config=LONG, before=before) == parse(text, config=LONG)
