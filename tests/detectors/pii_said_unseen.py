"""
Messages on support, travel, health, money, school and work, values in `[brackets]`.

Written before any rule was changed for them, in three rounds. Nobody's data: names are made up,
numbers have no owner or are those that their registries keep for examples.
"""

from __future__ import annotations

from typing import Final

HOLDS: Final = r"""
hi its [ngozi eze] again, still no word about the boiler
can you move my appt? [tomasz kowalczyk], born [3 feb 1979]
[Aylin Demir] 's mum here, she wont be in school today, fever
my landlord [gianluca ferri] says i owe 2 months
Booking under [O'Rourke], two adults, arriving Friday
pls ring [07700 900 118] after six, ask for [bronwen]
email me: [hana.sato at mailbox dot example]
write to [j_petrov84 (at) post (dot) example] not the old one
its [mwangi k at fastpost dot example]
my addy is [r.okello(at)mail.example]
send the form to [lena punkt vogel at post punkt example]
you can find me on insta as [its.zainab_k]
my steam is [frostbyte_ivo] add me
my therapist [siobhan kearney] moved practice and i dont know where
group was ok, only [Hyun-woo] talked the whole time
[Rasheeda] and i broke up on sunday and i cant stop crying
my ex [dmitro] keeps texting from [+380 44 555 0199]
[anjali deshmukh] is off sick till monday, please tell payroll
new starter: [Kwabena Mensah-Bonsu], start date 4 Jan, desk 12
grievance against Mr [Halloran] in warehouse 3
student [Beatriz Salgado Pinto], year 9, needs a scribe in exams
ms [Achterberg] gave me detention for nothing
patient is [Olufemi Adebayo], NHS number [943 476 5919]
MRN [00482913] please send the blood results
my medicare no is [2123 45670 1]
ive got a lump, gp is dr [venkataraghavan] at the elm surgery
name [yevgenia] dob [12.11.68] allergic to penicillin
card ending [4417] was charged twice
sort code [20-00-00] acc [55779911]
transfer it to [DE89 3704 0044 0532 0130 00] please
my customer number is [KD-448291] and nobody answers
order [114-7782193-2250613] never arrived, deliver to [Flat 3, 27 Harcourt Terrace, Dublin 2]
i live at [kralja petra 14, novi sad]
ship to [Plot 12, Kisementi Road, Kampala]
my address: [No. 8 Jalan Bukit Raja, 50460 Kuala Lumpur]
we moved to [1-4-12 Minami Aoyama, Minato-ku, Tokyo 107-0062]
deliver to [B-204, Shanti Apartments, MG Road, Pune 411001]
pick up from [221b lower baker st] at nine
meine adresse ist [Lindenweg 4a, 79098 Freiburg]
ich heiße [jürgen brandstätter] und hab mein passwort vergessen
me llamo [itziar goikoetxea] y mi pedido no llega
mi número es [612 34 56 78], soy [Nuria]
je m'appelle [maëlys kervella], j'ai perdu ma carte
mon mari [Thibault] est hospitalisé depuis hier
chamo-me [joão figueira] e o meu nif é [123456789]
mi chiamo [ludovica bianchetti], abito in [via dei Serpenti 12, Roma]
ik ben [sjoerd hoekstra] en mijn nummer is [06 12345678]
mijn dochter [Fenna] wordt gepest op school
passport [K9182736] expires in may, can i still fly
passenger names: [Chukwuemeka Obi], [Li Xiaoyan] and [Fatma Yılmaz]
frequent flyer [SK 8812 0093 4]
my licence plate is [KL 07 CD 4432]
call [zero seven seven double zero nine hundred one two three]
my ssn ends [6789] i think and the name is [darnell whitlock]
git commit keeps saying author [Ibrahim Sissoko] <[isissoko@dev.example]>, how do i change it
the api key is [sk-test-9f8a7b6c5d4e3f2a1b0c] did i leak it?
server logs show user=[mtanaka] ip=[203.0.113.77] failing login
[Will Hargreaves] said he will call you in may
hope this finds you well, regards [Grace Mwangi]
morning, [oluwadamilare] speaking, my parcel says delivered but its not here
It's for my mother [Concepción Aguirre], she turns 80 in June
the nurse [Thandeka] was lovely, please pass that on
pls change the surname on my account to [szymańska]
can [mehmet] from your team call me
[Xu Ruolan] and [Somchai Rattanakorn] need visitor badges tomorrow
my son [Caoimhín] forgot his inhaler
hello this is Mrs. [Papadopoulou], room for two nights please
my cousin [tevita] drove us to the airport
[jamal]'s teacher rang about the fight
[Nguyễn Thị Mai] signed for the package
i hate [brandon] so much right now
told [shreya] i would be late and she lost it
dinner w/ [Ingeborg] + [Aksel] on sat
the report was written by Dr [Nkechi Obiora] not me
whats the status of [Lakshmi Narayanan]s visa
im seeing a new guy [teodor], we met on hinge
dear Mr [Takahashi], please find attached
signed [K. Lindqvist]
cc [amara.nwosu@clinic.example] on that
my mail: [yusuf underscore k at inbox dot example]
it's [renske at kantoor punt example] now
[b o r i s 7 7 at mail dot com]
e-mail [sofia.lindholm＠post.example]
whatsapp [+55 11 95555-0123] is best
ring my work: [0161 496 0345] ext [22]
my nr [0176 555 01 234] only after 17h
[(02) 5550 1234] is the landline
[nine one seven, five five five, oh one nine nine]
call the ward on [01632-960-112]
telegram [@vesna_m91]
my snap is [kiki.blooms22]
psn id [xX_ozan_Xx]
deliver to [Rua das Flores 112, 2º Esq, 4050-265 Porto]
send it to [15 rue de la Paix, 75002 Paris]
we live in [unit 9, 44 Wattle Street, Ultimo NSW 2007]
my new place: [Kauppakatu 18 B 7, 40100 Jyväskylä]
office is [Al Wasl Road 88, Villa 14, Dubai]
collect from [House 23, Road 7, Dhanmondi, Dhaka 1205]
invoice address [ul. Długa 44/50, 00-241 Warszawa]
my nan lives at [the old forge, mill lane]
postcode is [EH8 9YL]
dob [1990-07-14] and i take metformin
born [14th of july nineteen ninety]
my birthday's [7/14/90]
iban [NL91ABNA0417164300] for the refund
card [4242 4242 4242 4242] exp [04/29] cvc [318]
account [8847 2210 93] with you since 2019
employee no [E-20417], my leave balance is wrong
order number [#A93-11827] is missing a lamp
case ref [HX/2291/26] any update
booking code [QZT7RM] for two
nhs no [401 023 2137]
my insurance id is [ZG 1188 4420]
policy nr [77-3391-KL] expired
vin [WVWZZZ1JZXW000010]
reg is [AB12 CDE]
steuer-id [86 095 742 719]
mein Sohn [Emre] hat heute Fieber
soy [maría del mar ocaña], mi dni es [12345678Z]
ma fille [Inès] ne veut plus aller à l'école
mia sorella [Ginevra] si sposa a maggio
mijn buurman [joost] maakt elke nacht lawaai
o meu filho [Tomé] tem febre
password is [Tr0ub4dor&3] and it still says wrong
the wifi key is [h7Kq-29vP-xx3L]
ssh [deploy@198.51.100.23] times out
ssn [123-45-6789] for the w2
Gate agent rebooked me, name on ticket is [ABIODUN/KEHINDE MR]
can u tell [Soo-jin] n [dae-hyun] im running late
the adjuster, [Renaldo Quist], hung up on me
[sanne] wont answer my texts anymore
sos [kwame] passed out on the sofa
spoke w [Marisela] at the front desk, she promised a refund
"[Tunde Bakare]" is how it should be spelled
My supervisor [Fionnuala Ní Dhomhnaill] approved it
[DE SOUZA, Paulo] - bed 12, discharged
hubby [Vikram] is deployed till march
My name: [Zhanna]. Surname: [Abdrakhmanova].
Witness: [Tariq Al-Mansouri], 34, cab driver
our midwife is called [Oonagh] and shes brilliant
[leilani kealoha] needs the gluten free meal on the flight
it was [henrik] who broke it not me
roommates are [Yuki], [Farid] and [Camille]
why does [ayodele] always get the good shifts
thx, [Wojtek]
i'm [7amza] btw
x from [josé luis]
his name was [Blessing], weird for a guy
[hello@anouk-ceramics.example] bounced
[lulu dot m at g mail dot com]
contact: [a_sharma99(AT)webmail(DOT)example]
mail [kofi.b @ office . example] works too
tel. [030 / 555 0 199] ab 9 uhr
[+1 (646) 555-0178] or [646.555.0179]
text me [oh seven nine double one, one two three, four five six]
[81-3-5555-0123] tokyo office
[+971 50 555 0133] whatsapp only
mob [98765 43210]
[021 555 0146] cape town line
ig: [noor.paints]
mastodon [@tove@social.example]
my gamertag is [SilentMoth77]
see [linkedin.com/in/halima-yusuf-9b2]
parcel to [Hauptstr. 7, 8001 Zürich] bitte
[33 Nguyễn Huệ, Quận 1, TP.HCM] is the address
[Apt 5C, 310 W 106th St, New York, NY 10025]
flat above the bakery, [12 Corn Exchange Row, Hexham NE46 1AB]
[Calle 85 #12-34, Bogotá]
i stay at [42 bree st] in cape town
[Via Garibaldi 3, 10122 Torino (TO)]
home: [Kifisias 120, Athens 115 26]
our farm is [RR 2 Box 118, Elkton SD 57026]
[Storgata 15B, 0155 Oslo]
DOB [23.09.55], diabetic
she was born [May 5th 2011]
member id [W2047 88123]
claim [CLM-2026-004417] denied again
tracking [1Z999AA10123456784]
locker pin [4821] doesnt open
my otp is [559201]
student number [s1938442]
payroll id [00731]
loyalty card [6330 1188 2204 9917]
aadhaar [2345 6789 0124]
sin [046 454 286] canada
cpf [529.982.247-25] e rg [12.345.678-9]
codice fiscale [RSSMRA85T10A562S]
numéro de sécu [2 85 05 78 006 084 36]
bsn [111222333]
btc addr [1BoatSLRHtKNngkdXEeobR76b53LETtpyT]
wifi pw: [sunny-Otter-41]
token [ghp_16C7e42F292c6912E7710c838347Ae178B4a]
mac [00:1A:2B:3C:4D:5E] not registered
meine Tochter heißt [Mathilda], sie ist 6
hola soy [Xochitl], me dejó mi novio [Brayan]
bonjour, ici Mme [Kouassi], rdv mardi
sono [Ginevra Lo Cascio], ordine [IT-88213]
aqui é a [Thainá], meu pedido é [BR-33019]
ik heet [Femke] en woon op [Prinsengracht 263, Amsterdam]
""".strip().splitlines()
"""Of many origins, in any casing, spelt out, and in six languages."""

HOLDS_NOTHING: Final = r"""
Golf 8 or Focus 2021, which holds value better?
My Dell XPS 13 9310 gets hot on my lap
flight KL1023 got moved to gate D59
Nairobi is warmer than I thought it would be
my dog is lucky he has such a big garden
the client called urgently and wanted a discount
Windows Update 10.10.2005 broke the printer back then
Employee handbook section 4.2 says 25 days
Room 12b is booked until 3
i need order by friday or its useless
will you mark my essay or should i wait until may
the rose garden in spring gives me hope
she said grace before dinner which was new for us
Jack of all trades, master of none, that's me
the judge dismissed it under section 8(2) of the Act
Article 17 GDPR gives me the right to erasure, no?
Beat them 21-19, 18-21, 21-15 at badminton
Chapter 3, exercise 14, the one with the two trains
I paid 1.249,00 for the laptop and 89,90 for the bag
Version 3.4.1-rc2 fixes the login bug
iOS 17.5.1 drained my battery overnight
Does Node 20.11 work with npm 10?
git rebase -i HEAD~3 lost my commit
error TS2345 on line 118 of utils.ts
my router is 192.168.0.1 and the printer 192.168.0.44
ping 8.8.8.8 works but dns does not
postgres listens on 5432 and redis on 6379
1 cup rice, 2 cups water, 18 minutes, done
took 50mg sertraline at 8 and 10 mg again by mistake
PHQ-9 was 17 and GAD-7 was 12 when i started
my a1c went from 7.9 to 6.4 since january
bp 142/91 this morning, is that bad
the train at 17:42 from platform 4 was cancelled
I ran 21.1 km in 1:58:07
We meet Tuesday 14 March at 10:30 in the library
holiday from 12/08/2026 to 26/08/2026 approved?
invoice due 30/06/2026, can we split it in 3?
salary is 42,500 before tax and 31,900 after
the mortgage went from 1.9 to 5.3 percent
APR 24.9 on the card, seems a lot
My Kindle says 64% and 4 hours left
Samsung QE55Q60C or LG OLED55C3, for a dark room?
the bosch smv4hvx38g dishwasher beeps three times
I'm so lost without you guys, honestly
im happy today and that is rare
my cat is fat and the vet says diet food
my mum is always right, annoying
my boss is never around when things break
our teacher was late again
hey siri set a timer
Monday was awful, Tuesday better, Wednesday not so much
i think therefore i am, said some philosopher
Is Harry Potter ok for a nine year old?
the Spanish inquisition sketch, i cried laughing
do you know when Ramadan starts in 2027?
Mercury is in retrograde again apparently
kann ich meinen Termin auf Donnerstag verschieben
ich habe Angst vor der Prüfung morgen
mi gato no come desde ayer, qué hago
le train de 8h12 est encore en retard
o meu chefe não gosta de mim e não sei porquê
ThinkPad T14 Gen 3 or MacBook Air M2 for school?
my Fiat Panda 1.2 from 2011 failed its MOT
the Kärcher K5 leaks where the hose goes in
EasyJet EZY8123 is late again
seat 14C or 14D, which has more room
Gate B7 closes at 14:20
table 9 wants the bill
room 4.17 has no projector
we won 3:1 and then lost 0:2
he ran the marathon in 3:41:55
my squat is 3x5 at 82.5 kg
section 21 notice was served in March
under s.47 of the Children Act 1989
clause 8.4(b) says 30 days notice
GDPR art. 6(1)(f) or 9(2)?
Version 12.4 of the app crashes on Android 14
npm ERR! code ERESOLVE on react 18.2.0
segfault at 0x7ffde3a0 in libc
the container exits with code 137
curl localhost:8080 gives 502
set max_connections to 200 and work_mem to 64MB
IPv4 10.0.0.12/24 gateway 10.0.0.1
chmod 644 or 755 for the folder?
the 2019 budget was 48,200 and we spent 51,975
price went from 19.99 to 24.99 overnight
order before 6 pm for next day
do you ship to Norway or only to Sweden
will mark ever be given for effort
may i have the rose one instead
grace period ends in june
hope is a dangerous thing
i had faith in him once
my joy is gone
the penny dropped eventually
jasmine rice or basmati
sage, basil and rosemary from the market
olive oil and a little ginger
art class was moved to april
my mate is moving to Berlin in autumn
Tokyo was expensive but Kyoto was worth it
Is Lisbon nice in November?
the Nile is longer than the Rhine
Shakespeare or Tolstoy for the book club
Taylor Swift tickets sold out in minutes
Harry Styles was on the radio
our landlord keeps ignoring us
the physio recommended stretching daily
my therapist suggested journaling
the plumber came and left immediately
my grandma always baked bread
dad yelled, mum sobbed, i hid
my hamster is tiny and grumpy
our puppy chewed everything
my psychiatrist upped the lamotrigine to 100
ibuprofen 400 three times a day
hba1c 48 mmol/mol, gp wants a retest
tsh 4.8, ft4 13.2 what does that mean
GCSE maths grade 5 and english 6
year 10 mocks start on the 9th
chapter 7 of the Great Gatsby
ich habe gestern schlecht geschlafen
wann beginnt die Prüfung am Montag?
no puedo dormir desde hace semanas
où est mon colis s'il vous plaît
il treno delle 7:40 è in ritardo
ik kan niet inloggen op de app
preciso cancelar a minha assinatura
Xmas was lonely, Easter worse
the Beatles or the Stones
Is the Renault Zoe R110 better than the Leaf?
Pixel 8a vs Galaxy A55, budget 450
the K-drama is called Crash Landing, episode 12
Does the Roomba j7 avoid cables
my Garmin Fenix 7 says VO2 max 48
flight LX 1842 boarding 06:15 gate A72
row 23 seats D E F
Hall 4, booth 118 at the fair
ticket zone 2-4 costs 7.20
my bus is the 42 from stop C
quiz: 17/20, resit in May
lost 6-3 6-7 6-4
elo 1532 after 40 games
split 4x50 in 1:44.2
BMI 27.3, waist 94
ferritin 11, b12 210, vit d 34
50 mg in the morning, 25 at night
week 14, scan on Thursday
Mirena or Nexplanon for heavy periods
ICD code F41.1, what is it
DSM-5 criteria for PTSD
Section 504 plan or IEP for my kid
Rule 34 of the tribunal procedure
Title IX, who do I report to
the Equality Act 2010, schedule 9
HTTP/2 or gRPC for this
pod restarted 14 times, OOMKilled
Python 3.11.9 vs 3.12.3 for torch 2.3
port 22 closed, 2222 open
CVE-2024-3094 affects xz 5.6.0
UUID v4 or v7 for keys
SELECT * FROM users WHERE id = 42
deploy on 2026-11-30 at 02:00 UTC
budget Q3 1.2m, Q4 980k
rate 3.75 % until 2031
minimum payment 35 of 1,280
EUR 2.499 incl. 19 % VAT
2 for 1 on lattes till 4pm
will mercy be shown, may i hope
the drew barrymore show is on
summer was hot, autumn wet
christian values are taught there
my faith helps me, grace too
a ray of sun and a pat on the head
frank and earnest advice please
bob the boat across the pond
mark the page with a pen
rob a bank in the game, get stars
he likes to sue people
carol singing on sunday
art and drama are my options
jack up the car, then check the tyre
the vet said neuter him soon
my ex moved abroad, good riddance
grandad snores, nana knits
hubby forgot our anniversary lol
my sponsor listens, never judges
our cat hides whenever visitors arrive
feeling numb, exhausted, hollow
yelled, slammed doors, apologised
gutted, honestly gutted
Zadar or Split in September?
Is Kigali safe at night
Cusco altitude sickness tips
Bali or Lombok for surfing
the Danube cycle path
Ottolenghi recipes are long
Van Gogh or Monet print for the hall
Mozart helps me sleep
Was Cleopatra Greek?
Sherlock or Poirot tonight
Frodo lives, meme or motto
Elsa costume size 5
morgen habe ich Prüfung in Chemie
der Drucker zeigt Fehler 5B00
mi perra no quiere comer
me siento sola desde la mudanza
je dors mal depuis deux semaines
la machine à laver fait un bruit bizarre
mijn fiets is gestolen gisteren
la lavatrice perde acqua
a minha internet caiu de novo
""".strip().splitlines()
"""But for places, which are told and seldom hidden: products, laws, words that are names."""

TOUCHED: Final = r"""
o meu chefe não gosta de mim e não sei porquê
jasmine rice or basmati
frank and earnest advice please
grandad snores, nana knits
Elsa costume size 5
""".strip().splitlines()
"""Of those, what is hidden in vain."""
