import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { daysBetween } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BankConnection,
  type FeedAccount,
  useReadConnection,
} from '../../api/bank-connections.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Day } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import styles from '../connections/connections.module.css';
import { useSayProblem } from '../connections/say-problem.ts';

const isDone = ({ isOn, isUpToDate }: FeedAccount) => !isOn || isUpToDate;
const hasStopped = ({ problem }: FeedAccount) => problem !== null;

/** A month at a time until today, or until something goes wrong; the rest then follows by itself. */
export function FirstReading({ started }: { readonly started: BankConnection }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(started);
  const { isFailed, again } = useReadingOn(now, setNow);
  const accounts = now.accounts.filter(({ isOn }) => isOn);
  const isReady = accounts.every(isDone);
  const isStopped = !isReady && (isFailed || accounts.some(hasStopped));
  const stage = isReady ? 'allRead' : isStopped ? 'partly' : 'reading';
  return (
    <Section title={t('bankConnections.stepRead')}>
      <Stack gap="md">
        {accounts.map((account) => (
          <AccountProgress key={account.id} account={account} />
        ))}
        <div role="status">
          <Text fw={600}>{t(`bankConnections.${stage}`)}</Text>
          {stage !== 'reading' && <Text>{t(`bankConnections.${stage}Hint`)}</Text>}
        </div>
        <Group gap="xs">
          {isStopped && <Button onClick={again}>{t('bankConnections.tryAgain')}</Button>}
          {stage !== 'reading' && (
            <Button
              variant={isReady ? 'filled' : 'default'}
              component={Link}
              to="/bank"
              search={{ view: 'lines', administrationId: now.administrationId } as never}
            >
              {t('bankConnections.show')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

/** Asks for the next days as soon as the last ones are there, one question at a time. */
function useReadingOn(now: BankConnection, setNow: (next: BankConnection) => void) {
  const read = useReadConnection();
  const [isFailed, setFailed] = useState(false);
  const isAsking = useRef(false);
  const ask = () => {
    isAsking.current = true;
    setFailed(false);
    read.mutate(now.id, {
      onSuccess: setNow,
      onError: () => setFailed(true),
      onSettled: () => void (isAsking.current = false),
    });
  };
  const hasMore = !now.accounts.every((one) => isDone(one) || hasStopped(one));
  useEffect(() => {
    if (hasMore && !isFailed && !isAsking.current) ask();
    // Only what the server said last decides whether to go on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [now, hasMore]);
  return { isFailed, again: ask };
}

function AccountProgress({ account }: { readonly account: FeedAccount }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const { today } = useFormat();
  const { readUntil, lineCount, problem, firstDay } = account;
  const whole = Math.max(1, daysBetween(firstDay, today));
  const read = readUntil === null ? 0 : daysBetween(firstDay, readUntil);
  const percent = isDone(account) ? 100 : Math.max(0, Math.min(100, (read / whole) * 100));
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text className={styles.iban ?? ''}>{account.account}</Text>
        <Text fz="sm" className="quiet">
          {t('bankConnections.lines', { count: lineCount })}
          {readUntil && (
            <>
              {' · '}
              {t('bankConnections.readUntil')} <Day on={readUntil} />
            </>
          )}
        </Text>
      </Group>
      <Progress value={percent} aria-label={account.account} mt={4} />
      {problem && (
        <Group mt={4} gap="xs">
          <StateBadge tone="broken">
            {t('bankConnections.failed', { count: account.failureCount })}
          </StateBadge>
          <Text fz="sm">{sayProblem(problem)}</Text>
        </Group>
      )}
    </div>
  );
}
