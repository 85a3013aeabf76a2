import { Link } from 'react-router-dom';
import { useMe } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { Loading, Page } from '../ui/page.tsx';

export function HomePage() {
  const { words } = useWords();
  const me = useMe();
  if (!me) return <Loading />;
  return (
    <Page title={words.home.hello(me.displayName)} docTitle={words.home.docTitle}>
      <p>
        <Link to="/persons" className="btn btn-main btn-big">
          {words.home.receive}
        </Link>
      </p>
      <p className="quiet">{words.home.receiveHint}</p>
    </Page>
  );
}
