"""Names that nobody made up is called by."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALSO_WORDS: Final = _words("""
adair alba alma amber amor amparo angel angeles april archer august aurora austin autumn bacon
baker ball bank banks bauer beard bell bender berg bianca bird bishop black blanc blanca blanche
blank bloom bond booker booth boyd brandy braun brave brewer bridge brook brooke brooks brown
browning buck burn burns bush butcher butler camp candy cannon caroline carter case castle celeste
chambers chance chandler chapel charity charm chase chelsea chester christian church claire clara
clay clement cliff clifford cody cole colt concepcion constance consuelo cook cooper cope coral
corona cotton cowan craft crane cross crystal curry daisy dale dallas dawn dean delta denver devon
diamond divine dolores dora drake drew duke duran earl early east easter ebony eden elder england
english ernest esperanza esther eva faith farmer faulkner felicia fiel fields finch fink fish
fisher flora florence florian flower flowers ford forest forester forrest foster fowler fox france
francia francis franco frank freeman french fritz frost fuchs fuller gabriel gaines gamble garden
gardener gardner garland garner gay gene gentry georgia gift gilbert ginger glass glen glenn
gloria gold golden good goodman gordon grace graf grand grande grant grave graves gray green
greene greenwood greer grey gross groves guerra hahn hail hale hall hammer hammond hand hardy harm
harmony harper harris harry hart haven hawk hay hayes hazel heart heath heather heaven helm henry
herald herb herder herman herring herrmann hill hills hoffnung holder holland hollow holly holmes
holt honor hook hoover hope horn horne house houston hunt hunter iris israel ivory ivy jack
jackson jade jamaica jasmine jasper jean jerry jersey jewel jewell jimmy johns jolly jordan joseph
joy joyce judge judy julia julie july june junior justice justin kaiser karma keen kelly kent
kerry kidd king kirsch klein knight koch kraft kranz krebs krieg kroll kurz lake lamb lambert
lance land lane lang lark latin laurel lawn lawson leach leal leben legrand leon leroy levy
liberty liebe lily lincoln lindsey little lola long lopes love low lowe lucas luce lucky luna lune
lynn major malone manning marc march marcus marina marine mark marks marsh marsha marshall martin
martinez mason massey matt max maxwell mayer mays mead meadow meadows melody mendez mercado
mercedes mercer mercy merry meyer mick mike milagros miles miller mills mina minor misty monk
moody moon moore mora moral moreau morris morrow moss mueller nancy nash neal nelly neumann nevada
new newman newton nick nicole noble noel noll norman norris north olive oliver olivia olsen opal
orange otto page paige painter palm palma palmer paris parish park parke parker parks parsons
pascal patience patton paul pauline payne paz peace peach peacock pearce pearl peck penny perla
peter petit petty pfeiffer phoenix pierce pike pilar piper pitt pitts place poole poor pope poppy
porter potter pound powers precious preston price prince princess pritchard proctor proud
providencia prudence quick rain ralph ramsey rand randall randy raven ray read red reed reese
reich reid rene reuter rey reyes reynolds rice rich richard rico ring rios ritter rivera rivers
roach rob robin robles rock rocky roger rogers roman rome romeo roosevelt rosa rosario rosary rose
rosemary rossi roth roux rowe royal rubio ruby ruiz rush russ russell rusty ruth sage saint sally
salt salud salvador samson sandy santa santos savage savanna savannah sawyer scarlett schade
schatz scholl schulz schwarz scott seal sellers serena sergeant serra sexton shade sharp shaw
shelby shell shelly shepherd sherry shields shore short sierra silva silver simon singer singleton
skinner sky skye small smart smith snow sofia sol solano soledad solis solomon sommer sonny sorrow
sosa south sparks spears spence spencer spring stacy stadler star stark starr steel steele stein
stella sterling stern stone storm story stout strange strong stuart summer summers sunny swan
sweet sylvester tanner tatum taylor teller temple terra terry thomas thorn thorne thorpe tiffany
timothy toby todd tony torres tower town townsend travis trinity troy true trujillo tucker turner
tyler ulrich valentine valle van vance vega vera verdad vernon victor victoria vidal viktor
vincent viola violet virginia vogel wade wagner wahl waker walker wall waller walls walter walters
ward warden ware warner warren washington waters watts wayne weaver webb weber weiss wells west
wheeler white whitehead whitehouse wilde wilder wilhelm will willow wills wing winkler winter
winters wise wolf wolfe wolff wood woods woodward worth wright wunder yates york young zimmer
zimmermann
""")
"""Names of Faker's that are also words, places or titles: a reply may hold them by chance."""
