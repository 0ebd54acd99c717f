"""A full week of posts, in the tour's language: what the queue holds when it is full."""

from __future__ import annotations

from typing import NamedTuple


class Planned(NamedTuple):
    """`day` counts from the tour's first day, `wall` is HH:MM; `picture` may be empty."""

    day: int
    wall: str
    text: str
    picture: str = ""


_TIMES = (
    (0, "12:30", "three-teas.jpg"),
    (1, "19:00", ""),
    (1, "09:00", "drying-bowls.jpg"),
    (1, "12:45", ""),
    (2, "13:00", "matcha-whisk.jpg"),
    (2, "08:45", "parcels.jpg"),
    (3, "09:15", "shop-front.jpg"),
    (3, "17:30", ""),
    (3, "12:30", "tea-table.jpg"),
    (4, "17:30", "glaze-tiles.jpg"),
    (4, "10:00", "gift-box.jpg"),
)

_ENGLISH = (
    "Green, black, jasmine: three small dishes at the counter. Taste before you choose.",
    "Thursday evening at the wheel still has two places. Old shirts are welcome.",
    "Five bowls are drying by the window. Please do not lean on the table.",
    "The dog from the bakery has her own cup now. It says Dog.",
    "Matcha without clumps: sift it, keep the water under eighty degrees, and whisk a W.",
    "Parcels leave at noon. What is ordered by eleven travels today.",
    "A new sign over the door, the same two people behind the counter.",
    "What is the oldest cup in your kitchen, and who gave it to you?",
    "A pot, two cups, and nobody in a hurry. We keep the window seat until six.",
    "Twenty-five tiles and one decision: which blue do we fire next?",
    "Gift boxes until four today. We write the card, you say what it says.",
)
_SPANISH = (
    "Verde, negro, jazmín: tres platillos en el mostrador. Probad antes de elegir.",
    "La tarde de torno del jueves tiene aún dos plazas. Venid con camisa vieja.",
    "Cinco cuencos se secan junto a la ventana. Por favor, no os apoyéis en la mesa.",
    "La perra de la panadería ya tiene su propia taza. Pone Perra.",
    "Matcha sin grumos: tamizad, agua a menos de ochenta grados y batid en W.",
    "Los paquetes salen a mediodía. Lo pedido antes de las once viaja hoy.",
    "Un cartel nuevo sobre la puerta, las mismas dos personas detrás del mostrador.",
    "¿Cuál es la taza más vieja de vuestra cocina, y quién os la regaló?",
    "Una tetera, dos tazas y nadie con prisa. Guardamos la mesa de la ventana.",
    "Veinticinco muestras y una decisión: ¿qué azul horneamos ahora?",
    "Cajas de regalo hasta las cuatro. Nosotros escribimos la tarjeta que digáis.",
)
_ARABIC = (
    "أخضر وأسود وياسمين: ثلاثة صحون صغيرة على الطاولة. تذوّقوا قبل أن تختاروا.",
    "بقي مكانان في أمسية الخميس على الدولاب. القمصان القديمة مرحّب بها.",
    "خمسة أوعية تجفّ عند النافذة. نرجو ألا تتكئوا على الطاولة.",
    "صار لكلبة المخبز كوبها الخاص، وعليه اسمها.",
    "ماتشا بلا كتل: انخلوها، والماء دون ثمانين درجة، ثم اخفقوا.",
    "تخرج الطرود عند الظهر. ما يُطلب قبل الحادية عشرة يسافر اليوم.",
    "لافتة جديدة فوق الباب، والشخصان نفسهما خلف الطاولة.",
    "ما أقدم كوب في مطبخكم، ومن أهداه إليكم؟",
    "إبريق وكوبان ولا أحد على عجلة. نحجز مقعد النافذة حتى السادسة.",
    "خمس وعشرون عيّنة وقرار واحد: أيّ أزرق نخبز بعد ذلك؟",
    "صناديق الهدايا حتى الرابعة اليوم. نكتب البطاقة كما تريدون.",
)
_PERSIAN = (
    "سبز، سیاه، یاس: سه ظرف کوچک روی پیشخوان. پیش از انتخاب بچشید.",
    "عصر پنجشنبه پای چرخ هنوز دو جا دارد. پیراهن کهنه بپوشید.",
    "پنج کاسه کنار پنجره خشک می‌شوند. لطفاً به میز تکیه ندهید.",
    "سگ نانوایی حالا فنجان خودش را دارد، با نام خودش.",
    "ماچای بی‌گلوله: الک کنید، آب زیر هشتاد درجه، و تند هم بزنید.",
    "بسته‌ها ظهر راه می‌افتند. سفارش پیش از ساعت یازده همین امروز می‌رود.",
    "تابلوی تازه بالای در، همان دو نفر پشت پیشخوان.",
    "کهنه‌ترین فنجان آشپزخانه‌تان کدام است و چه کسی آن را داده؟",
    "یک قوری، دو فنجان و هیچ شتابی. جای کنار پنجره تا ساعت شش.",
    "بیست و پنج نمونه و یک تصمیم: کدام آبی را بپزیم؟",
    "جعبهٔ هدیه تا ساعت چهار. کارت را ما می‌نویسیم، حرفش از شما.",
)
_JAPANESE = (
    "緑茶、紅茶、ジャスミン。カウンターに小皿を三つ。選ぶ前にお試しください。",
    "木曜夜のろくろ教室、あと二席あります。汚れてもよい服でどうぞ。",
    "窓ぎわで鉢が五つ乾いています。机に寄りかからないでください。",
    "パン屋の犬にも自分の器ができました。名前入りです。",
    "だまのない抹茶。ふるって、八十度より低いお湯で、W字に。",
    "荷物は正午に出ます。十一時までのご注文は今日のうちに。",
    "看板が新しくなりました。中の二人は同じです。",
    "台所でいちばん古い器は何ですか。どなたからもらいましたか。",
    "急須ひとつ、湯呑みふたつ、急ぐ人はなし。窓の席は六時まで。",
    "二十五枚の見本から、次に焼く青を選びます。",
    "ギフトボックスは今日四時まで。カードの言葉はおまかせください。",
)
_CHINESE = (
    "绿茶、红茶、茉莉：柜台上三个小碟，先尝再选。",
    "周四晚上的拉坯课还有两个位子，请穿旧衣服来。",
    "窗边晾着五只碗，请不要靠着桌子。",
    "面包店的狗也有自己的杯子了，上面写着她的名字。",
    "抹茶不结块：先过筛，水低于八十度，按W字打。",
    "包裹中午出发，十一点前下单的今天就走。",
    "门上换了新招牌，柜台后面还是那两个人。",
    "您厨房里最旧的杯子是哪一只，是谁送的？",
    "一壶两杯，谁也不赶时间。窗边的座位留到六点。",
    "二十五块试片，一个决定：下一窑烧哪种蓝？",
    "礼盒今天做到四点。卡片我们来写，话由您说。",
)

BY_LANGUAGE = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "ja": _JAPANESE,
    "zh": _CHINESE,
}


def week_in(language: str) -> tuple[Planned, ...]:
    texts = BY_LANGUAGE.get(language[:2], _ENGLISH)
    return tuple(
        Planned(day, wall, text, picture)
        for (day, wall, picture), text in zip(_TIMES, texts, strict=True)
    )
