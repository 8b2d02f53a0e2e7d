import { Anchor, Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type CatalogueEntry, localize } from '@inning/sdk';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDraft } from '../api/drawing.ts';
import { useCatalogue } from '../api/flows.ts';
import { useStepChosenBefore } from '../ui/chosen-step.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import { DrawRoom } from './DrawRoom.tsx';
import { PublishDialog } from './publish/PublishDialog.tsx';
import { EditorsLine } from './together/EditorsLine.tsx';
import { Overtaken } from './together/Overtaken.tsx';
import { useTellingOthers } from './together/use-telling-others.ts';
import { ToolBar } from './ToolBar.tsx';
import { useDraftSaver } from './saving/use-draft-saver.ts';
import { useChecks } from './use-checks.ts';
import { moreProblems, useDrawing } from './use-drawing.ts';

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
              <Drawn
                key={`${flowId} ${read.revision}`}
                flowId={flowId}
                draft={read}
                types={types as never}
              />
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
  const [isPublishing, setPublishing] = useState(false);
  const isPhone = useMediaQuery('(max-width: 767px)');
  const chosen = useStepChosenBefore(flowId);
  const drawing = useDrawing(draft.document, types, { checks: useChecks(), chosen });
  const { saver, saving } = useDraftSaver(flowId, draft, drawing.flow);
  const { others, isOvertaken } = useTellingOthers(flowId, saver, saving);
  const problems = moreProblems(drawing.problems, saving.problems);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const publish = async () => {
    if (await saver.save()) setPublishing(true);
  };
  return (
    <Screen
      title={t('draw.title', { flow: localize(drawing.flow.name, locale) })}
      help={t('draw.help')}
      action={
        <ToolBar saving={saving.state} hasErrors={hasErrors} onPublish={() => void publish()} />
      }
      filters={
        <>
          <WaysFromHere flowId={flowId} />
          <EditorsLine editors={others} />
        </>
      }
    >
      {isOvertaken && (
        <Overtaken flowId={flowId} mine={drawing.flow} isUnsaved={saver.isUnsaved()} />
      )}
      {isPhone ? (
        <ReadInstead flowId={flowId} />
      ) : (
        <DrawRoom flowId={flowId} drawing={drawing} problems={problems} hasErrors={hasErrors} />
      )}
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

function WaysFromHere({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  const params = { flowId } as never;
  return (
    <>
      <Anchor component={Link} to="/flows/$flowId" params={params}>
        {t('draw.back')}
      </Anchor>
      <Anchor
        component={Link}
        to="/flows/$flowId/try"
        params={params}
        search={{ version: 'draft' } as never}
      >
        {t('trying.open')}
      </Anchor>
    </>
  );
}

/** On a phone there is no room to draw; everything else is there. */
function ReadInstead({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Text mb="md">{t('readFlow.drawOnWider')}</Text>
      <Button
        component={Link}
        to="/flows/$flowId"
        params={{ flowId } as never}
        search={{ show: 'draft' } as never}
      >
        {t('readFlow.read')}
      </Button>
    </>
  );
}
