import { Alert, Button, Group, List, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Banknote, ShieldQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { type Ask, type InstalledPlugin, PLUGIN_KEYS } from '../api/plugins.ts';
import { useChange } from '../api/use-change.ts';
import { useLocale } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';

type ConsentProps = { readonly plugin: InstalledPlugin; readonly onDeclined: () => void };

/** What a plugin asks for, in plain words, before it may work. */
export function Consent({ plugin, onDeclined }: ConsentProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const { pending } = plugin;
  const path = `/api/installed-plugins/${plugin.id}`;
  const agree = useChange({
    run: () => client.send('POST', `${path}/consent`, { asksHash: pending?.asksHash ?? '' }),
    touches: PLUGIN_KEYS,
    done: t('plugins.inUse'),
  });
  const decline = useChange({
    run: () => client.send('POST', `${path}/decline`, {}),
    touches: PLUGIN_KEYS,
    done: t('plugins.declined'),
  });
  if (!pending) return null;
  const title = localize(plugin.title, locale);
  const news = pending.asks.filter(({ isNew }) => isNew);
  const others = pending.asks.filter(({ isNew }) => !isNew);
  return (
    <Alert
      icon={<ShieldQuestion size={20} />}
      title={t('plugins.consentTitle', { title, version: pending.version })}
      my="sm"
    >
      <Text fz="sm">
        {t('plugins.from', { name: pending.publisher?.name ?? t('plugins.nobody') })}
      </Text>
      <AskList title={t('plugins.asksNew')} asks={news} />
      <AskList title={t('plugins.asksAlready')} asks={others} />
      {pending.asks.length === 0 && <Text>{t('plugins.asksNothing')}</Text>}
      <Group mt="sm">
        <Button loading={agree.isPending} onClick={() => agree.mutate()}>
          {t('plugins.agree')}
        </Button>
        <Button
          variant="default"
          loading={decline.isPending}
          onClick={() => decline.mutate(undefined, { onSuccess: onDeclined })}
        >
          {t('plugins.decline')}
        </Button>
      </Group>
    </Alert>
  );
}

function AskList({ title, asks }: { readonly title: string; readonly asks: readonly Ask[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (asks.length === 0) return null;
  return (
    <>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <List spacing={2} fz="sm">
        {asks.map(({ message, isMoney }) => (
          <List.Item key={JSON.stringify(message)}>
            {say(message)} {isMoney && <Banknote size={15} aria-label={t('plugins.aboutMoney')} />}
          </List.Item>
        ))}
      </List>
    </>
  );
}
