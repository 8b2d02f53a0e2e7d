import { Stack } from '@mantine/core';
import { useLocale } from '../values/format.ts';
import { Field } from './Field.tsx';
import { type FieldSchema, fieldTitle, withHelp } from './read-schema.ts';

export type SchemaFormProps = {
  readonly schema: FieldSchema;
  readonly value: Readonly<Record<string, unknown>>;
  /** `field` is the outermost field that was changed. */
  readonly onChange: (value: Record<string, unknown>, field: string) => void;
  /** What is wrong, by path such as `anchors.0.days`. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly isReadOnly?: boolean;
  readonly path?: string;
};

/** A form for an object. A field that is emptied is left out, so that its default holds again. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange, problems = {}, isReadOnly = false, path = '' } = props;
  const locale = useLocale();
  const required = new Set(schema.required ?? []);
  return (
    <Stack gap="sm">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <Field
          key={name}
          name={name}
          path={path === '' ? name : `${path}.${name}`}
          schema={withHelp(field, locale)}
          label={fieldTitle(name, field, locale)}
          value={value[name]}
          siblings={value}
          isRequired={required.has(name)}
          isReadOnly={isReadOnly}
          problems={problems}
          onChange={(next) => onChange(withField(value, name, next), name)}
        />
      ))}
    </Stack>
  );
}

function withField(
  value: Readonly<Record<string, unknown>>,
  name: string,
  next: unknown,
): Record<string, unknown> {
  const { [name]: _, ...rest } = value;
  if (next === undefined) return rest;
  return name in value ? { ...value, [name]: next } : { ...rest, [name]: next };
}
