import { createRouter } from '@tanstack/react-router';
import { type Asking, tree } from './routes.tsx';
import { Crashed } from './shell/Crashed.tsx';

export function createAppRouter(context: Asking) {
  return createRouter({
    routeTree: tree,
    context,
    defaultPreload: 'intent',
    defaultErrorComponent: Crashed,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
