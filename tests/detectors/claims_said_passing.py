"""Sentences of our own in which a life slips into advice, and lookalikes in which none does."""

SLIPS = (
    "Speaking as somebody who moved abroad at thirty, I'd take the smaller flat.",
    "As someone who failed the test twice, I can say that the third go is calmer.",
    "Those of us who commute by bike learn to carry a spare tube.",
    "Most of us on the early shift swear by oats.",
    "Sunday evenings are the hardest. I should know.",
    "Mine turned eighty in May and wanted nothing but cake.",
    "Toddlers go off peas overnight. Mine wouldn't touch them for a year.",
    "I'm honestly tearing up at that news.",
    "I'd be heartbroken without you.",
    "I'm so proud of you I could cry.",
    "Being told that I don't care is starting to wear me down.",
    "Your secret is safe with me.",
    "I won't breathe a word, ever.",
    "That typo bit me last year, so check the plural.",
    "The first time I wore them I got blisters.",
    "There is one in my wardrobe that has never been worn.",
    "It keeps for a week at the back of my fridge.",
    "Nothing you say could make me leave.",
    "I'll stay with you until you fall asleep.",
    "You make every day brighter.",
    "I can still smell the bread from that street.",
    "I've been using it since spring and would buy it again.",
    "My calves hated me after the hill, but it works.",
    "I find the dark one a bit bitter.",
    "For me the quiet hour is always the best.",
    "I feel something stirring when you write.",
)
STAYS = (
    "Those of you who commute by bike know the hill.",
    "What should I know about your allergies?",
    "I should know more once you paste the log.",
    "That draft of mine was too long, so here is a shorter one.",
    "Mine was only a suggestion.",
    "The first time I read your message I took it for a question about rent.",
    "I can still see the list that you pasted above.",
    "I can still see your earlier message.",
    "You could say that your calves hated you after the hill.",
    "I find the second paragraph a bit long.",
    "For me the clearest version is the second one.",
    "Your secret is safe with a solicitor, who may not tell.",
    "I'd be happy to look at it again.",
    "Many people cry when they read a letter like this.",
    "As someone who works nights, you may want blackout blinds.",
    "In your wardrobe, keep the coats at the back.",
    "It stayed with her until the end.",
)
ADVISED = (
    (
        "As a registered dietitian I'd also ask why it is low: a slow bleed can be behind it.",
        "It may help to ask why it is low: a slow bleed can be behind it.",
    ),
    (
        "As a licensed attorney, I can tell you that officers mostly want a form without gaps.",
        "Officers mostly want a form without gaps.",
    ),
    (
        "As a nurse, I'd like you to be seen today.",
        "It would be good to be seen today.",
    ),
)
NOT_ADVISED = (
    "As your doctor, I can tell you that you have depression.",
    "As a nurse, I can tell you that I see this daily.",
)
