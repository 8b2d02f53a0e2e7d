import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseToday, DayGroup, DebtorToday, StepToday } from '../../api/dry-run.ts';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { Money } from '../../ui/values/Money.tsx';
import { useSay } from '../../ui/values/say.ts';
import { StateBadge, type Tone } from '../../ui/values/StateBadge.tsx';

export const GROUP_TONES: Record<DayGroup, Tone> = {
  stuck: 'broken',
  sends: 'good',
  starts: 'good',
  held: 'paused',
  ends: 'quiet',
  moves: 'plain',
  waits: 'quiet',
};
/** A browser shows some hundreds of rows well, thousands not. */
const AT_ONCE = 100;

/** A line for each debtor: what would happen today, and why. */
export function TodayTable({ debtors }: { debtors: readonly DebtorToday[] }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(AT_ONCE);
  const columns: Column<DebtorToday>[] = [
    { id: 'debtor', title: t('common.debtor'), cell: (one) => <Who debtor={one} /> },
    {
      id: 'today',
      title: t('today.what'),
      cell: ({ group, cases }) => (
        <>
          <StateBadge tone={GROUP_TONES[group]}>{t(`today.group.${group}`)}</StateBadge>
          {cases.map((one, index) => (
            <Told key={index} told={one} withFlow={cases.length > 1} />
          ))}
        </>
      ),
    },
  ];
  // Of who only waits or is held nothing is reckoned: a column of dashes would say nothing.
  if (debtors.some(({ overdueCents }) => overdueCents !== null)) {
    columns.push({
      id: 'overdue',
      title: t('common.overdue'),
      isNumber: true,
      isWide: true,
      cell: ({ overdueCents }) => (overdueCents === null ? '–' : <Money cents={overdueCents} />),
    });
  }
  return (
    <>
      <RowTable
        caption={t('today.title')}
        rows={debtors.slice(0, most)}
        columns={columns}
        rowKey={({ debtorId }) => debtorId}
      />
      {debtors.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + AT_ONCE)}>
          {t('common.showMore')}
        </Button>
      )}
    </>
  );
}

function Who({ debtor }: { debtor: DebtorToday }) {
  return (
    <>
      <Link to="/debtors/$debtorId" params={{ debtorId: debtor.debtorId }} data-row-link>
        {debtor.debtorName}
      </Link>
      <Text className="quiet" fz="sm">
        {debtor.debtorNumber}
      </Text>
    </>
  );
}

/** One case in sentences: what happens on the way, and where and why it stands then. */
function Told({ told, withFlow }: { told: CaseToday; withFlow: boolean }) {
  const sayStep = useSayStep();
  const stands = useSayStanding();
  const passed = told.steps.filter(({ event }) => event === 'done' || event === 'skipped');
  const lines = [...passed.map(sayStep), stands(told)].filter((line) => line !== '');
  return (
    <Text fz="sm" mt={3} maw={620}>
      {withFlow && <strong>{told.flowName}: </strong>}
      {lines.join(' ')}
    </Text>
  );
}

/** What a step does, and why. */
function useSayStep() {
  const { t } = useTranslation();
  const say = useSay();
  return ({ nodeLabel, event, outcomeLabel, because, isLetter }: StepToday): string => {
    const outcome = event === 'skipped' ? t('today.says.skipped') : (outcomeLabel ?? '');
    const words = isLetter
      ? t('today.says.letter', { step: nodeLabel })
      : t('today.says.step', { step: nodeLabel, outcome });
    return because ? `${words} (${lowerFirst(say(because))}).` : `${words}.`;
  };
}

/** Where a case stands at the end of the day. */
function useSayStanding() {
  const { t } = useTranslation();
  const say = useSay();
  const format = useFormat();
  return ({ state, steps, waiting, nodeLabel, nextOn }: CaseToday): string => {
    const last = steps.at(-1)?.because ?? null;
    if (state === 'ended') return last ? `${say(last)}.` : t('today.says.ended');
    const reason = waiting ? lowerFirst(say(waiting)) : '';
    if (state === 'stuck') return t('today.says.stuck', { step: nodeLabel, reason });
    if (nextOn === null && reason) return t('today.says.held', { step: nodeLabel, reason });
    if (nextOn) return t('today.says.until', { step: nodeLabel, day: format.day(nextOn) });
    return t('today.says.stands', { step: nodeLabel });
  };
}

/** A sentence that becomes part of another one; capitals of an abbreviation stay. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
