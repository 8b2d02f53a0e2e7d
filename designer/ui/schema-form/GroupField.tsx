import { Fieldset } from '@mantine/core';
import type { FieldProps } from './field-props.ts';
import { SchemaForm } from './SchemaForm.tsx';

/** Fields that belong together. */
export function GroupField({
  label,
  schema,
  value,
  path,
  problems,
  isReadOnly,
  onChange,
}: FieldProps) {
  const own = typeof value === 'object' && value !== null ? value : {};
  return (
    <Fieldset legend={label} p="xs">
      <SchemaForm
        schema={schema}
        value={own as Record<string, unknown>}
        path={path}
        problems={problems}
        isReadOnly={isReadOnly}
        onChange={(next) => onChange(next)}
      />
    </Fieldset>
  );
}
