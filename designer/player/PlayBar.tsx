import { ActionIcon, Group, Slider, Text } from '@mantine/core';
import { daysBetween } from '@inning/sdk';
import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/values/format.ts';
import type { PathStep } from './path-step.ts';
import styles from './player.module.css';
import type { Playhead } from './use-playhead.ts';

type PlayBarProps = { readonly steps: readonly PathStep[]; readonly playhead: Playhead };

/** Play, pause, a step back and on, and a slider over the days. The slider takes arrows, home and end. */
export function PlayBar({ steps, playhead }: PlayBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { index, last, isPlaying, go } = playhead;
  const step = steps[index];
  if (!step) return null;
  const said = (one: PathStep) => `${format.day(one.on)}: ${one.title}`;
  return (
    <div className={styles.bar}>
      <Group gap={4} wrap="nowrap">
        <Control icon={SkipBack} label={t('player.first')} onClick={() => go(0)} />
        <Control icon={StepBack} label={t('player.back')} onClick={() => go(index - 1)} />
        <Control
          icon={isPlaying ? Pause : Play}
          label={isPlaying ? t('player.pause') : t('player.play')}
          isMain
          onClick={isPlaying ? playhead.pause : playhead.play}
        />
        <Control icon={StepForward} label={t('player.on')} onClick={() => go(index + 1)} />
        <Control icon={SkipForward} label={t('player.last')} onClick={() => go(last)} />
        <Text fz="sm" fw={600} className={styles.now} role="status" aria-live="polite">
          {said(step)}
        </Text>
      </Group>
      {last > 0 && (
        <>
          <Slider
            value={index}
            min={0}
            max={last}
            step={1}
            label={null}
            onChange={go}
            thumbLabel={t('player.days')}
            thumbProps={{ 'aria-valuetext': said(step) }}
            className={styles.slider ?? ''}
          />
          <DayStrip steps={steps} index={index} onGo={go} />
        </>
      )}
    </div>
  );
}

type ControlProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
};

function Control({ icon: Icon, label, isMain = false, onClick }: ControlProps) {
  return (
    <ActionIcon
      size="lg"
      variant={isMain ? 'filled' : 'default'}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon size={17} aria-hidden />
    </ActionIcon>
  );
}

type DayStripProps = {
  readonly steps: readonly PathStep[];
  readonly index: number;
  readonly onGo: (index: number) => void;
};

/** How far apart the days lie: a dot for each step, as on a calendar laid out in a line. For the eye only. */
function DayStrip({ steps, index, onGo }: DayStripProps) {
  const format = useFormat();
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const length = Math.max(1, daysBetween(first.on, last.on));
  const placeOf = (on: string) => `${(daysBetween(first.on, on) / length) * 100}%`;
  return (
    <div className={styles.strip} aria-hidden>
      <div className={styles.line}>
        {steps.map((step, at) => (
          <span
            key={step.id}
            className={styles.dot}
            data-tone={step.state?.tone}
            data-outside={step.nodeId === null || undefined}
            data-past={at <= index || undefined}
            data-now={at === index || undefined}
            style={{ left: placeOf(step.on) }}
            onClick={() => onGo(at)}
          />
        ))}
      </div>
      <div className={styles.ends}>
        <span>{format.day(first.on)}</span>
        <span>{format.day(last.on)}</span>
      </div>
    </div>
  );
}
