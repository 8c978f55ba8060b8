"""
Everyday messages with numbers and capitals, and values in new and untidy formats in `[brackets]`.

Written before any rule was changed for them. Nobody's data: names are made up, numbers have no
owner or are those that their registries keep for examples.
"""

from __future__ import annotations

from typing import Final

HOLDS_NOTHING: Final = r"""
Vitamin D3 1000 IU and B12 500 mcg every morning
my elo went from 1180 to 1310 in 3 weeks
We lost 3-2 on penalties after being 2-0 up at half time.
She won the first set 6-4 and then dropped the next two 3-6, 5-7.
Set 6-4, 7-6, what a match that was!
Final score was 112-108 in double overtime
the Under 14s drew 1-1 and the Under 16s won 4-0
Ran my 10k in 52:37, about 5:16 per km
Our relay did 4x100 in 48.92, new club record
Darts last night: I hit a 140, then a 180, then bust
Bowled 186 in the second game, 142 in the first
Your appointment is in Room 214, second floor
We're boarding at Gate C17, then it's a bus to Stand 512
Is the meeting in Room 3.104 or 3.140 today?
Park in Zone 4, Level 2, Bay 118
Platform 9 has changed to Platform 12, hurry
I'm in seat 23A, you're in 23B, she got stuck in 31F
Row 12 Seat 44 in the upper tier, not great
Coach D seat 61 facing backwards again
My old Golf 7 has 120000 km on it, still running fine
Honda Civic 2.0 with 84,500 miles and a new clutch
odometer says 213455, last service at 198000
Swapped the 12V battery, 60Ah, 540A, took ten minutes
flight AB1234 is delayed by two hours
We fly out on LH 2036 and come back on LH2039
BA 0117 lands at 11:55, so I'd be through by 12:40
take the U6 then change to the S41, get off three stops later
Bus 148 doesn't stop here on Sundays, take the 36 instead
ICE 571 is cancelled, next one is ICE 573 at 16:05
I bought the Galaxy S24 Ultra with 512GB
My ThinkPad X1 Carbon Gen 9 overheats when I play Doom
the WH-1000XM5 are so much better than the XM3
Does the Canon EOS R6 take LP-E6NH batteries?
Printer is an HP LaserJet M110we and it never works
IKEA Kallax 4x4, 147x147 cm, won't fit the alcove
Lego set 10294 has 9090 pieces, I am not joking
Use 250g flour, 125 ml milk, 2 eggs and bake at 180C for 35 min
Mix 1/2 cup sugar with 3/4 cup butter, add 1 tsp Vanilla
Brine: 1 litre water, 35 g salt, 2 Bay Leaves, 10 peppercorns
Sourdough at 78% hydration, 500 g Bread Flour, 10 g salt
Dilute 1:50, leave for 15 min, rinse twice
I got a 9 in Maths, 8 in Physics and 6 in French
GMAT 680, GPA 3.71, is that enough?
My PHQ-9 was 14 last month and it's 9 now
BP 128/82, pulse 64, temp 36.8
Weight 74.2 kg, down from 81.5 in January
A1C came back at 6.1, LDL 142, HDL 51
Upgraded to Python 3.12.1 and numpy 2.1.0 broke everything
Works in Firefox 133.0.3, not in Chrome 131.0.6778.86
Windows 11 23H2 build 22631.4460 keeps freezing
Error 0x80070057 when I try to update
HTTP 429 again, then 503, then it times out after 30s
git bisect says commit a3f9c21 broke it
The regex \d{3}-\d{2}-\d{4} matches the wrong thing
ISBN 978-0-14-143951-8 is the paperback
The book is ISBN-10 0-306-40615-2, out of print I think
See page 142, footnote 17, and Table 3.2
Chapter 11, verses 4-9, if I remember right
DOI 10.1000/182 goes to the handbook
ISO 9001:2015 and ISO 27001:2022 audits both in March
It says Section 12(3)(b) of the 1998 Act, whatever that means
Form 1040 and Schedule C, I hate April
It was £1,299.00, now £949, or 24 x £39.54
Rent went from 1.150 to 1.320 euros, plus 240 for heating
Got it for $17.99 plus 8.25% tax, so $19.47
Interest is 4.85% on 215,000 over 25 years
0% on balance transfers until 03/2026, then 24.9 APR
Bitcoin hit 98,000 then fell to 91,450 overnight
S&P down 1.3%, Nasdaq 19,003, gold at 2,651
Alarm at 6:15, Train at 7:02, Standup at 9:30
Doors 19:00, support 20:15, headliner 21:30
See you Tues 14th, half past 4, usual table
I've been awake since 03:47 and I'm on my third Coffee
The Q3 numbers are due by EOD Friday, 17:00 sharp
From 2019 to 2022 I worked nights, 4 on 4 off
Season 3 Episode 14 made me cry
Track 7 on Side B is my favourite
Level 42 boss took me 31 tries
Rolled a Nat 20 and then a 1, typical
Windows in the 1930s house are 1180 x 1050 mm
Need 14 m of 2.5 mm cable, 6 sockets and a 32A breaker
Paint is RAL 7016, matt, 2.5 litres
Size 42 in Adidas but 43 in New Balance
Waist 32 Leg 34, M or L on top
Ordered a No. 27 with extra Chilli and a 14 without
Table 9 wants 2 Flat Whites and a Chai
Vote was 52 to 48, turnout 67.3 percent
Population went from 8,412 to 7,986 in ten years
It's 4 degrees, feels like minus 2, wind 38 km/h
Hike is 18.4 km with 1,120 m of climb, grade T3
Bench 80 for 5, Squat 100 for 3, Deadlift 130 for 1
Did 3 sets of 12, then 2 of 8, 90s rest
Sertraline 50 mg for 6 weeks, then 100
Day 43 sober, 7 more and I get my Chip
Step 4 was hard, Step 5 even harder
Apollo 11, 12 and 14 landed, 13 did not
Boeing 737 MAX 8 or an A320neo, I never know
Studio Ghibli marathon: 5 films, 9h 40min
FIFA 24 career mode, bought a striker for 42M
Area 51 jokes aside, Building 7 is just storage
H7 bulbs, 55W, left side only
AA or AAA? The remote takes 2 x CR2032
Error E18 on the Bosch dishwasher, filter is clean
Lotto was 4 8 15 16 23 42 and I had three of them
Sudoku row: 5 3 . . 7 . . . . and then 6 . . 1 9 5
Chapter 4 was boring but Chapter 5 made up for it
My Fitbit says 14,302 steps and 96 active minutes
Python 3.11 vs 3.13, which one for a beginner?
The Mazda 3 failed its MOT at 97,000 miles
Won 21-19 in the third, lost 11-21 in the second
Lab 7 is in Block C, next to the Canteen
our Airbus A321 sat at Stand 24 for an hour
It costs 12.50 a head, 8 for kids, under 5s free
The iPad Air M2 with 256 GB or the Pro?
Half marathon in 1:52:08, new PB by 40 seconds
they sold 3400 tickets and 212 people came
The Peugeot 208 needs 4 tyres, 185/65 R15
Draw 4, Skip, Reverse, then I lost with 87 points
room temp 21, outside minus 3, humidity 48
a 7 letter word for joy, second letter L
Windows 10 ends in October, so 11 it is
Boil 300 g Pasta for 9 min, save 1 cup of water
Row 3 from the front, Seats 14 to 17
knit 2, purl 2, repeat for 24 rows, then cast off
Ep 12 drops at 21:00 GMT
The thesis has 214 pages, 63 figures and 4 appendices
the Nikon Z6 III or the Sony A7 IV?
You get 30 lives and then 2 more from the boss in World 8
18:05 to 19:40, then 20:15 the connection
""".strip().split("\n")
"""Messages in which nothing is found."""

TOUCHED: Final = r"""
Fixture moved to Sat 14:30, Pitch 3, changing room B
Meet me outside Lecture Theatre 2B at ten past nine
The lift is broken so take Stairwell 6 to Ward 7B
The Yaris needs 5W-30 oil and 195/65 R15 tyres
Switched from an RTX 3070 to an RX 7800 XT, 16GB VRAM
Roland FP-30X or Yamaha P-225 for a beginner?
Bake at Gas Mark 6, then turn down to 4 after 20 minutes
Scored 1720 on Lichess and 1540 over the board
IELTS 7.5 overall, 8.0 in Reading, 6.5 in Writing
Postgres 16 on port 5432, Redis on 6379, nothing fancy
Top 8 at the Regional, 5-2-1 record, mono Red
Dulux Timeless, 2 coats, 5 litres does 60 m2
UTC+1 in winter and UTC+2 in summer, so subtract 5
Grade 5 Piano, got 127 out of 150, Merit
We are 12 people, 3 Vegans, 1 Coeliac, budget 400
Heart Sutra 108 times, took about 2h15
I need 40 x 60 cm frames, 3 of them, in Oak
Sarah Connor is in Terminator 2, right?
We watched Blade Runner 2049 in Screen 6
Gate 22 closes in 15 minutes, run
R2-D2 and C-3PO are my favourites
""".strip().split("\n")
"""Those in which something is: a known false alarm."""

HOLDS: Final = r"""
yo its [dashawn], hmu on [07700 900 341] after 6
call me on [oh seven seven double oh, nine hundred, one two three]
my number is [four one five, five five five, oh one nine eight]
ring [(0)20 7946 0018] ask for [Oluwaseun]
tel. [030/2345 6789-12], Frau [Kowalczyk]
[0171-5550123] ist meine handynr
mon 06 : [06.39.98.01.23]
mi movil [612 34 56 78] y me llamo [Itziar]
il mio cell è [347 1234567], chiedi di [Ginevra]
m'n [06-12345678] en anders mail je maar [bram punt devries apenstaartje voorbeeld punt nl]
whatsapp [+55 11 91234-5678] ([Thaís])
aussie mob [0491 570 006], cheers
num: [98765 43210] pls dont share
SSN? [078 05 1120]
my social ends... ugh ok full thing is [219099999]
social security: [two one nine, oh nine, nine nine nine nine]
nino is [QQ 12 34 56 C]
NHS no [943 476 5919] if you need it
meine Steuer-ID: [86 095 742 719]
DNI [12345678-z]
mi nie es [x1234567l]
codice fiscale [rssmra85t10a562s]
numéro de sécu [1 85 05 78 006 084 91]
bsn [111222333]
aadhaar [2345 6789 0124] hai
PAN: [abcpe1234f]
SIN is [046-454-286]
CPF [529.982.247-25] tá certo?
PESEL [44051401359]
medicare [2123 45670 1], ref 3
DOB [7/4/91]
born on the [3rd of feb ninety four]
bday: [1994-02-03]
geboren am [5.11.1987] in Fulda
je suis née le [14 juillet 1990]
nací el [22/09/1979]
my dog's name is Rex but I'm [Siobhán Ní Bhriain]
im at [14b elm grove], [bs6 7ab], buzzer broken
send it to [1600 W Pinecrest Ave] [Apt 4C], Toledo OH [43604]
flat 3/1, [22 byres rd], glasgow [g12 8tb]
wohne [Lindenstr. 12a], [10969 Berlin], 3. OG
j'habite [8 bis rue des Lilas], [69003 Lyon]
vivo en [C/ Mayor 45], 3ºB, [28013 Madrid]
abito in [via Garibaldi 7], [20121 Milano]
[Prinsengracht 263-2], [1016 GV] Amsterdam
[po box 1187] wagga wagga nsw 2650
ship to unit 9, [77 sunset blvd]
mail: [k.oyelaran (at) posteo (dot) de]
[zara underscore k at gmail dot com]
email me [j-e-n-n-y at example dot org]
my gmail is [tomas.h87]
[john.smith@company,com]
its [lena AT lena-photo DOT net]
mailto:[p.quist@example.se]?subject=hej
ig: [@mo.the.baker], snap [moe_bkr22]
add me on discord, [fenwick#0412]
telegram t.me/[rkvasir_88]
my tiktok's [juno.does.clay]
insta is [lil_kenji__]
psn [xX_Drahma_Xx] come play
[linkedin.com/in/aoife-mcgrath-4471]
visa [4111-1111 1111 1111] exp 09/27 cvv 123
amex [3782 822463 10005]
card [four two four two, four two four two, four two four two, four two four two]
[5555.5555.5555.4444] is the mastercard
iban [de89370400440532013000]
IBAN: [FR14-2004-1010-0505-0001-3M02-606]
sort code 20-00-00 acc [55779911]
routing [021000021] account [000123456789]
pix é meu cpf [529 982 247 25]
btc to [bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq] thx
eth [0x52908400098527886E0F7030069857D2E4169EE7]
passport no. [533380006], expires 2030
reisepass [C01X00T47]
my passport number's [AB 1234567]
driving licence [MORGA 657054 SM9IJ]
DL# [D1234562] california
my plate is [BD51 SMR], blue fiesta
Kennzeichen [B-MW 1234]
license plate [7ABC123] got towed
vin [1HGCM82633A004352]
MRN [00482915], ward 6
medical record number: [H-4471-203]
member id [XZQ 812 345 678] with blue cross
policy # [HX-99213-04] for the claim
medicare mbi [1EG4-TE5-MK73]
patient [Ruaridh McAllister], chi [0101701234]
KVNR [A123456780]
pacemaker serial SN [PJN882134K]
my ip is [203.0.113.77] i think
ipv6 [2001:db8:85a3::8a2e:370:7334]
mac [00-1A-2B-3C-4D-5E] wont connect
imei [490154203237518] stolen
login: pwilk92 / pw: [Tr0ub4dor&3]
my password is [hunter2!!] dont tell
key [sk-proj-Ab12Cd34Ef56Gh78Ij90Kl12Mn34Op56]
hey its me [NGUYEN THI LAN] from before
i'm called [xiadani] but everyone says xia
my bf [kwabena] dumped me
dr [okonkwo-bright] said its fine
talked 2 ms. [abdulrahman] abt it
name's [Þórunn], spelled with a thorn
ask my sister in law [Mariángeles Etxeberria]
[J. R. Featherstonehaugh] III signed it
ich heisse [jürgen müller-lüdenscheidt]
je m'appelle [maëlys], 19 ans
me chamo [João Guilherme]
mi chiamo [d'angelo rosaria]
ik ben [sjoerd van der meulen]
[P r i y a] is my name
im [M-A-R-I-S-O-L], first name
emp no [004417] at the plant, name [Wiktoria]
student id [s3741190]
case nr [22-CV-01933] thats my divorce
i live at [twenty two maple street]
zip's [nine oh two one oh]
gps [52.520008, 13.404954] come get me
https://maps.example.com/?q=[12+Rowan+Close]&user=tkaplan
hello this is auntie [bukola] phone dead use [0803 555 0142]
[+1 (415) 555‑0132] ext. 44
""".strip().split("\n")
"""Messages of which every value is covered; countries are those that a policy has by default."""
