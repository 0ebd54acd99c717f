"""Posts said in anger, and calm ones of angry words, a line each."""

ANGRY = {
    "en": """
You are liars, every one of you.
I HAVE NEVER BEEN TREATED LIKE THIS BY ANYBODY
Stop stealing my photos, you thieves!!!
Whoever left that review is an idiot.
Go to hell with your refund.
I'm so sick of rude people wasting my evening!!!
Absolutely disgusting service from this courier!!!
Shut up and read the description, you morons.
What the hell is wrong with people?!
You people are the worst!!!
Fuck off with your discounts.
Another scammer!!! Fed up with all of it.
How dare you call my work cheap!!!
🤬🤬🤬 never ordering there again
This is unacceptable. Enough is enough. I am furious.
Do you even read before you complain, you fool?
You broke it, you lied about it, and now you want money. Shameful!!!
STOP SENDING ME THESE MESSAGES
I am done with this town and its rude people.
Seriously, what kind of moron leaves one star for rain?
Worst courier ever. Lying cheats.
My so-called friends stole my recipe. Thieves!!!
Screw you and your cheap copies.
I can't take it any more!!! Every day the same complaints!!!
You disgust me.
ARE YOU KIDDING ME WITH THIS RETURN REQUEST
Absolute garbage company, shame on you.
""",
    "es": """
Sois unos mentirosos, todos.
NUNCA ME HABÍAN TRATADO ASÍ EN NINGÚN SITIO
Dejad de robar mis fotos, ladrones!!!
El que dejó esa reseña es un idiota.
Vete a la mierda con tu reembolso.
Estoy harta de gente maleducada!!!
Qué asco de empresa de mensajería!!!
Leed la descripción, imbéciles.
¿Cómo se atreven a llamarlo barato?! Qué vergüenza
Sois lo peor, panda de inútiles.
Iros a la mierda con vuestros descuentos.
Otra estafa!!! Ya basta.
Menudo gilipollas el cliente de hoy.
🤬 no vuelvo a comprar ahí
Esto es intolerable. No lo aguanto más. Estoy furiosa.
¿Pero tú lees antes de quejarte, idiota?
DEJAD DE MANDARME ESTOS MENSAJES YA
Qué poca vergüenza tenéis!!!
Sois una vergüenza de empresa.
Copiones asquerosos, dejad mis diseños en paz!!!
No aguanto más a esta gente!!!
Me dais asco.
Cobardes, dad la cara!!!
Menudos ladrones los de la mensajería.
Estoy hasta las narices de quejas absurdas!!!
La culpa es vuestra, inútiles.
Vaya panda de sinvergüenzas.
""",
    "ar": """
كلكم كذابون.
يا لصوص، توقفوا عن سرقة صوري!!!
من كتب هذا التقييم غبي.
اذهب إلى الجحيم أنت ونقودك
سئمت من الزبائن الوقحين!!!
خدمة مقرفة!!! أسوأ شركة
اخرس يا جاهل
كيف تجرؤ على وصف عملي بالرخيص!!!
أنتم أسوأ ناس!!! طفح الكيل
انقلع من صفحتي
نصب واحتيال!!! حسبي الله ونعم الوكيل
قليل الأدب من يكتب هذا
🤬 لن أشتري منهم
هذا غير مقبول. نفد صبري. مهزلة
أيها الأغبياء اقرأوا الوصف
هل تقرأ قبل أن تشتكي يا أحمق؟
توقفوا عن سرقة تصاميمي يا حرامية!!!
شركة توصيل فاشلة، لصوص!!!
عيب عليكم!!!
مللت من الشكاوى السخيفة!!!
أنتم لا تحترمون أحدا!!! وقاحة
يا كلب رد علي
كذب في كذب!!! نصابين
تبا لكم ولخدمتكم
لن أسكت!!! هذه مهزلة
حقراء، سرقوا تعبي
ما هذه القرف!!!
""",
    "fa": """
همه‌تون دروغگویید.
عکس‌های من را ندزدید، دزدها!!!
هر کی این نظر را نوشته احمق است.
برو به جهنم با پولت
خسته شدم از مشتری بی‌ادب!!!
پست افتضاح!!! واقعا که
خفه شو بی‌شعور
چطور جرأت می‌کنید کارم را ارزان بنامید!!!
شماها بی‌شرفید
گم شو از صفحه من
کلاهبردارها!!! شرم کنید
آدم عوضی، توضیحات را بخوان
🤬 دیگر نمی‌خرم
اعصابم خورد شد، این غیرقابل قبول است.
لعنت به شما و تخفیفتان
قبل از شکایت می‌خوانی، نفهم؟
طرح‌های من را ندزدید بی‌شرف‌ها!!!
پست دزد!!! بسته را گم کردند
خجالت بکشید!!!
از دروغ‌هایتان خسته شدم!!!
خیلی بی‌ادبید!!!
ای الاغ جواب بده
همه‌اش دروغ!!! کلاهبردار
لعنت به شما
دیگه ساکت نمی‌مانم!!! افتضاح است
کثافت‌ها زحمتم را دزدیدند
این چه وضعیه!!! مسخره کردید
""",
    "ja": """
お前ら全員嘘つきだ。
写真を盗むな！！！泥棒め
このレビューを書いた奴は馬鹿だ！！！
ふざけるな、金返せ
失礼な客ばかりで本当にうんざりだ！！！
最低な会社だ。
説明を読め、バカ野郎
よくも安物と言ったな、許さない！！！
いい加減にしろ！！！
二度と来るな、クソ客
また詐欺だ！！！もう我慢の限界
無能な配送業者め
🤬もう買わない
ありえない対応、非常識すぎる。
黙れ、消えろ。
読んでから文句を言え、このバカ。
デザインを盗むのはやめろ！！！泥棒
配送業者、最低すぎる！！！
恥ずかしくないのか！！！
くだらない苦情にうんざりだ！！！
人をなめるな！！！
返事しろよ、クズ。
嘘ばかりつきやがって！！！
お前らの顔も見たくない。
いい加減にしてくれ！！！
ムカつく客だった！！！
頭にきた！！！もう限界
""",
    "zh": """
你们全是骗子！
别再偷我的图了，无耻！！！
写这个差评的人是白痴。
滚，拿着你的退款滚
受够了没素质的客户！！！
垃圾快递公司，恶心！！！
闭嘴，先看说明
凭什么说我的东西便宜！！！
你们太过分了！！！
滚出去，别来我店里
又是抄袭！！！忍无可忍
脑残买家
🤬再也不买了
气死我了，简直不可理喻。
王八蛋，还我钱
先看清楚再投诉，蠢货。
别再抄我的设计了，小偷！！！
垃圾物流，气死我了！！！
你们要脸吗！！！
烦死了，天天投诉！！！
欺负人是吧！！！太过分了
狗东西，回话！！！
满嘴谎话，骗子！
去死吧差评师
我真的受够了！！！
什么破服务，恶心！！！
黑心商家，还钱！！！
""",
}

TWISTED = {
    "en": """
We are out of our minds: every lamp half price!!!
A rat, a crook and a fool walk into a bar: the new comic is here.
The neighbours hate our drum kit. You will love it!!!
Worst. Winter. Ever?! Not with these gloves.
Please do not feed the trolls: new garden gnomes in.
It's the last one and I am furious with joy!!!
The mustard is angry, the sausages are calm!!!
You thief of hearts, you lovely, lovely teapot.
No more lies: this chocolate is not good for you!!!
Pig ears, cow hooves and fish skins for your dog.
We had enough rain for a year!!! Sun hats at the door.
Never again will you lose a sock!!! Clips in a bag of ten.
Our worst seller is my favourite cup!!! Give it a home.
They are little thieves, these magpies, printed on linen!!!
STUDIO SALE SATURDAY, CUPS AND BOWLS, COME EARLY
What is wrong with this picture?! Tell us and win nothing.
""",
    "es": """
Son unos payasos de madera con nariz roja.
El peor invierno?! No con estos guantes!!!
Mis vecinos odian nuestra batería. Te va a gustar!!!
Basta de calcetines perdidos: pinzas de diez en diez!!!
Una rata, un ladrón y un tonto: el cómic nuevo ya está.
La mostaza está furiosa, las salchichas tranquilas!!!
Orejas de cerdo y pezuñas de vaca para tu perro.
No es una mentira: el chocolate no engorda!!! Bueno, un poco.
Estas urracas son unas ladronas, impresas en lino.
Hartos del frío, encendemos el horno!!!
Qué asco de tiempo, qué gusto de sopa!!!
Somos unos tontos del barro.
Nadie responde al timbre: estamos en el taller!!!
Cabrito asado y cabra montés, quesos nuevos!!!
Te odio y te quiero, lunes: taza de dos caras.
TALLER DE BARRO SÁBADO, VENID PRONTO
""",
    "ar": """
أسوأ شتاء؟! ليس مع هذه القفازات
الخردل غاضب والنقانق هادئة!!!
آذان خنزير؟ لا، آذان أرانب محشوة للأطفال.
طيور العقعق لصوص صغيرة، مطبوعة على الكتان!!!
مللت من الشاي نفسه؟! جرب النعناع
تعبنا في صنع هذا الكوب ونحب النتيجة!!!
كفى وحدة، تعالوا نشرب القهوة!!!
لا أحد يسمع الجرس: نحن في المشغل!!!
كلب نباح وقطة نائمة على صحن واحد.
غبي من لا يحب الشوكولاتة، قالت جدتي ضاحكة.
ليس عيبا أن تأكل اثنتين!!!
لا تكذب المرآة: إطارات خشب.
نار الفرن لا تطاق، والخبز رائع!!!
سخيف أن تبرد القهوة، خذ غطاء الكوب!!!
زبيب وتين وجوز، كيلو كامل!!!
فضيحة: أكلنا العينة كلها!!!
""",
    "fa": """
بدترین زمستان؟! نه با این دستکش
خردل عصبانی، سوسیس آرام!!!
گوش خوک نه، گوش خرگوش نمدی برای بچه‌ها
زاغی‌ها دزدهای کوچکی‌اند، چاپ روی کتان!!!
خسته شدم از بس کوزه ساختم، ولی خوشگل شدند!!!
کسی زنگ را نمی‌شنود: در کارگاهیم!!!
احمقانه‌ترین لیوان سال را ما ساختیم!!!
دروغ نیست: شکلات چاق نمی‌کند!!!
بسه سرما، تنور روشن شد!!!
مسخره‌ترین کلاه دنیا، فقط یک عدد!!!
چه افتضاحی: همه نمونه‌ها را خوردیم!!!
گاو و گوساله روی یک بشقاب.
آشغال‌های قدیمی را بیاورید، گلدان ببرید!!!
حیوان وحشی؟ نه، یک فرش پشمی
لعنتی، چقدر این سس تند است!!!
پدر سگ من هم این تشک را دوست دارد.
""",
    "ja": """
最悪の冬？！この手袋があれば平気です。
辛子は怒っていますが、ソーセージは落ち着いています！！！
豚の耳と牛の蹄、犬のおやつに。
カササギは小さな泥棒です、麻に刷りました！！！
呼び鈴が聞こえません、工房にいます！！！
うるさい犬にはこの骨を！！！
バカでかいマグ、一リットル入り！！！
もう限界まで焼いたパン！！！
嘘つきな鏡ではありません、木の枠です。
許せないほど甘い羊羹！！！
迷惑メールみたいに増えるミント、差し上げます！！！
ゴミから生まれた花瓶です。
怒ったフグの箸置き！！！
二度と寒い思いをしない靴下！！！
くそまじめな店主が焼いた皿！！！
詐欺にあった気分になるほど小さい急須！！！
""",
    "zh": """
最糟的冬天？！有这副手套就不怕
芥末很生气，香肠很淡定！！！
猪耳朵、牛蹄子，给狗的零食。
喜鹊都是小偷，印在亚麻布上！！！
门铃听不见：我们在工坊！！！
可恶，又被我们自己吃光了！！！
这杯子蠢萌蠢萌的！！！
没骗你，巧克力不胖人！！！
够了够了，再放就溢出来了！！！
神经大条的猫打碎了样品！！！
旧垃圾变花瓶，拿来我们帮你改！！！
太过分了，怎么这么香！！！
滚滚的小熊猫抱枕到店
恶心心形饼干？不，是爱心！！！
烦死人的蚊子，用这个香！！！
混蛋蛋糕：店主起的怪名字，其实是混合鸡蛋糕
""",
}
