import { expect, it } from 'vitest';
import { readTime } from './read-time.ts';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  ['17:05', '17:05'],
  ['9 uur', '09:00'],
  ['24:00', null],
  ['9:60', null],
  ['9:3', null],
  ['', null],
  ['morgen', null],
])('a time typed as "%s" is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
