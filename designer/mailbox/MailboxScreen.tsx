import { Text } from '@mantine/core';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type KeptMail, useMails } from '../api/mailbox.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { SideBySide } from '../ui/layout/SideBySide.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Instant } from '../ui/values/Day.tsx';

/** Mail of a development installation: it stays here instead of going out. */
export function MailboxScreen() {
  const { t } = useTranslation();
  const mails = useMails();
  const { messageId } = useParams({ strict: false });
  return (
    <Screen title={t('mailbox.title')} help={t('mailbox.help')}>
      <Loaded query={mails}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={MailOpen} title={t('mailbox.empty')} hint={t('mailbox.emptyHint')} />
          ) : (
            <SideBySide
              list={
                <>
                  <MailList mails={items} openId={messageId ?? null} />
                  <MoreRows query={mails} />
                </>
              }
              detail={messageId ? <Outlet /> : null}
            />
          )
        }
      </Loaded>
    </Screen>
  );
}

function MailList({ mails, openId }: { mails: readonly KeptMail[]; openId: string | null }) {
  const { t } = useTranslation();
  const subject: Column<KeptMail> = {
    id: 'subject',
    title: t('mailbox.subject'),
    cell: (mail) => (
      <>
        <Link to="/mailbox/$messageId" params={{ messageId: mail.id }} data-row-link>
          {mail.subject}
        </Link>
        <Text className="quiet" fz="sm" truncate>
          {mail.to}
        </Text>
      </>
    ),
  };
  const at: Column<KeptMail> = {
    id: 'at',
    title: t('mailbox.at'),
    isWide: true,
    cell: (mail) => <Instant at={mail.sentAt} />,
  };
  return (
    <RowTable
      caption={t('mailbox.title')}
      rows={mails}
      columns={openId === null ? [subject, at] : [subject]}
      rowKey={(mail) => mail.id}
      isActive={(mail) => mail.id === openId}
    />
  );
}
