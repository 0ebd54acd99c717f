"""What the owner writes in the tour, in the tour's language: sample words, not the program's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TourWords:
    post: str
    alt_texts: tuple[str, str]
    board_post: str
    captions: tuple[str, ...]
    queued: tuple[str, ...]
    answer: str
    shop: str
    own_posts: tuple[str, ...]


_ENGLISH = TourWords(
    post=(
        "The celadon cups are back from the kiln: four of them, each a little different. "
        "They keep tea warm for exactly one chapter. 🍵\n#leafandkiln #teatime"
    ),
    alt_texts=(
        "Four pale green celadon cups on a linen cloth",
        "A round moss green teapot beside a sprig of leaves",
    ),
    board_post="Everything that came out of the kiln this week, on one shelf. #leafandkiln",
    captions=("Celadon cups", "Moss teapot", "Ash bowl", "Jasmine tin"),
    queued=(
        "Open until six today. The kettle is on, come and try the new sencha.",
        "How to wake an old teapot: three rinses, no soap, one patient morning.",
        "Which would you rather hold on a cold day: the ash bowl or the celadon cup?",
    ),
    answer="Thank you! Yes, we can keep one for you until Saturday. 🌿",
    shop="The Blue Door",
    own_posts=(
        "We are open: candles, cards and a very old cat. Come in by the blue door.",
        "Beeswax candles, poured this morning. Twelve of them and that is all.",
        "New cards by Ana, printed on a press from 1932.",
    ),
)

_ARABIC = TourWords(
    post=(
        "عادت أكواب السيلادون من الفرن: أربعة أكواب، كلٌّ منها يختلف قليلاً عن الآخر. "
        "تُبقي الشاي دافئاً فصلاً كاملاً من كتاب. 🍵\n#leafandkiln #شاي"
    ),
    alt_texts=(
        "أربعة أكواب خضراء فاتحة على قماش من الكتان",
        "إبريق شاي أخضر مستدير بجانب غصن صغير",
    ),
    board_post="كل ما خرج من الفرن هذا الأسبوع على رفٍّ واحد. #leafandkiln",
    captions=("أكواب السيلادون", "إبريق أخضر", "وعاء رمادي", "علبة ياسمين"),
    queued=(
        "نفتح اليوم حتى السادسة. الماء يغلي، تعالوا وتذوّقوا الشاي الجديد.",
        "كيف توقظ إبريقاً قديماً: ثلاث مرات بالماء، بلا صابون، وصباح هادئ.",
        "ماذا تفضّلون في يوم بارد: الوعاء الرمادي أم كوب السيلادون؟",
    ),
    answer="شكراً لكم! نعم، نحفظ لكم واحداً حتى يوم السبت. 🌿",
    shop="الباب الأزرق",
    own_posts=(
        "فتحنا الباب: شموع وبطاقات وقطة عجوز جداً. ادخلوا من الباب الأزرق.",
        "شموع من شمع النحل صُبّت هذا الصباح. اثنتا عشرة شمعة فقط.",
        "بطاقات جديدة من رسم آنا، طُبعت على آلة من عام ١٩٣٢.",
    ),
)

_PERSIAN = TourWords(
    post=(
        "فنجان‌های سلادون از کوره برگشتند: چهار تا، هر کدام کمی متفاوت. "
        "چای را به اندازهٔ یک فصل کتاب گرم نگه می‌دارند. 🍵\n#leafandkiln #چای"
    ),
    alt_texts=("چهار فنجان سبز روشن روی پارچهٔ کتان", "قوری گرد سبز کنار شاخه‌ای کوچک"),
    board_post="هر چه این هفته از کوره بیرون آمد، روی یک قفسه. #leafandkiln",
    captions=("فنجان سلادون", "قوری سبز", "کاسهٔ خاکستری", "قوطی یاس"),
    queued=(
        "امروز تا ساعت شش بازیم. آب جوش است، بیایید و سنچای تازه را بچشید.",
        "چطور یک قوری کهنه را بیدار کنیم: سه بار آب، بی‌صابون، یک صبح با حوصله.",
        "در روز سرد کدام را دست می‌گیرید: کاسهٔ خاکستری یا فنجان سلادون؟",
    ),
    answer="سپاس از شما! بله، یکی را تا شنبه برایتان نگه می‌داریم. 🌿",
    shop="در آبی",
    own_posts=(
        "باز کردیم: شمع، کارت و یک گربهٔ خیلی پیر. از درِ آبی بیایید.",
        "شمع موم زنبور، ریختهٔ همین امروز صبح. فقط دوازده تا.",
        "کارت‌های تازهٔ آنا، چاپ‌شده با دستگاهی از سال ۱۳۱۱.",
    ),
)

_JAPANESE = TourWords(
    post=(
        "青磁の湯呑みが窯から戻ってきました。四つとも少しずつ違います。"
        "本を一章読むあいだ、お茶が冷めません。🍵\n#leafandkiln #お茶のある暮らし"
    ),
    alt_texts=("麻布の上の淡い緑の青磁の湯呑み四つ", "葉の枝のそばの丸い緑の急須"),
    board_post="今週の窯出しを、ひとつの棚に。 #leafandkiln",
    captions=("青磁の湯呑み", "緑の急須", "灰釉の鉢", "ジャスミンの缶"),
    queued=(
        "今日は六時まで開いています。新しい煎茶を飲みにいらしてください。",
        "古い急須の起こし方。お湯で三回、石けんは使わず、ゆっくりと。",
        "寒い日に手に取るなら、灰釉の鉢と青磁の湯呑み、どちらですか。",
    ),
    answer="ありがとうございます。土曜日までお取り置きできます。🌿",
    shop="青い扉",
    own_posts=(
        "開店しました。ろうそくとカードと、とても年取った猫がいます。",
        "今朝流した蜜蝋のろうそく、十二本だけです。",
        "アナさんの新しいカード、一九三二年の印刷機で刷りました。",
    ),
)

_CHINESE = TourWords(
    post=(
        "青瓷杯出窑了，一共四只，每只都有一点不同。一章书的时间里，茶都还是热的。🍵\n"
        "#leafandkiln #喝茶"
    ),
    alt_texts=("亚麻布上的四只浅绿色青瓷杯", "一枝绿叶旁的圆形苔绿色茶壶"),
    board_post="这一周出窑的东西，都在一个架子上。 #leafandkiln",
    captions=("青瓷杯", "苔绿茶壶", "灰釉碗", "茉莉茶罐"),
    queued=(
        "今天开到六点。水已经烧好，来尝尝新的煎茶。",
        "怎样唤醒一把旧茶壶：清水三遍，不用洗洁精，一个从容的早晨。",
        "冷天里您更想捧哪一个：灰釉碗，还是青瓷杯？",
    ),
    answer="谢谢您！可以的，我们为您留到星期六。🌿",
    shop="蓝门小店",
    own_posts=(
        "开门了：蜡烛、卡片和一只很老的猫。请从蓝色的门进来。",
        "今天早上刚倒的蜂蜡蜡烛，只有十二支。",
        "安娜的新卡片，用一九三二年的机器印的。",
    ),
)

_SPANISH = TourWords(
    post=(
        "Las tazas de celadón ya salieron del horno: cuatro, cada una un poco distinta. "
        "Guardan el té caliente justo un capítulo. 🍵\n#leafandkiln #té"
    ),
    alt_texts=(
        "Cuatro tazas de celadón verde claro sobre un paño de lino",
        "Una tetera redonda verde musgo junto a una rama",
    ),
    board_post="Todo lo que salió del horno esta semana, en un solo estante. #leafandkiln",
    captions=("Tazas de celadón", "Tetera musgo", "Cuenco ceniza", "Lata de jazmín"),
    queued=(
        "Hoy abrimos hasta las seis. El agua está lista, venid a probar el sencha nuevo.",
        "Cómo despertar una tetera vieja: tres aguas, sin jabón, una mañana con calma.",
        "En un día frío, ¿qué preferís en las manos: el cuenco o la taza de celadón?",
    ),
    answer="¡Muchas gracias! Sí, os guardamos una hasta el sábado. 🌿",
    shop="La puerta azul",
    own_posts=(
        "Abrimos: velas, tarjetas y un gato muy viejo. Entrad por la puerta azul.",
        "Velas de cera de abeja, hechas esta mañana. Doce y ni una más.",
        "Tarjetas nuevas de Ana, impresas en una máquina de 1932.",
    ),
)

_BY_LANGUAGE = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "ja": _JAPANESE,
    "zh": _CHINESE,
}


def words_in(language: str) -> TourWords:
    return _BY_LANGUAGE.get(language[:2], _ENGLISH)
