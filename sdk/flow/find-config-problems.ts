import { Value } from 'typebox/value';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { problem } from './new-problem.ts';
import type { Problem, Severity } from './problem.ts';

/** What the list needs beside the document: node types, and how expressions are checked. */
export type ProblemContext = {
  readonly catalogue: Catalogue;
  /** The error in a CEL condition, or null; left out where no evaluator is at hand. */
  readonly checkExpression?: (expression: string) => string | null;
  /** Left out where nobody knows which letters there are. */
  readonly knowsTemplate?: (name: string) => boolean;
  /** Left out where nobody knows which other flows there are. */
  readonly knowsFlow?: (slug: string) => boolean;
  /** For who asks again after each change: settings that stayed the same object are not checked anew. */
  readonly checked?: CheckedConfigs;
};

type SchemaErrors = ReturnType<typeof Value.Errors>;
/** What the schema of its type said of settings, which are replaced and never changed in place. */
export type CheckedConfigs = WeakMap<
  object,
  { readonly schema: CatalogueEntry['config']; readonly errors: SchemaErrors }
>;

/** A step with its type, and where its settings stand in the document. */
type Configured = {
  readonly id: string;
  readonly node: Pick<FlowNode, 'type' | 'version' | 'config'>;
  readonly entry: CatalogueEntry;
  readonly prefix: string;
};

/** Enough to mend a step; a hostile document has no more to say. */
const MOST_PER_STEP = 20;
const WARNING: Severity = 'warning';

/** What is wrong with the settings of one step. */
export function findConfigProblems(
  flow: FlowDocument,
  { id, node, entry }: Omit<Configured, 'prefix'>,
  context: ProblemContext,
): Problem[] {
  if (node.version !== entry.version) return [];
  return [
    ...findSettingProblems({ id, node, entry, prefix: '' }, context),
    ...findAnchorProblems(id, node.config['anchors'], flow),
    ...findMemberProblems({ id, node, entry, prefix: '' }, context),
  ].slice(0, MOST_PER_STEP);
}

function findSettingProblems(step: Configured, context: ProblemContext): Problem[] {
  return [
    ...findSchemaProblems(step, context),
    ...findExpressionProblems(step, context),
    ...findTemplateProblems(step, context),
    ...findFlowProblems(step, context),
  ];
}

function findSchemaProblems(step: Configured, { checked }: ProblemContext): Problem[] {
  const { id, prefix } = step;
  const problems: Problem[] = [];
  for (const { instancePath, message, keyword, params } of schemaErrors(step, checked)) {
    const { limit, requiredProperties } = params as {
      limit?: unknown;
      requiredProperties?: string[];
    };
    // What is missing is told where it belongs.
    const missing = keyword === 'required' ? `/${requiredProperties?.[0] ?? ''}` : '';
    const field = prefix + ((instancePath + missing).slice(1).replaceAll('/', '.') || '–');
    const facts = { node: id, field, problem: message, rule: keyword };
    const counted = typeof limit === 'number' ? { ...facts, limit } : facts;
    problems.push(problem('FLOW_INVALID_CONFIG', [id], counted));
    if (problems.length >= MOST_PER_STEP) break;
  }
  return problems;
}

function schemaErrors({ node, entry }: Configured, checked?: CheckedConfigs): SchemaErrors {
  const schema = entry.config;
  const known = checked?.get(node.config);
  if (known?.schema === schema) return known.errors;
  const errors = Value.Errors(schema, node.config);
  checked?.set(node.config, { schema, errors });
  return errors;
}

function findExpressionProblems(step: Configured, { checkExpression }: ProblemContext): Problem[] {
  const { id, prefix } = step;
  return fieldsEditedAs('expression', step).flatMap(([name, value]) => {
    const error = typeof value === 'string' ? checkExpression?.(value) : null;
    const facts = { node: id, field: prefix + name, problem: error ?? '' };
    return error ? [problem('FLOW_INVALID_EXPRESSION', [id], facts)] : [];
  });
}

function findTemplateProblems(step: Configured, { knowsTemplate }: ProblemContext): Problem[] {
  const { id, prefix } = step;
  return fieldsEditedAs('template-picker', step).flatMap(([name, template]) => {
    if (typeof template !== 'string' || template === '') return [];
    const isKnown = knowsTemplate?.(template) ?? true;
    const facts = { node: id, field: prefix + name, template };
    return isKnown ? [] : [problem('FLOW_UNKNOWN_TEMPLATE', [id], facts)];
  });
}

/** The flow that this one leads to may be made later, or by somebody else: that blocks nothing. */
function findFlowProblems(step: Configured, { knowsFlow }: ProblemContext): Problem[] {
  const { id, prefix } = step;
  return fieldsEditedAs('flow-picker', step).flatMap(([name, flow]) => {
    if (typeof flow !== 'string' || flow === '') return [];
    const isKnown = knowsFlow?.(flow) ?? true;
    const gone = problem('FLOW_UNKNOWN_FLOW', [id], { node: id, field: prefix + name, flow });
    return isKnown ? [] : [{ ...gone, severity: WARNING }];
  });
}

/** An anchor may name another step: that step must be there. Two that are alike never differ. */
function findAnchorProblems(id: string, anchors: unknown, flow: FlowDocument): Problem[] {
  if (!Array.isArray(anchors)) return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, anchor] of anchors.slice(0, MOST_PER_STEP).entries()) {
    if (typeof anchor !== 'object' || anchor === null) continue;
    const { from, step, days = 0, unit = 'days' } = anchor as Record<string, unknown>;
    if (typeof step === 'string' && !Object.hasOwn(flow.nodes, step)) {
      const facts = { node: id, step, field: `anchors.${index}.step` };
      problems.push(problem('FLOW_MISSING_ANCHOR_STEP', [id], facts));
    }
    const meaning = JSON.stringify([from, step, days, unit]);
    if (seen.has(meaning)) {
      const facts = { node: id, field: `anchors.${index}` };
      const twice = problem('FLOW_SAME_ANCHORS', [id], facts);
      problems.push({ ...twice, severity: WARNING });
    }
    seen.add(meaning);
  }
  return problems;
}

/** Fields with `editor: 'actions'` hold actions that are executed at once: each is checked like a step. */
function findMemberProblems(step: Configured, context: ProblemContext): Problem[] {
  const { id } = step;
  return fieldsEditedAs('actions', step).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [];
    return value.slice(0, MOST_PER_STEP).flatMap((member: unknown, index) => {
      if (!isMember(member)) return [];
      const { type, version } = member;
      const entry = context.catalogue.find(type);
      if (!entry) return [problem('FLOW_UNKNOWN_STEP', [id], { node: id, type })];
      if (entry.kind !== 'action' || entry.isEnd) {
        return [problem('FLOW_NOT_IN_GROUP', [id], { node: id, type })];
      }
      if (version > entry.version) {
        return [problem('FLOW_STEP_TOO_NEW', [id], { node: id, type, version })];
      }
      const prefix = `${name}.${index}.config.`;
      return version === entry.version
        ? findSettingProblems({ id, node: member, entry, prefix }, context)
        : [];
    });
  });
}

function isMember(value: unknown): value is Configured['node'] {
  if (typeof value !== 'object' || value === null) return false;
  const { type, version, config } = value as Record<string, unknown>;
  return typeof type === 'string' && typeof version === 'number' && typeof config === 'object';
}

/** The fields of a step that the schema gives that editor, with their values. */
function fieldsEditedAs(editor: string, { node, entry }: Configured): [string, unknown][] {
  return Object.entries(entry.config.properties).flatMap(([name, schema]) =>
    'editor' in schema && schema.editor === editor ? [[name, node.config[name]]] : [],
  );
}
