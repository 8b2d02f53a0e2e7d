import type { Locale } from '../../localized.ts';

/**
 * The inputs that a field of settings can ask for with `editor: '…'`, and the value each one makes. A
 * field without one, or with a name that is not here, gets the ordinary input of its type.
 */
export const EDITORS = {
  money: 'whole cents, typed as an amount in euros',
  days: 'a whole number of days',
  'time-of-day': 'a time such as 09:00',
  multiline: 'text of several lines',
  expression: 'a condition in CEL over the claim',
  anchors: 'days to wait for (`AnchorsSchema`), with a field `pick` (`PickSchema`) beside it',
  'template-picker': 'the name of a letter template',
  'flow-picker': 'the short name of another flow',
  'step-picker': 'the id of another step of the same flow',
  'contact-hours': 'hours in which a debtor is contacted (`ContactHoursSchema`), or null',
  actions: 'actions that are executed at once: `{ type, version, config }`',
} as const;
export type EditorName = keyof typeof EDITORS;

declare module 'typebox' {
  // What a schema of settings may say of its form, beside JSON Schema itself.
  interface TSchemaOptions {
    /** Which input the field gets in the designer. */
    editor?: EditorName;
    /** What the field, or this choice of several, is called. */
    titles?: Readonly<Partial<Record<Locale, string>>>;
    /** What stands below it. */
    descriptions?: Readonly<Partial<Record<Locale, string>>>;
    /** Never shown again once it is typed. */
    secret?: boolean;
  }
}
