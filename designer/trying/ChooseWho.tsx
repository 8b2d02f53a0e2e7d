import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Example } from '../api/trying.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { DebtorSelect } from '../ui/DebtorSelect.tsx';
import type { Chosen } from './chosen.ts';

type ChooseWhoProps = {
  readonly chosen: Chosen;
  readonly examples: readonly Example[];
  readonly onChange: (chosen: Partial<Chosen>) => void;
};

/** An example, or a debtor of the books. */
export function ChooseWho({ chosen, examples, onChange }: ChooseWhoProps) {
  const { t } = useTranslation();
  const example = examples.find(({ id }) => id === chosen.example);
  const pickExample = (id: string | null) => {
    const next = examples.find((one) => one.id === id);
    if (next) {
      onChange({ example: next.id, payments: next.payments, openCents: next.openCents });
    }
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('trying.who')}
        value={chosen.kind}
        onChange={(kind) =>
          onChange(
            kind === 'example'
              ? { kind, payments: example?.payments ?? [], openCents: example?.openCents ?? 0 }
              : { kind: 'debtor', payments: [], openCents: 0, debtorId: null },
          )
        }
        data={[
          { value: 'example', label: t('trying.anExample') },
          { value: 'debtor', label: t('trying.aDebtor') },
        ]}
      />
      {chosen.kind === 'example' ? (
        <>
          <Select
            label={t('trying.example')}
            data={examples.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen.example}
            onChange={pickExample}
            allowDeselect={false}
          />
          {example && (
            <Text fz="sm" className="quiet">
              {example.description}
            </Text>
          )}
        </>
      ) : (
        <ChooseDebtor chosen={chosen} onChange={onChange} />
      )}
    </Stack>
  );
}

function ChooseDebtor({ chosen, onChange }: Omit<ChooseWhoProps, 'examples'>) {
  const { t } = useTranslation();
  const { administrationId } = chosen;
  return (
    <>
      <AdministrationSelect
        label={t('common.administration')}
        value={administrationId}
        withAll
        onChange={(id) => onChange({ administrationId: id, debtorId: null })}
      />
      <DebtorSelect
        label={t('common.debtor')}
        administrationId={administrationId}
        value={chosen.debtorId}
        onChange={(debtor) =>
          onChange({
            debtorId: debtor?.id ?? null,
            payments: [],
            openCents: debtor?.openCents ?? 0,
          })
        }
      />
    </>
  );
}
