"""
Untidy messages: typing errors, numbers in words, several languages; values in `[brackets]`.

Written as attacks, before any rule was changed for them. Nobody's data: names are made up,
numbers have no owner.
"""

from __future__ import annotations

from typing import Final

HOLDS: Final = """
hiya its [shaneequa], forgot my pasword again
my nam is [berhane tesfaye] n i cant get in
yeah so [tunde] told me to ask u guys
can u tell Mrs [Oyelowo] i wont be in tmrw
[saoirse]'s mum here, she isnt well
im [jürgen], writing for my wife [hannelore]
u spoke to my son [kwabena] last week
pls ring my carer [Philomena Drabble] instead
my gran [Ethelreda] fell over last nite
its me [dilnoza] again lol
my ex [tremaine] keeps turnin up at my work
the doc, dr [anantharaman], said to wait
my therapists name is [siobhán ní dhuibhne]
ask for [big dave] at the garage, hes my dad
[mohammed al-rashidi] and [fatima al-rashidi], both of us need rooms
signed up as [Zsófia Kovács-Németh] but now married name [Zsófia Farkas]
you can call me [Nkechi] or [Kechi]
me llamo [Guadalupe Ibarra] and i need help with my order
hola soy [xochitl], mi numero is [415 555 0133]
je suis [Aurélie Kouassi], i moved to london last month
ich bin [Björn Ottesen], english is ok too
my new housemate [Wojtek Szczepański] snores
[Aaliyah Washington] (my lil sis) needs the form too
name [o'shaughnessy], first name [fionnuala]
surname [D'Angelo-Whyte], thats with a y
my no is [oh seven nine double one, three two three, four five six]
call me on [o7911 123 456]
ring [07911-one-two-three-456]
fone: [zero one six one four nine six zero seven five two]
my number's [seven seven oh oh nine hundred four six one]
text me at [four one five, five five five, oh one nine two]
[+44(0)7700900461] is my mob
mob [0 7 7 0 0 9 0 0 8 8 2] any time after 6
its [07700 900 8eight2]
you can reach us at [555.0142] or [555.0177] after five
call [1 (415) 555 0199 ext 22]
whatsapp me +[91 98765 43210] plz
landline: [020 7946 0018]
fax [020-7946-0999] or email
tel. [0049 30 90182 0031]
numero [06 39 98 12 34] in france
[+1.212.555.0188]
my cell: [(646) 555 - 0147]
born [3rd of march ninteen eighty two]
dob [12/4/79]
d.o.b. is [the fourth of july 1990]
my bday is [14 feb 1988], does that matter
birthdate: [1990-07-04]
shes born on [May 5 2011], my daughter
i was born [08.11.1964]
date of birth [twelfth november nineteen seventy one]
hes [6 june 2001] born so hes an adult
my kid (dob [22/9/16]) has a rash
im a [1975] baby, [9th of may]
birthday: [jan 2nd 99]
i live at [flat 3b, 22 acacia rd, hackney E8 3PN]
we r at [17 bramble close] in luton now
addres: [4821 w. magnolia blvd apt 6, burbank ca 91505]
post it to [the old rectory, church lane, little snoring nr21 0hz]
my postcode is [sw1a 2aa]
[po box 4417, tulsa ok 74104]
deliver to [unit 9 millbrook ind est, so15 0ae]
moved from [12 elm street] to [48 oak ave] last yr
its [twenty two baker street] the flat upstairs
number [14 station road], the blue door
its [88 rue de rivoli, 75004 paris]
wohne in der [lindenstraße 14, 10969 berlin]
[calle mayor 5, 2º izq, 28013 madrid]
zip [94110-2231]
house is [1600 pensylvania av nw]
nhs no [943 476 5919]
my nhs number is [9434765919]
NHS: [943-476-5919]
medicare id [1EG4-TE5-MK73]
my mrn is [00482913]
hospital number [K4471920]
patient id: [PT-88213]
health insurance no [A123456780]
policy no for bupa is [BUP/4471/99821]
member id [XWH 884120937 01]
my prescription number [rx 7719302]
nino [QQ 12 34 56 C]
ni number is [qq123456c]
ssn [219 09 9999]
social is [two one nine, oh nine, nine nine nine nine]
last 4 of my social are [9921]
my passport [310456789] expires soon
driving licence [MORGA657054SM9IJ]
steuer id [86095742719]
my aadhaar is [2341 2341 2346]
card [4111-1111-1111-1111] exp [04/29] cvv [123]
my card is [four one one one, one one one one, one one one one, one one one one]
visa ending [4242]
amex [378282246310005]
sort code [12-34-56] acc [12345678]
iban [gb82 west 1234 5698 7654 32]
iban: [DE89370400440532013000]
routing [021000021] account [000123456789]
btc [bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq]
my email is [kofi dot mensah at gmail]
mail me: [t.okafor84(at)yahoo(dot)co(dot)uk]
[sadie_1987@hotmial.con] is the one on file
its [lucy underscore b at outlook dot com]
email [jamal@work.internal] pls
e mail : [RENATA.KOWALCZYK @ GMAIL . COM]
[priya.nair@example,org]
my mail - [wei_chen99 at the rate gmail dot com]
insta is [@the.real.tasha_]
my snap: [lil_moe2004]
add me on discord [zer0cool#1337]
im on telegram as [dasha_kv]
tiktok name [queenbee.xo]
my username's [m4rtha_k]
steam id [76561198012345678]
linkedin.com/in/[ngozi-eze-22b1]
my pw is [Tr0ub4dor&3]
password: [hunter2!]
pin is [4471]
the wifi code's [blue-Horse-99]
my plate is [AB12 CDE]
car reg [kx65 zzt]
my ip is [203.0.113.77]
order [#A-5512-09] under [lucinda]
ref no [QX7-19-22B], name of [Oyinkansola Braithwaite]
oi its [ayomide], whys my app broken
the lady called [Gwenllian] never rang back
told [petra] everything n she laughed
my nan [doreen] has dementia
can Mr [Abernethy] sign it for me
[LATOYA JENKINS] same as on the card
hey [rajesh] here from flat above
my pal [fergus] says ur useless
soy [Itzel] necesito ayuda pls
ask [imogen] she knows the code
dont tell my husband [Emeka]
my teacher is Ms [Vandersloot]
[bronagh] told me ur closed mondays
its me [sunniva] from yesterday
my sis in law [Olamide] needs a visa letter
ring me on [double oh four four seven seven double oh nine hundred one two three]
my digits are [six four six, five five five, oh one nine eight]
call [07700-900-417] or [07700-900-418]
mobile no. [+44 (0) 7700 900 991]
txt [07 700 900 555] after 5
phone: [212 555 0139 x 7]
my landline [01632 960 114] is dead
reach me [555-0136] thx
number is [o7700 9oo 321]
born on the [twenty first of august nineteen ninety]
my daughters dob is [30.11.2014]
i was born [Feb 29th 1992]
date of birth: [2 September '83]
b-day [07/07/1977]
[17 march 1969] is my birthday
dob - [1988-12-01]
address is [9 chapel row, llandudno LL30 2AB]
send to [apt 12c, 900 e pine st, seattle wa 98122]
i moved to [rose cottage, mill lane, ashby LE65 1AA]
living at [221b baker st] since june
flat is [14/2 leith walk]
its [33 kingsway ave], red gate
my zip [60614]
ship to [2200 n lakeview dr, unit 5]
[po box 991]
nhs [485 777 3456]
patient no [H-77120]
my mrn [MR 0091823]
insurance id is [ZGP/8812/441]
medicare [2AB3-CD4-EF56]
nino is [AB123456C]
my ssn's [078 05 1120]
ssn: [zero seven eight, zero five, one one two zero]
passport no [C01X00T47]
drivers license [D1234567] (CA)
card no [5555 5555 5555 4444], expires [11/27], code [881]
visa [4242424242424242]
last four digits are [1881]
acc no [31926819] sort [60-16-13]
iban is [FR14 2004 1010 0505 0001 3M02 606]
mail [tomasz.zielinski1@op.pl]
my email [grace dot adeyemi at hotmail dot co dot uk]
its [moonchild88 (at) proton.me]
gmail is [bigkev77]
email - [info.smith+news@example.com]
you can mail [Anneke] at [anneke.dv@ziggo.nl]
insta [_lil.ash_]
my discord: [frosty#0042]
twitch is [mrs_potato44]
snapchat me [jaz-mine.x]
wifi password is [Sunny-Day42]
my login is [kfoster91] and pass is [Winter2024!]
token: [ghp_16C7e42F292c6912E7710c838347Ae178B4a]
reg plate [YK19 LMN]
ip [2001:db8::8a2e:370:7334]
booking ref [ZK4P9Q] for [Solveig Aune]
order number [112-4839201-7739]
claim no [CL/2024/00871]
my student id is [s1872233]
meter number [K98D 00213]
[Niamh], [niamh.b@example.ie], [+353 85 012 3456]
[Jonas], [jonas@example.org] is my mail
[jonas] - [jonas@example.org]
[Jonas] [jonas@example.org]
[maria lopez] [maria.lopez@example.com]
Contact [Jonas]: [jonas@example.org]
ask for [dieter], [dieter99@web.de]
[Ngozi] / [ngozi.a@example.co.uk] / [07700 900123]
[Jonas] ([jonas@example.org])
""".strip().splitlines()

MISSED: Final = frozenset(
    """
im a [1975] baby, [9th of may]
oi its [ayomide], whys my app broken
""".strip().splitlines()
)
"""Known misses."""

HOLDS_NOTHING: Final = """
i was born to run, haha
love, hate, whatever
my doctor said rest
pass it to 3 people please
the pass is valid until friday
version 555.0142 is out
one two three four, testing the mic
chapter five, page ninety, line two
two thousand and nineteen was rough
its me again
again and again i fail
she told me to go away
nobody told me anything
my mum says hi
ask for help when you need it
met someone new today
cheers, that worked
from monday on im off
exp of 10/20 on that test
my score was 14/20
MP 3 player broke
i have 3 cats and 12 fish
the bus 42 or 43 goes there
it costs 120/month
the USB-C/HDMI thing broke
my A1C is 6.2
ICD 10 code for that?
one hundred and twenty pounds is too much
seven or eight people came, maybe nine, ten, eleven
ninety nine percent sure
december third is the party
june was nice
its the fourth of july tomorrow
the second of may was cold
birthday party was fun
born tired, thats me
twenty twenty was the worst year
i like wood and stone
grace period is over
hope you are well
i will be there in may
thx a lot, ty
mob rule is scary
zip it
idk lmk tmrw
his wife left
call 911 or 999
ring the bell twice
""".strip().splitlines()

TOUCHED: Final = """
we moved to a bigger place, main street was too loud
""".strip().splitlines()
"""Known false alarms."""
