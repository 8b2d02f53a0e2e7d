import type { UseFormReturnType } from '@mantine/form';
import type { Administration, AdministrationSettings } from '../api/administrations.ts';

/** As the form holds it: a text that is not there is empty. */
export type SettingsFields = Omit<AdministrationSettings, OptionalText> &
  Record<OptionalText, string>;

type OptionalText =
  'iban' | 'accountName' | 'senderName' | 'senderEmail' | 'replyTo' | 'testAddress';

export type SettingsFormApi = UseFormReturnType<SettingsFields>;

const OPTIONAL: readonly OptionalText[] = [
  'iban',
  'accountName',
  'senderName',
  'senderEmail',
  'replyTo',
  'testAddress',
];

export function fieldsOf(administration: Administration): SettingsFields {
  const {
    name,
    paymentTermDays,
    contactsPerWeek,
    language,
    refundLimitCents,
    offersDirectDebit,
    testMode,
    flowChoice,
  } = administration;
  const texts = OPTIONAL.map((field) => [field, administration[field] ?? '']);
  return {
    name,
    paymentTermDays,
    contactsPerWeek,
    language,
    refundLimitCents,
    offersDirectDebit,
    testMode,
    flowChoice,
    ...(Object.fromEntries(texts) as Record<OptionalText, string>),
  };
}

export function settingsOf(fields: SettingsFields): AdministrationSettings {
  const texts = OPTIONAL.map((field) => [field, fields[field].trim() || null]);
  return {
    ...fields,
    ...(Object.fromEntries(texts) as Record<OptionalText, string | null>),
  };
}
