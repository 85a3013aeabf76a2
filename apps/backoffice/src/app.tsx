import { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { Admin, Resource, memoryStore } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from './api/auth-provider.ts';
import { dataProvider } from './api/data-provider.ts';
import { ApiProblem } from './api/problem.ts';
import { SignInPage } from './auth/sign-in-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { i18nProvider } from './i18n/provider.ts';
import { Layout } from './layout/layout.tsx';
import { NotFound } from './layout/not-found.tsx';
import { theme } from './theme.ts';
import { Loading } from './ui/page.tsx';
import { Toasts } from './ui/toasts.tsx';

const PersonList = lazy(() => import('./persons/person-list.tsx'));
const PersonCreate = lazy(() => import('./persons/person-create.tsx'));
const PersonSheet = lazy(() => import('./persons/person-sheet.tsx'));

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // What was refused will be refused again; only a lost connection is worth a second try.
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
    },
  },
});

/** Nothing personal is kept in the browser: the store lives in memory, list parameters stay out of the address. */
const store = memoryStore();

export function App() {
  return (
    <Admin
      disableTelemetry
      requireAuth
      title="Permanence"
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={theme}
      darkTheme={null}
      layout={Layout}
      loginPage={SignInPage}
      dashboard={HomePage}
      catchAll={NotFound}
      loading={Loading}
      notification={Toasts}
    >
      <Resource name="persons" list={PersonList} create={PersonCreate}>
        <Route path=":id" element={<PersonSheet />} />
      </Resource>
    </Admin>
  );
}
