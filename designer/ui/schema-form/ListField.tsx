import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props.ts';
import { Field } from './Field.tsx';
import { emptyValue } from './read-schema.ts';

/** Any number of values of one kind, in order. */
export function ListField({
  label,
  schema,
  value,
  path,
  problems,
  isReadOnly,
  onChange,
  name,
}: FieldProps) {
  const { t } = useTranslation();
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const items = schema.items ?? {};
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap="xs">
        {rows.map((row, index) => (
          // Rows have no identity of their own: their place is who they are.
          // oxlint-disable-next-line no-array-index-key
          <Group key={index} align="flex-start" wrap="nowrap" gap="xs">
            <div style={{ flex: 1 }}>
              <Field
                name={name}
                path={`${path}.${index}`}
                schema={items}
                label={`${label} ${index + 1}`}
                value={row}
                siblings={{}}
                isRequired
                isReadOnly={isReadOnly}
                problems={problems}
                onChange={(next) => onChange(rows.with(index, next))}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              disabled={isReadOnly}
              aria-label={t('form.removeRow', { name: `${label} ${index + 1}` })}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            >
              <Trash2 size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<Plus size={14} />}
          disabled={isReadOnly}
          onClick={() => onChange([...rows, emptyValue(items)])}
        >
          {t('form.addRow')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
