import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useFlowVersion } from '../api/flows.ts';
import { type CaseFile, type CaseStep, useCase } from '../api/watching.ts';
import { StepActions } from '../debtors/file/StepActions.tsx';
import { PathPlayer, type PathStep } from '../player/index.ts';
import { DeviationLine } from '../ui/DeviationMark.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day, Instant } from '../ui/values/Day.tsx';
import { useLocale } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';
import { StateBadge, type Tone } from '../ui/values/StateBadge.tsx';
import { CASE_TONES } from './CaseList.tsx';
import { MoveOn } from './MoveOn.tsx';
import { useMovedDays } from './use-moved-days.ts';
import styles from './watching.module.css';

/** One case: where it stands and why, what can be done, and the way it came. */
export function CaseView({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation();
  const file = useCase(id);
  return (
    <Stack gap="md">
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<ArrowLeft size={14} aria-hidden />}
        onClick={onBack}
      >
        {t('watching.backToFlow')}
      </Button>
      <Loaded query={file}>
        {(one) => (
          <>
            <Now file={one} />
            <Way file={one} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** What is the matter, why not yet, and when it is looked at next. */
function Now({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const say = useSay();
  const { state, waiting, plannedOn, deviation, wakeAt, endedAt } = file;
  const next = deviation?.on ?? plannedOn;
  return (
    <section className={styles.now} aria-label={t('watching.now')}>
      <Group gap="xs">
        <Title order={2} fz="lg">
          {file.debtorName}
        </Title>
        <StateBadge tone={CASE_TONES[state]}>{t(`instance.${state}`)}</StateBadge>
        <Anchor
          component={Link}
          to="/debtors/$debtorId"
          params={{ debtorId: file.debtorId } as never}
        >
          {t('watching.toDebtor')}
        </Anchor>
      </Group>
      {state !== 'ended' && <Text mt={6}>{t('watching.standsAt', { step: file.nodeLabel })}</Text>}
      {waiting && <Text fw={600}>{say(waiting)}</Text>}
      {state !== 'ended' && (
        <Text className="quiet">
          {next ? (
            <>
              {t('watching.goesOn')} <Day on={next} relative />
            </>
          ) : wakeAt ? (
            <>
              {t('watching.looksAgain')} <Instant at={wakeAt} />
            </>
          ) : (
            t('watching.untilSomebody')
          )}
        </Text>
      )}
      <DeviationLine deviation={deviation} />
      {endedAt && (
        <Text>
          {t('watching.endedOn')} <Instant at={endedAt} />
        </Text>
      )}
      <Group gap="xs" align="flex-end">
        <StepActions instance={file} />
        <MoveOn file={file} />
      </Group>
    </section>
  );
}

const TONES: Record<CaseStep['kind'], Tone> = {
  done: 'good',
  skipped: 'quiet',
  parked: 'paused',
  held: 'paused',
  stuck: 'broken',
  ended: 'quiet',
  intervened: 'plain',
};

function Way({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSay();
  const published = useFlowVersion(file.flowId, file.flowVersion);
  const catalogue = useCatalogue();
  const notes = useMovedDays(file);
  return (
    <Loaded query={published}>
      {({ document, summaries }) => (
        <Loaded query={catalogue}>
          {(types) => (
            <PathPlayer
              document={document}
              catalogue={types}
              {...(summaries ? { summaries } : {})}
              startsAtEnd
              notes={notes}
              steps={file.path.map((step) => stepOf(step))}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );

  function stepOf(step: CaseStep): PathStep {
    const isPassed = step.kind === 'done' || step.kind === 'skipped';
    const name = catalogue.data?.get(step.type)?.outcomes[step.outcome ?? ''];
    const outcome = name ? localize(name, locale) : '';
    const words = (step.kind === 'done' && outcome) || t(`watching.kinds.${step.kind}`);
    return {
      id: step.id,
      nodeId: step.nodeId,
      outcome: isPassed ? step.outcome : null,
      on: step.on,
      title: step.nodeLabel,
      state: { tone: TONES[step.kind], words },
      sentence: say(step.because),
    };
  }
}
