import { defineAction, message, Type } from '@inning/sdk';
import { readAnswer } from './read-answer.ts';

/**
 * Runs a script of the agency over the claim. Its own mistakes lead to `failed` at once; what the
 * sandbox may mend by itself (a process that ended) is tried again first.
 */
export const runScriptAction = defineAction({
  id: 'scripting.run-script',
  version: 1,
  title: { nl: 'Script', en: 'Script', de: 'Skript', fr: 'Script' },
  description: {
    nl: 'Rekent met enkele regels JavaScript aan de vordering en kiest een uitgang.',
    en: 'Looks at the claim with a few lines of JavaScript and chooses a way out.',
    de: 'Prüft die Forderung mit einigen Zeilen JavaScript und wählt einen Ausgang.',
    fr: 'Examine la créance avec quelques lignes de JavaScript et choisit une sortie.',
  },
  icon: 'code',
  config: Type.Object(
    {
      code: Type.String({
        title: 'Script',
        titles: { nl: 'Script', en: 'Script', de: 'Skript', fr: 'Script' },
        description: 'The body of a function of `claim` and `today` that returns yes or no',
        minLength: 1,
        maxLength: 10_000,
        editor: 'multiline',
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    yes: { nl: 'Ja', en: 'Yes', de: 'Ja', fr: 'Oui' },
    no: { nl: 'Nee', en: 'No', de: 'Nein', fr: 'Non' },
    failed: { nl: 'Mislukt', en: 'Failed', de: 'Fehlgeschlagen', fr: 'Échec' },
  },
  ports: ['scripts'],
  summary: { en: '{code}' },

  async run({ config, ports }) {
    let returned: unknown;
    try {
      returned = await ports.scripts.run(config.code);
    } catch (error) {
      if (!isItsOwn(error)) throw error;
      return failed(error.message);
    }
    const answer = readAnswer(returned);
    if ('wrong' in answer) return failed(answer.wrong);
    const { outcome, output } = answer;
    return { outcome, output, because: message('scripting.answered', { answer: outcome }) };
  },
});

function failed(problem: string) {
  const because = message('scripting.failed', { problem: problem.slice(0, 500) });
  return { outcome: 'failed' as const, because };
}

/** The script threw: trying again would not help. */
function isItsOwn(error: unknown): error is Error {
  const { details } = (error ?? {}) as { details?: { kind?: unknown } };
  return error instanceof Error && details?.kind === 'threw';
}
