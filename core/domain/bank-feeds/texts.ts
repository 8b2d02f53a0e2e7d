import type { MessageTexts } from '@inning/sdk';

/** What the platform says of connected banks. */
export const bankFeedTexts: MessageTexts = {
  'bank-feeds.consent-ends': {
    nl: 'De toestemming bij {bank} eindigt op {untilOn}: geef opnieuw toestemming',
    en: 'The consent at {bank} ends on {untilOn}: give consent again',
    de: 'Die Zustimmung bei {bank} endet am {untilOn}: erteilen Sie sie erneut',
    fr: 'L’accord chez {bank} se termine le {untilOn} : donnez-le à nouveau',
  },
  'bank-feeds.consent-ended': {
    nl: '{bank} geeft geen toegang meer: geef opnieuw toestemming',
    en: '{bank} gives no access any more: give consent again',
    de: '{bank} gewährt keinen Zugang mehr: erteilen Sie erneut Ihre Zustimmung',
    fr: '{bank} ne donne plus accès : donnez à nouveau votre accord',
  },
};
