import { isoDate } from '@permanence/rules';
import { LANGUAGES_WRITTEN, personMessage, type PersonNotice } from './person-message.ts';
import { volunteerMessage } from './volunteer-message.ts';

/** What would tell another reader what the message is about. */
const FORBIDDEN = [
  /titre|s[ée]jour|permit|residence|إقامة/i,
  /oqtf|obligation|quitter|expuls|removal|ترحيل|طرد/i,
  /pr[ée]fecture|محافظة|ولاية/i,
  /asil|asylum|refug|لجوء|لاجئ/i,
  /violen|عنف/i,
  /avocat|lawyer|tribunal|court|recours|appeal|محامي|محكمة|طعن/i,
  /association|permanence|جمعية/i,
  /dossier|case file|ملف/i,
  /étrang|foreign|migra|visa|أجنبي|هجرة|تأشيرة/i,
  /Samira|Benali/i,
];
const KINDS = ['deadline', 'window', 'appointment'] as const;
const notices: PersonNotice[] = KINDS.flatMap((kind) =>
  [...Object.keys(LANGUAGES_WRITTEN), null].flatMap((language) =>
    ['01 23 45 67 89', null].flatMap((phone) =>
      (kind === 'appointment' ? [570] : [undefined, 0]).map((minutes) => ({
        kind,
        language,
        phone,
        when: { on: isoDate('2027-01-12'), ...(minutes === undefined ? {} : { minutes }) },
        opensOn: kind === 'window' ? isoDate('2026-12-01') : null,
      })),
    ),
  ),
);

describe('what a person receives', () => {
  it.each(notices.map((n) => [`${n.kind}, ${n.language ?? 'no language chosen'}, ${n.phone ?? 'no phone'}`, n] as const))(
    '%s: tells nobody what it is about',
    (_, notice) => {
      const { subject, text, html } = personMessage(notice);
      for (const word of FORBIDDEN) for (const part of [subject, text, html]) expect(part).not.toMatch(word);
      expect(html).not.toMatch(/<img|src=|https?:|<script|<style/);
      expect(html.length).toBeLessThan(60_000);
    },
  );
  it.each(notices.map((n) => [`${n.kind}, ${n.language}`, n] as const))(
    '%s: gives the date in words and in figures, and its hour',
    (_, notice) => {
      const { text, html, language } = personMessage(notice);
      const { minutes } = notice.when;
      const hour = minutes === undefined || notice.kind === 'window' ? '' : `${Math.floor(minutes / 60)} h ${minutes % 60 || '00'}`;
      for (const part of [text, html]) {
        expect(part).toContain('12/01/2027');
        expect(part).toContain('mardi 12 janvier 2027');
        expect(part).not.toMatch(/\{\w+\}|undefined|null/);
        expect(part).toContain(hour);
        expect(part).toContain(notice.phone ?? '');
      }
      expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    },
  );
  it('keeps figures together in a right-to-left line, in plain text and in HTML', () => {
    const { text, html } = personMessage({
      kind: 'appointment',
      language: 'ar',
      phone: '+33 1 23 45 67 89',
      when: { on: isoDate('2027-01-12'), minutes: 570 },
    });
    expect(text).toContain('الثلاثاء 12 يناير / جانفي 2027 (\u206612/01/2027\u2069) على الساعة \u206609:30\u2069');
    expect(text).toContain('\u2066+33 1 23 45 67 89\u2069');
    expect(html).toContain('<a href="tel:+33123456789"><bdi dir="ltr">+33 1 23 45 67 89</bdi></a>');
  });
  it('says which languages a speaker has read', () => {
    const reviewed = (language: string) => personMessage({ ...notices[0]!, language }).reviewed;
    expect(['fr', 'en', 'ar'].map(reviewed)).toEqual([true, false, false]);
  });
  it('writes French when the language chosen is not written yet', () => {
    expect(personMessage({ ...notices[0]!, language: 'ti' }).language).toBe('fr');
  });
});

describe('what a volunteer receives', () => {
  const notice = {
    kind: 'deadline',
    language: 'fr',
    dossierReference: 'D-2026-0041',
    link: 'https://permanence.invalid/dossiers/1',
    ruleId: 'oqtf-un-mois',
    prudentOn: isoDate('2026-12-18'),
    lastDayOn: isoDate('2026-12-21'),
    opensOn: null,
    at: null,
    place: null,
  } as const;
  it.each(['fr', 'en'])('%s: the reference in the subject, the prudent day before the legal one, a link', (language) => {
    const { subject, text } = volunteerMessage({ ...notice, language });
    expect(subject).toContain('D-2026-0041');
    expect(subject).not.toMatch(/oqtf/i);
    // In words, not by the id of the rule.
    expect(text).not.toContain(notice.ruleId);
    expect(text).toContain(language === 'fr' ? 'Obligation de quitter la France (OQTF)' : 'Order to leave France (OQTF)');
    expect(text.indexOf('18/12/2026')).toBeGreaterThan(0);
    expect(text.indexOf('18/12/2026')).toBeLessThan(text.indexOf('21/12/2026'));
    expect(text).toContain(notice.link);
  });
  it('gives the hour of a limit in hours and of an appointment, and the day of a task', () => {
    const at = { on: isoDate('2026-11-23'), minutes: 18 * 60 + 40 };
    expect(volunteerMessage({ ...notice, prudentOn: null, lastDayOn: null, at }).text).toContain('23 novembre 2026 (23/11/2026) à 18 h 40');
    expect(volunteerMessage({ ...notice, kind: 'appointment', at, place: 'Mairie' }).text).toContain('à 18 h 40, Mairie');
    expect(volunteerMessage({ ...notice, kind: 'task', dossierReference: null }).text).toContain('vendredi 18 décembre 2026');
  });
  it('escapes what it is given', () => {
    const { html } = volunteerMessage({ ...notice, kind: 'appointment', at: { on: isoDate('2026-11-23'), minutes: 0 }, place: '<b>&' });
    expect(html).toContain('&lt;b&gt;&amp;');
  });
});
