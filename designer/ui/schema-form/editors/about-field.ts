import type { Locale } from '@inning/sdk';
import type { FieldProps } from '../field-props.ts';
import type { FieldSchema } from '../read-schema.ts';

/** What every input says of its field. */
export const aboutField = (props: FieldProps, locale: Locale) => ({
  label: props.label,
  description: descriptionOf(props.schema, locale),
  withAsterisk: props.isRequired,
  disabled: props.isReadOnly,
  error: props.problems[props.path],
});

export const descriptionOf = ({ descriptions, description }: FieldSchema, locale: Locale) =>
  descriptions?.[locale] ?? descriptions?.en ?? description;

/** What an emptied field leaves behind: nothing, null where that is allowed, else the least. */
export const emptied = (props: FieldProps, least: unknown): unknown =>
  props.isNullable ? null : props.isRequired ? least : undefined;
