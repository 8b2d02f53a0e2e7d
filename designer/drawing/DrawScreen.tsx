import { Alert, Anchor, Button } from '@mantine/core';
import { type CatalogueEntry, localize } from '@inning/sdk';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDraft } from '../api/drawing.ts';
import { useCatalogue } from '../api/flows.ts';
import type { Said } from '../api/shapes.ts';
import { addNode } from '../document/index.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';
import { DrawCanvas } from './DrawCanvas.tsx';
import styles from './drawing.module.css';
import { Palette } from './Palette.tsx';
import { nextPlace } from './next-place.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { SidePanel } from './SidePanel.tsx';
import { ToolBar } from './ToolBar.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import type { Telling } from './to-drawn.ts';
import { moreProblems, useDrawing } from './use-drawing.ts';
import { useKeys } from './use-keys.ts';

/** Where a flow is drawn. */
export function DrawScreen() {
  const { flowId } = useParams({ from: '/flows/$flowId/draw' });
  const draft = useDraft(flowId);
  const catalogue = useCatalogue();
  return (
    <Loaded query={draft}>
      {(read) => (
        <Loaded query={catalogue}>
          {(types) => (
            <ReactFlowProvider>
              <Drawn key={flowId} flowId={flowId} draft={read} types={types as never} />
            </ReactFlowProvider>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type DrawnProps = {
  readonly flowId: string;
  readonly draft: Draft;
  readonly types: ReadonlyMap<string, CatalogueEntry>;
};

function Drawn({ flowId, draft, types }: DrawnProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [isPublishing, setPublishing] = useState(false);
  const drawing = useDrawing(draft.document, types);
  const { saver, saving } = useDraftSaver(flowId, draft, drawing.flow);
  const problems = moreProblems(drawing.problems, saving.problems);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const telling = useTelling();
  useKeys(
    drawing,
    useCallback(() => search.current?.focus(), []),
  );
  const insert = (entry: CatalogueEntry) => {
    const place = nextPlace(drawing, entry);
    if (drawing.run(addNode(entry, place))) drawing.select([place.id]);
  };
  const publish = async () => {
    if (await saver.save()) setPublishing(true);
  };
  return (
    <Screen
      title={t('draw.title', { flow: localize(drawing.flow.name, locale) })}
      help={t('draw.help')}
      action={
        <ToolBar
          drawing={drawing}
          saving={saving.state}
          hasErrors={hasErrors}
          onPublish={() => void publish()}
        />
      }
      filters={
        <Anchor component={Link} to="/flows/$flowId" params={{ flowId } as never}>
          {t('draw.back')}
        </Anchor>
      }
    >
      {saving.state === 'overtaken' && <Overtaken />}
      <p className={styles.narrow}>{t('draw.tooNarrow')}</p>
      <div className={styles.room}>
        <Palette types={types} searchRef={search} onInsert={insert} />
        <DrawCanvas drawing={drawing} telling={telling} />
        <SidePanel drawing={drawing} problems={problems} hasErrors={hasErrors} />
      </div>
      {isPublishing && (
        <PublishDialog
          flowId={flowId}
          publishedVersion={draft.publishedVersion}
          revision={saver.revision()}
          onClose={() => setPublishing(false)}
          onPublished={() => void navigate({ to: '/flows/$flowId', params: { flowId } as never })}
        />
      )}
    </Screen>
  );
}

/** Words for what is drawn, in the language of the reader. */
function useTelling(): Telling {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSay();
  const unknownTitle = t('flows.unknownStep');
  return useMemo(
    () => ({ locale, unknownTitle, say: ({ message }) => say(message as Said) }),
    [locale, unknownTitle, say],
  );
}

function Overtaken() {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" title={t('draw.overtaken')} mb="sm">
      {t('draw.overtakenHint')}{' '}
      <Button size="compact-sm" variant="light" onClick={() => window.location.reload()}>
        {t('draw.reload')}
      </Button>
    </Alert>
  );
}
