import type { MessageTexts } from '@inning/sdk';
import { lawFixTexts } from './law-fix-texts.ts';

const texts: MessageTexts = {
  LAW_COSTS_NOT_ANNOUNCED: {
    nl: 'Blok {node} maakt incassokosten opeisbaar op een weg waarop ze nooit zijn aangezegd.',
    en: 'Step {node} makes collection costs claimable on a way on which they were never announced.',
    de: 'Schritt {node} stellt Inkassokosten auf einem Weg fällig, auf dem sie nie angekündigt wurden.',
    fr: 'L’étape {node} rend les frais exigibles sur un chemin où ils n’ont jamais été annoncés.',
  },
  LAW_COSTS_WITHOUT_LETTER: {
    nl: 'Blok {node} maakt kosten opeisbaar die wel zijn aangezegd, maar op deze weg vertrok daarna geen brief die dat aan de debiteur vertelt.',
    en: 'Step {node} makes costs claimable that were marked as announced, but on this way no letter left afterwards that tells the debtor.',
    de: 'Schritt {node} stellt Kosten fällig, die als angekündigt gelten; auf diesem Weg ging danach aber kein Brief ab, der es dem Schuldner sagt.',
    fr: 'L’étape {node} rend exigibles des frais notés comme annoncés, mais sur ce chemin aucune lettre n’est partie ensuite pour le dire au débiteur.',
  },
  LAW_COSTS_CLAIMABLE_TOO_EARLY: {
    nl: 'Blok {node} maakt kosten opeisbaar terwijl er sinds de brief maar {days} dagen zeker zijn; een consument heeft 14 volle dagen na ontvangst, en met zon- en feestdagen zijn dat er tot {neededDays}.',
    en: 'Step {node} makes costs claimable while only {days} days since the letter are certain; a consumer has 14 full days after receiving it, which with Sundays and holidays are up to {neededDays}.',
    de: 'Schritt {node} stellt Kosten fällig, obwohl seit dem Brief nur {days} Tage sicher sind; ein Verbraucher hat 14 volle Tage nach Erhalt, mit Sonn- und Feiertagen bis zu {neededDays}.',
    fr: 'L’étape {node} rend les frais exigibles alors que seuls {days} jours depuis la lettre sont certains ; un consommateur a 14 jours pleins après réception, soit jusqu’à {neededDays} avec dimanches et jours fériés.',
  },
  LAW_COSTS_ANNOUNCED_BEFORE_DUE: {
    nl: 'Blok {node} zegt kosten aan op of voor de vervaldatum; dat telt niet.',
    en: 'Step {node} announces costs on or before the due date; that does not count.',
    de: 'Schritt {node} kündigt Kosten am oder vor dem Fälligkeitstag an; das zählt nicht.',
    fr: 'L’étape {node} annonce des frais à l’échéance ou avant ; cela ne compte pas.',
  },
  LAW_COSTS_ANNOUNCED_TWICE: {
    nl: 'Blok {node} zegt kosten nog eens aan terwijl de eerste aanzegging nog staat.',
    en: 'Step {node} announces costs once more while the first announcement still stands.',
    de: 'Schritt {node} kündigt Kosten noch einmal an, obwohl die erste Ankündigung noch gilt.',
    fr: 'L’étape {node} annonce des frais une seconde fois alors que la première annonce tient encore.',
  },
  LAW_CONTACT_NOT_GUARDED: {
    nl: 'Blok {node} bereikt de debiteur zonder dat de engine op contacttijden, betwisting en het maximum aantal contacten let: het bloktype noemt geen kanaal.',
    en: 'Step {node} reaches the debtor while the engine looks at no contact hours, dispute or number of contacts: its type names no channel.',
    de: 'Schritt {node} erreicht den Schuldner, ohne dass auf Kontaktzeiten, Streit und Zahl der Kontakte geachtet wird: Der Typ nennt keinen Kanal.',
    fr: 'L’étape {node} atteint le débiteur sans contrôle des heures, du litige ni du nombre de contacts : son type ne nomme aucun canal.',
  },
  LAW_CONTACT_OUTSIDE_HOURS: {
    nl: 'De flow wil om {sendAt} uur contact; dat mag alleen tussen 7.00 en 20.00 uur. Alles gaat dus pas als dat weer mag.',
    en: 'The flow wants contact at {sendAt}; that is allowed only between 7:00 and 20:00. Everything therefore leaves only when that is allowed again.',
    de: 'Der Ablauf will um {sendAt} Uhr Kontakt; erlaubt ist das nur von 7 bis 20 Uhr. Alles geht also erst, wenn es wieder erlaubt ist.',
    fr: 'Le flux veut un contact à {sendAt} ; ce n’est permis qu’entre 7 h et 20 h. Tout part donc seulement quand c’est de nouveau permis.',
  },
  LAW_CONTACT_TOO_OFTEN: {
    nl: 'Blok {node} is het {count}e contact binnen {days} dagen als alles zo vroeg mogelijk gaat; meer dan {most} is te veel.',
    en: 'Step {node} is contact number {count} within {days} days when everything goes at its earliest; more than {most} is too many.',
    de: 'Schritt {node} ist der {count}. Kontakt innerhalb von {days} Tagen, wenn alles so früh wie möglich geht; mehr als {most} sind zu viele.',
    fr: 'L’étape {node} est le contact n° {count} en {days} jours si tout part au plus tôt ; plus de {most}, c’est trop.',
  },
  LAW_THREAT_TOO_EARLY: {
    nl: 'Blok {node}: de brief {template} ({language}) noemt “{word}”, maar na deze stap kan dat in deze flow niet gebeuren.',
    en: 'Step {node}: the letter {template} ({language}) says “{word}”, but nothing behind this step in the flow can do that.',
    de: 'Schritt {node}: Der Brief {template} ({language}) nennt „{word}“, aber nichts nach diesem Schritt kann das tun.',
    fr: 'Étape {node} : la lettre {template} ({language}) parle de « {word} », mais rien après cette étape ne peut le faire.',
  },
  LAW_LETTER_LACKS_BLOCK: {
    nl: 'Blok {node}: in de brief {template} ({language}) ontbreekt {what}; een debiteur moet zien wie wat vraagt, waarvoor, en hoe te reageren.',
    en: 'Step {node}: the letter {template} ({language}) lacks {what}; a debtor must see who asks for what, why, and how to answer.',
    de: 'Schritt {node}: Im Brief {template} ({language}) fehlt {what}; ein Schuldner muss sehen, wer was wofür verlangt und wie er antwortet.',
    fr: 'Étape {node} : il manque {what} dans la lettre {template} ({language}) ; un débiteur doit voir qui demande quoi, pourquoi, et comment répondre.',
  },
  LAW_LETTER_LACKS_ANNOUNCEMENT: {
    nl: 'Blok {node}: de kosten zijn aangezegd, maar de brief {template} zegt niets over kosten en de termijn van 14 dagen.',
    en: 'Step {node}: costs are marked as announced, but the letter {template} says nothing of costs and the term of 14 days.',
    de: 'Schritt {node}: Die Kosten gelten als angekündigt, aber der Brief {template} sagt nichts von Kosten und der Frist von 14 Tagen.',
    fr: 'Étape {node} : les frais sont notés comme annoncés, mais la lettre {template} ne dit rien des frais ni du délai de 14 jours.',
  },
  LAW_LETTER_TERM_TOO_SHORT: {
    nl: 'Blok {node}: de brief {template} ({language}) geeft minder dan 14 dagen.',
    en: 'Step {node}: the letter {template} ({language}) gives less than 14 days.',
    de: 'Schritt {node}: Der Brief {template} ({language}) gibt weniger als 14 Tage.',
    fr: 'Étape {node} : la lettre {template} ({language}) donne moins de 14 jours.',
  },
  LAW_LETTER_TERM_FROM_ITS_DATE: {
    nl: 'Blok {node}: de brief {template} ({language}) telt de termijn vanaf zijn eigen datum in plaats van vanaf ontvangst.',
    en: 'Step {node}: the letter {template} ({language}) counts its term from its own date and not from receipt.',
    de: 'Schritt {node}: Der Brief {template} ({language}) zählt die Frist ab seinem Datum statt ab Erhalt.',
    fr: 'Étape {node} : la lettre {template} ({language}) compte le délai depuis sa date et non depuis la réception.',
  },
  LAW_HANDED_OVER_UNWARNED: {
    nl: 'Blok {node} draagt het dossier over op een weg waarop geen laatste aanmaning vertrok.',
    en: 'Step {node} hands the case over on a way on which no final notice left.',
    de: 'Schritt {node} gibt die Akte auf einem Weg ab, auf dem keine letzte Mahnung abging.',
    fr: 'L’étape {node} transmet le dossier sur un chemin où aucune dernière mise en demeure n’est partie.',
  },
  LAW_NOT_JUDGED: {
    nl: 'De flow loopt zo door elkaar dat niet elke weg aan de wet kon worden getoetst. Maak er meer flows van.',
    en: 'The flow is so tangled that not every way could be held against the law. Make several flows of it.',
    de: 'Der Ablauf ist so verschlungen, dass nicht jeder Weg am Recht geprüft werden konnte. Teilen Sie ihn auf.',
    fr: 'Le flux est si enchevêtré que tous ses chemins n’ont pas pu être examinés. Faites-en plusieurs flux.',
  },
  LAW_PROMISE_BROKEN: {
    nl: 'De beschrijving belooft “{promise}”, maar blok {node} kan eerder gaan dan na {days} dagen.',
    en: 'The description promises “{promise}”, but step {node} can go earlier than after {days} days.',
    de: 'Die Beschreibung verspricht „{promise}“, aber Schritt {node} kann früher als nach {days} Tagen gehen.',
    fr: 'La description promet « {promise} », mais l’étape {node} peut partir avant {days} jours.',
  },
  LAW_STEP_NOT_DECLARED: {
    nl: 'Blok {node} kan incassokosten wijzigen, maar het bloktype zegt niet wat het daarmee doet; zo is niet te zien of de wet wordt nageleefd.',
    en: 'Step {node} may change collection costs, but its type does not say what it does with them; nobody can see whether the law is kept.',
    de: 'Schritt {node} kann Inkassokosten ändern, sein Typ sagt aber nicht, was er damit tut; ob das Recht gewahrt ist, ist nicht zu sehen.',
    fr: 'L’étape {node} peut changer les frais, mais son type ne dit pas ce qu’il en fait ; nul ne peut voir si la loi est respectée.',
  },
  LAW_CONSUMER_CHARGED: {
    nl: 'Blok {node} rekent een consument iets anders dan incassokosten en rente; dat mag niet.',
    en: 'Step {node} charges a consumer something beside collection costs and interest; that is not allowed.',
    de: 'Schritt {node} berechnet einem Verbraucher etwas anderes als Inkassokosten und Zinsen; das ist nicht erlaubt.',
    fr: 'L’étape {node} facture à un consommateur autre chose que les frais de recouvrement et les intérêts ; ce n’est pas permis.',
  },
  LAW_LETTER_CHARGES_CONSUMER: {
    nl: 'Blok {node}: de brief {template} ({language}) vraagt “{word}”; een consument is alleen incassokosten en rente verschuldigd.',
    en: 'Step {node}: the letter {template} ({language}) asks for “{word}”; a consumer owes collection costs and interest only.',
    de: 'Schritt {node}: Der Brief {template} ({language}) verlangt „{word}“; ein Verbraucher schuldet nur Inkassokosten und Zinsen.',
    fr: 'Étape {node} : la lettre {template} ({language}) demande « {word} » ; un consommateur ne doit que les frais de recouvrement et les intérêts.',
  },
  LAW_INTEREST_OF_WRONG_KIND: {
    nl: 'Blok {node} rekent rente van de verkeerde soort ({kind}): handelsrente is er voor bedrijven, wettelijke rente voor consumenten.',
    en: 'Step {node} charges interest of the wrong kind ({kind}): commercial interest is for businesses, statutory interest for consumers.',
    de: 'Schritt {node} berechnet Zinsen der falschen Art ({kind}): Handelszinsen gelten für Unternehmen, gesetzliche Zinsen für Verbraucher.',
    fr: 'L’étape {node} calcule des intérêts du mauvais type ({kind}) : les intérêts commerciaux sont pour les entreprises, les légaux pour les consommateurs.',
  },
  LAW_LETTER_INTEREST_KIND: {
    nl: 'Blok {node}: de brief {template} ({language}) noemt “{word}”, ook aan consumenten; die is er alleen voor bedrijven.',
    en: 'Step {node}: the letter {template} ({language}) speaks of “{word}”, also to consumers; that is for businesses only.',
    de: 'Schritt {node}: Der Brief {template} ({language}) nennt „{word}“ auch gegenüber Verbrauchern; das gilt nur für Unternehmen.',
    fr: 'Étape {node} : la lettre {template} ({language}) parle de « {word} », aussi aux consommateurs ; ce n’est que pour les entreprises.',
  },
  LAW_KINDS_TREATED_ALIKE: {
    nl: 'Blok {node} rekent consumenten en bedrijven dezelfde rente, terwijl de wet daar verschil maakt.',
    en: 'Step {node} charges consumers and businesses the same interest, where the law makes a difference.',
    de: 'Schritt {node} berechnet Verbrauchern und Unternehmen dieselben Zinsen, obwohl das Recht unterscheidet.',
    fr: 'L’étape {node} calcule les mêmes intérêts aux consommateurs et aux entreprises, alors que la loi les distingue.',
  },
  LAW_CONTACT_AFTER_HAND_OVER: {
    nl: 'Blok {node} benadert de debiteur nadat het dossier is overgedragen.',
    en: 'Step {node} contacts the debtor after the case was handed over.',
    de: 'Schritt {node} kontaktiert den Schuldner, nachdem die Akte abgegeben wurde.',
    fr: 'L’étape {node} contacte le débiteur après la transmission du dossier.',
  },
  LAW_STOP_NOT_EXCLUDED: {
    nl: 'De flow stopt niet bij: {goals}. Wie niets meer verschuldigd is of bij een ander ligt, hoort niet in een flow met herinneringen te blijven.',
    en: 'The flow does not end at: {goals}. Who owes nothing any more, or is with somebody else, should not stay in a flow with reminders.',
    de: 'Der Ablauf endet nicht bei: {goals}. Wer nichts mehr schuldet oder bei anderen liegt, gehört nicht in einen Ablauf mit Mahnungen.',
    fr: 'Le flux ne finit pas à : {goals}. Qui ne doit plus rien, ou relève d’un autre, ne doit pas rester dans un flux de rappels.',
  },
};

/** What each legal finding and its fix says to the person who draws the flow. */
export const lawLintTexts: MessageTexts = Object.fromEntries(
  Object.entries({ ...texts, ...lawFixTexts }).map(([code, text]) => [`country-nl.${code}`, text]),
);
