import type { MessageTexts } from '@inning/sdk';

/** What the path of a case tells of its move to another version. */
export const migrationTexts: MessageTexts = {
  'flow.skipped-sent-before': {
    nl: 'Overgeslagen: deze brief is al verstuurd voordat de flow werd vernieuwd.',
    en: 'Skipped: this letter was sent before the flow was renewed.',
    de: 'Übersprungen: Dieser Brief ging hinaus, bevor der Ablauf erneuert wurde.',
    fr: 'Sauté : cette lettre est partie avant le renouvellement du flux.',
  },
  'flow.migrated': {
    nl: '{by} heeft dit dossier van versie {fromVersion} naar versie {toVersion} van de flow gezet.',
    en: '{by} moved this case from version {fromVersion} to version {toVersion} of the flow.',
    de: '{by} hat diesen Fall von Version {fromVersion} auf Version {toVersion} des Ablaufs gesetzt.',
    fr: '{by} a fait passer ce dossier de la version {fromVersion} à la version {toVersion} du flux.',
  },
};
