import { type ReactNode, createContext, useContext, useEffect, useState } from "react";

const NowContext = createContext<Temporal.Instant | null>(null);

/** The browser's one clock: it ticks at each full minute, and all that shows time follows it. */
export const NowProvider = ({ children }: { children: ReactNode }) => {
	const [now, setNow] = useState(() => Temporal.Now.instant());
	useEffect(() => {
		const untilNextMinute = 60_000 - (now.epochMilliseconds % 60_000);
		const timer = setTimeout(() => setNow(Temporal.Now.instant()), untilNextMinute + 20);
		return () => clearTimeout(timer);
	}, [now]);
	return <NowContext value={now}>{children}</NowContext>;
};

export const useNow = (): Temporal.Instant => {
	const now = useContext(NowContext);
	if (now === null) throw new Error("useNow outside NowProvider");
	return now;
};

/** The desk's calendar day. */
export const useToday = (): Temporal.PlainDate => useNow().toZonedDateTimeISO("Europe/Ljubljana").toPlainDate();
