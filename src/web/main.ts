// Our content security policy refuses generated code. zod would try it when the first schema is made, and the browser would
// report that as an attack; so this is said before anything that has a schema is loaded.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };

await import("./start.tsx");
