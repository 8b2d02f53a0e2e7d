import { noteIdOf } from '../../document/index.ts';
import { FlowSettings } from './FlowSettings.tsx';
import { NoteSettings } from './NoteSettings.tsx';
import { StepSettings } from './StepSettings.tsx';
import type { Drawing } from '../use-drawing.ts';

/** Settings of the one thing that is selected; else of the whole flow. */
export function ChosenSettings({ drawing }: { readonly drawing: Drawing }) {
  const [only] = drawing.selected.length === 1 ? drawing.selected : [];
  if (only === undefined) return <FlowSettings drawing={drawing} />;
  return noteIdOf(only) === null ? (
    <StepSettings drawing={drawing} id={only} />
  ) : (
    <NoteSettings drawing={drawing} noteKey={only} />
  );
}
