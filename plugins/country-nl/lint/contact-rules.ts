import {
  daysBetween,
  type FlowSettings,
  isContact,
  type MinutesOfDay,
  type Passage,
  type StepDeed,
  type WayStep,
} from '@inning/sdk';
import table from '../tables/contact-rules.json' with { type: 'json' };
import { CONTACT } from './articles.ts';
import { contactMoment, type Facts } from './facts.ts';
import type { Findings } from './findings.ts';

/** The law asks for restraint and names no number: this is ours, and a setting of the country. */
export type ContactPractice = { readonly count: number; readonly days: number };
export const CAREFUL_CONTACTS: ContactPractice = table.contacts;

export type ContactRules = {
  readonly findings: Findings;
  readonly settings: FlowSettings;
  readonly contacts: ContactPractice;
  readonly window: MinutesOfDay;
  /** So many contacts back are remembered. */
  readonly remembered: number;
};

/** A debtor is reached: under the gates, within the hours, and not too often. */
export function reach(facts: Facts, passage: Passage, about: ContactRules & { deed: StepDeed }) {
  const { deed, findings, settings, contacts } = about;
  const node = passage.step.id;
  const rule = { article: CONTACT, nodeIds: [node], severity: 'warning' } as const;
  if (deed.channel === null) {
    const params = { node };
    const fix = { code: 'fix-other-step' };
    const code = 'LAW_CONTACT_NOT_GUARDED';
    findings.add({ ...rule, code, severity: 'error', params, fix }, passage);
  } else if (isOutside(settings.sendAt, about.window)) {
    const params = { sendAt: settings.sendAt };
    const code = 'LAW_CONTACT_OUTSIDE_HOURS';
    findings.add({ ...rule, code, nodeIds: [], params, fix: { code: 'fix-hours' } }, passage);
  }
  keepGate(facts, passage, settings);
  const { count, days } = contacts;
  const { remembered } = about;
  if (
    remembered >= count &&
    facts.contacts >= count &&
    passage.since(contactMoment(count)) < days
  ) {
    findings.add(
      {
        ...rule,
        code: 'LAW_CONTACT_TOO_OFTEN',
        params: { node, count: count + 1, most: count, days },
        fix: { code: 'fix-contacts', params: { most: count, days } },
        isBrokenBy: ({ dated, way }) => {
          const on = contactPlaces(way).map((place) => dated[place]?.on ?? '');
          const [first, last] = [on.at(-1 - count), on.at(-1)];
          return first !== undefined && last !== undefined && daysBetween(first, last) < days;
        },
        mayBeLate: (way) => contactPlaces(way).slice(-1 - count),
      },
      passage,
    );
  }
  for (let back = remembered; back > 1; back -= 1) {
    passage.mark(contactMoment(back), contactMoment(back - 1));
  }
  passage.mark(contactMoment(1));
  return { ...facts, contacts: Math.min(remembered, facts.contacts + 1) };
}

/** Where the setting of the flow keeps contacts apart as it should, the last one is enough to know. */
export function contactsRemembered(
  { maxContacts }: FlowSettings,
  careful: ContactPractice,
): number {
  const isKept = maxContacts.count <= careful.count && maxContacts.days >= careful.days;
  return isKept ? 1 : careful.count;
}

/** The engine holds a contact back while the flow had as many as its setting allows. */
function keepGate(facts: Facts, passage: Passage, { maxContacts }: FlowSettings): void {
  if (maxContacts.count > facts.contacts) return;
  passage.holdUntil(contactMoment(maxContacts.count), maxContacts.days);
}

function isOutside(sendAt: string, { from, to }: MinutesOfDay): boolean {
  const [hours = 0, minutes = 0] = sendAt.split(':').map(Number);
  const minute = hours * 60 + minutes;
  return minute < from || minute >= to;
}

export const isDone = ({ by }: StepDeed, outcome: string | null) =>
  by === null || by.includes(outcome ?? '');

/** Where on a way the debtor was reached. */
export function contactPlaces(way: readonly WayStep[]): number[] {
  return way.flatMap(({ step, outcome }, place) =>
    step.deeds.filter((deed) => isContact(deed) && isDone(deed, outcome)).map(() => place),
  );
}
