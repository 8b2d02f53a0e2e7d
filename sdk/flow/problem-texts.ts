import type { MessageTexts } from '../message.ts';

/** What each structural problem of a flow says to the person who draws it. */
export const flowProblemTexts: MessageTexts = {
  FLOW_UNKNOWN_STEP: {
    nl: 'Blok {node}: het type {type} is onbekend; geen ingeschakelde plugin levert het.',
    en: 'Step {node}: the type {type} is unknown; no plugin that is switched on brings it.',
    de: 'Schritt {node}: Der Typ {type} ist unbekannt; kein aktives Plugin liefert ihn.',
    fr: 'Étape {node} : le type {type} est inconnu ; aucun plugin actif ne le fournit.',
  },
  FLOW_STEP_TOO_NEW: {
    nl: 'Blok {node}: versie {version} van {type} is nieuwer dan de geïnstalleerde plugin.',
    en: 'Step {node}: version {version} of {type} is newer than the installed plugin.',
    de: 'Schritt {node}: Version {version} von {type} ist neuer als das installierte Plugin.',
    fr: 'Étape {node} : la version {version} de {type} est plus récente que le plugin installé.',
  },
  FLOW_NOT_IN_GROUP: {
    nl: 'Blok {node}: {type} kan niet tegelijk met andere acties worden uitgevoerd.',
    en: 'Step {node}: {type} cannot be executed at once with other actions.',
    de: 'Schritt {node}: {type} kann nicht zugleich mit anderen Aktionen ausgeführt werden.',
    fr: 'Étape {node} : {type} ne peut pas être exécuté en même temps que d’autres actions.',
  },
  FLOW_SUBJECT_UNKNOWN: {
    nl: 'Een flow per {subject} kan nog niet lopen; kies debiteur of factuur.',
    en: 'A flow per {subject} cannot run yet; choose debtor or invoice.',
    de: 'Ein Ablauf je {subject} kann noch nicht laufen; wählen Sie Schuldner oder Rechnung.',
    fr: 'Un flux par {subject} ne peut pas encore tourner ; choisissez débiteur ou facture.',
  },
  FLOW_NO_PAID_GOAL: {
    nl: 'De flow eindigt niet wanneer alles is betaald.',
    en: 'The flow does not end when everything is paid.',
    de: 'Der Ablauf endet nicht, wenn alles bezahlt ist.',
    fr: 'Le flux ne se termine pas quand tout est payé.',
  },
  FLOW_CLOSED_HOURS: {
    nl: 'De contacturen ({week}) hebben geen dag, of een dag die eindigt voor hij begint.',
    en: 'The contact hours ({week}) have no day, or one that ends before it begins.',
    de: 'Die Kontaktzeiten ({week}) haben keinen Tag oder einen, der vor seinem Beginn endet.',
    fr: 'Les heures de contact ({week}) n’ont aucun jour, ou un jour qui finit avant de commencer.',
  },
  FLOW_UNKNOWN_TEMPLATE: {
    nl: 'Blok {node}: er is geen sjabloon {template}.',
    en: 'Step {node}: there is no template {template}.',
    de: 'Schritt {node}: Es gibt keine Vorlage {template}.',
    fr: 'Étape {node} : il n’existe pas de modèle {template}.',
  },
  FLOW_UNKNOWN_FLOW: {
    nl: 'Blok {node}: er is hier geen flow {flow}.',
    en: 'Step {node}: there is no flow {flow} here.',
    de: 'Schritt {node}: Es gibt hier keinen Ablauf {flow}.',
    fr: 'Étape {node} : il n’y a pas de flux {flow} ici.',
  },
  FLOW_INVALID_CONFIG: {
    nl: 'Blok {node}, veld {field}: {problem}.',
    en: 'Step {node}, field {field}: {problem}.',
    de: 'Schritt {node}, Feld {field}: {problem}.',
    fr: 'Étape {node}, champ {field} : {problem}.',
  },
  FLOW_INVALID_EXPRESSION: {
    nl: 'Blok {node}, veld {field}: de voorwaarde klopt niet: {problem}',
    en: 'Step {node}, field {field}: the condition is not right: {problem}',
    de: 'Schritt {node}, Feld {field}: Die Bedingung stimmt nicht: {problem}',
    fr: 'Étape {node}, champ {field} : la condition est incorrecte : {problem}',
  },
  FLOW_MISSING_ANCHOR_STEP: {
    nl: 'Blok {node} telt vanaf stap {step}, maar die stap bestaat niet.',
    en: 'Step {node} counts from step {step}, but that step is not there.',
    de: 'Schritt {node} zählt ab Schritt {step}, aber diesen Schritt gibt es nicht.',
    fr: 'L’étape {node} compte à partir de l’étape {step}, qui n’existe pas.',
  },
  FLOW_SAME_ANCHORS: {
    nl: 'Blok {node} heeft twee ijkpunten die nooit verschillen.',
    en: 'Step {node} has two anchors that never differ.',
    de: 'Schritt {node} hat zwei Anker, die sich nie unterscheiden.',
    fr: 'L’étape {node} a deux repères qui ne diffèrent jamais.',
  },
  FLOW_LOOSE_EDGE: {
    nl: 'De lijn van {from} ({outcome}) naar {to} hangt los: een van beide blokken bestaat niet.',
    en: 'The line from {from} ({outcome}) to {to} is loose: one of the two steps is not there.',
    de: 'Die Linie von {from} ({outcome}) nach {to} ist lose: Einer der Schritte fehlt.',
    fr: 'Le lien de {from} ({outcome}) vers {to} est libre : une des étapes n’existe pas.',
  },
  FLOW_UNKNOWN_OUTCOME: {
    nl: 'Blok {from} heeft geen uitkomst {outcome}.',
    en: 'Step {from} has no outcome {outcome}.',
    de: 'Schritt {from} hat kein Ergebnis {outcome}.',
    fr: 'L’étape {from} n’a pas de résultat {outcome}.',
  },
  FLOW_EDGE_INTO_START: {
    nl: 'Blok {from} leidt terug naar het begin {to}; een flow begint maar één keer.',
    en: 'Step {from} leads back to the start {to}; a flow starts only once.',
    de: 'Schritt {from} führt zum Start {to} zurück; ein Ablauf beginnt nur einmal.',
    fr: 'L’étape {from} revient au départ {to} ; un flux ne commence qu’une fois.',
  },
  FLOW_DOUBLE_EDGE: {
    nl: 'Blok {from}: uitkomst {outcome} leidt naar meer dan één blok.',
    en: 'Step {from}: outcome {outcome} leads to more than one step.',
    de: 'Schritt {from}: Ergebnis {outcome} führt zu mehr als einem Schritt.',
    fr: 'Étape {from} : le résultat {outcome} mène à plus d’une étape.',
  },
  FLOW_OPEN_OUTCOME: {
    nl: 'Blok {node}: uitkomst {outcome} leidt nergens heen.',
    en: 'Step {node}: outcome {outcome} leads nowhere.',
    de: 'Schritt {node}: Ergebnis {outcome} führt nirgendwohin.',
    fr: 'Étape {node} : le résultat {outcome} ne mène nulle part.',
  },
  FLOW_NO_START: {
    nl: 'De flow heeft geen begin.',
    en: 'The flow has no start.',
    de: 'Der Ablauf hat keinen Start.',
    fr: 'Le flux n’a pas de départ.',
  },
  FLOW_UNREACHABLE_STEP: {
    nl: 'Blok {node} wordt nooit bereikt.',
    en: 'Step {node} is never reached.',
    de: 'Schritt {node} wird nie erreicht.',
    fr: 'L’étape {node} n’est jamais atteinte.',
  },
  FLOW_LOOP_WITHOUT_WAIT: {
    nl: 'Deze blokken vormen een lus zonder wachttijd.',
    en: 'These steps form a loop without a wait.',
    de: 'Diese Schritte bilden eine Schleife ohne Wartezeit.',
    fr: 'Ces étapes forment une boucle sans attente.',
  },
};
