import { Anchor, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type FlowVersion, useFlow, useFlowVersion } from '../../api/flows.ts';
import { type MigrationProposal, useMigrationProposal } from '../../api/versions.ts';
import { Screen } from '../../ui/layout/Screen.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { useLocale } from '../../ui/values/format.ts';
import { useStepNames } from '../use-step-names.ts';
import { MapTable } from './MapTable.tsx';
import { MoveResult } from './MoveResult.tsx';
import { Reckoning } from './Reckoning.tsx';
import { StartMove } from './StartMove.tsx';
import { useMoveCases } from './use-move-cases.ts';

/** The running cases of one version to another: which step is which, what it does, and doing it. */
export function MoveCasesScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId/move' });
  const search = useSearch({ from: '/flows/$flowId/move' });
  const between = { from: Number(search.from ?? 1), to: Number(search.to ?? 2) };
  const flow = useFlow(flowId);
  const name = flow.data ? localize(flow.data.name, locale) : '';
  const proposal = useMigrationProposal(flowId, between);
  const before = useFlowVersion(flowId, between.from);
  const after = useFlowVersion(flowId, between.to);
  return (
    <Screen
      title={t('versions.moveTitle', { flow: name, ...between })}
      help={t('versions.moveHelp')}
      filters={
        <Anchor component={Link} to="/flows/$flowId/versions" params={{ flowId } as never}>
          {t('versions.back')}
        </Anchor>
      }
    >
      <Loaded query={proposal}>
        {(proposed) => (
          <Loaded query={before}>
            {(old) => (
              <Loaded query={after}>
                {(next) => <Moving key={flowId} {...{ flowId, proposed, old, next }} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  );
}

type MovingProps = {
  readonly flowId: string;
  readonly proposed: MigrationProposal;
  readonly old: FlowVersion;
  readonly next: FlowVersion;
};

function Moving({ flowId, proposed, old, next }: MovingProps) {
  const { t } = useTranslation();
  const nameOf = useStepNames();
  const moving = useMoveCases(flowId, { from: old.version, to: next.version }, proposed.map);
  const count = Object.values(proposed.running).reduce((sum, one) => sum + one, 0);
  if (count === 0 && !moving.result) {
    return (
      <EmptyState
        title={t('versions.nobodyThere', { version: old.version })}
        hint={t('versions.nobodyThereHint')}
      />
    );
  }
  const summaries = { before: old.summaries ?? {}, after: next.summaries ?? {} };
  const steps = { before: old.document, after: next.document, nameOf, summaries };
  return (
    <>
      {!moving.result && <Intro count={count} version={old.version} />}
      {moving.result ? (
        <MoveResult moving={moving} />
      ) : (
        <>
          <MapTable steps={steps} running={proposed.running} moving={moving} />
          <StartMove moving={moving} />
          {moving.plan && <Reckoning plan={moving.plan} steps={steps} />}
        </>
      )}
    </>
  );
}

function Intro({ count, version }: { count: number; version: number }) {
  const { t } = useTranslation();
  return (
    <Text maw={760} mb="md">
      {t('versions.moveIntro', { count, version })}
    </Text>
  );
}
