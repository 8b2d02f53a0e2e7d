import { JsonInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props.ts';

/** For shapes that have no input of their own: the value as it is stored. */
export function JsonField({
  label,
  schema,
  value,
  path,
  problems,
  isReadOnly,
  isRequired,
  onChange,
}: FieldProps) {
  const { t } = useTranslation();
  const stored = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [typed, type] = useState<string | null>(null);
  const take = (text: string) => {
    type(text);
    if (text.trim() === '') return onChange(undefined);
    try {
      onChange(JSON.parse(text));
    } catch {
      // Not finished yet; the field says so.
    }
  };
  return (
    <JsonInput
      label={label}
      description={schema.description}
      withAsterisk={isRequired}
      disabled={isReadOnly}
      error={problems[path]}
      validationError={t('form.notJson')}
      value={typed ?? stored}
      autosize
      minRows={3}
      onChange={take}
      onBlur={() => type(null)}
    />
  );
}
