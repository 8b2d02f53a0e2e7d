import type { MessageTexts } from '@inning/sdk';

/** Notes that the renderer leaves with a letter. */
export const documentTexts: MessageTexts = {
  'documents.other-language': {
    nl: 'Dit sjabloon bestaat niet in deze taal ({asked}); gemaakt in {used}.',
    en: 'This template does not exist in that language ({asked}); made in {used}.',
    de: 'Diese Vorlage gibt es nicht in dieser Sprache ({asked}); erstellt in {used}.',
    fr: "Ce modèle n'existe pas dans cette langue ({asked}) ; rédigé en {used}.",
  },
};
