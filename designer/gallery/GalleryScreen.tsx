import { Anchor, Button, Paper, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { type GalleryFlow, type ImportedFlow, useGallery } from '../api/gallery.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import styles from './gallery.module.css';
import { FlowThumbnail } from './FlowThumbnail.tsx';

/** The flows that ship with the project, to begin with. */
export function GalleryScreen() {
  const { t } = useTranslation();
  const [chosen, choose] = useState<GalleryFlow | null>(null);
  return (
    <Screen
      title={t('flowFiles.galleryTitle')}
      help={t('flowFiles.galleryHelp')}
      filters={
        <Anchor component={Link} to="/flows">
          {t('flows.all')}
        </Anchor>
      }
    >
      <Loaded query={useGallery()}>
        {(flows) => (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
            {flows.map((flow) => (
              <Example key={flow.slug} flow={flow} onUse={() => choose(flow)} />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
      {chosen && <UseExample flow={chosen} onClose={() => choose(null)} />}
    </Screen>
  );
}

function Example({ flow: { document }, onUse }: { flow: GalleryFlow; onUse: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = localize(document.name, locale);
  const nodes = Object.values(document.nodes);
  const letters = nodes.filter(({ stage }) => stage !== undefined).length;
  return (
    <Paper withBorder p="md" component="article" className={styles.example}>
      <FlowThumbnail flow={document} name={name} />
      <Title order={2} fz="md" mt="sm">
        {name}
      </Title>
      <Text fz="sm" className="quiet">
        {t('flowFiles.steps', { count: nodes.length })} ·{' '}
        {t('flowFiles.letters', { count: letters })}
      </Text>
      {document.description && (
        <Text fz="sm" my="xs">
          {localize(document.description, locale)}
        </Text>
      )}
      <Button onClick={onUse}>{t('flowFiles.useTitle', { flow: name })}</Button>
    </Paper>
  );
}

function UseExample({ flow, onClose }: { flow: GalleryFlow; onClose: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const navigate = useNavigate();
  const own = localize(flow.document.name, locale);
  const [name, setName] = useState(() => t('flowFiles.ownName', { flow: own }));
  const use = useChange({
    run: () =>
      client.send<ImportedFlow>('POST', '/api/flows/import', {
        document: { ...flow.document, name: { en: name.trim(), nl: name.trim() } },
        creditorId: null,
      }),
    touches: [['flows']],
    done: t('flowFiles.imported'),
  });
  const draw = ({ id }: ImportedFlow) =>
    void navigate({ to: '/flows/$flowId/draw', params: { flowId: id } as never });
  return (
    <FormDialog
      title={t('flowFiles.useTitle', { flow: own })}
      action={t('flowFiles.use')}
      isBusy={use.isPending}
      isReady={name.trim() !== ''}
      onClose={onClose}
      onSubmit={() => use.mutate(undefined, { onSuccess: draw })}
    >
      <TextInput
        label={t('flowFiles.name')}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
