import { type Country, message, type MessageTexts } from '@inning/sdk';
import table from '../tables/contact-rules.json' with { type: 'json' };

const stopped: Readonly<Record<string, readonly string[]>> = table.flags;

/** Why a step is not taken for a debtor in these circumstances. */
export const flagStop: NonNullable<Country['flagStop']> = ({ flag, deed }) =>
  stopped[flag]?.includes(deed) ? message(`country-nl.stop-${flag}`) : null;

/** What the engine says when it holds a step back. */
export const flagStopTexts: MessageTexts = {
  'country-nl.stop-vulnerable': {
    nl: 'Wacht: de debiteur is kwetsbaar; bellen, sms en overdragen doet een medewerker na eigen afweging (Bki)',
    en: 'Waits: the debtor is vulnerable; a person weighs calls, texts and handing over first (Bki)',
    de: 'Wartet: Der Schuldner ist schutzbedürftig; über Anrufe, SMS und Abgabe entscheidet ein Mensch (Bki)',
    fr: 'En attente : le débiteur est vulnérable ; une personne décide des appels, SMS et transmissions (Bki)',
  },
  'country-nl.stop-debt-counselling': {
    nl: 'Wacht: de debiteur krijgt schuldhulp; contact loopt via de schuldhulpverlener en er komen geen kosten bij (Bki, Wgs)',
    en: 'Waits: the debtor has debt counselling; contact goes through the counsellor and no costs are added (Bki, Wgs)',
    de: 'Wartet: Schuldnerberatung läuft; Kontakt geht über die Beratungsstelle, Kosten kommen nicht hinzu (Bki, Wgs)',
    fr: 'En attente : médiation de dettes ; le contact passe par le médiateur et aucun frais n’est ajouté (Bki, Wgs)',
  },
  'country-nl.stop-moratorium': {
    nl: 'Wacht: er geldt een moratorium; zolang dat duurt wordt niet geïncasseerd (art. 5 Wgs, art. 287b Fw)',
    en: 'Waits: a moratorium is in force; nothing is collected while it lasts (art. 5 Wgs, art. 287b Fw)',
    de: 'Wartet: Es gilt ein Moratorium; solange es dauert, wird nicht eingezogen (Art. 5 Wgs, Art. 287b Fw)',
    fr: 'En attente : un moratoire est en vigueur ; rien n’est recouvré pendant sa durée (art. 5 Wgs, art. 287b Fw)',
  },
  'country-nl.stop-deceased': {
    nl: 'Wacht: de debiteur is overleden; alleen de erfgenamen kunnen worden aangesproken (art. 4:182 BW)',
    en: 'Waits: the debtor has died; only the heirs can be asked (art. 4:182 BW)',
    de: 'Wartet: Der Schuldner ist verstorben; nur die Erben können angesprochen werden (Art. 4:182 BW)',
    fr: 'En attente : le débiteur est décédé ; seuls les héritiers peuvent être sollicités (art. 4:182 BW)',
  },
  'country-nl.stop-bankrupt': {
    nl: 'Wacht: de debiteur is failliet; de vordering gaat naar de curator (art. 26 en 110 Fw)',
    en: 'Waits: the debtor is bankrupt; the claim goes to the trustee (art. 26 and 110 Fw)',
    de: 'Wartet: Der Schuldner ist insolvent; die Forderung geht an den Verwalter (Art. 26 und 110 Fw)',
    fr: 'En attente : le débiteur est en faillite ; la créance va au curateur (art. 26 et 110 Fw)',
  },
};
