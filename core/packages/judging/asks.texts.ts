import type { MessageTexts } from '@inning/sdk';
import { claimAskTexts } from './claim-asks.texts.ts';
import { reachAskTexts } from './reach-asks.texts.ts';

// oxlint-disable-next-line max-params -- four languages in the order of a row
const text = (nl: string, en: string, de: string, fr: string) => ({ nl, en, de, fr });

/** What it may do within the platform. */
const doesAskTexts: MessageTexts = {
  'packages.does.mail': text(
    'Stuurt brieven per e-mail aan debiteuren',
    'Sends letters by e-mail to debtors',
    'Sendet Schuldnern Briefe per E-Mail',
    'Envoie des lettres par e-mail aux débiteurs',
  ),
  'packages.does.tasks': text(
    'Zet taken op de actielijst',
    'Puts tasks on the task list',
    'Stellt Aufgaben auf die Aufgabenliste',
    'Met des tâches sur la liste',
  ),
  'packages.does.costs': text(
    'Zegt incassokosten aan en maakt ze opeisbaar',
    'Announces collection costs and makes them claimable',
    'Kündigt Inkassokosten an und macht sie fällig',
    'Annonce des frais de recouvrement et les rend exigibles',
  ),
  'packages.does.debtor': text(
    'Zet debiteuren tijdelijk op pauze',
    'Pauses debtors for a time',
    'Setzt Schuldner zeitweise aus',
    'Met des débiteurs en pause',
  ),
  'packages.does.flow': text(
    'Beëindigt flows en start andere',
    'Ends flows and starts others',
    'Beendet Abläufe und startet andere',
    'Met fin à des parcours et en démarre d’autres',
  ),
  'packages.does.other': text(
    'Gebruikt {name} van het platform',
    'Uses {name} of the platform',
    'Benutzt {name} der Plattform',
    'Utilise {name} de la plateforme',
  ),
};

/** Permissions in plain words, by the codes of `sayAsks`. */
export const askTexts: MessageTexts = { ...claimAskTexts, ...doesAskTexts, ...reachAskTexts };
