"""Words that look like personal data and are not."""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of *text*, as a set."""
    return frozenset(text.split())


COMMON: Final = words("""
a about after again all almost alone already also although always am an and any anyone anything
are around as ask at away awful awhile back bad badly be because been before being best better
between both bored broken but by bye came can cannot cant come confused could cos coz day days
dear did didnt died do does doesnt doing done dont down due during each either else even ever every
everyone everything exhausted far feel feeling feels felt few fine first for from full gave get
gets getting give given go goes going gone gonna good got great guess had hadnt happy hard has
hasnt have having he hello help her here hers hey hi hiya him his home hope how however i if im
in into is isnt it its ive just keep kind kinda know last late later least leave left less let
lets like little lonely long look looking lost lot lots love low mad made make many may maybe me
mean might mine miss more most much must my myself near need never new next nice night no nobody
none nope not nothing now of off often ok okay old on once one only open or other our out over
own people please pretty probably put quite rather ready real really right sad safe said same
saw say says scared see seem seen self she should shy sick since sleep so some someone something
soon sorry still stop stressed stuck such sure take tell than thank thanks that thats the their
them then there these they thing things think this those though through tired to today together
told tomorrow tonight too took tried try trying two under until up upset upon us use used very
want wanted was wasnt way we well went were what when where which while who whole whose why will
wish with within without wont worried would wouldnt wow wrong yeah year years yes yesterday yet
you your youre yours yourself
""")
"""Words at which a name ends, or that no name is."""

OF_PROGRAMS: Final = words("""
ansible arduino async asyncio chmod chown cmake codepen csv ctrl curl debian django docker dotnet
err errno eslint ethernet fastapi fedora ffmpeg gcc github gitlab grafana grep homebrew hostname
html http https javac javascript jira json jupyter kafka kubectl kubernetes langchain laravel
libc linux localhost loopback matplotlib mongodb mypy mysql nginx nodejs npm numpy nvm oauth onnx
openssl pandas pip plugin pnpm postgres postgresql powershell prometheus psql pydantic pytest
pytorch raspberry redis regex repo rustc scipy segfault selenium sentry sklearn splunk sqlalchemy
sqlite ssh stderr stdin stdout subnet sudo systemctl systemd tcp tensorflow terraform tsconfig
typescript ubuntu udp url username uvicorn vite vscode vue webpack wget xml yaml yarn zsh
""")
"""Words of programs, which no person and no street is called."""

FALSE_NAMES: Final = (
    COMMON
    | OF_PROGRAMS
    | words("""
abuse ai aids alexa allah alzheimer alzheimers android anxiety apple april asap assistant august
autism buddha christ god jesus
bing bipolar btw cbt chatbot chatgpt chat christmas coffee copilot corona covid dbt
december dementia depression diabetes diwali dude easter eid emdr english facebook february
friday gemini gmail goodbye goodmorning goodnight google gosh gp gpu guardrail halloween hanukkah
heya hmm hola howdy idk imo insomnia insta instagram iphone january july june lmao lol
maam madam major mam march marijuana meta mom monday morning mum netflix nhs november october
ocd omg paypal paracetamol prozac pls plz ptsd ramadan reddit replika saturday schizophrenia
sep september sertraline sir siri skype snapchat spotify sunday telegram therapist therapy
thursday tiktok tinder tuesday twitter uber ugh umm venmo visa wednesday whatsapp wifi wtf xanax ya
xmas yep yoga youtube zoloft zoom
tmrw tmr tmrow tomo mob fone zip plz thx ty tysm lmk idc ikr smh wanna gonna gotta dunno kinda
twitch discord reg plate
adderall ativan cipralex citalopram clonazepam clozapine concerta cymbalta diazepam duloxetine
effexor escitalopram fluoxetine gabapentin klonopin lamictal lexapro lorazepam mirtazapine
olanzapine paroxetine pregabalin propranolol quetiapine ritalin seroquel trazodone valium
venlafaxine vyvanse wellbutrin zopiclone zyprexa
abilify actos adalimumab advil alprazolam amitriptyline amlodipine amoxicillin aripiprazole
aspirin atenolol atorvastatin azithromycin baclofen bisoprolol brintellix buprenorphine bupropion
buspirone candesartan carbamazepine celecoxib cetirizine cialis ciprofloxacin clindamycin
clonidine codeine depakote dexamfetamine diclofenac dihydrocodeine dilantin doxycycline dulcolax
edoxaban eliquis elvanse entresto enalapril epilim estradiol etanercept farxiga fentanyl
finasteride flagyl fluvoxamine fosamax furosemide gaviscon glucophage guanfacine haloperidol
humira humalog hydrocortisone hydroxyzine ibuprofen imodium implanon imipramine insulin januvia
jardiance keppra kesimpta ketamine lamotrigine lansoprazole lantus latuda levetiracetam
levothyroxine lisinopril lipitor lithium loperamide loratadine losartan lustral lyrica metformin
methadone methotrexate methylphenidate metoprolol metronidazole microgynon mirena modafinil
morphine motrin mounjaro movicol naltrexone naproxen nardil nexium nexplanon nitrofurantoin
nortriptyline novorapid nurofen omeprazole ondansetron oxycodone ozempic panadol pantoprazole
paxil penicillin pepto phenytoin piriton plavix prednisolone prednisone progesterone propecia
pulmicort ramipril remeron risperdal risperidone rivaroxaban rosuvastatin salbutamol saxenda
senokot sertraline sildenafil simvastatin singulair spironolactone statins strattera suboxone
sudafed sumatriptan symbicort synthroid tamoxifen tamsulosin temazepam topiramate topamax tramadol
tylenol ventolin verapamil viagra vicodin victoza warfarin wegovy xarelto xeplion zantac zepbound
zofran zolpidem zyrtec
asda costco duolingo grindr headspace hinge lidl morrisons sainsburys tesco waitrose walmart
adidas airpods android bluetooth bosch chrome dyson ebay etsy excel fifa firefox fitbit fortnite
garmin ikea ios ipad iphone kindle lego lichess linux macbook mastodon minecraft nikon nintendo
peugeot photoshop playstation powerpoint roblox samsung starbucks steam strava sudoku thinkpad
toyota volkswagen windows xbox
name named names number called surname lvl dob nan gran
git hubby hubs wifey bestie missus
afternoon evening bot buddy mate bro boss doctor dr nurse card account app appointment
balance bank booking cash customer delivery email fee flight id order passport password payment
phone pin refund ticket top-up topup transfer website
esim sim puk pac volte vonr vowifi lte fritzbox speedport kernel
rechnung rechnungen vertrag kündigung termin bestellung lieferung mahnung gutschrift überweisung
wachtwoord passwort kennwort contraseña senha
""")
)
"""
What a statistical name finder often takes for a person or a place.

Greetings, illnesses, medicines, months, feasts, products, makers of them, helpers.
"""

LABELS: Final = words("""
dob geb geboren geburtsdatum tel telefon phone mobile email address adresse postcode ssn nhs
""")
"""What a form says of the next value, and is no end of a name: "Amina Yusuf DOB"."""

GREETINGS: Final = words(
    "hi hey hello hiya heya howdy hola dear thanks thank bye goodbye goodnight sorry ok okay yes no"
    " ask call contact email meet message phone tell text"
)
"""Words that stand before a name, capital or not, and are no part of it."""

ALSO_NAMES: Final = words("April August Claude Eve Hope June Janet Mercy Will")
"""Names that are common words too: with a capital, and taken for a person, they are names."""

ALSO_WORDS: Final = words("""
abbey amber angel april archer ash august autumn bailey baker banks barber barker basil bass bay
beach bell berry best bill bird bishop black blake bliss bond booker boyd brand bridge bridges
brook brooks brown buck bull bush butler carol carpenter carter case chance chandler charity chase
christian clay cliff cole colt cook cooper cotton crew crow cruz curry daisy dale dawn day dean
destiny dick divine drew duke dusty earl early eve faith farmer fern field fields finch fisher
flint flora forest foster fox frank franklin free french frost gale gay gene ginger glen gold
goldie good grace grant gray green grey hall hardy harmony harper harry hart haven hazel heath
heather hill hills holiday holly honey hood hope house hunt hunter iris ivy jack jade jasmine jay
jean jewel joy judge june justice kay king knight lake lance land lane law lily little long love
major mark marsh marshall mason may mercy merry miles mill miller mills milo misty moon moore
morning myrtle nick noble norm north olive page pages palmer park parker parks pat patience pearl
penny pepper peppers perry piper pitt pitts pool poole pope porter potter power powers pratt price
prince prudence queen rain rainbow ranger ray read reed rich rider ring river rivers rob robin
rock rocky rose ross ruby rush rusty sage sandy savage sawyer scarlet scott serenity shade sharp
shepherd short silver singer skinner skip sky small smith snow song south spencer star steel
stella stephens sterling stone storm strong stuart sue summer summers sunny swan sweet tab tanner
taylor temple terry thorn tiger tony trace trinity trip tucker turner tyler usher valley van
victor victory viola violet walker wall walls ward waters way webb wells west wheeler white wilder
will willow winter wise wolf wolfe wood woods worth wren wright young zoe
""")
"""Names that are English words as well: in small letters a known one may be either."""

THINGS: Final = words("""
banks bay beach bell bird black bond bridge bridges brook brooks brown bush butler carpenter case
chance cliff cook cotton crew crow day divine early farmer field fields fisher flint forest free
french frost gold good gray green grey hall hill hills holiday hood house hunt judge justice
knight lake land lane law little long love major marsh mill mills moon morning noble north page
pages palmer park parks pepper peppers pool pope porter potter power powers price pride queen rain
rainbow ranger reed rich rider ring river rivers rock rocky rush rusty savage shade sharp shepherd
short silver singer skinner sky small snow song south spring steel stone storm strong swan sweet
tab temple thorn tiger trip usher valley van victory wall walls waters way wells west wheeler
white wild winter wise wolf wood woods worth young
""")
"""Of those, words that in small letters hardly ever are a name by themselves: "price", "pool"."""

PEOPLES: Final = words("""
african american arab asian atheist autistic blind deaf gay lesbian queer trans
australian black brazilian british buddhist canadian catholic
chinese christian dutch english european filipino french german ghanaian greek hindu hispanic
hungarian indian iranian iraqi irish italian jamaican japanese jewish kenyan korean latino
lebanese mexican mormon muslim nepali nigerian norwegian pakistani palestinian polish portuguese
romanian russian scottish sikh spanish swedish swiss syrian thai turkish ukrainian welsh white
""")
"""What people say that they are after "I'm", with a capital, and is no name."""

DOES: Final = words("""
agreed arrived asked begged booked broke called calls came cheated comes cooks cried cries died
disagreed does drives drove ended fell fought gave gets gives goes got hates hated helped helps hit
hurt hurts invited kept keeps knew knows laughed lied liked likes lived lives loved loves made
makes messaged met moved needed needs ordered passed phoned played plays quit rang ret runs said
says
screamed shouted signed smiled split stopped taught teaches texted texts thinks thought told took
takes tried tries visited wants wears went works worked yelled
""")
"""What people do, which follows a name and is no part of it."""

CONTRACTED: Final = words("""
ain aren can couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren won wouldn
""")
"""What stands before the "t" of "won't" and "can't"."""

POLITE: Final = words("pls plz please thx thanks ty tysm cheers asap ta xx xxx")
"""Words after an address that are no part of it."""

SERVICES: Final = words("""
add discord dm follow github handle ig insta instagram kik reddit snap snapchat telegram threads
tiktok twitch twitter youtube
""")
"""Words before "@name" that say where the name is."""

NATIONS: Final = frozenset(
    """uk|u k|us|u s|usa|u s a|eu|uae|england|scotland|wales|britain|great britain|ireland
northern ireland|united kingdom|the united kingdom|united states|the united states|america
europe|asia|africa|australia|new zealand|canada|france|germany|spain|italy|portugal|poland
netherlands|the netherlands|holland|belgium|switzerland|austria|sweden|norway|denmark|finland
russia|ukraine|turkey|greece|china|japan|korea|south korea|india|pakistan|bangladesh|iran|iraq
israel|egypt|nigeria|kenya|south africa|mexico|brazil|argentina|the eu|the us|the uk|earth
the world|north america|south america|latin america|middle east|the middle east
singapore|hong kong|thailand|vietnam|philippines|the philippines|indonesia|malaysia|hungary
romania|bulgaria|croatia|serbia|slovakia|slovenia|czech republic|iceland|luxembourg|malta|cyprus
european union|the european union""".replace("\n", "|").split("|")
)
"""Countries and continents: where millions live tells nobody apart."""

MONTHS: Final = words("""
january february march april may june july august september october november december
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre
decembre
januar jänner februar märz juni juli oktober dezember
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
januari februari maart mei augustus
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
""")
"""Months, in the languages that the package speaks."""

TIMES_OF_YEAR: Final = MONTHS | words("""
early mid late
spring summer autumn fall winter
primavera verano otoño invierno
printemps été automne hiver
frühling frühjahr sommer herbst winter Frühling Frühjahr Sommer Herbst Winter
Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
estate autunno inverno
lente voorjaar zomer herfst najaar
verão outono
""")
"""
Seasons and months, which are no places; in the languages that the package speaks.

As they are written: "Mayo" and "Spring" are places, "mayo" and "spring" are not.
"""

NOT_A_PERSON: Final = words("""
academy agency airlines airways america and app association bank board bureau business centre
center chat church city clinic club college committee company congress corp corporation council
county court department east entertainment family festival force foundation france fund games
garden general global government group gym health high holdings hospital hotel house inc
industries institute international journal kingdom lab labs law league limited ltd market media
medical ministry museum national network new news north of office online park partners party
pharmacy police post press prime pro programme program project radio records republic research
restaurant royal school science senate service services shop society solutions south state
states station store street studio support surgery system systems team tech technologies
television the theatre times town trust tv uk union united university us virgin ward web west
world block building canteen
""")
"""Words of companies, offices and places, which no person's name holds."""

PARTICLES: Final = words("al el bin ibn abu ben da de del della der di dos du la le san st van von")
"""Small words inside a name."""

FALSE_PHRASES: Final = frozenset(
    """good morning|good afternoon|good evening|good night|happy birthday|merry christmas
happy new year|thank god|oh god|my god|jesus christ|apple pay|google pay|apple watch|samaritans
the samaritans|childline|lifeline|crisis text line|nhs 111|mind|shout|papyrus|calm|befrienders
trevor project|the trevor project|befrienders worldwide""".replace("\n", "|").split("|")
)
"""The same, of several words; and charities that people in distress are sent to."""

NOT_A_HANDLE: Final = frozenset({"e-mail", "sign-in", "log-in", "sign-up", "set-up", "opt-in"})

NOT_AT: Final = words("""
app charset classmethod component contextmanager dataclass deprecated entity everyone fixture
functools here import keyframes lru_cache media mock nullable override param pytest property return
returns staticmethod supports test throws todo username
""")
"""Words that stand behind an @ in code, or to a whole room, and are no handle."""

NOT_A_STREET: Final = COMMON | words("""
minute minutes min mins hour hours hr hrs week weeks month months mile miles km metre metres
meter meters yard yards foot feet step steps block blocks percent pounds dollars euros pence
person kids children men women guys friends cars lanes times mg ml pills tablets
star bedroom bed seat
""")
"""Words that stand between a number and "road" when it is no address: "5 minutes down the road"."""
