import {
  COLLEAGUE_MESSAGE_KINDS,
  MESSAGE_LANGUAGES,
  MESSAGE_LEVELS,
  PERSON_MESSAGE_KINDS,
  type MessageKind,
  type MessagePreview,
} from '@permanence/contracts';
import { useId, useState, type ReactNode } from 'react';
import { usePosted } from '../api/hooks.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { languageName } from '../ui/countries.ts';
import { FactList, Notice, Ready, Section } from '../ui/page.tsx';

type Group = keyof Words['messages']['groups'];
const groupOf = (kind: MessageKind): Group => {
  if ((COLLEAGUE_MESSAGE_KINDS as readonly string[]).includes(kind)) return 'colleague';
  if (kind === 'call-first') return 'deadline';
  const [head] = kind.split('-');
  return head === 'window' || head === 'deadline' || head === 'appointment' ? head : 'other';
};
const KINDS: readonly MessageKind[] = [...PERSON_MESSAGE_KINDS, ...COLLEAGUE_MESSAGE_KINDS];
const GROUPS: readonly Group[] = ['window', 'deadline', 'appointment', 'other', 'colleague'];

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select id={id} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

/** Any message as it would leave: chosen by kind, language and level, made by the code that sends. */
export function MessagePreviewer({ dossierId }: { dossierId?: string }) {
  const { words, locale } = useWords();
  const t = words.messages;
  const [kind, setKind] = useState<MessageKind>('appointment');
  const [language, setLanguage] = useState(dossierId ? '' : 'fr');
  const [level, setLevel] = useState(dossierId ? '' : 'neutral');
  const team = groupOf(kind) === 'colleague';
  const languages = team ? (['fr', 'en'] as const) : MESSAGE_LANGUAGES;
  const spoken = languages.some((code) => code === language) ? language : '';
  const preview = usePosted<MessagePreview>(
    'messages/preview',
    { kind, ...(spoken ? { language: spoken } : {}), ...(level ? { level } : {}), ...(dossierId ? { dossierId } : {}) },
    { keep: true },
  );
  return (
    <>
      <Section title={t.choose}>
        <div>
          <Choice label={t.kind} value={kind} onChange={(value) => setKind(value as MessageKind)}>
            {GROUPS.map((group) => (
              <optgroup key={group} label={t.groups[group]}>
                {KINDS.filter((one) => groupOf(one) === group).map((one) => (
                  <option key={one} value={one}>
                    {t.groups[group]} : {t.kinds[one]}
                  </option>
                ))}
              </optgroup>
            ))}
          </Choice>
        </div>
        <div className="form-grid">
          <Choice label={t.language} value={spoken} onChange={setLanguage}>
            {dossierId || !spoken ? <option value="">{t.languageOwn}</option> : null}
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageName(code, locale)}
              </option>
            ))}
          </Choice>
          {team ? null : (
            <Choice label={t.level} value={level} onChange={setLevel}>
              {dossierId ? <option value="">{t.levelOwn}</option> : null}
              {MESSAGE_LEVELS.map((one) => (
                <option key={one} value={one}>
                  {words.persons.messageLevels[one]}
                </option>
              ))}
            </Choice>
          )}
        </div>
      </Section>
      <div aria-live="polite">
        <Ready of={preview}>{(message) => <Shown message={message} />}</Ready>
      </div>
    </>
  );
}

function Shown({ message }: { message: MessagePreview }) {
  const { words } = useWords();
  const t = words.messages;
  const { language, direction, sms } = message;
  return (
    <>
      <Section title={t.asShown}>
        {message.invented ? <Notice title={t.invented}>{t.inventedWhy}</Notice> : null}
        {message.reviewed ? null : (
          <Notice tone="warn" title={t.notReviewed}>
            {t.notReviewedWhy}
          </Notice>
        )}
        <dl className="facts">
          <div className="fact">
            <dt>{t.from}</dt>
            <dd>{message.from}</dd>
          </div>
          <div className="fact">
            <dt>{t.subject}</dt>
            <dd lang={language} dir={direction}>
              <strong>{message.subject}</strong>
            </dd>
          </div>
          {sms ? (
            <div className="fact">
              <dt>{t.level}</dt>
              <dd>{words.persons.messageLevels[message.level]}</dd>
            </div>
          ) : null}
        </dl>
        <iframe className="mail-frame" sandbox="" srcDoc={message.html} title={t.frame} />
      </Section>
      {sms ? (
        <Section title={t.sms}>
          <p className="written panel" lang={language} dir={direction}>
            {sms.text}
          </p>
          <p className="quiet">{t.smsCount(sms.units, sms.parts, sms.encoding)}</p>
        </Section>
      ) : null}
      <Section title={t.text}>
        <div className="written panel" lang={language}>
          {message.text.split('\n').map((line, at) => (
            <div key={`${at}-${line}`} dir="auto">
              {line || '\u00a0'}
            </div>
          ))}
        </div>
        <details className="explained">
          <summary>{t.headers}</summary>
          <FactList lines={message.headers.map(({ name, value }) => [name, value] as const)} />
        </details>
      </Section>
    </>
  );
}
