import { Anchor } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVersions, type VersionRow } from '../api/drawing.ts';
import { useFlow } from '../api/flows.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import { CompareVersions, DRAFT, type Pair } from './compare/CompareVersions.tsx';
import { RolledBack } from './RolledBack.tsx';
import { useRollBack } from './use-roll-back.ts';
import { VersionTable } from './VersionTable.tsx';

/** All versions of a flow, and what differs between any two of them. */
export function VersionsScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId/versions' });
  const flow = useFlow(flowId);
  const versions = useVersions(flowId);
  const name = flow.data ? localize(flow.data.name, locale) : '';
  return (
    <Screen
      title={t('versions.title', { flow: name })}
      help={t('versions.help')}
      filters={
        <Anchor component={Link} to="/flows/$flowId" params={{ flowId } as never}>
          {t('draw.back')}
        </Anchor>
      }
    >
      <Loaded query={versions}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={History}
              title={t('versions.none')}
              hint={t('flows.notPublishedHint')}
            />
          ) : (
            <Published flowId={flowId} versions={rows} />
          )
        }
      </Loaded>
    </Screen>
  );
}

type PublishedProps = { readonly flowId: string; readonly versions: readonly VersionRow[] };

function Published({ flowId, versions }: PublishedProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pair = usePair(versions);
  const rollBack = useRollBack(flowId);
  const compare = ({ from, to }: Pair) =>
    void navigate({
      to: '/flows/$flowId/versions',
      params: { flowId },
      search: { from: String(from), to: String(to) },
      resetScroll: false,
    } as never);
  return (
    <>
      <RolledBack flowId={flowId} rollBack={rollBack} />
      <Section title={t('versions.all')}>
        <VersionTable {...{ flowId, versions, pair, rollBack }} onCompare={compare} />
      </Section>
      <CompareVersions flowId={flowId} versions={versions} pair={pair} onPair={compare} />
    </>
  );
}

/** What the address bar says; else the newest version and what came before it, or the draft. */
function usePair(versions: readonly VersionRow[]): Pair {
  const search = useSearch({ from: '/flows/$flowId/versions' });
  const known = (text: string | undefined) =>
    versions.find(({ version }) => String(version) === text)?.version;
  const usual = usualPair(versions);
  const to = search.to === DRAFT ? DRAFT : known(search.to);
  return { from: known(search.from) ?? usual.from, to: to ?? usual.to };
}

function usualPair([newest, before]: readonly VersionRow[]): Pair {
  if (!newest) return { from: 1, to: DRAFT };
  if (!before) return { from: newest.version, to: DRAFT };
  return { from: before.version, to: newest.version };
}
