import type { MessageTexts } from '@inning/sdk';

/** What would mend a legal finding. */
export const lawFixTexts: MessageTexts = {
  'fix-only-business': {
    nl: 'Zet er een voorwaarde voor die alleen zakelijke debiteuren doorlaat, of haal de stap weg.',
    en: 'Put a condition before it that lets only business debtors pass, or take the step away.',
    de: 'Setzen Sie eine Bedingung davor, die nur Unternehmen durchlässt, oder entfernen Sie den Schritt.',
    fr: 'Placez avant une condition qui ne laisse passer que les entreprises, ou retirez l’étape.',
  },
  'fix-by-debtor': {
    nl: 'Laat de soort rente van de debiteur afhangen.',
    en: 'Let the kind of interest follow the debtor.',
    de: 'Lassen Sie die Art der Zinsen vom Schuldner abhängen.',
    fr: 'Faites dépendre le type d’intérêts du débiteur.',
  },
  'fix-goals': {
    nl: 'Zet bij de instellingen van de flow ook deze einden aan: {goals}.',
    en: 'Switch these ends on in the settings of the flow: {goals}.',
    de: 'Schalten Sie in den Einstellungen des Ablaufs auch diese Enden ein: {goals}.',
    fr: 'Activez aussi ces fins dans les réglages du flux : {goals}.',
  },
  'fix-after-due': {
    nl: 'Zeg kosten aan op een dag na de vervaldatum.',
    en: 'Announce costs on a day after the due date.',
    de: 'Kündigen Sie Kosten an einem Tag nach der Fälligkeit an.',
    fr: 'Annoncez les frais un jour après l’échéance.',
  },
  'fix-announce': {
    nl: 'Zet op elke weg hiernaartoe eerst een stap die kosten aanzegt, een brief en een wachttijd; of laat alleen zakelijke debiteuren hierlangs.',
    en: 'Put a step that announces costs, a letter and a wait before it on every way; or let only business debtors pass here.',
    de: 'Setzen Sie auf jeden Weg davor eine Ankündigung, einen Brief und eine Wartezeit; oder lassen Sie hier nur Unternehmen durch.',
    fr: 'Placez avant, sur chaque chemin, une annonce, une lettre et une attente ; ou ne laissez passer que des entreprises.',
  },
  'fix-letter': {
    nl: 'Laat alleen wegen waarop de brief is verstuurd naar deze stap leiden.',
    en: 'Let only ways on which the letter was sent lead to this step.',
    de: 'Lassen Sie nur Wege zu diesem Schritt führen, auf denen der Brief gesendet wurde.',
    fr: 'Ne laissez mener à cette étape que les chemins où la lettre est partie.',
  },
  'fix-wait': {
    nl: 'Wacht minstens {neededDays} dagen na de stap die de brief verstuurt.',
    en: 'Wait at least {neededDays} days after the step that sends the letter.',
    de: 'Warten Sie mindestens {neededDays} Tage nach dem Schritt, der den Brief sendet.',
    fr: 'Attendez au moins {neededDays} jours après l’étape qui envoie la lettre.',
  },
  'fix-hours': {
    nl: 'Kies een tijd tussen 7.00 en 20.00 uur.',
    en: 'Choose a time between 7:00 and 20:00.',
    de: 'Wählen Sie eine Zeit zwischen 7 und 20 Uhr.',
    fr: 'Choisissez une heure entre 7 h et 20 h.',
  },
  'fix-contacts': {
    nl: 'Zet het maximum in de flow op {most} per {days} dagen, of laat meer tijd tussen de stappen.',
    en: 'Set the maximum of the flow to {most} per {days} days, or leave more time between the steps.',
    de: 'Setzen Sie das Maximum des Ablaufs auf {most} je {days} Tage oder lassen Sie mehr Zeit zwischen den Schritten.',
    fr: 'Réglez le maximum du flux à {most} par {days} jours, ou laissez plus de temps entre les étapes.',
  },
  'fix-term': {
    nl: 'Zet in de brief het bedrag van de kosten en 14 dagen vanaf de dag na ontvangst.',
    en: 'Put the amount of costs in the letter, and 14 days from the day after receipt.',
    de: 'Nennen Sie im Brief den Betrag der Kosten und 14 Tage ab dem Tag nach Erhalt.',
    fr: 'Mettez dans la lettre le montant des frais et 14 jours à partir du lendemain de la réception.',
  },
  'fix-promise': {
    nl: 'Laat de wachttijd ervoor {days} dagen tellen, of verander de beschrijving.',
    en: 'Let the wait before it count {days} days, or change the description.',
    de: 'Lassen Sie die Wartezeit davor {days} Tage zählen oder ändern Sie die Beschreibung.',
    fr: 'Faites compter {days} jours à l’attente qui précède, ou changez la description.',
  },
  'fix-once': {
    nl: 'Zet er een voorwaarde voor die alleen vorderingen doorlaat waarvan nog geen kosten zijn aangezegd: claim.costState == "none".',
    en: 'Put a condition before it that lets only claims pass whose costs were not announced yet: claim.costState == "none".',
    de: 'Setzen Sie eine Bedingung davor, die nur Forderungen ohne angekündigte Kosten durchlässt: claim.costState == "none".',
    fr: 'Placez avant une condition qui ne laisse passer que les créances sans frais annoncés : claim.costState == "none".',
  },
  'fix-last-notice': {
    nl: 'Laat alleen wegen hierheen leiden waarop de laatste brief van de reeks is verstuurd, of een brief die kosten aanzegt.',
    en: 'Let only ways lead here on which the last letter of the series was sent, or a letter that announces costs.',
    de: 'Lassen Sie nur Wege hierher führen, auf denen der letzte Brief der Reihe gesendet wurde oder einer, der Kosten ankündigt.',
    fr: 'Ne laissez mener ici que les chemins où la dernière lettre de la série est partie, ou une lettre qui annonce les frais.',
  },
  'fix-words': {
    nl: 'Haal “{word}” uit de brief, of zet de stap die het dossier overdraagt erachter.',
    en: 'Take “{word}” out of the letter, or put the step that hands the case over behind it.',
    de: 'Nehmen Sie „{word}“ aus dem Brief oder setzen Sie den Schritt dahinter, der die Akte abgibt.',
    fr: 'Retirez « {word} » de la lettre, ou placez après elle l’étape qui transmet le dossier.',
  },
  'fix-blocks': {
    nl: 'Zet deze samenvoegvelden in de brief: {what}.',
    en: 'Put these merge fields in the letter: {what}.',
    de: 'Setzen Sie diese Seriendruckfelder in den Brief: {what}.',
    fr: 'Ajoutez ces champs de fusion à la lettre : {what}.',
  },
  'fix-other-step': {
    nl: 'Kies een ander blok, of vraag de maker van dit bloktype om te zeggen wat het doet.',
    en: 'Choose another step, or ask the maker of this type to say what it does.',
    de: 'Wählen Sie einen anderen Schritt oder bitten Sie den Hersteller des Typs zu sagen, was er tut.',
    fr: 'Choisissez une autre étape, ou demandez à l’auteur de ce type de dire ce qu’il fait.',
  },
};
