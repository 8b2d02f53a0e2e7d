import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { READERS } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { BellRing, CircleUser, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '../api/session.ts';
import { LanguageItems } from './LanguageItems.tsx';
import styles from './shell.module.css';

/** Who one is; behind it the language, what one wants to hear, and the way out. */
export function AccountMenu({ isSlim }: { isSlim: boolean }) {
  const { t } = useTranslation();
  const user = useSession().data?.user;
  const signOut = useSignOut();
  if (!user) return null;
  return (
    <Menu position="right-end" shadow="md" width={220}>
      <Menu.Target>
        <Tooltip label={user.name} position="right" disabled={!isSlim}>
          <UnstyledButton className={styles.account}>
            <CircleUser size={18} strokeWidth={1.75} aria-hidden />
            <span className={styles.label}>
              {user.name}
              <span className={styles.role}>{t(`roles.${user.role}`)}</span>
            </span>
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        {READERS.includes(user.role) && (
          <Menu.Item
            component={Link}
            to="/settings/notices"
            leftSection={<BellRing size={16} aria-hidden />}
          >
            {t('notices.title')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => signOut.mutate()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
