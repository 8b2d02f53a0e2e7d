import type { Communication } from '../../../core/domain/communications/index.ts';
import type { Outcome } from './read-outcome.ts';

/** Problems between what the provider took and what the platform says it sent. `taken` holds ids. */
export function checkLetters(outcome: Outcome, taken: readonly string[]): string[] {
  const { letters } = outcome;
  const byId = new Map(letters.map((letter) => [String(letter._id), letter]));
  const say = (letter: Communication) => `${letter.key} (${letter.nodeId}) is ${letter.state}`;
  const twice = taken.filter((id, index) => taken.indexOf(id) !== index);
  const unknown = taken.filter((id) => !byId.has(id));
  const wrong = taken.flatMap((id) => {
    const letter = byId.get(id);
    return !letter || ['sent', 'ambiguous'].includes(letter.state) ? [] : [letter];
  });
  const isTaken = new Set(taken);
  const notTaken = letters.filter((one) => one.state === 'sent' && !isTaken.has(String(one._id)));
  const onTheWay = letters.filter((one) => ['reserved', 'sending'].includes(one.state));
  const again = repeated(letters.map((one) => `${one.instanceId} ${one.nodeId}`));

  return [
    ...twice.map((id) => `the provider took ${byId.get(id)?.key ?? id} twice`),
    ...unknown.map((id) => `the provider took ${id}, which nobody knows`),
    ...wrong.map((one) => `the provider took a letter, but ${say(one)}`),
    ...notTaken.map((one) => `the provider never took a letter, but ${say(one)}`),
    ...onTheWay.map((one) => `left on the way: ${say(one)}`),
    ...again.map((one) => `two letters for one step: ${one}`),
    ...checkRecorded(outcome),
    ...checkAmbiguous(outcome),
  ];
}

/** Each letter that was sent stands in one step, and each step names a letter that was sent. */
function checkRecorded({ letters, steps, instances }: Outcome): string[] {
  const named = steps.flatMap((step) =>
    step.communicationId ? [String(step.communicationId)] : [],
  );
  const isNamed = new Set(named);
  const sent = letters.filter((one) => one.state === 'sent');
  const isSent = new Set(sent.map((one) => String(one._id)));
  const paid = new Set(
    instances.filter((one) => one.endedAs === 'paid').map((one) => String(one._id)),
  );
  return [
    ...repeated(named).map((id) => `two steps name letter ${id}`),
    ...named.filter((id) => !isSent.has(id)).map((id) => `a step names ${id}, which is not sent`),
    ...sent
      .filter((one) => !isNamed.has(String(one._id)))
      .map((one) => {
        const end = paid.has(String(one.instanceId)) ? ' (its claim was paid meanwhile)' : '';
        return `no step names the letter ${one.key} that was sent${end}`;
      }),
  ];
}

/** An ambiguous letter is shown: by its task, and by an instance that goes no further. */
function checkAmbiguous({ letters, tasks, instances }: Outcome): string[] {
  const instanceOf = new Map(instances.map((one) => [String(one._id), one]));
  return letters
    .filter((one) => one.state === 'ambiguous')
    .flatMap((letter) => {
      const shown = tasks.filter((task) => String(task.communicationId) === String(letter._id));
      const instance = instanceOf.get(String(letter.instanceId));
      const isStill = instance?.state === 'stuck' || instance?.state === 'ended';
      return [
        ...(shown.length === 1 ? [] : [`${letter.key} has ${shown.length} tasks`]),
        ...(isStill ? [] : [`${letter.key} is ambiguous, its instance ${instance?.state}`]),
      ];
    });
}

export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
