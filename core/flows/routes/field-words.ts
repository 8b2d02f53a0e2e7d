import {
  cents,
  type FlowChange,
  FlowSettingsSchema,
  formatCents,
  type Locale,
  type Localized,
  localize,
} from '@inning/sdk';

/** As much of a schema as is needed to say what a field is called. */
type Schema = {
  readonly title?: string;
  readonly titles?: Localized;
  readonly editor?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};
type Named = { readonly words: string; readonly last: Schema | null };

/**
 * The field of a change as its own form calls it: `config.anchors.0.days` is "Days 1, days after the
 * anchor". Null when the schema does not know it.
 */
export function fieldWords(change: FlowChange, config: unknown, locale: Locale): string | null {
  return named(change, config, locale)?.words ?? null;
}

/** Amounts as money; anything else says itself. */
export function valueWords(
  change: FlowChange,
  value: unknown,
  { config, locale }: { readonly config: unknown; readonly locale: Locale },
): string | null {
  const last = named(change, config, locale)?.last;
  const isMoney = last?.editor === 'money' && Number.isSafeInteger(value);
  return isMoney ? formatCents(cents(value as number), locale, 'EUR') : null;
}

function named({ path }: FlowChange, config: unknown, locale: Locale): Named | null {
  const [place = '', ...parts] = (path ?? '').split('.');
  if (place === 'config') return walk(config as Schema | undefined, parts, locale);
  if (place === 'settings') return walk(FlowSettingsSchema as unknown as Schema, parts, locale);
  const own = Object.hasOwn(OWN, place) ? OWN[place as keyof typeof OWN] : null;
  if (!own) return null;
  const language = parts.length > 0 ? ` (${parts.join(' ')})` : '';
  return { words: `${localize(own, locale)}${language}`, last: null };
}

function walk(schema: Schema | undefined, parts: readonly string[], locale: Locale): Named | null {
  const words: string[] = [];
  let here = schema ?? null;
  for (const part of parts) {
    here = here && below(here, part);
    if (/^\d+$/.test(part)) words.push(`${words.pop() ?? ''} ${Number(part) + 1}`.trim());
    else words.push(here ? titleOf(here, part, locale) : part);
  }
  return words.length === 0 ? null : { words: lowerAfterFirst(words), last: here };
}

/** Of a union the first option that has such a field. */
function below(schema: Schema, part: string): Schema | null {
  const own = schema.properties;
  if (own && Object.hasOwn(own, part)) return own[part] ?? null;
  if (schema.items && /^\d+$/.test(part)) return schema.items;
  for (const option of schema.anyOf ?? []) {
    const found = below(option, part);
    if (found) return found;
  }
  return null;
}

function titleOf({ titles, title }: Schema, name: string, locale: Locale): string {
  return titles ? localize(titles, locale) : (title ?? name);
}

const lowerAfterFirst = ([first = '', ...rest]: readonly string[]) =>
  [first, ...rest.map((one) => one.slice(0, 1).toLowerCase() + one.slice(1))].join(', ');

const OWN = {
  type: { nl: 'soort blok', en: 'type of step', de: 'Art des Schritts', fr: 'type d’étape' },
  version: {
    nl: 'versie van het blok',
    en: 'version of the step',
    de: 'Version des Schritts',
    fr: 'version de l’étape',
  },
  label: { nl: 'naam', en: 'name', de: 'Name', fr: 'nom' },
  stage: { nl: 'briefnummer', en: 'letter number', de: 'Briefnummer', fr: 'numéro de lettre' },
  name: { nl: 'naam', en: 'name', de: 'Name', fr: 'nom' },
  description: { nl: 'beschrijving', en: 'description', de: 'Beschreibung', fr: 'description' },
  country: { nl: 'land', en: 'country', de: 'Land', fr: 'pays' },
  subject: { nl: 'loopt', en: 'runs', de: 'läuft', fr: 'fonctionne' },
  goals: { nl: 'eindigt zodra', en: 'ends when', de: 'endet, wenn', fr: 'se termine quand' },
} as const;
