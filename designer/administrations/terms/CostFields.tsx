import { Fieldset, NumberInput, Radio, SimpleGrid, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { TermsFields } from './terms-fields.ts';
import { useNumberProps } from './use-number-props.ts';

type Api = UseFormReturnType<TermsFields>;
const BEARERS = ['debtor', 'creditor', 'shared'] as const;

/** Who bears the costs of collecting, and what was agreed about them with businesses. */
export function CostFields({ form }: { form: Api }) {
  const { t } = useTranslation();
  const number = useNumberProps();
  return (
    <Fieldset legend={t('terms.costs')}>
      <Stack gap="sm">
        <Radio.Group label={t('terms.bearer')} {...form.getInputProps('costsBearer')}>
          <Stack gap={6} mt={6}>
            {BEARERS.map((value) => (
              <Radio key={value} value={value} label={t(`terms.bearers.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.costsBearer === 'shared' && <ShareFields form={form} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NumberInput
            label={t('terms.businessPercent')}
            description={t('terms.emptyIsLaw')}
            {...number.percent}
            {...form.getInputProps('businessPercent')}
          />
          <NumberInput
            label={t('terms.businessMinimum')}
            description={t('terms.emptyIsLaw')}
            {...number.euros}
            {...form.getInputProps('businessMinimum')}
          />
        </SimpleGrid>
        <Switch
          label={t('terms.vatDeductible')}
          description={t('terms.vatHint')}
          {...form.getInputProps('isVatDeductible', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  );
}

/** The debtor's part: a percentage of the costs, or an amount. */
function ShareFields({ form }: { form: Api }) {
  const { t } = useTranslation();
  const number = useNumberProps();
  return (
    <Radio.Group label={t('terms.shareBy')} {...form.getInputProps('shareBy')}>
      <Stack gap="xs" mt={6}>
        <Radio value="percent" label={t('terms.byPercent')} />
        <Radio value="amount" label={t('terms.byAmount')} />
        {form.values.shareBy === 'percent' ? (
          <NumberInput
            label={t('terms.sharePercent')}
            required
            maw={240}
            {...number.percent}
            {...form.getInputProps('sharePercent')}
          />
        ) : (
          <NumberInput
            label={t('terms.shareAmount')}
            required
            maw={240}
            {...number.euros}
            {...form.getInputProps('shareEuros')}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}
