import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreditors } from '../api/administrations.ts';
import { type TrustTerms, useAgreeTerms, useTrustTerms } from '../api/trust.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

/** What is agreed with a creditor: what the agency keeps, and to which account the rest goes. */
export function TrustTermsButton() {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => open(true)}>
        {t('trustMore.terms')}
      </Button>
      {isOpen && <ChooseCreditor onClose={() => open(false)} />}
    </>
  );
}

function ChooseCreditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const creditors = useCreditors().data ?? [];
  const [chosen, choose] = useState<string | null>(
    creditors.length === 1 ? (creditors[0]?.id ?? null) : null,
  );
  const terms = useTrustTerms(chosen).data;
  const select = (
    <Select
      label={t('trust.creditor')}
      data={creditors.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      onChange={choose}
      searchable={creditors.length > 7}
      required
    />
  );
  if (chosen === null || !terms) {
    return (
      <FormDialog
        title={t('trustMore.terms')}
        action={t('common.save')}
        isBusy={false}
        isReady={false}
        onClose={onClose}
        onSubmit={() => undefined}
      >
        {select}
      </FormDialog>
    );
  }
  return (
    <TermsForm key={chosen} creditorId={chosen} terms={terms} onClose={onClose}>
      {select}
    </TermsForm>
  );
}

type TermsFormProps = {
  readonly creditorId: string;
  readonly terms: TrustTerms;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function TermsForm({ creditorId, terms, onClose, children }: TermsFormProps) {
  const { t } = useTranslation();
  const agree = useAgreeTerms(creditorId, t('trustMore.agreed'));
  const [feeBasisPoints, setFee] = useState(terms.feeBasisPoints);
  const [keepsCosts, setKeeps] = useState(terms.keepsCosts);
  const [iban, setIban] = useState(terms.iban ?? '');
  const [accountName, setName] = useState(terms.accountName ?? '');
  const save = () =>
    agree.mutate(
      {
        feeBasisPoints,
        keepsCosts,
        iban: iban.trim() || null,
        accountName: accountName.trim() || null,
      },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t('trustMore.terms')}
      action={t('common.save')}
      isBusy={agree.isPending}
      onClose={onClose}
      onSubmit={save}
    >
      {children}
      <NumberInput
        label={t('trustMore.fee')}
        description={t('trustMore.feeSays')}
        suffix=" %"
        min={0}
        max={100}
        decimalScale={2}
        decimalSeparator={t('common.decimalSign')}
        value={feeBasisPoints / 100}
        onChange={(percent) => setFee(Math.round(Number(percent) * 100))}
      />
      <Switch
        label={t('trustMore.keepsCosts')}
        checked={keepsCosts}
        onChange={({ currentTarget }) => setKeeps(currentTarget.checked)}
      />
      <TextInput
        label={t('trustMore.iban')}
        description={t('trustMore.ibanSays')}
        maxLength={42}
        value={iban}
        onChange={({ currentTarget }) => setIban(currentTarget.value)}
      />
      <TextInput
        label={t('trustMore.accountName')}
        maxLength={70}
        value={accountName}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </FormDialog>
  );
}
