import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowChangeRow } from '../../api/drawing.ts';
import styles from '../versions.module.css';
import { ChangeMark } from './ChangeMark.tsx';
import { useSayChange } from './use-say-change.ts';

type ChangeListProps = {
  readonly changes: readonly FlowChangeRow[];
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
};

/** The differences one by one, with the arrow keys or the two buttons. */
export function ChangeList({ changes, chosen, onChoose }: ChangeListProps) {
  const { t } = useTranslation();
  const say = useSayChange();
  const list = useRef<HTMLOListElement>(null);
  const last = changes.length - 1;
  const go = (index: number) => {
    const at = Math.max(0, Math.min(last, index));
    onChoose(at);
    list.current?.querySelectorAll<HTMLElement>('button')[at]?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    go((chosen ?? -step) + step);
  };
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600} role="status">
          {chosen === null
            ? t('versions.changeCount', { count: changes.length })
            : t('versions.changeOf', { index: chosen + 1, count: changes.length })}
        </Text>
        <Steps chosen={chosen} last={last} onGo={go} />
      </Group>
      <ol
        ref={list}
        className={styles.changes}
        aria-label={t('versions.differences')}
        onKeyDown={walk}
      >
        {changes.map((change, index) => (
          <li key={`${index} ${change.nodeId} ${change.path}`}>
            <UnstyledButton
              className={styles.change}
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              <ChangeMark kind={change.kind} />
              <span>{say(change)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </div>
  );
}

type StepsProps = {
  readonly chosen: number | null;
  readonly last: number;
  readonly onGo: (index: number) => void;
};

function Steps({ chosen, last, onGo }: StepsProps) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      <ActionIcon
        size="lg"
        aria-label={t('versions.previousChange')}
        disabled={chosen === null || chosen === 0}
        onClick={() => onGo((chosen ?? 0) - 1)}
      >
        <ChevronUp size={18} />
      </ActionIcon>
      <ActionIcon
        size="lg"
        aria-label={t('versions.nextChange')}
        disabled={chosen === last}
        onClick={() => onGo((chosen ?? -1) + 1)}
      >
        <ChevronDown size={18} />
      </ActionIcon>
    </Group>
  );
}
