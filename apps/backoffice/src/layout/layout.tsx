import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useSetLocale } from 'react-admin';
import { Link, NavLink, useLocation } from 'react-router-dom';
import { signOut } from '../api/auth-provider.ts';
import { useMay, useMe } from '../api/hooks.ts';
import { SessionWatch } from '../auth/session-watch.tsx';
import { useWords } from '../i18n/words.ts';
import { Loading } from '../ui/page.tsx';
import { Crash } from './crash.tsx';
import { LanguageSwitch } from './language-switch.tsx';

function Menu({ onChoose }: { onChoose: () => void }) {
  const { words } = useWords();
  const may = useMay();
  const t = words.layout;
  const entries = [
    { to: '/', label: t.home, end: true, shown: true },
    { to: '/persons', label: t.persons, shown: may('person.read') },
    { to: '/dossiers', label: t.dossiers, shown: may('dossier.read') },
    { to: '/deadlines', label: t.deadlines, shown: may('deadline.read') },
    { to: '/calendar', label: t.calendar, shown: may('deadline.read') },
    { to: '/watchers', label: words.watchers.menu, shown: may('dossier.read') },
    { to: '/permanences', label: t.permanences, shown: may('permanence.read') },
    { to: '/tasks', label: t.tasks, shown: may('task.read') },
    { to: '/appointments', label: t.appointments, shown: may('appointment.read') },
    { to: '/law-impact', label: t.lawImpact, shown: may('coordination.read') },
    { to: '/users', label: t.users, shown: may('user.manage') },
    { to: '/messages', label: t.messages, shown: may('coordination.read') || may('user.manage') },
    { to: '/mailbox', label: t.mailbox, shown: may('mailbox.read') },
    { to: '/broken-contacts', label: t.brokenContacts, shown: may('coordination.read') },
    { to: '/message-settings', label: t.messageSettings, shown: may('message-settings.write') },
    { to: '/reminder-policies', label: t.policies, shown: may('policy.write') },
    { to: '/queues', label: t.queues, shown: may('queue.read') },
  ];
  return (
    <ul className="menu">
      {entries
        .filter(({ shown }) => shown)
        .map(({ to, label, end }) => (
          <li key={to}>
            <NavLink to={to} end={end ?? false} onClick={onChoose}>
              {label}
            </NavLink>
          </li>
        ))}
    </ul>
  );
}

/** The language last taken from the account. Outside the component: changing the language mounts every screen anew. */
let taken: string | null = null;
/** The language of the account, once it is known; the button at the top then changes it for this visit only. */
function useOwnLanguage(language: string | undefined): void {
  const setLocale = useSetLocale();
  useEffect(() => {
    if ((language !== 'fr' && language !== 'en') || language === taken) return;
    taken = language;
    setLocale(language);
  }, [language, setLocale]);
}

export function Layout({ children }: { children: ReactNode }) {
  const { words } = useWords();
  const me = useMe();
  useOwnLanguage(me?.language);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const t = words.layout;
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t.skip}
      </a>
      <header className="top">
        <div className="top-row">
          <p className="brand">
            <img src="/icon.svg" alt="" width="34" height="34" />
            <span>
              Permanence
              {me ? <span className="brand-sub">{me.associationName}</span> : null}
            </span>
          </p>
          <div className="top-tools">
            {me ? (
              <p className="who">
                <Link to="/account" aria-label={`${t.account} : ${me.displayName}`}>
                  {me.displayName}
                </Link>
                <span className="brand-sub">{t.roles[me.role]}</span>
              </p>
            ) : null}
            <LanguageSwitch />
            <button type="button" className="btn btn-quiet" onClick={() => void signOut()}>
              {t.signOut}
            </button>
          </div>
        </div>
        <nav aria-label={t.mainMenu} className="top-nav">
          <button type="button" className="btn menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
            {t.menu}
          </button>
          <div id="menu" className={open ? 'menu-box menu-open' : 'menu-box'}>
            <Menu onChoose={() => setOpen(false)} />
          </div>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <Crash key={pathname}>
          <Suspense fallback={<Loading />}>{children}</Suspense>
        </Crash>
      </main>
      <footer className="foot">
        <p>{t.help}</p>
        <p>{t.urgent}</p>
      </footer>
      <SessionWatch />
    </>
  );
}
