import type { ReadingSetting } from '@permanence/contracts';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Section } from '../ui/page.tsx';

/** For the administrator: whether papers without a date are read by themselves. */
export function ReadingSettingSwitch() {
  const { words } = useWords();
  const t = words.readings;
  const setting = useRead<ReadingSetting>('settings/reading');
  const change = useChange((automatic: boolean) => api.put<ReadingSetting>('settings/reading', { automatic }));
  if (!setting.data) return null;
  return (
    <Section title={t.settingTitle}>
      <label className="tick">
        <input
          type="checkbox"
          checked={setting.data.automatic}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.target.checked)}
        />{' '}
        {t.setting}
      </label>
      <p className="small quiet">{t.settingHint}</p>
    </Section>
  );
}
