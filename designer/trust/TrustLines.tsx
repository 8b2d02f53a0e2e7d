import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TrustLine, useTrustLines } from '../api/trust.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { useSay } from '../ui/values/say.ts';
import { AllocateLine } from './AllocateLine.tsx';
import { ExplainLine } from './ExplainLine.tsx';

/** Receipts of which nobody knows yet for whom they are, and payments that are not explained. */
export function TrustLines({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const plausible = useTrustLines(accountId, 'plausible');
  const waiting = useTrustLines(accountId, 'waiting');
  return (
    <Section title={t('trust.lines')}>
      <Loaded query={plausible}>
        {(likely) => (
          <Loaded query={waiting}>
            {(others) => (
              <>
                <LineTable accountId={accountId} lines={[...likely, ...others]} />
                <MoreRows query={waiting} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}

type LineTableProps = { readonly accountId: string; readonly lines: readonly TrustLine[] };

function LineTable({ accountId, lines }: LineTableProps) {
  const { t } = useTranslation();
  const say = useSay();
  const [chosen, choose] = useState<TrustLine | null>(null);
  if (lines.length === 0) return <Text className="quiet">{t('trust.noLines')}</Text>;
  const columns: Column<TrustLine>[] = [
    { id: 'day', title: t('common.day'), cell: (line) => <Day on={line.bookedOn} /> },
    {
      id: 'from',
      title: t('trust.from'),
      cell: (line) => (
        <>
          {line.counterpartyName ?? line.counterpartyAccount ?? t('common.unknown')}
          <Text className="quiet" fz="sm" lineClamp={2}>
            {line.description}
          </Text>
        </>
      ),
    },
    { id: 'why', title: t('common.why'), isWide: true, cell: (line) => say(line.because) },
    {
      id: 'amount',
      title: t('common.amount'),
      isNumber: true,
      cell: (line) => <Money cents={line.amountCents > 0 ? line.openCents : line.amountCents} />,
    },
    {
      id: 'act',
      title: '',
      isNumber: true,
      cell: (line) => (
        <Button size="xs" onClick={() => choose(line)}>
          {t(line.amountCents > 0 ? 'trust.allocate' : 'trust.explain')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <RowTable
        caption={t('trust.lines')}
        rows={lines}
        columns={columns}
        rowKey={(line) => line.id}
        isStacked
      />
      {chosen && chosen.amountCents > 0 && (
        <AllocateLine line={chosen} onClose={() => choose(null)} />
      )}
      {chosen && chosen.amountCents < 0 && (
        <ExplainLine accountId={accountId} line={chosen} onClose={() => choose(null)} />
      )}
    </>
  );
}
