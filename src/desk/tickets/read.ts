export { circleOf } from "./read/presence.ts";
export { type ContactCount, contactsPerDay } from "./read/contact-events.ts";
export { followToken, followUrl } from "./read/follow-token.ts";
export { childrenOf, parentsOf, pausesOf } from "./read/pauses.ts";
export { replyBy } from "./read/reply-by.ts";
export { type ReporterRow, reporterOf } from "./read/reporter.ts";
export { inScope, type ScopeColumns, ticketColumns, visibleTo } from "./read/scope.ts";
export { type LoadedTicket, ticketInScope } from "./read/ticket-row.ts";
export { isAtFirstLevel, isAtSecondLevel, openedBy } from "./policy.ts";
