"""What the owner writes in the tour, in the tour's language: sample words, not the program's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TourWords:
    """`alt_texts` say what is on the two pictures of `post`; `captions` and `products` what is on
    the board's first four and on the own shop's three. `answer` fits whoever wrote kindly; `angry`
    should rest a while, and has a word the sample shop avoids."""

    post: str
    alt_texts: tuple[str, str]
    board_post: str
    captions: tuple[str, str, str, str]
    queued: tuple[str, str, str]
    late_post: str
    answer: str
    angry: str
    shop: str
    own_posts: tuple[str, str, str]
    products: tuple[str, str, str]


_ENGLISH = TourWords(
    post=(
        "The celadon cups are back from the kiln, no two of them alike. "
        "They keep tea warm for exactly one chapter. 🍵\n#leafandkiln #teatime"
    ),
    alt_texts=(
        "Two pale green celadon cups, one of them full of tea",
        "A round moss green teapot beside a small blue cup of tea",
    ),
    board_post="Everything that came out of the kiln this week, on one shelf. #leafandkiln",
    captions=("Celadon cups", "Moss teapot", "Ash bowl", "Jasmine tin"),
    queued=(
        "Open until seven today. The kettle is on, come and try the new sencha.",
        "How to wake an old teapot: three rinses, no soap, one patient morning.",
        "Which would you rather hold on a cold day: the ash bowl or the celadon cup?",
    ),
    late_post="Rain at last. The bench is wet, the seat by the window is not.",
    answer="Thank you, that is good to read. The kettle is on whenever you come by. 🌿",
    angry="WHO left this parcel in the RAIN?!! Idiots, all of them. Some exclusive deal!!!",
    shop="The Blue Door",
    own_posts=(
        "We are open: cups, cloths and a very old cat. Come in by the blue door.",
        "Linen cloths, washed and folded this morning. Twelve of them and that is all.",
        "New cards by Ana, printed on a press from 1932.",
    ),
    products=("Blue cups, pair", "Linen cloth", "Gift box"),
)

_ARABIC = TourWords(
    post=(
        "عادت أكواب السيلادون من الفرن، ولا يشبه أحدها الآخر. "
        "تُبقي الشاي دافئاً فصلاً كاملاً من كتاب. 🍵\n#leafandkiln #شاي"
    ),
    alt_texts=(
        "كوبان من السيلادون بلون أخضر فاتح، أحدهما مملوء بالشاي",
        "إبريق شاي أخضر مستدير بجانب كوب أزرق صغير",
    ),
    board_post="كل ما خرج من الفرن هذا الأسبوع على رفٍّ واحد. #leafandkiln",
    captions=("أكواب السيلادون", "إبريق أخضر", "وعاء رمادي", "علبة ياسمين"),
    queued=(
        "نفتح اليوم حتى السابعة. الماء يغلي، تعالوا وتذوّقوا الشاي الجديد.",
        "كيف توقظ إبريقاً قديماً: ثلاث مرات بالماء، بلا صابون، وصباح هادئ.",
        "ماذا تفضّلون في يوم بارد: الوعاء الرمادي أم كوب السيلادون؟",
    ),
    late_post="أخيراً المطر. المقعد في الخارج مبلّل، ومقعد النافذة جاف.",
    answer="شكراً لكم، أسعدتنا كلماتكم. الماء على النار متى مررتم بنا. 🌿",
    angry="من ترك الطرد تحت المطر؟!! أغبياء كلهم. الأكواب الرخيصة انكسرت!!!",
    shop="الباب الأزرق",
    own_posts=(
        "فتحنا الباب: أكواب ومناديل وقطة عجوز جداً. ادخلوا من الباب الأزرق.",
        "مناديل من الكتّان غُسلت وطُويت هذا الصباح. اثنا عشر منديلاً فقط.",
        "بطاقات جديدة من رسم آنا، طُبعت على آلة من عام ١٩٣٢.",
    ),
    products=("كوبان أزرقان", "منديل كتّان", "صندوق هدية"),
)

_PERSIAN = TourWords(
    post=(
        "فنجان‌های سلادون از کوره برگشتند و هیچ دو تایشان یکی نیست. "
        "چای را به اندازهٔ یک فصل کتاب گرم نگه می‌دارند. 🍵\n#leafandkiln #چای"
    ),
    alt_texts=("دو فنجان سبز روشن سلادون، یکی پر از چای", "قوری گرد سبز کنار فنجان کوچک آبی"),
    board_post="هر چه این هفته از کوره بیرون آمد، روی یک قفسه. #leafandkiln",
    captions=("فنجان سلادون", "قوری سبز", "کاسهٔ خاکستری", "قوطی یاس"),
    queued=(
        "امروز تا ساعت هفت بازیم. آب جوش است، بیایید و سنچای تازه را بچشید.",
        "چطور یک قوری کهنه را بیدار کنیم: سه بار آب، بی‌صابون، یک صبح با حوصله.",
        "در روز سرد کدام را دست می‌گیرید: کاسهٔ خاکستری یا فنجان سلادون؟",
    ),
    late_post="بالاخره باران. نیمکت بیرون خیس است، جای کنار پنجره نه.",
    answer="سپاس، خواندنش دلمان را گرم کرد. هر وقت بیایید آب جوش است. 🌿",
    angry="کی این بسته را زیر باران گذاشت؟!! همه‌شان احمق‌اند. فنجان‌های ارزان شکست!!!",
    shop="در آبی",
    own_posts=(
        "باز کردیم: فنجان، دستمال و یک گربهٔ خیلی پیر. از درِ آبی بیایید.",
        "دستمال کتان، شسته و تاخوردهٔ همین امروز صبح. فقط دوازده تا.",
        "کارت‌های تازهٔ آنا، چاپ‌شده با دستگاهی از سال ۱۳۱۱.",
    ),
    products=("جفت فنجان آبی", "دستمال کتان", "جعبهٔ هدیه"),
)

_JAPANESE = TourWords(
    post=(
        "青磁の湯呑みが窯から戻ってきました。一つとして同じものはありません。"
        "本を一章読むあいだ、お茶が冷めません。🍵\n#leafandkiln #お茶のある暮らし"
    ),
    alt_texts=(
        "淡い緑の青磁の湯呑み二つ、片方にお茶が入っている",
        "丸い緑の急須と、小さな青い湯呑み",
    ),
    board_post="今週の窯出しを、ひとつの棚に。 #leafandkiln",
    captions=("青磁の湯呑み", "緑の急須", "灰釉の鉢", "ジャスミンの缶"),
    queued=(
        "今日は七時まで開いています。新しい煎茶を飲みにいらしてください。",
        "古い急須の起こし方。お湯で三回、石けんは使わず、ゆっくりと。",
        "寒い日に手に取るなら、灰釉の鉢と青磁の湯呑み、どちらですか。",
    ),
    late_post="やっと雨。外のベンチはぬれても、窓ぎわの席は大丈夫です。",
    answer="ありがとうございます。うれしく読みました。いつでもお茶を飲みにいらしてください。🌿",
    angry="荷物を雨の中に置いたのは誰？！！本当に馬鹿ばかり。格安の湯呑みが全部割れた！！！",
    shop="青い扉",
    own_posts=(
        "開店しました。湯呑みと布と、とても年取った猫がいます。",
        "今朝洗ってたたんだリネンの布、十二枚だけです。",
        "アナさんの新しいカード、一九三二年の印刷機で刷りました。",
    ),
    products=("青い湯呑み 二つ組", "リネンの布", "ギフトボックス"),
)

_CHINESE = TourWords(
    post=("青瓷杯出窑了，没有两只是一样的。一章书的时间里，茶都还是热的。🍵\n#leafandkiln #喝茶"),
    alt_texts=("两只浅绿色青瓷杯，其中一只盛着茶", "圆形苔绿色茶壶，旁边一只小蓝杯"),
    board_post="这一周出窑的东西，都在一个架子上。 #leafandkiln",
    captions=("青瓷杯", "苔绿茶壶", "灰釉碗", "茉莉茶罐"),
    queued=(
        "今天开到七点。水已经烧好，来尝尝新的煎茶。",
        "怎样唤醒一把旧茶壶：清水三遍，不用洗洁精，一个从容的早晨。",
        "冷天里您更想捧哪一个：灰釉碗，还是青瓷杯？",
    ),
    late_post="终于下雨了。门口的长凳湿了，窗边的座位还是干的。",
    answer="谢谢您，看了真高兴。路过时请进来，水一直烧着。🌿",
    angry="谁把包裹放在雨里？！！都是白痴。便宜的杯子全碎了！！！",
    shop="蓝门小店",
    own_posts=(
        "开门了：杯子、茶巾和一只很老的猫。请从蓝色的门进来。",
        "今天早上洗好叠好的亚麻茶巾，只有十二条。",
        "安娜的新卡片，用一九三二年的机器印的。",
    ),
    products=("蓝色对杯", "亚麻茶巾", "礼盒"),
)

_SPANISH = TourWords(
    post=(
        "Las tazas de celadón ya salieron del horno y no hay dos iguales. "
        "Guardan el té caliente justo un capítulo. 🍵\n#leafandkiln #té"
    ),
    alt_texts=(
        "Dos tazas de celadón verde claro, una de ellas llena de té",
        "Una tetera redonda verde musgo junto a una tacita azul",
    ),
    board_post="Todo lo que salió del horno esta semana, en un solo estante. #leafandkiln",
    captions=("Tazas de celadón", "Tetera musgo", "Cuenco ceniza", "Lata de jazmín"),
    queued=(
        "Hoy abrimos hasta las siete. El agua está lista, venid a probar el sencha nuevo.",
        "Cómo despertar una tetera vieja: tres aguas, sin jabón, una mañana con calma.",
        "En un día frío, ¿qué preferís en las manos: el cuenco o la taza de celadón?",
    ),
    late_post="Por fin llueve. El banco está mojado, el asiento de la ventana no.",
    answer="Muchas gracias, qué alegría leerlo. El agua está lista cuando paséis. 🌿",
    angry="¿QUIÉN dejó el paquete bajo la LLUVIA?!! Idiotas, todos. ¡¡¡Las tazas están rotas!!!",
    shop="La puerta azul",
    own_posts=(
        "Abrimos: tazas, paños y un gato muy viejo. Entrad por la puerta azul.",
        "Paños de lino, lavados y doblados esta mañana. Doce y ni uno más.",
        "Tarjetas nuevas de Ana, impresas en una máquina de 1932.",
    ),
    products=("Tazas azules, par", "Paño de lino", "Caja de regalo"),
)

BY_LANGUAGE = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "ja": _JAPANESE,
    "zh": _CHINESE,
}


def words_in(language: str) -> TourWords:
    return BY_LANGUAGE.get(language[:2], _ENGLISH)
