import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { quicken, type QuickFilters } from './quicken-liquid.ts';

const filters: QuickFilters = {
  shout: (value, mark) => `${String(value).toUpperCase()}${mark ?? ''}`,
};
const OPTIONS = { strictVariables: true, strictFilters: true, ownPropertyOnly: true } as const;

function engineOf(outputEscape?: 'escape'): Liquid {
  const engine = new Liquid(outputEscape ? { ...OPTIONS, outputEscape } : OPTIONS);
  engine.registerFilter('shout', function (value, mark) {
    return filters['shout']!(value, mark, this.context);
  });
  return engine;
}

/** What an engine makes of a template, or how it refuses. */
type Way = { readonly quick: boolean; readonly escape: 'escape' | undefined };
function outcomeOf(source: string, values: object, { quick, escape }: Way): string {
  const engine = engineOf(escape);
  const parsed = engine.parse(source);
  try {
    return `made: ${engine.renderSync(quick ? quicken(engine, parsed, filters) : parsed, values)}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const TEMPLATES = [
  '{{ a }}',
  '{{ o.x }}|{{ o.x | shout }}|{{ o.x | shout: "!" }}',
  '{{ o.nope }}',
  '{{ o.x.y }}',
  '{{ nope }}',
  '{{ list.size }} {{ list[0].n }} {{ list.first.n }}',
  '{{ list }}',
  '{{ o }}',
  '{{ o.x | default: "d" }}',
  '{{ o.x | upcase | shout }}',
  '{% if a %}A{% if o.x %}X{% endif %}{% else %}B{% endif %}',
  "{% if a == 'v' %}1{% elsif o.x == 'w' %}2{% elsif nope %}3{% else %}4{% endif %}",
  '{% if n > 0 %}p{% elsif n < 0 %}m{% else %}0{% endif %}{% if n >= 1 %}!{% endif %}',
  '{% if n != o.n and a %}x{% endif %}{% if list.size == 1 %}one{% endif %}',
  '{% for item in list %}{{ item.n }}{% if item.n > n %}>{% endif %}{{ forloop.index }}{% endfor %}',
  '{% for a in list %}{{ a.n }}{{ a }}{% endfor %}{{ a }}',
  '{% assign a = "local" %}{{ a }}{{ o.constructor }}',
  '{% unless a %}no{% endunless %}{% case n %}{% when 1 %}one{% else %}other{% endcase %}',
];

describe('quickened templates', () => {
  it('make, or refuse, exactly what LiquidJS itself makes', () => {
    const leaf = fc.oneof(
      fc.constantFrom('v', 'w', '', '<b>&"\'', '{{ a }}', null, true, false),
      fc.integer({ min: -2, max: 2 }),
      fc.string(),
    );
    const values = fc.record(
      {
        a: leaf,
        n: leaf,
        o: fc.record({ x: leaf, n: leaf }, { requiredKeys: [] }),
        list: fc.array(fc.record({ n: leaf }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const escapes = fc.constantFrom('escape' as const, undefined);

    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), values, escapes, (source, given, escape) => {
        const quickly = outcomeOf(source, given, { quick: true, escape });
        expect(quickly).toBe(outcomeOf(source, given, { quick: false, escape }));
      }),
      { numRuns: 500 },
    );
  });
});
