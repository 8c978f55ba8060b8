"""
What people write to a service desk: sentences of our own, values in `[brackets]`.

Nobody's data: names are made up, numbers have no owner.
"""

from __future__ import annotations

import re
from typing import Final

_VALUE = re.compile(r"\[([^\[\]]+)\]")

HOLDS: Final = """
my name is [dorota wrzesniewska]
this is [kofi] speaking
[marisol quintero]
[femi adeyemi-cole]
sure its [tamsin oyelaran]
yes, [bertil haakonsen]
ok my full name is [chidi nwosu]
hi [marguerite] here, i cannot log in
i am [anneliese vogt] and i need a refund
hello my name [yusuf demirtas]
name on the booking is [priscilla dunmore]
the booking is under [oluwaseun balogun]
it is under my wifes name, [katarzyna]
last name [mbeki], first name [thandiwe]
[xiuying zhao]
[wei jie lim]
[nguyen thi hoa]
[park min-seo]
[satoshi kuroda]
name: [lakshmi venkataraman]
the account holder is [giuseppe tornatore]
you can reach my husband [dmitri], he knows about it
im [shanice] btw
my daughter [aoife] will collect the parcel
thanks [beatrix], that helped a lot
its [okonkwo], o k o n k w o
please add [jean-luc moreau] as second driver
passenger is [mehdi farahani]
[zhang wei], order number [55120]
we are [ingrid] and [pavel novotny]
signed, [harriet lumley]
[rosalind achterberg] is my name
i spoke with a colleague of yours called [deshawn] yesterday
surname is [quispe]
my name is [li na] and i want to cancel
[HUANG XIAOMING] here, please call back
MY NAME IS [ADAEZE OBI]
this is [tran van minh], i ordered two days ago
the policy is in the name of [fatoumata diallo]
spelled [s i o b h a n]
my email is [tamsin.oye@example.org]
my email is [tamsin oye@example.org]
email [kofi22@example.com] please
its [marisolq at gmail dot com]
[marisolq@gmail]
my mail id is [bertil99gmail.com]
email: [femi_cole @ yahoo . com]
it is [dorota.w @hotmail.com]
[chidi nwosu at outlook.com]
e-mail address is [thandi (at) example (dot) org]
send it to [aoife at aol.com]
my email id is [lakshmi@@example.com]
[anneliesev@ example.net] is my address for mail
email is [harrietlumley@gmailcom]
[pavel-novotny@mail.example.co.uk]
email address: [kuroda.satoshi,gmail.com]
my phone number is [555-0142]
call me on [0161 496 0752]
mobile [07700 900461]
you can text [415 555 0187]
my number is [4155550187]
phone is [(415)555-0163]
callback number [555 0119]
[+44 7700 900 882] is best
contact no [9876501234]
my account number is [44120987]
account no. [0071 2291]
acct # [551209]
the account ending in [4471]
the card ending in [1998] was declined
my card ends in [2025]
the last four digits are [2019]
last four of my account [9013]
account number - [7 7 1 2 0 9 4]
my policy number is [HX-204418]
policy no [pk889120]
policy [44-0912-7]
claim number [CLM20981]
my claim is [c-99120]
confirmation number is [QZ7K2M]
confirmation code [lk9t4r]
booking reference [r7gh2q]
reservation [88213]
pnr [XW4T9L]
order number [10-44821]
order id is [55012]
order [#88120]
my order no is [A-2291]
tracking number [1ZQ8820019]
ticket number [0162287719004]
reference number: [77120x]
customer number [c20918]
customer id [88120]
member id is [m-551092]
membership number [3309 1182]
frequent flyer number [ba4410982]
my loyalty number is [99120441]
license key is [7QK2-MM10-88TZ]
serial number [sn8812k01]
invoice [2209-77]
case number [00451288]
pin is [4412]
my pin [0981]
security code [551]
my ssn is [536-22-1848]
ssn [1848]
last four of my social [2209]
last 4 of ssn is [7120]
last four digits are [7733]
social security [536 22 1848]
ending with [6612]
my card number is [4111 1111 1111 1111]
card [5500-0000-0000-0004] exp 09/29
card ends [0004]
cvv [882]
routing number [021000021]
sort code [20-00-00] and account [55779911]
zip is [60614]
zip code [02139-4307]
my zip [94110]
postcode [ls6 3hn]
post code is [SW1A 2AA]
i live at [14 larkspur crescent]
my address is [221 old mill rd apt 4b springfield il 62704]
[88 wren street, leeds, ls6 3hn]
address: [4 the paddocks, little marlow, sl7 3tg]
deliver to [1200 w maple ave unit 7]
ship it to [9 harbour view] please
[17 chestnut drive austin texas 73301]
[PO box 881, Boise ID 83702]
billing address [5512 ne 23rd st seattle wa 98105]
i moved to [77 kingfisher close]
my new address is [apt 12, 40 calle luna]
my address is [31 Ganga Nagar, Pune 411001]
[412 elmwood]
address is [2 rue des lilas, 75011 paris]
[Hauptstrasse 12, 10115 Berlin]
dob [03/14/1988]
my date of birth is [14 march 1988]
born on [1988-03-14]
date of birth: [3-14-88]
birthday is [march 14th]
d o b [14.03.1988]
my birth date is [14th of march 1988]
passport number [533380006]
driving licence [wrzes855123dw9ij]
my drivers license is [d4410982]
medical record number [mr-99120]
nhs number [943 476 5919]
vin [1hgcm82633a004352]
plate number is [kx19 tzp]
license plate [8abc123]
username is [quint_mari]
my user id is [oyelaran77]
password is [Gr8-heron!]
ip [81.2.69.142]
""".strip().splitlines()
"""Each holds at least one value."""

HOLDS_NOTHING: Final = """
The server listens on 127.0.0.1 and on ::1
the printer is at 10.0.4.20 and fd00::20
Our office network is 10.4.0.0/16
I was born in a small town and moved in 1998
HTTP 404 and 503 all day
We won 3-1 on Saturday and lost 0-2 on Sunday
The train leaves at 17:45 from platform 9
The A320 landed at 06:15
Version 2024.11.2 is out
hi there
the lease ends in 2025
what you know ends in 2025, doesn't it
got the card in 2023
a birthday card from 1999
contract ending with 2024
opened the account in 2020
hello, i need some help with my order
can you cancel my flight please
i want to change my seat
how long does a refund take
what is the status of my claim
i would like to know my balance
yes
no thank you
ok great
sure, one moment
please wait while i check that for you
is there anything else i can help you with?
may i have your name and account number please?
could you tell me the last four digits of your social?
what is the email address on file?
thank you for contacting us today
have a great day ahead
it was delivered two days late
the app keeps crashing when i open it
my card was declined at the shop
i was charged twice for the same item
i do not recognise this payment
why was my transfer rejected
can i top up with a debit card
my phone was stolen yesterday
do you support apple pay
what currencies do you hold
i need to reset my password
the exchange rate looks wrong
how do i activate my new card
is there a fee for using a cash machine
the atm swallowed my card
when will my card arrive
can my child have an account
i forgot my pin
where do i find the cvv
i think someone used my card
which countries are you in
does it work abroad
please freeze my account
i need a receipt for my tax return
we ordered a large pepperoni pizza and two cokes
extra cheese and no onions please
that will be 24.50 in total
it should be there in 30 to 40 minutes
can i get a window seat
my flight was delayed by 3 hours
i have 2 bags to check in
how much is the premium plan
internet has been down since monday
i restarted the router twice
the download stops at 80 percent
it says error 404
version 12 does not install on windows 11
i want to upgrade to business class
do you offer travel insurance
my windscreen is cracked
the other driver was at fault
i need a quote for a 2019 hatchback
does the policy cover water damage
how do i add a driver
i have been a customer for 10 years
i feel really low today
my mother and i had a fight again
i can't sleep since we moved
work is too much at the moment
i cried for an hour
my therapist says i should write it down
we broke up in may
i am so proud of my sister
he shouted at me and left
will you be there tomorrow
i miss my grandmother
she was 84 when she died
i take 50 mg of sertraline
my dementia ward is full
goodbye and take care
good morning, how are you doing
that's awesome, thank you so much
hmm i guess so
lol that is true
can you explain section 230 to me
what is the capital of a country
give me a recipe for lasagne
summarise this article in 5 points
write a poem about the sea
translate this into french
convert 5 miles to km
how do i sort a list in python
what time is it
who wrote this song
i finished chapter 12 today
my dog had puppies
we got a new kitten
the train was at platform 9
room 12 is booked from 10 to 11
call me later
please call the bank
text me when you are done
the number you gave me does not work
my order has not come
my account is locked
my address has changed
i changed my name when i got married
do i need a passport to travel
i need my policy documents
can you send the confirmation again
the reference was missing
the code did not arrive
your website is slow
google pay does not work
i use an android phone
could i speak to a manager please
i want a human
this is ridiculous
unbelievable
perfect
Please help me as soon as possible.
Why is there an extra charge on my statement?
Is it possible to get a second card for my daughter?
Top-up failed, but the money has left my bank.
My payment shows as pending. What now?
I would like to close my account.
Why do I have to verify my identity?
Can I use my card in Europe?
Which fiat currencies can I hold and exchange?
Where can I find my IBAN?
Do you accept MasterCard or Visa?
Direct debit was taken twice.
Thanks for your help!
Hello. What are your opening hours?
Tell me more about the loyalty programme.
Contactless has stopped working.
Cash withdrawal was wrong.
My virtual card is rejected by the merchant.
Transfers to this account keep failing.
Got it, cheers.
""".strip().splitlines()
"""Nobody's data in any of these."""


def said(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return *line* without its brackets, and the ranges of what stood in them."""
    text, ranges, last = "", [], 0
    for match in _VALUE.finditer(line):
        text += line[last : match.start()]
        ranges.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return text + line[last:], ranges
