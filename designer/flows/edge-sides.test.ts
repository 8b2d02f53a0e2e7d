import { describe, expect, it } from 'vitest';
import { edgeSides } from './edge-sides.ts';

const at = (x: number, y: number) => ({ x, y });

describe('edgeSides', () => {
  it('draws the usual way from the foot of a card to the head of the next', () => {
    expect(edgeSides(at(0, 0), at(0, 140))).toEqual({ source: 'bottom', target: 'top' });
  });

  it('lets an exception leave at the side and come back from the side', () => {
    expect(edgeSides(at(0, 280), at(320, 280))).toEqual({ source: 'right', target: 'left' });
    expect(edgeSides(at(320, 280), at(0, 420))).toEqual({ source: 'bottom', target: 'right' });
  });

  it('leads a loop back up along the side', () => {
    expect(edgeSides(at(0, 420), at(0, 140))).toEqual({ source: 'right', target: 'right' });
  });
});
