import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankLine, useIgnoreLine } from '../api/bank.ts';
import { useMayWrite } from '../api/rights.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Day } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { ReasonButton } from '../ui/ReasonButton.tsx';
import { BookLine } from './BookLine.tsx';
import { UndoLine } from './UndoLine.tsx';
import { WhyLine } from './WhyLine.tsx';

/** Lines of the bank: from whom, how much, what the matcher made of it, and why. */
export function BankLineTable({ lines }: { lines: readonly BankLine[] }) {
  const { t } = useTranslation();
  const [booking, book] = useState<BankLine | null>(null);
  const columns: Column<BankLine>[] = [
    { id: 'day', title: t('common.day'), cell: (line) => <Day on={line.bookedOn} /> },
    {
      id: 'who',
      title: t('bank.counterparty'),
      cell: (line) => (
        <>
          {line.counterpartyName ?? line.counterpartyAccount ?? t('common.unknown')}
          <Text className="quiet" fz="sm" maw={420} lineClamp={2}>
            {[line.structuredReference, line.description].filter(Boolean).join(' · ')}
          </Text>
        </>
      ),
    },
    {
      id: 'why',
      title: t('common.why'),
      isWide: true,
      cell: (line) => <WhyLine line={line} />,
    },
    {
      id: 'amount',
      title: t('common.amount'),
      isNumber: true,
      cell: (line) => <Money cents={line.amountCents} currency={line.currency} />,
    },
    {
      id: 'act',
      title: '',
      isNumber: true,
      cell: (line) => <LineActions line={line} onBook={() => book(line)} />,
    },
  ];
  return (
    <>
      <RowTable
        caption={t('bank.title')}
        rows={lines}
        columns={columns}
        rowKey={(line) => line.id}
        isStacked
      />
      {booking && <BookLine line={booking} onClose={() => book(null)} />}
    </>
  );
}

function LineActions({ line, onBook }: { line: BankLine; onBook: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const ignore = useIgnoreLine(t('bank.ignored'));
  const waits = line.state === 'unmatched' || line.state === 'plausible';
  if (!mayWrite || line.state === 'new') return null;
  if (!waits) return <UndoLine line={line} />;
  return (
    <Group gap="xs" justify="flex-end">
      {line.amountCents > 0 && (
        <Button size="xs" onClick={onBook}>
          {t('bank.book')}
        </Button>
      )}
      <ReasonButton
        action={t('bank.ignore')}
        title={t('bank.ignoreTitle')}
        says={t('bank.ignoreSays')}
        isBusy={ignore.isPending}
        onReason={(reason, whenDone) => ignore.mutate({ id: line.id, reason }, whenDone)}
      />
    </Group>
  );
}
