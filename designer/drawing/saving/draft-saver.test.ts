import type { FlowDocument } from '@inning/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, UnreachableError } from '../../api/errors.ts';
import { createDraftSaver } from './draft-saver.ts';

const flow = (name: string) => ({ name: { en: name } }) as FlowDocument;
const draft = {
  document: flow('old'),
  revision: 4,
  publishedVersion: 1,
  savedBy: null,
  savedAt: null,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers as it is told. */
function server() {
  const asked: { document: FlowDocument; revision: number }[] = [];
  let answer: () => object = () => ({ revision: 4 + asked.length, problems: [] });
  const send = async (_: string, __: string, body?: object) => {
    asked.push(body as (typeof asked)[number]);
    return answer() as never;
  };
  const says = (next: () => object) => void (answer = next);
  return { asked, says, saver: createDraftSaver({ send } as never, 'f1', draft) };
}

describe('saving a draft', () => {
  it('learns what is wrong with what is stored, and not with what was stored before', async () => {
    const { saver } = server();
    const problems = [{ code: 'FLOW_NO_START' }] as never;
    saver.learn({ revision: 4, problems });
    expect(saver.snapshot().problems).toEqual(problems);

    saver.show(flow('a'));
    await saver.save();
    saver.learn({ revision: 4, problems });
    expect(saver.snapshot()).toEqual({ state: 'saved', problems: [] });
  });

  it('waits for a pause, saves what is there then, and counts on from its revision', async () => {
    const { saver, asked } = server();
    for (const name of ['a', 'b', 'c']) saver.show(flow(name));
    expect(saver.snapshot().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.map((one) => [one.document.name.en, one.revision])).toEqual([['c', 4]]);
    expect(saver.snapshot().state).toBe('saved');
    saver.show(flow('d'));
    expect(await saver.save()).toBe(true);
    expect(asked[1]?.revision).toBe(5);
    expect(saver.isUnsaved()).toBe(false);
  });

  it('never overwrites what somebody else saved', async () => {
    const { saver, says, asked } = server();
    says(() => {
      throw new ApiError(409, { code: 'FLOW_DRAFT_OVERTAKEN', message: '' });
    });
    saver.show(flow('mine'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.snapshot().state).toBe('overtaken');
    saver.show(flow('mine still'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(await saver.save()).toBe(false);
  });

  it('tries again when the server cannot be reached', async () => {
    const { saver, says, asked } = server();
    says(() => {
      throw new UnreachableError(null);
    });
    saver.show(flow('mine'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.snapshot().state).toBe('offline');
    says(() => ({ revision: 5, problems: [] }));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(saver.snapshot().state).toBe('saved');
    expect(asked).toHaveLength(2);
  });
});
