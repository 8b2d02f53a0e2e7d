import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { CirclePause, CirclePlay, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Administration,
  useAdministrations,
  usePauseAdministration,
  useResumeAdministration,
} from '../api/administrations.ts';
import { useMayChangeSettings } from '../api/rights.ts';
import { BackLink } from '../ui/layout/BackLink.tsx';
import { PauseForm } from '../ui/PauseForm.tsx';
import { ResumeForm } from '../ui/ResumeForm.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { ApiError } from '../api/errors.ts';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { Instant } from '../ui/values/Day.tsx';
import { Facts } from '../ui/values/Facts.tsx';
import { useFormat } from '../ui/values/format.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { TermsOfAdministration } from './terms/TermsOfAdministration.tsx';

const NOT_FOUND = new ApiError(404, { code: 'NOT_FOUND', message: '' });

/** One administration: how it runs, and how it is set. */
export function AdministrationSettings() {
  const { administrationId } = useParams({ from: '/administrations/$administrationId' });
  const administrations = useAdministrations();
  return (
    <Loaded query={administrations}>
      {(rows) => {
        const one = rows.find(({ id }) => id === administrationId);
        if (!one) return <ErrorState error={NOT_FOUND} />;
        return <Settings key={one.id} administration={one} />;
      }}
    </Loaded>
  );
}

function Settings({ administration }: { administration: Administration }) {
  const { t } = useTranslation();
  const { creditorOf } = useAdministrationNames();
  const { name, id, lastRunAt, bankFeedAt, testMode, testAddress } = administration;
  return (
    <Stack gap="md">
      <BackLink to="/administrations" />
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} fz="lg">
            {name}
          </Title>
          <Text className="quiet">{creditorOf(id)}</Text>
        </div>
        <PauseOrResume administration={administration} />
      </Group>
      {testMode && (
        <Alert icon={<FlaskConical size={18} />} color="late" title={t('administrations.inTest')}>
          {testAddress
            ? t('administrations.inTestTo', { address: testAddress })
            : t('administrations.inTestNowhere')}
        </Alert>
      )}
      <Facts
        rows={[
          [
            t('administrations.lastRun'),
            lastRunAt ? <Instant key="r" at={lastRunAt} /> : t('common.never'),
          ],
          [
            t('administrations.bankFeed'),
            bankFeedAt ? <Instant key="b" at={bankFeedAt} /> : t('common.never'),
          ],
        ]}
      />
      <SettingsForm administration={administration} />
      <TermsOfAdministration administration={administration} />
    </Stack>
  );
}

function PauseOrResume({ administration }: { administration: Administration }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMayChangeSettings();
  const [isAsking, ask] = useState(false);
  const { id, name, pausedSince, pausedUntil, pauseReason } = administration;
  const pause = usePauseAdministration(id, t('administrations.paused', { name }));
  const resume = useResumeAdministration(id, t('administrations.resumed', { name }));
  const close = () => ask(false);
  if (!mayChange) return null;

  if (pausedSince === null) {
    return (
      <>
        <Button variant="default" leftSection={<CirclePause size={16} />} onClick={() => ask(true)}>
          {t('common.pause')}
        </Button>
        {isAsking && (
          <PauseForm
            title={t('administrations.pauseTitle', { name })}
            says={t('administrations.pauseSays')}
            isBusy={pause.isPending}
            onClose={close}
            onPause={(chosen) => pause.mutate(chosen, { onSuccess: close })}
          />
        )}
      </>
    );
  }
  return (
    <Stack gap={4} align="flex-end">
      <Button leftSection={<CirclePlay size={16} />} onClick={() => ask(true)}>
        {t('common.resume')}
      </Button>
      <Text className="quiet" fz="sm">
        {pausedUntil
          ? t('common.pausedUntil', { day: format.day(pausedUntil) })
          : t('common.pausedOpenEnd')}
        {pauseReason && `: ${pauseReason}`}
      </Text>
      {isAsking && (
        <ResumeForm
          title={t('administrations.resumeTitle', { name })}
          says={t('administrations.resumeSays')}
          isBusy={resume.isPending}
          onClose={close}
          onResume={(choice) => resume.mutate(choice, { onSuccess: close })}
        />
      )}
    </Stack>
  );
}
