"""Calm posts as shops write them, a line each."""

CALM = {
    "en": """
Sale! Everything blue is 20% off until Sunday!!!
Open today from ten to six, and the kettle is on.
We close at two on Christmas Eve. Back on the 27th!!!
Thank you for a mad, wonderful week. You bought every single pot!!!
Our cat has decided that the new scarf is hers. Negotiations continue.
Wooden pigs, wooden rats and one very proud wooden rooster, all carved by hand.
This donkey carries your salt and pepper. He never complains!!!
Fresh sourdough at eight. The crust fights back!!!
Hot chilli jam is back. It hurts so good!!!
Second-hand crime novels, three for ten. Nobody dies twice.
Who stole the cookie from the cookie jar?! Not our jar: it locks.
New in: a mug that says what Monday feels like.
How do you take your tea?!
Killer heels in red and black, sizes 36 to 41.
These boots are made for walking, and for mud!!!
I hate winter, so I knit. Twelve hats are in the shop.
Sick of tangled wool?! This bowl keeps it in place.
What a stupidly good summer it was!!!
The dumb waiter in our old kitchen is now a bookshelf.
Stop what you are doing: the plum cakes are out of the oven!!!
Never run out of soap again!!! Try our refill bar.
Why does everybody ask for the green one?! It is on the second shelf.
Last call! Orders before Thursday arrive before the holidays!!!
Dirty hands welcome: clay evening for beginners, Friday at seven.
Garbage bags made of maize, thirty in a roll.
A pack of wolves, a bunch of clowns and other puppets for small theatres.
Ridiculously soft alpaca blankets, grey and sand.
Shame the rain came!!! The market moves indoors, same time.
Damn, that was fast: all sold in an hour!!!
The Fool, The Tower, The Star: a tarot deck drawn in ink.
Fat quarters, old buttons and ugly sweaters, all in one box!!!
Crazy about cheese? Come and taste six of them on Saturday.
We were robbed of sleep by the kiln, but the plates came out well!!!
Fight Club is on the one-dollar shelf. You did not hear it from us.
Beware of the dog: enamel sign, 20 by 30 cm.
The children painted the monsters themselves!!!
Kick the habit of paper towels: linen cloths, five for twenty.
Old nails, rusty hinges, cursed dolls?! The attic is open on Sunday.
Your grandmother was right about vinegar. Here is why.
HAND DYED WOOL SOCKS, SIZES 36 TO 45, two pairs for 30
""",
    "es": """
¡Rebajas! Todo lo azul al 20 % hasta el domingo!!!
Hoy abrimos de diez a dos, con café recién hecho.
Cerramos el 24 a las dos. Volvemos el 27!!!
Mil gracias por una semana de locos!!!
El gato ha decidido que la bufanda nueva es suya. Seguimos negociando.
Cerdos, ratas y un gallo muy orgulloso, tallados a mano.
Este burro lleva la sal y la pimienta y nunca se queja!!!
Pan de masa madre a las ocho. La corteza se defiende!!!
La mermelada picante ha vuelto!!! Pica de verdad.
Novelas negras de segunda mano, tres por diez euros.
¿Quién se ha llevado la última galleta?! Fue el perro.
Taza nueva: dice lo que piensas los lunes.
¿Cómo te gusta el té?!
Botas para el barro y para la lluvia, números 36 a 41.
Odio el invierno, por eso hago gorros. Quedan doce.
¿Harta de la lana enredada?! Este cuenco la sujeta.
Qué verano tan tonto y tan bonito!!!
Para un momento: el bizcocho de ciruela acaba de salir!!!
Nunca más sin jabón: prueba la pastilla de recambio!!!
¿Por qué todos preguntan por la verde?! Está en la segunda balda.
Últimos pedidos: hasta el jueves llegan antes de Reyes!!!
Manos sucias bienvenidas: taller de barro el viernes a las siete.
Bolsas de basura de maíz, rollo de treinta.
Payasos, brujas y lobos: títeres para teatros pequeños.
Mantas de alpaca ridículamente suaves, gris y arena.
Qué pena de lluvia!!! El mercado pasa dentro, a la misma hora.
Vaya, qué rápido: todo vendido en una hora!!!
El Loco, La Torre, La Estrella: baraja dibujada a tinta.
Botones viejos, retales y jerséis feos en una caja!!!
¿Locos por el queso? El sábado probamos seis.
El horno nos robó el sueño, pero los platos salieron bien!!!
Cuidado con el perro: placa esmaltada, 20 por 30 cm.
Los niños pintaron los monstruos ellos solos!!!
Ladrón de enchufe con interruptor y dos USB, 9 €.
Conos de pino y ramas secas para la mesa!!!
Capullos de seda teñidos a mano, bolsa de cincuenta.
Clavos viejos, bisagras oxidadas y muñecas malditas?! El desván abre el domingo.
Tu abuela tenía razón con el vinagre. Te contamos por qué.
Mierda de día para salir, buen día para leer: todos los libros a 3 €.
CALCETINES LANA MERINA TEÑIDA MANO, dos pares por 30 €
""",
    "ar": """
تخفيضات على كل ما هو أزرق حتى الأحد!!!
نفتح اليوم من العاشرة حتى السادسة، والشاي جاهز.
نغلق يوم الجمعة ونعود السبت!!!
شكرا لكم على أسبوع جميل!!!
قطتنا قررت أن الوشاح الجديد لها. ما زلنا نتفاوض.
كلاب وقطط وحمير من الخشب، منحوتة باليد.
هذا الحمار الصغير يحمل الملح والفلفل!!!
خبز ساخن من الفرن في الثامنة صباحا.
المربى الحار عاد!!! انتبهوا إلى ألسنتكم
روايات بوليسية مستعملة، ثلاث بعشرة.
من أكل آخر كعكة؟! كانت القطة.
كوب جديد يقول ما تشعر به صباح الأحد.
كيف تحب قهوتك؟!
حذاء شتوي للطين والمطر، من 36 إلى 41.
أكره البرد، لذلك أحيك القبعات.
تعبت من الخيوط المتشابكة؟! هذا الوعاء يحفظها.
قرفة وهيل وقرنفل: خلطة القهوة الشتوية!!!
توقف لحظة: كعك البرقوق خرج الآن!!!
صابون الغار يكفي شهرا كاملا!!!
لماذا يسأل الجميع عن الأخضر؟! هو على الرف الثاني.
آخر الطلبات يوم الخميس!!!
ورشة طين للمبتدئين: تعالوا بملابس قديمة.
أكياس قمامة من الذرة، ثلاثون في اللفة.
دمى مسرح: ذئب ومهرج وساحرة.
بطانيات ناعمة جدا من الألبكة.
المطر غلبنا!!! السوق في الداخل في الساعة نفسها.
بيع كل شيء في ساعة!!! نعود الأسبوع القادم
أزرار قديمة وقطع قماش في صندوق واحد!!!
هل تحب الجبن؟ تعال وتذوق ستة أنواع.
الفرن سرق نومنا لكن الصحون خرجت جميلة!!!
احذر الكلب: لوحة معدنية صغيرة.
الأطفال رسموا الوحوش بأنفسهم!!!
علي بابا والأربعون لصا، طبعة ملونة.
منظف للبقع العنيدة والقذرة، نصف لتر.
جدتك كانت على حق في الخل. إليك السبب.
وصلت كتب جديدة: شعر ورواية ورحلات.
يا كلبي الصغير، طوق جديد لك!!!
نصبنا الخيمة وسط السوق!!!
حساء العدس اليوم، والغد أيضا.
سئل الحكيم: كم كوبا يكفي؟ قال: كوب آخر.
""",
    "fa": """
حراج همه چیزهای آبی تا یکشنبه!!!
امروز از ده تا شش بازیم و چای دم است.
جمعه تعطیلیم، شنبه برمی‌گردیم!!!
ممنون از هفته‌ای که ساختید!!!
گربه ما فکر می‌کند شال نو مال اوست. مذاکره ادامه دارد.
گاو و الاغ و سگ چوبی، کار دست.
این خر کوچولو نمک و فلفل را می‌برد!!!
نان تازه ساعت هشت صبح از تنور درآمد.
مربای تند برگشت!!! مراقب زبانتان باشید
رمان پلیسی دست دوم، سه تا صد تومان.
کی شیرینی آخر را خورد؟! کار گربه بود.
لیوان تازه: حال شنبه صبح را می‌گوید.
چای را چطور می‌خورید؟!
چکمه برای گل و باران، سایز ۳۶ تا ۴۱.
از زمستان بدم می‌آید، برای همین کلاه می‌بافم.
خسته از کلاف گره‌خورده؟! این کاسه نگهش می‌دارد.
چه تابستان خوبی بود!!!
یک لحظه صبر کنید: کیک آلو از فر درآمد!!!
دیگر بی‌صابون نمی‌مانید!!!
چرا همه سراغ سبزه را می‌گیرند؟! قفسه دوم است.
آخرین سفارش‌ها تا پنجشنبه!!!
کارگاه سفال برای تازه‌کارها: لباس کهنه بپوشید.
کیسه زباله از ذرت، سی تایی.
عروسک‌های نمایشی: گرگ، دلقک، جادوگر.
پتوی آلپاکا، خیلی خیلی نرم.
باران آمد!!! بازارچه رفت داخل، همان ساعت.
همه در یک ساعت فروخته شد!!!
دکمه‌های قدیمی و تکه پارچه در یک جعبه!!!
پنیر دوست دارید؟ شنبه شش نوعش را بچشید.
کوره خواب ما را دزدید ولی بشقاب‌ها خوب شدند!!!
مواظب سگ باشید: تابلوی لعابی کوچک.
بچه‌ها هیولاها را خودشان کشیدند!!!
کتاب سه دزد و یک الاغ، چاپ دوم.
کثافت فرش را با این صابون پاک کنید.
مادربزرگ درباره سرکه راست می‌گفت.
چرم گوساله و بز، برش‌خورده برای کیف!!!
تا نفهمیدید چه مزه‌ای دارد نروید: سوهان تازه!!!
کلید گم شود هم با این جاکلیدی پیدا می‌شود.
آدم برفی نمدی، ای حیوانات جنگل بیایید!!!
شما حیوان خانگی دارید؟ ظرف غذای سفالی رسید.
""",
    "ja": """
青い器、日曜まで二割引です！！！
本日は十時から六時まで。お茶もあります。
金曜はお休み、土曜に戻ります！！！
一週間ありがとうございました！！！
猫が新しいマフラーを自分のものだと言っています。交渉中です。
木彫りの豚と鼠と、いばった鶏。
このロバが塩と胡椒を運びます！！！
八時にパンが焼けます。皮がばりばりです。
激辛ジャムが戻りました！！！舌にご注意
推理小説の古本、三冊で五百円。
最後のクッキーを食べたのは誰？！犬でした。
月曜の気持ちを書いたマグカップ。
お茶は濃いめ？薄め？！
泥んこ用の長靴、22センチから。
冬が嫌いなので帽子を編みました。
毛糸が絡まってイライラしませんか？！この鉢で解決。
ばかみたいに楽しい夏でした！！！
ちょっと待った！！！プラムケーキが焼けました。
もう石けんを切らしません！！！
どうしてみんな緑を選ぶの？！二段目にあります。
ご注文は木曜まで！！！
陶芸教室、汚れてもいい服でどうぞ。
とうもろこしのゴミ袋、三十枚。
人形劇用の狼と道化師と魔女。
アルパカの毛布、ふわふわです。
雨に負けました！！！市は屋内で、同じ時間です。
一時間で完売！！！また来週
古いボタンと端切れの箱！！！
チーズ好きの方、土曜に六種類食べ比べ。
窯に眠りを奪われましたが皿は無事です！！！
猛犬注意の琺瑯看板、小さめ。
怪獣は子どもたちが描きました！！！
しつこい汚れよ、消えろ！！！重曹入り石けん
バカラの一輪挿し、箱なし。
カステラの切れ端、このカスが一番おいしい。
白くそびえる山の絵皿！！！
早くそろえたい冬のカップ！！！
死ねばいいのに、の文庫本あります。百円。
酢についてはおばあちゃんが正しかった。
『馬鹿の壁』という本も棚にあります。
""",
    "zh": """
蓝色的都打八折，到周日！！！
今天十点到六点，茶已经泡好了。
周五休息，周六回来！！！
谢谢大家这一周的支持！！！
猫认定新围巾是它的。谈判还在继续。
木雕小猪、小老鼠和一只很神气的公鸡。
这头驴子驮着盐和胡椒！！！
八点出炉的酸面包，外皮很脆。
辣酱回来了！！！小心舌头
二手侦探小说，三本二十元。
最后一块饼干是谁吃的？！是狗。
新杯子：写着周一的心情。
你喝茶喜欢浓的还是淡的？！
雨靴，踩泥也不怕，36到41码。
讨厌冬天，所以织帽子，还有十二顶。
受够了打结的毛线？！这个碗帮你。
傻乎乎又好看的夏天！！！
等一下：李子蛋糕刚出炉！！！
再也不怕没肥皂了！！！
为什么大家都问绿色的？！在第二层。
周四前下单，节前能到！！！
陶艺课，穿旧衣服来，脏了也不怕。
玉米做的垃圾袋，一卷三十个。
木偶：狼、小丑和女巫。
羊驼毯，软得过分！！！
雨太大了！！！市集搬到室内，时间不变。
一小时卖光了！！！下周再来
旧扣子和碎布头，一盒一盒的！！！
爱吃奶酪吗？周六试吃六种。
烧窑没睡好，盘子倒很好！！！
内有恶犬，搪瓷小牌子。
怪兽都是孩子们画的！！！
空气炸锅专用纸，一百张！！！
送给妈妈的、姑妈的、舅妈的，一次备齐。
水烧开滚三滚，再下饺子！！！
外婆说得对：醋的用处多着呢。
狗日常用的饭碗，防滑。
体操你会几节？复古海报到了
骗子酒馆主题桌布，可机洗。
这条河滚滚东去，画在盘子上。
""",
}
