import { Anchor, NumberInput, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { localize } from '@inning/sdk';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVersions } from '../api/drawing.ts';
import { type FlowRow, useFlow } from '../api/flows.ts';
import { type Example, type TryQuestion, useExamples, useTried } from '../api/trying.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { RowSkeletons } from '../ui/states/Skeletons.tsx';
import { useLocale } from '../ui/values/format.ts';
import { CannotTry } from './CannotTry.tsx';
import { ChooseWho } from './ChooseWho.tsx';
import { type Chosen, questionOf } from './chosen.ts';
import { PaymentRows } from './PaymentRows.tsx';
import styles from './trying.module.css';
import { TryResult } from './TryResult.tsx';

/** Trying a flow: somebody walks through it, the days pass, nothing leaves. */
export function TryScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId/try' });
  const flow = useFlow(flowId);
  const examples = useExamples();
  const name = flow.data ? localize(flow.data.name, locale) : '';
  return (
    <Screen
      title={t('trying.title', { flow: name })}
      help={t('trying.help')}
      filters={
        <Anchor component={Link} to="/flows/$flowId" params={{ flowId } as never}>
          {t('trying.back')}
        </Anchor>
      }
    >
      <Loaded query={flow}>
        {(row) => (
          <Loaded query={examples}>
            {(items) => <Trying key={flowId} flow={row} examples={items} />}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  );
}

const SETTLED_MS = 350;
const FIRST_EXAMPLE = 'pays-late';
const SOME_MONTHS = 90;

type Search = { readonly version?: string; readonly debtorId?: string };

/** What stands there before anybody chose: an example, or the debtor that the address names. */
function firstChoice(flow: FlowRow, examples: readonly Example[], search: Search): Chosen {
  const first = examples.find(({ id }) => id === FIRST_EXAMPLE) ?? examples[0];
  const who = search.debtorId
    ? { kind: 'debtor' as const, debtorId: search.debtorId, payments: [] }
    : { kind: 'example' as const, debtorId: null, payments: first?.payments ?? [] };
  return {
    ...who,
    example: first?.id ?? '',
    administrationId: null,
    version: versionOf(flow, search),
    days: SOME_MONTHS,
    openCents: first?.openCents ?? 0,
  };
}

const versionOf = ({ publishedVersion }: FlowRow, { version }: Search) =>
  version === 'draft' || publishedVersion === 0 ? 'draft' : publishedVersion;

function Trying({ flow, examples }: { flow: FlowRow; examples: readonly Example[] }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/flows/$flowId/try' });
  const [chosen, setChosen] = useState(() => firstChoice(flow, examples, search));
  const change = (more: Partial<Chosen>) => setChosen((now) => ({ ...now, ...more }));
  const [settled] = useDebouncedValue(chosen, SETTLED_MS);
  return (
    <div className={styles.room}>
      <section className={styles.choices} aria-label={t('trying.choices')}>
        <Stack gap="md">
          <VersionSelect flow={flow} chosen={chosen} onChange={change} />
          <ChooseWho chosen={chosen} examples={examples} onChange={change} />
          <NumberInput
            label={t('trying.days')}
            min={1}
            max={1_000}
            allowDecimal={false}
            clampBehavior="strict"
            value={chosen.days}
            onChange={(days) => typeof days === 'number' && days > 0 && change({ days })}
          />
          <fieldset className={styles.payments}>
            <legend>{t('trying.payments')}</legend>
            <PaymentRows
              payments={chosen.payments}
              openCents={chosen.openCents}
              lastDay={chosen.days}
              onChange={(payments) => change({ payments })}
            />
          </fieldset>
        </Stack>
      </section>
      <Outcome flowId={flow.id} question={questionOf(flow.id, settled)} />
    </div>
  );
}

type OutcomeProps = { readonly flowId: string; readonly question: TryQuestion | null };

/** What the question brought, why it cannot be asked, or what is missing for it. */
function Outcome({ flowId, question }: OutcomeProps) {
  const { t } = useTranslation();
  const tried = useTried(question);
  const shown = () => {
    if (question === null) {
      return (
        <EmptyState
          icon={UserRound}
          title={t('trying.chooseFirst')}
          hint={t('trying.chooseHint')}
        />
      );
    }
    if (tried.isError) {
      return <CannotTry flowId={flowId} error={tried.error} retry={() => void tried.refetch()} />;
    }
    if (!tried.data) return <RowSkeletons rows={6} height={60} />;
    return <TryResult tried={tried.data} question={question} />;
  };
  return (
    <div className={styles.result} aria-busy={tried.isFetching}>
      {shown()}
    </div>
  );
}

type VersionSelectProps = {
  readonly flow: FlowRow;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Partial<Chosen>) => void;
};

function VersionSelect({ flow, chosen, onChange }: VersionSelectProps) {
  const { t } = useTranslation();
  const versions = useVersions(flow.id).data ?? [];
  const published = versions.map(({ version }) => ({
    value: String(version),
    label:
      version === flow.publishedVersion
        ? t('trying.publishedVersion', { version })
        : t('flows.version', { version }),
  }));
  return (
    <Select
      label={t('trying.version')}
      data={[{ value: 'draft', label: t('trying.draft') }, ...published]}
      value={String(chosen.version)}
      allowDeselect={false}
      onChange={(value) => onChange({ version: value === 'draft' ? 'draft' : Number(value) })}
    />
  );
}
