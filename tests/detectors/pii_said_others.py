"""
What people write in Portuguese and German: sentences of our own, values in `[brackets]`.

The sentences without a value were written before any rule was changed for them. Nobody's data.
"""

from __future__ import annotations

from typing import Final

CLEAN_PORTUGUESE: Final = """
Bom dia, queria saber se a loja abre ao domingo.
Não consigo entrar na minha conta desde ontem.
O pedido ainda não chegou e já passou uma semana.
Estou muito cansada, quase não dormi esta noite.
Podes explicar outra vez como se muda a senha?
Hoje o trabalho foi horrível e o meu chefe gritou comigo.
Acho que estou a ficar doente, dói-me a garganta.
Quanto custa o envio para as ilhas?
A minha filha não quer comer nada.
Tenho medo de falar em público.
Comprei dois bilhetes, mas só recebi um.
Onde é que posso ver a fatura do mês passado?
Obrigado pela ajuda, foste muito simpático.
Sinto-me sozinho desde que mudei de cidade.
O aplicativo fecha sozinho quando abro as fotos.
Qual é a diferença entre os dois planos?
Vou tentar outra vez amanhã de manhã.
Não percebo nada do que está escrito no contrato.
A máquina de lavar faz um barulho estranho.
Preciso de um conselho sobre o meu namoro.
Esqueci-me de tomar o remédio hoje.
Será que posso cancelar sem pagar multa?
Gosto muito de ler antes de dormir.
O médico disse que é só uma constipação.
Estou à espera há mais de meia hora.
Minha mãe ficou chateada comigo por causa do jantar.
Meu cachorro late a noite inteira e os vizinhos reclamam.
Você pode me ajudar com o dever de matemática?
A entrega estava marcada para sexta-feira.
Eu queria trocar a camisa por um tamanho maior.
Tô com saudade de casa.
Cara, que dia puxado, tô morto.
Não tenho dinheiro para pagar tudo este mês.
Minha avó faz o melhor bolo de cenoura.
Ontem perdi o ônibus e cheguei atrasada.
Como faço para trocar o cartão vencido?
O elevador do prédio está quebrado de novo.
Vocês aceitam pagamento em dinheiro?
A reunião foi adiada para a próxima semana.
Estou grávida e sinto muito enjoo de manhã.
O frango ficou salgado demais.
Já reiniciei o roteador e nada.
Quero aprender a tocar violão.
Ele não me responde há três dias.
Meus amigos vão viajar e eu vou ficar em casa.
Está chovendo muito aqui hoje.
Desculpa a demora, a internet caiu.
O vestido azul ainda está disponível?
Preciso remarcar a consulta da tarde.
A luz da cozinha pisca sem parar.
Estou feliz porque passei na prova.
Isso é normal ou devo me preocupar?
O preço mudou depois que pus no carrinho.
Não gosto do meu corpo e evito espelhos.
Tem alguma receita fácil com batata?
Gostaria de falar com o gerente, por favor.
O carregador esquenta muito durante a noite.
Perdi o meu emprego em março.
Será que ele ainda gosta de mim?
Bom, então fica para a próxima, um abraço!
""".strip().splitlines()

CLEAN_GERMAN: Final = """
Guten Morgen, haben Sie am Samstag geöffnet?
Ich komme seit gestern nicht mehr in mein Konto.
Die Lieferung ist immer noch nicht da, das nervt langsam.
Ich habe heute Nacht kaum geschlafen und bin völlig fertig.
Kannst du mir nochmal erklären, wie das mit dem Passwort geht?
Mein Chef hat mich heute vor allen angeschrien.
Ich glaube, ich werde krank, der Hals kratzt.
Was kostet der Versand nach Österreich?
Meine Tochter will einfach nichts essen.
Ich habe Angst, vor Leuten zu sprechen.
Von den zwei bestellten Hosen kam nur eine an.
Wo finde ich die Rechnung vom letzten Monat?
Danke für die Hilfe, das war wirklich nett.
Seit dem Umzug fühle ich mich ziemlich allein.
Die App stürzt ab, sobald ich ein Foto öffne.
Worin unterscheiden sich die beiden Tarife?
Ich probiere es morgen früh nochmal.
Den Vertrag verstehe ich überhaupt nicht.
Die Waschmaschine macht komische Geräusche.
Ich brauche einen Rat wegen meiner Beziehung.
Heute habe ich vergessen, meine Tabletten zu nehmen.
Kann ich kostenlos stornieren?
Abends lese ich am liebsten noch ein bisschen.
Die Ärztin meinte, es sei nur eine Erkältung.
Ich hänge seit einer halben Stunde in der Warteschleife.
Meine Mutter ist sauer wegen dem Abendessen.
Unser Hund bellt die ganze Nacht, die Nachbarn beschweren sich.
Hilfst du mir bei den Hausaufgaben in Mathe?
Der Termin war eigentlich für Freitag ausgemacht.
Ich möchte das Hemd gegen eine größere Größe tauschen.
Hab voll Heimweh grad.
Alter, was für ein Tag, ich bin tot.
Diesen Monat reicht das Geld nicht für alles.
Omas Apfelkuchen ist der beste.
Gestern hab ich den Bus verpasst und kam zu spät.
Wie tausche ich eine abgelaufene Karte um?
Der Aufzug im Haus ist schon wieder kaputt.
Kann man bei euch auch bar bezahlen?
Die Besprechung wurde auf nächste Woche verschoben.
Ich bin schwanger und mir ist morgens ständig übel.
Das Hähnchen ist leider viel zu salzig geworden.
Router neu gestartet, hilft alles nichts.
Ich würde gern Gitarre lernen.
Er antwortet mir seit drei Tagen nicht.
Meine Freunde fahren weg und ich sitze daheim.
Hier regnet es heute in Strömen.
Sorry für die späte Antwort, das Internet war weg.
Gibt es das blaue Kleid noch in klein?
Ich muss den Termin am Nachmittag verschieben.
Das Licht in der Küche flackert dauernd.
Ich freu mich so, ich hab die Prüfung bestanden.
Ist das normal oder sollte ich mir Sorgen machen?
Der Preis hat sich im Warenkorb geändert.
Ich mag meinen Körper nicht und meide Spiegel.
Hast du ein einfaches Rezept mit Kartoffeln?
Ich möchte bitte mit der Leitung sprechen.
Das Ladegerät wird nachts ganz heiß.
Im März habe ich meine Stelle verloren.
Ob er mich wohl noch mag?
Na gut, dann bis zum nächsten Mal, schönen Abend!
""".strip().splitlines()

HOLDS: Final = """
gestern hat mich [Sabine] angerufen und war sauer
ich war mit [Jens] und [Katrin] im Kino
kannst du Frau [Yıldırım] sagen dass ich krank bin
hallo ich bin [lena] und ich komme nicht in mein konto
der [Thorsten] schreit mich immer an
meine schwester [Annika] zieht aus
ich heiße [Svetlana Petrowa], Bestellung ist weg
[Heike Lindemann], ich warte seit Wochen
unser Hausarzt Dr. [Bergmann] hat Urlaub
[Mehmet] und ich haben uns getrennt
ich wohne in [Gelsenkirchen] und mir ist langweilig
liebe grüße, [Uschi]
mein chef Herr [Kowalski] nervt
seit [Oliver] weg ist weine ich nur
die [Gisela] von nebenan ist gestorben
ontem o [Rafael] gritou comigo no trabalho
saí com a [Beatriz] e o [Tiago] no sábado
podes dizer à Dona [Lurdes] que estou doente
olá sou a [mariana] e não consigo entrar
a minha irmã [Joana] mudou-se
chamo-me [Gonçalo Figueiredo], o pedido sumiu
[Patrícia Nogueira], espero há semanas
o meu médico dr. [Amaral] está de férias
o [joão] nunca me responde
eu e a [Camila] terminamos
abraço, [Zeca]
meu chefe seu [Osvaldo] é bravo
desde que o [Vítor] foi embora só choro
moro em [Piracicaba] e estou sozinha
a vizinha [Conceição] faleceu
""".strip().splitlines()
