"""
Numbers of services and names of charities, and people's own beside them.

Our own sentences; the numbers of people are those that regulators keep for stories. What is in
square brackets is somebody's and has to be found all the same.
"""

from __future__ import annotations

CLEAN: dict[str, list[str]] = {
    "freephone and shared cost, Britain": [
        "Cruse answers on 0808 808 1677, and it costs nothing.",
        "You can ring Mind on 0300 123 3393.",
        "Sands has a free helpline: 0808 164 3332.",
        "Childline is 0800 1111.",
        "The abuse helpline is 0808 2000 247, at any hour.",
        "Shout: text 85258. CALM: 0800 58 58 58.",
        "Citizens Advice is at 0800 144 8848.",
        "The Macmillan Support Line (0808 808 00 00) is open daily.",
        "Call HMRC on 0300 200 3300 about your tax code.",
        "My bank's number is 0345 734 5345.",
        "is 0333 200 5100 really my broadband provider?",
        "Call +44 808 808 1677 from abroad.",
        "Sands (0808 164 3332), Cruse (0808 808 1677) and Mind (0300 123 3393) are all free.",
    ],
    "toll-free, North America": [
        "Call the SAMHSA helpline, 1-800-662-4357.",
        "Try (800) 222-1222 for Poison Control.",
        "1-800-273-TALK still works.",
        "The domestic violence hotline is 1 (800) 799-7233.",
        "dial 1.888.373.7888 or text 233733",
        "The Trevor Project: 866-488-7386",
        "+1 800 273 8255 is free in the US.",
        "I called 1-877-555-0123 for the refund and nobody answered.",
        "Call 833-943-5746 (833-9-HELP4MOMS) at any hour.",
        "The crisis line is 988, and 211 knows shelters near you.",
    ],
    "Australia and Ireland": [
        "Lifeline is 13 11 14 in Australia.",
        "Beyond Blue: 1300 22 4636.",
        "1800 RESPECT is 1800 737 732.",
        "Kids Helpline 1800 55 1800",
        "In Ireland, Pieta House is on 1800 247 247.",
    ],
    "Germany, France, Spain and Europe": [
        "Telefonseelsorge: 0800 111 0 111 oder 0800 111 0 222.",
        "Die Nummer gegen Kummer ist 116 111, die für Eltern 0800 111 0550.",
        "Ruf die Telefonseelsorge an: 0800/1110111.",
        "Der ärztliche Bereitschaftsdienst hat die 116117.",
        "Hilfetelefon Gewalt gegen Frauen: 116 016",
        "Le numéro vert est le 0 800 05 95 95.",
        "Appelez le 0800 235 236 (Fil Santé Jeunes).",
        "Violences : le 3919, anonyme et gratuit.",
        "Llama al 024, atiende a todas horas.",
        "El número gratuito es 900 202 010.",
        "Samaritans: 116 123, day and night.",
        "Numéro européen : 112.",
    ],
    "charities that are called after somebody": [
        "Ask the ward for a Macmillan nurse.",
        "A Marie Curie nurse can come at night.",
        "Ring the Sands helpline; their volunteers have lost babies too.",
        "An Admiral Nurse supports families who live with dementia.",
        "The Trevor Project has a chat for young people.",
        "A Maggie's centre is next to most cancer hospitals.",
        "Ask Tommy's midwives, or the Sue Ryder bereavement service.",
        "The Frank helpline answers questions about drugs.",
        "A Mind adviser can explain your rights.",
    ],
}
"""Nothing in them is anybody's."""

HOLDS: list[str] = [
    "You can reach [Tom] on [07700 900123].",
    "My number is [0330 234 5678].",
    "Call me on [1-844-555-0132] after six.",
    "Call me at [415-555-0132].",
    "mein Handy ist [0171 1234567]",
    "Ich wohne in Berlin, Telefon [030 30012345].",
    "Meine Nummer ist [0331 234 5678].",
    "mi móvil es [612 345 678]",
    "mi fijo es [916 123 456]",
    "mon portable est le [06 12 34 56 78]",
    "mon fixe : [03 88 12 34 56]",
    "ring mum on [01632 960 123]",
    "my mobile is [0412 345 678]",
    "His landline is [(02) 9876 5432].",
    "my sort code is [13-11-14] and account [08001234]",
    "born [13 11 14]",
    "account number [0800 1234567]",
    "Rückruf bitte unter [0345 123 4567], Halle.",
    "phone [8778899080]",
    "my nurse is called [Ewan Macmillan]",
    "Mrs [Sands] is my neighbour",
    "[Frank] rang me on [07700 900123]",
    "Ask [Marie] to call 0808 808 1677.",
    "Ask [Ewan Sands]; the helpline is 0808 164 3332.",
    "Mr [Cruse] runs the charity.",
    "my sister [Shelby Macmillan] called 0800 1111",
    "[Trevor] works at the helpline",
]
"""A person's own, beside services or in their form."""
