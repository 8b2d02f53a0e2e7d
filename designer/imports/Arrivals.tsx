import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Arrival, useArrivals } from '../api/arrivals.ts';
import { Section } from '../ui/layout/Section.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useFormat } from '../ui/values/format.ts';
import { StatementCounts } from './StatementCounts.tsx';
import { Working } from './Working.tsx';

/** Large statements: how far each of them is, and what became of it. */
export function Arrivals({ administrationId }: { readonly administrationId: string }) {
  const { t } = useTranslation();
  const arrivals = useArrivals(administrationId);
  if (arrivals.length === 0) return null;
  return (
    <Section title={t('arrivals.title')}>
      <Stack>
        {arrivals.map((one) => (
          <Paper key={one.id} withBorder p="md" radius="md">
            <Title order={3} fz="md" mb={4}>
              {nameOf(one)}
            </Title>
            {one.stage === 'done' ? (
              <Done arrival={one} administrationId={administrationId} />
            ) : (
              <UnderWay arrival={one} />
            )}
          </Paper>
        ))}
      </Stack>
    </Section>
  );
}

/** A file may hold several statements. */
const nameOf = ({ fileName, number }: Arrival): string =>
  [fileName, number].filter(Boolean).join(' · ');

function UnderWay({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isStoring = arrival.stage === 'storing';
  const [done, all] = isStoring
    ? [arrival.storedCount, arrival.lineCount]
    : [arrival.decidedCount, arrival.newCount];
  const counts = { done: format.count(done), all: format.count(all) };
  return (
    <>
      <Working
        text={isStoring ? t('arrivals.storing', counts) : t('arrivals.matching', counts)}
        part={all === 0 ? 1 : done / all}
      />
      <Text className="quiet" fz="sm" mt="xs">
        {t('arrivals.mayLeave')}
      </Text>
    </>
  );
}

type DoneProps = { readonly arrival: Arrival; readonly administrationId: string };

function Done({ arrival, administrationId }: DoneProps) {
  const { t } = useTranslation();
  return (
    <>
      <Text className="quiet" fz="sm" mb="xs">
        {t('arrivals.done')} <Instant at={arrival.doneAt} />
      </Text>
      <StatementCounts
        administrationId={administrationId}
        counts={{ ...arrival, knownCount: arrival.lineCount - arrival.newCount, reversedCount: 0 }}
      />
    </>
  );
}
