export { createUser } from './create-user.ts';
export { getUser } from './get-user.ts';
export { listColleagues } from './list-colleagues.ts';
export { searchUsers } from './search-users.ts';
export { updateUser } from './update-user.ts';
