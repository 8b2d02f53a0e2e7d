import type { TriedLine, Tried } from '../api/trying.ts';
import type { PathStep } from '../player/index.ts';
import type { Tone } from '../ui/values/StateBadge.tsx';

/** Words for what is told, in the language of the reader. */
export type PathTelling = {
  readonly event: (line: TriedLine) => string;
  readonly sentence: (line: TriedLine) => string;
  readonly payment: { readonly title: string; readonly sentence: (amountCents: number) => string };
  readonly otherFlow: (slug: string) => string;
};

const TONES: Record<TriedLine['event'], Tone> = {
  done: 'good',
  skipped: 'quiet',
  parked: 'paused',
  held: 'paused',
  stuck: 'broken',
  ended: 'quiet',
};

/** A simulation as a way that can be played: its steps and its payments, in the order of time. */
export function toPath(
  { flow, lines, payments }: Pick<Tried, 'flow' | 'lines' | 'payments'>,
  telling: PathTelling,
): PathStep[] {
  const told = lines.map((line, index) => ({ at: line.at, step: stepOf(line, index) }));
  const paid = payments.map(({ on, at, amountCents }, index) => ({
    at,
    step: {
      id: `payment ${index}`,
      nodeId: null,
      outcome: null,
      on,
      title: telling.payment.title,
      sentence: telling.payment.sentence(amountCents),
    } satisfies PathStep,
  }));
  // Payments first: what happens at that moment happens because of them.
  return [...paid, ...told]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ step }) => step);

  function stepOf(line: TriedLine, index: number): PathStep {
    const isHere = line.flow === flow;
    return {
      id: `line ${index}`,
      nodeId: isHere ? line.nodeId : null,
      outcome: line.event === 'done' || line.event === 'skipped' ? line.outcome : null,
      on: line.on,
      title: isHere ? line.nodeLabel : `${telling.otherFlow(line.flow)}: ${line.nodeLabel}`,
      state: { tone: TONES[line.event], words: telling.event(line) },
      sentence: telling.sentence(line),
    };
  }
}
