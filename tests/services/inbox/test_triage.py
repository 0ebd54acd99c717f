from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.inbox.triage import fold, topic_of
from services.inbox.triage_words import NOT_TROUBLE, RULES
from services.inbox.values import Topic

SENTENCES = {
    "en": {
        Topic.QUESTION: [
            "Do you have the small teapot in green?",
            "@tea how long should I steep the white one",
            "Are you open on Sundays",
            "I love the new glaze! What does the big bowl cost?",
        ],
        Topic.COMPLAINT: [
            "@tea the mug was cracked when I opened the box 😢",
            "Honestly the worst tea I have had, I want my money back",
            "Third email and still no reply. Very rude.",
            "The lid doesn't fit and the glaze fell off. Not happy with this.",
        ],
        Topic.ORDER: [
            "@tea where is my parcel? It was due on Monday",
            "I ordered two bowls three weeks ago and nothing yet",
            "You sent me the wrong colour, I asked for blue",
            "The tracking number doesn't show anything",
            "One cup is missing from the box",
        ],
        Topic.PRAISE: [
            "This is the most beautiful cup I own, thank you!",
            "No complaints at all, everything is perfect",
            "Their oolong never disappoints",
            "My order arrived today and it is gorgeous",
            "😍😍😍",
        ],
        Topic.NOISE: [
            "DM me for promo, I can grow your account fast",
            "Free crypto airdrop, click here https://spam.example",
            "@tea @bo @ana",
        ],
        Topic.NONE: ["@tea see you at the market on Saturday then"],
    },
    "es": {
        Topic.QUESTION: [
            "¿Hacéis envíos a Canarias?",
            "Cuánto cuesta la tetera azul",
            "Qué bonita, ¿os queda alguna en verde?",
        ],
        Topic.COMPLAINT: [
            "La taza llegó rota y nadie me contesta",
            "Qué decepción, la calidad es pésima",
            "Quiero que me devuelvan el dinero, esto es una estafa",
        ],
        Topic.ORDER: [
            "Mi pedido todavía no ha llegado",
            "Pedí dos cuencos hace tres semanas y nada",
            "Me enviaron otra de otro color, yo pedí la verde",
            "¿Dónde está mi paquete? El seguimiento no se mueve",
        ],
        Topic.PRAISE: [
            "Me encanta, es la taza más bonita que tengo",
            "Ninguna queja, todo perfecto. ¡Gracias!",
            "Por fin llegó mi pedido y es precioso",
        ],
        Topic.NOISE: ["Sígueme y te sigo", "Gana dinero desde casa con criptomonedas"],
    },
    "ar": {
        Topic.QUESTION: [
            "هل لديكم هذا الكوب باللون الأزرق؟",
            "بكم الإبريق الكبير",
            "ما شاء الله جميل، متى تفتحون يوم الجمعة؟",
        ],
        Topic.COMPLAINT: [
            "وصلني الكوب مكسوراً والتغليف سيئ جداً",
            "أسوأ تجربة شراء، أريد استرداد المبلغ",
            "الجودة رديئة ولا أحد يرد على الرسائل",
        ],
        Topic.ORDER: [
            "لم يصل طلبي حتى الآن",
            "وين طلبي يا جماعة",
            "طلبت كوبين قبل ثلاثة أسابيع ولا خبر",
            "رقم التتبع لا يظهر شيئاً",
            "أرسلتم لي اللون الغلط، أريد تبديل المنتج",
        ],
        Topic.PRAISE: [
            "وصلت طلبيتي اليوم، شغل رائع ومتقن",
            "شكراً لكم، الشاي لذيذ جداً",
            "تحفة فنية بكل معنى الكلمة ❤️",
        ],
        Topic.NOISE: ["تابعني وأتابعك، فولو باك مضمون", "اربح المال من تداول العملات الرقمية"],
    },
    "fa": {
        Topic.QUESTION: [
            "سلام، این لیوان رنگ آبی هم دارد؟",
            "قیمت قوری بزرگ چند است",
            "خیلی قشنگه، ارسال به شیراز دارید؟",
        ],
        Topic.COMPLAINT: [
            "فنجان شکسته به دستم رسید، واقعاً ناامید شدم",
            "کیفیتش خیلی پایین بود، پولم را پس بدهید",
            "سه بار پیام دادم و کسی جواب نمی‌دهد",
        ],
        Topic.ORDER: [
            "سفارشم هنوز نرسیده",
            "کد رهگیری چیزی نشان نمی‌دهد، بسته‌ام کجاست؟",
            "اشتباهی رنگ سبز فرستادید، من آبی خواسته بودم",
            "دو هفته پیش سفارش دادم و خبری نیست",
        ],
        Topic.PRAISE: [
            "سفارشم امروز رسید، فوق‌العاده زیباست",
            "دستتون درد نکنه، عالی بود",
            "عاشق این کاسه شدم 😍",
        ],
        Topic.NOISE: ["فالو کن بک میدم", "کسب درآمد دلاری با ارز دیجیتال"],
    },
    "ja": {
        Topic.QUESTION: [
            "このマグカップの在庫はありますか？",
            "土曜日は何時まで営業していますか",
            "素敵です！急須はおいくらでしょうか",
        ],
        Topic.COMPLAINT: [
            "届いた湯呑みが割れていました。とても残念です",
            "写真と全然違います。返金してください",
            "問い合わせの返事がないまま一週間。対応が悪すぎる",
        ],
        Topic.ORDER: [
            "先週注文したのにまだ届きません",
            "注文番号1024、追跡しても動いていないようです",
            "違う色が入っていました。交換をお願いしたいです",
            "セットの蓋が足りないのですが",
        ],
        Topic.PRAISE: [
            "注文したお茶が届きました！香りがよくて最高です",
            "割れもなく綺麗に届きました。ありがとうございます",
            "この器、本当に大好き",
        ],
        Topic.NOISE: [
            "相互フォローお願いします！フォロバ100",
            "スマホだけで稼げる副業、DMください",
        ],
    },
    "zh": {
        Topic.QUESTION: [
            "请问这个杯子有蓝色的吗？",
            "大茶壶多少钱",
            "太好看了，周日几点开门？",
        ],
        Topic.COMPLAINT: [
            "收到的时候杯子碎了，包装太差",
            "和图片不一样，我要退款",
            "发了三次消息都没人回，态度恶劣",
            "说实话不喜欢，质量不好",
        ],
        Topic.ORDER: [
            "我的包裹还没到",
            "下单两周了还没发货",
            "你们发错颜色了，我要的是蓝色",
            "物流一直没更新",
        ],
        Topic.PRAISE: [
            "包裹今天到了，特别精致，喜欢！",
            "从没让我失望过的一家店",
            "谢谢老板，茶很香，包装完好无损",
        ],
        Topic.NOISE: ["互粉互关，秒回", "加微信带你赚钱，日赚五百"],
    },
}


@pytest.mark.parametrize(
    ("lang", "topic", "text"),
    [
        (lang, topic, text)
        for lang, topics in SENTENCES.items()
        for topic, texts in topics.items()
        for text in texts
    ],
)
def test_a_customers_word_is_sorted(lang: str, topic: Topic, text: str) -> None:
    assert topic_of(text, lang) is topic
    assert topic_of(text) is topic, "without X's guess of the language"


def test_there_are_ten_sentences_in_each_language() -> None:
    for topics in SENTENCES.values():
        assert sum(map(len, topics.values())) >= 10
        assert {Topic.QUESTION, Topic.COMPLAINT, Topic.ORDER, Topic.PRAISE} <= set(topics)


def test_a_wrong_guess_of_the_language_does_no_harm() -> None:
    assert topic_of("My cup arrived broken", "ja") is Topic.COMPLAINT
    assert topic_of("سفارشم هنوز نرسیده", "und") is Topic.ORDER


def test_two_languages_in_one_post_are_both_read() -> None:
    assert topic_of("مرحبا! my order never arrived", "ar") is Topic.ORDER


def test_spelling_of_arabic_and_persian_letters_does_not_matter() -> None:
    assert fold("سيّئـة كتابٌ") == fold("سیئة کتاب")
    assert fold("می‌خواهم") == "میخواهم"
    assert fold("QUÉ Ñandú") == "que nandu"
    assert fold("ﾊﾞｯｸﾞ が") == "バッグ が"


def test_links_and_names_say_nothing() -> None:
    assert topic_of("@love_tea https://best.example/refund see you", "en") is Topic.NONE


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_list_has_entries_for_every_topic(code: str) -> None:
    assert set(RULES[code]) == set(Topic) - {Topic.NONE}
    assert all(len(entries) >= 5 for entries in RULES[code].values())
    assert NOT_TROUBLE[code]


@given(st.text(max_size=300), st.sampled_from(["", "en", "ar", "ja", "und"]))
def test_any_text_gets_some_topic(text: str, lang: str) -> None:
    assert topic_of(text, lang) in Topic


def test_a_very_long_post_is_sorted_at_once() -> None:
    text = "no " * 8_000 + "ordered " * 400 + "注文した" * 400
    assert topic_of(text, "en") in Topic
