import { Menu, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Link } from '@tanstack/react-router';
import { Ellipsis, LogOut, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../api/session.ts';
import { LanguageItems } from './LanguageItems.tsx';
import styles from './shell.module.css';
import { useEntries } from './use-entries.ts';

const SHOWN = 4;

/** On a phone: the four places used most under the thumb, the rest behind the last button. */
export function BottomBar() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const entries = useEntries();
  return (
    <nav className={styles.bottom} aria-label={t('shell.navigation')}>
      {entries.slice(0, SHOWN).map(({ id, to, icon: Icon }) => (
        <Link
          key={id}
          to={to}
          className={styles.bottomEntry ?? ''}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'data-active': true }}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          {t(`nav.${id}`)}
        </Link>
      ))}
      <Menu position="top-end" shadow="md" width={240}>
        <Menu.Target>
          <UnstyledButton className={styles.bottomEntry}>
            <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
            {t('shell.more')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Search size={16} />} onClick={spotlight.open}>
            {t('shell.search')}
          </Menu.Item>
          {entries.slice(SHOWN).map(({ id, to, icon: Icon }) => (
            <Menu.Item key={id} component={Link} to={to} leftSection={<Icon size={16} />}>
              {t(`nav.${id}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <LanguageItems />
          <Menu.Divider />
          <Menu.Item leftSection={<LogOut size={16} />} onClick={() => signOut.mutate()}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
