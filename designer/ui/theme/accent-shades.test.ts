import { describe, expect, it } from 'vitest';
import { accentShades } from './accent-shades.ts';

describe('accentShades', () => {
  it('keeps the colour of the agency as the shade that buttons use', () => {
    expect(accentShades('#1f5f8b')[8]).toBe('#1f5f8b');
  });

  it('runs from nearly white to darker than the colour', () => {
    const shades = accentShades('#1f5f8b');

    expect(shades).toHaveLength(10);
    expect(shades[0]).toBe('#f2f5f8');
    expect(shades[9]).toBe('#184a6c');
  });
});
