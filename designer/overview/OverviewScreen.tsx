import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Building2, FlaskConical, Server, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Overview, useOverview } from '../api/overview.ts';
import { useMayRead, useMayWrite } from '../api/rights.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { AdministrationNumbersTable } from './AdministrationNumbersTable.tsx';
import { AmbiguousMails } from './AmbiguousMails.tsx';
import { Headlines } from './Headlines.tsx';
import { StuckInstances } from './StuckInstances.tsx';
import { sumNumbers } from './sum-numbers.ts';

/** The start of the day: what is the matter, what runs by itself, what is expected of me. */
export function OverviewScreen() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  return (
    <Screen
      title={t('overview.title')}
      help={t('overview.help')}
      action={
        mayWrite && (
          <Button component={Link} to="/import" leftSection={<Upload size={16} />}>
            {t('overview.import')}
          </Button>
        )
      }
    >
      {useMayRead() ? (
        <Start />
      ) : (
        <EmptyState icon={Server} title={t('overview.operator')} hint={t('overview.operatorHint')}>
          <Anchor href="/docs">{t('overview.toDocs')}</Anchor>
        </EmptyState>
      )}
    </Screen>
  );
}

function Start() {
  const { t } = useTranslation();
  const overview = useOverview();
  return (
    <Loaded query={overview}>
      {(numbers) =>
        numbers.administrations.length === 0 ? (
          <EmptyState icon={Building2} title={t('administrations.empty')} />
        ) : (
          <Numbers overview={numbers} />
        )
      }
    </Loaded>
  );
}

function Numbers({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const total = sumNumbers(overview.administrations);
  const tested = overview.administrations.filter((one) => one.testMode);
  return (
    <Stack gap="lg">
      {tested.length > 0 && (
        <Alert icon={<FlaskConical size={18} />} color="late" title={t('overview.inTest')}>
          {t('overview.inTestWhich', { names: tested.map(({ name }) => name).join(', ') })}
        </Alert>
      )}
      <Headlines total={total} />
      {total.stuckCount > 0 && <StuckInstances />}
      {total.ambiguousCount > 0 && <AmbiguousMails />}
      <Section title={t('overview.perAdministration')}>
        <Text className="quiet" mb="xs" fz="sm">
          {t('runs.help')}
        </Text>
        <AdministrationNumbersTable rows={overview.administrations} />
      </Section>
    </Stack>
  );
}
