export { UserCreate as default } from './user-form.tsx';
