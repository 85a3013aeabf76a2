import { useWords } from '../i18n/words.ts';
import { Page } from '../ui/page.tsx';
import { MessagePreviewer } from './message-preview.tsx';

/** Every message, with invented dates. */
export default function MessagesPage() {
  const { words } = useWords();
  const t = words.messages;
  return (
    <Page title={t.title} docTitle={t.title} intro={<p>{t.intro}</p>}>
      <MessagePreviewer />
    </Page>
  );
}
