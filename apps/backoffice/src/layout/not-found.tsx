import { Link } from 'react-router-dom';
import { useWords } from '../i18n/words.ts';
import { Page } from '../ui/page.tsx';

export function NotFound() {
  const { words } = useWords();
  return (
    <Page title={words.common.notFoundTitle} docTitle={words.common.notFoundTitle}>
      <p>{words.common.notFound}</p>
      <p>
        <Link to="/">{words.common.backHome}</Link>
      </p>
    </Page>
  );
}
