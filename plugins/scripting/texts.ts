import type { MessageTexts } from '@inning/sdk';

export const scriptingTexts: MessageTexts = {
  'scripting.answered': {
    nl: 'Het script antwoordde: {answer}',
    en: 'The script answered: {answer}',
    de: 'Das Skript antwortete: {answer}',
    fr: 'Le script a répondu : {answer}',
  },
  'scripting.failed': {
    nl: 'Het script is mislukt: {problem}',
    en: 'The script failed: {problem}',
    de: 'Das Skript ist fehlgeschlagen: {problem}',
    fr: 'Le script a échoué : {problem}',
  },
};
