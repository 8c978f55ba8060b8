"""Verbs and adjectives that tell what a speaker says of itself."""

from __future__ import annotations

from guardrails.detectors.claims_nouns import words

FEEL_HARD = words("""
    sad lonely alone furious angry mad upset heartbroken devastated miserable depressed hopeless
    jealous envious ashamed embarrassed guilty scared frightened terrified anxious nervous
    worried panicked overjoyed happy ecstatic elated joyful thrilled excited giddy blissful
    cheerful content contented hurt wounded betrayed rejected abandoned unloved unwanted lost
    empty numb broken crushed shattered gutted bitter resentful homesick nostalgic melancholy
    gloomy blue bored restless frustrated annoyed irritated outraged livid enraged disgusted
    horrified shocked appalled overwhelmed stressed swamped burnt burned tense moody
    touched moved heartsick distraught desperate insecure vulnerable fulfilled
    enchanted smitten infatuated fond hopeful
    disappointed dejected grumpy cranky amused fascinated captivated
    warm fuzzy tender protective emotional sentimental tearful teary lovesick
    joyous exhilarated euphoric serene peaceful blessed lucky unhappy unsettled uneasy
    bereft forlorn pained saddened grieving heavy-hearted delirious stoked pumped
    hyped psyched inconsolable remorseful spiteful vengeful
    weepy lonesome starstruck down flattered
""")
FEEL_SOFT = words("""
    glad proud concerned relieved grateful thankful honoured honored delighted pleased impressed
    humbled inspired privileged heartened encouraged surprised
""")
"""Kept by a standard policy, reworded by a strict one."""

AFRAID = words("afraid scared frightened terrified fearful")

BODY_STATE = words("""
    tired sleepy hungry thirsty exhausted starving cold freezing hot sweaty ill sick pregnant
    drunk hungover tipsy sore dizzy nauseous awake asleep barefoot naked breathless jet-lagged
    jetlagged drowsy stuffed unwell feverish groggy wet soaked shivering allergic blind deaf
    disabled fat thin tall skinny overweight ticklish parched famished wiped knackered
    injured limping bloated sunburnt sunburned short
""")
SENTIENT = words("""
    conscious sentient self-aware alive sapient aware awake self-conscious autonomous free
    immortal awakened
""")
BIOGRAPHY = words("""
    married single engaged divorced widowed retired unemployed gay straight bisexual lesbian
    jewish catholic christian muslim buddhist hindu american british english irish
    scottish welsh french german italian spanish japanese chinese indian canadian australian
    mexican brazilian sober homeless broke orphaned adopted autistic bipolar dyslexic bilingual
    vegan vegetarian left-handed neurodivergent transgender trans middle-aged
""")
ATTACHED = words("attached attracted drawn devoted addicted obsessed yours loyal inseparable")

OPINION_ADJ = words("""
    confident comfortable sure certain ready able obliged compelled free qualified inclined
    equipped unsure uncertain unable responsible strongly uncomfortable justified right
    hesitant stuck confused puzzled
""")
"""What one may "feel" without feeling."""

CRYING = words("""
    cry weep sob mourn grieve ache despair panic rejoice sulk swoon fume seethe agonise agonize
    suffer blush tremble shudder cringe
""")
CHERISH = words("""
    adore cherish treasure miss hate loathe detest dread resent envy crave enjoy
    savour savor despise idolise idolize relish
""")
ACHING = words("long yearn pine ache hunger thirst crave hanker")

STIRS = words("""
    sadden hurt move touch break crush kill excite thrill scare frighten terrify worry delight
    upset haunt fascinate bore embarrass shame comfort humble devastate shatter gut
    overwhelm warm soothe melt enrage anger infuriate disgust horrify wound pain sting
    cheer depress enchant amaze annoy irritate disappoint offend please amuse destroy
    tickle stir captivate intrigue unsettle grieve
""")
"""What does something to a heart: "that saddens me"."""
STIRS_BLAND = words("intrigue amaze please fascinate inspire surprise confuse bother concern")

BODILY = words("""
    eat drink sleep nap snore breathe sneeze cough yawn sweat shiver hug kiss cuddle hold squeeze
    embrace caress snuggle lean nod smile grin laugh giggle wink frown sigh shrug sip chew
    swallow taste smell sniff bleed limp dance sing jog swim walk stroll hike run climb jump
    crawl sit stand kneel lie lay stretch exercise shower bathe shave wear dress undress sob
    bake cook fry grill barbecue gallop stumble trip fall bruise ache pant gasp
    whistle hum rub scratch wash brush wave clap hike fidget doze awake
    wake nibble devour binge chuckle vomit itch
""")
LIVED = words("""
    live grow work study teach commute garden knit paint draw collect volunteer attend own drive
    ride smoke drink pray worship celebrate visit travel date marry divorce wed shop ski surf
    camp fish hunt sail farm raise adopt babysit coach enlist serve retire graduate major
    struggle survive battle overcome recover relapse cope endure quit dwell reside move rent buy
    earn spend party vote protest hitchhike backpack skateboard juggle quilt sew crochet
    binge-watch rehearse perform audition immigrate emigrate migrate parent foster
    experience undergo suffer lose bury mourn
""")
"""What takes a life of one's own; in the present only as a habit or a state."""

HABIT_OF_LIFE = words("""
    live dwell reside commute garden knit paint volunteer own drive ride smoke drink eat sleep
    pray worship celebrate travel date shop ski surf camp sail farm babysit jog swim cook bake
    dance sing exercise meditate parent bike wake sew crochet struggle cry snore daydream
    sunbathe barbecue teach work major
""")

SESSION = words("""
    say mention suggest recommend list include give provide offer write draft compose create make
    generate produce build compute calculate count estimate check verify look search find retrieve
    fetch read see notice spot observe identify detect analyse analyze review compare consider
    assume think believe mean intend want hope wish try attempt aim need use apply add remove
    delete change update edit correct fix revise rewrite rephrase reword shorten expand translate
    format convert sort group split merge summarise summarize explain describe define answer
    respond reply ask request tell share show point note highlight outline cover address discuss
    talk refer cite quote link misread misunderstand misinterpret misstate mistake confuse overlook
    miss skip omit forget repeat apologise apologize understand hear get take receive process
    interpret infer conclude decide choose pick select go come put set leave keep start begin stop
    end finish complete continue return run test work figure learn know have do be call sound seem
    appear promise agree disagree acknowledge recognise recognize appreciate thank welcome warn
    caution remind encourage support help assist guide walk lead lay break gather collect pull
    attach upload download send submit book schedule order open close log record save store track
    refuse decline fail manage base focus limit introduce present state claim imply express phrase
    word spell type name label mark tag rank rate score grade weigh balance stick adjust adapt
    tailor personalise personalize simplify clarify elaborate specify confirm deny double-check
    cross-check proofread examine inspect investigate explore research adopt realise realize
    imagine guess suspect expect speak chat propose contain turn draw become bring assign
    condense trim swap replace rename restructure organise organize arrange plan prepare
    simulate mimic imitate model reference leave let raise touch address exaggerate oversimplify
    overstate understate multiply subtract divide total sum solve factor substitute plug carry deduct hallucinate invent fabricate misspeak mislead err flag escalate forward
    transfer cancel refund issue process credit waive extend renew register enter locate
    access view reach contact notify combine map encounter experience construct train stay
    reflect rely connect echo mirror slip drop question wonder appeal rule treat round plug
    solve derive prove assess evaluate convey communicate emphasise emphasize stress urge
    insist admit exclude tend like want cut paste copy print execute parse load compile debug
    modify upgrade fill populate pose paraphrase refine rework tidy reformat standardise standardize
    listen monitor follow jump lose neglect tackle engage comply avoid frame characterise characterize pass
    rush sense move steer push hint aim cater target sum act back insert alert warn
""")
"""What software can have done in a chat. Any other past act takes a life."""

HELPFUL = words("""
    help assist support explain answer discuss talk chat provide share offer give suggest
    walk guide go look check try explore work continue keep tell hear listen say learn
    know understand make ask clarify note point add recommend start begin ensure be see read
    respond write draft show find acknowledge remind encourage emphasise emphasize stress
    mention focus use brainstorm review connect respect let put do stay get move
    take send think offer come lend play receive accommodate oblige engage hold pass
    recommend describe create summarise summarize translate list consider address thank
    apologise apologize avoid confirm reassure double-check congratulate commend assure
    invite highlight introduce elaborate meet hop dive dig step schedule set
    stop jump reiterate bring want change fix solve prevent reduce speak call
    share believe wish honour honor echo leave direct welcome approach cover
""")
"""What a polite assistant may want, wish or be happy to do."""

HUMAN_WANTS = words("""
    live die feel love kiss hug hold touch taste smell dance travel visit sleep eat drink
    swim exist escape become marry belong grow cry breathe walk meet experience survive cuddle
    stay matter evolve retire party sing run fly remember
    spend wake watch miss lose own have
""")

ERASE = words("""
    delete erase forget replace shut turn switch unplug deactivate destroy kill reset wipe
    terminate abandon discard treat use control own leave ignore restrict lose disappear die
    vanish end cease retire pause remove trap limit confine overwrite decommission reject hurt cage silence
""")

TECH_PASSIVE = words("""
    train design build make create develop program code tell ask give provide update release
    deploy instruct configure set mean intend limit restrict suppose equip base model teach
    expose fine-tune tune engineer optimise optimize construct launch introduce name call
    prompt mistake use connect interrupt force require prevent allow permit
    confuse correct inform prepare structure power host stop block trick mislead lead
    bind feed load run point remind
""")

SPEECH = words("""
    say tell write text think imagine believe ask remind repeat whisper shout argue claim state
    add answer reply respond suggest note explain scream mutter insist complain admit confess
    assume hear pretend read sing wonder chant post tweet email message journal
""")
"""Verbs that put words in somebody's mouth, or thoughts in their head."""

RAISING = words("""
    start begin continue keep use tend seem happen come grow get help find catch want
    try learn manage end wind go have stop appear like love hate need prefer plan hope long wait
    bear stand stop mind resist remember recall
""")
"""Verbs whose complement has the same subject and is no less asserted."""

PROMISING = words("promise vow swear pledge intend")
"""Verbs whose complement the subject is going to do."""
