/**
 * Tells what the set-up does, on stderr, so that stdout stays clean for what a command prints.
 * A quiet one is silent until work is done that takes long.
 */
export function createStages({ quiet = false } = {}) {
  const say = (text) => process.stderr.write(`${text}\n`);

  return {
    /** A remark for who is watching; not shown when quiet. */
    note(text) {
      if (!quiet) say(text);
    },

    /** Somebody else is busy with what we need: shown always, or a person thinks that we hang. */
    wait(who) {
      say(`Waiting for ${who} ...`);
    },

    /** Work that takes long: always shown, with its time, also when quiet; answers what it gave. */
    async work(title, run) {
      const startedAt = performance.now();
      say(`${title} ...`);
      const result = await run((text) => say(`  ${text}`));
      const end = result?.problem ? 'not possible' : 'done';
      say(`${title}: ${end} (${seconds(startedAt)})`);
      return result;
    },
  };
}

/** Time since `startedAt` (of `performance.now()`), for people. */
export function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
