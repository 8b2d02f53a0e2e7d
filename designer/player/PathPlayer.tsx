import type { FlowDocument } from '@inning/sdk';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/flows.ts';
import { useLocale } from '../ui/values/format.ts';
import { useAllSummaries } from '../ui/values/summary.ts';
import { pathMarks } from './path-marks.ts';
import { PathList } from './PathList.tsx';
import type { PathStep } from './path-step.ts';
import { PlayBar } from './PlayBar.tsx';
import styles from './player.module.css';
import { TracePicture } from './TracePicture.tsx';
import { canvasOf, toTrace } from './to-trace.ts';
import { usePlayhead } from './use-playhead.ts';

type PathPlayerProps = {
  readonly document: FlowDocument;
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
  /** In the order in which they happen. */
  readonly steps: readonly PathStep[];
  /** The settings of each step in one line, where they are known. */
  readonly summaries?: Readonly<Record<string, string>>;
  /** Said at the cards themselves, by step. */
  readonly notes?: ReadonlyMap<string, string>;
  readonly more?: (step: PathStep) => ReactNode;
  /** For a way that was gone already: shows where it led first. */
  readonly startsAtEnd?: boolean;
};

/**
 * Plays a way with dates through a flow: on the canvas, on a time line and as a list. Where the way comes
 * from (a simulation, a legal finding, a case) does not matter here.
 */
export function PathPlayer(props: PathPlayerProps) {
  const { document, catalogue, steps, notes, more, startsAtEnd = false } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const playhead = usePlayhead(steps.length, startsAtEnd);
  const unknownTitle = t('flows.unknownStep');
  const summaries = useAllSummaries(document, catalogue, props.summaries);
  const canvas = useMemo(
    () => canvasOf(document, { catalogue, locale, unknownTitle, summaries }),
    [document, catalogue, locale, unknownTitle, summaries],
  );
  const marks = pathMarks(steps, playhead.index, document.edges);
  return (
    <div className={styles.player}>
      <PlayBar steps={steps} playhead={playhead} />
      <div className={styles.both}>
        <TracePicture
          label={t('flows.picture')}
          {...toTrace(canvas, marks, notes)}
          follow={marks.present}
        />
        <PathList steps={steps} index={playhead.index} onGo={playhead.go} more={more} />
      </div>
    </div>
  );
}
