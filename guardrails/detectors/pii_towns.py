"""Towns that a reader of names takes for people: "Nairobi is warm"."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_words import words

_TOWNS: Final = words("""
aberdeen abidjan abuja accra adelaide agadir ahmedabad aleppo algiers almaty amman amsterdam ankara
antalya antananarivo antwerp asmara astana asuncion athens atlanta auckland augsburg baghdad baku
baltimore bamako bandung bangalore bangkok banjul barcelona basel basra beijing beirut belfast
belgrade bengaluru benin berlin bern bhopal bilbao birmingham bishkek bissau bogota bogotá bologna
bordeaux bournemouth brasilia brasília bratislava brazzaville bremen brisbane bristol brno brussels
bucharest budapest bujumbura bukhara busan cairo calcutta calgary cambridge canberra cancun cancún
caracas cardiff cartagena chandigarh chengdu chennai chicago chisinau chittagong chongqing
cincinnati cluj coimbra cologne colombo conakry copenhagen coventry cusco damascus delhi detroit
dhaka djibouti dodoma doha dortmund douala dubai dublin dubrovnik dundee dunedin durban dushanbe
dusseldorf düsseldorf edinburgh edmonton eindhoven entebbe enugu exeter frankfurt freetown fukuoka
gaborone galway gaza gdansk glasgow gothenburg granada grenoble guadalajara guangzhou guatemala
guayaquil gujarat hamburg hanoi harare harbin hargeisa havana heidelberg helsinki hiroshima
honolulu hyderabad ibadan ibiza innsbruck inverness ipswich islamabad istanbul izmir jaipur jakarta
jeddah jerusalem johannesburg juba kabul kaduna kampala kandahar kano kanpur karachi kathmandu
kaunas kazan kerala kharkiv khartoum kigali kinshasa kisumu kolkata koln krakow kraków kumasi
kuwait kyiv kyoto köln lagos lahore lausanne leeds leicester leipzig libreville lilongwe limassol
limerick lisboa lisbon liverpool ljubljana lome lomé london luanda lucknow lusaka luxembourg lviv
lyon madrid malaga malmo malmö managua manama manchester manila maputo maracaibo marrakech
marrakesh marseille mecca medan medellin medellín melbourne miami middlesbrough minneapolis minsk
mogadishu mombasa monaco monrovia monterrey montevideo montreal moscow mosul mumbai munich muscat
mysore málaga münchen nagasaki nagoya nairobi nantes naples napoli newcastle niamey nicosia norwich
nottingham nouakchott nuremberg odesa odessa oran osaka oslo ottawa ouagadougou palermo panama
peshawar philadelphia pittsburgh plovdiv plymouth podgorica porto portsmouth prague pretoria
pristina pune pyongyang quebec rabat rangoon rawalpindi recife reykjavik riga riyadh rotterdam
salzburg samarkand sapporo sarajevo seattle seoul sevilla seville shanghai sheffield shenzhen
singapore skopje southampton stavanger stockholm strasbourg stuttgart surabaya swansea taipei
tallinn tampa tangier tashkent tbilisi tegucigalpa tehran thessaloniki tijuana timbuktu tirana
tokyo toronto toulouse trieste tripoli tromso tunis ulaanbaatar utrecht vaduz valletta valparaiso
valparaíso vancouver varanasi venice vilnius vladivostok warsaw windhoek winnipeg wolverhampton
wroclaw wuhan yangon yaounde yerevan yokohama zagreb zanzibar zurich zürich
""")
"""Large towns whose names are hardly anybody's: no "Paris", no "York"."""
_READERS: Final = ("rampart", "presidio")


def townlike(value: str) -> bool:
    """Return whether *value* is the name of a large town, and hardly anybody's."""
    return value.lower() in _TOWNS


def placed(hit: Hit, value: str) -> Hit:
    """Return *hit*, of *value*, as a place if a reader took the name of a town for a person."""
    taken = hit.kind == "person" and hit.rule.startswith(_READERS)
    return hit._replace(kind="location") if taken and townlike(value) else hit
