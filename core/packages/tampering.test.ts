import { DomainError } from '@inning/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { aKey, aNode, aPackage, trusting } from '../../tests/kit/a-package.ts';
import { counterSignPackage, signPackage, verifyPackage } from './index.ts';

const [publisher, friend] = [aKey(), aKey()];
const trust = trusting({ Greetings: publisher });
let whole: Uint8Array;

beforeAll(() => {
  const signed = signPackage(aPackage({ nodes: [aNode()] }), publisher.key);
  whole = counterSignPackage(signed, friend.key);
});

/** Null when it is accepted, else the code of the refusal; anything untyped fails the test. */
function refusalOf(bytes: Uint8Array): string | null {
  try {
    verifyPackage(bytes, trust);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a package of which something was changed', () => {
  it('is refused for any bit of any byte that is turned', () => {
    expect(refusalOf(whole)).toBeNull();
    const accepted: string[] = [];
    const refusals = new Set<string | null>();
    for (let at = 0; at < whole.length; at += 1) {
      // Every byte with one bit, which differs from byte to byte, and every eighth with all bits.
      const masks = at % 8 === 0 ? [1, 2, 4, 8, 16, 32, 64, 128, 255] : [1 << (at % 8)];
      for (const mask of masks) {
        const changed = whole.slice();
        changed[at] = (whole[at] ?? 0) ^ mask;
        const refusal = refusalOf(changed);
        refusals.add(refusal);
        if (refusal === null) accepted.push(`byte ${at} with ${mask}`);
      }
    }

    expect(accepted).toEqual([]);
    expect(refusals).toContain('PACKAGE_INVALID');
    expect(refusals).toContain('PACKAGE_MODIFIED');
    expect(refusals).toContain('PACKAGE_WRONGLY_SIGNED');
  });

  it('is refused for any block that is left out, doubled, emptied or swapped with the next', () => {
    const blocks = Array.from({ length: whole.length / 512 }, (_, index) =>
      whole.subarray(index * 512, (index + 1) * 512),
    );
    const accepted = blocks.flatMap((block, index) => {
      const before = blocks.slice(0, index);
      const after = blocks.slice(index + 1);
      const next = after[0];
      const variants = {
        'left out': [...before, ...after],
        doubled: [...before, block, block, ...after],
        emptied: [...before, new Uint8Array(512), ...after],
        ...(next ? { swapped: [...before, next, block, ...after.slice(1)] } : {}),
      };
      return Object.entries(variants).flatMap(([how, parts]) => {
        const changed = new Uint8Array(Buffer.concat(parts));
        const isSame = Buffer.compare(changed, whole) === 0;
        return isSame || refusalOf(changed) !== null ? [] : [`block ${index} ${how}`];
      });
    });

    expect(accepted).toEqual([]);
  });

  it('is refused when it is cut off anywhere, or goes on after its end', () => {
    for (let length = 0; length < whole.length; length += 61) {
      expect(refusalOf(whole.slice(0, length)), `cut at ${length}`).not.toBeNull();
    }
    for (const more of [1, 511, 512, 1_024, 10_240]) {
      const longer = new Uint8Array(Buffer.concat([whole, new Uint8Array(more)]));
      expect(refusalOf(longer), `${more} more`).toBe('PACKAGE_INVALID');
    }
  });
});
