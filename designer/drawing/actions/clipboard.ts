import {
  fragmentOf,
  newIdsFor,
  noteKey,
  paste,
  type Position,
  positionOf,
  readFragment,
  removeNodes,
  thingsIn,
} from '../../document/index.ts';
import type { Desk } from './action.ts';

const OFFSET = 40;

/** What copying puts on the clipboard: plain text, so that it goes to any flow in any browser. */
export const copiedText = ({ drawing }: Desk): string =>
  JSON.stringify(fragmentOf(drawing.flow, drawing.selected));

/** Puts what is on the clipboard into the flow and selects it; says why when it cannot. */
export function pasteText(desk: Desk, text: string): void {
  const fragment = readFragment(text);
  if (!fragment) return desk.say('notOurs');
  insert(desk, fragment);
}

export function duplicate(desk: Desk): void {
  insert(desk, fragmentOf(desk.drawing.flow, desk.drawing.selected), 'duplicate');
}

export const cutAway = ({ drawing }: Desk): boolean => drawing.run(removeNodes(drawing.selected));

function insert(desk: Desk, fragment: ReturnType<typeof fragmentOf>, label?: 'duplicate'): void {
  const { drawing } = desk;
  const names = newIdsFor(fragment, thingsIn(drawing.flow));
  if (!drawing.run(paste(fragment, placeFor(desk), label))) return desk.say('tooMuch');
  const keys = [...Object.keys(fragment.nodes), ...Object.keys(fragment.notes).map(noteKey)];
  drawing.select(keys.map((key) => names.get(key) ?? key));
}

/** A little beside what is selected, so that the copy is seen; else in the middle of what is seen. */
function placeFor({ drawing: { flow, selected }, view }: Desk): Position {
  const places = selected.flatMap((key) => positionOf(flow, key) ?? []);
  if (places.length === 0) return view.middle();
  return {
    x: Math.min(...places.map(({ x }) => x)) + OFFSET,
    y: Math.min(...places.map(({ y }) => y)) + OFFSET,
  };
}
