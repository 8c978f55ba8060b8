"""Small words by which a language is told: those that a sentence can hardly do without."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COVERED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "English": """
the and you that it of to in is was for on are with they have this from not but what all were
when your can said there an which their if will how up out many then them these so some her
would like him into has look two more go see no way could my than been who its now did get come
made may i me we he she am im dont ive cant didnt isnt do does a be at by or us our just about
know think want need feel really very because going please thanks hello should had as one where
why any here help never always still something someone nothing today much too only also""",
        "Spanish": """
el la los las un una unos unas y o pero porque que qué de del en con sin por para como cómo muy
más menos no sí se me te le lo les nos mi mis tu tus su sus yo tú él ella usted nosotros ellos es
son soy eres está estoy estás están estamos era fue ser hay he ha has han tengo tiene tienes
puedo puede quiero quiere hace hacer hoy ayer mañana cuando donde dónde quién cuánto este esta
esto ese esa eso aquí ahí ya también todo todos nada algo nadie siempre nunca bien mal hola
gracias ni si al desde hasta entre sobre mucho poco otra otro vez días años llamo vivo creo sé
siento nací gustaría así hago va voy vale dos tres favor""",
        "French": """
dois bonne nuit bientôt demain coucher
le la les un une des du de et ou où mais que qui quoi dans en avec sans pour par sur sous comme
très plus moins ne pas jamais rien je tu il elle on nous vous ils elles me te se lui leur mon ma
mes ton ta tes son sa ses notre votre est suis es sont sommes êtes était être avoir ai as a avons
avez ont fait faire c'est j'ai j'habite qu'il d'un d'une n'est ce cet cette ces ça cela si quand
pourquoi comment aussi encore déjà toujours bien mal bonjour merci oui non au aux depuis hier
aujourd'hui demain tout tous peu trop beaucoup peux peut veux veut sais moi toi ici là y jour
ans appelle numéro voudrais""",
        "German": """
der die das den dem des ein eine einen einem einer und oder aber weil dass in im an am auf aus
bei mit nach seit von vom zu zum zur für ohne um über unter wie so sehr mehr nicht kein keine
keinen nie nichts ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch sich mein meine
meinen meinem meiner dein deine sein seine unser ist bin bist sind seid war waren sein habe hast
hat haben kann kannst will möchte muss soll wird werden wurde ja nein auch noch schon immer hier
da dort wenn als was wer wo warum wann heute gestern morgen bitte danke hallo gut doch nur mal
heiße wohne weiß geht gibt viel alles etwas jemand meinte""",
        "Portuguese": """
o a os as um uma uns umas e ou mas porque que quê de do da dos das em no na nos nas com sem por
para pelo pela como muito mais menos não sim se me te lhe eu tu você ele ela nós eles meu minha
meus minhas teu tua seu sua é são sou és está estou estás estão estava era foi ser há tenho tem
tens posso pode quero quer faz fazer hoje ontem amanhã quando onde quem quanto este esta isto
esse essa isso aqui ali já também tudo todos nada alguém sempre nunca bem mal olá oi obrigado
obrigada nem ao à até desde entre sobre pouco outra outro vez dias anos chamo moro acho sei
sinto queria gostaria vou vai tá né pra dois três favor""",
        "Italian": """
il lo la i gli le un uno una e o ma perché che chi di del dello della dei degli delle a al alla
ai in nel nella con senza per da dal dalla su sul sulla come molto più meno non sì mi ti si ci vi
lo ne io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua è sono sei siamo era stato
essere ho hai ha abbiamo hanno posso può puoi voglio vuole fa fare oggi ieri domani quando dove
quanto questo questa quello quella qui lì già anche tutto tutti niente qualcosa nessuno sempre
mai bene male ciao grazie né se ancora fino tra poco altro altra volta giorni anni chiamo abito
credo so sento vorrei va bene due tre dopo cosa così però""",
        "Dutch": """
de het een en of maar omdat dat die wat wie in op aan met zonder voor van naar uit bij om over
onder als zo heel meer minder niet geen nooit niets ik je jij u hij zij ze wij we jullie me mij
jou hem haar ons hen zich mijn jouw zijn hun onze is ben bent was waren heb hebt heeft hebben had
kan kun wil moet mag zal wordt worden ja nee ook nog al altijd hier daar er wanneer waar waarom
hoe vandaag gisteren morgen alsjeblieft dank dankjewel hallo hoi goed toch maar eens heet woon
weet gaat veel alles iets iemand niemand sinds te dit deze dan nu weer zou graag denk voel""",
    }
)
"""Language that detectors know → its words."""

OTHER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Afrikaans": """
die 'n en of maar omdat dat wat wie in op aan met sonder vir van na uit by om oor onder as so
baie meer nie geen nooit niks ek jy hy sy ons julle hulle my jou haar hom is was het kan wil moet
mag sal word ja nee ook nog altyd hier daar wanneer waar waarom hoe vandag gister môre asseblief
dankie goed ek's weet gaan alles iets iemand niemand sedert te hierdie dan nou weer""",
        "Albanian": """
dhe ose por sepse që në me pa për nga si shumë më jo nuk kurrë asgjë unë ti ai ajo ne ju ata një
është jam je janë kam ka kemi mund dua duhet sot dje nesër kur ku kush pse këtu atje edhe të mirë
faleminderit përshëndetje mos se kjo ky im ime""",
        "Basque": """
eta edo baina da naiz zara dira dut du dute ez bai oso nire zure bere hau hori hura zer nor non
noiz nola gaur atzo bihar kaixo eskerrik asko mesedez ni zu gu bat ere baino dago nago egin
behar""",
        "Catalan": """
el la els les un una i o però perquè que què de del amb sense per com molt més menys no sí em et
es jo tu ell ella nosaltres vosaltres meu meva teu teva seu seva és són soc sóc ets està estic
tinc té puc pot vull vol fa avui ahir demà quan on qui això aquest aquesta aquí també tot res
algú sempre mai bé hola gràcies si us plau al amb des fins dos tres""",
        "Croatian, Bosnian or Serbian": """
i ili ali jer da u na s sa bez za od do po kao vrlo jako više manje ne nije nikad ništa ja ti on
ona mi vi oni moj moja tvoj je sam si su smo ste bio bila imam ima mogu može hoću treba što šta
tko ko gdje gde kada zašto kako danas jučer juče sutra ovdje ovde tamo također hvala molim bok
zdravo dobro nešto netko uvijek uvek se me mi te kod samo već još ovo taj""",
        "Czech": """
a nebo ale protože že v na s bez pro od do po jako velmi moc více ne není nikdy nic já ty on ona
my vy oni můj moje tvůj je jsem jsi jsou jsme mám má můžu může chci musím co kdo kde kdy proč jak
dnes včera zítra tady tam také děkuji prosím ahoj dobře něco někdo vždy se si mi mě to ten když
už ještě jen bylo byl byla""",
        "Danish": """
og eller men fordi at i på med uden for af til fra om som meget mere mindre ikke ingen aldrig
intet jeg du han hun vi de mig dig ham hende os min mit mine din dit er var være har havde kan vil
skal må blev bliver hvad hvem hvor hvornår hvorfor hvordan i dag går her der også altid ja nej tak
hej godt noget nogen nu så når hvis det den et en jeg'er siden efter kun""",
        "Estonian": """
ja või aga sest et on ei ole mitte mina ma sina sa tema ta meie me teie te nemad minu sinu oma
olen oled oli kui kes mis kus millal miks kuidas täna eile homme siin seal ka väga palju aitäh
palun tere hästi midagi keegi alati see need ning juba veel kõik""",
        "Filipino": """
ang ng sa na at o pero dahil kung ay mga si ni ako ikaw siya kami tayo sila ko mo niya namin natin
nila akin iyo ito iyan iyon dito diyan doon hindi wala walang may mayroon ano sino saan kailan
bakit paano ngayon kahapon bukas salamat po opo kasi lang din rin naman talaga gusto pangalan
kay para po ka""",
        "Finnish": """
ja tai mutta koska että on ei ole en et minä sinä hän me te he minun sinun hänen olen olet oli
ovat kun jos mitä mikä kuka missä milloin miksi miten tänään eilen huomenna täällä siellä myös
hyvin paljon kiitos moi hei hyvää jotain joku aina se tämä nyt vielä vain niin kuin sitten mutta
mulla mun sun oon""",
        "Haitian Creole": """
mwen ou li nou yo se nan ak pou pa gen te ki sa kote kijan poukisa jodi yè demen anpil tou tout
yon la a men paske lè mèsi bonjou non wi kapab vle bezwen fè ale rele""",
        "Hausa": """
da na ta ya ba ne ce ni kai ke shi ita mu ku su ina kana yana tana muna wannan wancan amma saboda
idan mene wane yaya yau jiya gobe nan can sosai nagode sannu suna sunana a cikin zuwa daga don""",
        "Hungarian": """
a az és vagy de mert hogy nem nincs van vagyok vagy ő mi ti ők én te engem nekem neked volt lesz
kell lehet mit mi ki hol mikor miért hogyan ma tegnap holnap itt ott is nagyon több köszönöm
kérem szia jól valami valaki mindig soha semmi ez ezt egy már még csak ha meg el az a azt nevem""",
        "Icelandic": """
og eða en því að í á með án fyrir af til frá um sem mjög meira ekki aldrei ekkert ég þú hann hún
við þið þeir mig mér þig þér minn mín þinn er var vera hef hefur get vil skal hvað hver hvar
hvenær hvers vegna hvernig dag gær hér þar líka alltaf já nei takk halló gott eitthvað það""",
        "Igbo": """
na m nke bụ ọ ha anyị unu gị ya ka ma n'ihi ihe onye ebe mgbe kedu taa echi ebe a nnọọ daalụ aha
nọ di si ga abụghị enweghị mụ""",
        "Indonesian or Malay": """
dan atau tetapi tapi karena kerana yang di ke dari dengan tanpa untuk pada seperti sangat lebih
kurang tidak tak bukan belum saya aku kamu anda dia kami kita mereka ini itu ada adalah akan sudah
telah bisa boleh mau harus apa siapa mana kapan bila kenapa mengapa bagaimana hari kemarin besok
sini sana juga selalu tidak terima kasih tolong halo baik sesuatu seseorang sekarang masih hanya
saja sekali nama lagi banget gak nggak udah aja punya jadi kalau""",
        "Latvian": """
un vai bet jo ka ir nav es tu viņš viņa mēs jūs viņi mans mana tavs esmu esi bija kas kur kad
kāpēc kā šodien vakar rīt šeit tur arī ļoti vairāk paldies lūdzu sveiki labi kaut vienmēr nekad
nekas ar bez no uz par pie man tev ko jau vēl tikai""",
        "Lithuanian": """
ir ar arba bet nes kad yra nėra aš tu jis ji mes jūs jie mano tavo esu esi buvo kas kur kada
kodėl kaip šiandien vakar rytoj čia ten taip pat labai daugiau ačiū prašau labas gerai kažkas
visada niekada nieko su be iš į apie prie man tau tai jau dar tik ne""",
        "Norwegian": """
og eller men fordi at i på med uten for av til fra om som veldig mer mindre ikke ingen aldri
ingenting jeg du han hun vi de dere meg deg ham henne oss min mitt mine din ditt er var være har
hadde kan vil skal må ble blir hva hvem hvor når hvorfor hvordan dag går her der også alltid ja
nei takk hei godt noe noen nå så hvis det den et en bare siden etter""",
        "Polish": """
i lub albo ale bo że w na z ze bez dla od do po jak bardzo więcej mniej nie nigdy nic ja ty on
ona my wy oni mój moja moje twój jest jestem jesteś są jesteśmy był była było mam ma masz mogę
może chcę muszę co kto gdzie kiedy dlaczego dziś dzisiaj wczoraj jutro tutaj tu tam też także
dziękuję proszę cześć dobrze coś ktoś zawsze się mi mnie to ten ta już jeszcze tylko czy przez
mieszkam nazywam mną sobie tego tak""",
        "Romanian": """
și sau dar pentru că în la cu fără de din pe ca foarte mai puțin nu niciodată nimic eu tu el ea
noi voi ei meu mea tău sunt ești este e suntem am ai are avem pot poate vreau trebuie ce cine
unde când cum azi ieri mâine aici acolo și mulțumesc rog salut bine ceva cineva mereu mă te se
îmi îți al a un o nu-mi doar deja încă asta acum fost numesc""",
        "Slovak": """
a alebo ale pretože že v na s bez pre od do po ako veľmi viac nie nikdy nič ja ty on ona my vy
oni môj moja tvoj je som si sú sme mám má môžem môže chcem musím čo kto kde kedy prečo dnes včera
zajtra tu tam tiež ďakujem prosím ahoj dobre niečo niekto vždy sa mi ma to ten keď už ešte len
bolo bol bola""",
        "Slovenian": """
in ali ampak ker da v na s z brez za od do po kot zelo več ne ni nikoli nič jaz ti on ona mi vi
oni moj moja tvoj je sem si so smo imam ima lahko hočem moram kaj kdo kje kdaj zakaj kako danes
včeraj jutri tukaj tam tudi hvala prosim živjo dobro nekaj nekdo vedno se me mi to ta ko že še
samo bil bila pri""",
        "Somali": """
waa iyo ama laakiin sababtoo ah in ku ka u la iska aan aad uu ay aannu waxaan waxaad waxay ma maya
haa maxay yaa xaggee goorma sidee maanta shalay berri halkan halkaas sidoo kale aad mahadsanid
magacaygu magac waxa oo si""",
        "Swahili": """
na au lakini kwa sababu kwamba ni si ya wa la za cha vya katika kama sana zaidi hapana ndiyo mimi
wewe yeye sisi ninyi wao wangu yangu langu yako wako yake nina una ana tuna hii hiyo huyo yule
nini nani wapi lini kwanini vipi leo jana kesho hapa huko pia asante tafadhali habari jambo jina
kitu mtu siku kila bado tu sijui nataka naweza ninaishi sina hakuna kuwa""",
        "Swedish": """
och eller men för att i på med utan av till från om som mycket mer mindre inte ingen aldrig
inget jag du han hon vi ni de mig dig honom henne oss min mitt mina din ditt är var vara har hade
kan vill ska måste blev blir vad vem var när varför hur idag igår imorgon här där också alltid ja
nej tack hej bra något någon nu så det den ett en bara sedan efter eftersom heter bor känner mår""",
        "Turkish": """
ve veya ama fakat çünkü ki bir bu şu o ben sen biz siz onlar benim senin onun bizim bana sana ona
beni seni değil yok var mı mi mu çok daha az en hiç her şey kimse ne kim nerede zaman neden niçin
nasıl bugün dün yarın burada orada da de için ile gibi kadar evet hayır teşekkürler lütfen merhaba
iyi bir şey sonra şimdi artık sadece istiyorum ediyorum oldu olan adım ya""",
        "Uzbek or Azerbaijani": """
va yoki lekin chunki men sen biz siz ular mening sening bu shu emas yo'q bor juda nima kim qayerda
qachon nega qanday bugun kecha ertaga uchun bilan ham rahmat iltimos salom yaxshi hamma hech və
amma çünki mən sən bizim deyil yox çox nə harada niyə necə bu gün dünən sabah üçün ilə təşəkkür
salam yaxşı heç adım ismim""",
        "Vietnamese": """
và hoặc nhưng vì là của có không được trong với cho từ đến như rất hơn tôi bạn anh chị em nó
chúng ta họ mình này kia đó đây gì ai đâu khi nào sao thế hôm nay qua mai cũng luôn cảm ơn xin
chào tốt một các những đã đang sẽ phải muốn biết làm thì mà lại ở tên người con nhà""",
        "Welsh": """
a ac neu ond achos bod yn y yr ar gyda heb i o am fel iawn mwy dim byth fi ti fe hi ni chi nhw
fy dy ei mae ydw ydy oedd roedd wedi gallu eisiau beth pwy ble pryd pam sut heddiw ddoe yfory yma
yno hefyd diolch os gwelwch helo da rhywbeth rhywun dw i'n rwy'n dwi sydd""",
        "Yoruba": """
mo ni ti si àti tàbí ṣùgbọ́n nítorí pé ó wọn àwa ẹ ẹ̀yin mi rẹ wa náà kò kì í kí ta níbo ìgbà wo
báwo òní àná ọ̀la níbí pẹ̀lú gan púpọ̀ ẹ ṣé jọ̀wọ́ orúkọ fún láti nínú yìí yẹn""",
        "Zulu or Xhosa": """
ngi mina wena yena thina nina bona futhi kodwa ngoba ukuthi uma kanjani kuphi nini yini ubani
namhlanje izolo kusasa lapha lapho kakhulu cha yebo ngiyabonga sawubona igama lami wami yami ndi
kwaye okanye kuba igama enkosi molo mna namhla kakhulu ngiyakwazi angikwazi ngifuna akukho""",
    }
)
"""Language that no detector knows → its words."""
