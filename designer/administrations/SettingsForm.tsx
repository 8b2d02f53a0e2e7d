import { Button, Fieldset, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { cents, LOCALES, localize } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import { type Administration, useChangeSettings } from '../api/administrations.ts';
import { useFlows } from '../api/flows.ts';
import { useMayChangeSettings } from '../api/rights.ts';
import type { BehaviourClass } from '../api/shapes.ts';
import { LANGUAGE_NAMES } from '../shell/LanguageItems.tsx';
import { useLocale } from '../ui/values/format.ts';
import { DirectDebitFields } from './DirectDebitFields.tsx';
import {
  fieldsOf,
  type SettingsFields,
  type SettingsFormApi,
  settingsOf,
} from './settings-fields.ts';
import { TestModeFields } from './TestModeFields.tsx';

const CLASSES: readonly BehaviourClass[] = ['steady', 'unknown', 'fluctuating', 'erratic'];
const NO_FLOW = 'none';

/** How an administration presents itself and which flow treats whom. */
export function SettingsForm({ administration }: { administration: Administration }) {
  const { t } = useTranslation();
  const mayChange = useMayChangeSettings();
  const change = useChangeSettings(administration.id, t('common.saved'));
  const form = useForm<SettingsFields>({ initialValues: fieldsOf(administration) });
  const save = (values: SettingsFields) =>
    change.mutate(settingsOf(values), { onSuccess: () => form.resetDirty() });

  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="md" maw={760}>
        <SenderFields form={form} isDisabled={!mayChange} />
        <DirectDebitFields form={form} isDisabled={!mayChange} />
        <FlowChoiceFields form={form} isDisabled={!mayChange} />
        <TestModeFields form={form} isDisabled={!mayChange} />
        {mayChange && (
          <Button
            type="submit"
            loading={change.isPending}
            disabled={!form.isDirty()}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('common.save')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

type FieldsProps = { readonly form: SettingsFormApi; readonly isDisabled: boolean };

function SenderFields({ form, isDisabled }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('administrations.sender')} disabled={isDisabled}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('administrations.name')} required {...form.getInputProps('name')} />
        <TextInput label={t('administrations.senderName')} {...form.getInputProps('senderName')} />
        <TextInput
          type="email"
          label={t('administrations.senderEmail')}
          {...form.getInputProps('senderEmail')}
        />
        <TextInput
          type="email"
          label={t('administrations.replyTo')}
          {...form.getInputProps('replyTo')}
        />
        <TextInput label={t('administrations.iban')} {...form.getInputProps('iban')} />
        <TextInput
          label={t('administrations.accountName')}
          {...form.getInputProps('accountName')}
        />
        <NumberInput
          label={t('administrations.paymentTerm')}
          min={0}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('paymentTermDays')}
        />
        <NumberInput
          label={t('administrations.contactsPerWeek')}
          description={t('administrations.contactsPerWeekSays')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={7}
          allowDecimal={false}
          {...form.getInputProps('contactsPerWeek')}
        />
        <NumberInput
          label={t('administrations.refundLimit')}
          description={t('administrations.refundLimitHint')}
          min={0}
          decimalScale={2}
          fixedDecimalScale
          decimalSeparator={t('common.decimalSign')}
          prefix="€ "
          value={form.values.refundLimitCents / 100}
          onChange={(euros) =>
            form.setFieldValue('refundLimitCents', cents(Math.round(Number(euros) * 100)))
          }
        />
        <Select
          label={t('administrations.language')}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

function FlowChoiceFields({ form, isDisabled }: FieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const flows = useFlows().data ?? [];
  const data = [
    ...flows.map((flow) => ({ value: flow.id, label: localize(flow.name, locale) })),
    { value: NO_FLOW, label: t('administrations.noFlow') },
  ];
  return (
    <Fieldset legend={t('administrations.flowChoice')} disabled={isDisabled}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {CLASSES.map((behaviour) => (
          <Select
            key={behaviour}
            label={t(`behaviour.${behaviour}`)}
            description={t(`behaviour.rule.${behaviour}`)}
            data={data}
            value={form.values.flowChoice[behaviour] ?? NO_FLOW}
            onChange={(value) =>
              form.setFieldValue(`flowChoice.${behaviour}`, value === NO_FLOW ? null : value)
            }
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
