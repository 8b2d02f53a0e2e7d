import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import { type InstanceRow, useInstancesOf } from '../../api/instances.ts';
import { useNextStep } from '../../flows/use-next-step.ts';
import { DeviationLine } from '../../ui/DeviationMark.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { RowSkeletons } from '../../ui/states/Skeletons.tsx';
import { Day, Instant } from '../../ui/values/Day.tsx';
import { useSay } from '../../ui/values/say.ts';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import styles from './file.module.css';
import { StepActions } from './StepActions.tsx';

/** The flow that treats this debtor and why this one; the next step, when, and why not yet. */
export function NextByItself({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const say = useSay();
  const instances = useInstancesOf(debtor.id);
  return (
    <section aria-label={t('file.next')}>
      <p className={styles.label}>{t('file.next')}</p>
      <Loaded query={instances} skeleton={<RowSkeletons rows={2} height={20} />}>
        {(rows) => {
          const live = rows.filter((one) => one.state !== 'ended');
          if (live.length === 0) return <NothingNext last={rows[0]} />;
          return live.map((one) => <Next key={one.id} instance={one} />);
        }}
      </Loaded>
      {debtor.flow && (
        <Text fz="sm" mt={8} className="quiet">
          {say(debtor.flow.because)}{' '}
          {debtor.flow.flowId && (
            <Anchor
              component={Link}
              to="/flows/$flowId"
              params={{ flowId: debtor.flow.flowId } as never}
              fz="sm"
            >
              {t('file.toFlow')}
            </Anchor>
          )}
        </Text>
      )}
    </section>
  );
}

function Next({ instance }: { instance: InstanceRow }) {
  const { t } = useTranslation();
  const say = useSay();
  const next = useNextStep(instance);
  const { state, plannedOn, waiting, deviation } = instance;
  const day = deviation?.on ?? plannedOn;
  return (
    <div>
      <Text fw={600} fz="lg">
        {next}
      </Text>
      {day && (
        <Text>
          <Day on={day} relative />
        </Text>
      )}
      {!day && !waiting && <Text>{t('file.noDay')}</Text>}
      {state !== 'running' && (
        <StateBadge tone={state === 'stuck' ? 'broken' : 'paused'}>
          {t(`instance.${state}`)}
        </StateBadge>
      )}
      <DeviationLine deviation={deviation} />
      {waiting && <Text fz="sm">{say(waiting)}</Text>}
      <StepActions instance={instance} />
    </div>
  );
}

function NothingNext({ last }: { last: InstanceRow | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={600}>{t('file.nothingNext')}</Text>
      {last?.endedAt && (
        <Text fz="sm">
          {t('file.flowEnded', { flow: last.flowName })} <Instant at={last.endedAt} />
        </Text>
      )}
    </>
  );
}
