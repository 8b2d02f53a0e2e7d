import type { FastifyInstance } from 'fastify';
import { commentRoutes, type CommentRoutesDeps } from './comment.routes.ts';
import { conditionRoutes, type ConditionRoutesDeps } from './condition.routes.ts';
import { contactHoursRoutes, type ContactHoursRoutesDeps } from './contact-hours.routes.ts';
import { definitionRoutes, type DefinitionRoutesDeps } from './definition.routes.ts';
import { draftRoutes, type DraftRoutesDeps } from './draft.routes.ts';
import { editorRoutes, type EditorRoutesDeps } from './editor.routes.ts';
import { instanceRoutes, type InstanceRoutesDeps } from './instance.routes.ts';
import { migrationRoutes, type MigrationRoutesDeps } from './migration.routes.ts';
import { newFlowRoutes, type NewFlowRoutesDeps } from './new-flow.routes.ts';
import { simulateRoutes, type SimulateRoutesDeps } from './simulate.routes.ts';
import { switchRoutes, type SwitchRoutesDeps } from './switch.routes.ts';
import { templateRoutes, type TemplateRoutesDeps } from './template.routes.ts';
import { trialRoutes, type TrialRoutesDeps } from './trial.routes.ts';
import { watchRoutes, type WatchRoutesDeps } from './watch.routes.ts';
import { versionRoutes, type VersionRoutesDeps } from './version.routes.ts';

export type FlowRoutesDeps = DefinitionRoutesDeps &
  CommentRoutesDeps &
  ConditionRoutesDeps &
  ContactHoursRoutesDeps &
  TemplateRoutesDeps &
  InstanceRoutesDeps &
  SwitchRoutesDeps &
  TrialRoutesDeps &
  SimulateRoutesDeps &
  WatchRoutesDeps &
  DraftRoutesDeps &
  EditorRoutesDeps &
  MigrationRoutesDeps &
  NewFlowRoutesDeps &
  VersionRoutesDeps;

/** What the flow engine answers over HTTP. */
export const flowRoutes =
  (deps: FlowRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    definitionRoutes(app, deps);
    commentRoutes(app, deps);
    conditionRoutes(app, deps);
    contactHoursRoutes(app, deps);
    templateRoutes(app, deps);
    instanceRoutes(app, deps);
    switchRoutes(app, deps);
    trialRoutes(app, deps);
    simulateRoutes(app, deps);
    watchRoutes(app, deps);
    draftRoutes(app, deps);
    editorRoutes(app, deps);
    migrationRoutes(app, deps);
    newFlowRoutes(app, deps);
    versionRoutes(app, deps);
  };
