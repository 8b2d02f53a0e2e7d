import type { Workbench } from './open-workbench.ts';
import { runExample } from './run-example.ts';
import type { Trial } from './trial.ts';
import { exampleTrials } from './trials/example-trials.ts';
import { faultTrials } from './trials/fault-trials.ts';
import { permissionTrials, type Seen } from './trials/permission-trials.ts';
import { portTrials } from './trials/port-trials.ts';

const SMALL_BYTES = 524_288;
const LARGEST_BYTES = 4_194_304;

/** What its author says of it: examples, and the contracts of its ports. */
export const testTrials = (bench: Workbench): Trial[] => [
  ...exampleTrials(bench),
  ...portTrials(bench, () => undefined),
];

/** Everything that makes a plugin one that others can trust. */
export function checkTrials(bench: Workbench): Trial[] {
  const seen: Seen = { outsides: [] };
  return [
    ...exampleTrials(bench),
    ...portTrials(bench, ({ outside }) => void seen.outsides.push(outside)),
    ...faultTrials(bench),
    lookTrial(bench, seen),
    ...permissionTrials(bench, seen),
    {
      about: 'size',
      name: 'fits into a package',
      run: async () => (bench.size <= LARGEST_BYTES ? null : `its code is ${bench.size} bytes`),
    },
    {
      about: 'size',
      name: 'is small enough to start quickly',
      isRemark: true,
      run: async () => (bench.size <= SMALL_BYTES ? null : `its code is ${bench.size} bytes`),
    },
  ];
}

/** Has every example run once with the outside world in sight, for what is tried after it. */
const lookTrial = (bench: Workbench, seen: Seen): Trial => ({
  about: 'contract',
  name: 'has examples, or a port whose contract can be tried',
  async run() {
    const examples = bench.examples.nodes ?? [];
    for (const example of examples) seen.outsides.push((await runExample(bench, example)).outside);
    const isTried = examples.length > 0 || bench.description.ports.length > 0;
    return isTried ? null : 'there is no examples.json with which its blocks can be run';
  },
});
