import type { ClaimPart } from '@inning/sdk';
import { Fieldset, Radio, Select, SimpleGrid, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Administration } from '../../api/administrations.ts';
import { type CollectionTerms, useAgree } from '../../api/collection-terms.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAdministrationNames } from '../../ui/values/administration-names.ts';
import { useFormat } from '../../ui/values/format.ts';
import { CostFields } from './CostFields.tsx';
import { InterestFields } from './InterestFields.tsx';
import { fieldsOf, isComplete, type TermsFields, termsOf } from './terms-fields.ts';

type TermsFormProps = {
  readonly administration: Administration;
  /** What counts now: a new agreement starts from it. */
  readonly terms: CollectionTerms;
  readonly onClose: () => void;
};

const ORDERS = [
  'costs interest principal',
  'principal interest costs',
  'principal costs interest',
  'interest costs principal',
  'costs principal interest',
  'interest principal costs',
] as const;

/** A new agreement, from a day on; what was agreed before stays in the history. */
export function TermsForm({ administration, terms, onClose }: TermsFormProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const agree = useAgree(t('terms.agreed'));
  const form = useForm<TermsFields>({ initialValues: fieldsOf(terms, today) });
  const { values } = form;
  const { id, creditorId } = administration;
  const place = values.scope === 'creditor' ? `creditors/${creditorId}` : `administrations/${id}`;
  const submit = () => agree.mutate({ place, terms: termsOf(values) }, { onSuccess: onClose });

  return (
    <FormDialog
      title={t('terms.new')}
      action={t('terms.agree')}
      size="lg"
      isBusy={agree.isPending}
      isReady={isComplete(values)}
      onClose={onClose}
      onSubmit={submit}
    >
      <ScopeField form={form} administration={administration} />
      <CostFields form={form} />
      <InterestFields form={form} />
      <PaymentFields form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput
          label={t('terms.validFrom')}
          value={values.validFrom}
          onChange={(day) => day && form.setFieldValue('validFrom', day)}
        />
      </SimpleGrid>
      {values.validFrom < today && (
        <Text fz="sm" style={{ color: 'var(--late)' }}>
          {t('terms.past')}
        </Text>
      )}
      <Textarea
        label={t('terms.reason')}
        required
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

type Api = UseFormReturnType<TermsFields>;

function ScopeField({ form, administration }: { form: Api; administration: Administration }) {
  const { t } = useTranslation();
  const { creditorOf } = useAdministrationNames();
  const { id, name } = administration;
  return (
    <Radio.Group label={t('terms.for')} {...form.getInputProps('scope')}>
      <Stack gap={6} mt={6}>
        <Radio value="administration" label={t('terms.onlyThis', { name })} />
        <Radio value="creditor" label={t('terms.allOf', { name: creditorOf(id) })} />
      </Stack>
    </Radio.Group>
  );
}

/** What a payment lowers first, and what remains once the principal is paid. */
function PaymentFields({ form }: { form: Api }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('terms.payments')}>
      <Stack gap="sm">
        <Select
          label={t('terms.order')}
          data={[
            { value: '', label: t('terms.orderByLaw') },
            ...ORDERS.map((value) => ({
              value,
              label: orderLabel(value, (part) => t(`terms.parts.${part}`)),
            })),
          ]}
          allowDeselect={false}
          {...form.getInputProps('paymentOrder')}
        />
        <Switch
          label={t('terms.keeps')}
          description={form.values.keepsCostsOpen ? undefined : t('terms.restEnds')}
          {...form.getInputProps('keepsCostsOpen', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  );
}

const orderLabel = (order: string, say: (part: ClaimPart) => string) =>
  (order.split(' ') as ClaimPart[]).map(say).join(' → ');
