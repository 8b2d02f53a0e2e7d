import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankLine } from '../../api/bank.ts';
import { useAssignLine } from '../../api/bank-work.ts';
import { useDebtors } from '../../api/debtors.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SearchField } from '../../ui/lists/SearchField.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Money } from '../../ui/values/Money.tsx';

type AssignLineProps = {
  readonly line: BankLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** For whom it was paid is known, for which invoice not: the oldest go first, the rest is credit. */
export function AssignLine({ line, onClose, onDone }: AssignLineProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [debtorId, choose] = useState<string | null>(null);
  const { administrationId } = line;
  const debtors = useDebtors({ search, administrationId, state: 'all', limit: 20 });
  const assign = useAssignLine(t('bank.booked'));
  const submit = () => {
    if (debtorId === null) return;
    assign.mutate(
      { id: line.id, debtorId },
      {
        onSuccess: () => {
          onClose();
          onDone();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('bankWork.assignTitle')}
      action={t('bank.book')}
      isBusy={assign.isPending}
      isReady={debtorId !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{t('bankWork.assignSays')}</Text>
      <SearchField label={t('bankWork.searchDebtor')} value={search} onChange={setSearch} />
      <Loaded query={debtors}>
        {(rows) => (
          <Radio.Group
            value={debtorId}
            onChange={choose}
            aria-label={t('bankWork.assign')}
            mah={300}
            style={{ overflowY: 'auto' }}
          >
            <Stack gap="xs">
              {rows.length === 0 && <Text className="quiet">{t('bankWork.nobody')}</Text>}
              {rows.map((debtor) => (
                <Radio
                  key={debtor.id}
                  value={debtor.id}
                  label={
                    <>
                      {debtor.name} <span className="quiet">{debtor.number}</span> ·{' '}
                      <Money cents={debtor.openCents} />
                    </>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Loaded>
    </FormDialog>
  );
}
