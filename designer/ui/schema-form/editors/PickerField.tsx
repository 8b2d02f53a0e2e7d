import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { aboutField, emptied } from './about-field.ts';

export type Choice = { readonly value: string; readonly label: string };

/** One of those that are there. What was chosen and is gone stays visible, and says so. */
export function PickerField(props: FieldProps & { readonly choices: readonly Choice[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { choices, value, isRequired, onChange } = props;
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const isGone = chosen !== null && !choices.some((one) => one.value === chosen);
  const gone = isGone ? [{ value: chosen, label: t('editors.gone', { name: chosen }) }] : [];
  return (
    <Select
      {...aboutField(props, locale)}
      data={[...choices, ...gone]}
      value={chosen}
      placeholder={t('editors.choose')}
      nothingFoundMessage={t('editors.nothingFound')}
      searchable
      clearable={!isRequired}
      onChange={(picked) => onChange(picked ?? emptied(props, ''))}
    />
  );
}
