import { Anchor, SegmentedControl, Select } from '@mantine/core';
import { addDays, localize } from '@inning/sdk';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useVersions } from '../api/drawing.ts';
import { useCatalogue, useFlow, useFlowVersion } from '../api/flows.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useFormat, useLocale } from '../ui/values/format.ts';
import { CaseView } from './CaseView.tsx';
import type { Go, WatchSearch } from './watch-search.ts';
import { WatchRoom } from './WatchRoom.tsx';

const DEFAULT_PERIOD = '7';

/** A published version while it runs: who stands where, what passed, and who is stuck. */
export function WatchScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId/watch' });
  const search: WatchSearch = useSearch({ from: '/flows/$flowId/watch' });
  const go = useGo(flowId, search);
  const flow = useFlow(flowId);
  const version = Number(search.version ?? flow.data?.publishedVersion ?? 0);
  const name = flow.data ? localize(flow.data.name, locale) : '';
  return (
    <Screen
      title={t('watching.title', { flow: name })}
      help={t('watching.help')}
      // A case has its own version and its own way back.
      filters={
        search.case ? undefined : (
          <Filters flowId={flowId} version={version} search={search} go={go} />
        )
      }
    >
      <Loaded query={flow}>
        {() =>
          version === 0 ? (
            <EmptyState title={t('flows.notPublished')} hint={t('watching.notPublished')} />
          ) : search.case ? (
            <CaseView id={search.case} onBack={() => go({ case: undefined })} />
          ) : (
            <Watching flowId={flowId} version={version} search={search} go={go} />
          )
        }
      </Loaded>
    </Screen>
  );
}

/** What is chosen stands in the address. */
function useGo(flowId: string, search: WatchSearch): Go {
  const navigate = useNavigate();
  return (more) =>
    void navigate({
      to: '/flows/$flowId/watch',
      params: { flowId },
      search: { ...search, ...more } as never,
    } as never);
}

type PartProps = {
  readonly flowId: string;
  readonly version: number;
  readonly search: WatchSearch;
  readonly go: Go;
};

function Filters({ flowId, version, search, go }: PartProps) {
  const { t } = useTranslation();
  const versions = useVersions(flowId).data ?? [];
  return (
    <>
      <Anchor component={Link} to="/flows/$flowId" params={{ flowId } as never}>
        {t('trying.back')}
      </Anchor>
      {versions.length > 1 && (
        <Select
          aria-label={t('trying.version')}
          w={220}
          allowDeselect={false}
          value={String(version)}
          onChange={(value) => go({ version: value ?? undefined, node: undefined })}
          data={versions.map((one) => ({
            value: String(one.version),
            label: t('watching.versionWith', { version: one.version, count: one.runningCount }),
          }))}
        />
      )}
      <SegmentedControl
        aria-label={t('watching.period')}
        value={search.period ?? DEFAULT_PERIOD}
        onChange={(period) => go({ period: period as WatchSearch['period'] })}
        data={(['1', '7', '30'] as const).map((value) => ({
          value,
          label: t(`watching.periods.${value}`),
        }))}
      />
    </>
  );
}

function Watching({ flowId, version, search, go }: PartProps) {
  const { today } = useFormat();
  const published = useFlowVersion(flowId, version);
  const catalogue = useCatalogue();
  const from = addDays(today, 1 - Number(search.period ?? DEFAULT_PERIOD));
  return (
    <Loaded query={published}>
      {(read) => (
        <Loaded query={catalogue}>
          {(types) => (
            <WatchRoom
              published={read}
              catalogue={types}
              period={{ from, to: today }}
              search={search}
              go={go}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
