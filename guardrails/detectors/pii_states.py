"""Words in small letters that say how somebody is, and are no name after "I'm"."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.pii_words import FALSE_NAMES, words
from guardrails.detectors.plain import written_small

_FELT: Final = words("""
ace adept adrift agitated agog ajar alert alive aloof ambivalent amiable anaemic anemic anorexic
apathetic apologetic apt aro arthritic ascetic assertive asthmatic astute attentive avoidant
bashful beat bedbound besotted bi bitter blind blunt brash brittle broody bulimic buzzed callous
candid cautious celiac celibate chaste chatty cheerful childfree chuffed clammy clingy clumsy
cocky coeliac colourblind coping coy cranky crass cross cynical dainty deaf decrepit defiant
deluded demure destitute devout diabetic diligent discreet dissociating docile dormant dour
drowsy eager earnest eloquent empathetic empathic erratic evasive fatigued feeble fertile fickle
fidgety flaky flighty forlorn forthright fragile frail frigid frugal frumpy fuming futile gangly
gaunt gay giddy glum gluten-free grieving groggy groovy grouchy gullible gutted haggard hangry
haughty hoarse humble hungover hyper hyperaware hyperventilating idle immortal immunocompromised
impartial impatient impulsive inane indifferent indignant inept inert infertile insincere
insolvent intact introverted irate irritable jaded jetlagged jittery jobless jovial jubilant
knackered lanky lax legit lesbian lethargic limber listless lonesome lousy lucid maudlin meek
mellow merry miffed moody morose mortal mute naive narcissistic narked neurotic nimble nocturnal
nonbinary obese obstinate omniscient opinionated overweight pan paranoid parched pathetic
patient peckish pensive perky pescatarian petite petty placid plump polyamorous porky posh
prudish psyched pumped puny queasy queer quiet raging rational reeling resolute restless rotund
rowdy rueful rusty sane sapient savvy sedate seething self-aware sentient serene shaky shattered
shrewd sincere sleepy slim sluggish sly smitten smol smug snappy sober solvent sombre sore
sparse spent spiralling spry squeaky squeamish stern stoic stoked stout straight struggling
sullen sunburnt surly tacky tactile tame tardy teetotal tense terse timid tipsy torpid trans
transient transparent trim uptight vain vegan veggie vexed vigilant virile volatile weary wired
witty woozy zonked
""")
"""What people say that they are, and no list of usual words has."""
_OF_A_STATE: Final = (
    *("ous", "ful", "less", "able", "ible", "ional", "ual", "istic", "matic", "phobic", "lexic"),
    *("ptic", "genic", "ausal", "headed", "hearted", "minded", "handed"),
)
"""Endings of words that say how somebody is, and of hardly any name."""


def describes(word: str, *, named: bool) -> bool:
    """
    Return whether *word*, in small letters after "I'm", says how somebody is: "conscious".

    Of a word that is *named* as people are ("grace") only a list is believed.
    """
    if word in _FELT:
        return True
    if named:
        return False
    if word.endswith(_OF_A_STATE):
        return True
    return all(part in FALSE_NAMES or written_small(part) for part in word.split("-"))
