const LOOK_EVERY_MS = 500;

/**
 * Ends us when npm ends. npm told to stop tells only the shell it started, and a shell that dies that way leaves us running
 * alone: a desk that nobody holds, on a folder that stays locked.
 */
export function endWithNpm() {
	if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		process.kill(process.pid, "SIGTERM");
	}, LOOK_EVERY_MS);
	timer.unref();
}
