import { CONFIDENTIALITIES, LANGUAGES, suggestedIssuer, type PaperDocument } from '@permanence/contracts';
import { DOCUMENT_NAMES, ISSUER_KINDS, documentTypes, type DocumentType } from '@permanence/rules';
import { useMemo } from 'react';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { languageName } from '../ui/countries.ts';
import { typedDay } from '../ui/days.ts';
import { DayField, Radios, Select, TextField, Ticks, YesNo, asYesNo, yesNo } from '../ui/fields.tsx';
import { orNull, type Reading } from '../ui/reading.ts';
import type { Entry } from '../ui/use-entry.ts';

export type PaperValues = {
  docType: string;
  issuerKind: string;
  drawnUpOn: string;
  periodFrom: string;
  periodTo: string;
  names: readonly string[];
  addressMatches: string;
  handwritten: string;
  zeroIncome: string;
  bankMovements: string;
  language: string;
  translated: string;
  confidentiality: string;
  label: string;
};
export const paperValues = (paper?: PaperDocument): PaperValues => ({
  docType: paper?.docType ?? '',
  issuerKind: paper?.issuerKind ?? '',
  drawnUpOn: typedDay(paper?.drawnUpOn),
  periodFrom: typedDay(paper?.periodFrom),
  periodTo: typedDay(paper?.periodTo),
  names: paper?.names ?? [],
  addressMatches: asYesNo(paper?.addressMatches),
  handwritten: asYesNo(paper?.handwritten),
  zeroIncome: asYesNo(paper?.zeroIncome),
  bankMovements: asYesNo(paper?.bankMovements),
  language: paper?.language ?? '',
  translated: asYesNo(paper?.translated),
  confidentiality: paper?.confidentiality ?? 'ordinary',
  label: paper?.label ?? '',
});
export const paperRequest = (values: PaperValues, reading: Reading) => ({
  docType: values.docType,
  issuerKind: values.issuerKind || null,
  drawnUpOn: reading.day('drawnUpOn', values.drawnUpOn),
  periodFrom: reading.day('periodFrom', values.periodFrom),
  periodTo: reading.day('periodTo', values.periodTo),
  names: values.names,
  addressMatches: yesNo(values.addressMatches),
  handwritten: yesNo(values.handwritten),
  zeroIncome: values.docType === 'tax-notice' ? yesNo(values.zeroIncome) : null,
  bankMovements: values.docType === 'bank-statement' ? yesNo(values.bankMovements) : null,
  language: values.language || null,
  translated: values.language && values.language !== 'fr' ? yesNo(values.translated) : null,
  confidentiality: values.confidentiality,
  label: orNull(values.label),
});
export const paperLabels = ({ papers: t }: Words): Record<string, string> => ({
  docType: t.docType,
  issuerKind: t.issuerKind,
  drawnUpOn: t.drawnUpOn,
  periodFrom: t.periodFrom,
  periodTo: t.periodTo,
  names: t.names,
  addressMatches: t.addressMatches,
  handwritten: t.handwritten,
  zeroIncome: t.zeroIncome,
  bankMovements: t.bankMovements,
  language: t.language,
  translated: t.translated,
  confidentiality: t.confidentiality,
  label: t.label,
});

export function PaperFields({ entry, mayRestrict }: { entry: Entry<PaperValues>; mayRestrict: boolean }) {
  const { words, locale } = useWords();
  const { messages } = useRulesWords();
  const t = words.papers;
  const types = useMemo(
    () =>
      documentTypes
        .map((value) => ({ value, label: messages.documents[value] }))
        .sort((a, b) => (a.value === 'other' ? 1 : b.value === 'other' ? -1 : a.label.localeCompare(b.label, locale))),
    [messages, locale],
  );
  const { docType } = entry.values;
  const chosen: Entry<PaperValues> = {
    ...entry,
    // The usual issuer is proposed with the type; it can be changed, and is stored only with the form.
    set: (name, value) => {
      entry.set(name, value);
      if (name === 'docType' && value) entry.set('issuerKind', suggestedIssuer(value as DocumentType) ?? '');
    },
  };
  return (
    <>
      <Select entry={chosen} name="docType" label={t.docType} required options={types} />
      <DayField entry={entry} name="drawnUpOn" label={t.drawnUpOn} hint={t.drawnUpHint} />
      <Radios
        entry={entry}
        name="issuerKind"
        label={t.issuerKind}
        options={[...ISSUER_KINDS.map((value) => ({ value, label: t.issuers[value] })), { value: '', label: t.issuerUnknown }]}
      />
      <Ticks entry={entry} name="names" label={t.names} options={DOCUMENT_NAMES.map((value) => ({ value, label: t.namesOf[value] }))} />
      <YesNo entry={entry} name="addressMatches" label={t.addressMatches} />
      {docType === 'tax-notice' ? <YesNo entry={entry} name="zeroIncome" label={t.zeroIncome} /> : null}
      {docType === 'bank-statement' ? <YesNo entry={entry} name="bankMovements" label={t.bankMovements} /> : null}
      {['rent-receipt', 'letter', 'relative-statement', 'support-statement', 'other'].includes(docType) ? (
        <YesNo entry={entry} name="handwritten" label={t.handwritten} />
      ) : null}
      <Select
        entry={entry}
        name="language"
        label={t.language}
        empty={words.form.unknown}
        options={LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) }))}
      />
      {entry.values.language && entry.values.language !== 'fr' ? (
        <YesNo entry={entry} name="translated" label={t.translated} hint={t.translatedHint} />
      ) : null}
      <details className="explained">
        <summary>{t.periodHint}</summary>
        <div className="form-grid">
          <DayField entry={entry} name="periodFrom" label={t.periodFrom} />
          <DayField entry={entry} name="periodTo" label={t.periodTo} />
        </div>
      </details>
      {mayRestrict ? (
        <Radios
          entry={entry}
          name="confidentiality"
          label={t.confidentiality}
          hint={t.confidentialityHint}
          inline
          options={CONFIDENTIALITIES.map((value) => ({ value, label: t.confidentialities[value] }))}
        />
      ) : null}
      <TextField entry={entry} name="label" label={t.label} hint={t.labelHint} />
    </>
  );
}
