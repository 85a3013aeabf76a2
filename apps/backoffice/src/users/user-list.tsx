import type { User } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/words.ts';
import { ReadingSettingSwitch } from '../papers/reading-setting.tsx';
import { Badge, Page } from '../ui/page.tsx';
import { ResourceList } from '../ui/resource-list.tsx';

export default function UserList() {
  const { words } = useWords();
  const t = words.users;
  return (
    <Page
      title={t.title}
      docTitle={t.docTitle}
      intro={<p>{t.intro}</p>}
      actions={
        <Link className="btn btn-main" to="/users/create">
          {t.create}
        </Link>
      }
    >
      <ResourceList<User>
        resource="users"
        caption={t.caption}
        search={t.search}
        sort={{ field: 'displayName', order: 'ASC' }}
        columns={[
          { key: 'name', label: t.name, sort: 'displayName', cell: (u) => <Link to={`/users/${u.id}`}>{u.displayName}</Link> },
          { key: 'email', label: t.email, sort: 'email', cell: (u) => u.email },
          { key: 'role', label: t.role, sort: 'role', cell: (u) => words.layout.roles[u.role] },
          {
            key: 'state',
            label: t.state,
            cell: (u) => <Badge tone={u.disabled ? 'quiet' : 'good'}>{u.disabled ? t.disabled : t.active}</Badge>,
          },
        ]}
        empty={<p>{t.empty}</p>}
      />
      <ReadingSettingSwitch />
    </Page>
  );
}
