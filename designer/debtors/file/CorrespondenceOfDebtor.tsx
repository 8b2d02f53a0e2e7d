import { Drawer, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { Mails } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Communication,
  communicationHtmlUrl,
  useCommunications,
} from '../../api/communications.ts';
import type { Debtor } from '../../api/debtors.ts';
import { useMayWrite } from '../../api/rights.ts';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { MailFrame } from '../../ui/MailFrame.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Day, Instant } from '../../ui/values/Day.tsx';
import { Money } from '../../ui/values/Money.tsx';
import { AskReason } from './claim/AskReason.tsx';
import { CommunicationState } from './CommunicationState.tsx';

/** What was sent to this debtor, each opened as it went out. */
export function CorrespondenceOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const sent = useCommunications({ debtorId: debtor.id });
  return (
    <Loaded query={sent}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState
            icon={Mails}
            title={t('file.correspondenceEmpty')}
            hint={t('file.correspondenceHint')}
          />
        ) : (
          <>
            <SentTable rows={rows} />
            <MoreRows query={sent} />
          </>
        )
      }
    </Loaded>
  );
}

function SentTable({ rows }: { rows: readonly Communication[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Communication | null>(null);
  const columns: Column<Communication>[] = [
    {
      id: 'subject',
      title: t('mailbox.subject'),
      cell: (one) => (
        <>
          <UnstyledButton fz="inherit" fw={600} data-row-link onClick={() => setOpen(one)}>
            {one.subject}
          </UnstyledButton>
          <Text className="quiet" fz="sm">
            {one.divertedTo ? t('file.diverted', { to: one.to, really: one.divertedTo }) : one.to}
          </Text>
        </>
      ),
    },
    { id: 'state', title: t('common.state'), cell: (one) => <CommunicationState of={one} /> },
    {
      id: 'at',
      title: t('mailbox.at'),
      isWide: true,
      cell: (one) => <Instant at={one.sentAt ?? one.reservedAt} />,
    },
    {
      id: 'open',
      title: t('file.openThen'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.openCents} />,
    },
  ];
  return (
    <>
      <RowTable
        caption={t('file.tabs.correspondence')}
        rows={rows}
        columns={columns}
        rowKey={(one) => one.id}
      />
      <AsSent mail={open} onClose={() => setOpen(null)} />
    </>
  );
}

type AsSentProps = { readonly mail: Communication | null; readonly onClose: () => void };

/** The letter at the side, exactly as it went out. */
function AsSent({ mail, onClose }: AsSentProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={mail !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={mail?.subject}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {mail && (
        <Stack>
          <Group gap="xs">
            <CommunicationState of={mail} />
            <Text className="quiet">
              {mail.to} · <Instant at={mail.sentAt ?? mail.reservedAt} />
            </Text>
          </Group>
          <ReturnOfLetter of={mail} onDone={onClose} />
          <MailFrame src={communicationHtmlUrl(mail.id)} title={mail.subject} />
        </Stack>
      )}
    </Drawer>
  );
}

/** A mail that bounced, a letter that the post brought back; it can be taken back with a reason. */
function ReturnOfLetter({ of, onDone }: { of: Communication; onDone: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const path = `communications/${of.id}/return`;
  if (of.state !== 'sent') return null;
  return (
    <Group gap="xs">
      {of.returnedOn && (
        <Text fz="sm">
          <Day on={of.returnedOn} />: {of.returnedReason}
        </Text>
      )}
      {mayWrite &&
        (of.returnedOn ? (
          <AskReason
            label={t('communication.undoReturn')}
            toChanges={({ reason }) => [{ path: `${path}/undo`, body: { reason } }]}
            onDone={onDone}
          />
        ) : (
          <AskReason
            label={t('communication.recordReturn')}
            asksDay
            toChanges={(asked) => [{ path, body: asked }]}
            onDone={onDone}
          />
        ))}
    </Group>
  );
}
