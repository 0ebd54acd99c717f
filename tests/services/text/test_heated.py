"""Anger is found, and calm shop posts are left in peace, in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text.heated import Heat, heated
from tests.services.text.angry_posts import ANGRY, TWISTED
from tests.services.text.shop_posts import CALM as ORDINARY
from tests.work import steps

HOT = """
You are all idiots. Learn to read.
I AM SO TIRED OF RUDE CUSTOMERS
WHY DOES NOBODY LISTEN TO ME!!!
I am so done!!!
Stop wasting my time, you stupid people
THIS IS UNACCEPTABLE AND I AM DONE
STOP COPYING MY DESIGNS!!!
🤬
😡😡
I have had enough of liars like you
Absolutely ridiculous!!! How dare they
NEVER COMING BACK TO THIS PLACE EVER, TERRIBLE PEOPLE
Sois unos sinvergüenzas
¡¡¡YA BASTA DE MENTIRAS!!!
Idiotas, dejad de copiar
Estoy harta de la gente maleducada!!!
ESTOY CANSADA DE CLIENTES MENTIROSOS
أنتم كذابون ولصوص
كفى كذبا!!!
يا حمار افهم
سئمت من الوقاحة!!!
أغبياء!
غير مقبول أبدا!!! طفح الكيل
خیلی بی‌شعورید
خفه شو دیگه
احمق‌ها!
دیگه خسته شدم از این مردم!!!
افتضاح!!! شرم کنید
دروغگوها
馬鹿野郎！
ふざけるな！
もううんざりだ！！！
バカじゃないの
二度と来るな！！！ 最悪
客がクズ。お前らはクズだ
死ね
你们这些骗子！
滚蛋
受够了！！！
白痴客户
太过分了，凭什么！！！
无耻抄袭
妈的，烦死了！！！
""".strip().splitlines()

CALM = """
SALE TODAY
OPEN
SALE TODAY!!!
WE ARE OPEN
We did it!!!
New bowls today!!!
Thank you so much!!! ❤
HAPPY NEW YEAR EVERYONE!!!
BACK IN STOCK: THE BLUE TEAPOT
20% OFF EVERYTHING TODAY ONLY!!!
A killer deal on mugs
idiot-proof teapot
FREE SHIPPING WORLDWIDE ON ALL ORDERS!!!
@IDIOTS_BAND plays here tonight #STUPIDGOOD
https://kiln.example/IDIOTS/STOP
IKEA, NASA and UNESCO mugs
MIA KOSKI and ANNA VIRTANEN made it
Really?! Sold out in an hour?!
No such thing as a stupid question about tea
Damn good coffee!!!
HUGE NEWS!!!
Tired of boring mugs?
Jerk chicken and Bloody Mary night
The trash can is a planter now
Our cat is 😠 until breakfast
GRAND OPENING SATURDAY 10 AM
LAST CHANCE: BLACK FRIDAY DEALS END TONIGHT!!!
USB LED lamp, VAT included
OMG you came!!!
Classic glass, assorted, from Scunthorpe
REBAJAS HOY
ABIERTO
¡¡¡ÚLTIMAS UNIDADES!!!
Flor de capullo blanco, té de capullos
¡¡¡Gracias a todos!!!
FELIZ NAVIDAD A TODOS
Pruébalo, es a prueba de tontos
¿¡En serio!? Agotado en una hora
Payasos de madera para niños
Bolsas de basura recicladas
La ladrona de libros, edición ilustrada
ENVÍO GRATIS EN TODA ESPAÑA
تخفيضات اليوم!!!
مفتوح الآن
لصق الخزف خطوة بخطوة
شكرا لكم جميعا!!!
سلة زبالة من الخيزران
كلب صغير على الكوب
يكفي لستة أكواب
هل وصل الجديد؟!
حمار خشبي للأطفال
المحل مفتوح حتى العاشرة
حراج امروز!!!
باز است
سطل آشغال چوبی
ممنون از همه!!!
خسته از سرما؟ چای داغ
گاو و خر چوبی برای بچه‌ها
واقعا؟! همه فروخته شد؟!
احمد و حامد امروز اینجا هستند
دزد دریایی روی لیوان
本日セール
営業中です！！！
バカンスにぴったりのカップ
アホウドリ柄の皿
ご迷惑をおかけします
失礼いたします
お茶バカの店主です
馬鹿にできない美味しさ
馬鹿売れしています！
最低気温が下がりました
ジャクソンさんの陶器
茶葉が入荷したばかりです
本当？！もう完売？！
野菜クズで染めた布
鹿と馬の絵皿
在庫残りわずか！！！
今日特价！！！
营业中
滚烫的茶
垃圾桶
去死皮磨砂膏
傻瓜相机
谢谢大家！！！
滚开水冲泡
足够了，三杯茶
真的吗？！卖完了？！
废物利用：旧瓷片
生气勃勃的春天
摇滚之夜
妈妈的茶
我妈的茶，真好喝
气死我了，猫又打碎了杯子
""".strip().splitlines()


@pytest.mark.parametrize("text", HOT)
def test_anger_is_found(text: str) -> None:
    assert heated(text), text


@pytest.mark.parametrize("text", CALM)
def test_calm_posts_are_left_in_peace(text: str) -> None:
    assert heated(text) == (), text


WORDS_OF_TWO_MEANINGS = """
Get lost in a good book this weekend.
Drop dead gorgeous earrings, back in gold and silver.
These little pigs are carved by hand from one piece of lime wood.
The Idiot by Dostoevsky, second-hand, $6.
Stitch and Bitch night is on Thursday at seven.
Bastard saffron, also called safflower: 20 g for $4.
Crap, we ran out of the blue one!!! More on Friday.
HARRY POTTER HOGWARTS CASTLE jigsaw, complete.
BLUE BOWLS, GREEN BOWLS, TINY BOWLS, GIANT BOWLS all on one shelf.
They are wooden clowns, all of them.
Ladrón de cuatro enchufes con interruptor, 12 €.
Nuevo cono de helado de vainilla!!!
Son muy tontas pero me hacen reír: tazas con bigote.
Trampa para ladrones: candado de bicicleta, 19 €.
VESTIDO LINO BLANCO TALLA MEDIANA, último que queda.
شاي بالقرفة والزنجبيل!!! جربوه ساخنا
صابون يزيل البقع القذرة من السجاد
نصب الخيمة في دقيقتين!!!
کیف چرم گوساله دست‌دوز
عروسک الاغ بافتنی برای کودک
سطل زباله چوبی برای میز کار!!!
دمنوش آرامش اعصاب!!! با گل گاوزبان
バカラのグラスが二脚入荷しました。
実物にすごくそっくりです！！！
二度とない機会です！！！お早めに
ありえない軽さ！！！新しいかばん
小狗日历2026，每月一只柴犬。
这条围巾是送给姑妈的。
等水滚开，再放茶叶。
广播体操你还记得吗？
我家狗东西都给你准备好了：牵引绳、饭碗、小床
最后警告！！！只剩两件
除螨去死角吸尘刷
""".strip().splitlines()


def lines(posts: dict[str, str]) -> list[str]:
    return [line for text in posts.values() for line in text.strip().splitlines()]


@pytest.mark.parametrize("text", lines(ANGRY))
def test_anger_is_found_in_what_shops_write(text: str) -> None:
    assert heated(text), text


@pytest.mark.parametrize("text", [*lines(ORDINARY), *lines(TWISTED), *WORDS_OF_TWO_MEANINGS])
def test_sales_thanks_jokes_and_goods_are_left_in_peace(text: str) -> None:
    assert heated(text) == (), text


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("You liars!!!", [Heat.INSULT, Heat.MARKS]),
        ("STOP COPYING me ?!?", [Heat.CAPITALS, Heat.HARD_WORDS, Heat.MARKS]),
        ("😡 again 😡", [Heat.FACES, Heat.FACES]),
        ("もううんざりだ！！！", [Heat.HARD_WORDS, Heat.MARKS]),
    ],
)
def test_it_says_why(text: str, reasons: list[Heat]) -> None:
    assert sorted(one.reason for one in heated(text)) == sorted(reasons)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tea for all, you LIARS and cheats", "LIARS"),
        ("Café… ¡sinvergüenzas! 🍵", "sinvergüenzas"),
        ("👩🏽‍🚀 خیلی بی‌شعورید", "بی‌شعورید"),
        ("茶碗🍵馬鹿野郎", "馬鹿野郎"),
        ("ＩＤＩＯＴＳ", "ＩＤＩＯＴＳ"),
    ],
)
def test_spans_are_those_of_the_text_as_written(text: str, words: str) -> None:
    insult = next(one for one in heated(text) if one.reason is Heat.INSULT)
    assert text[insult.start : insult.end] == words


def test_thanks_make_capitals_and_marks_merry_but_not_an_insult() -> None:
    assert heated("WE SHOUT THESE WORDS LOUDLY!!!")
    assert heated("WE SHOUT THESE WORDS LOUDLY, THANK YOU!!!") == ()
    assert [one.reason for one in heated("Thank you, idiots!!!")] == [Heat.INSULT]


def test_a_calm_part_gives_no_signs_at_all() -> None:
    assert heated("What a day?!") == ()
    assert heated("") == ()


@pytest.mark.parametrize(
    "piece", ["?", "!", "?!", " !", " ", "f", "fu", "が", "茶", "가", "وال", "بی", "you are so "]
)
def test_a_long_paste_takes_steps_as_many_as_its_signs(piece: str) -> None:
    """What is quadratic in C would take longer than a test may."""
    heated(piece * (100_000 // len(piece)))
    assert steps(lambda: heated(piece * 1_200)) < 5 * steps(lambda: heated(piece * 300))


@given(st.text(max_size=80))
def test_any_text_has_spans_within_it(text: str) -> None:
    for one in heated(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.sampled_from(CALM), st.sampled_from(CALM))
def test_two_calm_scripts_in_one_post_stay_without_insults(one: str, other: str) -> None:
    assert not [found for found in heated(f"{one}\n{other}") if found.reason is Heat.INSULT]
