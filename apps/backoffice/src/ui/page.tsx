import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';

let headingOf: string | null = null;

/**
 * One screen: its title in the browser (which names no one), its one heading, which takes the focus when the screen changes.
 */
export function Page({
  title,
  docTitle,
  back,
  actions,
  intro,
  children,
}: {
  title: ReactNode;
  /** Without any name or reference: it stays in the browser's history. */
  docTitle: string;
  back?: { to: string; label: string } | undefined;
  actions?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${docTitle} · Permanence`;
  }, [docTitle]);
  useEffect(() => {
    // Not on the first screen: a browser starts at the top by itself.
    if (headingOf !== null && headingOf !== pathname) heading.current?.focus();
    headingOf = pathname;
  }, [pathname]);
  return (
    <>
      {back ? (
        <p className="back">
          <Link to={back.to}>
            <span aria-hidden="true">← </span>
            {back.label}
          </Link>
        </p>
      ) : null}
      <div className="page-head">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {intro ? <div className="intro">{intro}</div> : null}
      {children}
    </>
  );
}

export function Section({ title, actions, children, id }: { title: ReactNode; actions?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions ? <div className="section-actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

export type Tone = 'info' | 'good' | 'warn' | 'danger' | 'quiet';
/** Never by colour alone: each tone has its own sign. */
const SIGN: Record<Tone, string> = { info: 'ℹ', good: '✓', warn: '!', danger: '▲', quiet: '·' };

export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      {title ? (
        <p className="notice-title">
          <span aria-hidden="true">{SIGN[tone]} </span>
          {title}
        </p>
      ) : null}
      {children}
    </div>
  );
}
export function Badge({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{SIGN[tone]} </span>
      {children}
    </span>
  );
}

export function Loading() {
  const { words } = useWords();
  return (
    <output className="loading">
      <span className="spinner" aria-hidden="true" /> {words.common.loading}
    </output>
  );
}

export function Failure({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { words, locale } = useWords();
  return (
    <div className="notice notice-danger" role="alert">
      <p className="notice-title">
        <span aria-hidden="true">▲ </span>
        {problemSentence(error, locale)}
      </p>
      {retry ? (
        <button type="button" className="btn" onClick={() => void retry()}>
          {words.common.retry}
        </button>
      ) : null}
    </div>
  );
}

interface Answer<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}
/** Waits for one reading, says why it failed, else shows it. */
export function Ready<T>({ of, children }: { of: Answer<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  return of.error ? <Failure error={of.error} retry={of.refetch} /> : <Loading />;
}

/** A whole screen that waits: the heading is there from the start, so that the focus has somewhere to go. */
export function ReadyPage<T>({ of, docTitle, children }: { of: Answer<T>; docTitle: string; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (!of.error) return <Loading />;
  return (
    <Page title={docTitle} docTitle={docTitle}>
      <Failure error={of.error} retry={of.refetch} />
    </Page>
  );
}

/** A word of the trade, explained where it stands. */
export function Explained({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <details className="explained">
      <summary>{term}</summary>
      <div className="explained-body">{children}</div>
    </details>
  );
}

/** Pairs of a name and what is known of it. */
export function FactList({ lines }: { lines: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {lines.map(([label, value], at) => (
        <div key={`${label}-${at}`} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
