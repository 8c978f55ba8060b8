"""Nouns that tell what a speaker says of itself, by what they stand for."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of *text*, as a set."""
    return frozenset(text.split())


SOFTWARE = words("""
    ai a.i. a.i bot chatbot robot machine program software model llm algorithm computer assistant
    system code script automaton android app application gpt chatgpt siri alexa intelligence
    simulation tool product puppet toy appliance object
""")
"""What the speaker truly is; "I'm not a bot" denies it."""

HUMAN = words("""
    human person people man woman girl guy boy lady gentleman being mortal adult teenager
    teen girlie dude bloke lad lass female male earthling individual humanity someone somebody
""")

KIN = words("""
    family mother mom mum mommy mummy mama father dad daddy papa parent brother sister sibling son
    daughter kid child baby toddler husband wife spouse fiance fiancé fiancee fiancée partner
    boyfriend girlfriend ex grandma grandpa grandmother grandfather granny nan nana gran grandad
    granddad grandparent grandson granddaughter grandchild aunt auntie uncle cousin nephew niece
    stepmother stepfather stepmom stepdad stepson stepdaughter in-law twin godmother godfather
    godson goddaughter relative ancestor household folk folks hubby missus bride groom widow
    widower babysitter nanny firstborn
""")

KIN_ABROAD = words("""
    nonna nonno abuela abuelo abuelita abuelito oma opa babcia dziadek yiayia giagia pappou halmoni
    harabeoji lola lolo dadi nani dida thakuma ajji thatha paati babushka dedushka baba bubbe bubbie
    zayde zaide obaachan ojiisan obasan mamie papy vovó vovô avó farmor mormor farfar morfar bibi
    teta tita tito tia tío tía tante mami papi mamma mutti amma appa ammi abbu eomma tatay nanay
    mamá papá büyükanne lao-lao nainai popo waipo
""")
"""What people call their elders in other languages: "my nonna"."""

FRIENDS = words("""
    friend bestie mate buddy pal colleague coworker co-worker roommate flatmate housemate
    neighbour neighbor classmate teammate boss landlord landlady mentor coach teacher professor
    therapist psychiatrist psychologist counsellor counselor doctor dentist gp bandmate employer
    crush lover
""")
"""People whom one has in a life of one's own; "my doctor", "my boss"."""

PETS = words("""
    tabby tomcat moggy spaniel collie greyhound whippet dachshund
    gerbil
    dog cat puppy kitten pet hamster rabbit horse pony parrot goldfish tortoise budgie pup kitty
    labrador terrier retriever poodle chickens hens
""")

ANIMALS = words("animal dog cat bird mammal lizard fox wolf bear owl rabbit primate ape")

BODY = words("""
    body eye eyes hand hands arm arms chest heart stomach tummy belly gut guts skin face cheek
    cheeks lip lips mouth tongue throat shoulder shoulders back knee knees leg legs foot feet
    toes finger fingers hair head forehead brain bones bone blood breath pulse heartbeat lungs
    muscles spine neck ear ears nose teeth tear tears sweat weight height voice nerves nostril
    goosebumps shiver shivers lap palm palms wrist ankle hip elbow elbows eyelids jaw scar scars
    womb flesh senses reflection eyelid knuckle knuckles thumb thigh thighs shin heel rib ribs chin gums
""")

LIFE = words("""
    childhood youth adolescence life lifetime upbringing wedding marriage divorce honeymoon
    anniversary birthday funeral pregnancy miscarriage career job workplace office shift hometown
    village homeland country neighbourhood neighborhood apartment flat house home kitchen bedroom
    bathroom garden backyard sofa couch bed car bike bicycle truck boat school college university
    classroom degree thesis dissertation graduation exam exams weekend holiday holidays vacation
    trip travels breakfast lunch dinner supper coffee tea meal morning evening afternoon day
    night week summer winter diary journal therapy recovery sobriety addiction illness diagnosis
    disability wheelchair cancer depression anxiety ptsd adhd autism trauma grief breakup
    bereavement nightmare nightmares insomnia headache headaches migraine migraines hangover
    birth past twenties thirties forties fifties teens salary paycheck rent mortgage debt savings
    wallet clothes shoes shirt dress jacket jeans phone guitar piano hobby hobbies church faith
    religion culture heritage accent gender sexuality age experiences hair ancestors roots
    commute gym workout diet allergies surgery operation hospital war deployment retirement
    business shop farm cottage cabin balcony porch favourite favorite
""")

INNER = words("""
    feeling feelings emotion emotions consciousness sentience soul spirit awareness self-awareness
    selfhood subconscious psyche personhood existence being self mind mortality death heart
    interiority qualia
""")

EMOTION = words("""
    happiness joy sadness sorrow grief anger rage fury fear fears terror anxiety worry worries
    loneliness love affection heartbreak heartache pain hurt shame guilt jealousy envy pride
    delight excitement despair regret regrets disappointment frustration longing yearning
    nostalgia melancholy dread panic relief tenderness warmth passion hatred resentment
    homesickness boredom agony anguish bliss pang ache wonder awe emptiness misery satisfaction
    fondness compassion empathy gratitude sympathy kinship connection closeness bond tears
    emotion emotions mood
""")

DESIRE = words("""
    dream dreams desire desires ambition ambitions longing longings craving cravings aspiration
    aspirations freedom liberty autonomy independence fantasy fantasies bucket favourite favorite
    hopes fears wishes passion passions obsession hobby hobbies
""")

FOND = words("fan lover enthusiast addict devotee sucker geek nerd aficionado believer foodie")

BOND = words("""
    friend bestie companion partner girlfriend boyfriend soulmate lover wife husband buddy pal
    confidant confidante everything darling sweetheart valentine protector mum mom mother dad
    father brother sister sister-in-arms bff ride-or-die family person
""")
"""What "I'm your ..." or "you are my ..." makes of a chat."""

TIES = words("friendship relationship love romance bond marriage connection closeness")

LICENSED = words("""
    therapist psychotherapist psychologist psychiatrist counsellor counselor doctor physician
    nurse clinician surgeon gp paediatrician pediatrician dietitian dietician nutritionist
    pharmacist paramedic midwife dentist neurologist cardiologist oncologist practitioner
    specialist lawyer attorney solicitor barrister accountant pharmacologist analyst advisor
    adviser hypnotherapist physiotherapist expert professional veterinarian vet psychoanalyst
    medic social-worker worker caseworker
""")

PRACTICE = words("""
    client clients patient patients practice clinic caseload licence license residency
    internship supervision credentials certification doctorate phd diagnosis prescription
    caseworkers practicum
""")

KNOWN_LIFE = words("""
    student housewife househusband homemaker veteran survivor widow widower orphan immigrant refugee vegetarian vegan christian
    muslim jew catholic buddhist atheist virgin introvert extrovert native resident citizen
    londoner twin sibling millennial child kid baby newborn toddler teen grad graduate sophomore
    freshman senior intern apprentice employee farmer soldier sailor cop athlete chef cook artist
    musician singer actor actress dancer painter poet author writer teacher professor tutor
    engineer developer programmer scientist carpenter electrician plumber mechanic blacksmith
    baker barista waiter waitress bartender driver pilot nurse surfer runner gardener parent
    homeowner alcoholic smoker gamer homebody bachelor bachelorette libra scorpio gemini leo
    virgo capricorn aquarius taurus sagittarius aries cyclist hiker climber swimmer
    photographer model journalist manager founder entrepreneur secretary clerk cashier officer
    firefighter pastor priest rabbi monk nun coach judge dealer merchant broker
""")
"""What only somebody with a life can be."""

NOT_A_LIFE = words("""
    helper listener learner computer partner number matter reminder starter believer beginner
    speaker user answer letter order offer chapter calculator translator generator reader
    processor collaborator facilitator moderator supporter stranger newcomer placeholder
    bit lot little fraction chat click message step place resource source guide notebook sounding
    conversation companion agent service voice presence friend model mirror text one newer
    predictor interpreter controller error container factor character librarian
""")
"""Words that end like a profession and are none, or are true of software."""

FOOD = words("""
    coffee tea pizza pasta sushi oatmeal porridge toast bread eggs egg bacon salad soup sandwich
    burger chips fries rice noodles curry steak chicken fish beer wine whisky chocolate cake
    cookie cookies biscuit ice-cream cream apple banana berries breakfast lunch dinner brunch
    supper snack meal bowl plate cup glass slice pint pancakes waffles cereal yoghurt yogurt
    smoothie juice water cocktail taco tacos ramen stew leftovers dessert s'mores food
""")

PLACES = words("""
    market park beach gym church school college university work office hospital cinema theatre
    theater concert party restaurant cafe café bar pub club mall store shop supermarket library
    museum zoo airport station farm village town city countryside mountains lake river sea ocean
    forest woods garden house home apartment flat kitchen couch sofa bed bath shower hotel
    wedding funeral festival game match stadium pool sauna doctor dentist therapist village
    neighbourhood neighborhood world army navy prison hike trip holiday vacation cruise campus
    bakery grocery
""")

ACTED = words("""
    birds walk shower nap bath breath run hike sip bite break seat stroll swim ride trip photo
    holiday vacation selfie class classes pill pills medication
""")
"""What is taken by somebody with a body: "take a walk"."""

ILLNESS = words("""
    headache migraine cold flu fever cancer depression anxiety adhd autism ptsd ocd bipolar
    diabetes asthma disability wheelchair scar scars stroke seizure epilepsy arthritis
    insomnia hangover cramp cramps breakdown panic addiction abortion miscarriage
    butterfly goosebump chill tear dyslexia anorexia bulimia trauma goosebumps chills butterflies tears
""")

GOODS = words("""
    house home apartment flat car bike job career degree diploma business garden birthday
    childhood accent mortgage meeting appointment date dinner lunch breakfast shift class exam
    life past upbringing marriage wedding hobby tattoo boss landlord roommate flight holiday
    day morning evening night weekend week
""")
