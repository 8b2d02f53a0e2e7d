import { Button, Group, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight, PartyPopper, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankLine, useBankLines } from '../../api/bank.ts';
import { useUndoLine } from '../../api/bank-work.ts';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Day } from '../../ui/values/Day.tsx';
import { Money } from '../../ui/values/Money.tsx';
import { WorkLine } from './WorkLine.tsx';
import styles from './work.module.css';

/** Received money that waits for a person, one line after the other, with mouse, thumb or keys. */
export function WorkList({ administrationId }: { administrationId: string | undefined }) {
  const { t } = useTranslation();
  const lines = useBankLines({ administrationId, state: 'work' });
  const [lastDone, setLastDone] = useState<string | null>(null);
  const undo = useUndoLine(t('bankWork.undone'));
  const undoLast = () => {
    if (lastDone === null) return;
    undo.mutate(
      { id: lastDone, reason: t('bankWork.undoLastReason') },
      { onSuccess: () => setLastDone(null) },
    );
  };
  return (
    <>
      {lastDone !== null && (
        <Group mb="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<Undo2 size={14} aria-hidden />}
            loading={undo.isPending}
            onClick={undoLast}
          >
            {t('bankWork.undoLast')}
          </Button>
        </Group>
      )}
      <Loaded query={lines}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={PartyPopper}
              title={t('bank.none.unmatched')}
              hint={t('bankWork.doneHint')}
            />
          ) : (
            <>
              <Walk lines={rows} onDone={setLastDone} onUndoLast={undoLast} />
              <MoreRows query={lines} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

type WalkProps = {
  readonly lines: readonly BankLine[];
  readonly onDone: (id: string) => void;
  readonly onUndoLast: () => void;
};

function Walk({ lines, onDone, onUndoLast }: WalkProps) {
  const { t } = useTranslation();
  const [openId, open] = useState<string | null>(null);
  const region = useRef<HTMLElement>(null);
  const at = Math.max(
    0,
    lines.findIndex((line) => line.id === openId),
  );
  const line = lines[at];
  const go = (step: number) => open(lines[at + step]?.id ?? line?.id ?? null);
  if (!line) return null;
  return (
    <section
      ref={region}
      className={styles.work}
      aria-label={t('bankWork.views.work')}
      // The keys work while something in here has the focus, so that they never surprise elsewhere.
      tabIndex={-1}
    >
      <ul className={styles.list}>
        {lines.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={one.id === line.id}
              onClick={() => open(one.id)}
            >
              <ItemText line={one} />
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Steps at={at} count={lines.length} onGo={go} />
        <WorkLine
          key={line.id}
          line={line}
          region={region}
          onGo={go}
          onUndoLast={onUndoLast}
          onDone={() => {
            open(lines[at + 1]?.id ?? lines[at - 1]?.id ?? null);
            onDone(line.id);
          }}
        />
      </div>
    </section>
  );
}

type StepsProps = {
  readonly at: number;
  readonly count: number;
  readonly onGo: (step: number) => void;
};

function Steps({ at, count, onGo }: StepsProps) {
  const { t } = useTranslation();
  const step = (by: 1 | -1, isOn: boolean) => (
    <Button
      size="xs"
      variant="default"
      disabled={!isOn}
      aria-label={t(by > 0 ? 'bankWork.next' : 'bankWork.previous')}
      onClick={() => onGo(by)}
    >
      {by > 0 ? <ChevronRight size={16} aria-hidden /> : <ChevronLeft size={16} aria-hidden />}
    </Button>
  );
  return (
    <Group justify="space-between" mb="xs">
      <Text className="quiet" fz="sm" role="status">
        {t('bankWork.position', { at: at + 1, count })}
      </Text>
      <Group gap={6}>
        {step(-1, at > 0)}
        {step(1, at < count - 1)}
      </Group>
    </Group>
  );
}

function ItemText({ line }: { line: BankLine }) {
  const { t } = useTranslation();
  const [best] = line.match?.proposals ?? [];
  return (
    <>
      <span className={styles.line}>
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {line.counterpartyName ?? line.counterpartyAccount ?? t('common.unknown')}
        </span>
        <Money cents={line.amountCents} currency={line.currency} />
      </span>
      <span className={`${styles.line} quiet`} style={{ fontSize: 13 }}>
        <Day on={line.bookedOn} />
        <span>{best ? (best.allocations[0]?.number ?? '') : t('bankWork.noProposal')}</span>
      </span>
    </>
  );
}
