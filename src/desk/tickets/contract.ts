export * from "./contract/views.ts";
export * from "./contract/intake.ts";
export * from "./contract/first-level.ts";
export * from "./contract/second-level.ts";
export * from "./contract/user.ts";
export * from "./contract/questions.ts";
export * from "./contract/drafts.ts";
export * from "./contract/canned-replies.ts";
