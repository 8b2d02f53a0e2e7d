import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDraft, useDraftProblems } from '../api/drawing.ts';
import { useCatalogue } from '../api/flows.ts';
import { ApiError } from '../api/errors.ts';
import type { Said } from '../api/shapes.ts';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { useSayProblem } from '../ui/values/say-problem.ts';
import styles from './trying.module.css';

type CannotTryProps = {
  readonly flowId: string;
  readonly error: unknown;
  readonly retry: () => void;
};

const KNOWN = ['FLOW_NOT_TRIABLE', 'FLOW_WITHOUT_START', 'FLOW_NOT_FOUND'] as const;

/** Why a flow cannot be tried out, and what to do about it. */
export function CannotTry({ flowId, error, retry }: CannotTryProps) {
  const { t } = useTranslation();
  const code = KNOWN.find((one) => error instanceof ApiError && error.code === one);
  if (!code) return <ErrorState error={error} retry={retry} />;
  return (
    <EmptyState icon={PenLine} title={t(`trying.cannot.${code}`)} hint={t('trying.cannotHint')}>
      {code === 'FLOW_NOT_TRIABLE' && <DraftErrors flowId={flowId} />}
      <Anchor component={Link} to="/flows/$flowId/draw" params={{ flowId } as never}>
        {t('trying.toDrawing')}
      </Anchor>
    </EmptyState>
  );
}

function DraftErrors({ flowId }: { flowId: string }) {
  const say = useSayProblem(useDraft(flowId).data?.document, useCatalogue().data);
  const problems = useDraftProblems(flowId).data?.problems ?? [];
  return (
    <ul className={styles.errors}>
      {problems
        .filter(({ severity }) => severity === 'error')
        .map((one, index) => (
          <li key={`${one.code} ${index}`}>{say(one.message as Said)}</li>
        ))}
    </ul>
  );
}
