import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { lazy, Suspense, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ClientProvider } from './api/client-context.tsx';
import type { Client } from './api/client.ts';
import { useSession } from './api/session.ts';
import type { AppRouter } from './router.ts';
import { Loaded } from './ui/states/Loaded.tsx';
import { createInningTheme } from './ui/theme/theme.ts';
import { TodayProvider } from './ui/values/today.tsx';

const SignInScreen = lazy(async () => ({
  default: (await import('./sign-in/SignInScreen.tsx')).SignInScreen,
}));
const HOUSE_COLOUR = '#1f5f8b';

type AppProps = {
  readonly client: Client;
  readonly queries: QueryClient;
  readonly router: AppRouter;
  readonly texts: i18n;
};

/** The shell: composes, decides nothing. */
export function App({ client, queries, router, texts }: AppProps) {
  return (
    <I18nextProvider i18n={texts}>
      <ClientProvider client={client}>
        <QueryClientProvider client={queries}>
          <Signed router={router} />
        </QueryClientProvider>
      </ClientProvider>
    </I18nextProvider>
  );
}

/** The screens for who is signed in, in the colour of their agency; else the door. */
function Signed({ router }: { router: AppRouter }) {
  const session = useSession();
  const colour = session.data?.agency?.colour ?? HOUSE_COLOUR;
  const theme = useMemo(() => createInningTheme(colour), [colour]);
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <ModalsProvider>
        <Notifications position="bottom-right" limit={4} />
        <TodayProvider today={session.data?.today ?? null}>
          <Loaded query={session} skeleton={<span aria-busy="true" />}>
            {(who) =>
              who === null ? (
                <Suspense>
                  <SignInScreen />
                </Suspense>
              ) : (
                <RouterProvider router={router} />
              )
            }
          </Loaded>
        </TodayProvider>
      </ModalsProvider>
    </MantineProvider>
  );
}
