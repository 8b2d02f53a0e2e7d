import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Mail, mailFileUrl, mailHtmlUrl, useMail } from '../api/mailbox.ts';
import { BackLink } from '../ui/layout/BackLink.tsx';
import { MailFrame } from '../ui/MailFrame.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Instant } from '../ui/values/Day.tsx';

/** One mail as its reader would see it. */
export function MailView() {
  const { t } = useTranslation();
  const { messageId } = useParams({ from: '/mailbox/$messageId' });
  const mail = useMail(messageId);
  return (
    <Loaded query={mail}>
      {({ subject, from, to, sentAt }) => (
        <Stack gap="sm">
          <BackLink to="/mailbox" />
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={2} fz="lg">
                {subject}
              </Title>
              <Text className="quiet" fz="sm">
                {t('mailbox.fromTo', { from: named(from), to: named(to) })} ·{' '}
                <Instant at={sentAt} />
              </Text>
            </div>
            <Button
              component="a"
              href={mailFileUrl(messageId)}
              download
              variant="default"
              leftSection={<Download size={15} />}
            >
              {t('mailbox.download')}
            </Button>
          </Group>
          <MailFrame src={mailHtmlUrl(messageId)} title={subject} />
        </Stack>
      )}
    </Loaded>
  );
}

const named = (addresses: Mail['from']) =>
  addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
