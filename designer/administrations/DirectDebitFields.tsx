import { Fieldset, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsFormApi } from './settings-fields.ts';

type FieldsProps = { readonly form: SettingsFormApi; readonly isDisabled: boolean };

/** Whether debtors are asked on the pay page to allow later collections. */
export function DirectDebitFields({ form, isDisabled }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('mandate.title')} disabled={isDisabled}>
      <Switch
        label={t('mandate.offer')}
        description={t('mandate.offerSays')}
        {...form.getInputProps('offersDirectDebit', { type: 'checkbox' })}
      />
    </Fieldset>
  );
}
