import { lazy } from 'react';
import { useMe } from '../api/hooks.ts';
import { Loading } from '../ui/page.tsx';

const VolunteerHome = lazy(() => import('./volunteer-home.tsx'));
const CoordinationPage = lazy(() => import('../coordination/coordination-page.tsx'));

/** The first screen, by role: the coordinator sees the whole association, everyone else their own day. */
export function HomePage() {
  const me = useMe();
  if (!me) return <Loading />;
  return me.role === 'coordinator' ? <CoordinationPage /> : <VolunteerHome me={me} />;
}
