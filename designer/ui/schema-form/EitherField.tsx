import { Fieldset, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../values/format.ts';
import type { FieldProps } from './field-props.ts';
import { choicesOf, emptyValue, type FieldSchema, optionOf, realOptions } from './read-schema.ts';
import { SchemaForm } from './SchemaForm.tsx';

/** One of several shapes. When a fixed field tells them apart, that is all there is to choose. */
export function EitherField(props: FieldProps) {
  const { label, schema, value, path, problems, isReadOnly, onChange } = props;
  const options = realOptions(schema);
  const present = optionOf(schema, value);
  const option = options[present] ?? {};
  const own = (typeof value === 'object' && value !== null ? value : {}) as Own;
  const teller = tellerOf(options);
  const { [teller ?? '']: _, ...others } = option.properties ?? {};
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap="sm">
        <ShapeSelect {...{ label, options, present, own, teller, isReadOnly, onChange }} />
        <SchemaForm
          schema={{ ...option, properties: others }}
          value={own}
          path={path}
          problems={problems}
          isReadOnly={isReadOnly}
          onChange={(next) => onChange(next)}
        />
      </Stack>
    </Fieldset>
  );
}

type Own = Readonly<Record<string, unknown>>;
type ShapeSelectProps = Pick<FieldProps, 'label' | 'isReadOnly' | 'onChange'> & {
  readonly options: readonly FieldSchema[];
  readonly present: number;
  readonly own: Own;
  readonly teller: string | null;
};

function ShapeSelect(props: ShapeSelectProps) {
  const { label, options, present, own, teller, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const names = options.flatMap((one, index) =>
    namesOf(one, teller).map((name) => ({ name, index })),
  );
  const nameOf = ({ name, index }: { name: string; index: number }) =>
    t(`choices.${name}` as never, {
      defaultValue: options[index]?.titles?.[locale] ?? options[index]?.title ?? name,
    });
  return (
    <Select
      aria-label={label}
      data={names.map((one) => ({ value: one.name, label: nameOf(one) }))}
      value={teller && teller in own ? String(own[teller]) : (names[present]?.name ?? null)}
      allowDeselect={false}
      disabled={isReadOnly}
      onChange={(name) => {
        const picked = names.find((one) => one.name === name);
        if (picked)
          onChange(reshaped(options[picked.index] ?? {}, own, teller && { [teller]: name }));
      }}
    />
  );
}

/** The other shape, with what both have in common. */
function reshaped(option: FieldSchema, own: Own, told: object | null | ''): object {
  const fresh = emptyValue({ ...option, type: 'object' }) as object;
  const fields = Object.keys(option.properties ?? {}).filter((field) => field in own);
  return {
    ...fresh,
    ...Object.fromEntries(fields.map((field) => [field, own[field]])),
    ...(told === '' ? null : told),
  };
}

/** The field by whose fixed values the shapes are told apart. */
function tellerOf(options: readonly FieldSchema[]): string | null {
  const [first] = options;
  return (
    Object.keys(first?.properties ?? {}).find((name) =>
      options.every(({ properties = {} }) => {
        const field = properties[name];
        return field !== undefined && ('const' in field || choicesOf(field) !== null);
      }),
    ) ?? null
  );
}

function namesOf(option: FieldSchema, teller: string | null): string[] {
  const field = teller ? option.properties?.[teller] : undefined;
  if (!field) return [option.title ?? Object.keys(option.properties ?? {}).join(' ')];
  return 'const' in field ? [String(field.const)] : (choicesOf(field) ?? []).map(String);
}
