import { Fieldset, NumberInput, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { TermsFields } from './terms-fields.ts';
import { useNumberProps } from './use-number-props.ts';

const INTERESTS = ['never', 'with-costs', 'from-due'] as const;
const RATES = ['law', 'fixed', 'on-top'] as const;
type Api = UseFormReturnType<TermsFields>;

/** From when interest is asked, and at which rate. */
export function InterestFields({ form }: { form: Api }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('terms.interest')}>
      <Stack gap="sm">
        <Radio.Group label={t('terms.when')} {...form.getInputProps('interest')}>
          <Stack gap={6} mt={6}>
            {INTERESTS.map((value) => (
              <Radio key={value} value={value} label={t(`terms.interests.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.interest !== 'never' && (
          <>
            <Rate form={form} field="consumerInterest" label={t('terms.consumerRate')} />
            <Rate form={form} field="businessInterest" label={t('terms.businessRate')} />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}

type RateProps = {
  readonly form: Api;
  readonly field: 'consumerInterest' | 'businessInterest';
  readonly label: string;
};

function Rate({ form, field, label }: RateProps) {
  const { t } = useTranslation();
  const number = useNumberProps();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={label}
        data={RATES.map((value) => ({ value, label: t(`terms.rates.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps(`${field}.kind`)}
      />
      {form.values[field].kind !== 'law' && (
        <NumberInput
          label={t('terms.percentAYear')}
          required
          {...number.percent}
          decimalScale={4}
          {...form.getInputProps(`${field}.percent`)}
        />
      )}
    </SimpleGrid>
  );
}
