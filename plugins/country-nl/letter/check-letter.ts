import type { AnnouncementLetter, LetterFinding } from '@inning/sdk';
import { fill, type Facts } from '../localized-text.ts';
import { FINDINGS, type FindingCode } from './finding-texts.ts';
import { readWording } from './read-wording.ts';

const TERM_DAYS = 14;

/**
 * What is wrong with a letter that announces costs to a consumer. A business needs no such letter,
 * so that nothing is wrong with one it gets.
 */
export function checkLetter(letter: AnnouncementLetter): readonly LetterFinding[] {
  if (letter.debtorKind !== 'consumer') return [];
  return [...checkClaims(letter), ...checkCosts(letter), ...checkWords(letter)];
}

function checkClaims({ claims, sentOn }: AnnouncementLetter): LetterFinding[] {
  const inLetter = claims.filter(({ isInLetter }) => isInLetter);
  const early = inLetter.filter(({ dueOn }) => dueOn >= sentOn);
  const leftOut = claims.filter(({ isInLetter, dueOn }) => !isInLetter && dueOn < sentOn);
  const twice = inLetter.filter(({ isAnnounced }) => isAnnounced);
  return [
    ...(inLetter.length === 0 ? [finding('LETTER_WITHOUT_CLAIM')] : []),
    ...early.map(({ id, dueOn }) => finding('LETTER_BEFORE_DUE', { dueOn }, id)),
    ...leftOut
      .filter(({ isAnnounced }) => !isAnnounced)
      .map(({ id }) => finding('LETTER_LEAVES_CLAIM_OUT', {}, id)),
    ...twice.map(({ id }) => finding('LETTER_ANNOUNCES_TWICE', {}, id)),
  ];
}

function checkCosts({ statedCostsCents, costs }: AnnouncementLetter): LetterFinding[] {
  const { totalCents } = costs;
  if (statedCostsCents === null) return [finding('LETTER_COSTS_NOT_NAMED', { totalCents })];
  const facts = { statedCents: statedCostsCents, totalCents };
  if (statedCostsCents > totalCents) return [finding('LETTER_COSTS_TOO_HIGH', facts)];
  return statedCostsCents < totalCents ? [finding('LETTER_COSTS_TOO_LOW', facts)] : [];
}

function checkWords({ text }: AnnouncementLetter): LetterFinding[] {
  if (text === null) return [];
  const { days, countsFrom, namesCosts } = readWording(text);
  return [
    ...(days === null ? [finding('LETTER_TERM_NOT_NAMED')] : []),
    ...(days !== null && days < TERM_DAYS ? [finding('LETTER_TERM_TOO_SHORT', { days })] : []),
    ...(countsFrom === 'letter' ? [finding('LETTER_TERM_FROM_DATE')] : []),
    ...(countsFrom === null ? [finding('LETTER_TERM_START_UNCLEAR')] : []),
    ...(namesCosts ? [] : [finding('LETTER_CONSEQUENCE_NOT_NAMED')]),
  ];
}

function finding(
  code: FindingCode,
  facts: Facts = {},
  claimId: string | null = null,
): LetterFinding {
  const { severity, article, texts } = FINDINGS[code];
  return { code, severity, article, claimId, sentence: fill(texts, facts) };
}
