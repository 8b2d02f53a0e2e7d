import { DomainError, type Problem } from '@inning/sdk';

/** No flow of that id or name is visible here. */
export class FlowNotFoundError extends DomainError {
  readonly code = 'FLOW_NOT_FOUND';
  readonly status = 404;

  constructor(flow: string) {
    super(`There is no flow ${flow}.`, { flow });
  }
}

/** Flows that hand a debtor to one another would never end; a person looks at them. */
export class FlowSwitchLoopError extends DomainError {
  readonly code = 'FLOW_SWITCH_LOOP';
  readonly status = 409;

  constructor(flow: string, count: number) {
    super(`Flows were switched ${count} times today already; ${flow} is not begun.`, {
      flow,
      count,
    });
  }
}

/** The flow has problems that must be mended before it can run. */
export class FlowHasProblemsError extends DomainError {
  readonly code = 'FLOW_HAS_PROBLEMS';
  readonly status = 422;

  constructor(flow: string, problems: readonly Problem[]) {
    const codes = problems.map((one) => `${one.code} (${one.nodeIds.join(', ')})`).join('; ');
    super(`The flow ${flow} cannot be published: ${codes}.`, { flow, problems: problems.length });
  }
}

/** Somebody else saved the draft meanwhile; nothing was overwritten. */
export class DraftOvertakenError extends DomainError {
  readonly code = 'FLOW_DRAFT_OVERTAKEN';
  readonly status = 409;

  constructor() {
    super('Somebody else changed this draft meanwhile. Reload it to go on.');
  }
}

/** No running flow of that id is visible here. */
export class InstanceNotFoundError extends DomainError {
  readonly code = 'INSTANCE_NOT_FOUND';
  readonly status = 404;

  constructor() {
    super('This running flow does not exist.');
  }
}

/** The instance is not in a state in which that can be asked of it, or has just moved. */
export class InstanceNotMovableError extends DomainError {
  readonly code = 'INSTANCE_NOT_MOVABLE';
  readonly status = 409;

  constructor(state: string) {
    super(`This is not possible now: the flow is ${state}, or it has just moved on.`, { state });
  }
}

/** The agency, or that creditor, has a flow of this name already. */
export class FlowNameTakenError extends DomainError {
  readonly code = 'FLOW_NAME_TAKEN';
  readonly status = 409;

  constructor(slug: string) {
    super(`There is a flow ${slug} already. Choose another name.`, { slug });
  }
}

/** That version is running empty; nobody is moved to it any more. */
export class FlowVersionDrainingError extends DomainError {
  readonly code = 'FLOW_VERSION_DRAINING';
  readonly status = 409;

  constructor(version: number) {
    super(`Version ${version} is running empty; choose another one, or open it again.`, {
      version,
    });
  }
}

/** New cases begin on the newest version, so it cannot run empty. */
export class FlowVersionNewestError extends DomainError {
  readonly code = 'FLOW_VERSION_NEWEST';
  readonly status = 409;

  constructor(version: number) {
    super(`New cases begin on version ${version}, so it cannot run empty.`, { version });
  }
}

/** Workers were busy with these cases all the time; what was moved so far has moved. */
export class FlowBusyError extends DomainError {
  readonly code = 'FLOW_BUSY';
  readonly status = 409;
  override readonly retryable = true;

  constructor() {
    super('The flow is busy. Try again in a minute; what was done so far stays done.');
  }
}

/** The map names a step that is in neither of the two versions. */
export class NodeMapInvalidError extends DomainError {
  readonly code = 'NODE_MAP_INVALID';
  readonly status = 422;

  constructor(node: string) {
    super(`The map names a step ${node} that is not there.`, { node });
  }
}

/** Cases would move to the version they stand in. */
export class SameVersionError extends DomainError {
  readonly code = 'SAME_VERSION';
  readonly status = 422;

  constructor(version: number) {
    super(`The cases stand in version ${version} already; choose another one.`, { version });
  }
}

/** No plugin that is switched on brings the rules of that country. */
export class CountryNotFoundError extends DomainError {
  readonly code = 'COUNTRY_NOT_FOUND';
  readonly status = 404;

  constructor(country: string) {
    super(`There are no rules of the country ${country} here.`, { country });
  }
}
