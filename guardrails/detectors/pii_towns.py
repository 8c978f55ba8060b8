"""Towns that a reader of names takes for people: "Nairobi is warm"."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_words import words

_TOWNS: Final = words("""
aberdeen abidjan abuja accra adelaide agadir ahmedabad aleppo algiers almaty alps amman amsterdam
andalusia angkor ankara antalya antananarivo antwerp asmara astana asuncion athens atlanta
auckland augsburg azores baghdad bahamas baku bali baltimore bamako bandung bangalore bangkok
banjul barbados barcelona basel basra bavaria beijing beirut belfast belgrade bengaluru benin
berlin bern bhopal bilbao birmingham bishkek bissau bogota bogotá bologna boracay bordeaux borneo
bournemouth brasilia brasília bratislava brazzaville bremen brisbane bristol brittany brno
brussels bucharest budapest bujumbura bukhara busan cairo calcutta calgary cambridge canberra
cancun cancún cappadocia caracas cardiff cartagena catalonia cebu chamonix chandigarh chengdu
chennai chicago chisinau chittagong chongqing cincinnati cluj coimbra cologne colombo conakry
copenhagen corfu cornwall corsica coventry crete crimea cusco damascus darfur delhi detroit dhaka
djibouti dodoma doha dortmund douala dubai dublin dubrovnik dundee dunedin durban dushanbe
dusseldorf düsseldorf edinburgh edmonton eindhoven entebbe enugu etna everest exeter fiji
frankfurt freetown fukuoka gaborone galway gatwick gaza gdansk glasgow goa gothenburg granada
grenoble guadalajara guangzhou guatemala guayaquil guilin gujarat gyeongju hamburg hanoi harare
harbin hargeisa havana hawaii heathrow heidelberg helsinki himalayas hiroshima hokkaido honolulu
hvar hyderabad ibadan ibiza innsbruck interlaken inverness ipswich islamabad istanbul izmir jaipur
jakarta jeddah jeju jerusalem johannesburg juba kabul kaduna kampala kandahar kano kanpur karachi
kashmir kathmandu kaunas kazan kerala kharkiv khartoum kigali kilimanjaro kinshasa kisumu kolkata
koln kotor krakow kraków kumasi kuwait kyiv kyoto kyushu köln lagos lahore lapland lausanne leeds
leicester leipzig lhasa libreville lilongwe limassol limerick lisboa lisbon liverpool ljubljana
lombok lome lomé london luanda lucknow lusaka luxembourg luzon lviv lyon madeira madrid majorca
malaga maldives mallorca malmo malmö managua manama manchester manila maputo maracaibo marrakech
marrakesh marriott marseille matterhorn maui mauritius mecca medan medellin medellín melbourne
menorca miami middlesbrough minneapolis minsk mogadishu mombasa monaco monrovia monterrey
montevideo montreal moscow mostar mosul mumbai munich muscat mykonos mysore málaga münchen
nagasaki nagoya nairobi nantes naples napoli newcastle niamey nicosia normandy norwich nottingham
nouakchott nuremberg odesa odessa okinawa oran osaka oslo ottawa ouagadougou palawan palermo
panama patagonia peshawar philadelphia phuket pittsburgh plovdiv plymouth podgorica porto
portsmouth prague pretoria pristina provence pune punjab pyongyang pyrenees quebec rabat rajasthan
rangoon rawalpindi recife reykjavik riga riyadh rotterdam sahara salzburg samarkand santorini
sapporo sarajevo sardinia scandinavia schiphol seattle seoul sevilla seville seychelles shanghai
sheffield shenzhen siberia sicily sinai singapore skopje southampton stansted stavanger stockholm
stonehenge strasbourg stuttgart sulawesi sumatra surabaya swansea tahiti taipei tallinn tampa
tangier tashkent tbilisi tegucigalpa tehran tenerife thessaloniki tibet tijuana timbuktu tirana
tokyo toronto toulouse transylvania trieste tripoli tromso tunis tuscany ulaanbaatar utrecht vaduz
valletta valparaiso valparaíso vancouver varanasi venice vesuvius vilnius vladivostok warsaw
windhoek winnipeg wolverhampton wroclaw wuhan xian yangon yaounde yerevan yokohama yorkshire
yucatan yunnan zadar zagreb zanzibar zermatt zurich zürich
""")
"""Large towns and parts of countries whose names are hardly anybody's: no "Paris"."""
READERS: Final = ("rampart", "presidio")
"""How rules of the two readers begin."""


def townlike(value: str) -> bool:
    """Return whether *value* is the name of a large town, and hardly anybody's."""
    return value.lower() in _TOWNS


def placed(hit: Hit, value: str) -> Hit:
    """Return *hit*, of *value*, as a place if a reader took the name of a town for a person."""
    taken = hit.kind == "person" and hit.rule.startswith(READERS)
    return hit._replace(kind="location") if taken and townlike(value) else hit
