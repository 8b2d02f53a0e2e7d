import type { MessageTexts } from '@inning/sdk';

export const disputeTexts: MessageTexts = {
  'disputes.to-settle': {
    nl: 'Betwisting van {numbers} afhandelen: {reason}',
    en: 'Settle the dispute about {numbers}: {reason}',
    de: 'Einwand zu {numbers} klären: {reason}',
    fr: 'Régler la contestation de {numbers} : {reason}',
  },
};
