export { calendarFeedStatus, makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts';
