import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import type { Entry } from './entries.ts';
import styles from './shell.module.css';
import { useEntries } from './use-entries.ts';

/** The slim bar at the left. Below 1180 px only its icons are left, each with its name as a hint. */
export function Navigation() {
  const { t } = useTranslation();
  const isSlim = useMediaQuery('(max-width: 1180px)') ?? false;
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <Brand />
      <Tooltip label={t('shell.search')} position="right" disabled={!isSlim}>
        <UnstyledButton className={styles.search} onClick={spotlight.open}>
          <Search size={17} aria-hidden />
          <span className={styles.label}>{t('shell.search')}</span>
          <kbd className={styles.keys}>Ctrl K</kbd>
        </UnstyledButton>
      </Tooltip>
      <ul className={styles.entries}>
        {useEntries().map((entry) => (
          <li key={entry.id}>
            <Tooltip label={t(`nav.${entry.id}`)} position="right" disabled={!isSlim}>
              <EntryLink entry={entry} />
            </Tooltip>
          </li>
        ))}
      </ul>
      <AccountMenu isSlim={isSlim} />
    </nav>
  );
}

function EntryLink({ entry, ...rest }: { entry: Entry }) {
  const { t } = useTranslation();
  const Icon = entry.icon;
  return (
    <Link
      {...rest}
      to={entry.to}
      className={styles.entry ?? ''}
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      activeProps={{ 'data-active': true }}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span className={styles.label}>{t(`nav.${entry.id}`)}</span>
    </Link>
  );
}
