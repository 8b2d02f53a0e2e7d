import '@mantine/spotlight/styles.css';
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { LogOut, Search, User } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebtors } from '../api/debtors.ts';
import { useSignOut } from '../api/session.ts';
import { useOfferedActions } from '../ui/offered-actions.ts';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { Money } from '../ui/values/Money.tsx';
import { useEntries } from './use-entries.ts';

const SHORTEST_SEARCH = 2;

/** Ctrl+K: go anywhere, find a debtor by name, number or invoice, do what one does often. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      scrollable
      maxHeight={440}
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<Search size={18} />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList>
        <OnThisScreen query={query} />
        <FoundDebtors query={query} />
        <Places query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter without choosing opens what stands first. */
function openFirst(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  const palette = event.currentTarget.closest('[role=dialog]');
  if (palette?.querySelector('[data-selected]')) return;
  palette?.querySelector<HTMLElement>('.mantine-Spotlight-action')?.click();
}

/** What the open screen can do now. */
function OnThisScreen({ query }: { query: string }) {
  const { t } = useTranslation();
  const wanted = query.trim().toLowerCase();
  const found = useOfferedActions().filter(({ label }) => label.toLowerCase().includes(wanted));
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('drawActions.onThisScreen')}>
      {found.map(({ id, label, keys, run }) => (
        <Spotlight.Action
          key={id}
          label={label}
          rightSection={
            keys && (
              <Text fz="xs" className="quiet">
                {keys}
              </Text>
            )
          }
          // The palette gives the focus back first; some actions take it elsewhere.
          onClick={() => void setTimeout(run, 50)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function FoundDebtors({ query }: { query: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useDebouncedValue(query.trim(), 200);
  const { nameOf } = useAdministrationNames();
  const found = useDebtors({ search, limit: 8 }, search.length >= SHORTEST_SEARCH);
  if (search.length < SHORTEST_SEARCH || !found.data) return null;
  if (found.data.length === 0) return <Text p="sm">{t('palette.nothing', { search })}</Text>;
  return (
    <Spotlight.ActionsGroup label={t('nav.debtors')}>
      {found.data.map((debtor) => (
        <Spotlight.Action
          key={debtor.id}
          label={debtor.name}
          description={`${debtor.number} · ${nameOf(debtor.administrationId)}`}
          leftSection={<User size={18} />}
          rightSection={<Money cents={debtor.openCents} />}
          onClick={() =>
            void navigate({ to: '/debtors/$debtorId', params: { debtorId: debtor.id } })
          }
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Places({ query }: { query: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const wanted = query.trim().toLowerCase();
  const fits = (label: string) => label.toLowerCase().includes(wanted);
  return (
    <Spotlight.ActionsGroup label={t('palette.places')}>
      {useEntries()
        .filter((entry) => fits(t(`nav.${entry.id}`)))
        .map(({ id, to, icon: Icon }) => (
          <Spotlight.Action
            key={id}
            label={t(`nav.${id}`)}
            leftSection={<Icon size={18} />}
            onClick={() => void navigate({ to })}
          />
        ))}
      {fits(t('shell.signOut')) && (
        <Spotlight.Action
          label={t('shell.signOut')}
          leftSection={<LogOut size={18} />}
          onClick={() => signOut.mutate()}
        />
      )}
    </Spotlight.ActionsGroup>
  );
}
