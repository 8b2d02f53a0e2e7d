import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from './api/client.ts';
import { prefetchDraft } from './api/drawing.ts';
import { prefetchCatalogue } from './api/flows.ts';
import { FILE_TABS } from './debtors/file-tabs.ts';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { choice } from './shell/search.ts';
import * as searches from './shell/searches.ts';

/** What a route can ask the server with, while the code of its screen still comes. */
export type Asking = { readonly client: Client; readonly queries: QueryClient };

const root = createRootRouteWithContext<Asking>()({
  component: Shell,
  notFoundComponent: NotFound,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/OverviewScreen.tsx'), 'OverviewScreen'),
});

const debtors = createRoute({
  getParentRoute: () => root,
  path: '/debtors',
  validateSearch: searches.debtorsSearch,
  component: lazyRouteComponent(() => import('./debtors/DebtorsScreen.tsx'), 'DebtorsScreen'),
});
const debtorFile = createRoute({
  getParentRoute: () => debtors,
  path: '$debtorId',
  validateSearch: (from: Record<string, unknown>) => choice('tab', FILE_TABS, from),
  component: lazyRouteComponent(() => import('./debtors/DebtorFile.tsx'), 'DebtorFile'),
});

const invoices = createRoute({
  getParentRoute: () => root,
  path: '/invoices',
  validateSearch: searches.invoicesSearch,
  component: lazyRouteComponent(() => import('./invoices/InvoicesScreen.tsx'), 'InvoicesScreen'),
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: searches.tasksSearch,
  component: lazyRouteComponent(() => import('./tasks/TasksScreen.tsx'), 'TasksScreen'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./imports/ImportsScreen.tsx'), 'ImportsScreen'),
});

const bank = createRoute({
  getParentRoute: () => root,
  path: '/bank',
  validateSearch: searches.bankSearch,
  component: lazyRouteComponent(() => import('./bank/BankScreen.tsx'), 'BankScreen'),
});

/** Also where a bank sends the browser back to. */
const connectBank = createRoute({
  getParentRoute: () => root,
  path: '/bank/connect',
  validateSearch: searches.connectBankSearch,
  component: lazyRouteComponent(() => import('./bank/connect/ConnectScreen.tsx'), 'ConnectScreen'),
});

const trust = createRoute({
  getParentRoute: () => root,
  path: '/trust',
  component: lazyRouteComponent(() => import('./trust/TrustScreen.tsx'), 'TrustScreen'),
});
const trustStatement = createRoute({
  getParentRoute: () => root,
  path: '/trust/$creditorId',
  validateSearch: searches.trustStatementSearch,
  component: lazyRouteComponent(() => import('./trust/StatementScreen.tsx'), 'StatementScreen'),
});

const flows = createRoute({
  getParentRoute: () => root,
  path: '/flows',
  component: lazyRouteComponent(() => import('./flows/FlowsScreen.tsx'), 'FlowsScreen'),
});
const flow = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId',
  validateSearch: (from: Record<string, unknown>) => choice('show', ['draft'], from),
  component: lazyRouteComponent(() => import('./flows/FlowScreen.tsx'), 'FlowScreen'),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/flows/gallery',
  component: lazyRouteComponent(() => import('./gallery/GalleryScreen.tsx'), 'GalleryScreen'),
});
const today = createRoute({
  getParentRoute: () => root,
  path: '/flows/today',
  validateSearch: searches.todaySearch,
  component: lazyRouteComponent(() => import('./trying/today/TodayScreen.tsx'), 'TodayScreen'),
});
const versions = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId/versions',
  validateSearch: searches.versionsSearch,
  component: lazyRouteComponent(() => import('./versions/VersionsScreen.tsx'), 'VersionsScreen'),
});
const moveCases = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId/move',
  validateSearch: searches.moveCasesSearch,
  component: lazyRouteComponent(
    () => import('./versions/move/MoveCasesScreen.tsx'),
    'MoveCasesScreen',
  ),
});

const drawing = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId/draw',
  // Before, not beside, the files of the screen: a browser asks for six things at once.
  beforeLoad({ context: { queries, client }, params: { flowId }, preload }) {
    prefetchCatalogue(queries, client);
    // A draft that is read before anybody opens it may be somebody's older one by then.
    if (!preload) prefetchDraft(queries, client, flowId);
  },
  component: lazyRouteComponent(() => import('./drawing/DrawScreen.tsx'), 'DrawScreen'),
});

const agency = createRoute({
  getParentRoute: () => root,
  path: '/settings/agency',
  component: lazyRouteComponent(() => import('./agency/AgencyScreen.tsx'), 'AgencyScreen'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/settings/notices',
  component: lazyRouteComponent(() => import('./notices/NoticesScreen.tsx'), 'NoticesScreen'),
});

const calculator = createRoute({
  getParentRoute: () => root,
  path: '/calculator',
  component: lazyRouteComponent(
    () => import('./calculator/CalculatorScreen.tsx'),
    'CalculatorScreen',
  ),
});

const tryFlow = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId/try',
  validateSearch: searches.trySearch,
  component: lazyRouteComponent(() => import('./trying/TryScreen.tsx'), 'TryScreen'),
});

const watchFlow = createRoute({
  getParentRoute: () => root,
  path: '/flows/$flowId/watch',
  validateSearch: searches.watchSearch,
  component: lazyRouteComponent(() => import('./watching/WatchScreen.tsx'), 'WatchScreen'),
});

const administrations = createRoute({
  getParentRoute: () => root,
  path: '/administrations',
  component: lazyRouteComponent(
    () => import('./administrations/AdministrationsScreen.tsx'),
    'AdministrationsScreen',
  ),
});
const administration = createRoute({
  getParentRoute: () => administrations,
  path: '$administrationId',
  component: lazyRouteComponent(
    () => import('./administrations/AdministrationSettings.tsx'),
    'AdministrationSettings',
  ),
});

const plugins = createRoute({
  getParentRoute: () => root,
  path: '/settings/plugins',
  component: lazyRouteComponent(() => import('./plugins/PluginsScreen.tsx'), 'PluginsScreen'),
});

/** Where a service sends the reader back to after signing in there. */
const pluginReturn = createRoute({
  getParentRoute: () => root,
  path: '/settings/plugins/$pluginId',
  validateSearch: searches.pluginReturnSearch,
  component: lazyRouteComponent(() => import('./plugins/PluginsScreen.tsx'), 'PluginsScreen'),
});

const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./mailbox/MailboxScreen.tsx'), 'MailboxScreen'),
});
const mail = createRoute({
  getParentRoute: () => mailbox,
  path: '$messageId',
  component: lazyRouteComponent(() => import('./mailbox/MailView.tsx'), 'MailView'),
});

/** Every screen and its address. Each is a chunk of its own, fetched when it is about to be opened. */
export const tree = root.addChildren([
  overview,
  debtors.addChildren([debtorFile]),
  invoices,
  tasks,
  imports,
  bank,
  connectBank,
  trust,
  trustStatement,
  flows,
  flow,
  gallery,
  today,
  versions,
  moveCases,
  drawing,
  calculator,
  agency,
  notices,
  tryFlow,
  watchFlow,
  administrations.addChildren([administration]),
  plugins,
  pluginReturn,
  mailbox.addChildren([mail]),
]);
