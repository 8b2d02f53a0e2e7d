import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import styles from './flows.module.css';
import type { StepNode } from './to-canvas.ts';

type StepListProps = {
  readonly steps: readonly StepNode[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
};

/** The same flow in sentences, for who reads rather than looks. */
export function StepList({ steps, selectedId, onSelect }: StepListProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps}>
      {steps.map(({ id, data: step }) => (
        <li key={id}>
          <UnstyledButton
            className={styles.step}
            aria-pressed={id === selectedId}
            onClick={() => onSelect(id)}
          >
            <NodeIcon name={step.icon} />
            <span>
              <strong>{step.title}</strong>
              {step.running > 0 && (
                <span className="quiet"> · {t('flows.runningHere', { count: step.running })}</span>
              )}
              <span className={styles.stepText}>{step.sentence}</span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
