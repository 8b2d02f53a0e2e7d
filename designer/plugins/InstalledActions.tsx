import { Button, Checkbox, Group, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { type InstalledPlugin, PLUGIN_KEYS } from '../api/plugins.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useLocale } from '../ui/values/format.ts';

/** What can be done with a plugin of others that is there. */
export function InstalledActions({ plugin }: { readonly plugin: InstalledPlugin }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const [isRemoving, setRemoving] = useState(false);
  const [isForced, setForced] = useState(false);
  const path = `/api/installed-plugins/${plugin.id}`;
  const resume = useChange({
    run: () => client.send('POST', `${path}/resume`, {}),
    touches: PLUGIN_KEYS,
    done: t('plugins.inUse'),
  });
  const remove = useChange({
    run: () => client.send('DELETE', isForced ? `${path}?force=true` : path),
    touches: PLUGIN_KEYS,
    done: t('plugins.removed'),
  });
  const title = localize(plugin.title, locale);
  return (
    <Group gap="xs" wrap="nowrap">
      {plugin.state === 'suspended' && plugin.stoppedBecause !== 'revoked' && (
        <Button size="compact-sm" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t('plugins.resume')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setRemoving(true)}>
        {t('plugins.remove')}
      </Button>
      {isRemoving && (
        <FormDialog
          title={t('plugins.removeTitle', { title })}
          action={t('plugins.remove')}
          isBusy={remove.isPending}
          onClose={() => setRemoving(false)}
          onSubmit={() => remove.mutate(undefined, { onSuccess: () => setRemoving(false) })}
        >
          <Text>{t('plugins.removeHint')}</Text>
          <Checkbox
            label={t('plugins.removeForced')}
            checked={isForced}
            onChange={(event) => setForced(event.currentTarget.checked)}
          />
        </FormDialog>
      )}
    </Group>
  );
}
