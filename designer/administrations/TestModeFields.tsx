import { Fieldset, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsFormApi } from './settings-fields.ts';

/** Everything runs, nothing leaves: mail goes to one address of one's own. */
export function TestModeFields({
  form,
  isDisabled,
}: {
  form: SettingsFormApi;
  isDisabled: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('common.testMode')} disabled={isDisabled}>
      <Stack gap="sm">
        <Switch
          label={t('administrations.testOn')}
          description={t('administrations.testHint')}
          {...form.getInputProps('testMode', { type: 'checkbox' })}
        />
        {form.values.testMode && (
          <TextInput
            type="email"
            label={t('administrations.testAddress')}
            maw={360}
            {...form.getInputProps('testAddress')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}
