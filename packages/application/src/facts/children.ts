import { CHILDREN_FACT, type Child, type ChildRequest } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

/** Registers a child to answer questions about. “No children”, if it was said, is superseded. */
export const addChild = mutation<ChildRequest & { personId: string }, Child>({
  name: 'add-child',
  permission: 'person.write',
  execute: async ({ input: { personId, label }, repositories, app }) => {
    found(await repositories.persons.find(personId));
    await repositories.facts.lock(personId);
    const children = await repositories.facts.children(personId);
    const child: Child = { id: newId(), label, position: (children.at(-1)?.position ?? 0) + 1 };
    await repositories.facts.addChild({ ...child, personId });
    const superseded = await repositories.facts.supersede(personId, CHILDREN_FACT, null, app.clock.now());
    const fields = superseded ? ['label', CHILDREN_FACT] : ['label'];
    return { result: child, audit: [{ action: 'child.added', targetKind: 'child', targetId: child.id, personId, fields }] };
  },
});
export const renameChild = mutation<ChildRequest & { id: string }, Child>({
  name: 'rename-child',
  permission: 'person.write',
  execute: async ({ input: { id, label }, repositories }) => {
    const { personId, ...child } = found(await repositories.facts.findChild(id));
    await repositories.facts.renameChild(id, label);
    return {
      result: { ...child, label },
      audit: [{ action: 'child.renamed', targetKind: 'child', targetId: id, personId, fields: ['label'] }],
    };
  },
});
/** The answers about the child stay in the history. With the last one removed, whether there are children is unknown again. */
export const removeChild = mutation<{ id: string }, void>({
  name: 'remove-child',
  permission: 'person.write',
  execute: async ({ input: { id }, repositories, app }) => {
    const { personId } = found(await repositories.facts.findChild(id));
    await repositories.facts.lock(personId);
    await repositories.facts.removeChild(id, app.clock.now());
    return { result: undefined, audit: [{ action: 'child.removed', targetKind: 'child', targetId: id, personId }] };
  },
});
