import type { MessageTexts } from '@inning/sdk';

export const texts: MessageTexts = {
  'credit-rating.graded': {
    nl: 'De dienst geeft {name} cijfer {grade}.',
    en: 'The service grades {name} as {grade}.',
    de: 'Der Dienst bewertet {name} mit {grade}.',
    fr: 'Le service note {name} {grade}.',
  },
  'credit-rating.not-known': {
    nl: 'De dienst kent {name} niet.',
    en: 'The service does not know {name}.',
    de: 'Der Dienst kennt {name} nicht.',
    fr: 'Le service ne connaît pas {name}.',
  },
};
