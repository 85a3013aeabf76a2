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
const FactsPage = lazy(() => import('./facts/facts-page.tsx'));
const InterviewPage = lazy(() => import('./interview/interview-page.tsx'));
const TopicPage = lazy(() => import('./facts/topic-page.tsx'));
const PapersPage = lazy(() => import('./papers/papers-page.tsx'));
const PaperPage = lazy(() => import('./papers/paper-page.tsx'));
const WeighingPage = lazy(() => import('./weighing/weighing-page.tsx'));
const OpenedWeighingPage = lazy(() => import('./weighing/opened-page.tsx'));
const DossierList = lazy(() => import('./dossiers/dossier-list.tsx'));
const DossierCreate = lazy(() => import('./dossiers/dossier-create.tsx'));
const DossierPage = lazy(() => import('./dossiers/dossier-page.tsx'));
const DossierClockPage = lazy(() => import('./dossiers/dossier-clock-page.tsx'));
const DossierWorkPage = lazy(() => import('./dossiers/dossier-work-page.tsx'));
const DossierRemindersPage = lazy(() => import('./dossiers/dossier-reminders-page.tsx'));
const DossierHistoryPage = lazy(() => import('./dossiers/dossier-history-page.tsx'));
const ChecklistPage = lazy(() => import('./checklist/checklist-page.tsx'));
const BundlePage = lazy(() => import('./bundle/bundle-page.tsx'));
const RiskPage = lazy(() => import('./risk/risk-page.tsx'));
const LawImpactPage = lazy(() => import('./law-impact/law-impact-page.tsx'));
const DecisionPage = lazy(() => import('./deadlines/decision-page.tsx'));
const CancelRequestsPage = lazy(() => import('./deadlines/cancel-requests-page.tsx'));
const SheetPage = lazy(() => import('./sheet/sheet-page.tsx'));
const CalendarPage = lazy(() => import('./calendar/calendar-page.tsx'));
const WatchersPage = lazy(() => import('./watchers/watchers-page.tsx'));
const AccountPage = lazy(() => import('./account/account-page.tsx'));
const DeadlineList = lazy(() => import('./deadlines/deadline-list.tsx'));
const PermanenceList = lazy(() => import('./permanences/permanence-list.tsx'));
const ReceivePage = lazy(() => import('./permanences/receive-page.tsx'));
const TaskPage = lazy(() => import('./work/task-page.tsx'));
const AppointmentPage = lazy(() => import('./work/appointment-page.tsx'));
const UserList = lazy(() => import('./users/user-list.tsx'));
const UserCreate = lazy(() => import('./users/user-create.tsx'));
const UserEdit = lazy(() => import('./users/user-form.tsx'));
const MessagesPage = lazy(() => import('./messages/messages-page.tsx'));
const DossierMessagesPage = lazy(() => import('./messages/dossier-messages-page.tsx'));
const MailboxList = lazy(() => import('./mailbox/mailbox-list.tsx'));
const MailPage = lazy(() => import('./mailbox/mail-page.tsx'));
const BrokenContactsPage = lazy(() => import('./bounces/broken-contacts-page.tsx'));
const MessageSettingsPage = lazy(() => import('./sending/message-settings-page.tsx'));
const PoliciesPage = lazy(() => import('./policies/policies-page.tsx'));
const QueuesPage = lazy(() => import('./queues/queues-page.tsx'));

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
        <Route path=":id/facts" element={<FactsPage />} />
        <Route path=":id/facts/:group" element={<TopicPage />} />
        <Route path=":id/interview" element={<InterviewPage />} />
        <Route path=":id/papers" element={<PapersPage />} />
        <Route path=":id/weighing" element={<WeighingPage />} />
        <Route path=":id/weighing/:weighingId" element={<OpenedWeighingPage />} />
      </Resource>
      <Resource name="documents">
        <Route path=":id" element={<PaperPage />} />
      </Resource>
      <Resource name="dossiers" list={DossierList} create={DossierCreate}>
        <Route path=":id" element={<DossierPage />} />
        <Route path=":id/clock" element={<DossierClockPage />} />
        <Route path=":id/work" element={<DossierWorkPage />} />
        <Route path=":id/checklist" element={<ChecklistPage />} />
        <Route path=":id/bundle" element={<BundlePage />} />
        <Route path=":id/risk" element={<RiskPage />} />
        <Route path=":id/reminders" element={<DossierRemindersPage />} />
        <Route path=":id/messages" element={<DossierMessagesPage />} />
        <Route path=":id/history" element={<DossierHistoryPage />} />
        <Route path=":id/decisions/new" element={<DecisionPage />} />
        <Route path=":id/decisions/:decisionId" element={<DecisionPage />} />
      </Resource>
      <Resource name="deadlines" list={DeadlineList}>
        <Route path=":id/sheet" element={<SheetPage />} />
      </Resource>
      <Resource name="cancel-requests" list={CancelRequestsPage} />
      <Resource name="calendar" list={CalendarPage} />
      <Resource name="watchers" list={WatchersPage} />
      <Resource name="account" list={AccountPage} />
      <Resource name="permanences" list={PermanenceList}>
        <Route path=":id" element={<ReceivePage />} />
      </Resource>
      <Resource name="tasks" list={TaskPage} />
      <Resource name="appointments" list={AppointmentPage} />
      <Resource name="law-impact" list={LawImpactPage} />
      <Resource name="users" list={UserList} create={UserCreate}>
        <Route path=":id" element={<UserEdit />} />
      </Resource>
      <Resource name="messages" list={MessagesPage} />
      <Resource name="mailbox" list={MailboxList}>
        <Route path=":id" element={<MailPage />} />
      </Resource>
      <Resource name="broken-contacts" list={BrokenContactsPage} />
      <Resource name="message-settings" list={MessageSettingsPage} />
      <Resource name="reminder-policies" list={PoliciesPage} />
      <Resource name="queues" list={QueuesPage} />
    </Admin>
  );
}
