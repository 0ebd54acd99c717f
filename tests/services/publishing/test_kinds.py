"""What a post is for, guessed in six languages; the owner's word counts before any guess."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.publishing.kinds import kind_of
from services.publishing.post_options import PostKind
from services.x_api.practice.sample_shop import PROFILE
from services.x_api.practice.words import RESOURCES

SITE = "https://www.kiln.example/"

POSTS = {
    PostKind.SELL: """
The blue bowl is back in stock, 24 €
New in the shop: moon jars
20% off everything today
Order yours before Friday
A jar for the winter https://kiln.example/jar
A jar for the winter kiln.example/jar
Only 3 left of the winter mug, $32
SALE TODAY
Would you like one? Back in stock, 24 €
Vuelve la taza azul: ya disponible, 24 €
Rebajas de invierno: 20 % menos
وصل حديثا: أكواب زرقاء بسعر ٩٠ ريال
خصم ٢٠٪ على كل شيء اليوم
لیوان آبی دوباره موجود شد، ۲۵۰ هزار تومان
حراج زمستانه شروع شد
青いカップが再入荷しました。3,200円
送料無料は日曜日まで
蓝色杯子补货啦，128元
新品上架，限时包邮
""",
    PostKind.HELP: """
How to care for a cast-iron teapot
How to care for your new teapot. It is in the shop: https://kiln.example/pot
Did you know green tea burns above 80 degrees?
5 tips for a wobbly pot
More like these: https://www.pinterest.com/kiln/blue
New in, 24 €: see the board https://pin.it/abc
https://kiln.tumblr.com/post/1 for sale, 24 €
Step 1: wedge the clay
Cómo cuidar tu tetera de hierro
¿Sabías que el té verde se quema?
كيف تنظف إبريق الشاي خطوة بخطوة
هل تعلم أن الشاي الأخضر يحترق؟
راهنمای نگهداری از قوری چدنی
چطور قوری را تمیز کنیم
鉄瓶のお手入れ方法
美味しい緑茶の淹れ方
如何清洗铁壶
你知道吗？绿茶怕烫
""",
    PostKind.PEOPLE: """
Thank you for 500 orders!
Meet Lina, who packs your parcels
Good morning from the workshop
The kiln cooled all night and the light is soft
Gracias por estar ahí
Os presentamos a Lina, nuestra vecina
شكرا لكم على كل طلب
صباح الخير من الورشة
ممنون از همه شما
با لینا آشنا شوید
いつもありがとうございます
おはようございます、工房の猫です
谢谢大家的支持
早安，我们的猫今天值班
🍵
""",
    PostKind.ASK: """
Which glaze should we make next?
Do you drink tea in the morning or at night?
Left or right?
What is your favourite mug?
¿Cuál os gusta más?
¿Té por la mañana o por la noche?
أيهما تفضلون، الأزرق أم الأخضر؟
ما رأيكم في هذا اللون؟
کدوم رنگ رو بیشتر دوست دارید؟
به نظرتون چی بسازیم؟
どちらの色がお好きですか？
皆さんは何色が好きですか？
你们喜欢哪个颜色？
蓝色还是绿色？
""",
}
CASES = [(kind, post) for kind, posts in POSTS.items() for post in posts.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_kinds_in_six_languages(kind: PostKind, text: str) -> None:
    assert kind_of([text], own_site=SITE) is kind


def test_the_owners_word_counts_before_a_guess() -> None:
    assert kind_of(["24 €"], chosen=PostKind.PEOPLE, has_poll=True) is PostKind.PEOPLE


def test_a_poll_asks_and_a_link_to_a_board_helps() -> None:
    assert kind_of(["New in, 24 €"], has_poll=True) is PostKind.ASK
    assert kind_of(["New in, 24 €"], has_board_link=True) is PostKind.HELP


BOARDS = (
    "https://www.pinterest.com/leafandkiln/autumn/",
    "pinterest.co.uk/leafandkiln",
    "https://pin.it/3xYz",
    "https://leafandkiln.tumblr.com/post/12",
    "https://www.tumblr.com/leafandkiln",
)


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("text", POSTS[PostKind.SELL].strip().splitlines())
def test_whoever_links_to_a_board_does_not_sell(text: str, board: str) -> None:
    loud = f"{text} {text} Buy now, 24 €, 20 % off, https://kiln.example"
    for words in (f"{text} {board}", f"{loud}\n{board}"):
        assert kind_of([words], own_site=SITE) is PostKind.HELP


def test_no_words_no_guess() -> None:
    assert kind_of([]) is PostKind.GUESSED
    assert kind_of(["", " \u200b\n"]) is PostKind.GUESSED


def test_another_shops_link_and_a_handle_sell_nothing() -> None:
    assert kind_of(["See https://other.example"], own_site=SITE) is PostKind.PEOPLE
    assert kind_of(["See https://kiln.example"], own_site="") is PostKind.PEOPLE
    assert kind_of(["@buy_now_sale made this"], own_site=SITE) is PostKind.PEOPLE


@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_has_one_answer(texts: list[str]) -> None:
    assert kind_of(texts) is kind_of(tuple(texts))


def test_a_short_link_of_x_sells_where_nothing_else_is_told() -> None:
    assert kind_of(["A jar for the winter https://t.co/abc"]) is PostKind.SELL
    assert kind_of(["How to wash a jar https://t.co/abc"]) is PostKind.HELP


def test_most_posts_of_the_sample_shop_are_what_they_were_written_as() -> None:
    """They say what they are for, in their own words, in resources/practice."""
    posts = json.loads((RESOURCES / "posts.json").read_text("utf-8"))
    right = sum(
        kind_of(
            [part["text"] for part in post["parts"]],
            own_site=PROFILE.website,
            has_poll=any("poll" in part for part in post["parts"]),
        )
        is PostKind(post["kind"])
        for post in posts
    )
    assert right / len(posts) >= 0.9


def test_a_question_with_its_answer_is_a_lesson() -> None:
    text = "Why does a teapot drip? A sharp edge under the spout cuts the stream, a round one lets"
    assert kind_of([f"{text} it run back along the pot."]) is PostKind.HELP
    assert kind_of(["Does your teapot drip? Tell us."]) is PostKind.ASK
