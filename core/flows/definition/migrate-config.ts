import { DomainError, type FlowNode, type NodeDefinition } from '@inning/sdk';

/** A step of a newer plugin than the one installed; its settings cannot be understood. */
export class StepTooNewError extends DomainError {
  readonly code = 'FLOW_STEP_TOO_NEW';
  readonly status = 422;
}

/** The settings of a step in the shape of the installed version, one version at a time. */
export function migrateConfig(
  definition: NodeDefinition,
  node: Pick<FlowNode, 'type' | 'version' | 'config'>,
): Record<string, unknown> {
  const { type, version } = node;
  if (version > definition.version) {
    throw new StepTooNewError(`${type} version ${version} needs a newer plugin.`, {
      type,
      version,
    });
  }
  let config = { ...node.config };
  for (let from = version; from < definition.version; from += 1) {
    const migrate = definition.migrate?.[from];
    // The host refuses a plugin with a gap at boot; a step without a migration kept its shape.
    if (migrate) config = { ...migrate(config) };
  }
  return config;
}
