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

/** A draft with errors would do something else than what is drawn; it is not tried out. */
export class FlowNotTriableError extends DomainError {
  readonly code = 'FLOW_NOT_TRIABLE';
  readonly status = 422;

  constructor(flow: string, problems: readonly Problem[]) {
    const codes = problems.map((one) => `${one.code} (${one.nodeIds.join(', ')})`).join('; ');
    super(`The flow ${flow} cannot be tried out yet: ${codes}.`, {
      flow,
      problems: problems.length,
    });
  }
}

/** In that simulation no such letter would be sent. */
export class LetterNotTriedError extends DomainError {
  readonly code = 'LETTER_NOT_TRIED';
  readonly status = 404;

  constructor(letter: string) {
    super(`In this simulation there is no letter ${letter}.`, { letter });
  }
}

/** Nothing starts this flow: it has no step that begins it. */
export class FlowWithoutStartError extends DomainError {
  readonly code = 'FLOW_WITHOUT_START';
  readonly status = 422;

  constructor(flow: string) {
    super(`The flow ${flow} has no start, so nothing can walk through it.`, { flow });
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

/** A case leaves a step only by a way out that leads to another one. */
export class OutcomeLeadsNowhereError extends DomainError {
  readonly code = 'OUTCOME_LEADS_NOWHERE';
  readonly status = 422;

  constructor(node: string, outcome: string) {
    super(`No line leads from ${node} by ${outcome} to another step.`, { node, outcome });
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
