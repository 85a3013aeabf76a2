export { createUser } from './create-user.ts';
export { getUser, listColleagues, searchUsers } from './read-users.ts';
export { updateUser } from './update-user.ts';
