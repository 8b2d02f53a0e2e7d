import type { TObject } from 'typebox';
import { type Locale, localize, type Localized } from '../../localized.ts';
import { formatCents, type Cents } from '../../money.ts';
import { sayAnchors } from './say-anchors.ts';

/** A node type with the sentence about its settings; see `summary` of a node. */
export type Summarised = {
  readonly config: TObject;
  readonly summary?: Localized;
};

/** What is called how, where more is known than its name. */
export type SummaryNames = {
  readonly step?: (id: string) => string;
  readonly template?: (name: string) => string;
  readonly flow?: (slug: string) => string;
  /** Of a type of step. */
  readonly type?: (id: string) => string;
};
export type SaySummary = { readonly locale: Locale; readonly names?: SummaryNames };

/**
 * The settings of a step in one line. `{field}` in the sentence stands for a setting, said as its
 * schema asks: money as an amount, a choice by its title, the days of a wait as a sentence. A part
 * between square brackets is left out while one of its settings is empty or as it was by default.
 */
export function saySummary(
  { config: schema, summary }: Summarised,
  config: Readonly<Record<string, unknown>>,
  say: SaySummary,
): string {
  if (!summary) return '';
  const fields = schema.properties as unknown as Fields;
  const fill = (text: string) =>
    text.replace(FIELD, (_, name: string) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field ? sayValue(field, { value: valueOf(config, name), config, ...say }) : '';
    });
  const isNews = (part: string) =>
    [...part.matchAll(FIELD)].every(([, name = '']) =>
      isTold(valueOf(config, name), fields[name]?.default),
    );
  const whole = localize(summary, say.locale).replace(PART, (_, part: string) =>
    isNews(part) ? part : '',
  );
  return fill(whole).replace(/\s+/g, ' ').trim();
}

const FIELD = /\{(\w+)\}/g;
const PART = /\[([^[\]]*)\]/g;
const LONGEST = 120;

type Field = {
  readonly editor?: string;
  readonly default?: unknown;
  readonly anyOf?: readonly { readonly const?: unknown; readonly titles?: Titles }[];
};
type Titles = Readonly<Partial<Record<Locale, string>>>;
type Fields = Readonly<Record<string, Field>>;

const valueOf = (config: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(config, name) ? config[name] : undefined;

function isTold(value: unknown, usual: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === usual) return false;
  return !Array.isArray(value) || value.length > 0;
}

type Told = SaySummary & {
  readonly value: unknown;
  readonly config: Readonly<Record<string, unknown>>;
};

function sayValue(field: Field, told: Told): string {
  const { value, locale } = told;
  if (!isTold(value, undefined)) return '';
  const choice = field.anyOf?.find((one) => one.const === value)?.titles;
  if (choice) return choice[locale] ?? choice.en ?? String(value);
  return BY_EDITOR[field.editor ?? '']?.(told) ?? sayPlain(value, locale);
}

function sayPlain(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return localize(value ? YES : NO, locale);
  return typeof value === 'object' ? '…' : shortened(String(value));
}

const YES: Localized = { nl: 'ja', en: 'yes', de: 'ja', fr: 'oui' };
const NO: Localized = { nl: 'nee', en: 'no', de: 'nein', fr: 'non' };

/** Undefined when the value is not what that editor makes. */
const BY_EDITOR: Readonly<Record<string, (told: Told) => string | undefined>> = {
  money: ({ value, locale }) =>
    Number.isSafeInteger(value) ? formatCents(value as Cents, locale) : undefined,
  anchors: ({ value, config, locale, names }) =>
    Array.isArray(value)
      ? sayAnchors(config['pick'], value, {
          locale,
          ...(names?.step ? { stepName: names.step } : {}),
        })
      : undefined,
  actions: ({ value, names }) =>
    Array.isArray(value)
      ? value.map((one) => named((one as { type?: unknown } | null)?.type, names?.type)).join(' + ')
      : undefined,
  'template-picker': ({ value, names }) => named(value, names?.template),
  'flow-picker': ({ value, names }) => named(value, names?.flow),
  'step-picker': ({ value, names }) => named(value, names?.step),
};

function named(value: unknown, name: ((id: string) => string) | undefined): string {
  if (typeof value !== 'string') return '…';
  return shortened(name ? name(value) : value);
}

/** The first line, and of that no more than fits on a card. */
function shortened(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
