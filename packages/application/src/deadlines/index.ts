export { decideCancellation, requestCancellation, searchCancelRequests } from './cancel-request.ts';
export { getDeadline } from './get-deadline.ts';
export { listDeadlines } from './list-deadlines.ts';
export { markDeadlineDone } from './mark-deadline-done.ts';
export { planRenewals } from './plan-renewals.ts';
export { reopenDeadline } from './reopen-deadline.ts';
export { findDeadlines, searchDeadlines } from './search-deadlines.ts';
