import type { Localized } from '@inning/sdk';

/** The code for the app of a bank, and allowing later collections. */
export const WAY_TEXTS = {
  codeSays: {
    nl: 'QR-code met deze overschrijving',
    en: 'QR code with this transfer',
    de: 'QR-Code mit dieser Überweisung',
    fr: 'Code QR avec ce virement',
  },
  codeHow: {
    nl: 'Of scan deze code met de app van uw bank. Rekening, bedrag en omschrijving staan er al in.',
    en: 'Or scan this code with the app of your bank. Account, amount and reference are in it already.',
    de: 'Oder scannen Sie diesen Code mit der App Ihrer Bank. Konto, Betrag und Verwendungszweck sind schon enthalten.',
    fr: 'Ou scannez ce code avec l’application de votre banque. Compte, montant et communication y figurent déjà.',
  },
  mandate: {
    nl: 'Ik machtig {creditor} om wat ik later nog moet betalen van mijn rekening af te schrijven.',
    en: 'I allow {creditor} to collect what I still owe later from my account.',
    de: 'Ich ermächtige {creditor}, was ich später noch schulde, von meinem Konto einzuziehen.',
    fr: 'J’autorise {creditor} à prélever sur mon compte ce que je devrai encore plus tard.',
  },
  mandateHow: {
    nl: 'Dit hoeft niet. U kunt het altijd weer intrekken, en een afschrijving 8 weken lang laten terugboeken door uw bank.',
    en: 'You do not have to. You can always take it back, and have your bank return a collection for 8 weeks.',
    de: 'Das müssen Sie nicht. Sie können es jederzeit widerrufen und eine Abbuchung 8 Wochen lang von Ihrer Bank zurückholen lassen.',
    fr: 'Ce n’est pas obligatoire. Vous pouvez toujours y mettre fin, et faire rembourser un prélèvement par votre banque pendant 8 semaines.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
