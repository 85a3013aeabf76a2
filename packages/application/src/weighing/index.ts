export { latestWeighing, listWeighings, openWeighing } from './read-weighings.ts';
export { weighPerson } from './weigh-person.ts';
