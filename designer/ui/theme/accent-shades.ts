import type { MantineColorsTuple } from '@mantine/core';

/** How much of the accent each shade holds; below zero it is darkened with black. */
const MIX = [0.06, 0.12, 0.24, 0.38, 0.54, 0.7, 0.84, 0.94, 1, -0.22] as const;

/** Ten shades around an agency's colour `#rrggbb`; the colour itself is shade 8. */
export function accentShades(colour: string): MantineColorsTuple {
  const rgb = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  const shade = (part: number) =>
    `#${rgb.map((value) => hex(part < 0 ? value * (1 + part) : 255 - (255 - value) * part)).join('')}`;
  return MIX.map(shade) as unknown as MantineColorsTuple;
}

const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');
