import { describe, expect, it } from 'vitest';
import { findCircles } from './find-circles.ts';
import { listCode } from './source-files.ts';

/** Where going round is the idea itself. */
const ROUND = [
  'designer/ui/schema-form/', // A form holds fields, and a field may hold a form.
];

describe('imports', () => {
  it('never lead back to where they began, types included', () => {
    const circles = findCircles(listCode());

    const isRound = (path: string) => ROUND.some((folder) => path.startsWith(folder));
    expect(circles.filter((circle) => !circle.every(isRound))).toEqual([]);
  });

  it('are followed as far as it takes', () => {
    const files = [
      { path: 'a/one.ts', text: "import { two } from './two.ts';" },
      { path: 'a/two.ts', text: "import type { Three } from '../b/three.ts';" },
      { path: 'b/three.ts', text: "export * from '../a/one.ts';" },
      { path: 'b/four.ts', text: "const x = `import '../b/five.ts'`;\nimport './three.ts';" },
      { path: 'b/five.ts', text: "import './four.ts';" },
    ];

    expect(findCircles(files)).toEqual([['a/one.ts', 'a/two.ts', 'b/three.ts']]);
  });
});
