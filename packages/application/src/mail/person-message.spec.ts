import { MESSAGE_LANGUAGES, MESSAGE_LEVELS, PERSON_MESSAGE_KINDS, type MessageLanguage, type MessageLevel } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import PostalMime from 'postal-mime';
import { compose, messageIdOf } from './compose.ts';
import { personMessage, type PersonNotice } from './person-message.ts';
import { personSms } from './person-sms.ts';
import { senderOf } from './sender.ts';
import { smsLength } from './sms-length.ts';
import { fr } from './sentences/fr.ts';
import { LANGUAGES_WRITTEN } from './sentences/languages.ts';

/** Words that tell another reader what a message is about, in the languages it is written in. */
const REVEALING: Record<MessageLanguage, RegExp> = {
  fr: /titre|s[ée]jour|oqtf|pr[ée]fecture|asile|recours|contest|d[ée]cision|avocat|tribunal|association|permanence|dossier|papiers|[ée]tranger|int[ée]gration/i,
  en: /permit|residence|removal|asylum|appeal|contest|decision|lawyer|court|file|papers|foreign|visa|integration/i,
  ar: /إقامة|ترحيل|محافظة|لجوء|طعن|قرار|محام|محكمة|جمعية|ملف|وثائق|أجنبي|هجرة|الاندماج/,
  es: /permiso|residencia|asilo|recurrir|decisi[óo]n|abogad|tribunal|expediente|documentos|extranjer|integraci[óo]n/i,
  pt: /autoriza|resid[êe]ncia|asilo|contestar|decis[ãa]o|advogad|tribunal|processo|documentos|estrangeir|integra/i,
  ru: /жительств|убежищ|обжал|решени|адвокат|суд|дел[оеа]\b|документ|иностран|интеграц/i,
  bn: /বসবাস|অনুমতি|আশ্রয়|আপিল|সিদ্ধান্ত|আদালত|ফাইল|কাগজ|বিদেশি|ইন্টিগ্রেশন/,
  prs: /اقامت|پناهند|اعتراض|تصمیم|وکیل|محکمه|دوسیه|اسناد|مهاجر|ادغام/,
  ps: /اوسېد|جواز|پناه|اعتراض|پرېکړ|وکیل|محکم|دوسی|اسناد|کډوال|ادغام/,
  ti: /መንበሪ|ፍቓድ|ዑቕባ|ይግባይ|ውሳነ|ጠበቓ|ቤት ፍርዲ|ፋይል|ሰነዳት|ስደተኛ|ውህደት/,
  tr: /oturma|(?<!s)izin|iltica|itiraz|karar|avukat|mahkeme|dosya|belge|yabancı|entegrasyon/i,
  uk: /проживанн|притул|оскарж|рішенн|адвокат|суд|справ|документ|іноземц|інтеграц/i,
};
/** What must appear in no subject and no header, whatever was agreed to. */
const CANARIES = { word: 'Canari-Mot', place: '12 rue du Canari', paper: 'Acte du canari', association: 'Les Canaris' };
const MAIL_FROM = 'Rappels <rappels@expediteur.invalid>';
const PHONE = '01 23 45 67 89';

const noticeOf = (
  kind: PersonNotice['kind'],
  language: string | null,
  level: MessageLevel,
  change: Partial<PersonNotice> = {},
): PersonNotice => ({
  kind,
  level,
  language,
  when:
    kind === 'contact-check' || kind === 'answer-received'
      ? null
      : { on: isoDate('2027-01-12'), ...(/^appointment|^call/.test(kind) ? { minutes: 570 } : {}) },
  opensOn: kind.startsWith('window') ? isoDate('2026-12-01') : null,
  phone: PHONE,
  greetingWord: CANARIES.word,
  place: CANARIES.place,
  papers: [CANARIES.paper],
  association: CANARIES.association,
  ...change,
});
const ALL = MESSAGE_LANGUAGES.flatMap((language) =>
  MESSAGE_LEVELS.flatMap((level) => PERSON_MESSAGE_KINDS.map((kind) => ({ kind, language, level }))),
);
const raw = (notice: PersonNotice, envelope: { unsubscribeUrl?: string; ics?: string } = {}) => {
  const sender = senderOf(notice.level ?? 'neutral', MAIL_FROM, { name: CANARIES.association, replyTo: 'reponses@canaris.invalid' });
  return compose(personMessage(notice), {
    ...sender,
    ...envelope,
    to: 'quelqu-un@personne.invalid',
    messageId: messageIdOf('01990000-0000-7000-8000-000000000001', MAIL_FROM),
    date: '2026-11-21T09:00:00Z',
  });
};
const withoutMarks = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

describe.each(MESSAGE_LANGUAGES)('what a person receives (%s)', (code) => {
  const language = LANGUAGES_WRITTEN[code];
  it.each(ALL.filter((one) => one.language === code).map((one) => [one.level, one.kind] as const))(
    '%s, %s: the source read by a mail parser',
    async (level, kind) => {
      const notice = noticeOf(kind, code, level);
      const mail = await PostalMime.parse(await raw(notice));
      const [text, html] = [mail.text ?? '', mail.html ?? ''];
      // Nothing left to fill in, nothing to fetch.
      for (const part of [text, html]) expect(part).not.toMatch(/\{\w+\}|undefined|null|NaN/);
      expect(html).not.toMatch(/<img|src=|https?:|<script|<style|<table|url\(/);
      // The same date in words and figures, with its hour, in both parts and in both languages.
      const { when } = notice;
      const said = when
        ? [language, fr].flatMap((l) => [l.words(when.on), ...(when.minutes === undefined ? [] : [l.hour(when.minutes)])])
        : [];
      for (const part of [text, html]) {
        for (const words of said) expect(withoutMarks(part)).toContain(words);
        expect(part.split('12/01/2027').length - 1).toBeGreaterThanOrEqual(when ? new Set([language, fr]).size : 0);
      }
      for (const part of [text, html]) expect(part).toContain(PHONE);
      // French beside, each passage in its own language and direction.
      expect(html).toContain(`<html lang="${code}" dir="${language.direction}">`);
      expect(html).toContain('<div lang="fr" dir="ltr"');
      expect(text).toContain(fr.person.automatic);
      // What no level puts where a locked screen shows it.
      const shown = [mail.subject ?? '', ...mail.headers.filter(({ key }) => key !== 'from').map(({ value }) => value)].join('\n');
      for (const canary of Object.values(CANARIES)) expect(shown).not.toContain(canary);
      expect(mail.subject).not.toMatch(REVEALING[code]);
      expect(mail.subject).not.toMatch(/\d/);
      expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
      expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe(code);
      expect(mail.messageId).toBe('<01990000-0000-7000-8000-000000000001@expediteur.invalid>');
      if (level !== 'neutral') return;
      for (const part of [mail.subject ?? '', text, html.replace(/<[^>]+>/g, ' ')]) {
        expect(part).not.toMatch(REVEALING[code]);
        expect(part).not.toMatch(REVEALING.fr);
        for (const canary of [CANARIES.place, CANARIES.paper, CANARIES.association]) expect(part).not.toContain(canary);
      }
      expect(mail.from).toEqual({ name: 'Rappels', address: 'rappels@expediteur.invalid' });
      expect(mail.replyTo).toBeUndefined();
    },
  );
  it('reads right to left as a whole, with figures, hour and phone in their own order', () => {
    const { text } = personMessage(noticeOf('appointment', code, 'neutral'));
    const [own, french = ''] = text.split('\n\n--\n\n');
    const rtl = language.direction === 'rtl';
    const lines = own!.split('\n');
    expect(lines.filter((line) => /^\u200f\u2067.*\u2069$/.test(line))).toHaveLength(rtl ? lines.length : 0);
    // The French beside it stays left to right in a page that is not.
    const beside = french.trimEnd().split('\n');
    expect(beside.filter((line) => /^\u200e\u2066.*\u2069$/.test(line))).toHaveLength(rtl ? beside.length : 0);
    const hour = language.hour(570);
    for (const value of ['12/01/2027', hour, PHONE]) expect(own).toContain(rtl ? `\u2066${value}\u2069` : value);
  });
  it('has every sentence, each with the blanks that the French one has', () => {
    const blanks = (sentences: object, path = ''): string[] =>
      Object.entries(sentences).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'string'
          ? [`${path}${key} ${[...value.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')} ${value.trim() ? '' : 'empty'}`]
          : blanks(value as object, `${path}${key}.`),
      );
    expect(blanks(language.person)).toEqual(blanks(fr.person));
  });
  it('says more the more was agreed to, and says which words a speaker has not read', () => {
    const length = (level: MessageLevel) => personMessage(noticeOf('deadline', code, level)).text.length;
    expect(length('neutral')).toBeLessThan(length('ordinary'));
    expect(length('ordinary')).toBeLessThan(length('full'));
    expect(personMessage(noticeOf('window', code, 'full')).text).toContain('titre de séjour');
    expect(personMessage(noticeOf('papers-wanted', code, 'full')).text).toContain(CANARIES.paper);
    expect(personMessage(noticeOf('appointment', code, 'ordinary')).text).toContain(CANARIES.place);
    expect(personMessage(noticeOf('appointment', code, 'neutral')).reviewed).toBe(code === 'fr');
  });
  it('fits a short message that keeps the date in words, its hour and the phone', () => {
    for (const kind of PERSON_MESSAGE_KINDS) {
      const notice = noticeOf(kind, code, 'neutral');
      const sms = personSms(notice);
      expect(sms).toContain(PHONE);
      expect(sms).toContain(notice.when?.minutes === undefined ? '' : language.hour(570));
      expect(sms).not.toMatch(/\{\w+\}|https?:/);
      expect(smsLength(sms).parts).toBeLessThanOrEqual(5);
      expect(smsLength(sms).encoding).toBe(['fr', 'en', 'es', 'pt'].includes(code) ? 'GSM-7' : 'UCS-2');
    }
  });
});

describe('every message', () => {
  it('says the day that the calendar has, and never another weekday', () => {
    const said = Object.fromEntries(MESSAGE_LANGUAGES.map((code) => [code, LANGUAGES_WRITTEN[code].words(isoDate('2027-01-12'))]));
    expect(said).toEqual({
      fr: 'mardi 12 janvier 2027',
      en: 'Tuesday 12 January 2027',
      ar: 'الثلاثاء 12 يناير / جانفي 2027',
      es: 'martes 12 de enero de 2027',
      pt: 'terça-feira, 12 de janeiro de 2027',
      ru: 'вторник, 12 января 2027 года',
      bn: 'মঙ্গলবার, ১২ জানুয়ারি ২০২৭',
      prs: 'سه‌شنبه ۱۲ جنوری ۲۰۲۷ میلادی',
      ps: 'درېنۍ، د ۲۰۲۷ میلادي کال د جنوري ۱۲',
      ti: 'ሰሉስ 12 ጥሪ / ጃንዋሪ 2027',
      tr: '12 Ocak 2027 Salı',
      uk: 'вівторок, 12 січня 2027 року',
    });
  });
  it('writes neutrally when no level was chosen, and French when no language was', () => {
    const { level: _, ...notice } = noticeOf('deadline', null, 'full');
    expect(personMessage(notice)).toEqual(personMessage({ ...notice, language: 'fr', level: 'neutral' }));
    expect(personMessage({ ...notice, language: 'wo' }).language).toBe('fr');
    expect(personMessage({ ...notice, language: 'toString' }).language).toBe('fr');
  });
  it('greets by the word the person chose, in its own direction, and without one by none', () => {
    const { text, html } = personMessage(noticeOf('deadline', 'fr', 'neutral', { greetingWord: 'قمر <b>' }));
    expect(text).toMatch(/^Bonjour \u2068قمر <b>\u2069,\n/);
    expect(html).toContain('Bonjour <bdi>قمر &lt;b&gt;</bdi>,');
    expect(personMessage(noticeOf('deadline', 'fr', 'neutral', { greetingWord: null })).text).toMatch(/^Bonjour,\n/);
  });
  it('tells of two people at one address nothing by which one learns the other’s business', () => {
    const one = personMessage(noticeOf('window', 'fr', 'neutral', { opensOn: null, greetingWord: null }));
    const other = personMessage(noticeOf('deadline', 'fr', 'neutral', { greetingWord: null }));
    expect(one.subject).toBe(other.subject);
  });
  it('refuses to announce a date that is not there, or an appointment without its hour', () => {
    expect(() => personMessage(noticeOf('deadline', 'fr', 'neutral', { when: null }))).toThrow(/date/);
    expect(() => personMessage(noticeOf('appointment', 'fr', 'neutral', { when: { on: isoDate('2027-01-12') } }))).toThrow(/hour/);
  });
  it('does not say that a missed appointment is to come, and gives no place to go to', () => {
    const { text } = personMessage(noticeOf('appointment', 'fr', 'full', { missed: true }));
    expect(text).toContain('Vous aviez un rendez-vous');
    expect(text).not.toContain(CANARIES.place);
    expect(text).not.toContain('Apportez');
  });
  it('keeps a word without its phone number', () => {
    const { text, html } = personMessage(noticeOf('deadline', 'ar', 'neutral', { phone: null }));
    expect(text).toContain(LANGUAGES_WRITTEN.ar.person.usualContact);
    expect(html).not.toContain('tel:');
  });
  it('carries a link to answer, a one-click stop and a calendar part only when they are given', async () => {
    const page = 'https://permanence.invalid/a/x';
    const stop = 'https://permanence.invalid/s/x';
    const notice = noticeOf('appointment', 'ar', 'neutral', { answerLinks: { page }, unsubscribeUrl: stop });
    const mail = await PostalMime.parse(await raw(notice, { unsubscribeUrl: stop, ics: 'BEGIN:VCALENDAR' }));
    expect(mail.html).toContain(`<a href="${page}">`);
    expect(mail.text).toContain(`\u2066${stop}\u2069`);
    expect(mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(`<${stop}>`);
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['text/calendar']);
    const bare = await PostalMime.parse(await raw(noticeOf('appointment', 'ar', 'neutral')));
    expect(bare.attachments).toEqual([]);
    expect(bare.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
  });
  it('comes from the association, with its address for answers, only where that was agreed to', () => {
    const association = { name: 'Les "Canaris"\r\nBcc: x', replyTo: 'a@b.invalid' };
    expect(senderOf('neutral', MAIL_FROM, association)).toEqual({ from: MAIL_FROM });
    expect(senderOf('full', MAIL_FROM, association)).toEqual({
      from: '"Les CanarisBcc: x" <rappels@expediteur.invalid>',
      replyTo: 'a@b.invalid',
    });
    expect(senderOf('ordinary', 'rappels@expediteur.invalid', { name: 'Rive', replyTo: null })).toEqual({
      from: '"Rive" <rappels@expediteur.invalid>',
    });
  });
});
