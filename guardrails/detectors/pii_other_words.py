"""
Common words of languages other than English that readers of English take for names.

Forms as people write them in messages, in small letters, with and without their signs.
What is also a usual first name ("rosa", "clara", "max") is not among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_GERMAN: Final = """
abend abende abends abendessen abgelaufen abholung absage abteilung adresse ahnung akku akte alltag
alter amt andere anderen änderung anfang anfrage angebot angst anhang anliegen anmeldung anruf
antrag antwort antworten anzeige apfel apfelkuchen app apotheke april arbeit arbeiten arbeitsplatz
arm ärger arzt ärztin arztpraxis aufgabe auftrag aufzug auge augen ausbildung ausflug auskunft ausland
ausweis auto bad bahn bahnhof balkon ball bar bauch bauchschmerzen baum bedienung behandlung bein beine
beispiel beitrag bekannte bericht beruf bescheid beschwerde besprechung besser besten bestellung
bestellnummer besuch betrag bett beziehung bild bilder bisschen blau blaue blauen blut brief brille
brot bruder brüder buch bücher büro bus chef chefin computer dach dank datei datum dauer dauernd decke
ding dinge dose drucker durst ei eier einkauf einkäufe einladung eltern ende endlich entscheidung erde
erfahrung erinnerung erkältung ernst essen fahrer fahrkarte fahrrad fahrt fall familie farbe fehler
feier ferien fernseher fertig fieber film firma fisch flasche fleisch flug flughafen foto fotos frage
fragen frau frauen frei freitag freude freund freunde freundin freundinnen frist früh frühling
frühstück führerschein fuß füße garantie garten gast gäste gebäude gebühr geburtstag gedanke gedanken
gefühl gefühle gegend geheimnis gehalt geld gemüse gepäck gerät geräusch geräusche gericht gern gerne
geschäft geschenk geschichte geschirr gesicht gespräch gesundheit getränk gewicht gitarre glas glück
glücklich grad grippe groß größe großmutter großvater grund gruppe grüße gutschein haar haare hähnchen
hals halsschmerzen hand handy hände haus hausaufgabe hausaufgaben haut heim heimweh heizung hemd herbst
herz hilfe himmel hobby hochzeit hof hoffnung höhe hose hosen hotel hund hunde hunger husten idee
impfung information infos internet jahr jahre jahren jacke jeder jetzt job jugend junge jungen kaffee
kalt kaputt karte karten kartoffel kartoffeln kasse kater katze katzen kauf käse kein keller kette kind
kinder kino kirche kiste kleid kleider kleidung klein kleine kleinen klinik knie koffer kollege kollegen
kollegin konto kontakt kopf kopfschmerzen körper kosten krank krankenhaus krankenkasse krankheit küche
kuchen kunde kunden kundendienst kündigung kurs kurz laden ladegerät lage lampe land lange langsam lärm
laune leben lehrer lehrerin leider leistung leitung lern lernen leute leuten licht liebe lieferung
lieferant lieblings lied lieder linie liste lohn lust luft magen mal mädchen mama mann männer markt
mathe matratze mauer medikament medikamente meinung mensch menschen messer miete mieter milch minute
minuten mitarbeiter mittag mittagessen mitte mittwoch möbel moment monat monate monaten montag morgens
motor müde müll mund musik mutter mutti nachbar nachbarin nachbarn nachmittag nachricht nachrichten
nacht nachts name namen nase natur nebenkosten nett netz nervös neu neue neues normal nudeln nummer nur
obst ofen ohr oma omas onkel opa ordnung ort paar päckchen paket papa papier parkplatz partner party
pass passwort patient pause pech person pferd pflanze pflege platz polizei post praxis preis preise
problem probleme prüfung prüfungen punkt quittung rat rechnung rechnungen recht rede regal regen reise
reparatur rest restaurant rezept rezepte richtig richtung ring rock rollstuhl router rücken rückgabe
rückmeldung ruhe ruhig sache sachen saft salat salz salzig samstag satz sauer schade schalter schatten
schatz schlaf schlafen schlecht schloss schluss schlüssel schmerz schmerzen schnee schnell schnupfen
schock schokolade schön schöne schönen schrank schuh schuhe schuld schulden schule schüler schulter
schwanger schwester schwierigkeiten see seite sekunde selbst semester sendung sicher sicherheit
situation sitz software sohn sommer sonne sonntag sorge sorgen spaß spät spiegel spiel spiele sport
sprache stadt stelle steuer stimme stimmung stock straße streit stress strom ströme strömen stück
student studium stuhl stunde stunden suche supermarkt suppe süß system tabelle tablette tabletten tag
tage tagen tante tarif tarife tasche tasse teil telefon teller temperatur teppich termin termine test
teuer text therapeut therapeutin therapie thema tier tiere tipp tisch tochter tod toilette ton topf tot
tränen traum träume traurig treffen treppe trotzdem tür tüte übel übelkeit überweisung uhr umfrage umzug
unfall universität unterlagen unterricht unterschied unterschrift untersuchung urlaub vater vati
verabredung verbindung verein vergangenheit verkäufer verlängerung verlust versand versicherung
verspätung vertrag verträge vertrauen verwandte video vogel voll völlig vorgesetzte vormittag vorname
vorschlag wagen wahl wahrheit wald wand warenkorb warm warteschleife wäsche waschmaschine wasser weg
weihnachten wein welt wert wetter wichtig wind winter wirklich woche wochen wochenende wohnung wolke
wort worte wunde wunsch wut zahl zahlung zahn zahnarzt zähne zeichen zeit zeitung zeug ziel ziemlich
zigarette zimmer zoll zucker zug zukunft zunge zuhause zustand zweifel
bekommen bestanden bestellt bezahlen bezahlt bleiben bleibt brauche braucht bringen dachte denke denken
erklären erreichen fahren fällt fehlt finde finden flackert frage freu freue fühle fühlt funktioniert
gefallen gefunden gegangen gegessen gehen gehört gekauft gekommen gemacht gesagt geschlafen geschrieben
geschrien geworden glaube glauben hänge hasse heißt helfen hilft hilfst hoffe hören kam kamen kaufen
kenne klappt kommen kommt kostet kratzt kriege lachen lassen läuft lebe lese lesen liegt macht machen
mag meide meint meldet mögen nehme nehmen nimmt passiert probiere redet rufe sage sagen sagt schaffe
schicken schickt schläft schreibe schreiben schreit sehe sehen sitze sprechen stehe steht stimmt suche
trage treffe trinken tun tut vergessen verloren verpasst verschieben verstehe versucht vermisse warte
warten weinen wissen wohnen wollte wollen wurde würde würden zahlen zieht zeigt
blöd böse dick doof dumm dunkel einfach falsch fremd froh ganz ganze ganzen gesund halb halbe halben
heiß hell hungrig jung komisch komische krass lang laut leer leicht leise letzte letzten lieb locker
möglich nächste nächsten nass offen peinlich perfekt privat pünktlich rot schwach schwarz schwer
schwierig seltsam spannend stark still stolz super toll trocken unsicher voller weiß weit wenig wütend
dahin daheim damals danach daran darauf darum deshalb drin dabei dazu eben egal eigentlich einmal genau
gegen gleich grade gerade irgendwie irgendwann kaum lieber manchmal meist meistens mindestens nachher
natürlich nebenbei neulich nochmal oben oft plötzlich schließlich sofort sonst soweit später ständig
überhaupt ungefähr unten vielleicht vorher vorbei wegen weiter wieder wohl zusammen zuletzt zurück
"""

_PORTUGUESE: Final = """
abraço abraços abril acabei aceitam acesso acho acidente acordo açúcar agenda agora agosto água ajuda
aluguel aluguer almoço alto altura aluno amanhã ambiente amiga amigas amigo amigos amor andar animal
aniversário ano ansiedade ansiosa ansioso antigo aplicação aplicativo apoio aprender aquilo ar armário
arroz arte assinatura assunto atendimento atraso atrasada atrasado aula aulas autocarro avião avó avô
avós azul bairro banco banheiro banho barato barco barulho batata bebé bebê beijo beijinhos bem biblioteca
bicicleta bilhete bilhetes boa boas boca bola bolo bolsa bom bonita bonito braço branco brasil cabeça
cabelo cachorro cadeira café caixa calor cama câmara camisa camisola campo cancelamento cancelar cansaço
cansada cansado canto cão cara carregador carregar carrinho carro carta cartão casa casaco casal casamento
caso castanho causa cedo celular cenoura centro certeza certo céu chateada chateado chave chefe chegada
chegar chegou cheio cheiro chuva cidade ciências cima cinema claro cliente clínica cobrança código coisa
coisas colega colegas colégio comboio começo comida comigo companhia compra compras comprei compromisso
computador conselho conselhos consigo constipação consulta consultas conta contas contrato contratos
conversa coração cor corpo correio corrida corte cosas costas cozinha criança crianças cuidado culpa curso
dado dados data decisão dedo dente dentes dentista departamento desconto desculpa desculpas desde desemprego
deus dever deveres dia difícil diferença dinheiro direito disponível doença doente domingo dor dores dormi
dormir doutor doutora dúvida dúvidas elevador emergência emprego empresa encomenda encontro endereço energia
enfermeira enfermeiro enjoo entrada entrega entregas envio época equipa erro escada escola escritório escuro
espaço espelho espelhos esposa esquina estação estado estrada estranha estranho estudo eventos exame exames
exemplo experiência explicar faculdade falta família farmácia fatura faturas favor febre feliz feira férias
ferida festa fevereiro fica ficar ficha ficou fila filha filhas filho filhos filme fim flor fogo fome força
fora forma forno foto fotos frango frente frio fruta frutas fumo fundo futuro garganta garrafa gato gatos
gelado gente gerente gestão gosto governo grande grátis grávida grave gripe gritou grupo guerra guitarra hábito
história homem homens hora horário horas horrível hospital hotel ideia idade ilha ilhas imagem imposto
inglês inscrição internet inverno irmã irmão irmãos janeiro janela jantar jardim jogo jogos jornal jovem
juízo julho junho justiça lado lanche lápis leite lenço ler letra levantar levar lição liga ligação linha
língua lista livro livros lixo loja lojas longe lua lugar luz luzes mãe maio mala mamã mamãe maneira manhã
mão mãos máquina mar março marido mas matemática medo médica médico medicamento medicamentos meia meio melhor
memória menina menino mensagem mensagens mês meses mesa mesmo metro milho ministério minuto minutos moço
moça momento montanha morada morte morto mota motivo motorista móvel mudança mudei mulher mulheres mundo
música nada namorada namorado namoro nariz natal natureza negócio nervosa nervoso neta neto noite noites nome
normal nota notas notícia notícias nova novela novembro novo número números obra olho olhos ombro ônibus
opinião ordem orelha outono outubro ouvido ovo ovos pacote pagamento pagamentos pagar pai pais país palavra
palavras pão papel papéis par parede parte passado passagem passaporte passei pé pedido pedidos peixe pele
pena perda perdi pergunta perguntas perna pernas perto pés peso pessoa pessoas pior piso planeta plano planos
plantas poema polícia ponto porta português posição postos praça praia prato prazer prazo preço preços
preciso prédio presente pressa pressão primavera primeira primeiro problema problemas processo produto
produtos professor professora projeto promoção prova provas próxima próximo público puxado quarta quarto
quarto quase queda queixa quente questão quilos quinta rádio raiva rapaz rapariga razão receita receitas
recibo recibos reclamação rede refeição reembolso remédio remédios renda resposta respostas resto resultado
reunião revista rio risco rosto roteador roupa roupas rua sábado saída sal sala salário salgado sangue sapatos
saudade saudades saúde segredo seguinte segunda segundo seguro semana semanas senha senhor senhora sensação
sentimento serviço setembro sexta silêncio simpática simpático situação sobrinho sobrinha sofá sol sono sonho
sonhos sorte sozinha sozinho stress tamanho tarde tarefa tarefas taxa tele telefone telemóvel televisão tempo
tentar terapeuta terapia terça terra teste testes texto tia tio título toalha trabalho trabalhos trânsito
transporte tratamento treino triste troca trocar tudo turma último última universidade urgência urgente
vacina valor vazio velho venda ver verão verdade verde vergonha vermelho vestido vez viagem viagens viajar vida
vidro vinho violão violência visita vista viver vizinha vizinho vizinhos volta vontade voo voz zona
abre aconteceu ajudar andar aparece aprendi atrasou caiu cancelou chama chamou chegaram chora chorar chovendo
começou comer comprar conheço consegui continua correr custa deixa deixou demora demorou dizer diz disse doi
dói entendo entrar enviei esqueci esquenta está evito explica fala falar falou faltam fecha fechou feito foste
funciona ganhei gostava grita gritar gritou ir late ligou mandei mandar moram morreu mudou olha parar parece
passa passou pede pedi peguei pensar percebo perdeu piora pisca pode podes podem ponho precisa procuro puseram
querem quebrado quebrou reclamam recebi reiniciei remarcar responde respondeu sabe saber saí sair sabes seria
sinto sofri sofro tenta tentei terminou tocar toma tomar trabalhar trabalho tratar trouxe usar vem vejo venho
veio viu voltar volto
adiada adiado aborrecida alegre bastante brava bravo calma calmo cara caro cheia demais dentro devagar
diferente doentes esgotada esgotado esquisito fácil fechado feia feio folga forte fraco junto legal lento
linda lindo livre louca louco maior mau menor mesma nenhum nenhuma num numa ocupado ontem pequena pequeno
perdido pesado podre pronto quebrada rápido rico ruim seca seco séria sério sexto suja sujo talvez tanto
vazia velha vencido
"""

COMMON_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"German": frozenset(_GERMAN.split()), "Portuguese": frozenset(_PORTUGUESE.split())}
)
"""Language → words of it that are no names; for others none were written down yet."""
