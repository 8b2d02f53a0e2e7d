import { Outlet, useLocation } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { ENTRIES } from './entries.ts';

/** The screen of the address, for who has something to do there. The server keeps the real wall. */
export function Guarded() {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const place = `/${useLocation().pathname.split('/')[1] ?? ''}`;
  const entry = ENTRIES.find(({ to }) => to === place);
  if (entry && role && !entry.roles.includes(role)) {
    return <EmptyState icon={Lock} title={t('errors.noRights')} />;
  }
  return <Outlet />;
}
