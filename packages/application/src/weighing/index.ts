export { latestWeighing, listWeighings } from './read-weighings.ts';
export { weighPerson } from './weigh-person.ts';
